package industry

import (
	"strings"
	"testing"
)

// precedent is one figure as it was printed somewhere, or a rule as a source
// states it, and what the program says about the same inputs. Sources are those
// of the domain facts, section 12; § is a section of them, "trap" one of §10.
type precedent struct {
	source string
	what   string
	got    string
	want   string
}

func agree(t *testing.T, cases []precedent) {
	t.Helper()
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s [%s]: %s, want %s", c.what, c.source, c.got, c.want)
		}
	}
}

// printed builds a line from a chain's own row: cumulative, then what change says.
func printed(t *testing.T, ind Indicator, at, cumulative string, change func(*MonthlyReport), targets ...Target) Line {
	t.Helper()
	m := month(t, at)
	for i := range targets {
		targets[i].Year, targets[i].Indicator = m.Year(), ind.Code
	}
	return single(ind, m, ChainFacts{Targets: targets, Reports: []MonthlyReport{own(ind, m, func(r *MonthlyReport) {
		if cumulative != "" {
			r.Cumulative = amount(t, cumulative)
		}
		if change != nil {
			change(r)
		}
	})}})
}

func withGrowth(t *testing.T, rate string) func(*MonthlyReport) {
	return func(r *MonthlyReport) { r.Growth = amount(t, rate) }
}

func withBase(t *testing.T, base string) func(*MonthlyReport) {
	return func(r *MonthlyReport) { r.Base = amount(t, base) }
}

// Growth over the same list of firms, and its words.
func TestPublishedGrowth(t *testing.T) {
	const year2017 = "42481.2亿"
	m := month(t, "2018-07")
	july := single(profitIndicator, m, ChainFacts{Reports: []MonthlyReport{
		own(profitIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Base = amount(t, "39038.1亿"), amount(t, "33337.4亿") }),
		own(profitIndicator, m-12, func(r *MonthlyReport) { r.Cumulative = amount(t, year2017) }),
	}})
	reported := single(profitIndicator, m, ChainFacts{Reports: []MonthlyReport{
		own(profitIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Growth = amount(t, "39038.1亿"), Parts(17_100_000) }),
		own(profitIndicator, m-12, func(r *MonthlyReport) { r.Cumulative = amount(t, year2017) }),
	}})
	agree(t, []precedent{
		{"S34, S35, trap 1", "2018年1—7月规上利润, comparable base of this year's list", SignedPercentText(july.GrowthComputed), "+17.1%"},
		{"S34, S35, trap 1", "the same as a clerk sees it", july.GrowthText, "增长17.1%"},
		{"S34, S35, trap 1", "the ratio of the two published totals", SignedPercentText(july.GrowthNominal), "−8.1%"},
		{"S34", "the published rate, where the row carries it", SignedPercentText(reported.Growth), "+17.1%"},
		{"S33", "without a base or a rate the ratio stays 名义", printed(t, profitIndicator, "2018-07", "39038.1亿", nil).GrowthText, "—"},
		{"S44", "2021年1—2月规上利润 +179 %", printed(t, profitIndicator, "2021-02", "11140.1亿", withGrowth(t, "179")).GrowthText, "增长1.79倍"},
		{"S90", "江西新能源 2022年 4065.1亿 +120.3 %", printed(t, revenueIndicator, "2022-12", "4065.1亿", withGrowth(t, "120.3")).GrowthText, "增长1.2倍"},
		{"S24", "余干 工业税收 +22.72 %", printed(t, taxIndicator, "2022-03", "5.40亿", withGrowth(t, "22.72")).GrowthText, "增长22.7%"},
		{"S24", "余干 工业总产值 +31.3 %", printed(t, taxIndicator, "2022-03", "65.28亿", withGrowth(t, "31.3")).GrowthText, "增长31.3%"},
		{"S24", "余干 工业固投 +77 %", printed(t, taxIndicator, "2022-03", "15.22亿", withGrowth(t, "77")).GrowthText, "增长77.0%"},
		{"S25", "同比下降15.38 %", printed(t, taxIndicator, "2023-10", "10764", withGrowth(t, "-15.38")).GrowthText, "下降15.4%"},
		{"S42", "江西2021年1月 省外项目资金 597.56亿 +8.25 %", printed(t, taxIndicator, "2021-01", "597.56亿", withGrowth(t, "8.25")).GrowthText, "增长8.3%"},
		{"S45", "a loss turned into a profit is no percentage", printed(t, profitIndicator, "2020-06", "3.2亿", withBase(t, "-1.1亿")).GrowthText, "扭亏为盈"},
		{"S45, §3.3.6", "a profit turned into a loss", printed(t, profitIndicator, "2020-06", "-3.2亿", withBase(t, "1.1亿")).GrowthText, "由盈转亏"},
		{"S45, §3.3.6", "a smaller loss", printed(t, profitIndicator, "2020-06", "-1亿", withBase(t, "-4亿")).GrowthText, "减亏"},
		{"S45, §3.3.6", "a larger loss", printed(t, profitIndicator, "2020-06", "-5亿", withBase(t, "-4亿")).GrowthText, "增亏"},
		{"§3.3.6, trap 7", "over a base of 0 there is no rate", printed(t, profitIndicator, "2020-06", "3亿", withBase(t, "0")).GrowthText, "—"},
		{"S82", "江西2020年研发 430.72亿 +12.1 %", printed(t, taxIndicator, "2020-12", "430.72亿", withGrowth(t, "12.1")).GrowthText, "增长12.1%"},
	})
}

