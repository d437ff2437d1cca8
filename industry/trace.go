package industry

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// Aspect is which figure of a line is traced: the name of its member in the
// dispatch JSON, or in that of a breakdown.
type Aspect string

// The aspects that can be traced. Share, contribution and pull are those of a
// group of a breakdown.
const (
	OfCumulative   Aspect = "cumulative"
	OfInMonth      Aspect = "in_month"
	OfBase         Aspect = "base"
	OfChange       Aspect = "change"
	OfEnterprises  Aspect = "sum_of_enterprises"
	OfGrowth       Aspect = "growth"
	OfReported     Aspect = "growth_reported"
	OfComputed     Aspect = "growth_computed"
	OfNominal      Aspect = "growth_nominal"
	OfTwoYears     Aspect = "two_year_average"
	OfTarget       Aspect = "target"
	OfCompletion   Aspect = "completion"
	OfPace         Aspect = "pace"
	OfAhead        Aspect = "ahead"
	OfRemaining    Aspect = "remaining_monthly"
	OfLight        Aspect = "light"
	OfForecast     Aspect = "forecast"
	OfRank         Aspect = "rank"
	OfRankChange   Aspect = "rank_change"
	OfCoverage     Aspect = "coverage"
	OfShare        Aspect = "share"
	OfContribution Aspect = "contribution"
	OfPull         Aspect = "pull"
)

// aspectNames are the aspects in the order of a message that lists them, as
// screens call them.
var aspectNames = [...]struct {
	of   Aspect
	name string
}{
	{OfCumulative, "本年累计"},
	{OfInMonth, "当月"},
	{OfBase, "上年同期"},
	{OfChange, "较上年同期增减"},
	{OfEnterprises, "企业合计"},
	{OfGrowth, "同比"},
	{OfReported, "填报同比"},
	{OfComputed, "同口径同比"},
	{OfNominal, "名义增速"},
	{OfTwoYears, "两年平均增速"},
	{OfTarget, "年度目标"},
	{OfCompletion, "完成率"},
	{OfPace, "序时进度"},
	{OfAhead, "超欠"},
	{OfRemaining, "剩余各月月均需"},
	{OfLight, "评定"},
	{OfForecast, "预测"},
	{OfRank, "全市位次"},
	{OfRankChange, "位次升降"},
	{OfCoverage, "填报情况"},
	{OfShare, "占比"},
	{OfContribution, "贡献率"},
	{OfPull, "拉动"},
}

// Label returns what screens call the aspect.
func (a Aspect) Label() string {
	for _, n := range aspectNames {
		if n.of == a {
			return n.name
		}
	}
	return string(a)
}

// ParseAspect reads an aspect; "" is the cumulative, an unknown one is Invalid.
func ParseAspect(s string) (Aspect, error) {
	if s == "" {
		return OfCumulative, nil
	}
	var known []string
	for _, n := range aspectNames {
		if string(n.of) == s {
			return n.of, nil
		}
		known = append(known, string(n.of))
	}
	return "", Errorf(Invalid, "没有“%s”这一项，可用：%s", s, strings.Join(known, ListSeparator))
}

// OfGroup reports whether the aspect is one of a group of a breakdown alone.
func (a Aspect) OfGroup() bool { return a == OfShare || a == OfContribution || a == OfPull }

// judged reports whether the aspect compares with a target.
func (a Aspect) judged() bool {
	switch a {
	case OfTarget, OfCompletion, OfPace, OfAhead, OfRemaining, OfLight:
		return true
	}
	return false
}

