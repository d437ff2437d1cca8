package industry

import (
	"slices"
	"testing"
)

func assessed(t *testing.T, m string, now Quantity, target Target) Line {
	t.Helper()
	at := month(t, m)
	target.Year, target.Indicator = at.Year(), taxIndicator.Code
	return single(taxIndicator, at, ChainFacts{
		Reports: []MonthlyReport{own(taxIndicator, at, func(r *MonthlyReport) { r.Cumulative = now })},
		Targets: []Target{target},
	})
}

func total(value Quantity) Target { return Target{Kind: TotalTarget, Value: value} }

// Boundaries are boundaries: one fen more or less changes the light. At month 7
// the straight line is 58.333… %, which no float64 holds.
func TestLightBoundaries(t *testing.T) {
	target := Q(1200) // 100 a month; 10 points are 120
	for _, c := range []struct {
		month string
		now   Quantity
		light Light
		text  string
	}{
		{"2026-07", Q(700), Green, "完成率58.3%，序时58.3%，与序时持平"},
		{"2026-07", Parts(700*Scale - 1), Yellow, "完成率58.3%，序时58.3%，欠序时不足0.000001个百分点"},
		{"2026-07", Q(580), Yellow, "完成率48.3%，序时58.3%，欠序时10.0个百分点"},
		{"2026-07", Parts(580*Scale - 1), Red, "完成率48.3%，序时58.3%，欠序时略超10个百分点"},
		{"2026-07", Parts(579_600_000), Red, "完成率48.3%，序时58.3%，欠序时10.03个百分点"},
		{"2026-11", Q(1100), Green, "完成率91.7%，序时91.7%，与序时持平"},
		{"2026-11", Q(980), Yellow, "完成率81.7%，序时91.7%，欠序时10.0个百分点"},
		{"2026-12", Q(1320), Green, "完成率110.0%，序时100.0%，超序时10.0个百分点"},
	} {
		l := assessed(t, c.month, c.now, total(target))
		if l.Light != c.light {
			t.Errorf("%s %v: %s, want %s", c.month, c.now, l.Light, c.light)
		}
		if l.LightReason != c.text {
			t.Errorf("%s %v: %s", c.month, c.now, l.LightReason)
		}
	}
	if d := distanceText(less(percentage(Parts(-10*Scale-1)), percentage(Q(0)))); d != "10.000001个百分点" {
		t.Errorf("just beyond the boundary reads %s", d)
	}
}

func TestGrowthTargets(t *testing.T) {
	m := month(t, "2026-09")
	for _, c := range []struct {
		rate, target string
		lower        bool
		ahead        float64
		light        Light
		reason       string
	}{
		{"9", "9", false, 0, Green, "增速9.0%，目标9.0%，与目标持平"},
		{"8.99", "9", false, -0.01, Yellow, "增速9.0%，目标9.0%，低于目标0.01个百分点"},
		{"0", "9", false, -9, Yellow, "增速0.0%，目标9.0%，低于目标9.0个百分点"},
		{"-0.01", "9", false, -9.01, Red, "增速−0.01%，目标9.0%，低于目标9.0个百分点"},
		{"-3", "-5", false, 2, Green, "增速−3.0%，目标−5.0%，高于目标2.0个百分点"},
		{"2", "3", true, 1, Green, "增速2.0%，目标3.0%，低于目标1.0个百分点"},
		{"13", "3", true, -10, Yellow, "增速13.0%，目标3.0%，高于目标10.0个百分点"},
		{"13.1", "3", true, -10.1, Red, "增速13.1%，目标3.0%，高于目标10.1个百分点"},
	} {
		ind := taxIndicator
		ind.LowerBetter = c.lower
		l := single(ind, m, ChainFacts{
			Reports: []MonthlyReport{own(ind, m, func(r *MonthlyReport) { r.Cumulative, r.Growth = Q(5), amount(t, c.rate) })},
			Targets: []Target{{Year: 2026, Indicator: ind.Code, Kind: GrowthTarget, Value: amount(t, c.target)}},
		})
		if !near(l.Ahead, c.ahead) || l.Light != c.light || l.LightReason != c.reason {
			t.Errorf("%s against %s: ahead %v %s %s", c.rate, c.target, l.Ahead, l.Light, l.LightReason)
		}
		if l.Completion.Known || l.Pace.Known || l.RemainingMonthly.Known || l.TargetKind != GrowthTarget {
			t.Errorf("%s against %s is paced by months: %+v", c.rate, c.target, l)
		}
	}
}

