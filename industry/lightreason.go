package industry

import (
	"math/big"
	"strings"
)

const noTargetReason = "未设年度目标，不考核"

// lightReason says in a sentence why the light is what it is. A distance never
// reads as one of the bounds it is not on.
func lightReason(ind Indicator, t Target, p pacing, shown *big.Rat, bounds ...*big.Rat) string {
	distance := distanceText(p.ahead, bounds...)
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

// inputs tells what a rule looks at beside pace and target, as far as it is known.
func inputs(ind Indicator, bands []Band, s footing) string {
	var text strings.Builder
	for _, y := range yardsticks(bands) {
		v := s.values[y]
		if v == nil {
			continue
		}
		size := digits(new(big.Rat).Abs(v), boundsOn(bands, y)...)
		switch y {
		case Relative:
			text.WriteString("，" + sided(v, ind.LowerBetter, "比序时高", "比序时低", "与序时相同") + sizeOf(v, size+"%"))
		case AboveCity:
			text.WriteString("，" + sided(v, ind.LowerBetter, "高于全市平均", "低于全市平均", "与全市平均持平") + sizeOf(v, size+"个百分点"))
		case MonthTask:
			text.WriteString("，当月任务完成率" + signOf(v) + size + "%")
		case LastMonthTask:
			text.WriteString("，上月任务完成率" + signOf(v) + size + "%")
		case MadeUp:
			text.WriteString("，以后月份最好时" + paceWord(ind, v) + sizeOf(v, size+"个百分点"))
		}
	}
	return text.String()
}

// lackingText names the inputs that a rule wanted and nobody reported.
func lackingText(bands []Band, s footing) string {
	var missing []string
	for _, y := range yardsticks(bands) {
		if s.values[y] != nil || s.beyond[y] != 0 {
			continue
		}
		switch y {
		case AboveCity:
			missing = append(missing, "全市平均")
		case MonthTask:
			missing = append(missing, "当月数或当月任务")
		case LastMonthTask:
			missing = append(missing, "上月数或上月任务")
		case Relative:
			missing = append(missing, "序时")
		}
	}
	return "缺" + strings.Join(missing, ListSeparator)
}

// boundsOn returns the values of the bounds on a yardstick, without sign.
func boundsOn(bands []Band, y Yardstick) []*big.Rat {
	points := samples(bands, y)
	var list []*big.Rat
	for i := 1; i < len(points); i += 2 {
		list = append(list, new(big.Rat).Abs(points[i]))
	}
	return list
}

// sided chooses the word for a value above, below or at 0; of 越低越好 the value's
// sign is turned already.
func sided(v *big.Rat, lower bool, up, down, level string) string {
	switch sign := v.Sign(); {
	case sign == 0:
		return level
	case (sign > 0) != lower:
		return up
	}
	return down
}

func sizeOf(v *big.Rat, text string) string {
	if v.Sign() == 0 {
		return ""
	}
	return text
}

func signOf(v *big.Rat) string {
	if v.Sign() < 0 {
		return minus
	}
	return ""
}

// paceWord says on which side of the straight line the completion lies.
func paceWord(ind Indicator, ahead *big.Rat) string {
	return sided(ahead, ind.LowerBetter, "超序时", "欠序时", "与序时持平")
}

// rateWord writes a rate so that one below 0 never reads 0.0%.
func rateWord(r *big.Rat) string {
	if r.Sign() < 0 && PercentText(rate(r)) == "0.0%" {
		return minus + digits(new(big.Rat).Neg(r)) + "%"
	}
	return PercentText(rate(r))
}

// distanceText returns the size of a difference in points.
func distanceText(d *big.Rat, bounds ...*big.Rat) string {
	if d == nil || d.Sign() == 0 {
		return ""
	}
	return digits(new(big.Rat).Abs(d), bounds...) + "个百分点"
}

// digits writes a number of 0 or more with one decimal, and with as many more as
// it takes not to read as 0 or as a bound, usually 10, when it is neither.
func digits(size *big.Rat, bounds ...*big.Rat) string {
	if len(bounds) == 0 {
		bounds = []*big.Rat{big.NewRat(10, 1)}
	}
	nearest := bounds[0]
	for places := 1; places <= 6; places++ {
		s := size.FloatString(places)
		shown, _ := new(big.Rat).SetString(s)
		boundary := shown.Sign() == 0
		for _, b := range bounds {
			if shown.Cmp(b) == 0 {
				boundary, nearest = true, b
			}
		}
		if !boundary || shown.Cmp(size) == 0 {
			return s
		}
	}
	whole := strings.TrimSuffix(strings.TrimRight(nearest.FloatString(6), "0"), ".")
	switch {
	case size.Cmp(big.NewRat(1, 1)) < 0 && nearest.Sign() == 0, size.Cmp(big.NewRat(1, 1000)) < 0:
		return "不足0.000001"
	case size.Cmp(nearest) < 0:
		return "略低于" + whole
	}
	return "略超" + whole
}
