package industry

// Breakdown splits a chain's figure into groups, always from enterprises: the
// JSON of GET …/breakdown.
type Breakdown struct {
	By       Grouping  `json:"by"`
	Month    Month     `json:"month"`
	Previous Month     `json:"previous_month"` // what ranks are compared with; null where the year begins
	Rows     []Part    `json:"rows"`
	Total    PartTotal `json:"total"`

	earlier *Breakdown
}

// Part is one group of a breakdown; amounts in the indicator's unit.
type Part struct {
	ID           string   `json:"id"`
	Name         string   `json:"name"`
	Enterprises  int      `json:"enterprises"` // listed
	Reported     int      `json:"reported"`    // of which with a figure
	Value        Quantity `json:"value"`
	Base         Quantity `json:"base"`
	Increment    Quantity `json:"increment"` // current − base over those that have a base
	Growth       Rate     `json:"growth"`
	GrowthText   string   `json:"growth_text"`  // 增长17.1%, 扭亏为盈, — …
	Share        Rate     `json:"share"`        // of the total's value, %
	Contribution Rate     `json:"contribution"` // of the total's increment, %
	Pull         Rate     `json:"pull"`         // increment ÷ base of the whole, percentage points; pulls add up to the total's growth
	Standing              // by value and by growth
	Suppressed   bool     `json:"suppressed"`

	cells []Cell
}

// PartTotal is the whole that the parts belong to.
type PartTotal struct {
	Enterprises int      `json:"enterprises"` // listed
	Reported    int      `json:"reported"`    // of which with a figure: fewer, and the total is not complete
	Value       Quantity `json:"value"`
	Base        Quantity `json:"base"`
	Increment   Quantity `json:"increment"`
	Growth      Rate     `json:"growth"`
	GrowthText  string   `json:"growth_text"`
}

// BreakdownOf splits a month's sums into groups. Pull is a group's increment
// over the base of the whole; only enterprises with a base enter increments, so
// that the pulls add up to the total's growth (domain S49, S50).
func BreakdownOf(ind Indicator, groups []GroupSum) Breakdown {
	var whole Sum
	b := Breakdown{By: ByBranch, Rows: make([]Part, 0, len(groups)), Total: PartTotal{GrowthText: undefined}}
	for i := range groups {
		b.Total.Enterprises += groups[i].Expected
		whole = whole.Plus(groups[i].Sum)
		if groups[i].By != "" {
			b.By = groups[i].By
		}
	}
	b.Total.Reported = whole.Reported
	amounts := !ind.ratio()
	comparable := amounts && ind.Basis != Published
	if amounts {
		b.Total.Value, b.Total.Base = whole.Cumulative, whole.Base
	}
	if comparable {
		b.Total.Increment = whole.BasedCumulative.Minus(whole.Base)
		b.Total.Growth = Growth(whole.BasedCumulative, whole.Base)
		b.Total.GrowthText = GrowthText(b.Total.Growth, whole.BasedCumulative, whole.Base)
	}
	for i := range groups {
		s := &groups[i].Sum
		row := Part{
			ID: groups[i].Group.ID, Name: groups[i].Group.Name, GrowthText: undefined, Enterprises: groups[i].Expected, Reported: s.Reported,
			cells: groups[i].cells(),
		}
		if amounts {
			row.Value, row.Base = s.Cumulative, s.Base
			row.Share = Ratio(s.Cumulative, whole.Cumulative)
		}
		if comparable {
			row.Growth = Growth(s.BasedCumulative, s.Base)
			row.GrowthText = GrowthText(row.Growth, s.BasedCumulative, s.Base)
			row.Increment = s.BasedCumulative.Minus(s.Base)
			row.Contribution = Ratio(row.Increment, b.Total.Increment)
			row.Pull = Ratio(row.Increment, absolute(whole.Base))
		}
		b.Rows = append(b.Rows, row)
	}
	b.rank()
	return b
}

// GrowthShort returns the growth for a table cell, as that of a Line.
func (p Part) GrowthShort() string { return shortGrowth(p.GrowthText, p.Growth) }

// GrowthShort returns the growth for a table cell, as that of a Line.
func (t PartTotal) GrowthShort() string { return shortGrowth(t.GrowthText, t.Growth) }

func (g GroupSum) cells() []Cell {
	if len(g.Cells) > 0 {
		return g.Cells
	}
	return []Cell{{Branch: g.Group.ID, Segment: g.Group.ID, Region: g.Group.ID, Sum: g.Sum}}
}

func absolute(q Quantity) Quantity {
	if q.Parts < 0 {
		q.Parts = -q.Parts
	}
	return q
}
