package industry

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// past returns a chain's totals of a month and of December, by year.
func past(ind Indicator, m Month, years map[int][2]int64) []PastTotal {
	var totals []PastTotal
	for year, y := range years {
		totals = append(totals,
			PastTotal{Month: NewMonth(year, m.Number()), Indicator: ind.Code, Own: Q(y[0])},
			PastTotal{Month: NewMonth(year, 12), Indicator: ind.Code, Own: Q(y[1])})
	}
	return totals
}

// expected forecasts a chain of one own row.
func expected(ind Indicator, at string, t *testing.T, now int64, years map[int][2]int64) Forecast {
	m := month(t, at)
	return single(ind, m, ChainFacts{
		Reports: []MonthlyReport{own(ind, m, func(r *MonthlyReport) { r.Cumulative = Q(now) })},
		Past:    past(ind, m, years),
	}).Forecast
}

// 600 by June, after years that had 50 %, 40 % and 60 % by then: 600 ÷ 50 %, from
// 600 ÷ 60 % to 600 ÷ 40 %.
func TestSeasonalForecast(t *testing.T) {
	years := map[int][2]int64{2025: {500, 1000}, 2024: {400, 1000}, 2023: {600, 1000}, 2022: {1, 1000}}
	f := expected(taxIndicator, "2026-06", t, 600, years)
	if f.Year != Q(1200) || f.Low != Q(1000) || f.High != Q(1500) || f.Basis != Seasonal || f.NextMonth.Known || f.Completion.Known {
		t.Errorf("%+v", f)
	}
	if want := Optional("按2023、2024、2025年1—6月占全年的平均比重，区间为其中最高、最低的一年"); f.Note != want {
		t.Errorf("%s", f.Note)
	}
	m := month(t, "2026-06")
	l := single(taxIndicator, m, ChainFacts{
		Reports: []MonthlyReport{own(taxIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.ExpectedNext = Q(600), Q(690) })},
		Past:    past(taxIndicator, m, years),
		Targets: []Target{{Year: 2026, Indicator: taxIndicator.Code, Kind: TotalTarget, Value: Q(1600)}},
	})
	if f := l.Forecast; f.Year != Q(1200) || f.NextMonth != Q(690) || f.Basis != Seasonal || !near(f.Completion, 75) {
		t.Errorf("%+v", f)
	}
	text, err := json.Marshal(f)
	if want := `{"year":1200,"low":1000,"high":1500,"next_month":null,"basis":"seasonal","completion":null,` +
		`"note":"按2023、2024、2025年1—6月占全年的平均比重，区间为其中最高、最低的一年"}`; err != nil || string(text) != want {
		t.Errorf("%s %v", text, err)
	}
}

func TestNoForecast(t *testing.T) {
	full := map[int][2]int64{2025: {500, 1000}, 2024: {400, 1000}}
	annual := taxIndicator
	annual.Frequency = "年"
	young := taxIndicator
	young.Since = NewMonth(2024, 7)
	for what, f := range map[string]Forecast{
		"one past year":               expected(taxIndicator, "2026-06", t, 600, map[int][2]int64{2025: {500, 1000}}),
		"the second lies too far":     expected(taxIndicator, "2026-06", t, 600, map[int][2]int64{2025: {500, 1000}, 2022: {500, 1000}}),
		"December":                    expected(taxIndicator, "2026-12", t, 600, full),
		"nothing yet":                 expected(taxIndicator, "2026-06", t, 0, full),
		"a loss so far":               expected(profitIndicator, "2026-06", t, -6, full),
		"a year that ended in a loss": expected(profitIndicator, "2026-06", t, 600, map[int][2]int64{2025: {500, 1000}, 2024: {400, -10}}),
		"a loss by June":              expected(profitIndicator, "2026-06", t, 600, map[int][2]int64{2025: {500, 1000}, 2024: {-4, 1000}}),
		"a year that shrank":          expected(profitIndicator, "2026-06", t, 600, map[int][2]int64{2025: {500, 1000}, 2024: {400, 300}}),
		"a stock":                     expected(staffIndicator, "2026-06", t, 600, full),
		"once a year":                 expected(annual, "2026-06", t, 600, full),
		"before the series began":     expected(young, "2026-06", t, 600, full),
	} {
		if f.Year.Known || f.Low.Known || f.High.Known || f.Basis != "" || f.Note != "" {
			t.Errorf("%s: %+v", what, f)
		}
	}
	if months := PastMonths(month(t, "2026-12")); months != nil {
		t.Errorf("December reads %v", months)
	}
}

// In November 下月预计 is the year and stands before the projection.
func TestReportedForecast(t *testing.T) {
	m := month(t, "2026-11")
	l := single(taxIndicator, m, ChainFacts{
		Reports: []MonthlyReport{own(taxIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.ExpectedNext = Q(600), Q(690) })},
		Past:    past(taxIndicator, m, map[int][2]int64{2025: {500, 1000}, 2024: {400, 1000}}),
	})
	if f := l.Forecast; f.Year != Q(690) || f.NextMonth != Q(690) || f.Low.Known || f.High.Known || f.Basis != "reported" {
		t.Errorf("%+v", f)
	}
	if f := expected(taxIndicator, "2026-11", t, 900, map[int][2]int64{2025: {900, 1000}, 2024: {900, 1000}}); f.Year != Q(1000) || f.Basis != Seasonal {
		t.Errorf("%+v", f)
	}
}

