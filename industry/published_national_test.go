package industry

import "testing"

// nationalMonth is one month of industry above designated size as the National
// Bureau of Statistics published it: cumulative revenue and profit, their growth
// over a comparable list (%), and the real growth of value added (%). Beside each
// stands how a screen has to say it, and the ratio of the two years' published
// totals, which is not the growth.
type nationalMonth struct {
	month                                           string
	revenue, revenueRate, revenueText, revenueRatio string
	profit, profitRate, profitText, profitRatio     string
	valueAddedRate, valueAddedText                  string
}

const nationalSource = "国家统计局 规模以上工业企业月度数据 2018—2019年（facts/nbs_industry_2018_2019.csv）"

var national = [...]nationalMonth{
	{"2018-02", "162371.7亿", "10.1", "增长10.1%", "—", "9689亿", "16.13", "增长16.1%", "—", "7.2", "增长7.2%"},
	{"2018-03", "256958亿", "9.7", "增长9.7%", "—", "15533.19亿", "11.57", "增长11.6%", "—", "6.8", "增长6.8%"},
	{"2018-04", "348659.9亿", "10.6", "增长10.6%", "—", "21271.71亿", "14.98", "增长15.0%", "—", "6.9", "增长6.9%"},
	{"2018-05", "439003.2亿", "10.3", "增长10.3%", "—", "27298.3亿", "16.52", "增长16.5%", "—", "6.9", "增长6.9%"},
	{"2018-06", "532851.9亿", "10", "增长10.0%", "—", "33882.13亿", "17.2", "增长17.2%", "—", "6.7", "增长6.7%"},
	{"2018-07", "619128.9亿", "10", "增长10.0%", "—", "39038.11亿", "17.13", "增长17.1%", "—", "6.6", "增长6.6%"},
	{"2018-08", "704184.6亿", "9.9", "增长9.9%", "—", "44248.66亿", "16.17", "增长16.2%", "—", "6.5", "增长6.5%"},
	{"2018-09", "790324.6亿", "9.6", "增长9.6%", "—", "49713.38亿", "14.74", "增长14.7%", "—", "6.4", "增长6.4%"},
	{"2018-10", "877963.3亿", "9.4", "增长9.4%", "—", "55211.8亿", "13.55", "增长13.6%", "—", "6.4", "增长6.4%"},
	{"2018-11", "967800.3亿", "9.2", "增长9.2%", "—", "61168.81亿", "11.85", "增长11.9%", "—", "6.3", "增长6.3%"},
	{"2018-12", "1049490.5亿", "8.6", "增长8.6%", "—", "66351.37亿", "10.33", "增长10.3%", "—", "6.2", "增长6.2%"},
	{"2019-02", "147858.11亿", "3.29", "增长3.3%", "−8.9%", "7080.13亿", "-14.02", "下降14.0%", "−26.9%", "5.3", "增长5.3%"},
	{"2019-03", "244193.45亿", "7.2", "增长7.2%", "−5.0%", "12972亿", "-3.28", "下降3.3%", "−16.5%", "6.5", "增长6.5%"},
	{"2019-04", "328360.78亿", "5.07", "增长5.1%", "−5.8%", "18129.43亿", "-3.37", "下降3.4%", "−14.8%", "6.2", "增长6.2%"},
	{"2019-05", "416103.87亿", "5.1", "增长5.1%", "−5.2%", "23790.17亿", "-2.32", "下降2.3%", "−12.9%", "6", "增长6.0%"},
	{"2019-06", "508981.71亿", "4.71", "增长4.7%", "−4.5%", "29839.98亿", "-2.39", "下降2.4%", "−11.9%", "6", "增长6.0%"},
	{"2019-07", "595769.37亿", "4.9", "增长4.9%", "−3.8%", "34977.02亿", "-1.66", "下降1.7%", "−10.4%", "5.8", "增长5.8%"},
	{"2019-08", "683898.91亿", "4.7", "增长4.7%", "−2.9%", "40163.5亿", "-1.68", "下降1.7%", "−9.2%", "5.6", "增长5.6%"},
	{"2019-09", "776743.84亿", "4.53", "增长4.5%", "−1.7%", "45933.54亿", "-2.12", "下降2.1%", "−7.6%", "5.6", "增长5.6%"},
	{"2019-10", "856557.91亿", "4.22", "增长4.2%", "−2.4%", "50151.03亿", "-2.94", "下降2.9%", "−9.2%", "5.6", "增长5.6%"},
	{"2019-11", "950007.51亿", "4.41", "增长4.4%", "−1.8%", "56100.65亿", "-2.11", "下降2.1%", "−8.3%", "5.6", "增长5.6%"},
	{"2019-12", "1057824.91亿", "3.8", "增长3.8%", "+0.8%", "61995.49亿", "-3.29", "下降3.3%", "−6.6%", "5.7", "增长5.7%"},
}

