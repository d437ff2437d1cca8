package industry

import (
	"math/big"
	"strconv"
	"strings"
)

// Kinds of target, as 年度目标.目标类型 writes them.
const (
	TotalTarget  = "总量"
	GrowthTarget = "增速"
	RatioTarget  = "比率"
)

// TargetOf reads a target record; false when its object is not a chain.
func TargetOf(r Record) (Target, bool) {
	chain, ok := strings.CutPrefix(r.Get("object"), "chain:")
	year, err := strconv.Atoi(r.Get("year"))
	return Target{
		Year: year, Chain: chain, Indicator: r.Get("indicator"),
		Kind: orElse(r.Get("kind"), TotalTarget), Value: r.Quantity("value"),
		Plan: [4]Quantity{
			r.Quantity("first_quarter"), r.Quantity("second_quarter"),
			r.Quantity("third_quarter"), r.Quantity("fourth_quarter"),
		},
	}, ok && err == nil
}

// Check returns an Invalid error when the quarterly plan is neither empty nor
// complete, or does not end at the target (workbook contract, 年度目标).
func (t Target) Check() error {
	known := 0
	for _, q := range t.Plan {
		if q.Known {
			known++
		}
	}
	switch {
	case known == 0:
		return nil
	case known < len(t.Plan):
		return Errorf(Invalid, "四个季度的计划要么都填、要么都不填，现只填了%d个", known)
	case t.Plan[3] != t.Value:
		return Errorf(Invalid, "四季度累计计划（%s）应等于目标值（%s）", t.Plan[3], t.Value)
	}
	return nil
}

func (t Target) planned() bool { return t.Plan[3].Known }

// due returns what the plan asks by the end of month n (1..12), in parts: the
// quarters' curve, linear inside a quarter, else the straight line.
func (t Target) due(n int) *big.Rat {
	if !t.planned() {
		return big.NewRat(t.Value.Parts*int64(n), 12)
	}
	quarter := (n - 1) / 3
	var start int64
	if quarter > 0 {
		start = t.Plan[quarter-1].Parts
	}
	step := big.NewRat((t.Plan[quarter].Parts-start)*int64(n-3*quarter), 3)
	return step.Add(step, new(big.Rat).SetInt64(start))
}

// Assesses reports whether a target is one of this kind. A ratio has no total to
// run after: what was entered without a kind is its ratio.
func (t Target) Assesses(ind Indicator, kind string) bool {
	return t.Value.Known && (t.Kind == kind || ind.ratio() && t.Kind == TotalTarget && kind == RatioTarget)
}

// PlanOf returns what a 总量 target asks at the end of each month with a point,
// from the year's first point (1–2月 where there is no January) to December.
func PlanOf(ind Indicator, t Target) []PlanPoint {
	if t.Kind != TotalTarget || !t.Value.Known || ind.Period != "累计" {
		return nil
	}
	var points []PlanPoint
	for n := ind.First(); n <= 12; n++ {
		points = append(points, PlanPoint{NewMonth(t.Year, n), Parts(roundHalfAway(t.due(n)).Int64())})
	}
	return points
}

// primary returns the target a line is assessed by: 总量 before 增速 before 比率.
func primary(targets []Target) (Target, bool) {
	for _, kind := range []string{TotalTarget, GrowthTarget, RatioTarget} {
		for _, t := range targets {
			if t.Kind == kind && t.Value.Known {
				return t, true
			}
		}
	}
	return Target{}, false
}