// Trace explains one figure: the JSON of GET /api/v1/trace. Amounts are in Unit,
// rates in percent, differences of rates in percentage points.
type Trace struct {
	Chain      string         `json:"chain"`
	ChainName  string         `json:"chain_name"`
	Month      Month          `json:"month"`
	AsOf       *time.Time     `json:"as_of"` // nil: now
	Indicator  string         `json:"indicator"`
	Name       string         `json:"name"`
	Unit       string         `json:"unit"`
	Of         Aspect         `json:"of"`
	Group      Optional       `json:"group"` // name of the branch, segment or region, where one is traced
	Value      json.Marshaler `json:"value"` // a Quantity or a Rate
	Text       string         `json:"text"`  // the value as screens print it
	Formula    string         `json:"formula"`
	Basis      string         `json:"basis"`
	Origin     Origin         `json:"origin"`
	DataStatus Optional       `json:"data_status"`
	Inputs     []TraceInput   `json:"inputs"`
	Total      int            `json:"total"` // records behind the figure, also where Inputs only counts them
	Warnings   []string       `json:"warnings"`

	Line    Line     `json:"-"` // the dispatch line it belongs to
	Summary []string `json:"-"` // formulas of growth, completion and distance to the target, beside that of the cumulative
}

// TraceInput is one record a figure rests on: an enterprise's row, a chain's own
// row, a target, a counted project. Of several records together only their
// number, sheet and batch are told.
type TraceInput struct {
	ID     Optional    `json:"id"`
	Name   string      `json:"name"`
	Kind   string      `json:"kind"`  // enterprise, chain, target, project, arrival …
	Chain  Optional    `json:"chain"` // code of the chain it counts for
	Value  Quantity    `json:"value"`
	Base   Quantity    `json:"base"` // what the value is compared with
	Status Optional    `json:"status"`
	Doubt  Optional    `json:"doubt"` // why it is 待说明
	Source *Source     `json:"source"`
	Cells  []TraceCell `json:"cells"` // every cell of the record that enters, the source's first
	Count  int         `json:"count"` // records it stands for
}

// TraceCell is one value of a record with where it came from.
type TraceCell struct {
	Name   string   `json:"name"`  // 本年累计, 上月累计, 目标值 …
	Month  Month    `json:"month"` // of the report, null for a register's record
	Value  Quantity `json:"value"`
	Text   string   `json:"text"` // where the value is no number: a date, a title
	Source *Source  `json:"source"`

	Column string `json:"-"` // of the record's register
}

// TraceNeed says what of one chain a figure rests on.
type TraceNeed struct {
	Chain  Party
	Origin Origin // Reported: its own row; Summed: rows of its list; Registered: its registers; "": none
	Rows   Aspect // which cells of the rows; "" for none
	Target string // kind of the target that enters; "" for none
}

// TraceOf explains one figure of a month's facts: all but its inputs, and what
// these are to be. An unknown indicator is NotFound.
func TraceOf(f Facts, code string, of Aspect) (Trace, []TraceNeed, error) {
	i := slices.IndexFunc(f.Indicators, func(ind Indicator) bool { return ind.Code == code })
	if i < 0 {
		return Trace{}, nil, Errorf(NotFound, "没有编码为“%s”的指标", code)
	}
	ind := f.Indicators[i]
	f.Indicators = []Indicator{ind}
	table := Dispatch(f)
	x := explained{facts: &f, ind: ind, line: table.Indicators[0], parts: partsOf(&f, ind)}
	switch len(x.parts) {
	case 0:
	case 1:
		x.amounts = x.parts[0].amounts
	default:
		x.amounts, _ = combine(ind, x.parts)
	}
	t := Trace{
		Chain: table.Chain, ChainName: table.ChainName, Month: f.Month, AsOf: table.AsOf,
		Indicator: ind.Code, Name: ind.Name, Unit: ind.Unit, Of: of, Formula: x.formula(of), Basis: x.basis(of),
		Origin: x.line.Origin, DataStatus: x.line.DataStatus, Inputs: []TraceInput{}, Warnings: x.line.Warnings, Line: x.line,
	}
	t.Value, t.Text = x.value(of)
	if of == OfCumulative {
		t.Summary = x.summary()
	}
	return t, x.needs(of), nil
}

