package industry

import "math/big"

// Rates are computed as exact fractions of the reported amounts and become a
// Rate only at the end: lights compare the fraction, so that −10 points exactly
// is on the boundary and not a rounding error away from it. nil is undefined.

// fractionOf returns a ÷ b in percent, nil when either is unknown or b is 0.
func fractionOf(a, b Quantity) *big.Rat {
	if !a.Known || !b.Known || b.Parts == 0 {
		return nil
	}
	r := big.NewRat(a.Parts, b.Parts)
	return r.Mul(r, big.NewRat(100, 1))
}

// growthOver returns (current − base) ÷ |base| in percent, nil when either is
// unknown or the base is 0.
func growthOver(current, base Quantity) *big.Rat {
	size := base
	if size.Parts < 0 {
		size.Parts = -size.Parts
	}
	return fractionOf(current.Minus(base), size)
}

// percentage returns a reported percentage as an exact fraction.
func percentage(q Quantity) *big.Rat {
	if !q.Known {
		return nil
	}
	return big.NewRat(q.Parts, Scale)
}

// less returns a − b in percentage points, nil when either is undefined.
func less(a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return nil
	}
	return new(big.Rat).Sub(a, b)
}

// rate turns an exact percentage into a Rate.
func rate(r *big.Rat) Rate {
	if r == nil {
		return Rate{}
	}
	f, _ := r.Float64()
	return Percent(f)
}

// Growth returns the rate of growth in percent, (current − base) ÷ |base|,
// undefined when either is unknown or the base is 0.
func Growth(current, base Quantity) Rate { return rate(growthOver(current, base)) }

// AverageOfTwoYears returns the geometric mean growth of two years in percent,
// (current ÷ two years ago)^½ − 1 (domain S44; the arithmetic mean of two
// annual rates is wrong). It is undefined unless two years ago is above 0 and
// current is not negative.
func AverageOfTwoYears(current, ago Quantity) Rate {
	if !current.Known || !ago.Known || ago.Parts <= 0 || current.Parts < 0 {
		return Rate{}
	}
	// The root is taken with more digits than a float64 ratio keeps.
	ratio := new(big.Float).SetPrec(128).SetRat(big.NewRat(current.Parts, ago.Parts))
	root := ratio.Sqrt(ratio)
	f, _ := root.Sub(root, big.NewFloat(1)).Float64()
	return Percent(f * 100)
}

// growths are the rates of one indicator and month.
type growths struct {
	shown, reported, computed, nominal *big.Rat

	current, base   Quantity // what the shown rate compares, unknown for a rate that stands alone
	nowOfThen, then Quantity // what the nominal rate compares
}

// text puts the shown rate in words.
func (g growths) text() string { return GrowthText(rate(g.shown), g.current, g.base) }

// nominalText puts the nominal rate in words.
func (g growths) nominalText() string {
	return GrowthText(rate(g.nominal), g.nowOfThen, g.then)
}

// growthsOf applies the basis rule (interfaces, Meaning): 可比价直报 is what was
// reported and never derived; 同口径 is the row's own 同比, else computed over
// those with a base; 名义 is the row's own 同比, else the ratio of two totals.
// 同口径 never falls back to 名义.
func growthsOf(ind Indicator, a amounts) growths {
	g := growths{reported: percentage(a.growth)}
	if ind.ratio() || ind.Basis == Published {
		g.shown = g.reported
		return g
	}
	g.computed = growthOver(a.based, a.base)
	g.nominal, g.nowOfThen, g.then = growthOver(a.nowOfThen, a.then), a.nowOfThen, a.then
	g.current, g.base = a.based, a.base
	switch {
	case g.reported != nil:
		g.shown = g.reported
	case ind.FromRegister || ind.Basis != Nominal:
		g.shown = g.computed
	case g.nominal != nil:
		g.shown, g.current, g.base = g.nominal, a.nowOfThen, a.then
	default:
		g.shown = g.computed
	}
	if ind.FromRegister {
		// Both years are counted in the same registers; the ratio is named 名义.
		g.nominal, g.nowOfThen, g.then, g.computed = g.shown, g.current, g.base, nil
	}
	return g
}

// ratio reports whether the indicator is itself a percentage, so that amounts
// cannot be added and growth is a difference in points.
func (i Indicator) ratio() bool { return i.Period == "比率" }