func TestLowerIsBetter(t *testing.T) {
	m := month(t, "2026-06")
	ind := taxIndicator
	ind.LowerBetter = true
	for now, want := range map[int64]struct {
		ahead float64
		light Light
	}{600: {0, Green}, 540: {5, Green}, 720: {-10, Yellow}, 732: {-11, Red}} {
		l := single(ind, m, ChainFacts{
			Reports: []MonthlyReport{own(ind, m, func(r *MonthlyReport) { r.Cumulative = Q(now) })},
			Targets: []Target{{Year: 2026, Indicator: ind.Code, Kind: TotalTarget, Value: Q(1200)}},
		})
		if !near(l.Ahead, want.ahead) || l.Light != want.light || l.LightRule != "不超过序时为绿；超序时10个百分点以内（含10个）为黄；超10个百分点以上为红" {
			t.Errorf("%d of 1200 by June: %v %s", now, l.Ahead, l.Light)
		}
	}
}

func TestPrimaryTargetAndRatio(t *testing.T) {
	l := assessed(t, "2026-06", Q(600), total(Q(1200)))
	both := single(taxIndicator, month(t, "2026-06"), ChainFacts{
		Reports: []MonthlyReport{own(taxIndicator, month(t, "2026-06"), func(r *MonthlyReport) { r.Cumulative, r.Growth = Q(600), Q(-1) })},
		Targets: []Target{
			{Year: 2026, Indicator: "tax", Kind: GrowthTarget, Value: Q(9)},
			{Year: 2026, Indicator: "tax", Kind: TotalTarget, Value: Q(1200)},
			{Year: 2025, Indicator: "tax", Kind: TotalTarget, Value: Q(1)},
			{Year: 2026, Indicator: "profit", Kind: TotalTarget, Value: Q(1)},
		},
	})
	if both.Light != l.Light || both.Target != Q(1200) || !slices.Equal(both.Targets, []TargetValue{{TotalTarget, Q(1200)}, {GrowthTarget, Q(9)}}) {
		t.Errorf("%+v", both)
	}
	share := single(coverageOfRnD, month(t, "2026-06"), ChainFacts{
		Expected: 10, Sums: []Sum{{Indicator: "rnd_expense", Reported: 9, Positive: 4}},
		Targets: []Target{{Year: 2026, Indicator: "rnd_coverage", Kind: RatioTarget, Value: Q(50)}},
	})
	if !near(share.Ahead, -10) || share.Light != Yellow || share.LightReason != "比率40.0%，目标50.0%，低于目标10.0个百分点" {
		t.Errorf("%v %s %s", share.Ahead, share.Light, share.LightReason)
	}
}

func TestRemaining(t *testing.T) {
	for _, c := range []struct {
		month string
		now   Quantity
		want  string
	}{
		{"2026-09", Q(900), "100"},
		{"2026-09", Q(1200), "0"},
		{"2026-09", Q(1500), "0"},
		{"2026-12", Q(900), ""},
		{"2026-11", Q(900), "300"},
		{"2026-05", Q(200), "142.857143"},
	} {
		if l := assessed(t, c.month, c.now, total(Q(1200))); l.RemainingMonthly.Decimal() != c.want {
			t.Errorf("%s %v: %v, want %s", c.month, c.now, l.RemainingMonthly, c.want)
		}
	}
}

