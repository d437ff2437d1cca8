package industry

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
)

// Dispatch computes the dispatch table of a month (interfaces, Meaning;
// workbook contract, How figures add up).
func Dispatch(f Facts) DispatchTable {
	t := DispatchTable{
		Chain: f.Chain.ID, ChainName: f.Chain.Name, Month: f.Month,
		Coverage: Coverage{Missing: []Party{}}, Indicators: make([]Line, 0, len(f.Indicators)),
	}
	if !f.AsOf.IsZero() {
		at := f.AsOf.In(Shanghai).Truncate(time.Second)
		t.AsOf = &at
	}
	for i := range f.Chains {
		c := &f.Chains[i]
		if f.exempt() {
			break // nobody is to report revenue, and nobody is missing
		}
		t.Coverage.Expected += c.Expected
		t.Coverage.Reported += c.Expected - len(c.Missing)
		t.Coverage.Missing = append(t.Coverage.Missing, c.Missing...)
	}
	for _, ind := range f.Indicators {
		t.Indicators = append(t.Indicators, lineOf(&f, ind, t.Coverage.Missing))
	}
	if revenue, ok := t.Line("revenue"); ok {
		t.Coverage.Gap = revenue.Coverage.Gap
	}
	return t
}

// exempt reports whether the month has no figure of revenue by its calendar.
func (f *Facts) exempt() bool {
	return slices.ContainsFunc(f.Indicators, func(i Indicator) bool { return i.Code == "revenue" && !i.due(f.Month) })
}

func lineOf(f *Facts, ind Indicator, missing []Party) Line {
	parts := partsOf(f, ind)
	l := Line{
		Code: ind.Code, Name: ind.Name, Unit: ind.Unit, Indicator: ind, Light: NoLight,
		GrowthBasis: ind.Basis, GrowthText: undefined, NominalText: undefined, LightReason: noTargetReason,
		Targets: []TargetValue{}, OtherSources: []OtherSource{}, Warnings: []string{},
	}
	if ind.FromRegister {
		l.GrowthBasis = Nominal
	}
	var a amounts
	switch len(parts) {
	case 0:
		return l
	case 1:
		a = parts[0].amounts
	default:
		var doubts []string
		a, doubts = combine(ind, parts)
		l.Warnings = append(l.Warnings, doubts...)
	}
	g := growthsOf(ind, a)
	l.setAmounts(a, g)
	l.setTarget(f, parts, g.shown)
	l.setForecast(f.Month, parts, a.next)
	if ind.due(f.Month) {
		l.setCoverage(f.Month, parts)
	} else {
		l.Exempt = true
		l.warn(exemptWarning)
	}
	if len(parts) == 1 {
		l.setSources(parts[0].evidence)
		l.warnOwnRow(parts[0])
		l.warnOwnRates(f.Month, parts[0].evidence, g)
	}
	if said := l.Coverage.Sentence(); said != "" {
		l.warn("%s", said)
	}
	for i := range parts {
		l.warnSum(parts[i], len(parts) > 1)
		l.Unexplained += parts[i].doubts()
	}
	if ind.Code == "revenue" && len(missing) > 0 && l.Origin == Summed {
		l.warn(missingWarning, names(missing))
	}
	return l
}

func (l *Line) warn(format string, args ...any) {
	l.Warnings = append(l.Warnings, fmt.Sprintf(format, args...))
}

func (l *Line) setAmounts(a amounts, g growths) {
	l.Origin, l.InMonth, l.InMonthDerived = a.origin, a.inMonth, a.inMonthDerived
	l.Cumulative, l.Base, l.SumOfEnterprises = a.cumulative, a.base, a.enterprises
	if a.partial {
		l.Base = Quantity{}
	}
	l.Change = a.based.Minus(l.Base)
	l.Growth, l.GrowthReported = rate(g.shown), rate(g.reported)
	l.GrowthComputed, l.GrowthNominal = rate(g.computed), rate(g.nominal)
	l.GrowthText, l.NominalText = g.text(), g.nominalText()
	if !l.Indicator.ratio() && l.Indicator.Basis != Published {
		l.TwoYearAverage = AverageOfTwoYears(a.nowOfAgo, a.ago)
	}
}

