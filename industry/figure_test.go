package industry

import "testing"

func TestFigures(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{YiText(Q(1_864_213)), "186.42"},
		{YiText(Parts(1_864_250_000_000)), "186.43"}, // half away from zero
		{YiText(Q(-1_864_250)), "−186.43"},
		{YiText(Q(123_456_700)), "12\u2009345.67"},
		{YiText(Q(0)), "0.00"},
		{YiText(Q(-1)), "0.00"},
		{YiText(Quantity{}), "—"},
		{GroupedText(Q(1_864_213)), "1\u2009864\u2009213"},
		{GroupedText(Parts(1_864_213_500_000)), "1\u2009864\u2009213.5"},
		{GroupedText(Parts(1_864_213_456_789)), "1\u2009864\u2009213.46"},
		{GroupedText(Q(-640)), "−640"},
		{GroupedText(Parts(-1)), "0"},
		{GroupedText(Q(999)), "999"},
		{ChangeText(Q(2)), "+2"},
		{ChangeText(Q(-1203)), "−1\u2009203"},
		{ChangeText(Q(0)), "0"},
		{ChangeText(Quantity{}), "—"},
		{PercentText(Percent(71.7)), "71.7%"},
		{PercentText(Percent(125.642)), "125.6%"},
		{PercentText(Rate{}), "—"},
		{SignedPercentText(Percent(11.3)), "+11.3%"},
		{SignedPercentText(Percent(-2.25)), "−2.3%"}, // a float64 of 2.25 rounds to even elsewhere
		{SignedPercentText(Percent(-0.04)), "0.0%"},
		{SignedPercentText(Percent(0.05)), "+0.1%"},
		{PointsText(Percent(-3.3)), "−3.3"},
		{PointsText(Percent(0)), "0.0"},
		{PullText(Percent(4.9197)), "+4.92"},
		{RankText(Q(3), Q(1)), "3 ▲1"},
		{RankText(Q(5), Q(-2)), "5 ▼2"},
		{RankText(Q(4), Q(0)), "4 持平"},
		{RankText(Q(4), Quantity{}), "4"},
		{RankText(Quantity{}, Quantity{}), "—"},
		{FigureOf(Q(1_864_213), "万元").String(), "186.42亿元"},
		{FigureOf(Q(8_640), "万元").String(), "8\u2009640万元"},
		{FigureOf(Q(9_999), "万元").String(), "9\u2009999万元"},
		{FigureOf(Q(10_000), "万元").String(), "1.00亿元"},
		{FigureOf(Q(-12_000), "万元").String(), "−1.20亿元"},
		{FigureOf(Q(78_300), "万千瓦时").String(), "7.83亿千瓦时"},
		{FigureOf(Q(78_300), "户").String(), "78\u2009300户"},
		{FigureOf(Quantity{}, "万元").String(), "—"},
		{GrowthText(Percent(179), Quantity{}, Quantity{}), "增长1.79倍"},
		{GrowthText(Percent(-12.34), Quantity{}, Quantity{}), "下降12.3%"},
		{GrowthText(Percent(-0.04), Quantity{}, Quantity{}), "持平"},
		{GrowthText(Rate{}, Q(1), Q(0)), "—"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// One unit for a row: the small part of a large whole stays in 亿元.
func TestScreenUnitOfARow(t *testing.T) {
	u := ScreenUnitOf("万元", Q(2_800), Q(29_600), Quantity{})
	if u.Name != "亿元" || u.Text(Q(2_800)) != "0.28" || u.Float(Q(29_600)) != 2.96 {
		t.Errorf("%+v %s", u, u.Text(Q(2_800)))
	}
}
