package industry

import (
	"slices"
	"testing"
)

// Ranks are shared by equals, skip what belongs to no group, and move against
// the month before of the same calendar.
func TestStanding(t *testing.T) {
	none := sums("", 4, 9999, 1)
	now := BreakdownOf(revenueIndicator, []GroupSum{sums("甲", 5, 300, 200), sums("乙", 5, 500, 480), sums("丙", 5, 300, 290), sums("丁", 5, 10, 9), none})
	then := BreakdownOf(revenueIndicator, []GroupSum{sums("甲", 5, 100, 90), sums("乙", 5, 400, 300), sums("丙", 5, 200, 190)})
	then.Month = NewMonth(2026, 8)
	b := now.Since(then)
	var ranks, changes, growths []string
	for _, r := range b.Rows {
		ranks, changes, growths = append(ranks, r.Rank.String()), append(changes, r.RankChange.String()), append(growths, r.GrowthRank.String())
	}
	if !slices.Equal(ranks, []string{"2", "1", "2", "4", "—"}) || !slices.Equal(changes, []string{"1", "0", "0", "—", "—"}) ||
		!slices.Equal(growths, []string{"1", "3", "4", "2", "—"}) || b.Previous != NewMonth(2026, 8) {
		t.Errorf("%v %v %v", ranks, changes, growths)
	}
	for m, want := range map[Month]bool{NewMonth(2026, 2): false, NewMonth(2026, 1): false, NewMonth(2026, 3): true} {
		if _, ok := revenueIndicator.PreviousPoint(m); ok != want {
			t.Errorf("%s: %v", m, ok)
		}
	}
}

// A rank among what is shown tells nothing of where a hidden group stands, and
// no change is told where other groups were shown the month before.
func TestStandingOfWhatIsShown(t *testing.T) {
	groups := []GroupSum{sums("甲", 5, 300, 200), sums("乙", 2, 200, 100), sums("丙", 5, 150, 90), sums("丁", 5, 100, 90)}
	b := BreakdownOf(revenueIndicator, groups)
	s := b.Since(b).Suppressed()
	if s.Rows[0].Rank != Q(1) || s.Rows[1].Rank.Known || s.Rows[2].Rank != Q(2) || s.Rows[2].RankChange != Q(0) || !s.Rows[3].Suppressed {
		t.Errorf("%+v", s.Rows)
	}
	groups[1].Sum.Reported, groups[1].Sum.Based = 5, 5
	if s := b.Since(BreakdownOf(revenueIndicator, groups)).Suppressed(); s.Rows[0].Rank != Q(1) || s.Rows[0].RankChange.Known {
		t.Errorf("%+v", s.Rows)
	}
}
