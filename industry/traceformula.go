package industry

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// explained is one figure taken apart: what each chain brings, what they come to
// together, and the line that is shown of it.
type explained struct {
	facts   *Facts
	ind     Indicator
	line    Line
	parts   []part
	amounts amounts
}

// reported tells whether every chain's amount is its own row.
func (x explained) reported() bool {
	return len(x.parts) > 0 && !slices.ContainsFunc(x.parts, func(p part) bool { return p.amounts.origin == Summed })
}

// formula writes an aspect with its numbers put in.
func (x explained) formula(of Aspect) string {
	l, a := &x.line, &x.amounts
	switch of {
	case OfInMonth:
		return x.inMonth()
	case OfBase:
		if x.ind.FromRegister {
			return x.counted(of)
		}
		return x.sumOf("上年同期累计", l.Base, func(p part) Quantity { return p.amounts.base }, func(s *Sum) int { return s.Based })
	case OfEnterprises:
		return x.enterprises()
	case OfChange:
		return equals("可比本期 "+x.number(a.based)+" − 上年同期 "+x.number(l.Base), l.ChangeLabel(), l.Change.Known)
	case OfGrowth, OfReported, OfComputed, OfNominal:
		return x.growth(of)
	case OfTwoYears:
		return equals("（本年累计 "+x.number(a.nowOfAgo)+" ÷ 两年前同期 "+x.number(a.ago)+"）^½ − 1", SignedPercentText(l.TwoYearAverage), l.TwoYearAverage.Known)
	case OfTarget, OfCompletion, OfPace, OfAhead, OfRemaining, OfLight:
		return x.judgement(of)
	case OfForecast:
		return x.forecast()
	case OfRank, OfRankChange:
		return x.rank()
	case OfCoverage:
		return x.coverage()
	}
	return x.cumulative()
}

// equals ends a formula with its result; an undefined one says so.
func equals(terms, result string, known bool) string {
	if !known {
		return terms + "，不能计算"
	}
	return terms + " ＝ " + result
}

// number writes an amount in the indicator's own unit, without it.
func (x explained) number(q Quantity) string { return GroupedText(q) }

// amount writes an amount with its unit.
func (x explained) amount(q Quantity) string {
	if x.ind.Unit == "%" {
		return suffix(GroupedText(q), "%")
	}
	if !q.Known {
		return undefined
	}
	return GroupedText(q) + " " + x.ind.Unit
}

func (x explained) cumulative() string {
	if x.ind.FromRegister {
		return x.counted(OfCumulative)
	}
	if !x.line.Cumulative.Known {
		return "本期没有填报" + x.held()
	}
	return x.sumOf(x.held(), x.line.Cumulative, func(p part) Quantity { return p.amounts.cumulative }, func(s *Sum) int { return s.Reported })
}

// summary explains beside the cumulative what a line says of it.
func (x explained) summary() []string {
	var lines []string
	if x.line.Growth.Known || x.line.Change.Known && x.ind.FromRegister {
		lines = append(lines, OfGrowth.Label()+" ＝ "+x.formula(OfGrowth))
	}
	switch {
	case x.line.Completion.Known:
		lines = append(lines, "完成率 ＝ "+x.formula(OfCompletion), "超欠 ＝ "+x.formula(OfAhead))
	case x.line.Ahead.Known:
		lines = append(lines, "超欠 ＝ "+x.formula(OfAhead))
	}
	return lines
}

// held is what the main amount is called: a stock holds at the month's end.
func (x explained) held() string {
	if x.ind.Period == "时点" {
		return "期末数"
	}
	return "本年累计"
}

// sumOf writes how one amount came about: a row of the chain's own, Σ over
// enterprises, or Σ over chains with each chain's share of it.
func (x explained) sumOf(what string, result Quantity, of func(part) Quantity, many func(*Sum) int) string {
	if !result.Known {
		return "没有" + what
	}
	if len(x.parts) == 1 {
		return whose(x.parts[0], what, many) + " ＝ " + x.amount(result)
	}
	var terms []string
	for _, p := range x.parts {
		if q := of(p); q.Known {
			terms = append(terms, p.chain.Chain.Name+" "+x.number(q)+"（"+whose(p, "", many)+"）")
		}
	}
	return fmt.Sprintf("Σ %d 条产业链%s：%s ＝ %s", len(terms), what, strings.Join(terms, " ＋ "), x.amount(result))
}

