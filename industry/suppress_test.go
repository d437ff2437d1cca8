package industry

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// firmsOf are this many enterprises of a segment, all with a base, that together
// have a value and nearly equal parts of it.
func firmsOf(chain, branch, segment string, firms int, value int64) []FirmFigure {
	var list []FirmFigure
	for i := range firms {
		id := fmt.Sprint(chain, branch, segment, i)
		part := value / int64(firms)
		if i == 0 {
			part += value % int64(firms)
		}
		list = append(list, FirmFigure{
			Firm: Party{id, id}, Chain: chain, Branch: branch, Segment: segment, Cumulative: Q(part), Base: Q(part - 1),
		})
	}
	return list
}

// orderOf names every group the enterprises are in.
func orderOf(by Grouping, firms []FirmFigure) []Party {
	var order []Party
	for i := range firms {
		f := &firms[i]
		id := map[Grouping]string{ByBranch: f.Branch, BySegment: f.Segment, ByRegion: f.Region}[by]
		if p := (Party{id, id}); !slices.Contains(order, p) {
			order = append(order, p)
		}
	}
	return order
}

func split(by Grouping, firms []FirmFigure) Breakdown {
	return BreakdownOf(revenueIndicator, GroupFirms(revenueIndicator, by, firms, orderOf(by, firms)))
}

func hiddenRows(firms []FirmFigure, by Grouping) []string {
	var hidden []string
	for _, r := range split(by, firms).Suppressed().Rows {
		if r.Suppressed {
			hidden = append(hidden, r.ID)
		}
	}
	return hidden
}

// Without the tree, the second group to be hidden for 隔膜 would be the smallest
// of all, 玻璃 of another branch, and 锂电 less its other segments would give
// 隔膜 away.
func TestSegmentsAreHiddenWithinTheirBranch(t *testing.T) {
	cells := slices.Concat(
		firmsOf("ne", "锂电", "隔膜", 1, 76), firmsOf("ne", "锂电", "正极", 6, 410), firmsOf("ne", "锂电", "负极", 5, 648),
		firmsOf("ne", "光伏", "玻璃", 4, 232), firmsOf("ne", "光伏", "组件", 7, 1652),
	)
	if got := hiddenRows(cells, BySegment); !slices.Equal(got, []string{"隔膜", "正极"}) {
		t.Errorf("segments %v", got)
	}
	if got := hiddenRows(cells, ByBranch); got != nil {
		t.Errorf("branches %v", got)
	}
	// A small branch takes another with it, and that one a segment, or its
	// segments would add up to it.
	cells = append(cells, firmsOf("ne", "储能", "变流器", 2, 9)...)
	if got := hiddenRows(cells, ByBranch); !slices.Equal(got, []string{"锂电", "储能"}) {
		t.Errorf("branches %v", got)
	}
	if got := hiddenRows(cells, BySegment); !slices.Equal(got, []string{"隔膜", "正极", "变流器"}) {
		t.Errorf("segments %v", got)
	}
}

// Who has not reported hides nobody, and a group without figures cannot be the
// second one that is hidden.
func TestOnlyReportersCount(t *testing.T) {
	listed := func(g GroupSum, expected int) GroupSum { g.Expected = expected; return g }
	b := BreakdownOf(revenueIndicator, []GroupSum{
		listed(sums("一户已报", 1, 50, 40), 9), listed(sums("未报", 0, 0, 0), 9), sums("多户", 9, 900, 800), sums("较少", 5, 100, 90),
	})
	b.Rows[1].cells[0].Sum.Cumulative = Quantity{}
	var shown []bool
	for _, r := range b.Suppressed().Rows {
		shown = append(shown, r.Value.Known && !r.Suppressed)
	}
	if !slices.Equal(shown[2:], []bool{true, false}) || shown[0] {
		t.Errorf("shown: %v", shown)
	}
	based := sums("一户有同期", 6, 600, 10)
	based.Sum.Based = 1
	if got := BreakdownOf(revenueIndicator, []GroupSum{based, sums("甲", 9, 900, 800), sums("乙", 9, 800, 700)}).Suppressed(); !got.Rows[0].Suppressed || !got.Rows[2].Suppressed {
		t.Errorf("a base of one enterprise is shown: %+v", got.Rows)
	}
}

