package office_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// firms are credit codes with valid check digits.
var firms = []string{
	"91369921MAMCFP0083", "91369921MACQRP008P", "91369921MA355Q0052", "91369921MARGFQ003X", "91369921MAXLFR0012",
	"91369921MADTT0101L", "91369921MA3UG3101H", "91369921MAR7U31008", "91369921MAB4H51034", "91369921MAF8H6107T",
}

// twoChains is a county small enough to add up by hand.
func twoChains() map[string][][]any {
	return map[string][][]any{
		"产业链": {{"编码", "名称", "牵头单位"}, {"a", "甲链", "工信局、税务局"}, {"b", "乙链", ""}, {"c", "空链", ""}},
		"环节":  {{"产业链", "编码", "名称", "细分链", "位置"}, {"a", "s1", "环节一", "锂电", "上游"}, {"a", "s2", "环节二", "光伏", "中游"}, {"b", "s1", "环节三", "铜基", "上游"}},
		"指标": {
			{"编码", "名称", "单位", "时期类型", "元月数据", "增速口径", "主来源"},
			{"revenue", "营业收入", "万元", "累计", "无", "同口径", "工信局"},
			{"tax", "税收", "万元", "累计", "有", "同口径", "税务局"},
			{"employees", "从业人员", "人", "时点", "有", "同口径", "工信局"},
			{"waste", "固废处置量", "吨", "累计", "有", "同口径", ""},
			{"value_added_growth", "工业增加值增速", "%", "比率", "有", "可比价直报", "统计局"},
			{"rnd_expense", "研发费用", "万元", "累计", "无", "同口径", "科技局"},
			{"rnd_coverage", "有研发活动企业占比", "%", "比率", "有", "名义", "链长办"},
		},
		"企业清单": {
			{"统一社会信用代码", "企业名称", "产业链", "环节", "规上", "入规年月", "退规年月", "状态"},
			{firms[0], "老厂", "a", "环节一、环节二", "是", "2015-01", "", "在产"},
			{firms[1], "两链厂", "a、b", "环节二、b:s1", "是", "", "", "在产"},
			{firms[2], "新入厂", "a", "环节一", "是", "2026-06", "", "在产"},
			{firms[3], "退出厂", "a", "环节一", "是", "2015-01", "2026-06", "在产"},
			{firms[4], "注销厂", "a", "环节一", "是", "2015-01", "", "注销"},
			{firms[5], "规下厂", "a", "环节一", "否", "", "", "在产"},
			{firms[6], "无基数厂", "b", "环节三", "是", "", "", "在产"},
			{firms[7], "零基数厂", "b", "环节三", "是", "", "", "在产"},
			{firms[8], "未报厂", "b", "环节三", "是", "", "", "在产"},
			{firms[9], "主环节在乙链的厂", "a、b", "b:s1、环节一", "是", "", "", "在产"},
		},
	}
}

// reports are rows of 月度调度.
func reports(rows ...[]any) map[string][][]any {
	header := []any{"月份", "对象", "指标", "来源部门", "当月", "本年累计", "上年同期累计", "同比(%)", "全市位次"}
	return map[string][][]any{"月度调度": append([][]any{header}, rows...)}
}

func line(t *testing.T, o *office.Office, chain, m, indicator string) industry.Line {
	t.Helper()
	month, err := industry.ParseMonth(m)
	if err != nil {
		t.Fatal(err)
	}
	table, err := o.Dispatch(context.Background(), office.Query{Chain: chain, Month: month})
	if err != nil {
		t.Fatal(err)
	}
	l, ok := table.Line(indicator)
	if !ok {
		t.Fatalf("no line %s", indicator)
	}
	return l
}

