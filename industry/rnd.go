package industry

import (
	"cmp"
	"slices"
	"time"
)

// Indicators that R&D dispatch reads by their code.
const (
	rndExpense = "rnd_expense"
	rndGerd    = "rnd_gerd"
)

// rndIndicators are shown in this order, 全社会研发投入 apart from them: it is
// annual and certified (domain 10.15).
var rndIndicators = [...]string{
	rndExpense, RnDCoverage, "high_tech", "tech_sme", "gazelle", "technology_loan_firms", "technology_loan", "technology_contract", "tax_relief",
}

// RnDFacts is everything the R&D dispatch of a month is computed from. Who may
// not see single enterprises gets table and breakdowns without what tells of them.
type RnDFacts struct {
	Facts       Facts
	Table       DispatchTable // of the facts
	Years       []Facts       // of Decembers not after the month, newest first
	Expense     Breakdown     // 研发费用 by segment
	Revenue     Breakdown     // 营业收入 by segment
	Firms       []RnDFirm     // of the list
	Enterprises []Enterprise  // of the chain, on the list or not
	Segments    map[string]string
	Regions     map[string]string
	Open        bool // single enterprises may be shown
}

// RnDFirm is a listed enterprise with what it reported of the month.
type RnDFirm struct {
	Enterprise Enterprise
	Expense    FirmReport
	Revenue    FirmReport
}

// RnD is 研发投入 of a chain and month: the JSON of GET …/rnd. Amounts in 万元,
// rates in %, changes of rates in percentage points.
type RnD struct {
	Chain       string          `json:"chain"`
	ChainName   string          `json:"chain_name"`
	Month       Month           `json:"month"`
	AsOf        *time.Time      `json:"as_of"`
	Coverage    RnDShare        `json:"coverage"`
	Intensity   Intensity       `json:"intensity"`
	Certified   []CertifiedYear `json:"certified"` // 全社会研发投入, newest year first
	Indicators  []Line          `json:"indicators"`
	Segments    []RnDSegment    `json:"segments"`
	Total       PartTotal       `json:"total"`  // of the segments
	Silent      []SilentFirm    `json:"silent"` // listed without R&D expenses; empty for who may not see enterprises
	Titles      []TitleRow      `json:"titles"`
	Holders     []TitleHolder   `json:"holders"` // likewise
	Departments []RnDDepartment `json:"departments"`
}

// RnDShare is how many of the month's list have R&D expenses (有研发活动企业).
type RnDShare struct {
	Active     Quantity `json:"active"` // expenses above 0
	Listed     Quantity `json:"listed"`
	ActiveThen Quantity `json:"active_before"` // the same month of last year, by the list of then
	ListedThen Quantity `json:"listed_before"`
	Zero       int      `json:"zero"`    // reported 0
	Missing    int      `json:"missing"` // reported nothing
}

// Intensity is Σ R&D expenses ÷ Σ revenue of the enterprises of one list that
// reported both; what it divides by is part of the figure (domain S24, 10.15).
type Intensity struct {
	Denominator string   `json:"denominator"`
	Enterprises int      `json:"enterprises"`
	Expense     Quantity `json:"expense"`
	Revenue     Quantity `json:"revenue"`
	Percent     Rate     `json:"percent"`
	Then        Rate     `json:"before"` // of those with both bases
	Change      Rate     `json:"change"` // of those with both bases

	based, basedRevenue, base, baseRevenue Quantity
}

// intensityDenominator names what expenses are divided by.
const intensityDenominator = "同一批企业的营业收入"

func (n *Intensity) add(f *RnDFirm) {
	if !f.Expense.Cumulative.Known || !f.Revenue.Cumulative.Known {
		return
	}
	n.Enterprises++
	n.Expense, n.Revenue = n.Expense.Plus(f.Expense.Cumulative), n.Revenue.Plus(f.Revenue.Cumulative)
	if f.Expense.Base.Known && f.Revenue.Base.Known {
		n.based, n.basedRevenue = n.based.Plus(f.Expense.Cumulative), n.basedRevenue.Plus(f.Revenue.Cumulative)
		n.base, n.baseRevenue = n.base.Plus(f.Expense.Base), n.baseRevenue.Plus(f.Revenue.Base)
	}
}

func (n *Intensity) settle() {
	n.Denominator = intensityDenominator
	n.Percent, n.Then = positiveRatio(n.Expense, n.Revenue), positiveRatio(n.base, n.baseRevenue)
	n.Change = positiveRatio(n.based, n.basedRevenue).Minus(n.Then)
}

// positiveRatio is a ÷ b in %, undefined where b is not above 0.
func positiveRatio(a, b Quantity) Rate {
	if b.Parts <= 0 {
		return Rate{}
	}
	return Ratio(a, b)
}

// RnDSegment is one segment's part in R&D expenses.
type RnDSegment struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Listed     int      `json:"listed"`
	Active     Quantity `json:"active"` // with expenses above 0
	Coverage   Rate     `json:"coverage"`
	Value      Quantity `json:"value"`
	Base       Quantity `json:"base"`
	Growth     Rate     `json:"growth"`
	GrowthText string   `json:"growth_text"` // 增长17.1%, 扭亏为盈, — …
	Share      Rate     `json:"share"`
	Intensity  Rate     `json:"intensity"`
	Suppressed bool     `json:"suppressed"`
}

// GrowthShort returns the growth for a table cell, as that of a Line.
func (s RnDSegment) GrowthShort() string { return shortGrowth(s.GrowthText, s.Growth) }

