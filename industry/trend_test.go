package industry

import (
	"slices"
	"testing"
)

// 24 calendar months are 22 points where there is no January; what was not
// reported is a point of nulls, never a 0.
func TestTrend(t *testing.T) {
	to := month(t, "2026-03")
	report := func(m Month, now, base Quantity) PointFacts {
		return PointFacts{Month: m, Chain: "nem", Own: &MonthlyReport{Month: m, Cumulative: now, Base: base}}
	}
	got := TrendOf(revenueIndicator, to, 5, []PointFacts{
		report(to-4, Q(900), Q(800)), // 2025-11
		report(to-1, Q(70), Q(56)),   // 2026-02
		report(to, Q(120), Quantity{}),
	})
	want := []Point{
		{Month: to - 4, Label: "11月", Cumulative: Q(900), Base: Q(800), Growth: Percent(12.5), GrowthText: "增长12.5%"},
		{Month: to - 3, Label: "12月", GrowthText: "—"},
		{Month: to - 1, Label: "1—2月", Cumulative: Q(70), Base: Q(56), Growth: Percent(25), GrowthText: "增长25.0%"},
		{Month: to, Label: "3月", Cumulative: Q(120), GrowthText: "—", InMonth: Q(50), InMonthDerived: true},
	}
	if !slices.Equal(got.Points, want) {
		t.Errorf("%+v", got.Points)
	}
	if n := len(TrendOf(revenueIndicator, to, 24, nil).Points); n != 22 {
		t.Errorf("%d points in 24 months without January", n)
	}
	january := TrendOf(taxIndicator, month(t, "2026-02"), 2, []PointFacts{report(month(t, "2026-01"), Q(9), Quantity{}), report(month(t, "2026-02"), Q(15), Quantity{})})
	if len(january.Points) != 2 || january.Points[0].Label != "1月" || january.Points[0].InMonth != Q(9) || january.Points[1].Label != "2月" || january.Points[1].InMonth != Q(6) {
		t.Errorf("with January: %+v", january.Points)
	}
}

// Several chains in one month add up as they do in dispatch.
func TestTrendOfAllChains(t *testing.T) {
	m := month(t, "2026-06")
	got := TrendOf(revenueIndicator, m, 1, []PointFacts{
		{Month: m, Chain: "a", Own: &MonthlyReport{Month: m, Cumulative: Q(600), Base: Q(500), InMonth: Q(90)}},
		{Month: m, Chain: "b", Sum: &Sum{Reported: 2, Based: 2, Cumulative: Q(300), BasedCumulative: Q(300), Base: Q(300), InMonth: Q(10), InMonthCount: 2}},
	}).Points[0]
	if want := (Point{Month: m, Label: "6月", Cumulative: Q(900), Base: Q(800), Growth: Percent(12.5), GrowthText: "增长12.5%", InMonth: Q(100)}); got != want {
		t.Errorf("%+v", got)
	}
}

// A nominal series compares with the year before the window; a counted one
// brings its own base.
func TestTrendBases(t *testing.T) {
	m := month(t, "2026-06")
	report := func(m Month, now int64) PointFacts {
		return PointFacts{Month: m, Own: &MonthlyReport{Month: m, Cumulative: Q(now)}}
	}
	if from := TrendFrom(powerIndicator, m, 2); from != month(t, "2025-05") {
		t.Errorf("nominal facts from %s", from)
	}
	if from := TrendFrom(revenueIndicator, m, 2); from != month(t, "2026-04") {
		t.Errorf("comparable facts from %s", from)
	}
	got := TrendOf(powerIndicator, m, 2, []PointFacts{report(m-13, 80), report(m-12, 100), report(m-1, 88), report(m, 120)}).Points
	if len(got) != 2 || !near(got[0].Growth, 10) || !near(got[1].Growth, 20) {
		t.Errorf("nominal %+v", got)
	}
	counted := TrendOf(signedIndicator, m, 1, []PointFacts{{Month: m, Register: &Computed{Indicator: "signed_projects", InMonth: Q(1), Cumulative: Q(6), Base: Q(4)}}}).Points[0]
	if want := (Point{Month: m, Label: "6月", Cumulative: Q(6), Base: Q(4), Growth: Percent(50), GrowthText: "增长50.0%", InMonth: Q(1)}); counted != want {
		t.Errorf("counted %+v", counted)
	}
}

// A loss has its phrase in a series as in the table; what runs on without one
// keeps its percentage.
func TestTrendOfLosses(t *testing.T) {
	m := month(t, "2026-06")
	report := func(m Month, now, base int64) PointFacts {
		return PointFacts{Month: m, Own: &MonthlyReport{Month: m, Cumulative: Q(now), Base: Q(base)}}
	}
	points := TrendOf(profitIndicator, m, 3, []PointFacts{report(m-2, -5, -9), report(m-1, 4, -2), report(m, 279, 100)}).Points
	var shown []string
	for _, p := range points {
		shown = append(shown, p.GrowthShort())
	}
	if !slices.Equal(shown, []string{"减亏", "扭亏为盈", "增长1.79倍"}) {
		t.Errorf("%q", shown)
	}
}
