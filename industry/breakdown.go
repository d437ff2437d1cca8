package industry

// GroupSum is the sum over one group (a branch, segment, region …) of a month's
// list. The groups of a breakdown share no enterprise.
type GroupSum struct {
	Group    Party
	Expected int // listed enterprises in the group
	Sum      Sum
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
}

// PartTotal is the whole that the parts belong to.
type PartTotal struct {
	Value  Quantity `json:"value"`
	Base   Quantity `json:"base"`
	Growth Rate     `json:"growth"`
}