// The list of a month: who is on it, once, at the primary segment, from the main
// source, with the base the firm brought itself (workbook contract, How figures
// add up).
func TestTheListOfAMonth(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, twoChains())
		take(t, o, reports(
			[]any{"2025-06", "老厂", "营业收入", "", nil, 480}, // reported then; the base of this year is another list's
			[]any{"2026-05", "老厂", "营业收入", "", nil, 500, 400},
			[]any{"2026-05", "退出厂", "营业收入", "", nil, 50, 40},
			[]any{"2026-06", "老厂", "营业收入", "", nil, 620, 500},
			[]any{"2026-06", "老厂", "营业收入", "税务局", nil, 9999, 1},
			[]any{"2026-06", "两链厂", "营业收入", "", 30, 130, 60, 99},
			[]any{"2026-06", "新入厂", "营业收入", "", nil, 70, 35},
			[]any{"2026-06", "退出厂", "营业收入", "", nil, 60, 50},
			[]any{"2026-06", "注销厂", "营业收入", "", nil, 7, 7},
			[]any{"2026-06", "规下厂", "营业收入", "", nil, 3, 3},
			[]any{"2026-06", "无基数厂", "营业收入", "", nil, 11},
			[]any{"2026-06", "零基数厂", "营业收入", "", nil, 13, 0},
			[]any{"2026-06", "主环节在乙链的厂", "营业收入", "", nil, 1000, 900},
			[]any{"2026-06", "甲链", "营业收入", "", nil, nil, nil, nil, 3},
			[]any{"2026-05", "甲链", "营业收入", "", nil, nil, nil, nil, 5},
		))
		for _, c := range []struct {
			chain, month, cumulative, base, change, inMonth string
			growth, nominal                                 industry.Rate
			expected, reported, rankChange                  string
		}{
			// 650 = 500 + 50 and nothing of the entrant; the leaver is on the list until May.
			{"a", "2026-05", "550", "440", "110", "", industry.Percent(25), industry.Rate{}, "3", "2", ""},
			// 820 = 620 + 130 + 70; in-month 620 − 500 and 30: the entrant has no month before.
			{"a", "2026-06", "820", "595", "225", "150", industry.Percent(225.0 / 595 * 100), industry.Percent((820.0/480 - 1) * 100), "3", "3", "2"},
			// The base of 0 counts: 1013 ÷ 900; the firm without one counts in 1024 only.
			{"b", "2026-06", "1024", "900", "113", "", industry.Percent(113.0 / 9), industry.Rate{}, "4", "3", ""},
			{"all", "2026-06", "1844", "1495", "338", "", industry.Percent(338.0 / 14.95), industry.Percent((820.0/480 - 1) * 100), "7", "6", ""},
		} {
			l := line(t, o, c.chain, c.month, "revenue")
			if l.Origin != industry.Summed || l.Cumulative.Decimal() != c.cumulative || l.Base.Decimal() != c.base || l.Change.Decimal() != c.change ||
				l.InMonth.Decimal() != c.inMonth || l.RankChange.Decimal() != c.rankChange ||
				l.Coverage.Expected.Decimal() != c.expected || l.Coverage.Reported.Decimal() != c.reported {
				t.Errorf("%s %s: %+v", c.chain, c.month, l)
			}
			if !same(l.Growth, c.growth) || !same(l.GrowthNominal, c.nominal) || l.GrowthReported.Known {
				t.Errorf("%s %s: growth %v nominal %v reported %v", c.chain, c.month, l.Growth, l.GrowthNominal, l.GrowthReported)
			}
		}
		// Who has no base is named to those who may know.
		wanted := []string{"应报4户，已报3户，1户未报", "1户没有上年同期累计，只计入累计，不计入增速", "没有上年同期累计的企业：无基数厂", "未报企业：未报厂"}
		if l := line(t, o, "b", "2026-06", "revenue"); !slices.Equal(l.Warnings, wanted) {
			t.Errorf("warnings %q", l.Warnings)
		}
		table, err := o.Dispatch(context.Background(), office.Query{Chain: "all", Month: industry.NewMonth(2026, 6)})
		if err != nil {
			t.Fatal(err)
		}
		if l, _ := table.Nameless().Line("revenue"); !slices.Contains(l.Warnings, "乙链："+wanted[1]) || strings.Contains(strings.Join(l.Warnings, ""), "厂") {
			t.Errorf("without names %q", l.Warnings)
		}
		b, err := o.Breakdown(context.Background(), office.Query{Chain: "b", Month: industry.NewMonth(2026, 6)}, "revenue", "segment")
		if err != nil || len(b.Rows) != 1 || b.Rows[0].Enterprises != 4 || b.Rows[0].Value.Decimal() != "1024" {
			t.Errorf("%+v %v", b, err)
		}
	})
}

func same(r, want industry.Rate) bool {
	return r.Known == want.Known && (!r.Known || near(r, want.Percent))
}