func TestRemainingText(t *testing.T) {
	lower := assessed(t, "2026-09", Q(900), total(Q(1200)))
	lower.Indicator.LowerBetter = true
	used := assessed(t, "2026-09", Q(1300), total(Q(1200)))
	used.Indicator.LowerBetter = true
	for want, l := range map[string]Line{
		"剩余各月月均需1.00亿元":  assessed(t, "2026-09", Q(90_000), total(Q(120_000))),
		"剩余各月月均不超过100万元": lower,
		"已用完全年限额":        used,
		"已完成全年目标":        assessed(t, "2026-09", Q(1200), total(Q(1200))),
		"":               assessed(t, "2026-12", Q(900), total(Q(1200))),
	} {
		if got := l.RemainingText(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Quarters 10 / 30 / 60 / 100: linear inside each.
func TestPlanCurve(t *testing.T) {
	plan := total(Q(100))
	plan.Plan = [4]Quantity{Q(10), Q(30), Q(60), Q(100)}
	want := []string{"3.333333", "6.666667", "10", "16.666667", "23.333333", "30", "40", "50", "60", "73.333333", "86.666667", "100"}
	ind := taxIndicator
	plan.Year = 2026
	var got []string
	for _, p := range PlanOf(ind, plan) {
		got = append(got, p.Value.Decimal())
	}
	if !slices.Equal(got, want) {
		t.Errorf("curve %v", got)
	}
	noJanuary := PlanOf(revenueIndicator, plan)
	if len(noJanuary) != 11 || noJanuary[0] != (PlanPoint{month(t, "2026-02"), Parts(6_666_667)}) {
		t.Errorf("without January %v", noJanuary)
	}
	l := assessed(t, "2026-08", Q(45), plan)
	if !near(l.Pace, 50) || !near(l.Ahead, -5) || l.Light != Yellow || l.RemainingMonthly != Parts(13_750_000) {
		t.Errorf("pace %v ahead %v %s remaining %v", l.Pace, l.Ahead, l.Light, l.RemainingMonthly)
	}
}

func TestNothingToAssess(t *testing.T) {
	if l := assessed(t, "2026-06", Quantity{}, total(Q(100))); l.Light != NoLight || l.LightReason != "本月未报，暂不评定" || !near(l.Pace, 50) {
		t.Errorf("not reported: %s %s", l.Light, l.LightReason)
	}
	if l := assessed(t, "2026-06", Q(5), total(Q(0))); l.Light != NoLight || l.Completion.Known || l.LightReason != "目标值不大于0，不能计算完成率" {
		t.Errorf("a target of 0: %s %s", l.Light, l.LightReason)
	}
	if l := assessed(t, "2026-06", Q(5), Target{Kind: GrowthTarget, Value: Q(9)}); l.Light != NoLight || l.LightReason != "增速未报或不可比，暂不评定" {
		t.Errorf("no rate: %s %s", l.Light, l.LightReason)
	}
}

func TestTargetRecord(t *testing.T) {
	r := NewRecord(TargetRegister)
	r.Set("year", "2026")
	r.Set("object", "chain:nem")
	r.Set("indicator", "revenue")
	r.Set("value", "2600000")
	target, ok := TargetOf(r)
	if want := (Target{Year: 2026, Chain: "nem", Indicator: "revenue", Kind: TotalTarget, Value: Q(2_600_000)}); !ok || target != want {
		t.Errorf("%+v %v", target, ok)
	}
	if err := target.Check(); err != nil {
		t.Errorf("a straight line: %v", err)
	}
	r.Set("first_quarter", "600000")
	target, _ = TargetOf(r)
	if err := target.Check(); err == nil || err.Error() != "四个季度的计划要么都填、要么都不填，现只填了1个" {
		t.Errorf("one quarter: %v", err)
	}
	r.Set("second_quarter", "1200000")
	r.Set("third_quarter", "1900000")
	r.Set("fourth_quarter", "2500000")
	target, _ = TargetOf(r)
	if err := target.Check(); err == nil || err.Error() != "四季度累计计划（2500000）应等于目标值（2600000）" {
		t.Errorf("a plan that ends elsewhere: %v", err)
	}
	r.Set("object", "region:361000")
	if _, ok := TargetOf(r); ok {
		t.Error("a region's target is taken for a chain's")
	}
}

// A ratio is compared as it stands: no pace runs after it, also where the kind
// was left empty; and 万元 are never compared with %.
func TestRatiosHaveNoPace(t *testing.T) {
	m := month(t, "2026-06")
	coverage := ChainFacts{
		Expected: 4, Sums: []Sum{{Indicator: "rnd_expense", Reported: 4, Positive: 2}},
		Targets: []Target{{Year: 2026, Indicator: coverageOfRnD.Code, Kind: TotalTarget, Value: Q(60)}},
	}
	l := single(coverageOfRnD, m, coverage)
	if l.TargetKind != RatioTarget || l.Completion.Known || l.Pace.Known || l.RemainingMonthly.Known || l.Ahead != Percent(-10) || l.Light != Yellow {
		t.Errorf("%+v", l)
	}
	// 研发投入占比 3 % against 50,000 万元.
	amount := ChainFacts{
		Reports: []MonthlyReport{own(taxIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Base = Q(50_000), Q(40_000) })},
		Targets: []Target{{Year: 2026, Indicator: taxIndicator.Code, Kind: RatioTarget, Value: Q(3)}},
	}
	if l := single(taxIndicator, m, amount); l.Ahead.Known || l.Light != NoLight || l.LightReason != "比率未报或不可比，暂不评定" {
		t.Errorf("%+v", l)
	}
}
