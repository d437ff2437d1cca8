package industry

import (
	"strings"
	"testing"
)

func TestCalendar(t *testing.T) {
	data := []Month{month(t, "2026-10"), month(t, "2026-03"), month(t, "2026-02"), month(t, "2025-12"), month(t, "2025-02"), month(t, "2027-01")}
	text := func(ind Indicator, shown string) string {
		var points []string
		for _, p := range CalendarOf(ind, month(t, shown), data) {
			label := p.Label
			if p.Data {
				label += "*"
			}
			if p.Shown {
				label = "[" + label + "]"
			}
			points = append(points, label)
		}
		return strings.Join(points, " ")
	}
	if got := text(revenueIndicator, "2026-03"); got != "1—2月* [3月*] 4月 5月 6月 7月 8月 9月 10月* 11月 12月" {
		t.Errorf("without January: %s", got)
	}
	if got := text(taxIndicator, "2025-02"); got != "1月 [2月*] 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月*" {
		t.Errorf("with January: %s", got)
	}
	before, after := YearsAround(month(t, "2026-03"), data)
	if before != month(t, "2025-12") || after != month(t, "2027-01") {
		t.Errorf("years around: %s, %s", before, after)
	}
	if before, _ := YearsAround(month(t, "2025-03"), data); before.Defined() {
		t.Errorf("a year without data: %s", before)
	}
}