// Averages: Σ ÷ Σ over firms, the geometric mean over years.
func TestPublishedAverages(t *testing.T) {
	twoYears := printed(t, profitIndicator, "2021-02", "1.721亿", func(r *MonthlyReport) {
		r.TwoYearsAgo, r.Growth = amount(t, "1亿"), Q(179)
	})
	// Two firms at +100 % and +10 %: the list grew by 12 %, not by the mean of 55 %.
	list := single(revenueIndicator, month(t, "2026-09"), ChainFacts{Expected: 2, Sums: []Sum{
		Sum{Indicator: "revenue", Reported: 1, Cumulative: Q(200), Based: 1, BasedCumulative: Q(200), Base: Q(100)}.Plus(
			Sum{Reported: 1, Cumulative: Q(4840), Based: 1, BasedCumulative: Q(4840), Base: Q(4400)}),
	}})
	// A firm new to 规上 brings the base it had below the threshold (S36); one that
	// brings none counts in the total and not in the growth.
	entrants := single(revenueIndicator, month(t, "2024-06"), ChainFacts{Expected: 3, Sums: []Sum{{
		Indicator: "revenue", Reported: 3, Cumulative: Q(900), Based: 2, BasedCumulative: Q(660), Base: Q(600),
	}}, LastYear: []Sum{{Indicator: "revenue", Reported: 1, Cumulative: Q(500)}}})
	agree(t, []precedent{
		{"S44", "2021年1—2月 over 2019 +72.1 %, two years' average", SignedPercentText(twoYears.TwoYearAverage), "+31.2%"},
		{"§3.3.5", "as a function of amounts", SignedPercentText(AverageOfTwoYears(amount(t, "1721"), amount(t, "1000"))), "+31.2%"},
		{"§3.3.5", "no average from a base of 0", SignedPercentText(AverageOfTwoYears(Q(5), Q(0))), "—"},
		{"trap 2, S31", "rates of firms are not averaged", SignedPercentText(list.Growth), "+12.0%"},
		{"S36", "a new firm's own base enters the growth", SignedPercentText(entrants.Growth), "+10.0%"},
		{"S31, S32", "who left is in last year's total and in no base", SignedPercentText(entrants.GrowthNominal), "+80.0%"},
	})
	if want := "1户没有上年同期累计，只计入累计，不计入增速"; !strings.Contains(strings.Join(entrants.Warnings, "；"), want) {
		t.Errorf("[S36] %q", entrants.Warnings)
	}
}