// whose says what a chain's amount is made of.
func whose(p part, what string, many func(*Sum) int) string {
	if p.amounts.origin == Summed && p.evidence.sum != nil {
		return "Σ " + GroupedText(Q(int64(many(p.evidence.sum)))) + " 户企业" + what
	}
	return "本级填报" + what
}

func (x explained) enterprises() string {
	n := 0
	for _, p := range x.parts {
		if p.evidence.sum != nil {
			n += p.evidence.sum.Reported
		}
	}
	return equals("Σ 名单内 "+GroupedText(Q(int64(n)))+" 户企业本年累计", x.amount(x.line.SumOfEnterprises), x.line.SumOfEnterprises.Known)
}

func (x explained) inMonth() string {
	l := &x.line
	if x.ind.firstTwo(x.facts.Month) {
		return "1—2月合并为一个数，没有单独的当月数"
	}
	if x.ind.FromRegister {
		return x.counted(OfInMonth)
	}
	if !l.InMonth.Known {
		return "没有当月数"
	}
	if len(x.parts) != 1 {
		return x.sumOf("当月", l.InMonth, func(p part) Quantity { return p.amounts.inMonth }, func(s *Sum) int { return s.InMonthCount })
	}
	p := x.parts[0]
	if s := p.evidence.sum; l.Origin == Summed && s != nil {
		text := "Σ " + strconv.Itoa(s.InMonthCount) + " 户企业当月"
		if s.InMonthDerived > 0 {
			text += fmt.Sprintf("（其中 %d 户为本月累计 − 上月累计）", s.InMonthDerived)
		}
		return text + " ＝ " + x.amount(l.InMonth)
	}
	if !l.InMonthDerived {
		return "本级填报当月 ＝ " + x.amount(l.InMonth)
	}
	if p.evidence.previous == nil {
		return "当月即本年累计 ＝ " + x.amount(l.InMonth)
	}
	return "本月累计 " + x.number(p.evidence.own.Cumulative) + " − 上月累计 " + x.number(p.evidence.previous.Cumulative) + " ＝ " + x.amount(l.InMonth) + "（推算）"
}

func (x explained) growth(of Aspect) string {
	l, a := &x.line, &x.amounts
	if of == OfGrowth {
		of = x.growthRows()
	}
	switch of {
	case OfReported:
		return equals("填报同比", SignedPercentText(l.GrowthReported), l.GrowthReported.Known)
	case OfNominal:
		if x.ind.FromRegister {
			break
		}
		if a.then.Known && a.then.Parts < 0 {
			text := equals("（本年累计 "+x.number(a.nowOfThen)+" − 上年当时公布数 "+x.number(a.then)+"）÷ |"+x.number(a.then)+"|", SignedPercentText(l.GrowthNominal), l.GrowthNominal.Known)
			return text + "，" + l.NominalText
		}
		return equals("本年累计 "+x.number(a.nowOfThen)+" ÷ 上年当时公布数 "+x.number(a.then)+" − 1", SignedPercentText(l.GrowthNominal), l.GrowthNominal.Known)
	}
	if x.ind.Basis == Published && !x.ind.FromRegister {
		return "增速由" + orElse(x.ind.MainSource, "统计部门") + "直报，不用总量推算"
	}
	if x.ind.ratio() {
		return equals("本期 "+x.amount(a.based)+" − 上年同期 "+x.amount(l.Base), l.ChangeLabel(), l.Change.Known)
	}
	shown := l.GrowthComputed
	if x.ind.FromRegister {
		shown = l.GrowthNominal
	}
	if a.base.Known && a.base.Parts < 0 {
		text := equals("（可比本期 "+x.number(a.based)+" − 上年同期 "+x.number(a.base)+"）÷ |"+x.number(a.base)+"|", SignedPercentText(shown), shown.Known)
		return text + "，" + GrowthText(shown, a.based, a.base)
	}
	return equals("可比本期 "+x.number(a.based)+" ÷ 上年同期 "+x.number(a.base)+" − 1", SignedPercentText(shown), shown.Known)
}