// One enterprise with more than 80 % of a group hides it, also where a loss makes
// the sum small; exactly 80 % does not.
func TestADominatingEnterpriseHidesItsGroup(t *testing.T) {
	group := func(name string, values ...int64) []FirmFigure {
		var list []FirmFigure
		for i, v := range values {
			id := fmt.Sprint(name, i)
			list = append(list, FirmFigure{Firm: Party{id, id}, Chain: "ne", Branch: name, Segment: name, Cumulative: Q(v), Base: Q(v)})
		}
		return list
	}
	rest := slices.Concat(group("乙", 300, 300, 300), group("丙", 400, 400, 400))
	for _, c := range []struct {
		values []int64
		want   []string
	}{
		{[]int64{80, 10, 10}, nil},
		{[]int64{81, 10, 9}, []string{"甲", "乙"}},
		{[]int64{0, 0, 0, 0}, nil},
		{[]int64{-81, 10, 9}, []string{"甲", "乙"}},
		{[]int64{100, -50, -50}, nil},
	} {
		if got := hiddenRows(append(group("甲", c.values...), rest...), ByBranch); !slices.Equal(got, c.want) {
			t.Errorf("%v: hidden %v, want %v", c.values, got, c.want)
		}
	}
	// A total that one enterprise dominates stands, and nothing of it.
	alone := slices.Concat(group("甲", 9_000_000, 10, 10), group("乙", 30, 30, 30), group("丙", 40, 40, 40))
	b := split(ByBranch, alone).Suppressed()
	if b.Total.Value != Q(9_000_230) || len(hiddenRows(alone, ByBranch)) != 3 {
		t.Errorf("%+v", b)
	}
}

// The value less base × growth is what those without a base have.
func TestAnEnterpriseWithoutABaseIsNotGivenAway(t *testing.T) {
	firms := slices.Concat(firmsOf("ne", "甲", "甲", 6, 600), firmsOf("ne", "乙", "乙", 6, 900), firmsOf("ne", "丙", "丙", 6, 990))
	firms[0].Base, firms[6].Base = Quantity{}, Quantity{}
	if got := hiddenRows(firms, ByBranch); !slices.Contains(got, "甲") || !slices.Contains(got, "乙") {
		t.Errorf("hidden %v", got)
	}
	firms[6].Base = Q(1)
	if got := hiddenRows(firms, ByBranch); got != nil {
		t.Errorf("the chain's total gives it away in any case, yet %v is hidden", got)
	}
}

// Whoever holds every breakdown of every chain, its total and those of all
// chains can work out no group, and no part that two groupings share, that has
// fewer than three reporters or one with more than 80 %; in value, base, or the
// value of those without a base.
func TestNoSubtractionRevealsASmallGroup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		firms := drawFirms(t)
		for _, of := range []func(FirmFigure) Quantity{
			func(f FirmFigure) Quantity { return f.Cumulative },
			func(f FirmFigure) Quantity {
				if !f.Cumulative.Known {
					return Quantity{}
				}
				return f.Base
			},
			func(f FirmFigure) Quantity {
				if f.Base.Known {
					return Quantity{}
				}
				return f.Cumulative
			},
		} {
			known := knownSums(firms, of)
			for _, own := range firms {
				for _, group := range groupsAround(own) {
					wanted := vector(firms, of, group)
					public := vector(firms, of, func(f FirmFigure) bool { return f.Chain == own.Chain })
					if tells(firms, of, group) && !slices.Equal(wanted, public) && spans(known, wanted) {
						t.Fatalf("%+v can be worked out of %+v", own, firms)
					}
				}
			}
		}
	})
}

func drawFirms(t *rapid.T) []FirmFigure {
	var firms []FirmFigure
	chains, regions := rapid.IntRange(1, 2).Draw(t, "chains"), rapid.IntRange(1, 4).Draw(t, "regions")
	for i := range rapid.IntRange(1, 30).Draw(t, "firms") {
		f := FirmFigure{Firm: Party{ID: fmt.Sprint(i)}, Chain: fmt.Sprint("链", rapid.IntRange(1, chains).Draw(t, "chain"))}
		f.Branch = fmt.Sprint("支", rapid.IntRange(1, 3).Draw(t, "branch"))
		f.Segment = fmt.Sprint(f.Chain, f.Branch, rapid.IntRange(1, 3).Draw(t, "segment"))
		f.Region = fmt.Sprint("镇", rapid.IntRange(1, regions).Draw(t, "region"))
		if rapid.IntRange(0, 9).Draw(t, "reports") > 0 {
			f.Cumulative = Q(rapid.OneOf(rapid.Int64Range(10, 100), rapid.Int64Range(-5, 5), rapid.Just(int64(5000))).Draw(t, "value"))
			if rapid.IntRange(0, 9).Draw(t, "has a base") > 0 {
				f.Base = Q(rapid.Int64Range(1, 100).Draw(t, "base"))
			}
		}
		firms = append(firms, f)
	}
	return firms
}