// targetsOf returns the targets of one indicator, those of several chains added
// up: only 总量 adds, and only when every chain has one.
func targetsOf(parts []part, ind Indicator, year int) (targets []Target, warning string) {
	byKind := map[string][]Target{}
	for i := range parts {
		for _, t := range parts[i].chain.Targets {
			if t.Indicator != ind.Code || t.Year != year || !t.Value.Known {
				continue
			}
			if t.Kind == TotalTarget && ind.ratio() {
				t.Kind = RatioTarget // the kind was left empty: a ratio has no total to run after
			}
			byKind[t.Kind] = append(byKind[t.Kind], t)
		}
	}
	for _, kind := range []string{TotalTarget, GrowthTarget, RatioTarget} {
		found := byKind[kind]
		switch {
		case len(found) == 0:
		case len(parts) == 1:
			targets = append(targets, found[0])
		case kind == TotalTarget && len(found) == len(parts) && !ind.ratio():
			targets = append(targets, addTargets(found))
		case kind == TotalTarget && !ind.ratio():
			warning = "不是每条产业链都有年度目标，不合计目标"
		}
	}
	return targets, warning
}

// addTargets adds totals; a straight line becomes its quarters where another
// chain has a curve.
func addTargets(targets []Target) Target {
	sum := Target{Year: targets[0].Year, Chain: AllChains, Indicator: targets[0].Indicator, Kind: TotalTarget}
	curved := false
	for _, t := range targets {
		curved = curved || t.planned()
	}
	for _, t := range targets {
		sum.Value = sum.Value.Plus(t.Value)
		if !curved {
			continue
		}
		for q := range sum.Plan {
			sum.Plan[q] = sum.Plan[q].Plus(Parts(roundHalfAway(t.due(3 * (q + 1))).Int64()))
		}
	}
	return sum
}

// pacing is how a figure stands against its target, in exact percent and
// percentage points.
type pacing struct {
	completion, pace, ahead *big.Rat
}

// pacingOf compares a cumulative (总量), a growth rate (增速) or a ratio (比率)
// with the target at the end of month m (interfaces, Meaning; domain S51).
// 越低越好 reverses the sign of ahead.
func pacingOf(ind Indicator, m Month, t Target, current Quantity, growth *big.Rat) pacing {
	var p pacing
	switch {
	case t.Kind == GrowthTarget:
		p.ahead = less(growth, percentage(t.Value))
	case t.Kind == RatioTarget && !ind.ratio():
		// A share of something else, as 研发投入 of revenue: 万元 is not comparable with %.
	case t.Kind == RatioTarget && current.Known:
		p.ahead = less(percentage(current), percentage(t.Value))
	case t.Kind == RatioTarget:
		p.ahead = less(growth, percentage(t.Value))
	case t.Value.Parts > 0:
		whole := big.NewRat(100, t.Value.Parts)
		p.pace = new(big.Rat).Mul(t.due(m.Number()), whole)
		p.completion = fractionOf(current, t.Value)
		p.ahead = less(p.completion, p.pace)
	}
	if ind.LowerBetter && p.ahead != nil {
		p.ahead.Neg(p.ahead)
	}
	return p
}

// remaining returns what each month left has to bring, 0 when the target is
// reached and unknown in December.
func remaining(m Month, t Target, current Quantity) Quantity {
	left := int64(12 - m.Number())
	if t.Kind != TotalTarget || !current.Known || left == 0 {
		return Quantity{}
	}
	if current.Parts >= t.Value.Parts {
		return Q(0)
	}
	return Parts(roundHalfAway(big.NewRat(t.Value.Parts-current.Parts, left)).Int64())
}

// RemainingText says what each month left has to bring for the target:
// "剩余各月月均需20.75亿元", "已完成全年目标"; "" where nothing is left to say.
func (l Line) RemainingText() string {
	figure := FigureOf(l.RemainingMonthly, l.Unit).String()
	switch {
	case !l.RemainingMonthly.Known:
		return ""
	case l.Indicator.LowerBetter && l.RemainingMonthly.Parts == 0:
		return "已用完全年限额"
	case l.Indicator.LowerBetter:
		return "剩余各月月均不超过" + figure
	case l.RemainingMonthly.Parts == 0:
		return "已完成全年目标"
	}
	return "剩余各月月均需" + figure
}