func (x explained) judgement(of Aspect) string {
	l := &x.line
	if !l.Target.Known {
		return "没有年度目标，不考核"
	}
	total := string(l.TargetKind) == TotalTarget
	switch {
	case of == OfTarget:
		return "年度目标（" + string(l.TargetKind) + "） ＝ " + l.TargetText()
	case !total && (of == OfCompletion || of == OfPace || of == OfRemaining):
		return string(l.TargetKind) + "目标与目标值直接相比，不计算" + of.Label()
	case of == OfCompletion:
		return equals("本年累计 "+x.number(l.Cumulative)+" ÷ 年度目标 "+x.number(l.Target), PercentText(l.Completion), l.Completion.Known)
	case of == OfPace:
		return x.pace()
	case of == OfRemaining:
		left := 12 - x.facts.Month.Number()
		if left == 0 {
			return "已到年末，没有剩余月份"
		}
		if l.RemainingMonthly == Q(0) {
			return "本年累计已达到年度目标，不再需要"
		}
		return equals(fmt.Sprintf("（年度目标 %s − 本年累计 %s）÷ 剩余 %d 个月", x.number(l.Target), x.number(l.Cumulative), left),
			x.amount(l.RemainingMonthly), l.RemainingMonthly.Known)
	case of == OfLight:
		return l.LightReason
	case total:
		return x.distance("完成率 "+PercentText(l.Completion), "序时 "+PercentText(l.Pace))
	}
	rate := l.Growth
	if string(l.TargetKind) == RatioTarget && l.Cumulative.Known {
		rate = RateOf(l.Cumulative)
	}
	return x.distance("本期 "+PercentText(rate), "目标 "+PercentText(RateOf(l.Target)))
}

// distance takes what was to be from what is, the other way round where less is
// better.
func (x explained) distance(is, due string) string {
	if x.ind.LowerBetter {
		is, due = due, is
	}
	return equals(is+" − "+due, PointsText(x.line.Ahead)+" 个百分点", x.line.Ahead.Known)
}

// pace says how far the year's plan should have come.
func (x explained) pace() string {
	l, m := &x.line, x.facts.Month
	targets, _ := targetsOf(x.parts, x.ind, m.Year())
	t, ok := primary(targets)
	if ok && t.planned() {
		return equals(fmt.Sprintf("分季计划至%d月应达 %s ÷ 年度目标 %s", m.Number(), x.number(Parts(roundHalfAway(t.due(m.Number())).Int64())), x.number(t.Value)),
			PercentText(l.Pace), l.Pace.Known)
	}
	return equals(fmt.Sprintf("%d 个月 ÷ 12 个月", m.Number()), PercentText(l.Pace), l.Pace.Known)
}

func (x explained) forecast() string {
	f := &x.line.Forecast
	if string(f.Basis) == Seasonal {
		var shares []string
		for _, y := range slices.Backward(pastYears(x.ind, x.facts.Month, x.parts)) {
			shares = append(shares, fmt.Sprintf("%d年 %s ÷ %s ＝ %s", y.year, x.number(y.now), x.number(y.december), PercentText(rate(percentOf(y.share())))))
		}
		return fmt.Sprintf("预测全年 ＝ 本年累计 %s ÷ 往年同期占全年比重的平均数（%s）＝ %s，区间 %s 至 %s；%s",
			x.number(x.line.Cumulative), strings.Join(shares, "，"), x.amount(f.Year), x.number(f.Low), x.number(f.High), f.Note)
	}
	if !f.NextMonth.Known {
		return "没有填报下月预计"
	}
	return x.sumOf("下月预计（累计）", f.NextMonth, func(p part) Quantity { return p.amounts.next }, func(s *Sum) int { return s.ExpectedNextMany })
}

