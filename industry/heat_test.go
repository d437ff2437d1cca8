package industry

import (
	"strings"
	"testing"
)

func heatTexts(h Heat) string {
	var lines []string
	for _, r := range h.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Text)
		}
		lines = append(lines, r.Name+": "+strings.Join(cells, " "))
	}
	return strings.Join(lines, "\n")
}

func heatLabels(h Heat) string {
	var labels []string
	for _, m := range h.Months {
		labels = append(labels, m.Label)
	}
	return strings.Join(labels, " ")
}

func heatFirms(t *testing.T) []HeatFirm {
	t.Helper()
	m := month(t, "2026-03")
	report := func(m Month, now, base Quantity) MonthlyReport {
		return MonthlyReport{Month: m, ObjectKind: "enterprise", Cumulative: now, Base: base}
	}
	own := report(m, Q(90), Q(80))
	own.Growth = Parts(7 * Scale)
	return []HeatFirm{
		{Firm: Party{"1", "甲"}, Reports: []MonthlyReport{report(m-4, Q(300), Q(250)), report(m-3, Q(340), Q(290)), report(m-1, Q(60), Q(20)), own}},
		{Firm: Party{"2", "乙"}, Entered: m - 1, Reports: []MonthlyReport{report(m-1, Q(-5), Q(10)), report(m, Q(8), Quantity{})}},
		{Firm: Party{"3", "丙"}, Reports: []MonthlyReport{report(m-1, Q(0), Q(10))}},
	}
}

// There is no January column; a month without a report is 未报 or 未入规 and never
// 0, while a reported 0 is a fall of 100 %; an own 同比 is primary (interfaces,
// Meaning) and 200 % reads 增长2倍 (domain S44).
func TestHeatOfFirms(t *testing.T) {
	h := HeatOfFirms(revenueIndicator, month(t, "2026-03"), 5, heatFirms(t))
	if got := heatLabels(h); got != "2025年11月 12月 2026年1—2月 3月" {
		t.Errorf("columns %s", got)
	}
	want := "甲: +20.0% +17.2% 增长2倍 +7.0%\n乙: 未入规 未入规 由盈转亏 —\n丙: 未报 未报 −100.0% 未报"
	if got := heatTexts(h); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if c := h.Rows[2].Cells[3]; c.Known || c.Shade != 0 {
		t.Errorf("a gap is a figure: %+v", c)
	}
}

// 1–2月 has no month of its own; March less 1–2月 is derived.
func TestHeatOfAmounts(t *testing.T) {
	h := HeatOfAmounts(revenueIndicator, month(t, "2026-03"), 4, heatFirms(t))
	want := "甲: 40 — 30\n乙: 未入规 — 13\n丙: 未报 — 未报"
	if got := heatTexts(h); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := h.Rows[0].Cells[2].Shade; got != 75 {
		t.Errorf("30 of at most 40 is shaded %v", got)
	}
}

// Whoever may not see single enterprises sees no cell of fewer than three, in no
// month, and a segment that never has more is only counted.
func TestHeatOfSuppressedParts(t *testing.T) {
	m := month(t, "2026-03")
	group := func(id string, firms int, now, base int64) GroupSum {
		return GroupSum{
			Group: Party{id, id}, Expected: firms,
			Sum: Sum{Reported: firms, Based: firms, Cumulative: Q(now), BasedCumulative: Q(now), Base: Q(base)},
		}
	}
	breakdown := func(groups ...GroupSum) Breakdown { return BreakdownOf(revenueIndicator, groups) }
	open := map[Month]Breakdown{
		m:     breakdown(group("a", 4, 110, 100), group("b", 2, 7, 5), group("c", 1, 3, 2), group("d", 5, 80, 100)),
		m - 1: breakdown(group("a", 4, 120, 100), group("b", 4, 11, 10), group("c", 1, 3, 2)),
	}
	if got := heatTexts(HeatOfParts(revenueIndicator, m, 3, open)); got != "a: +20.0% +10.0%\nb: +10.0% +40.0%\nc: +50.0% +50.0%\nd: 未报 −20.0%" {
		t.Errorf("open:\n%s", got)
	}
	for at, b := range open {
		open[at] = b.Suppressed()
	}
	h := HeatOfParts(revenueIndicator, m, 3, open)
	for _, r := range h.Rows {
		if r.ID == "c" || r.ID == "b" && r.Cells[1].Known {
			t.Errorf("shown to everybody: %+v", r)
		}
	}
	if h.Hidden == 0 {
		t.Error("nothing is said of the segment that is left out")
	}
}

// Pages cut the rows and never run over.
func TestHeatPages(t *testing.T) {
	h := Heat{Rows: make([]HeatRow, HeatRows+3)}
	for page, want := range map[int]int{1: HeatRows, 2: 3, 3: 0, 0: HeatRows} {
		if got := len(h.Page(page).Rows); got != want {
			t.Errorf("page %d: %d rows", page, got)
		}
	}
}
