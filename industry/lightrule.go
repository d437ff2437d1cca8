package industry

import "math/big"

// The default rule's texts (interfaces, Default light; presets of domain 3.5
// are other versions of it).
const (
	totalRule      = "完成率达到序时为绿；欠序时10个百分点以内（含10个）为黄；欠10个百分点以上为红"
	totalRuleLow   = "不超过序时为绿；超序时10个百分点以内（含10个）为黄；超10个百分点以上为红"
	growthRule     = "增速达到目标为绿；低于目标但不为负为黄；负增长为红"
	distanceRule   = "达到目标为绿；差10个百分点以内（含10个）为黄；差10个百分点以上为红"
	noTargetReason = "未设年度目标，不考核"
)

// lightRule returns the text of the rule a target is assessed by.
func lightRule(ind Indicator, kind string) Optional {
	switch {
	case kind == TotalTarget && ind.LowerBetter:
		return totalRuleLow
	case kind == TotalTarget:
		return totalRule
	case kind == GrowthTarget && !ind.LowerBetter:
		return growthRule
	}
	return distanceRule
}

// lightOf applies the default rule. Boundaries are compared as exact fractions:
// −10 points is yellow, 0 is green.
func lightOf(ind Indicator, kind string, p pacing, growth *big.Rat) Light {
	switch {
	case p.ahead == nil:
		return NoLight
	case p.ahead.Sign() >= 0:
		return Green
	case kind == GrowthTarget && !ind.LowerBetter:
		if growth.Sign() >= 0 {
			return Yellow
		}
		return Red
	case p.ahead.Cmp(big.NewRat(-10, 1)) >= 0:
		return Yellow
	}
	return Red
}

// lightReason says in a sentence why the light is what it is.
func lightReason(ind Indicator, t Target, p pacing, shown *big.Rat) string {
	distance := distanceText(p.ahead)
	if t.Kind == TotalTarget {
		if p.pace == nil {
			return "目标值不大于0，不能计算完成率"
		}
		if p.completion == nil {
			return "本月未报，暂不评定"
		}
		return "完成率" + PercentText(rate(p.completion)) + "，序时" + PercentText(rate(p.pace)) + "，" + paceWord(ind, p.ahead) + distance
	}
	target := PercentText(RateOf(t.Value))
	name := "增速"
	if t.Kind == RatioTarget {
		name = "比率"
	}
	if p.ahead == nil {
		return name + "未报或不可比，暂不评定"
	}
	s := name + rateWord(shown) + "，目标" + target + "，"
	switch sign := p.ahead.Sign(); {
	case sign == 0:
		return s + "与目标持平"
	case (sign > 0) != ind.LowerBetter:
		return s + "高于目标" + distance
	}
	return s + "低于目标" + distance
}

// paceWord says on which side of the straight line the completion lies.
func paceWord(ind Indicator, ahead *big.Rat) string {
	switch sign := ahead.Sign(); {
	case sign == 0:
		return "与序时持平"
	case (sign > 0) != ind.LowerBetter:
		return "超序时"
	}
	return "欠序时"
}

// rateWord writes a rate so that one below 0 never reads 0.0%.
func rateWord(r *big.Rat) string {
	if r.Sign() < 0 && PercentText(rate(r)) == "0.0%" {
		return minus + digits(new(big.Rat).Neg(r)) + "%"
	}
	return PercentText(rate(r))
}

// distanceText returns the size of a difference in points.
func distanceText(d *big.Rat) string {
	if d == nil || d.Sign() == 0 {
		return ""
	}
	return digits(new(big.Rat).Abs(d)) + "个百分点"
}

// digits writes a positive number with one decimal, and with as many more as it
// takes not to read as 0 or as the boundary of 10 when it is neither.
func digits(size *big.Rat) string {
	for places := 1; places <= 6; places++ {
		s := size.FloatString(places)
		shown, _ := new(big.Rat).SetString(s)
		boundary := shown.Sign() == 0 || shown.Cmp(big.NewRat(10, 1)) == 0
		if !boundary || shown.Cmp(size) == 0 {
			return s
		}
	}
	switch ten := big.NewRat(10, 1); {
	case size.Cmp(big.NewRat(1, 1)) < 0:
		return "不足0.000001"
	case size.Cmp(ten) < 0:
		return "略低于10"
	}
	return "略超10"
}