// groupsAround are the groups an enterprise stands in, and what two of them share.
func groupsAround(own FirmFigure) []func(FirmFigure) bool {
	branch := func(f FirmFigure) bool { return f.Chain == own.Chain && f.Branch == own.Branch }
	segment := func(f FirmFigure) bool { return f.Chain == own.Chain && f.Segment == own.Segment }
	region := func(f FirmFigure) bool { return f.Chain == own.Chain && f.Region == own.Region }
	return []func(FirmFigure) bool{branch, segment, region, func(f FirmFigure) bool { return segment(f) && region(f) }}
}

// tells is the rule in the plainest form.
func tells(firms []FirmFigure, of func(FirmFigure) Quantity, group func(FirmFigure) bool) bool {
	n, total, largest := 0, int64(0), int64(0)
	for _, f := range firms {
		if q := of(f); group(f) && q.Known {
			n++
			total += absolute(q).Parts
			largest = max(largest, absolute(q).Parts)
		}
	}
	return n > 0 && (n < 3 || 5*largest > 4*total)
}

// vector marks the enterprises with a figure that are summed.
func vector(firms []FirmFigure, of func(FirmFigure) Quantity, group func(FirmFigure) bool) []float64 {
	v := make([]float64, len(firms))
	for i, f := range firms {
		if group(f) && of(f).Known {
			v[i] = 1
		}
	}
	return v
}

// knownSums are the sums that every breakdown and every total shows.
func knownSums(firms []FirmFigure, of func(FirmFigure) Quantity) [][]float64 {
	var known [][]float64
	chains := []string{AllChains}
	for _, f := range firms {
		if !slices.Contains(chains, f.Chain) {
			chains = append(chains, f.Chain)
		}
	}
	for _, chain := range chains {
		within := func(f FirmFigure) bool { return chain == AllChains || f.Chain == chain }
		known = append(known, vector(firms, of, within))
		own := slices.DeleteFunc(slices.Clone(firms), func(f FirmFigure) bool { return !within(f) })
		for _, by := range []Grouping{ByBranch, BySegment, ByRegion} {
			for _, r := range split(by, own).Suppressed().Rows {
				if !r.Suppressed {
					known = append(known, vector(firms, of, func(f FirmFigure) bool {
						return within(f) && map[Grouping]string{ByBranch: f.Branch, BySegment: f.Segment, ByRegion: f.Region}[by] == r.ID
					}))
				}
			}
		}
	}
	return known
}

// spans reports whether a sum follows from the known ones by adding and subtracting.
func spans(known [][]float64, wanted []float64) bool {
	rank := func(rows [][]float64) int {
		rows = slices.Clone(rows)
		for i := range rows {
			rows[i] = slices.Clone(rows[i])
		}
		n := 0
		for column := range wanted {
			pivot := slices.IndexFunc(rows[n:], func(r []float64) bool { return math.Abs(r[column]) > 1e-9 })
			if pivot < 0 {
				continue
			}
			rows[n], rows[n+pivot] = rows[n+pivot], rows[n]
			for i := n + 1; i < len(rows); i++ {
				f := rows[i][column] / rows[n][column]
				for k := range rows[i] {
					rows[i][k] -= f * rows[n][k]
				}
			}
			if n++; n == len(rows) {
				break
			}
		}
		return n
	}
	return rank(known) == rank(append(slices.Clone(known), wanted))
}

// A chain's own row may stand for its figure: the sum of its one or two reporters
// is theirs, and is not to be had from the total of a breakdown either, nor from
// that of all chains less the others.
func TestTotalOfFewIsNotShown(t *testing.T) {
	of := func(chain string, firms int, value int64) GroupSum {
		g := sums(chain, firms, value, value)
		g.Cells = []Cell{{Chain: chain, Branch: chain, Segment: chain, Sum: g.Sum}}
		return g
	}
	many, few := of("many", 9, 900), of("few", 2, 100)
	if b := BreakdownOf(revenueIndicator, []GroupSum{many}).Suppressed(); !b.Total.Value.Known || !b.Total.Growth.Known {
		t.Errorf("the total of nine: %+v", b.Total)
	}
	for _, groups := range [][]GroupSum{{few}, {many, few}} {
		b := BreakdownOf(revenueIndicator, groups).Suppressed()
		if b.Total.Value.Known || b.Total.Base.Known || b.Total.Increment.Known || b.Total.Growth.Known {
			t.Errorf("the total of %d groups: %+v", len(groups), b.Total)
		}
		for _, r := range b.Rows {
			if r.Share.Known || r.Contribution.Known || r.Pull.Known || r.ID == "few" && r.Value.Known {
				t.Errorf("%+v", r)
			}
		}
	}
}
