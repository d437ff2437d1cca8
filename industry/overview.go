package industry

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Overview is the value of the overview page, the wall's first scene and a
// chain's page. A part without data is nil or empty and is not drawn.
type Overview struct {
	Chain      Party
	Month      Month
	Span       string // 2026年1—9月
	Tiles      []Tile // most important first: a page takes as many as it has room for
	Pace       []PaceRow
	PaceDue    Rate // the straight line: month ÷ 12, %
	Branches   *Breakdown
	Segments   *SegmentCounts
	Investment *Investment
	Footnotes  []string // 口径 → 来源 → 截至
	Table      DispatchTable
}

// Tile is one key figure at the head of the page.
type Tile struct {
	Code        string
	Name        string
	Figure      Figure
	Growth      string // 同口径 +11.3%
	Completion  string // 完成 71.7%
	Light       Light
	LightWord   string // beside the shape: 绿, 黄, 红, 规则未规定
	LightRule   string
	LightReason string
	Gap         string // what is missing in the total: 缺3户
	Unexplained int    // reports behind the figure that are 待说明
}

// PaceRow is one line of 序时进度.
type PaceRow struct {
	Code        string
	Name        string
	Completion  Rate
	Pace        Rate
	Ahead       Rate
	Light       Light
	LightWord   string // beside the shape: 绿, 黄, 红, 规则未规定
	LightRule   string
	LightReason string
	Unexplained int // reports behind the figure that are 待说明
}

// SegmentCounts is how the segments of a chain stand.
type SegmentCounts struct {
	Segments    int
	Enterprises int
	States      []StateCount // 优势, 正常, 短链, 弱链, 断链; states without a segment left out
}

// StateCount is the number of segments in one state.
type StateCount struct {
	State Diagnosis
	Count int
}

// OverviewFacts is what an overview shows beside the dispatch table.
type OverviewFacts struct {
	Table       DispatchTable
	Branches    Breakdown // revenue by 细分链
	Verdicts    []Verdict
	Enterprises int        // on the chain's list of firms, struck off left out
	Investment  Investment // of the period the overview follows, to the month's end
}

// OverviewOf composes the overview of a month.
func OverviewOf(f OverviewFacts) Overview {
	t := f.Table
	o := Overview{
		Chain: Party{ID: t.Chain, Name: t.ChainName}, Month: t.Month, Span: t.Month.Span(), Table: t,
		PaceDue: t.PaceDue(),
	}
	o.Tiles = tiles(t, f.Investment)
	o.Pace = paceRows(t)
	if f.Branches.Total.Value.Known {
		o.Branches = &f.Branches
	}
	if len(f.Verdicts) > 0 {
		o.Segments = countSegments(f.Verdicts, f.Enterprises)
	}
	if f.Investment.Signed.Count > 0 || f.Investment.Signed.Contract.Known || len(f.Investment.Overdue) > 0 {
		o.Investment = &f.Investment
	}
	o.Footnotes = footnotes(t)
	return o
}

// paceRows are the indicators that run after a total, the key figures first: a
// wall takes as many as it has room for.
func paceRows(t DispatchTable) []PaceRow {
	var rows []PaceRow
	for _, l := range t.Indicators {
		if l.Completion.Known {
			rows = append(rows, PaceRow{
				l.Code, l.Name, l.Completion, l.Pace, l.Ahead, l.Light, l.LightLabel(), string(l.LightRule), l.LightReason, l.Unexplained,
			})
		}
	}
	place := func(r PaceRow) int {
		if i := slices.Index(tileOrder[:], r.Code); i >= 0 {
			return i
		}
		return len(tileOrder)
	}
	slices.SortStableFunc(rows, func(a, b PaceRow) int { return cmp.Compare(place(a), place(b)) })
	return rows
}

// tileOrder is the order of the key figures (design guide: keep the KPI order);
// the last ones stand in where the first have no figure.
var tileOrder = [...]string{
	"revenue", "fixed_investment", "signed_contract", "arrived_funds", "rnd_expense", "flagship",
	"above_scale", "profit", "tax", "output", "value_added_growth", "electricity",
}

func tiles(t DispatchTable, inv Investment) []Tile {
	var list []Tile
	for _, code := range tileOrder {
		if code == "flagship" {
			if inv.Flagship.Count > 0 {
				list = append(list, Tile{
					Code: code, Name: "5020项目", Figure: Figure{strconv.Itoa(inv.Flagship.Count), "个"},
					Light: NoLight, LightRule: inv.Flagship.Rule,
				})
			}
			continue
		}
		if l, ok := t.Line(code); ok && (l.Cumulative.Known || l.Growth.Known) {
			list = append(list, tileOf(l))
		}
	}
	return list
}

func tileOf(l Line) Tile {
	tile := Tile{
		Code: l.Code, Name: l.Name, Figure: FigureOf(l.Cumulative, l.Unit), Growth: l.GrowthLabel(),
		Light: l.Light, LightWord: l.LightLabel(), LightRule: string(l.LightRule), LightReason: l.LightReason,
		Gap: l.Coverage.Mark(), Unexplained: l.Unexplained,
	}
	if !l.Cumulative.Known {
		tile.Figure, tile.Growth = Figure{Text: SignedPercentText(l.Growth)}, ""
	}
	switch {
	case l.Completion.Known:
		tile.Completion = "完成 " + PercentText(l.Completion)
	case l.Target.Known:
		tile.Completion = "目标 " + l.TargetText()
	}
	return tile
}

