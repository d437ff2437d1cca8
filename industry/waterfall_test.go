package industry

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Whatever is shown, each step begins where the one before ended and the last
// one ends at the growth of the whole.
func TestWaterfallEndsAtGrowth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var groups []GroupSum
		for i := range rapid.IntRange(1, 9).Draw(t, "groups") {
			now, base := rapid.Int64Range(-900, 9000).Draw(t, "now"), rapid.Int64Range(1, 9000).Draw(t, "base")
			groups = append(groups, sums(fmt.Sprint(i), rapid.IntRange(1, 6).Draw(t, "firms"), now, base))
		}
		b := BreakdownOf(revenueIndicator, groups)
		most := rapid.IntRange(1, 9).Draw(t, "most")
		for _, of := range []Breakdown{b, b.Suppressed()} {
			steps := of.Waterfall(most)
			if !of.Total.Growth.Known {
				if steps != nil || b.Total.Reported >= fewest {
					t.Fatalf("no total, but %+v", steps)
				}
				continue
			}
			if len(steps) > most+2 {
				t.Fatalf("%d steps of at most %d", len(steps), most+2)
			}
			at := 0.0
			for _, s := range steps[:len(steps)-1] {
				if !close(s.From.Percent, at) || !close(s.To.Percent-s.From.Percent, s.Pull.Percent) {
					t.Fatalf("%+v", steps)
				}
				at = s.To.Percent
			}
			if last := steps[len(steps)-1]; !last.Total || !close(at, b.Total.Growth.Percent) || last.To != b.Total.Growth {
				t.Fatalf("%v of %+v", b.Total.Growth, steps)
			}
		}
	})
}

func close(a, b float64) bool { return math.Abs(a-b) <= 1e-6*max(1, math.Abs(a)) }

func TestWaterfallOfNothing(t *testing.T) {
	if steps := (Breakdown{}).Waterfall(8); steps != nil {
		t.Errorf("%+v", steps)
	}
	steps := BreakdownOf(revenueIndicator, []GroupSum{sums("甲", 9, 90, 100), sums("乙", 9, 130, 100)}).Waterfall(8)
	if len(steps) != 3 || steps[0].Name != "乙" || PullText(steps[1].Pull) != "−5.00" || PullText(steps[2].To) != "+10.00" {
		t.Errorf("%+v", steps)
	}
}
