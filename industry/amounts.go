package industry

import "math/big"

// evidence is what one chain has for one indicator and month.
type evidence struct {
	own      *MonthlyReport // this month's row from the main source
	previous *MonthlyReport // last month's
	yearAgo  *MonthlyReport // the same month of last year's, as reported then
	others   []MonthlyReport
	sum      *Sum
	sumThen  *Sum
	register *Computed

	share, shareThen share // of an indicator that is a share of the list
}

// share is how many of a list have something, kept apart so that chains add up.
type share struct{ hits, of Quantity }

// RnDCoverage is the indicator 有研发活动企业占比: listed enterprises with R&D
// expenses above 0 ÷ listed enterprises (workbook contract, Built-in indicators).
const RnDCoverage = "rnd_coverage"

// coverageOf returns the share of a list of so many enterprises that spend on
// R&D, by the sum of their expenses; unknown until somebody has reported.
func coverageOf(expenses *Sum, listed int) share {
	if expenses == nil || expenses.Reported == 0 || listed == 0 {
		return share{}
	}
	return share{Q(int64(expenses.Positive)), Q(int64(listed))}
}

// percent returns hits ÷ of, unknown for an empty list.
func (s share) percent() Quantity {
	r := fractionOf(s.hits, s.of)
	if r == nil {
		return Quantity{}
	}
	return Parts(roundHalfAway(r.Mul(r, big.NewRat(Scale, 1))).Int64())
}

func (s share) plus(t share) share { return share{s.hits.Plus(t.hits), s.of.Plus(t.of)} }

// amounts is a chain's figure of one indicator and month in a form that adds up
// over chains: each comparison keeps the part of the current figure that has
// something to be compared with.
type amounts struct {
	origin         Origin
	inMonth        Quantity
	inMonthDerived bool
	cumulative     Quantity
	base, based    Quantity // Σ base, and Σ current over those that have one
	partial        bool     // some chain in the current figure has no base at all
	then           Quantity // last year's figure as reported then
	nowOfThen      Quantity
	ago, nowOfAgo  Quantity // two years ago
	next           Quantity // 下月预计
	enterprises    Quantity // Σ over the list
	growth         Quantity // reported, %

	share, shareThen share
}

// evidenceOf picks what concerns one indicator from a chain's facts.
func evidenceOf(c *ChainFacts, ind Indicator, m Month) evidence {
	var e evidence
	for i := range c.Reports {
		r := &c.Reports[i]
		if r.Indicator != ind.Code || r.ObjectKind != "" && r.ObjectKind != "chain" {
			continue
		}
		main := r.Source == "" || r.Source == ind.MainSource
		switch {
		case main && r.Month == m:
			e.own = r
		case main && r.Month == m-1:
			e.previous = r
		case main && r.Month == m-12:
			e.yearAgo = r
		case r.Month == m:
			e.others = append(e.others, *r)
		}
	}
	e.sum, e.sumThen = sumOf(c.Sums, ind.Code), sumOf(c.LastYear, ind.Code)
	for i := range c.Register {
		if c.Register[i].Indicator == ind.Code {
			e.register = &c.Register[i]
		}
	}
	if ind.Code == RnDCoverage {
		e.share = coverageOf(sumOf(c.Sums, "rnd_expense"), c.Expected)
		e.shareThen = coverageOf(sumOf(c.LastYear, "rnd_expense"), c.Then)
	}
	return e
}

func sumOf(sums []Sum, code string) *Sum {
	for i := range sums {
		if sums[i].Indicator == code {
			return &sums[i]
		}
	}
	return nil
}

// amountsOf decides which figure is the chain's: its own row where that carries
// an amount, else the sum of its list (workbook contract, How figures add up).
func amountsOf(ind Indicator, m Month, e evidence) amounts {
	var a amounts
	switch {
	case ind.FromRegister:
		a = registered(e)
	case e.own != nil && e.own.Cumulative.Known:
		a = ownAmounts(ind, m, e)
	case e.sum != nil && e.sum.Reported > 0 && !ind.ratio():
		a = summedAmounts(ind, m, e.sum)
	case e.own != nil && (e.own.Growth.Known || e.own.InMonth.Known):
		a.origin = Reported
		a.inMonth, _ = inMonthOf(ind, m, e.own, nil)
	}
	if e.own != nil {
		if !ind.FromRegister {
			a.growth = e.own.Growth
		}
		if e.own.ExpectedNext.Known {
			a.next = e.own.ExpectedNext
		}
	}
	if e.sum != nil && !ind.ratio() {
		a.enterprises = e.sum.Cumulative
	}
	if a.then = cumulativeThen(ind, m, e); a.then.Known && a.cumulative.Known {
		a.nowOfThen = a.cumulative
	}
	return a
}

