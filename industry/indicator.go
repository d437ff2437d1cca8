package industry

import (
	"cmp"
	"slices"
)

// Basis is how an indicator's growth is stated.
type Basis string

// The bases of growth, as 指标.增速口径 writes them.
const (
	Comparable Basis = "同口径"   // Σ this year ÷ Σ base of the same list − 1 (NBS practice, domain S31–S33)
	Published  Basis = "可比价直报" // the statistics office's own rate; never derived from amounts
	Nominal    Basis = "名义"    // ratio of two years' totals as reported
)

// Indicator is one measured thing: its unit, calendar and basis of growth.
type Indicator struct {
	Code         string
	Name         string
	Unit         string
	Frequency    string // 月, 季, 年
	Period       string // 累计, 时点, 比率
	January      bool   // false: the first point of a year is 1–2月
	Basis        Basis
	MainSource   string // the department whose row is primary
	LowerBetter  bool
	Since        Month
	FromRegister bool // computed from the registers, not dispatched
}

// Money reports whether the unit is an amount of money, stored in 万元.
func (i Indicator) Money() bool { return IsMoneyUnit(i.Unit) }

// IsMoneyUnit reports whether a unit of measure is one of renminbi.
func IsMoneyUnit(unit string) bool {
	switch unit {
	case "元", "千元", "万元", "百万元", "亿元":
		return true
	}
	return false
}

// registerIndicators are computed from the registers (workbook contract,
// "Built-in indicators"); their monthly reports carry no amounts.
var registerIndicators = map[string]bool{
	"signed_projects": true, "signed_contract": true, "arrived_funds": true, "started_projects": true,
	"operating_projects": true, "new_above_scale": true, "above_scale": true, "high_tech": true, "tech_sme": true,
	"gazelle": true, "rnd_coverage": true, "issue_closing": true, "visit_coverage": true,
}

// IndicatorOf reads an indicator record.
func IndicatorOf(r Record) Indicator {
	basis := Basis(r.Get("basis"))
	if basis == "" {
		basis = Comparable
	}
	return Indicator{
		Code: r.Get("code"), Name: r.Get("name"), Unit: r.Get("unit"),
		Frequency: orElse(r.Get("frequency"), "月"), Period: orElse(r.Get("period"), "累计"),
		January: r.Get("january") != "无", Basis: basis, MainSource: r.Get("main_source"),
		LowerBetter: r.Get("direction") == "越低越好", Since: r.Month("since"),
		FromRegister: registerIndicators[r.Get("code")],
	}
}

func orElse(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// First returns the month number of the first cumulative point of a year: 1, or
// 2 (1–2月) where the indicator has no January.
func (i Indicator) First() int {
	if i.January {
		return 1
	}
	return 2
}

// due reports whether the month is a point of the indicator: January is none where
// it is 免报 (domain 3.3.3), whatever stands there.
func (i Indicator) due(m Month) bool { return m.Number() >= i.First() }

// SortIndicators puts indicators into the order in which tables show them.
func SortIndicators(indicators []Indicator) {
	place := func(code string) int {
		i := slices.IndexFunc(builtInIndicators[:], func(b Indicator) bool { return b.Code == code })
		if i < 0 {
			return len(builtInIndicators)
		}
		return i
	}
	slices.SortStableFunc(indicators, func(a, b Indicator) int {
		return cmp.Or(cmp.Compare(place(a.Code), place(b.Code)), cmp.Compare(a.Code, b.Code))
	})
}
