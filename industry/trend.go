package industry

// PointFacts is what one chain reported for one month of one indicator; several
// with the same month are several chains.
type PointFacts struct {
	Month Month
	Chain string
	Own   *MonthlyReport // the chain's own row from the main source, where one exists
	Sum   *Sum           // over the list of that month
}

// Trend is a series of months: the JSON of GET …/trend.
type Trend struct {
	Chain     string  `json:"chain"`
	Indicator string  `json:"indicator"`
	Name      string  `json:"name"`
	Unit      string  `json:"unit"`
	Basis     Basis   `json:"growth_basis"`
	Points    []Point `json:"points"`

	Plan []PlanPoint `json:"-"` // the year's plan, where a 总量 target exists
}

// Point is one month of a trend; a month without a figure is a point of nulls.
type Point struct {
	Month          Month    `json:"month"`
	Label          string   `json:"label"` // 1—2月, 3月, …
	Cumulative     Quantity `json:"cumulative"`
	Base           Quantity `json:"base"`
	Growth         Rate     `json:"growth"`
	InMonth        Quantity `json:"in_month"`
	InMonthDerived bool     `json:"in_month_derived"`
}

// PlanPoint is what a 总量 target asks by the end of a month.
type PlanPoint struct {
	Month Month    `json:"month"`
	Value Quantity `json:"value"`
}