// Published rates are primary and never derived (trap 3).
func TestPublishedRates(t *testing.T) {
	added := printed(t, valueAdded, "2022-03", "", withGrowth(t, "12.1"))
	amounts := printed(t, valueAdded, "2022-03", "9.2亿", func(r *MonthlyReport) { r.Base = amount(t, "8亿") })
	agree(t, []precedent{
		{"S24", "余干 规上增加值 +12.1 %", added.GrowthText, "增长12.1%"},
		{"S37, S38, trap 3", "9.2亿 over 8亿 gives no real growth", amounts.GrowthText, "—"},
		{"S37", "the basis says so", string(added.GrowthBasis), "可比价直报"},
	})
}

// 超/欠进度 = completion − month ÷ 12 in points (S51); a rate is compared as it
// stands (trap 6).
func TestPublishedPaceAndTargets(t *testing.T) {
	target := func(kind, value string) Target { return Target{Kind: kind, Value: amount(t, value)} }
	a := printed(t, taxIndicator, "2023-10", "1005136", nil, target(TotalTarget, "80亿"))
	b := printed(t, taxIndicator, "2023-10", "16507", nil, target(TotalTarget, "10000"))
	c := printed(t, taxIndicator, "2023-10", "7041", nil, target(TotalTarget, "10000"))
	d := printed(t, taxIndicator, "2023-10", "10764", func(r *MonthlyReport) { r.ExpectedNext = amount(t, "11424.4") }, target(TotalTarget, "16900"))
	june := printed(t, taxIndicator, "2020-07", "70.7", nil, target(TotalTarget, "100"))
	rateTarget := printed(t, revenueIndicator, "2019-10", "856557.91亿", withGrowth(t, "4.22"), target(GrowthTarget, "9"))
	firm := printed(t, taxIndicator, "2022-05", "6", nil, Target{Kind: TotalTarget, Value: Q(24), Plan: [4]Quantity{Q(3), Q(9), Q(15), Q(24)}})
	hundredths := func(r Rate) string { return PullText(r) }
	agree(t, []precedent{
		{"S51 攀枝花 1—10月", "1005136万元 of 80亿: completion", hundredths(a.Completion), "+125.64"},
		{"S51 攀枝花 1—10月", "超进度", hundredths(a.Ahead), "+42.31"},
		{"S51 攀枝花 1—10月", "应达", PercentText(a.Pace), "83.3%"},
		{"S51 攀枝花 1—10月", "what is over needs nothing more", a.RemainingText(), "已完成全年目标"},
		{"S51 攀枝花 1—10月", "165.07 %: 超进度", hundredths(b.Ahead), "+81.74"},
		{"S51 攀枝花 1—10月", "70.41 %: 欠进度", hundredths(c.Ahead), "−12.92"},
		{"S51 攀枝花 1—10月", "70.41 %: the light of the default rule", c.Light.Label(), "红"},
		{"S25", "1—10月 10764万元 of 16900万元", PercentText(d.Completion), "63.7%"},
		{"S25", "预计1—11月, as reported", d.Forecast.NextMonth.Decimal(), "11424.4"},
		{"S25", "its part of the target", PercentText(Ratio(d.Forecast.NextMonth, d.Target)), "67.6%"},
		{"§3.4 余量", "(16900 − 10764) ÷ 2", d.RemainingText(), "剩余各月月均需3\u2009068万元"},
		{"S47", "江西重点项目 1—7月 占年计划70.7 %", PercentText(june.Completion), "70.7%"},
		{"S47, trap 7", "提高16.7个百分点 is a difference of points", PointsText(june.Completion.Minus(Percent(54))), "+16.7"},
		{"S16, trap 6", "+4.22 % against an annual target of 9 %", PointsText(rateTarget.Ahead), "−4.8"},
		{"S16, trap 6", "no month ÷ 12 runs after a rate", PercentText(rateTarget.Pace) + PercentText(rateTarget.Completion) + rateTarget.RemainingText(), "——"},
		{"S16, trap 6", "growing, below the target", rateTarget.Light.Label(), "黄"},
		{"S53", "plan by quarters, linear inside: 7 of 24 by May", PercentText(firm.Pace), "29.2%"},
		{"S53", "against it", PointsText(firm.Ahead), "−4.2"},
	})
}

