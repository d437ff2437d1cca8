package industry

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

// amount reads a figure as it is published: "39038.1亿" is 390,381,000 万元.
func amount(t testing.TB, s string) Quantity {
	t.Helper()
	yi, isYi := strings.CutSuffix(s, "亿")
	q, err := ParseQuantity(yi, nil)
	if err != nil {
		t.Fatal(err)
	}
	if isYi {
		q.Parts *= 10_000
	}
	return q
}

func month(t testing.TB, s string) Month {
	t.Helper()
	m, err := ParseMonth(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// near compares rates at the accuracy of the JSON.
func near(r Rate, want float64) bool {
	return r.Known && math.Abs(r.Percent-want) < 5e-7
}

var (
	revenueIndicator = Indicator{Code: "revenue", Name: "营业收入", Unit: "万元", Period: "累计", Basis: Comparable, MainSource: "工信局"}
	profitIndicator  = Indicator{Code: "profit", Name: "利润总额", Unit: "万元", Period: "累计", Basis: Comparable, MainSource: "工信局"}
	valueAdded       = Indicator{Code: "value_added_growth", Name: "工业增加值增速", Unit: "%", Period: "比率", Basis: Published, MainSource: "统计局", January: true}
	taxIndicator     = Indicator{Code: "tax", Name: "税收", Unit: "万元", Period: "累计", Basis: Comparable, MainSource: "税务局", January: true}
	powerIndicator   = Indicator{Code: "electricity", Name: "工业用电量", Unit: "万千瓦时", Period: "累计", Basis: Nominal, MainSource: "供电公司", January: true}
	staffIndicator   = Indicator{Code: "employees", Name: "从业人员", Unit: "人", Period: "时点", Basis: Comparable, MainSource: "工信局", January: true}
	signedIndicator  = Indicator{Code: "signed_projects", Name: "新签约项目数", Unit: "个", Period: "累计", January: true, FromRegister: true}
	coverageOfRnD    = Indicator{Code: "rnd_coverage", Name: "有研发活动企业占比", Unit: "%", Period: "比率", January: true, FromRegister: true}
)

// single dispatches one indicator of one chain.
func single(ind Indicator, m Month, c ChainFacts) Line {
	if c.Chain.ID == "" {
		c.Chain = Party{"nem", "新能源新材料"}
	}
	return Dispatch(Facts{Chain: c.Chain, Month: m, Indicators: []Indicator{ind}, Chains: []ChainFacts{c}}).Indicators[0]
}

// own is a chain's row from the indicator's main source.
func own(ind Indicator, m Month, change func(*MonthlyReport)) MonthlyReport {
	r := MonthlyReport{Month: m, ObjectKind: "chain", Object: "nem", Indicator: ind.Code, Source: ind.MainSource}
	change(&r)
	return r
}

func TestGrowthNeverFallsBackToNominal(t *testing.T) {
	m := month(t, "2026-09")
	l := single(revenueIndicator, m, ChainFacts{Reports: []MonthlyReport{
		own(revenueIndicator, m, func(r *MonthlyReport) { r.Cumulative = Q(120) }),
		own(revenueIndicator, m-12, func(r *MonthlyReport) { r.Cumulative = Q(100) }),
	}})
	if l.Growth.Known || !near(l.GrowthNominal, 20) || l.GrowthText != "—" {
		t.Errorf("growth %v nominal %v %s", l.Growth, l.GrowthNominal, l.GrowthText)
	}
	if want := []string{"本链自报数没有上年同期累计，不计算同比"}; !slices.Equal(l.Warnings, want) {
		t.Errorf("warnings %q", l.Warnings)
	}
}

// Two years from 2019: +72.1 % is 31.2 % a year, not 36.05 (S44); +179 % reads 1.79倍 (S44).
func TestTwoYearAverageAndTimes(t *testing.T) {
	m := month(t, "2021-02")
	l := single(profitIndicator, m, ChainFacts{Reports: []MonthlyReport{
		own(profitIndicator, m, func(r *MonthlyReport) {
			r.Cumulative, r.TwoYearsAgo, r.Growth = Q(1721), Q(1000), Q(179)
		}),
	}})
	if got := math.Round(l.TwoYearAverage.Percent*10) / 10; got != 31.2 {
		t.Errorf("two years: %v", l.TwoYearAverage)
	}
	if l.GrowthText != "增长1.79倍" {
		t.Errorf("text %s", l.GrowthText)
	}
	for _, undefined := range [][2]Quantity{{Q(5), Q(0)}, {Q(-5), Q(5)}, {Q(5), Q(-5)}, {{}, Q(5)}, {Q(5), {}}} {
		if r := AverageOfTwoYears(undefined[0], undefined[1]); r.Known {
			t.Errorf("%v over %v is %v", undefined[0], undefined[1], r)
		}
	}
}

// A loss on either side has a phrase instead of a percentage; the API keeps
// (a − b) ÷ |b|, and nothing where the base is 0.
func TestLossesAndZeroBases(t *testing.T) {
	for _, c := range []struct {
		now, base int64
		growth    Rate
		text      string
	}{
		{50, -100, Percent(150), "扭亏为盈"},
		{-50, 100, Percent(-150), "由盈转亏"},
		{-40, -100, Percent(60), "减亏"},
		{0, -100, Percent(100), "减亏"},
		{-150, -100, Percent(-50), "增亏"},
		{-100, -100, Percent(0), "持平"},
		{100, 100, Percent(0), "持平"},
		{200, 100, Percent(100), "增长1倍"},
		{50, 0, Rate{}, "—"},
		{-50, 0, Rate{}, "—"},
		{0, 100, Percent(-100), "下降100.0%"},
	} {
		m := month(t, "2026-06")
		l := single(profitIndicator, m, ChainFacts{Reports: []MonthlyReport{
			own(profitIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Base = Q(c.now), Q(c.base) }),
		}})
		if l.Growth != c.growth || l.GrowthText != c.text || l.Change != Q(c.now-c.base) {
			t.Errorf("%d over %d: %v %s change %v", c.now, c.base, l.Growth, l.GrowthText, l.Change)
		}
	}
}

// Σ this year ÷ Σ base of the same list: who has no base counts in the
// cumulative, not in the growth; a base of 0 counts.
func TestSumOfTheList(t *testing.T) {
	c := ChainFacts{
		Expected: 5, Missing: []Party{{"X", "丙公司"}},
		Sums: []Sum{{
			Indicator: "revenue", Reported: 4, Cumulative: Q(1100), Based: 3, BasedCumulative: Q(900), Base: Q(800),
			InMonth: Q(90), InMonthCount: 3, InMonthDerived: 1, Unexplained: 2, Preliminary: 1,
			TwoYearsCount: 2, TwoYearsNow: Q(484), TwoYearsAgo: Q(400), ExpectedNext: Q(300), ExpectedNextMany: 1,
		}},
		LastYear: []Sum{{Indicator: "revenue", Reported: 4, Cumulative: Q(1000)}},
	}
	l := single(revenueIndicator, month(t, "2026-09"), c)
	if l.Origin != Summed || l.Cumulative != Q(1100) || l.Base != Q(800) || l.Change != Q(100) || l.SumOfEnterprises != Q(1100) {
		t.Errorf("amounts %+v", l)
	}
	if !near(l.Growth, 12.5) || l.GrowthComputed != l.Growth || !near(l.GrowthNominal, 10) || !near(l.TwoYearAverage, 10) {
		t.Errorf("rates %v %v %v", l.Growth, l.GrowthNominal, l.TwoYearAverage)
	}
	if l.InMonth != Q(90) || !l.InMonthDerived || l.DataStatus != "快报" || l.Source != "工信局" {
		t.Errorf("in month %v %v %s %s", l.InMonth, l.InMonthDerived, l.DataStatus, l.Source)
	}
	if l.Coverage.Expected != Q(5) || l.Coverage.Reported != Q(4) || l.Coverage.Mark() != "缺1户" || l.Forecast.NextMonth.Known {
		t.Errorf("coverage %v forecast %v", l.Coverage, l.Forecast)
	}
	want := []string{
		"应报5户，已报4户，1户未报", "1户没有上年同期累计，只计入累计，不计入增速", "当月合计只含3户，已报累计4户",
		"2条数据待说明", "1户为快报数", "未报企业：丙公司",
	}
	if !slices.Equal(l.Warnings, want) {
		t.Errorf("warnings %q", l.Warnings)
	}
}

func TestOwnRowStandsBesideTheSum(t *testing.T) {
	m := month(t, "2026-09")
	l := single(revenueIndicator, m, ChainFacts{
		Expected: 2,
		Reports: []MonthlyReport{
			own(revenueIndicator, m, func(r *MonthlyReport) {
				r.Cumulative, r.Base, r.Rank, r.RankOf, r.Status, r.Cause = Q(1000), Q(900), Q(3), Q(11), "初步", "检修"
				r.ExpectedNext = Q(1130)
			}),
			own(revenueIndicator, m-1, func(r *MonthlyReport) { r.Cumulative, r.Rank = Q(880), Q(5) }),
			own(revenueIndicator, m, func(r *MonthlyReport) { r.Source, r.Cumulative, r.Growth = "统计局", Q(990), Q(9) }),
			{Month: m, ObjectKind: "region", Object: "R", Indicator: "revenue", Source: "工信局", Cumulative: Q(7)},
		},
		Sums: []Sum{{Indicator: "revenue", Reported: 2, Based: 2, Cumulative: Parts(980_500_000), BasedCumulative: Parts(980_500_000), Base: Q(900), InMonth: Q(1)}},
	})
	if l.Origin != Reported || l.Cumulative != Q(1000) || l.SumOfEnterprises != Parts(980_500_000) || l.InMonth != Q(120) || !l.InMonthDerived {
		t.Errorf("amounts %+v", l)
	}
	if !near(l.Growth, 100.0/9) || l.Rank != Q(3) || l.RankOf != Q(11) || l.RankChange != Q(2) || l.DataStatus != "初步" || l.Cause != "检修" {
		t.Errorf("growth %v rank %v change %v", l.Growth, l.Rank, l.RankChange)
	}
	other := OtherSource{Source: "统计局", Cumulative: Q(990), Growth: Percent(9), Difference: Q(-10)}
	if len(l.OtherSources) != 1 || !near(l.OtherSources[0].GrowthDifference, 9-100.0/9) {
		t.Fatalf("others %+v", l.OtherSources)
	}
	other.GrowthDifference = l.OtherSources[0].GrowthDifference
	if l.OtherSources[0] != other {
		t.Errorf("others %+v", l.OtherSources)
	}
	if want := "本链自报累计1000万元，名单内2户合计980.5万元，相差19.5万元"; !slices.Contains(l.Warnings, want) {
		t.Errorf("warnings %q", l.Warnings)
	}
	if l.Forecast != (Forecast{NextMonth: Q(1130), Basis: "reported"}) {
		t.Errorf("forecast %+v", l.Forecast)
	}
}

// 当月 is reported, else derived inside one year; 2月 alone never exists where
// there is no January.
func TestInMonth(t *testing.T) {
	for _, c := range []struct {
		what          string
		ind           Indicator
		month         string
		reported, now Quantity
		before        Quantity
		want          Quantity
		derived       bool
	}{
		{"reported", taxIndicator, "2026-05", Q(9), Q(50), Q(40), Q(9), false},
		{"derived", taxIndicator, "2026-05", Quantity{}, Q(50), Q(40), Q(10), true},
		{"January is its own cumulative", taxIndicator, "2026-01", Quantity{}, Q(50), Q(700), Q(50), true},
		{"no last month", taxIndicator, "2026-05", Quantity{}, Q(50), Quantity{}, Quantity{}, false},
		{"1–2月 without a January", revenueIndicator, "2026-02", Quantity{}, Q(50), Q(40), Quantity{}, false},
		{"March after 1–2月", revenueIndicator, "2026-03", Quantity{}, Q(50), Q(30), Q(20), true},
		{"a state has no in-month", staffIndicator, "2026-05", Quantity{}, Q(50), Q(40), Quantity{}, false},
	} {
		m := month(t, c.month)
		l := single(c.ind, m, ChainFacts{Reports: []MonthlyReport{
			own(c.ind, m, func(r *MonthlyReport) { r.InMonth, r.Cumulative = c.reported, c.now }),
			own(c.ind, m-1, func(r *MonthlyReport) { r.Cumulative = c.before }),
		}})
		if l.InMonth != c.want || l.InMonthDerived != c.derived {
			t.Errorf("%s: %v derived %v", c.what, l.InMonth, l.InMonthDerived)
		}
	}
}

// 增加值 growth is the office's own and is never derived (domain S37).
func TestPublishedRate(t *testing.T) {
	m := month(t, "2022-03")
	l := single(valueAdded, m, ChainFacts{
		Reports: []MonthlyReport{own(valueAdded, m, func(r *MonthlyReport) { r.Growth = Parts(12_100_000) })},
		Targets: []Target{{Year: 2022, Indicator: valueAdded.Code, Kind: GrowthTarget, Value: Q(13)}},
	})
	if l.Growth != Percent(12.1) || l.Origin != Reported || l.Cumulative.Known || l.GrowthComputed.Known || l.GrowthNominal.Known {
		t.Errorf("%+v", l)
	}
	if l.Completion.Known || l.Pace.Known || l.RemainingMonthly.Known || !near(l.Ahead, -0.9) || l.Light != Yellow {
		t.Errorf("ahead %v light %s", l.Ahead, l.Light)
	}
	if l.LightReason != "增速12.1%，目标13.0%，低于目标0.9个百分点" {
		t.Error(l.LightReason)
	}
	none := single(valueAdded, m, ChainFacts{Reports: []MonthlyReport{own(valueAdded, m, func(r *MonthlyReport) { r.Cumulative = Q(1) })}})
	if none.Growth.Known {
		t.Errorf("growth %v from an amount", none.Growth)
	}
}

func TestNominalBasis(t *testing.T) {
	m := month(t, "2026-04")
	rows := []MonthlyReport{
		own(powerIndicator, m, func(r *MonthlyReport) { r.Cumulative = Q(26_100) }),
		own(powerIndicator, m-12, func(r *MonthlyReport) { r.Cumulative = Q(22_500) }),
	}
	if l := single(powerIndicator, m, ChainFacts{Reports: rows}); !near(l.Growth, 16) || l.Growth != l.GrowthNominal {
		t.Errorf("growth %v", l.Growth)
	}
	young := powerIndicator
	young.Since = m - 11
	if l := single(young, m, ChainFacts{Reports: rows}); l.Growth.Known {
		t.Errorf("growth %v against a month before the series begins", l.Growth)
	}
}

// A loss then is no percentage now, also where two years' totals are compared.
func TestNominalLoss(t *testing.T) {
	nominal := profitIndicator
	nominal.Basis = Nominal
	m := month(t, "2026-04")
	l := single(nominal, m, ChainFacts{Reports: []MonthlyReport{
		own(nominal, m, func(r *MonthlyReport) { r.Cumulative = Q(50) }),
		own(nominal, m-12, func(r *MonthlyReport) { r.Cumulative = Q(-100) }),
	}})
	if l.GrowthText != "扭亏为盈" || !near(l.Growth, 150) {
		t.Errorf("%s %v", l.GrowthText, l.Growth)
	}
}

// What a chain's own row says twice stands side by side and is never mended
// (domain S43, S52): 同比 beside the amounts, 当月 beside the cumulatives.
func TestOwnRowDisagreesWithItself(t *testing.T) {
	m := month(t, "2026-09")
	warnings := func(inMonth Quantity, growth string) []string {
		l := single(taxIndicator, m, ChainFacts{Reports: []MonthlyReport{
			own(taxIndicator, m, func(r *MonthlyReport) {
				r.Cumulative, r.Base, r.InMonth, r.Growth = Q(1112), Q(1000), inMonth, amount(t, growth)
			}),
			own(taxIndicator, m-1, func(r *MonthlyReport) { r.Cumulative = Q(1000) }),
		}})
		if l.InMonth != inMonth || l.InMonthDerived || l.Growth != RateOf(amount(t, growth)) || !near(l.GrowthComputed, 11.2) {
			t.Errorf("mended: %+v", l)
		}
		return l.Warnings
	}
	if got := warnings(Q(112), "11.24"); len(got) != 0 {
		t.Errorf("rounding: %q", got)
	}
	want := []string{"填报同比10.0%，按本年累计与上年同期累计计算为11.2%，相差1.2个百分点", "填报当月100万元，本年累计减上月累计为112万元，相差−12万元"}
	if got := warnings(Q(100), "10"); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Register-computed indicators: 名义 growth, the absolute difference, a rank
// from their row, and no amount out of it.
func TestRegisterIndicators(t *testing.T) {
	m := month(t, "2026-09")
	l := single(signedIndicator, m, ChainFacts{
		Expected: 9,
		Register: []Computed{{Indicator: "signed_projects", InMonth: Q(1), Cumulative: Q(12), Base: Q(10)}},
		Reports: []MonthlyReport{own(signedIndicator, m, func(r *MonthlyReport) {
			r.Cumulative, r.Growth, r.Rank = Q(99), Q(99), Q(3)
		})},
	})
	if l.Origin != Registered || l.Cumulative != Q(12) || l.InMonth != Q(1) || l.Change != Q(2) || !near(l.Growth, 20) ||
		l.GrowthBasis != Nominal || l.GrowthNominal != l.Growth || l.GrowthReported.Known || l.Rank != Q(3) || l.Source != "项目清单" {
		t.Errorf("%+v", l)
	}
	if l.GrowthLabel() != "较上年同期 +2个" {
		t.Error(l.GrowthLabel())
	}
	share := single(coverageOfRnD, m, ChainFacts{Expected: 43, Sums: []Sum{{Indicator: "rnd_expense", Reported: 40, Positive: 34}}})
	if share.Cumulative.Decimal() != "79.069767" || share.Origin != Registered {
		t.Errorf("34 of 43 is %s", share.Cumulative)
	}
	if unknown := single(coverageOfRnD, m, ChainFacts{Expected: 43}); unknown.Cumulative.Known {
		t.Errorf("nobody reported and it is %v", unknown.Cumulative)
	}
}

// Every member is present, with null where there is nothing to say.
func TestJSON(t *testing.T) {
	at := time.Date(2026, 11, 5, 1, 0, 0, 0, time.UTC)
	table := Dispatch(Facts{
		Chain: Party{"nem", "新能源"}, Month: month(t, "2026-10"), AsOf: at, Indicators: []Indicator{revenueIndicator},
		Chains: []ChainFacts{{Chain: Party{"nem", "新能源"}}},
	})
	text, err := json.Marshal(table)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"chain":"nem","chain_name":"新能源","month":"2026-10","as_of":"2026-11-05T09:00:00+08:00","coverage":{"expected":0,"reported":0,"missing":[],"incomplete":false,"missing_count":0,"missing_share":null,"missing_basis":null},` +
		`"indicators":[{"code":"revenue","name":"营业收入","unit":"万元","origin":null,"in_month":null,"in_month_derived":false,"cumulative":null,"base":null,"change":null,"sum_of_enterprises":null,` +
		`"growth":null,"growth_basis":"同口径","growth_reported":null,"growth_computed":null,"growth_nominal":null,"growth_text":"—","two_year_average":null,` +
		`"target":null,"target_kind":null,"targets":[],"completion":null,"pace":null,"ahead":null,"remaining_monthly":null,` +
		`"forecast":{"year":null,"low":null,"high":null,"next_month":null,"basis":null,"completion":null,"note":null},"light":"none","light_rule":null,"light_reason":"未设年度目标，不考核",` +
		`"rank":null,"rank_of":null,"rank_change":null,"source":null,"other_sources":[],"data_status":null,"cause":null,"coverage":{"expected":0,"reported":0,"incomplete":false,"missing_count":0,"missing_share":null,"missing_basis":null},"warnings":[],"unexplained":0}]}`
	if string(text) != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	if !table.Indicators[0].Empty() {
		t.Error("a line of nulls is not empty")
	}
}