// January is its own cumulative and a stock has no month; an indicator without a
// main source is summed from the rows that name none either.
func TestMonthsAndSourcesOfEnterprises(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, twoChains())
		take(t, o, reports(
			[]any{"2026-01", "老厂", "税收", "", nil, 10, 8}, []any{"2026-02", "老厂", "税收", "", nil, 25, 18},
			[]any{"2026-01", "老厂", "从业人员", "", nil, 300, 280}, []any{"2026-02", "老厂", "从业人员", "", nil, 310, 280},
			[]any{"2026-02", "老厂", "营业收入", "", 200, 200, 150}, []any{"2026-03", "老厂", "营业收入", "", nil, 320, 250},
			[]any{"2026-05", "老厂", "固废处置量", "", nil, 4, 3}, []any{"2026-06", "老厂", "固废处置量", "", nil, 5, 4},
			[]any{"2026-06", "两链厂", "固废处置量", "工信局", nil, 70, 60},
		))
		for _, c := range []struct {
			month, indicator, cumulative, inMonth string
			derived                               bool
		}{
			{"2026-01", "tax", "10", "10", true},
			{"2026-02", "tax", "25", "15", true},
			{"2026-01", "employees", "300", "", false},
			{"2026-02", "employees", "310", "", false},
			{"2026-02", "revenue", "200", "", false},
			{"2026-03", "revenue", "320", "120", true},
			{"2026-06", "waste", "5", "1", true},
		} {
			l := line(t, o, "a", c.month, c.indicator)
			if l.Cumulative.Decimal() != c.cumulative || l.InMonth.Decimal() != c.inMonth || l.InMonthDerived != c.derived {
				t.Errorf("%s %s: %v, in month %v %v", c.month, c.indicator, l.Cumulative, l.InMonth, l.InMonthDerived)
			}
		}
	})
}

// A series ends where the dispatch table of its month stands, whatever the
// indicator is counted from and whoever has not reported.
func TestTrendEndsWhereDispatchStands(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, twoChains())
		take(t, o, reports(
			[]any{"2026-06", "甲链", "工业增加值增速", "", nil, nil, nil, 9.1},
			[]any{"2026-06", "甲链", "税收", "", nil, 40, 30, 33},
			[]any{"2026-06", "老厂", "研发费用", "", nil, 6, 5}, []any{"2026-06", "两链厂", "研发费用", "", nil, 0, 5},
			[]any{"2026-06", "零基数厂", "研发费用", "", nil, 1, 0},
			[]any{"2025-06", "老厂", "研发费用", "", nil, 5, 5}, []any{"2025-06", "零基数厂", "研发费用", "", nil, 0, 0},
		))
		// 甲链: 老厂 of 老厂, 两链厂 and 新入厂; a year before 老厂 of 老厂, 两链厂 and 退出厂.
		for chain, want := range map[string][3]string{
			"a": {"33.333333", "33.333333", "0"}, "b": {"25", "0", "25"}, "all": {"28.571429", "14.285714", "14.285715"},
		} {
			l := line(t, o, chain, "2026-06", "rnd_coverage")
			if got := [3]string{l.Cumulative.Decimal(), l.Base.Decimal(), l.Change.Decimal()}; got != want || l.Growth.Known {
				t.Errorf("%s: %v, want %v", chain, got, want)
			}
		}
		if l := line(t, o, "all", "2026-06", "tax"); !near(l.Growth, 100.0/3) {
			t.Errorf("all: a single chain's own rate stands for every chain: %v", l.Growth)
		}
		trendsEndAtDispatch(t, o, "a", "b", "c", "all")
	})
}

func trendsEndAtDispatch(t *testing.T, o *office.Office, chains ...string) {
	t.Helper()
	for _, chain := range chains {
		q := office.Query{Chain: chain, Month: industry.NewMonth(2026, 6)}
		table, err := o.Dispatch(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range table.Indicators {
			trend, err := o.Trend(context.Background(), q, l.Code, 3)
			if err != nil || len(trend.Points) != 3 {
				t.Fatalf("%s %s: %d points, %v", chain, l.Code, len(trend.Points), err)
			}
			want := industry.Point{
				Month: q.Month, Label: "6月", Cumulative: l.Cumulative, Base: l.Base, Growth: l.Growth, GrowthText: l.GrowthText, InMonth: l.InMonth,
				InMonthDerived: l.InMonthDerived, Incomplete: l.Coverage.Incomplete, MissingCount: l.Coverage.MissingCount,
			}
			if got := trend.Points[2]; got != want {
				t.Errorf("%s %s: the series ends with %+v, the table has %+v", chain, l.Code, got, want)
			}
		}
	}
}

func TestSampleTrendsEndAtDispatch(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		trendsEndAtDispatch(t, o, "ne", "nm", "all")
	})
}