// SilentFirm is a listed enterprise without R&D expenses.
type SilentFirm struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Segment  string   `json:"segment"`
	Region   string   `json:"region"`
	Reported bool     `json:"reported"` // 0; false: nothing was reported
	Base     Quantity `json:"base"`     // its expenses of the same period of last year
	Revenue  Quantity `json:"revenue"`
	HighTech bool     `json:"high_tech"` // holds 高新技术企业, which asks for a share of expenses
}

// StateLabel says what was reported: 填报为0 or 未填报.
func (s SilentFirm) StateLabel() string {
	if s.Reported {
		return "填报为0"
	}
	return "未填报"
}

// RnDOf computes the R&D dispatch of a month.
func RnDOf(f RnDFacts) RnD {
	r := RnD{
		Chain: f.Table.Chain, ChainName: f.Table.ChainName, Month: f.Table.Month, AsOf: f.Table.AsOf,
		Total: f.Expense.Total, Indicators: []Line{}, Silent: []SilentFirm{}, Holders: []TitleHolder{},
	}
	for _, code := range rndIndicators {
		if l, ok := f.Table.Line(code); ok {
			r.Indicators = append(r.Indicators, l)
		}
	}
	now, then := shareOf(&f.Facts, RnDCoverage)
	r.Coverage = RnDShare{Active: now.hits, Listed: now.of, ActiveThen: then.hits, ListedThen: then.of}
	for i := range f.Firms {
		firm := &f.Firms[i]
		r.Intensity.add(firm)
		if firm.Expense.Cumulative.Parts > 0 {
			continue
		}
		if firm.Expense.Cumulative.Known {
			r.Coverage.Zero++
		} else {
			r.Coverage.Missing++
		}
		if f.Open {
			r.Silent = append(r.Silent, f.silent(firm))
		}
	}
	slices.SortStableFunc(r.Silent, func(a, b SilentFirm) int {
		return cmp.Or(boolInt(b.HighTech)-boolInt(a.HighTech), cmp.Compare(b.Revenue.Parts, a.Revenue.Parts), cmp.Compare(a.ID, b.ID))
	})
	r.Intensity.settle()
	r.Segments = f.segments()
	r.Certified = f.certified()
	r.setTitles(&f)
	r.Departments = f.departments(r.Certified)
	return r
}

// Line returns one of the indicators.
func (r RnD) Line(code string) Line {
	l, _ := DispatchTable{Indicators: r.Indicators}.Line(code)
	return l
}

// shareOf returns the counts behind an indicator that is a share of the list.
func shareOf(f *Facts, code string) (now, then share) {
	i := slices.IndexFunc(f.Indicators, func(ind Indicator) bool { return ind.Code == code })
	if i < 0 {
		return share{}, share{}
	}
	parts := partsOf(f, f.Indicators[i])
	switch len(parts) {
	case 0:
		return share{}, share{}
	case 1:
		return parts[0].amounts.share, parts[0].amounts.shareThen
	}
	a, _ := combine(f.Indicators[i], parts)
	return a.share, a.shareThen
}

func (f *RnDFacts) silent(firm *RnDFirm) SilentFirm {
	e := &firm.Enterprise
	return SilentFirm{
		ID: e.ID, Name: e.Name, Segment: f.Segments[e.Segment], Region: f.Regions[e.Region], Reported: firm.Expense.Cumulative.Known,
		Base: firm.Expense.Base, Revenue: firm.Revenue.Cumulative, HighTech: e.Holds(f.Table.Month.Last(), "高新技术企业", "高企"),
	}
}

// segments puts the parts of the expenses beside how many firms do R&D. For who
// may not see single enterprises the intensity of a segment stands only where it
// divides two figures that are shown anyway.
func (f *RnDFacts) segments() []RnDSegment {
	revenue := map[string]Part{}
	for _, p := range f.Revenue.Rows {
		revenue[p.ID] = p
	}
	known := map[string]bool{}
	for _, p := range f.Expense.Rows {
		known[p.ID] = true
	}
	active, both := map[string]int{}, map[string]*Intensity{}
	for i := range f.Firms {
		id := f.Firms[i].Enterprise.Segment
		if !known[id] {
			id = ""
		}
		if both[id] == nil {
			both[id] = &Intensity{}
		}
		both[id].add(&f.Firms[i])
		if f.Firms[i].Expense.Cumulative.Parts > 0 {
			active[id]++
		}
	}
	rows := make([]RnDSegment, 0, len(f.Expense.Rows))
	for _, p := range f.Expense.Rows {
		s := RnDSegment{
			ID: p.ID, Name: p.Name, Listed: p.Enterprises, Value: p.Value, Base: p.Base, Growth: p.Growth, GrowthText: p.GrowthText, Share: p.Share, Suppressed: p.Suppressed,
		}
		if !p.Suppressed && p.Reported > 0 {
			s.Active = Q(int64(active[p.ID]))
			s.Coverage = Ratio(s.Active, Q(int64(p.Enterprises)))
		}
		in, of := both[p.ID], revenue[p.ID]
		if in != nil && (f.Open || !p.Suppressed && !of.Suppressed && in.Enterprises == p.Reported && in.Enterprises == of.Reported) {
			s.Intensity = positiveRatio(in.Expense, in.Revenue)
		}
		rows = append(rows, s)
	}
	return rows
}

// setTitles counts the titles and gives them the targets of their indicators.
func (r *RnD) setTitles(f *RnDFacts) {
	var holders []TitleHolder
	r.Titles, holders = TitlesOf(f.Enterprises, f.Segments, r.Month)
	for i := range r.Titles {
		if l := r.Line(string(r.Titles[i].Indicator)); l.Code != "" {
			r.Titles[i].Target, r.Titles[i].Completion = l.Target, l.Completion
		}
	}
	if f.Open {
		r.Holders = holders
	}
}
