package industry

import (
	"slices"
	"testing"
)

// A chain's own row that is 待说明 marks its figure, until a cause is given; of a
// sum it is the enterprises' reports that count.
func TestUnexplainedReportsMarkTheFigure(t *testing.T) {
	m := month(t, "2026-06")
	a := chain(revenueIndicator, m, "甲", func(r *MonthlyReport) { r.Cumulative, r.Base, r.Doubt = Q(600), Q(500), "疑似多报一位" })
	b := summed(revenueIndicator, "乙", 300, 300)
	b.Sums[0].Unexplained = 2
	table := Dispatch(Facts{Chain: a.Chain, Month: m, Indicators: []Indicator{revenueIndicator}, Chains: []ChainFacts{a}})
	l := table.Indicators[0]
	if l.Unexplained != 1 || !slices.Contains(l.Warnings, "本链自报数待说明：疑似多报一位") {
		t.Errorf("own row: %d, %q", l.Unexplained, l.Warnings)
	}
	if l := together(revenueIndicator, m, a, b); l.Unexplained != 3 {
		t.Errorf("all chains: %d", l.Unexplained)
	}
	a.Reports[0].Doubt = ""
	if l := together(revenueIndicator, m, a); l.Unexplained != 0 || len(l.Warnings) != 0 {
		t.Errorf("explained: %d, %q", l.Unexplained, l.Warnings)
	}
	facts := []PointFacts{{Month: m, Chain: "乙", Sum: &b.Sums[0]}}
	if points := TrendOf(revenueIndicator, m, 1, facts).Points; points[0].Unexplained != 2 {
		t.Errorf("point: %+v", points[0])
	}
}
