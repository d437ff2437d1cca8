package industry

import "math/big"

// assessment is what the light of a line is worked out from.
type assessment struct {
	rule   LightRule
	target Target
	pacing pacing
	shown  *big.Rat // the rate a target of a rate is compared with
	city   *big.Rat // 全市's rate, nil where it is not reported
}

// judge gives the line its light, in exact fractions, and says why.
func (l *Line) judge(m Month, a assessment, year map[Month]Line) {
	lower := l.Indicator.LowerBetter
	l.Rule, l.LightRule = a.rule, Optional(a.rule.stated(lower))
	bands := a.rule.For(lower)
	l.Light, l.LightReason = NoLight, lightReason(l.Indicator, a.target, a.pacing, a.shown, boundsOn(bands, Distance)...)
	if a.pacing.ahead == nil {
		return
	}
	s := l.footing(m, a, year)
	l.LightReason += inputs(l.Indicator, bands, s)
	switch band, lacking := judge(bands, s); {
	case band >= 0:
		l.Light, l.LightWord = bands[band].Light, bands[band].Word
		if l.LightWord != "" {
			l.LightReason += "，" + l.LightWord
		}
	case lacking:
		l.LightWord = "缺依据"
		l.LightReason += "；" + lackingText(bands, s) + "，按" + a.rule.Title() + "不能评定"
	default:
		l.LightWord = "规则未规定"
		l.LightReason += "；" + a.rule.Title() + "对" + a.rule.gapText(lower, s) + "没有规定，不亮灯"
	}
}

// footing puts the line on every yardstick that its rule looks at.
func (l *Line) footing(m Month, a assessment, year map[Month]Line) footing {
	s := footing{values: map[Yardstick]*big.Rat{}, beyond: map[Yardstick]int{}}
	for _, y := range yardsticks(a.rule.For(l.Indicator.LowerBetter)) {
		switch y {
		case Distance:
			s.values[y] = a.pacing.ahead
		case Relative:
			s.values[y] = relativeTo(a.pacing)
		case OwnRate:
			s.values[y] = a.shown
		case AboveCity:
			s.values[y] = less(a.shown, a.city)
			if l.Indicator.LowerBetter && s.values[y] != nil {
				s.values[y].Neg(s.values[y])
			}
		case MonthTask:
			s.values[y] = monthTask(l.Indicator, m, a.target, *l)
		case LastMonthTask:
			if m.Number() <= l.Indicator.First() {
				s.beyond[y] = 1
			} else if before, ok := year[m-1]; ok {
				s.values[y] = monthTask(l.Indicator, m-1, a.target, before)
			}
		case MadeUp:
			s.values[y] = madeUp(l.Indicator, m, a.target, year)
			if s.values[y] == nil {
				s.beyond[y] = -1 // nothing later was reported: not made up yet
			}
		}
	}
	return s
}

// relativeTo returns the distance from the pace in percent of the pace.
func relativeTo(p pacing) *big.Rat {
	if p.ahead == nil || p.pace == nil || p.pace.Sign() <= 0 {
		return nil
	}
	r := new(big.Rat).Quo(p.ahead, p.pace)
	return r.Mul(r, big.NewRat(100, 1))
}

// monthTask returns the month's own figure in percent of what the plan asks of
// the month alone; 1–2月 is one month where there is no January. It is nil where
// either is unknown, nothing was asked, or less is better.
func monthTask(ind Indicator, m Month, t Target, l Line) *big.Rat {
	amount, due := l.InMonth, t.due(m.Number())
	if m.Number() == ind.First() {
		amount = l.Cumulative
	} else {
		due = new(big.Rat).Sub(due, t.due(m.Number()-1))
	}
	if t.Kind != TotalTarget || ind.LowerBetter || !amount.Known || due.Sign() <= 0 || m.Number() < ind.First() {
		return nil
	}
	r := new(big.Rat).SetInt64(amount.Parts)
	r.Quo(r, due)
	return r.Mul(r, big.NewRat(100, 1))
}

// madeUp returns the best distance of the later months of the year, nil where
// none was reported.
func madeUp(ind Indicator, m Month, t Target, year map[Month]Line) *big.Rat {
	var best *big.Rat
	for later := m + 1; later.Year() == m.Year(); later++ {
		l, ok := year[later]
		if !ok {
			continue
		}
		if ahead := pacingOf(ind, later, t, l.Cumulative, nil).ahead; ahead != nil && (best == nil || ahead.Cmp(best) > 0) {
			best = ahead
		}
	}
	return best
}

// stated is the rule as the API and a pointer on the light show it: its text,
// after the name and version of one that the county has set.
func (r LightRule) stated(lower bool) string {
	if r.Version == 0 {
		return r.Text(lower)
	}
	return r.Title() + "：" + r.Text(lower)
}

// gapText says which figures the rule leaves out, as far as it can be put in words.
func (r LightRule) gapText(lower bool, s footing) string {
	bands := r.For(lower)
	if len(bands) == 0 {
		return "越低越好的指标"
	}
	g, ok := gapAround(bands, s)
	if !ok {
		return "这种情形"
	}
	return newPhrasing(r.Kind, lower, nil).phrase(g).text // every end with 含 or 不含
}

// LightLabel returns the word beside the shape of the line's light: 绿, 黄, 红, what
// the rule calls it, 规则未规定, or —.
func (l Line) LightLabel() string { return orElse(l.LightWord, l.Light.Label()) }