// setTarget assesses the line by its primary target.
func (l *Line) setTarget(f *Facts, parts []part, growth *big.Rat) {
	m := f.Month
	targets, warning := targetsOf(parts, l.Indicator, m.Year())
	if warning != "" {
		l.warn("%s", warning)
	}
	for _, t := range targets {
		l.Targets = append(l.Targets, TargetValue{t.Kind, t.Value})
	}
	t, ok := primary(targets)
	if !ok {
		return
	}
	p := pacingOf(l.Indicator, m, t, l.Cumulative, growth)
	l.Target, l.TargetKind, l.Plan = t.Value, Optional(t.Kind), PlanOf(l.Indicator, t)
	l.Completion, l.Pace, l.Ahead = rate(p.completion), rate(p.pace), rate(p.ahead)
	l.RemainingMonthly = remaining(m, t, l.Cumulative)
	shown := growth
	if t.Kind == RatioTarget && l.Cumulative.Known {
		shown = percentage(l.Cumulative)
	}
	if !l.Indicator.due(m) {
		l.LightReason = "1月数据免报，暂不评定"
		return
	}
	l.judge(m, assessment{f.Rules.InForce(l.Code, t.Kind, m), t, p, shown, f.City[l.Code]}, f.Year[l.Code])
}

// setCoverage counts the enterprises behind the amount.
func (l *Line) setCoverage(m Month, parts []part) {
	if l.Indicator.FromRegister {
		l.Source = registerSource(l.Code)
		return
	}
	expected, reported := 0, 0
	for i := range parts {
		expected += parts[i].chain.Expected
		if s := parts[i].evidence.sum; s != nil {
			reported += s.Reported
			if s.Preliminary > 0 && l.Origin == Summed {
				l.DataStatus = "快报"
			}
		}
	}
	l.Coverage = Counted{Q(int64(expected)), Q(int64(reported)), gapOf(l.Indicator, m, parts)}
	if l.Origin == Summed {
		l.Source = Optional(l.Indicator.MainSource)
	}
}

// setSources fills what only a single chain has: rank, its row's source and
// status, and other departments' figures.
func (l *Line) setSources(e evidence) {
	if e.own != nil {
		l.Rank, l.RankOf, l.Cause = e.own.Rank, e.own.RankOf, Optional(e.own.Cause)
		if e.previous != nil {
			l.RankChange = e.previous.Rank.Minus(e.own.Rank)
		}
		if l.Origin == Reported {
			l.Source = Optional(orElse(e.own.Source, l.Indicator.MainSource))
			l.DataStatus = Optional(e.own.Status)
		}
	}
	for _, r := range e.others {
		growth := RateOf(r.Growth)
		l.OtherSources = append(l.OtherSources, OtherSource{
			Source: r.Source, Cumulative: r.Cumulative, Growth: growth,
			Difference: r.Cumulative.Minus(l.Cumulative), GrowthDifference: growth.Minus(l.Growth),
		})
	}
	slices.SortFunc(l.OtherSources, func(a, b OtherSource) int { return strings.Compare(a.Source, b.Source) })
	if l.Origin == "" && len(l.OtherSources) > 0 {
		l.warn("主来源%s未报，%s的数只作核对", l.Indicator.MainSource, l.OtherSources[0].Source)
	}
}

