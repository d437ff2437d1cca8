package industry

import (
	"math/big"
	"time"
)

// Party names one object: an enterprise, chain, region or department.
type Party struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Source says where a value came from.
type Source struct {
	Batch int64 // 0: typed on the site
	File  string
	Sheet string
	Cell  string
	By    string
	At    time.Time
}

// MonthlyReport is one figure as reported: object, month, indicator and source.
// Amounts are in the indicator's standard unit (money in 万元).
type MonthlyReport struct {
	Month        Month
	ObjectKind   string // chain, enterprise, region or department
	Object       string // its key
	Chain        string
	Indicator    string
	Source       string
	InMonth      Quantity
	Cumulative   Quantity
	Base         Quantity // same period of last year as reported this year, same list
	Growth       Quantity // the published rate in %, where the row carries one
	TwoYearsAgo  Quantity
	ExpectedNext Quantity
	Rank         Quantity
	RankOf       Quantity
	Status       string // 快报, 初步, 最终
	Cause        string
	Doubt        string // why it is 待说明, "" once explained
}

// Sum is what SQL adds up over a chain's list of one month for one indicator,
// from the indicator's main source. It holds sums and counts, no indicator.
type Sum struct {
	Indicator        string
	Reported         int      // listed enterprises with a cumulative figure
	Cumulative       Quantity // Σ over them
	Based            int      // those that also report a base
	BasedCumulative  Quantity // Σ cumulative over those
	Base             Quantity // Σ base over those
	TwoYearsCount    int      // those that report 两年前同期累计
	TwoYearsNow      Quantity // Σ cumulative over those
	TwoYearsAgo      Quantity // Σ two years ago over those
	InMonth          Quantity // Σ in-month: reported, else cumulative − last month's of the same enterprise
	InMonthCount     int      // enterprises in that sum
	InMonthDerived   int      // of which derived
	ExpectedNext     Quantity // Σ 下月预计 over those who gave one
	ExpectedNextMany int
	Positive         int // enterprises with a cumulative above 0
	Unexplained      int // reports marked 待说明
	Preliminary      int // reports with status 快报
}

// Target is a year's target of one object and indicator.
type Target struct {
	Year      int
	Chain     string
	Indicator string
	Kind      string // 总量, 增速, 比率
	Value     Quantity
	Plan      [4]Quantity // cumulative plan at the end of each quarter, or all unknown
}

// ChainFacts is everything dispatch of one chain and month is computed from.
type ChainFacts struct {
	Chain    Party
	Expected int                // enterprises on the month's list
	Then     int                // enterprises on the list of the same month of last year
	Missing  []Party            // listed, without a revenue figure
	Baseless map[string][]Party // by indicator: listed and reported, without a base
	Absent   []Absent           // what those missing in a sum last had in it
	Sums     []Sum              // of this month's list
	LastYear []Sum              // of the list of the same month of last year, as reported then
	Reports  []MonthlyReport    // the chain's own rows: this month, last month, same month of last year
	Targets  []Target           // of the year, for this chain
	Register []Computed         // indicators computed from the registers
	Past     []PastTotal        // of PastMonths, for the forecast; none: no seasonal one
}

// Computed is the value of a register-computed indicator and its base.
type Computed struct {
	Indicator  string
	InMonth    Quantity
	Cumulative Quantity
	Base       Quantity
	Pending    Quantity // of 问题办结率: issues in the denominator that are open within their limit

	share, shareThen share // of an indicator that is a share
}

// Facts is everything dispatch of a month is computed from, for one chain or,
// with Chain.ID "all", for every chain.
type Facts struct {
	Chain      Party
	Month      Month
	AsOf       time.Time // zero: now
	Indicators []Indicator
	Chains     []ChainFacts // one, or all of them

	Rules RuleBook                  // as decided by AsOf
	Year  map[string]map[Month]Line // by indicator: other months of the year, where a rule looks at them
	City  map[string]*big.Rat       // by indicator: the rate of 全市, where a rule looks at it
}

// SegmentSum is the sum over the listed enterprises of one segment in one month.
type SegmentSum struct {
	Month   Month
	Chain   string
	Segment string // key of the segment, "" where an enterprise names none
	Sum
}

// Plus adds two sums of the same indicator over disjoint lists.
func (s Sum) Plus(t Sum) Sum {
	s.Reported += t.Reported
	s.Cumulative = s.Cumulative.Plus(t.Cumulative)
	s.Based += t.Based
	s.BasedCumulative = s.BasedCumulative.Plus(t.BasedCumulative)
	s.Base = s.Base.Plus(t.Base)
	s.TwoYearsCount += t.TwoYearsCount
	s.TwoYearsNow = s.TwoYearsNow.Plus(t.TwoYearsNow)
	s.TwoYearsAgo = s.TwoYearsAgo.Plus(t.TwoYearsAgo)
	s.InMonth = s.InMonth.Plus(t.InMonth)
	s.InMonthCount += t.InMonthCount
	s.InMonthDerived += t.InMonthDerived
	s.ExpectedNext = s.ExpectedNext.Plus(t.ExpectedNext)
	s.ExpectedNextMany += t.ExpectedNextMany
	s.Positive += t.Positive
	s.Unexplained += t.Unexplained
	s.Preliminary += t.Preliminary
	return s
}

// FirmReport is what one enterprise reported of an indicator in one month.
type FirmReport struct {
	InMonth    Quantity
	Cumulative Quantity
	Base       Quantity
}

// FirmReports are an enterprise's reports of one indicator by month.
type FirmReports map[Month]FirmReport