// Shares, contributions and pulls, with their denominators.
func TestPublishedShares(t *testing.T) {
	part := func(name, now, base string) GroupSum {
		return GroupSum{Group: Party{name, name}, Expected: 9, Sum: Sum{
			Indicator: "revenue", Reported: 9, Cumulative: amount(t, now), Based: 9, BasedCumulative: amount(t, now), Base: amount(t, base),
		}}
	}
	// An increment of 22.39 over a base of 100, of which 4.5 come from one part.
	b := BreakdownOf(revenueIndicator, []GroupSum{part("甲", "44.5", "40"), part("乙", "77.89", "60")})
	agree(t, []precedent{
		{"S50 宁德", "拉动增长4.5个百分点", PullText(b.Rows[0].Pull), "+4.50"},
		{"S49", "新增占全部新增比重20.1 %", PercentText(b.Rows[0].Contribution), "20.1%"},
		{"S49, S50", "pulls add up to the growth", PullText(Percent(b.Rows[0].Pull.Percent + b.Rows[1].Pull.Percent)), PullText(b.Total.Growth)},
		{"S82", "企业 363.48亿 of 430.72亿", PercentText(Ratio(amount(t, "363.48亿"), amount(t, "430.72亿"))), "84.4%"},
		{"S24, trap 15", "4.82亿 of 总产值 65.28亿 is not the printed 占比2 %", PercentText(Ratio(amount(t, "4.82亿"), amount(t, "65.28亿"))), "7.4%"},
		{"S93", "江西2025年 锂电 2104.3亿 of 3968.5亿", PercentText(Ratio(amount(t, "2104.3亿"), amount(t, "3968.5亿"))), "53.0%"},
		{"S93", "光伏 1190.5亿 of 3968.5亿", PercentText(Ratio(amount(t, "1190.5亿"), amount(t, "3968.5亿"))), "30.0%"},
	})
}

// Units: 亿元, 万元, 亿千瓦时 and 户 in one sentence (S24); totals are rounded once
// and may differ from their rounded parts (S37, trap 17).
func TestPublishedUnits(t *testing.T) {
	parts := []Quantity{amount(t, "10.444亿"), amount(t, "10.444亿"), amount(t, "10.444亿")}
	total := parts[0].Plus(parts[1]).Plus(parts[2])
	agree(t, []precedent{
		{"S24", "工业总产值", FigureOf(amount(t, "65.28亿"), "万元").String(), "65.28亿元"},
		{"S24", "科贷通", FigureOf(Q(1400), "万元").String(), "1\u2009400万元"},
		{"S24", "工业用电量", FigureOf(Q(26_100), "万千瓦时").String(), "2.61亿千瓦时"},
		{"S24", "工业入统", FigureOf(Q(3), "家").String(), "3家"},
		{"S24", "全市第3", RankText(Q(3), Quantity{}), "3"},
		{"S29, S58", "位次变化 beside the rank", RankText(Q(2), Q(1)), "2 ▲1"},
		{"S51", "1005136万元", FigureOf(Q(1_005_136), "万元").String(), "100.51亿元"},
		{"S37, trap 17", "each of three parts", YiText(parts[0]), "10.44"},
		{"S37, trap 17", "their sum, rounded once", YiText(total), "31.33"},
		{"§7.2", "百分点 have one decimal", PointsText(Percent(-12.92)), "−12.9"},
	})
}