// warnOwnRow says where the chain's own row and its enterprises disagree.
func (l *Line) warnOwnRow(p part) {
	own, sum := p.evidence.own, p.evidence.sum
	if own == nil || l.Indicator.FromRegister {
		return
	}
	if own.Doubt != "" {
		l.warn("本链自报数待说明：%s", own.Doubt)
	}
	if own.Cumulative.Known && sum != nil && sum.Reported > 0 && sum.Cumulative != own.Cumulative {
		l.warn(ownSumWarning+"%s，名单内%d户合计%s，相差%s",
			amountText(own.Cumulative, l.Unit), sum.Reported, amountText(sum.Cumulative, l.Unit),
			amountText(own.Cumulative.Minus(sum.Cumulative), l.Unit))
	}
	if l.Origin == Summed && own.Growth.Known {
		l.warn("同比为本链自报，累计为名单内企业合计，口径可能不同")
	}
	if l.Origin == Reported && own.Cumulative.Known && !own.Base.Known && !own.Growth.Known && !l.Indicator.ratio() {
		l.warn("本链自报数没有上年同期累计，不计算同比")
	}
}

// warnOwnRates says where the chain's own row disagrees with itself. Both
// figures stay as they are: published tables do not always add up (domain S43,
// S52).
func (l *Line) warnOwnRates(m Month, e evidence, g growths) {
	if l.Origin != Reported {
		return
	}
	// A rate is published with one decimal: half of one is rounding.
	if apart := less(g.reported, g.computed); apart != nil && g.base.Parts > 0 && apart.Abs(apart).Cmp(big.NewRat(1, 20)) > 0 {
		l.warn("填报同比%s，按本年累计与上年同期累计计算为%s，相差%s",
			PercentText(l.GrowthReported), PercentText(l.GrowthComputed), distanceText(apart))
	}
	if e.previous == nil || !l.Indicator.derivable(m) || !e.own.InMonth.Known {
		return
	}
	difference := e.own.Cumulative.Minus(e.previous.Cumulative)
	if apart := e.own.InMonth.Minus(difference); absolute(apart).Parts > rounding {
		l.warn("填报当月%s，本年累计减上月累计为%s，相差%s",
			amountText(e.own.InMonth, l.Unit), amountText(difference, l.Unit), amountText(apart, l.Unit))
	}
}

// warnSum says what is missing from a sum over enterprises.
func (l *Line) warnSum(p part, named bool) {
	s := p.evidence.sum
	if p.amounts.origin != Summed || s == nil {
		return
	}
	who := ""
	if named {
		who = p.chain.Chain.Name + "："
	}
	if missing := p.chain.Expected - s.Reported; missing > 0 {
		l.warn("%s应报%d户，已报%d户，%d户未报", who, p.chain.Expected, s.Reported, missing)
	}
	if baseless := s.Reported - s.Based; baseless > 0 && l.Indicator.Basis != Published && !l.Indicator.ratio() {
		l.warn("%s%d户没有上年同期累计，只计入累计，不计入增速", who, baseless)
		if firms := p.chain.Baseless[l.Code]; len(firms) > 0 {
			l.warn("%s"+baselessWarning+"%s", who, names(firms))
		}
	}
	if p.amounts.inMonth.Known && s.InMonthCount < s.Reported {
		l.warn("%s当月合计只含%d户，已报累计%d户", who, s.InMonthCount, s.Reported)
	}
	if s.Unexplained > 0 {
		l.warn("%s%d条数据待说明", who, s.Unexplained)
	}
	if s.Preliminary > 0 && s.Preliminary < s.Reported { // all of them: the status says it
		l.warn("%s%d户为快报数", who, s.Preliminary)
	}
}

// amountText writes an exact amount with its unit as in running text.
func amountText(q Quantity, unit string) string {
	return strings.ReplaceAll(q.String(), "-", minus) + unit
}

// names lists up to five names and how many there are in all.
func names(parties []Party) string {
	const shown = 5
	var list []string
	for _, p := range parties[:min(shown, len(parties))] {
		list = append(list, p.Name)
	}
	s := strings.Join(list, "、")
	if len(parties) > shown {
		s += fmt.Sprintf("等%d户", len(parties))
	}
	return s
}