func registered(e evidence) amounts {
	if e.register != nil && e.register.share.of.Known {
		e.share, e.shareThen = e.register.share, e.register.shareThen
	}
	if e.share.of.Known {
		a := amounts{origin: Registered, share: e.share, shareThen: e.shareThen}
		a.setShare()
		return a
	}
	if e.register == nil || !e.register.Cumulative.Known {
		return amounts{}
	}
	c := e.register
	a := amounts{origin: Registered, inMonth: c.InMonth, cumulative: c.Cumulative, base: c.Base}
	if c.Base.Known {
		a.based = c.Cumulative
	}
	return a
}

func ownAmounts(ind Indicator, m Month, e evidence) amounts {
	r := e.own
	a := amounts{origin: Reported, cumulative: r.Cumulative, base: r.Base, ago: r.TwoYearsAgo}
	a.inMonth, a.inMonthDerived = inMonthOf(ind, m, r, e.previous)
	if a.base.Known {
		a.based = r.Cumulative
	}
	if a.ago.Known {
		a.nowOfAgo = r.Cumulative
	}
	return a
}

func summedAmounts(ind Indicator, m Month, s *Sum) amounts {
	a := amounts{origin: Summed, cumulative: s.Cumulative, inMonth: s.InMonth, inMonthDerived: s.InMonthDerived > 0}
	if ind.firstTwo(m) || a.inMonthDerived && ind.Period != "累计" {
		a.inMonth, a.inMonthDerived = Quantity{}, false
	}
	if s.Based > 0 {
		a.base, a.based = s.Base, s.BasedCumulative
	}
	if s.TwoYearsCount > 0 {
		a.ago, a.nowOfAgo = s.TwoYearsAgo, s.TwoYearsNow
	}
	// A partial Σ of expectations would read as a forecast of a fall.
	if s.ExpectedNextMany == s.Reported {
		a.next = s.ExpectedNext
	}
	return a
}

// derivable reports whether the month's own amount is the cumulative less last
// month's: of a cumulative indicator, after the year's first point.
func (i Indicator) derivable(m Month) bool {
	return i.Period == "累计" && m.Number() > i.First()
}

// firstTwo reports whether the month is the point 1–2月, which is no month of its
// own: what a clerk writes there as 当月 is the two months' amount (domain 3.3.3).
func (i Indicator) firstTwo(m Month) bool { return !i.January && m.Number() == 2 }

// inMonthOf returns the month's own amount as reported, else derived from the
// cumulatives of the same year (domain 3.3.4), never for 1–2月.
func inMonthOf(ind Indicator, m Month, r, previous *MonthlyReport) (Quantity, bool) {
	switch {
	case ind.firstTwo(m):
	case r.InMonth.Known:
		return r.InMonth, false
	case ind.Period == "累计" && ind.January && m.Number() == 1:
		return r.Cumulative, r.Cumulative.Known
	case ind.derivable(m) && previous != nil:
		q := r.Cumulative.Minus(previous.Cumulative)
		return q, q.Known
	}
	return Quantity{}, false
}

// cumulativeThen returns last year's figure as it was reported then, unknown
// before the series begins.
func cumulativeThen(ind Indicator, m Month, e evidence) Quantity {
	switch {
	case ind.Since.Defined() && m-12 < ind.Since:
		return Quantity{}
	case e.yearAgo != nil && e.yearAgo.Cumulative.Known:
		return e.yearAgo.Cumulative
	case e.sumThen != nil:
		return e.sumThen.Cumulative
	}
	return Quantity{}
}

// setShare makes the amounts those of a share of the list.
func (a *amounts) setShare() {
	a.cumulative, a.base, a.based = a.share.percent(), a.shareThen.percent(), Quantity{}
	if a.base.Known {
		a.based = a.cumulative
	}
}
