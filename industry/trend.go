package industry

import "strconv"

// PointFacts is what one chain reported for one month of one indicator; several
// with the same month are several chains.
type PointFacts struct {
	Month Month
	Chain string
	Own   *MonthlyReport // the chain's own row from the main source, where one exists
	Sum   *Sum           // over the list of that month; for 有研发活动企业占比 that of 研发费用

	Listed   int       // enterprises on the list; 0: it is not asked who is missing
	Register *Computed // of an indicator counted in the registers
}

// Trend is a series of months: the JSON of GET …/trend.
type Trend struct {
	Chain     string  `json:"chain"`
	Indicator string  `json:"indicator"`
	Name      string  `json:"name"`
	Unit      string  `json:"unit"`
	Basis     Basis   `json:"growth_basis"`
	Points    []Point `json:"points"`

	References []ReferenceSeries `json:"references"` // of 国家, 省 and 市; never summed

	Plan []PlanPoint `json:"-"` // the year's plan, where a 总量 target exists
}

// Point is one month of a trend; a month without a figure is a point of nulls.
type Point struct {
	Month          Month    `json:"month"`
	Label          string   `json:"label"` // 1—2月, 3月, …
	Cumulative     Quantity `json:"cumulative"`
	Base           Quantity `json:"base"`
	Growth         Rate     `json:"growth"`
	GrowthText     string   `json:"growth_text"` // 增长17.1%, 扭亏为盈, — …
	InMonth        Quantity `json:"in_month"`
	InMonthDerived bool     `json:"in_month_derived"`
	Incomplete     bool     `json:"incomplete"`    // enterprises or chains are missing in the sum
	MissingCount   int      `json:"missing_count"` // enterprises
	Unexplained    int      `json:"unexplained"`   // reports behind the point that are 待说明
}

// Mark says in a few words that the point is not complete, or that reports
// behind it are not explained: 缺3户、待说明; "" where all is well.
func (p Point) Mark() string {
	mark := Gap{MissingCount: p.MissingCount}.Mark()
	if p.Incomplete && p.MissingCount == 0 {
		mark = "合计不全"
	}
	switch {
	case p.Unexplained == 0:
		return mark
	case mark == "":
		return Unexplained
	}
	return mark + ListSeparator + Unexplained
}

// PlanPoint is what a 总量 target asks by the end of a month.
type PlanPoint struct {
	Month Month    `json:"month"`
	Value Quantity `json:"value"`
}

// Due returns what the year's plan asks by the end of a month, unknown without
// a 总量 target and in other years.
func (t Trend) Due(m Month) Quantity {
	for _, p := range t.Plan {
		if p.Month == m {
			return p.Value
		}
	}
	return Quantity{}
}

// TrendFrom returns the first month whose facts TrendOf uses for n months ending
// at to: the month before the window, from which its first in-month is derived,
// and for 名义 growth and shares of the list the year before it.
func TrendFrom(ind Indicator, to Month, n int) Month {
	if ind.Code == RnDCoverage || ind.Basis == Nominal && !ind.FromRegister {
		return to.Add(1 - n - 12)
	}
	return to.Add(-n)
}

// TrendOf returns the points of the n calendar months ending at to, January
// left out where the indicator has none, from the facts since TrendFrom.
func TrendOf(ind Indicator, to Month, n int, facts []PointFacts) Trend {
	byMonth := make(map[Month][]PointFacts, n+1)
	for _, f := range facts {
		byMonth[f.Month] = append(byMonth[f.Month], f)
	}
	t := Trend{Indicator: ind.Code, Name: ind.Name, Unit: ind.Unit, Basis: ind.Basis, Points: []Point{}, References: []ReferenceSeries{}}
	for m := to.Add(1 - n); m <= to; m++ {
		if m.Number() < ind.First() {
			continue
		}
		t.Points = append(t.Points, pointOf(ind, m, byMonth))
	}
	return t
}

// pointOf computes one month by the rules of dispatch.
func pointOf(ind Indicator, m Month, byMonth map[Month][]PointFacts) Point {
	at := func(month Month, chain string) PointFacts {
		for _, f := range byMonth[month] {
			if f.Chain == chain {
				return f
			}
		}
		return PointFacts{}
	}
	parts := make([]part, 0, len(byMonth[m]))
	for _, f := range byMonth[m] {
		then := at(m-12, f.Chain)
		e := evidence{own: f.Own, previous: at(m-1, f.Chain).Own, yearAgo: then.Own, register: f.Register}
		if ind.Code == RnDCoverage {
			e.share, e.shareThen = coverageOf(f.Sum, f.Listed), coverageOf(then.Sum, then.Listed)
		} else {
			e.sum, e.sumThen = f.Sum, then.Sum
		}
		parts = append(parts, part{&ChainFacts{Chain: Party{ID: f.Chain, Name: f.Chain}, Expected: f.Listed}, e, amountsOf(ind, m, e)})
	}
	var a amounts
	switch len(parts) {
	case 0:
	case 1:
		a = parts[0].amounts
	default:
		a, _ = combine(ind, parts)
	}
	g := growthsOf(ind, a)
	p := Point{
		Month: m, Label: pointLabel(ind, m), Cumulative: a.cumulative, Base: a.base,
		Growth: rate(g.shown), GrowthText: g.text(), InMonth: a.inMonth, InMonthDerived: a.inMonthDerived,
	}
	if !ind.FromRegister {
		gap := gapOf(ind, m, parts)
		p.Incomplete, p.MissingCount = gap.Incomplete, gap.MissingCount
	}
	for i := range parts {
		p.Unexplained += parts[i].doubts()
	}
	if a.partial {
		p.Base = Quantity{}
	}
	return p
}

// GrowthShort returns the growth for a table cell, as that of a Line.
func (p Point) GrowthShort() string { return shortGrowth(p.GrowthText, p.Growth) }

// pointLabel names a month of a series: 1—2月 where the year starts so, else 3月.
func pointLabel(ind Indicator, m Month) string {
	if !ind.January && m.Number() == ind.First() {
		return "1—2月"
	}
	return strconv.Itoa(m.Number()) + "月"
}