func (x explained) rank() string {
	l := &x.line
	if !l.Rank.Known {
		return "没有填报全市位次"
	}
	text := "本期填报第 " + GroupedText(l.Rank) + " 位"
	if l.RankOf.Known {
		text += "（共 " + GroupedText(l.RankOf) + " 个）"
	}
	if len(x.parts) != 1 || x.parts[0].evidence.previous == nil || !x.parts[0].evidence.previous.Rank.Known {
		return text + "，上月没有位次"
	}
	text += "，上月第 " + GroupedText(x.parts[0].evidence.previous.Rank) + " 位"
	switch {
	case l.RankChange.Parts > 0:
		return text + "，上升 " + GroupedText(l.RankChange) + " 位"
	case l.RankChange.Parts < 0:
		return text + "，下降 " + GroupedText(absolute(l.RankChange)) + " 位"
	}
	return text + "，持平"
}

func (x explained) coverage() string {
	c := x.line.Coverage
	if !c.Expected.Known {
		return "由台账计数，不需要企业填报"
	}
	return fmt.Sprintf("应报 %s 户（名单内规上企业） − 已报 %s 户 ＝ 未报 %s 户", GroupedText(c.Expected), GroupedText(c.Reported), GroupedText(c.Expected.Minus(c.Reported)))
}

// value is the aspect's figure and how screens print it.
func (x explained) value(of Aspect) (json.Marshaler, string) {
	l := &x.line
	amount := func(q Quantity) (json.Marshaler, string) { return q, l.ScreenUnit().Figure(q).String() }
	percent := func(r Rate) (json.Marshaler, string) { return r, SignedPercentText(r) }
	switch of {
	case OfInMonth:
		return amount(l.InMonth)
	case OfBase:
		return amount(l.Base)
	case OfChange:
		return l.Change, l.ChangeLabel()
	case OfEnterprises:
		return amount(l.SumOfEnterprises)
	case OfGrowth:
		return l.Growth, l.GrowthShort()
	case OfReported:
		return percent(l.GrowthReported)
	case OfComputed:
		return l.GrowthComputed, shortGrowth(GrowthText(l.GrowthComputed, x.amounts.based, x.amounts.base), l.GrowthComputed)
	case OfNominal:
		return l.GrowthNominal, l.NominalShort()
	case OfTwoYears:
		return percent(l.TwoYearAverage)
	case OfTarget:
		return l.Target, l.TargetText()
	case OfCompletion:
		return l.Completion, PercentText(l.Completion)
	case OfPace:
		return l.Pace, PercentText(l.Pace)
	case OfAhead:
		return l.Ahead, suffix(PointsText(l.Ahead), "个百分点")
	case OfLight:
		return l.Ahead, l.Light.Label()
	case OfRemaining:
		return amount(l.RemainingMonthly)
	case OfForecast:
		if l.Forecast.Year.Known {
			return amount(l.Forecast.Year)
		}
		return amount(l.Forecast.NextMonth)
	case OfRank, OfRankChange:
		if of == OfRankChange {
			return l.RankChange, ChangeText(l.RankChange)
		}
		return l.Rank, RankText(l.Rank, l.RankChange)
	case OfCoverage:
		return l.Coverage.Reported, GroupedText(l.Coverage.Reported) + " / " + GroupedText(l.Coverage.Expected) + " 户"
	}
	return amount(l.Cumulative)
}

// basis says by which rule the figure is stated.
func (x explained) basis(of Aspect) string {
	switch {
	case of == OfNominal && !x.ind.FromRegister:
		return "名义：与上年当时公布数直接相比，名单不同，不作评价"
	case of == OfRank || of == OfRankChange:
		return "全市同一指标排名，由主来源填报"
	case of == OfLight && x.line.LightRule != "":
		return string(x.line.LightRule)
	case of == OfTwoYears:
		return "两年平均：按两年几何平均，不是两年增速的算术平均"
	}
	switch x.line.GrowthBasis {
	case Comparable:
		if x.line.Origin == Reported || x.reported() {
			return "同口径：本期与上年同期均为本级填报数"
		}
		return "同口径：本期与同期为同一名单，同期数由企业今年填报；没有同期数的只计入累计，不计入增速"
	case Published:
		return "可比价：增速由统计部门直报，不用总量推算"
	}
	return "名义：与上年同期数直接相比"
}
