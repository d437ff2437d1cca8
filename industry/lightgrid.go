package industry

import (
	"math/big"
	"slices"
)

// samples returns points of a yardstick that tell every band apart: each bound,
// what lies between two of them, and beyond the outermost.
func samples(bands []Band, y Yardstick) []*big.Rat {
	var points []*big.Rat
	for _, b := range bands {
		for _, bound := range slices.Concat(b.All, b.Any) {
			if bound.Of == y {
				points = append(points, percentage(bound.Value))
			}
		}
	}
	slices.SortFunc(points, (*big.Rat).Cmp)
	points = slices.CompactFunc(points, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
	if len(points) == 0 {
		return nil
	}
	one := big.NewRat(1, 1)
	all := []*big.Rat{less(points[0], one)}
	for i, p := range points {
		if i > 0 {
			all = append(all, halfway(points[i-1], p))
		}
		all = append(all, p)
	}
	return append(all, new(big.Rat).Add(points[len(points)-1], one))
}

func halfway(a, b *big.Rat) *big.Rat {
	sum := new(big.Rat).Add(a, b)
	return sum.Quo(sum, big.NewRat(2, 1))
}

// grid calls see with every footing that bands can tell apart.
func grid(bands []Band, see func(footing)) {
	s := footing{values: map[Yardstick]*big.Rat{}}
	var walk func(rest []Yardstick)
	walk = func(rest []Yardstick) {
		if len(rest) == 0 {
			see(s)
			return
		}
		for _, p := range samples(bands, rest[0]) {
			s.values[rest[0]] = p
			walk(rest[1:])
		}
	}
	walk(yardsticks(bands))
}

// gapped reports whether some figure is covered by no band.
func gapped(bands []Band) bool {
	found := false
	grid(bands, func(s footing) {
		band, _ := judge(bands, s)
		found = found || band < 0
	})
	return found
}

// idle returns the place of a band that never decides, or −1.
func idle(bands []Band) int {
	decides := make([]bool, len(bands))
	grid(bands, func(s footing) {
		if band, _ := judge(bands, s); band >= 0 {
			decides[band] = true
		}
	})
	return slices.Index(decides, false)
}

// gapAround returns the stretch of the only yardstick of bands in which a value
// lies that none covers; false where they look at several.
func gapAround(bands []Band, s footing) (stretch, bool) {
	measured := yardsticks(bands)
	if len(measured) != 1 {
		return stretch{}, false
	}
	y := measured[0]
	v, g := s.values[y], stretch{of: y}
	if v == nil {
		return g, false
	}
	covered := func(p *big.Rat) bool {
		band, _ := judge(bands, footing{values: map[Yardstick]*big.Rat{y: p}})
		return band >= 0
	}
	points := samples(bands, y)
	at := slices.IndexFunc(points, func(p *big.Rat) bool { return p.Cmp(v) >= 0 })
	switch {
	case at < 0: // above every bound
		at = len(points) - 1
	case points[at].Cmp(v) > 0 && at%2 == 1: // below a bound, at odd places, but not on the one before
		at--
	}
	low, high := at, at
	for low > 0 && !covered(points[low-1]) {
		low--
	}
	for high < len(points)-1 && !covered(points[high+1]) {
		high++
	}
	g.low, g.high = gapEnd(y, points, low, -1), gapEnd(y, points, high, 1)
	return g, true
}

// gapEnd returns the bound at the end of a gap whose outermost point it is given,
// nil where the gap has no end on that side. Bounds stand at odd places.
func gapEnd(y Yardstick, points []*big.Rat, at, side int) *Bound {
	b := Bound{Of: y, Above: side < 0, Inclusive: at%2 == 1}
	if !b.Inclusive {
		at += side
	}
	if at < 0 || at >= len(points) {
		return nil
	}
	b.Value = Parts(new(big.Rat).Mul(points[at], big.NewRat(Scale, 1)).Num().Int64())
	return &b
}
