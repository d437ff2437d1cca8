package industry

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func sums(name string, firms int, now, base int64) GroupSum {
	return GroupSum{Group: Party{name, name}, Expected: firms, Sum: Sum{
		Reported: firms, Cumulative: Q(now), Based: firms, BasedCumulative: Q(now), Base: Q(base),
	}}
}

// The design's branches: 186.42 over 167.49 亿元 is +11.30, pulled +4.92, +0.73,
// +4.86 and +0.79.
func TestPull(t *testing.T) {
	b := BreakdownOf(revenueIndicator, []GroupSum{
		sums("锂电", 19, 983_600, 901_200), sums("光伏", 7, 312_700, 300_500),
		sums("铜基新材料", 13, 428_500, 347_100), sums("有机硅", 4, 139_400, 126_100),
	})
	var pulls, growths []string
	for _, r := range b.Rows {
		pulls, growths = append(pulls, PullText(r.Pull)), append(growths, SignedPercentText(r.Growth))
	}
	if !slices.Equal(pulls, []string{"+4.92", "+0.73", "+4.86", "+0.79"}) || !slices.Equal(growths, []string{"+9.1%", "+4.1%", "+23.5%", "+10.5%"}) {
		t.Errorf("%v %v", pulls, growths)
	}
	if b.Total.Value != Q(1_864_200) || b.Total.Base != Q(1_674_900) || PullText(b.Total.Growth) != "+11.30" {
		t.Errorf("%+v", b.Total)
	}
	if got := PercentText(b.Rows[0].Share); got != "52.8%" {
		t.Errorf("share %s", got)
	}
	if got := PercentText(b.Rows[0].Contribution); got != "43.5%" {
		t.Errorf("contribution %s", got)
	}
}

// A group that made a loss has its phrase, and what is hidden says nothing.
func TestBreakdownOfLosses(t *testing.T) {
	b := BreakdownOf(profitIndicator, []GroupSum{sums("甲", 3, 50, -100), sums("乙", 3, 279, 100), sums("丙", 1, 5, 4), sums("丁", 1, 6, 5)})
	var shown []string
	for _, r := range append(b.Rows, b.Suppressed().Rows[2]) {
		shown = append(shown, r.GrowthShort())
	}
	if !slices.Equal(shown, []string{"扭亏为盈", "增长1.79倍", "+25.0%", "+20.0%", "—"}) || b.Total.GrowthText != "增长36.78倍" {
		t.Errorf("%q, %s", shown, b.Total.GrowthText)
	}
	if b := BreakdownOf(valueAdded, []GroupSum{sums("甲", 3, 50, 40)}); b.Rows[0].GrowthText != "—" || b.Total.GrowthText != "—" {
		t.Errorf("rates are not broken down: %+v", b)
	}
}

func TestPullsAddUpToGrowth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var groups []GroupSum
		for i := range rapid.IntRange(1, 6).Draw(t, "groups") {
			now := rapid.Int64Range(-1_000_000, 9_000_000).Draw(t, "now")
			g := sums(strconv.Itoa(i), 3, now, rapid.Int64Range(1, 9_000_000).Draw(t, "base"))
			newcomers := rapid.Int64Range(0, 1_000_000).Draw(t, "without a base")
			g.Sum.Cumulative = g.Sum.Cumulative.Plus(Q(newcomers))
			groups = append(groups, g)
		}
		b := BreakdownOf(revenueIndicator, groups)
		sum := 0.0
		for _, r := range b.Rows {
			sum += r.Pull.Percent
		}
		if math.Abs(sum-b.Total.Growth.Percent) > 1e-6*max(1, math.Abs(sum)) {
			t.Fatalf("pulls add up to %v, growth is %v", sum, b.Total.Growth)
		}
	})
}

// The order in which groups are read, and in which a group's enterprises were
// added up, changes no row.
func TestOrderOfGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var groups, other []GroupSum
		for i := range rapid.IntRange(1, 6).Draw(t, "groups") {
			group, again := GroupSum{Group: Party{ID: strconv.Itoa(i)}, Expected: 9}, GroupSum{Group: Party{ID: strconv.Itoa(i)}, Expected: 9}
			var firms []Sum
			for range rapid.IntRange(1, 5).Draw(t, "firms") {
				firms = append(firms, sums("", 1, rapid.Int64Range(-9_000_000, 9_000_000).Draw(t, "now"), rapid.Int64Range(0, 9_000_000).Draw(t, "base")).Sum)
			}
			for _, s := range firms {
				group.Sum = group.Sum.Plus(s)
			}
			for _, s := range rapid.Permutation(firms).Draw(t, "order of firms") {
				again.Sum = again.Sum.Plus(s)
			}
			groups, other = append(groups, group), append(other, again)
		}
		one := BreakdownOf(revenueIndicator, groups)
		two := BreakdownOf(revenueIndicator, rapid.Permutation(other).Draw(t, "order of groups"))
		slices.SortFunc(two.Rows, func(a, b Part) int { return strings.Compare(a.ID, b.ID) })
		a, _ := json.Marshal(one)
		b, _ := json.Marshal(two)
		if string(a) != string(b) {
			t.Fatalf("%s\n%s", a, b)
		}
	})
}

// Fewer than three enterprises are hidden, and a second group with them where
// the total would give the first away.
func TestSuppressed(t *testing.T) {
	hidden := func(groups ...GroupSum) []string {
		var list []string
		for _, r := range BreakdownOf(revenueIndicator, groups).Suppressed().Rows {
			if r.Suppressed {
				list = append(list, r.Name)
				if r.Value.Known || r.Base.Known || r.Growth.Known || r.Share.Known || r.Pull.Known || r.Contribution.Known {
					t.Errorf("%s still shows a figure: %+v", r.Name, r)
				}
			}
		}
		return list
	}
	big, small := sums("a", 9, 900, 800), sums("b", 5, 100, 90)
	if got := hidden(big, small); got != nil {
		t.Errorf("large groups hidden: %v", got)
	}
	if got := hidden(big, small, sums("c", 2, 500, 400)); !slices.Equal(got, []string{"b", "c"}) {
		t.Errorf("one small group: %v", got)
	}
	if got := hidden(big, small, sums("c", 2, 5, 4), sums("d", 1, 5, 4)); !slices.Equal(got, []string{"c", "d"}) {
		t.Errorf("two small groups: %v", got)
	}
	if got := hidden(big, small, sums("c", 1, 5, 4), sums("d", 1, 5, 4)); !slices.Equal(got, []string{"b", "c", "d"}) {
		t.Errorf("two firms in two groups: %v", got)
	}
	if got := hidden(big, small, sums("empty", 0, 0, 0)); got != nil {
		t.Errorf("an empty group: %v", got)
	}
}