// Every published month passes through dispatch as a chain's own row. The
// published rate is primary; the ratio of totals stands beside it as 名义 and
// differs by up to 16 points (trap 1); the growth of value added never follows
// from amounts (trap 3).
func TestNationalMonths(t *testing.T) {
	then := map[Month]nationalMonth{}
	for _, n := range national {
		m := month(t, n.month)
		last := then[m-12]
		then[m] = n
		for _, c := range []struct {
			ind                  Indicator
			amount, before, rate string
			text, ratio          string
		}{
			{revenueIndicator, n.revenue, last.revenue, n.revenueRate, n.revenueText, n.revenueRatio},
			{profitIndicator, n.profit, last.profit, n.profitRate, n.profitText, n.profitRatio},
			{valueAdded, n.revenue, last.revenue, n.valueAddedRate, n.valueAddedText, "—"},
		} {
			rows := []MonthlyReport{own(c.ind, m, func(r *MonthlyReport) { r.Cumulative, r.Growth = amount(t, c.amount), amount(t, c.rate) })}
			if c.before != "" {
				rows = append(rows, own(c.ind, m-12, func(r *MonthlyReport) { r.Cumulative = amount(t, c.before) }))
			}
			l := single(c.ind, m, ChainFacts{Reports: rows})
			if l.Growth != RateOf(amount(t, c.rate)) || l.GrowthReported != l.Growth || l.GrowthComputed.Known || l.GrowthText != c.text {
				t.Errorf("%s %s %s: growth %v %s, published %s", nationalSource, n.month, c.ind.Name, l.Growth, l.GrowthText, c.rate)
			}
			if got := SignedPercentText(l.GrowthNominal); got != c.ratio {
				t.Errorf("%s %s %s: ratio of totals %s, want %s", nationalSource, n.month, c.ind.Name, got, c.ratio)
			}
		}
	}
}

// The series has 11 points a year: 1–2月 is one point without a month of its own,
// March differs from it, and no difference crosses the year (traps 4 and 5).
func TestNationalCalendar(t *testing.T) {
	var facts []PointFacts
	for _, n := range national {
		m := month(t, n.month)
		facts = append(facts, PointFacts{Month: m, Chain: "ind", Own: &MonthlyReport{Month: m, Cumulative: amount(t, n.revenue), Growth: amount(t, n.revenueRate)}})
	}
	points := TrendOf(revenueIndicator, month(t, "2019-12"), 24, facts).Points
	if len(points) != 22 || len(national) != 22 {
		t.Fatalf("%s: %d points in 24 months, want 22", nationalSource, len(points))
	}
	want := map[string]string{ // 亿元, differences of the published cumulatives
		"2018-02": "—", "2018-03": "94\u2009586.30", "2018-12": "81\u2009690.20",
		"2019-02": "—", "2019-03": "96\u2009335.34", "2019-12": "107\u2009817.40",
	}
	for _, p := range points {
		if p.Month.Number() == 1 || p.Month.Number() == 2 && p.Label != "1—2月" {
			t.Errorf("%s: point %v %s", nationalSource, p.Month, p.Label)
		}
		if text, ok := want[p.Month.String()]; ok && (YiText(p.InMonth) != text || p.InMonthDerived != p.InMonth.Known) {
			t.Errorf("%s %v: in month %s derived %v, want %s", nationalSource, p.Month, YiText(p.InMonth), p.InMonthDerived, text)
		}
	}
}

// 主营业务收入 became 营业收入 in 2019 (S48): what stands before is another
// indicator and no base of a ratio (trap 11).
func TestNationalSeriesBegins(t *testing.T) {
	began := revenueIndicator
	began.Since = month(t, "2019-02")
	n := national[11]
	m := month(t, n.month)
	l := single(began, m, ChainFacts{Reports: []MonthlyReport{
		own(began, m, func(r *MonthlyReport) { r.Cumulative, r.Growth = amount(t, n.revenue), amount(t, n.revenueRate) }),
		own(began, m-12, func(r *MonthlyReport) { r.Cumulative = amount(t, national[0].revenue) }),
	}})
	if l.GrowthNominal.Known || l.GrowthText != "增长3.3%" {
		t.Errorf("S48 and %s: nominal %v, %s", nationalSource, l.GrowthNominal, l.GrowthText)
	}
}

// The facts hold one complete year before 2019, so that a projection of 2019 is
// hidden; by 2018's shares alone it would have missed as logged here.
func TestNationalForecastError(t *testing.T) {
	for _, c := range []struct {
		ind  Indicator
		of   func(nationalMonth) string
		mean string // mean absolute error of 2019's total, 1–2月 to 1–11月
		most string
	}{
		{revenueIndicator, func(n nationalMonth) string { return n.revenue }, "5.0%", "9.7%"},
		{profitIndicator, func(n nationalMonth) string { return n.profit }, "6.6%", "21.8%"},
	} {
		var sum, worst float64
		december, actual := amount(t, c.of(national[10])), amount(t, c.of(national[21]))
		for i := range 10 {
			m := month(t, national[11+i].month)
			then, now := amount(t, c.of(national[i])), amount(t, c.of(national[11+i]))
			hidden := single(c.ind, m, ChainFacts{
				Reports: []MonthlyReport{own(c.ind, m, func(r *MonthlyReport) { r.Cumulative = now })},
				Past:    []PastTotal{{Month: m - 12, Indicator: c.ind.Code, Own: then}, {Month: month(t, "2018-12"), Indicator: c.ind.Code, Own: december}},
			})
			if hidden.Forecast.Year.Known {
				t.Errorf("%s %s: forecast %v from one year", nationalSource, national[11+i].month, hidden.Forecast)
			}
			year := wholeYear(c.ind, now, pastYear{now: then, december: december}.share())
			off := Ratio(absolute(year.Minus(actual)), actual).Percent
			sum, worst = sum+off, max(worst, off)
		}
		mean, most := PercentText(Percent(sum/10)), PercentText(Percent(worst))
		t.Logf("%s by 2018's shares alone: mean error %s, worst %s", c.ind.Name, mean, most)
		if mean != c.mean || most != c.most {
			t.Errorf("%s %s: mean error %s, worst %s, want %s and %s", nationalSource, c.ind.Name, mean, most, c.mean, c.most)
		}
	}
}