// Things that come whole are forecast whole.
func TestForecastOfThings(t *testing.T) {
	loans := Indicator{Code: "technology_loan_firms", Name: "科贷通户数", Unit: "户", Period: "累计", Basis: Comparable, January: true, MainSource: "科技局"}
	f := expected(loans, "2026-06", t, 20, map[int][2]int64{2025: {15, 31}, 2024: {11, 23}})
	if f.Year != Q(42) || f.Low != Q(41) || f.High != Q(42) {
		t.Errorf("%+v", f)
	}
}

// Several chains: a past year counts where every chain in the current figure
// knows both of its points; sums over lists say who lacked.
func TestForecastOfAllChains(t *testing.T) {
	m := month(t, "2026-06")
	total := func(at string, q, missing int64) PastTotal {
		return PastTotal{Month: month(t, at), Indicator: "revenue", Sum: Q(q), Missing: int(missing)}
	}
	a := summed(revenueIndicator, "甲", 300, 250)
	a.Past = []PastTotal{total("2025-06", 200, 2), total("2025-12", 500, 0), total("2024-06", 100, 0), total("2024-12", 400, 0), total("2023-06", 9, 0), total("2023-12", 10, 0)}
	b := chain(revenueIndicator, m, "乙", func(r *MonthlyReport) { r.Cumulative = Q(300) })
	b.Past = past(revenueIndicator, m, map[int][2]int64{2025: {300, 500}, 2024: {300, 400}})
	silent := ChainFacts{Chain: Party{"丙", "丙链"}, Expected: 4}
	l := together(revenueIndicator, m, a, b, silent)
	// 500 of 1000 and 400 of 800: half the year both times.
	if f := l.Forecast; f.Year != Q(1200) || f.Low != Q(1200) || f.High != Q(1200) ||
		f.Note != "按2024、2025年1—6月占全年的平均比重，区间为其中最高、最低的一年；未报：2025年同期2户" {
		t.Errorf("%+v", f)
	}
	a.Expected = 5
	if f := together(revenueIndicator, m, a, b).Forecast; f.Note != "按2024、2025年1—6月占全年的平均比重，区间为其中最高、最低的一年；未报：2025年同期2户，本期3户（预测偏低）" {
		t.Errorf("%s", f.Note)
	}
	a.Past = a.Past[1:]
	if f := together(revenueIndicator, m, a, b).Forecast; f.Year.Known {
		t.Errorf("a chain's past is unknown: %+v", f)
	}
}

// Whatever the shares were, the projection lies within its range, is no less than
// what has come in, and comes out the same in any order of the years read.
func TestForecastRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := NewMonth(2026, rapid.IntRange(1, 11).Draw(t, "month"))
		var totals []PastTotal
		for back := 1; back <= 3; back++ {
			december := rapid.Int64Range(1, 9_000_000_000_000).Draw(t, "year")
			totals = append(totals,
				PastTotal{Month: m - Month(12*back), Indicator: "tax", Own: Parts(rapid.Int64Range(1+december/20, december).Draw(t, "by then"))},
				PastTotal{Month: NewMonth(2026-back, 12), Indicator: "tax", Own: Parts(december)})
		}
		now := Parts(rapid.Int64Range(1, 9_000_000_000_000).Draw(t, "now"))
		forecast := func(past []PastTotal) Forecast {
			return single(taxIndicator, m, ChainFacts{Past: past, Reports: []MonthlyReport{own(taxIndicator, m, func(r *MonthlyReport) { r.Cumulative = now })}}).Forecast
		}
		f := forecast(totals)
		if !f.Year.Known || f.Low.Parts < now.Parts || f.Year.Parts < f.Low.Parts || f.High.Parts < f.Year.Parts {
			t.Fatalf("%v by %v: %+v", now, m, f)
		}
		if other := forecast(rapid.Permutation(totals).Draw(t, "order")); other != f {
			t.Fatalf("%+v and %+v", f, other)
		}
	})
}

func TestForecastText(t *testing.T) {
	l := Line{Unit: "万元", Cumulative: Q(1_964_993), Target: Q(2_380_000), TargetKind: TotalTarget}
	if l.ForecastText() != "" || l.ForecastBasis() != "" {
		t.Errorf("%q %q", l.ForecastText(), l.ForecastBasis())
	}
	l.Forecast = Forecast{Year: Q(2_473_585), Low: Q(2_457_612), High: Q(2_489_766), Basis: Seasonal, Completion: Percent(103.93)}
	if got := l.ForecastText(); got != "247.36亿元（245.76—248.98亿元），为目标的103.9%" || l.ForecastBasis() != "季节推算" {
		t.Errorf("%s, %s", got, l.ForecastBasis())
	}
	l = Line{Unit: "户", Cumulative: Q(61), Forecast: Forecast{Year: Q(77), Low: Q(77), High: Q(77), Basis: Seasonal}}
	if got := l.ForecastText(); got != "77户" {
		t.Errorf("%s", got)
	}
	l.Forecast = Forecast{Year: Q(77), Basis: "reported"}
	if got := l.ForecastText(); got != "77户" || l.ForecastBasis() != "填报单位预计" {
		t.Errorf("%s, %s", got, l.ForecastBasis())
	}
}
