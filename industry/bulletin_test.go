package industry

import (
	"strings"
	"testing"
)

func TestClause(t *testing.T) {
	revenue := Indicator{Code: "revenue", Name: "营业收入", Unit: "万元", Basis: Comparable}
	for _, c := range []struct {
		name string
		line Line
		want string
	}{
		{"total ahead", Line{
			Name: "营业收入", Unit: "万元", Indicator: revenue, GrowthBasis: Comparable, Cumulative: Q(1_864_213), Growth: Percent(11.3), GrowthText: "增长11.3%",
			Completion: Percent(71.7), Pace: Percent(75), Ahead: Percent(-3.3), Rank: Q(3), RankChange: Q(1),
		}, "营业收入186.42亿元，同口径增长11.3%，完成年度目标的71.7%，低于序时进度3.3个百分点，居全市第3位，较上期上升1位"},
		// 攀枝花: 完成全年的125.64%, 超进度42.31 (domain S51).
		{"on pace", Line{
			Name: "税收", Unit: "万元", GrowthText: undefined, Cumulative: Q(1_005_136), Completion: Percent(125.64), Ahead: Percent(42.31),
		}, "税收100.51亿元，完成年度目标的125.6%，高于序时进度42.3个百分点"},
		{"even", Line{Name: "项目", Unit: "个", GrowthText: undefined, Cumulative: Q(6), Completion: Percent(50), Ahead: Percent(0.04)}, "项目6个，完成年度目标的50.0%，与序时进度持平"},
		{"growth target", Line{
			Name: "产值", Unit: "万元", GrowthBasis: Comparable, GrowthText: "增长9.5%", Growth: Percent(9.5), Cumulative: Q(20_000), Ahead: Percent(0.5),
		}, "产值2.00亿元，同口径增长9.5%，高于年度目标0.5个百分点"},
		{"a loss turned", Line{Name: "利润总额", Unit: "万元", GrowthBasis: Comparable, GrowthText: "扭亏为盈", Cumulative: Q(30_000)}, "利润总额3.00亿元，同比扭亏为盈"},
		{"a loss", Line{Code: "profit", Name: "利润总额", Unit: "万元", GrowthBasis: Comparable, GrowthText: "减亏", Cumulative: Q(-30_000)}, "利润总额亏损3.00亿元，同比减亏"},
		// +179 % is written as 1.79 times (domain S44).
		{"many times", Line{Name: "利润总额", Unit: "万元", GrowthBasis: Comparable, GrowthText: GrowthText(Percent(179), Q(279), Q(100)), Cumulative: Q(30_000)}, "利润总额3.00亿元，同口径增长1.79倍"},
		{"a rate", Line{Name: "工业增加值增速", Growth: Percent(12.1), GrowthText: "增长12.1%"}, "工业增加值增速12.1%"},
		{"nothing", Line{Name: "税收", GrowthText: undefined}, ""},
	} {
		if got := c.line.Clause(); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestAsked: what is left of an amount is asked by month, of a count in all.
func TestAsked(t *testing.T) {
	f := BulletinFacts{Overview: Overview{Table: DispatchTable{Indicators: []Line{
		{Name: "税收", Unit: "万元", Light: Red, Target: Q(64_000), Cumulative: Q(49_700), RemainingMonthly: Q(7_150)},
		{Name: "新投产项目", Unit: "个", Light: Yellow, Target: Q(7), Cumulative: Q(4), RemainingMonthly: Parts(1_500_000)},
		{Name: "研发费用", Unit: "万元", Light: Green, Target: Q(10), Cumulative: Q(9), RemainingMonthly: Q(1)},
	}}}}
	if got := strings.Join(f.asked(), "，"); got != "税收月均须完成0.72亿元，新投产项目还须完成3个" {
		t.Errorf("asked: %s", got)
	}
}

// TestChainTableSharesPlaces: equal completions share a place, those without a
// target have none and come last.
func TestChainTableSharesPlaces(t *testing.T) {
	chain := func(name string, done Rate) DispatchTable {
		return DispatchTable{ChainName: name, Indicators: []Line{{Code: "revenue", Unit: "万元", Cumulative: Q(10_000), Completion: done, GrowthText: undefined}}}
	}
	table := chainTable([]DispatchTable{chain("丙", Rate{}), chain("甲", Percent(80)), chain("丁", Percent(70)), chain("乙", Percent(80))})
	var got []string
	for _, row := range table.Rows {
		got = append(got, row[0]+row[1])
	}
	if s := strings.Join(got, " "); s != "1甲 1乙 3丁 —丙" {
		t.Errorf("places: %s", s)
	}
}

func TestBulletinOfNothing(t *testing.T) {
	d := BulletinOf(BulletinFacts{Overview: Overview{Table: DispatchTable{Chain: AllChains, Month: NewMonth(2026, 9), Indicators: []Line{{GrowthText: undefined}}}}})
	if len(d.Sections) != 2 || d.Sections[0].Blocks[0].Text != "1—9月，重点产业链还没有可通报的数据。" {
		t.Errorf("%+v", d.Sections)
	}
}