// needs says which records enter.
func (x explained) needs(of Aspect) []TraceNeed {
	rows := x.rows(of)
	var needs []TraceNeed
	for _, p := range x.parts {
		n := TraceNeed{Chain: p.chain.Chain, Origin: p.amounts.origin, Rows: rows}
		if of.judged() {
			n.Target = string(x.line.TargetKind)
		}
		switch {
		case rows == OfRank || rows == OfReported:
			n.Origin = Reported // a row without an amount may still carry these
		case of == OfEnterprises && !x.ind.FromRegister:
			n.Origin = Summed
		case rows == OfForecast && p.evidence.own != nil && p.evidence.own.ExpectedNext.Known:
			n.Origin = Reported
		}
		needs = append(needs, n)
	}
	return needs
}

// rows says which cells of the reports an aspect is made of.
func (x explained) rows(of Aspect) Aspect {
	if of.judged() && !x.line.Target.Known {
		return ""
	}
	switch of {
	case OfTarget, OfPace:
		return ""
	case OfChange, OfComputed, OfContribution, OfPull:
		return OfComputed
	case OfGrowth:
		return x.growthRows()
	case OfAhead, OfLight:
		if string(x.line.TargetKind) == GrowthTarget {
			return x.growthRows()
		}
		return OfCumulative
	case OfRank, OfRankChange:
		return OfRank
	case OfForecast:
		if string(x.line.Forecast.Basis) == Seasonal {
			return OfCumulative
		}
		return of
	case OfInMonth, OfBase, OfReported, OfNominal, OfTwoYears:
		return of
	}
	return OfCumulative
}

func (x explained) growthRows() Aspect {
	switch {
	case x.line.GrowthReported.Known, x.ind.Basis == Published:
		return OfReported
	case x.ind.Basis == Nominal && !x.ind.FromRegister && x.line.GrowthNominal.Known:
		return OfNominal
	}
	return OfComputed
}

// Discreet returns the trace for those who may not see single enterprises: of
// their records it tells number, sheet and batch, of every source no file, cell
// or person (interfaces, Roles).
func (t Trace) Discreet() Trace {
	counted := map[Source]int{}
	var order []Source
	inputs := []TraceInput{}
	for _, in := range t.Inputs {
		if in.Kind == ObjectChain || in.Kind == TargetRegister.Noun {
			in.Source, in.Cells = in.Source.discreet(), slices.Clone(in.Cells)
			for i := range in.Cells {
				in.Cells[i].Source = in.Cells[i].Source.discreet()
			}
			inputs = append(inputs, in)
			continue
		}
		var at Source
		if in.Source != nil {
			at = Source{Batch: in.Source.Batch, Sheet: in.Source.Sheet}
		}
		if counted[at] == 0 {
			order = append(order, at)
		}
		counted[at] += in.Count
	}
	for _, at := range order {
		inputs = append(inputs, TraceInput{Name: GroupedText(Q(int64(counted[at]))) + " 条记录", Kind: "records", Source: &at, Cells: []TraceCell{}, Count: counted[at]})
	}
	t.Inputs = inputs
	t.hideFewFirms()
	return t
}

// hideFewFirms takes from a trace what its line does not show either.
func (t *Trace) hideFewFirms() {
	shown := DispatchTable{Indicators: []Line{t.Line}}.Nameless().Indicators[0]
	if t.Of == OfEnterprises && t.Group == "" && t.Line.SumOfEnterprises.Known && !shown.SumOfEnterprises.Known {
		t.Value, t.Text, t.Formula = Quantity{}, undefined, "名单内已报企业过少，合计不显示"
	}
	if t.Warnings = namelessWarnings(t.Warnings); t.Group == "" {
		t.Warnings = shown.Warnings
	}
	t.Line = shown
	t.Line.Warnings = t.Warnings
}

func (s *Source) discreet() *Source {
	if s == nil {
		return nil
	}
	return &Source{Batch: s.Batch, Sheet: s.Sheet, At: s.At}
}
