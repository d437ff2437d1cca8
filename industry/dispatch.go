package industry

import "time"

// AllChains is the reserved code that means every chain together.
const AllChains = "all"

// Optional is a text that is null in JSON when there is nothing to say.
type Optional string

// MarshalJSON writes the text, or null when it is empty.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return jsonText(string(o))
}

// Origin says how a line's amount came about.
type Origin = Optional

// The origins of an amount (interfaces, dispatch JSON); empty when there is none.
const (
	Reported   Origin = "reported" // the chain's own row
	Summed     Origin = "summed"   // Σ over the list, or over the chains
	Registered Origin = "computed" // counted in the registers
)

// Unexplained marks a figure that rests on implausible reports nobody has
// explained (workbook contract, 6).
const Unexplained = "待说明"

// DispatchTable is dispatch of one month for one chain or for all of them: the
// JSON of GET /api/v1/chains/{chain}/dispatch, and what every page, paper and
// chart of it is made from.
type DispatchTable struct {
	Chain      string     `json:"chain"`
	ChainName  string     `json:"chain_name"`
	Month      Month      `json:"month"`
	AsOf       *time.Time `json:"as_of"` // nil: now
	Coverage   Coverage   `json:"coverage"`
	Indicators []Line     `json:"indicators"`
}

// Line is one indicator in the dispatch table. Amounts are in Unit (money in
// 万元), rates in percent, Ahead in percentage points.
type Line struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Unit   string `json:"unit"`
	Origin Origin `json:"origin"`

	InMonth          Quantity `json:"in_month"`
	InMonthDerived   bool     `json:"in_month_derived"` // not reported: a difference of cumulatives
	Cumulative       Quantity `json:"cumulative"`
	Base             Quantity `json:"base"`   // same period of last year as reported this year
	Change           Quantity `json:"change"` // current − base over those that have a base
	SumOfEnterprises Quantity `json:"sum_of_enterprises"`

	Growth         Rate   `json:"growth"`
	GrowthBasis    Basis  `json:"growth_basis"`
	GrowthReported Rate   `json:"growth_reported"`
	GrowthComputed Rate   `json:"growth_computed"`
	GrowthNominal  Rate   `json:"growth_nominal"`
	GrowthText     string `json:"growth_text"` // 增长17.1%, 扭亏为盈, — …
	TwoYearAverage Rate   `json:"two_year_average"`

	Target           Quantity      `json:"target"`
	TargetKind       Optional      `json:"target_kind"` // 总量, 增速, 比率
	Targets          []TargetValue `json:"targets"`
	Completion       Rate          `json:"completion"`
	Pace             Rate          `json:"pace"`
	Ahead            Rate          `json:"ahead"`
	RemainingMonthly Quantity      `json:"remaining_monthly"`
	Forecast         Forecast      `json:"forecast"`
	Light            Light         `json:"light"`
	LightRule        Optional      `json:"light_rule"`
	LightReason      string        `json:"light_reason"`

	Rank         Quantity      `json:"rank"`
	RankOf       Quantity      `json:"rank_of"`
	RankChange   Quantity      `json:"rank_change"` // above 0: moved up since last month
	Source       Optional      `json:"source"`
	OtherSources []OtherSource `json:"other_sources"`
	DataStatus   Optional      `json:"data_status"`
	Cause        Optional      `json:"cause"`
	Coverage     Counted       `json:"coverage"`
	Warnings     []string      `json:"warnings"`
	Unexplained  int           `json:"unexplained"` // reports behind the figure that are 待说明

	NominalText string `json:"-"` // of GrowthNominal: 增长17.1%, 扭亏为盈, — …
	Exempt      bool   `json:"-"` // 免报: the month is no point of the indicator

	LightWord string      `json:"-"` // in place of the light's own word: 规则未规定, 缺依据, what its rule calls it
	Rule      LightRule   `json:"-"` // the light was given by; without name where there is no target
	Indicator Indicator   `json:"-"`
	Plan      []PlanPoint `json:"-"` // what a 总量 target asks at each month's end, first point to December
}

// TargetValue is one of the year's targets of a line.
type TargetValue struct {
	Kind  string   `json:"kind"`
	Value Quantity `json:"value"`
}

// OtherSource is another department's figure for the same thing, shown as a
// check and never summed. Differences are theirs − ours.
type OtherSource struct {
	Source           string   `json:"source"`
	Cumulative       Quantity `json:"cumulative"`
	Growth           Rate     `json:"growth"`
	Difference       Quantity `json:"difference"`
	GrowthDifference Rate     `json:"growth_difference"`
}

// Empty reports whether a line has no figure at all, so that a page can leave
// it out.
func (l Line) Empty() bool {
	return !l.Cumulative.Known && !l.Growth.Known && !l.InMonth.Known && len(l.OtherSources) == 0
}

// Line returns the line of an indicator, or false.
func (t DispatchTable) Line(code string) (Line, bool) {
	for _, l := range t.Indicators {
		if l.Code == code {
			return l, true
		}
	}
	return Line{}, false
}
