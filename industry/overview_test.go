package industry

import (
	"reflect"
	"slices"
	"testing"
)

func lines(t *testing.T) DispatchTable {
	t.Helper()
	m := month(t, "2026-09")
	revenue := own(revenueIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Base = Q(1_864_200), Q(1_674_900) })
	return Dispatch(Facts{
		Chain: Party{"nem", "新能源新材料"}, Month: m,
		Indicators: []Indicator{valueAdded, taxIndicator, revenueIndicator, signedIndicator, powerIndicator},
		Chains: []ChainFacts{{
			Chain: Party{"nem", "新能源新材料"}, Expected: 43,
			Reports: []MonthlyReport{
				revenue,
				own(valueAdded, m, func(r *MonthlyReport) { r.Growth = Parts(9_600_000) }),
				own(taxIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Growth = Q(8_640), Q(179) }),
			},
			Targets: []Target{
				{Year: 2026, Indicator: "revenue", Kind: TotalTarget, Value: Q(2_600_000)},
				{Year: 2026, Indicator: valueAdded.Code, Kind: GrowthTarget, Value: Q(9)},
			},
			Register: []Computed{{Indicator: "signed_projects", Cumulative: Q(12), Base: Q(10)}},
		}},
	})
}

func TestOverview(t *testing.T) {
	o := OverviewOf(OverviewFacts{Table: lines(t)})
	want := []Tile{
		{"revenue", "营业收入", Figure{"186.42", "亿元"}, "同口径 +11.3%", "完成 71.7%", Yellow, "黄", totalRule, "完成率71.7%，序时75.0%，欠序时3.3个百分点", "", 0},
		{"tax", "税收", Figure{"8\u2009640", "万元"}, "同口径 增长1.79倍", "", NoLight, "—", "", noTargetReason, "", 0},
		{"value_added_growth", "工业增加值增速", Figure{Text: "+9.6%"}, "", "目标 增9.0%", Green, "绿", growthRule, "增速9.6%，目标9.0%，高于目标0.6个百分点", "", 0},
	}
	if !slices.Equal(o.Tiles, want) {
		t.Errorf("tiles %+v", o.Tiles)
	}
	if len(o.Pace) != 1 || o.Pace[0].Code != "revenue" || PointsText(o.Pace[0].Ahead) != "−3.3" || o.PaceDue != Percent(75) || o.Span != "2026年1—9月" {
		t.Errorf("pace %+v", o.Pace)
	}
	// What has a plan of its own is named where the straight line is.
	if note := o.Table.PlanNote(); note != "" {
		t.Errorf("a note without a plan: %s", note)
	}
	for i := range o.Table.Indicators {
		if l := &o.Table.Indicators[i]; l.Code == "revenue" {
			l.Pace = Percent(70.4)
		}
	}
	if note := o.Table.PlanNote(); note != "营业收入按计划70.4%" {
		t.Errorf("note %q", note)
	}
	// A part without data does not exist.
	if o.Branches != nil || o.Segments != nil || o.Investment != nil {
		t.Errorf("%v %v %v", o.Branches, o.Segments, o.Investment)
	}
	notes := []string{
		"口径：同比为本年名单同口径（Σ本期÷Σ同期−1），与上年公布数直接相比的名义增速不同",
		"来源：工信局调度", "截至：2026年1—9月，应报43户、已报43户",
	}
	if !slices.Equal(o.Footnotes, notes) {
		t.Errorf("%q", o.Footnotes)
	}
}

func TestOverviewParts(t *testing.T) {
	inv := Investments(cohort(), nil, Period{"2026-01-01", "2026-09-30", "2026-10-10"})
	o := OverviewOf(OverviewFacts{
		Table: lines(t), Branches: BreakdownOf(revenueIndicator, []GroupSum{sums("锂电", 9, 600, 500)}), Investment: inv, Enterprises: 68,
		Verdicts: []Verdict{{State: Broken}, {State: Strong}, {State: Strong}},
	})
	if o.Branches == nil || !near(o.Branches.Total.Growth, 20) {
		t.Errorf("branches %+v", o.Branches)
	}
	if want := (&SegmentCounts{3, 68, []StateCount{{Strong, 2}, {Broken, 1}}}); !reflect.DeepEqual(o.Segments, want) {
		t.Errorf("segments %+v", o.Segments)
	}
	if o.Investment == nil || o.Investment.Signed.Count != 4 {
		t.Errorf("investment %+v", o.Investment)
	}
	if i := slices.IndexFunc(o.Tiles, func(t Tile) bool { return t.Code == "flagship" }); i != 1 || o.Tiles[i].Figure != (Figure{"1", "个"}) {
		t.Errorf("flagship tile at %d of %+v", i, o.Tiles)
	}
}

func TestTargetText(t *testing.T) {
	for _, c := range []struct {
		l    Line
		want string
	}{
		{Line{}, "—"},
		{Line{Unit: "万元", TargetKind: TotalTarget, Target: Q(2_600_000)}, "260.00亿元"},
		{Line{Unit: "万元", TargetKind: TotalTarget, Target: Q(5_000), Cumulative: Q(20_000)}, "0.50亿元"},
		{Line{Unit: "个", TargetKind: TotalTarget, Target: Q(16)}, "16个"},
		{Line{TargetKind: GrowthTarget, Target: Q(9)}, "增9.0%"},
		{Line{TargetKind: GrowthTarget, Target: Q(-3)}, "降3.0%"},
		{Line{TargetKind: RatioTarget, Target: Q(50)}, "50.0%"},
	} {
		if got := c.l.TargetText(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.l, got, c.want)
		}
	}
}

// A difference of shares is in points, never in % (S47: 提高16.7个百分点 is not
// 增长16.7%).
func TestChangeLabel(t *testing.T) {
	m := month(t, "2026-06")
	sum := func(positive int) []Sum { return []Sum{{Indicator: "rnd_expense", Reported: 30, Positive: positive}} }
	l := single(coverageOfRnD, m, ChainFacts{Expected: 40, Then: 30, Sums: sum(31), LastYear: sum(24)})
	if l.Cumulative != Parts(77_500_000) || l.Base != Q(80) || l.Growth.Known || l.ChangeLabel() != "−2.5个百分点" ||
		l.GrowthLabel() != "较上年同期 −2.5个百分点" {
		t.Errorf("%v %v %v %s %s", l.Cumulative, l.Base, l.Growth, l.ChangeLabel(), l.GrowthLabel())
	}
	if l := single(coverageOfRnD, m, ChainFacts{Expected: 40, Sums: sum(31)}); l.Base.Known || l.ChangeLabel() != "—" {
		t.Errorf("nothing of last year: %v %s", l.Base, l.ChangeLabel())
	}
}
