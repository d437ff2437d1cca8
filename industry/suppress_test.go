package industry

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// cellOf is a segment in which this many enterprises have reported, all with a base.
func cellOf(chain, branch, segment string, firms int, value int64) Cell {
	return Cell{chain, branch, segment, sums(segment, firms, value, value-1).Sum}
}

// groupsOf splits cells as the office does: by segment, or by branch, whose
// names several chains may share.
func groupsOf(cells []Cell, bySegment bool) []GroupSum {
	var groups []GroupSum
	for _, c := range cells {
		id := c.Branch
		if bySegment {
			id = c.Segment
		}
		i := slices.IndexFunc(groups, func(g GroupSum) bool { return g.Group.ID == id })
		if i < 0 {
			i, groups = len(groups), append(groups, GroupSum{Group: Party{id, id}, Segment: bySegment})
		}
		groups[i].Expected += c.Sum.Reported
		groups[i].Sum = groups[i].Sum.Plus(c.Sum)
		groups[i].Cells = append(groups[i].Cells, c)
	}
	return groups
}

func hiddenRows(cells []Cell, bySegment bool) []string {
	var hidden []string
	for _, r := range BreakdownOf(revenueIndicator, groupsOf(cells, bySegment)).Suppressed().Rows {
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
	cells := []Cell{
		cellOf("ne", "锂电", "隔膜", 1, 76), cellOf("ne", "锂电", "正极", 6, 410), cellOf("ne", "锂电", "负极", 5, 648),
		cellOf("ne", "光伏", "玻璃", 4, 232), cellOf("ne", "光伏", "组件", 7, 1652),
	}
	if got := hiddenRows(cells, true); !slices.Equal(got, []string{"隔膜", "正极"}) {
		t.Errorf("segments %v", got)
	}
	if got := hiddenRows(cells, false); got != nil {
		t.Errorf("branches %v", got)
	}
	// A small branch takes another with it, and that one a segment, or its
	// segments would add up to it.
	cells = append(cells, cellOf("ne", "储能", "变流器", 2, 9))
	if got := hiddenRows(cells, false); !slices.Equal(got, []string{"锂电", "储能"}) {
		t.Errorf("branches %v", got)
	}
	if got := hiddenRows(cells, true); !slices.Equal(got, []string{"隔膜", "正极", "变流器"}) {
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

// Whoever holds every breakdown of every chain against the totals can work out
// no segment and no branch of fewer than three reporters.
func TestNoSubtractionRevealsASmallGroup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cells []Cell
		for c := range rapid.IntRange(1, 3).Draw(t, "chains") {
			for b := range rapid.IntRange(1, 3).Draw(t, "branches") {
				for s := range rapid.IntRange(1, 4).Draw(t, "segments") {
					firms := rapid.IntRange(0, 5).Draw(t, "firms")
					value := rapid.Int64Range(10, 1000).Draw(t, "value")
					cells = append(cells, cellOf(fmt.Sprint("链", c), fmt.Sprint("支", b), fmt.Sprintf("链%d/%d/%d", c, b, s), firms, value))
				}
			}
		}
		known := knownSums(cells)
		for _, chain := range slices.Compact(chainsOf(cells)) {
			if reporters(cells, func(c Cell) bool { return c.Chain == chain }) < fewest {
				continue // the chain's total is public
			}
			for _, own := range cells {
				branch := func(c Cell) bool { return c.Chain == chain && c.Branch == own.Branch }
				segment := func(c Cell) bool { return c.Chain == chain && c.Segment == own.Segment }
				for _, of := range []func(Cell) bool{branch, segment} {
					if few(reporters(cells, of)) && spans(known, vector(cells, of)) {
						t.Fatalf("%s %s can be worked out", chain, own.Segment)
					}
				}
			}
		}
	})
}

func chainsOf(cells []Cell) []string {
	var chains []string
	for _, c := range cells {
		chains = append(chains, c.Chain)
	}
	return chains
}

func reporters(cells []Cell, of func(Cell) bool) int {
	n := 0
	for _, c := range cells {
		if of(c) {
			n += c.Sum.Reported
		}
	}
	return n
}

// vector marks the cells with a figure that are summed.
func vector(cells []Cell, of func(Cell) bool) []float64 {
	v := make([]float64, len(cells))
	for i, c := range cells {
		if of(c) && c.Sum.Reported > 0 {
			v[i] = 1
		}
	}
	return v
}

// knownSums are the sums that every breakdown and every total shows.
func knownSums(cells []Cell) [][]float64 {
	var known [][]float64
	for _, chain := range append(slices.Compact(chainsOf(cells)), AllChains) {
		own := slices.DeleteFunc(slices.Clone(cells), func(c Cell) bool { return chain != AllChains && c.Chain != chain })
		within := func(c Cell) bool { return chain == AllChains || c.Chain == chain }
		known = append(known, vector(cells, within))
		for _, bySegment := range []bool{true, false} {
			for _, r := range BreakdownOf(revenueIndicator, groupsOf(own, bySegment)).Suppressed().Rows {
				if !r.Suppressed {
					known = append(known, vector(cells, func(c Cell) bool {
						return within(c) && (bySegment && c.Segment == r.ID || !bySegment && c.Branch == r.ID)
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
