package industry

import (
	"cmp"
	"slices"
)

// Standing is where a group stands among the groups of its breakdown, by value
// and by growth, 1 the highest, equals sharing a rank (domain 3.5). A change
// above 0 means moved up since the month before.
type Standing struct {
	Rank               Quantity `json:"rank"`
	PreviousRank       Quantity `json:"previous_rank"`
	RankChange         Quantity `json:"rank_change"`
	GrowthRank         Quantity `json:"growth_rank"`
	PreviousGrowthRank Quantity `json:"previous_growth_rank"`
	GrowthRankChange   Quantity `json:"growth_rank_change"`
}

// ValuePlace returns the rank by value with its movement since last month.
func (s Standing) ValuePlace() string { return RankText(s.Rank, s.RankChange) }

// GrowthPlace returns the rank by growth with its movement since last month.
func (s Standing) GrowthPlace() string { return RankText(s.GrowthRank, s.GrowthRankChange) }

// Since returns the breakdown with each group's rank of an earlier month of the
// same calendar beside its own.
func (b Breakdown) Since(earlier Breakdown) Breakdown {
	b.Previous, b.earlier = earlier.Month, &earlier
	b.Rows = append([]Part{}, b.Rows...)
	b.compare(&earlier)
	return b
}

// PreviousPoint returns the month before in the same calendar: none at the first
// point of a year of a cumulative indicator, whose cumulatives restart.
func (i Indicator) PreviousPoint(m Month) (Month, bool) {
	if i.Period == "时点" || m.Number() > i.First() {
		return m - 1, true
	}
	return 0, false
}

// rank fills in the ranks of the rows that show a figure. What belongs to no
// group, such as 未填区域, takes no rank.
func (b *Breakdown) rank() {
	var values []int64
	var growths []float64
	for i := range b.Rows {
		r := &b.Rows[i]
		r.Standing = Standing{}
		if r.ID != "" && r.Value.Known {
			values = append(values, r.Value.Parts)
		}
		if r.ID != "" && r.Growth.Known {
			growths = append(growths, r.Growth.Percent)
		}
	}
	slices.Sort(values)
	slices.Sort(growths)
	for i := range b.Rows {
		r := &b.Rows[i]
		if r.ID != "" && r.Value.Known {
			r.Rank = placeOf(values, r.Value.Parts)
		}
		if r.ID != "" && r.Growth.Known {
			r.GrowthRank = placeOf(growths, r.Growth.Percent)
		}
	}
}

// placeOf returns one more than how many of the ascending list are above.
func placeOf[T cmp.Ordered](ascending []T, own T) Quantity {
	last, _ := slices.BinarySearchFunc(ascending, own, func(e, t T) int {
		if e > t {
			return 1
		}
		return -1 // behind its equals
	})
	return Q(int64(len(ascending) - last + 1))
}

func (b *Breakdown) compare(earlier *Breakdown) {
	then := make(map[string]*Part, len(earlier.Rows))
	for i := range earlier.Rows {
		then[earlier.Rows[i].ID] = &earlier.Rows[i]
	}
	for i := range b.Rows {
		r := &b.Rows[i]
		if t := then[r.ID]; t != nil && !r.Suppressed {
			r.PreviousRank, r.PreviousGrowthRank = t.Rank, t.GrowthRank
			r.RankChange = t.Rank.Minus(r.Rank)
			r.GrowthRankChange = t.GrowthRank.Minus(r.GrowthRank)
		}
	}
}