// The calendar is per indicator: financial surveys and investment skip January
// (S39, S40), other series publish it (S42).
func TestPublishedCalendar(t *testing.T) {
	january := printed(t, taxIndicator, "2021-01", "597.56亿", withGrowth(t, "8.25"))
	february := printed(t, revenueIndicator, "2019-02", "147858.11亿", func(r *MonthlyReport) { r.InMonth = amount(t, "147858.11亿") })
	labels := func(ind Indicator) string {
		var s []string
		for _, p := range TrendOf(ind, month(t, "2021-12"), 12, nil).Points {
			s = append(s, p.Label)
		}
		return strings.Join(s, " ")
	}
	agree(t, []precedent{
		{"S42", "January has its own month", YiText(january.InMonth), "597.56"},
		{"S39, S40, trap 4", "1–2月 has none, whatever stands in 当月", YiText(february.InMonth), "—"},
		{"S38, trap 4", "11 points a year", labels(revenueIndicator), "1—2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"},
		{"S42", "12 points a year", labels(taxIndicator), "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"},
		{"S38", "the period of a cumulative", month(t, "2025-02").Span(), "2025年1—2月"},
	})
}

// What contradicts itself is shown beside its check (S43, S52, traps 14 and 16).
func TestPublishedContradictions(t *testing.T) {
	m := month(t, "2019-03")
	l := single(taxIndicator, m, ChainFacts{Expected: 1, Reports: []MonthlyReport{
		own(taxIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Base, r.InMonth, r.Growth = Q(310), Q(250), Q(100), Q(20) }),
		own(taxIndicator, m-1, func(r *MonthlyReport) { r.Cumulative = Q(200) }),
		own(taxIndicator, m, func(r *MonthlyReport) { r.Source, r.Cumulative, r.Growth = "统计局", Q(300), Q(21) }),
	}, Sums: []Sum{{Indicator: "tax", Reported: 1, Cumulative: Q(305)}}})
	agree(t, []precedent{
		{"S52, trap 16", "the printed rate stays", l.GrowthText, "增长20.0%"},
		{"S52, trap 16", "its check stands beside it", SignedPercentText(l.GrowthComputed), "+24.0%"},
		{"S43", "the printed month stays", l.InMonth.Decimal(), "100"},
		{"trap 14", "the statistics office's figure beside ours", l.OtherSources[0].Difference.Decimal(), "-10"},
		{"S43, S52, S72", "and all of it is said", strings.Join(l.Warnings, "；"), "本链自报累计310万元，名单内1户合计305万元，相差5万元；" +
			"填报同比20.0%，按本年累计与上年同期累计计算为24.0%，相差4.0个百分点；填报当月100万元，本年累计减上月累计为110万元，相差−10万元"},
	})
}

// 规上 is a register, never a threshold in code (trap 11, S36, S61).
func TestPublishedList(t *testing.T) {
	m := month(t, "2024-06")
	listed := func(change func(*Enterprise)) string {
		e := Enterprise{AboveScale: true, Entered: month(t, "2020-01"), Status: "在产"}
		change(&e)
		if e.Listed(m) {
			return "在名单"
		}
		return "不在名单"
	}
	agree(t, []precedent{
		{"S61, trap 11", "large, not yet approved", listed(func(e *Enterprise) { e.AboveScale = false }), "不在名单"},
		{"S36", "entered this month", listed(func(e *Enterprise) { e.Entered = m }), "在名单"},
		{"S36", "enters next month", listed(func(e *Enterprise) { e.Entered = m + 1 }), "不在名单"},
		{"S31, S32", "left this month", listed(func(e *Enterprise) { e.Departed = m }), "不在名单"},
		{"trap 11", "leaves next month: its history stays", listed(func(e *Enterprise) { e.Departed = m + 1 }), "在名单"},
		{"S32", "struck off", listed(func(e *Enterprise) { e.Status = "注销" }), "不在名单"},
	})
}