// GrowthShort returns the growth for a table cell: "+11.3%", a phrase where the
// base is a loss, or "增长1.79倍".
func (l Line) GrowthShort() string { return shortGrowth(l.GrowthText, l.Growth) }

// NominalShort returns the nominal growth for a table cell, as GrowthShort.
func (l Line) NominalShort() string { return shortGrowth(l.NominalText, l.GrowthNominal) }

func shortGrowth(text string, growth Rate) string {
	if strings.HasSuffix(text, "%") || text == "持平" {
		return SignedPercentText(growth)
	}
	return text
}

// ChangeLabel returns the difference to last year with its unit: "+2个", and of a
// share in points, "−3.0个百分点" (domain S47), "—" where there is none.
func (l Line) ChangeLabel() string {
	switch {
	case !l.Change.Known:
		return undefined
	case l.Indicator.ratio():
		return PointsText(RateOf(l.Change)) + "个百分点"
	}
	return ChangeText(l.Change) + l.Unit
}

// GrowthLabel returns the growth with its basis for a tile: "同口径 +11.3%", or
// the difference of a count, "较上年同期 +2个".
func (l Line) GrowthLabel() string {
	switch {
	case l.Indicator.FromRegister && !l.Indicator.Money() && l.Change.Known:
		return "较上年同期 " + l.ChangeLabel()
	case !l.Growth.Known && l.GrowthText == undefined:
		return "同比 " + undefined
	case l.GrowthBasis == Comparable:
		return "同口径 " + l.GrowthShort()
	}
	return "同比 " + l.GrowthShort()
}

// PaceDue is where the straight line stands at the end of the month: month ÷ 12, %.
func (t DispatchTable) PaceDue() Rate { return Percent(float64(t.Month.Number()) * 100 / 12) }

// PlanNote says which totals stand against a plan of their own instead of the
// straight line: 营业收入按计划81.8%. "" where none does.
func (t DispatchTable) PlanNote() string {
	var planned []string
	var due Rate
	for _, l := range t.Indicators {
		if l.Completion.Known && l.Pace.Known && PercentText(l.Pace) != PercentText(t.PaceDue()) {
			planned, due = append(planned, l.Name), l.Pace
		}
	}
	switch len(planned) {
	case 0:
		return ""
	case 1:
		return planned[0] + "按计划" + PercentText(due)
	}
	return fmt.Sprintf("%s等%d项按分月计划", planned[0], len(planned))
}

// TargetText returns the year's target for a table cell: "260.00亿元", "增9.0%", "50.0%".
func (l Line) TargetText() string {
	switch string(l.TargetKind) {
	case "":
		return undefined
	case GrowthTarget:
		if l.Target.Parts < 0 {
			return "降" + PercentText(RateOf(absolute(l.Target)))
		}
		return "增" + PercentText(RateOf(l.Target))
	case RatioTarget:
		return PercentText(RateOf(l.Target))
	}
	return l.ScreenUnit().Figure(l.Target).String()
}

// TargetFigure returns the target as TargetText has it, its unit apart.
func (l Line) TargetFigure() Figure {
	if string(l.TargetKind) == TotalTarget {
		return l.ScreenUnit().Figure(l.Target)
	}
	return Figure{Text: l.TargetText()}
}

// ScreenUnit returns the unit the line's amounts are printed in, one for all of
// them.
func (l Line) ScreenUnit() ScreenUnit {
	if string(l.TargetKind) == TotalTarget {
		return ScreenUnitOf(l.Unit, l.Cumulative, l.Target)
	}
	return ScreenUnitOf(l.Unit, l.Cumulative)
}

func countSegments(verdicts []Verdict, enterprises int) *SegmentCounts {
	c := &SegmentCounts{Segments: len(verdicts), Enterprises: enterprises}
	for _, state := range []Diagnosis{Strong, Sound, Short, Weak, Broken} {
		n := 0
		for _, v := range verdicts {
			if v.State == state {
				n++
			}
		}
		if n > 0 {
			c.States = append(c.States, StateCount{state, n})
		}
	}
	return c
}

// footnotes says the basis, the source and the date of the page's figures.
func footnotes(t DispatchTable) []string {
	var notes []string
	if l, ok := t.Line("revenue"); ok && l.Cumulative.Known {
		switch {
		case l.GrowthBasis == Comparable && !l.GrowthReported.Known:
			notes = append(notes, "口径：同比为本年名单同口径（Σ本期÷Σ同期−1），与上年公布数直接相比的名义增速不同")
		case l.GrowthBasis == Comparable:
			notes = append(notes, "口径：同比为同口径填报数")
		default:
			notes = append(notes, "口径：同比为"+string(l.GrowthBasis))
		}
		if l.Source != "" {
			notes = append(notes, "来源："+string(l.Source)+"调度")
		}
	}
	until := "截至：" + t.Month.Span()
	if t.AsOf != nil {
		until += "，数据时点" + t.AsOf.Format("2006-01-02 15:04")
	}
	if t.Coverage.Expected > 0 {
		until += fmt.Sprintf("，应报%d户、已报%d户", t.Coverage.Expected, t.Coverage.Reported)
	}
	return append(notes, until)
}
