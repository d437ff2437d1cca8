package industry

import "testing"

// TestBriefingNumber: 1—2月 is the first of a year whether or not January has
// figures, months without data have no briefing, later ones do not count.
func TestBriefingNumber(t *testing.T) {
	months := []Month{
		NewMonth(2025, 11), NewMonth(2025, 12), NewMonth(2026, 1), NewMonth(2026, 2), NewMonth(2026, 3), NewMonth(2026, 5), NewMonth(2026, 6),
	}
	for _, c := range []struct {
		of            Month
		number, total int
	}{
		{NewMonth(2025, 12), 2, 2},
		{NewMonth(2026, 1), 1, 3},
		{NewMonth(2026, 2), 1, 3},
		{NewMonth(2026, 3), 2, 4},
		{NewMonth(2026, 4), 3, 5},
		{NewMonth(2026, 5), 3, 5},
		{NewMonth(2026, 6), 4, 6},
	} {
		if number, total := BriefingNumber(months, c.of); number != c.number || total != c.total {
			t.Errorf("%s: 第%d期（总第%d期）, want %d and %d", c.of, number, total, c.number, c.total)
		}
	}
}
