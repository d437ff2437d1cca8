package industry

// GroupSum is the sum over one group (a branch, segment, region …) of a month's
// list. The groups of a breakdown share no enterprise.
type GroupSum struct {
	Group    Party
	Expected int // listed enterprises in the group
	Sum      Sum
	Segment  bool   // the group is one segment; otherwise a branch
	Cells    []Cell // what the sum is made of, for Suppressed; none: the group stands alone
}

// Cell is the part of one segment in a group.
type Cell struct {
	Chain, Branch, Segment string
	Sum                    Sum
}

// Breakdown splits a chain's figure into groups, always from enterprises: the
// JSON of GET …/breakdown.
type Breakdown struct {
	Rows  []Part    `json:"rows"`
	Total PartTotal `json:"total"`
}

// Part is one group of a breakdown; amounts in the indicator's unit.
type Part struct {
	ID           string   `json:"id"`
	Name         string   `json:"name"`
	Enterprises  int      `json:"enterprises"` // listed
	Value        Quantity `json:"value"`
	Base         Quantity `json:"base"`
	Growth       Rate     `json:"growth"`
	Share        Rate     `json:"share"`        // of the total's value, %
	Contribution Rate     `json:"contribution"` // of the total's increment, %
	Pull         Rate     `json:"pull"`         // increment ÷ base of the whole, percentage points; pulls add up to the total's growth
	Suppressed   bool     `json:"suppressed"`

	segment bool
	cells   []Cell
}

// PartTotal is the whole that the parts belong to.
type PartTotal struct {
	Value  Quantity `json:"value"`
	Base   Quantity `json:"base"`
	Growth Rate     `json:"growth"`
}

// BreakdownOf splits a month's sums into groups. Pull is a group's increment
// over the base of the whole; only enterprises with a base enter increments, so
// that the pulls add up to the total's growth (domain S49, S50).
func BreakdownOf(ind Indicator, groups []GroupSum) Breakdown {
	var whole Sum
	for i := range groups {
		s := &groups[i].Sum
		whole.Cumulative = whole.Cumulative.Plus(s.Cumulative)
		whole.Base = whole.Base.Plus(s.Base)
		whole.BasedCumulative = whole.BasedCumulative.Plus(s.BasedCumulative)
	}
	amounts := !ind.ratio()
	comparable := amounts && ind.Basis != Published
	b := Breakdown{Rows: make([]Part, 0, len(groups))}
	if amounts {
		b.Total.Value, b.Total.Base = whole.Cumulative, whole.Base
	}
	if comparable {
		b.Total.Growth = Growth(whole.BasedCumulative, whole.Base)
	}
	increment := whole.BasedCumulative.Minus(whole.Base)
	for i := range groups {
		s := &groups[i].Sum
		row := Part{
			ID: groups[i].Group.ID, Name: groups[i].Group.Name, Enterprises: groups[i].Expected,
			segment: groups[i].Segment, cells: groups[i].cells(),
		}
		if amounts {
			row.Value, row.Base = s.Cumulative, s.Base
			row.Share = Ratio(s.Cumulative, whole.Cumulative)
		}
		if comparable {
			row.Growth = Growth(s.BasedCumulative, s.Base)
			own := s.BasedCumulative.Minus(s.Base)
			row.Contribution = Ratio(own, increment)
			row.Pull = Ratio(own, absolute(whole.Base))
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

func (g GroupSum) cells() []Cell {
	if len(g.Cells) > 0 {
		return g.Cells
	}
	return []Cell{{Branch: g.Group.ID, Segment: g.Group.ID, Sum: g.Sum}}
}

func absolute(q Quantity) Quantity {
	if q.Parts < 0 {
		q.Parts = -q.Parts
	}
	return q
}
