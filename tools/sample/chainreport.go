package main

import "strconv"

// inCity is the number of counties the city ranks.
const inCity = 11

func (s series) reports() []report {
	var rows []report
	for _, m := range reportMonths(s.january) {
		if m < s.from {
			continue
		}
		cumulative, base := s.cumulative(m), s.cumulative(m-12)
		r := report{
			month: m.String(), object: s.object, chain: s.chain, indicator: indicatorName(s.indicator), source: s.source,
			cumulative: &cumulative, base: &base, status: status(m),
		}
		if m.year() > firstYear && s.chain == "" {
			before := s.cumulative(m - 24)
			r.twoYears = &before
		}
		if s.own && m.number() > 1 {
			own := s.inMonth(m)
			r.inMonth = &own
		}
		if s.published {
			percent := float64(divide(int64(cumulative-base)*1000, int64(base))) / 10
			r.growth = &percent
		}
		if s.ranked && m > newest()-2 {
			r.rank, r.rankOf = s.rank(m), inCity
			next := amount(divide(int64(s.cumulative(m+1)), 10000)) * 10000
			r.next = &next
		}
		if m == newest() {
			r.reason = s.reason()
		}
		rows = append(rows, r)
	}
	return rows
}

// rank moves by at most one place from month to month.
func (s series) rank(m month) int {
	place := 3 + int(draw(5, "rank", s.object, s.indicator))
	if m == newest() {
		place += int(draw(3, "rank change", s.object, s.indicator)) - 1
	}
	return place
}

func (s series) reason() string {
	if s.indicator == "fixed_investment" && s.object == chainName(energy) {
		return "上年两个重大项目完工后接续不足，方形铁锂电芯项目主体施工进度慢于计划"
	}
	if s.indicator == "tax" && s.object == chainName(materials) {
		return "再生铜企业进项抵扣增加，税收增速低于营业收入"
	}
	return ""
}

// rateReports are 工业增加值增速, at constant prices: only the rate is published,
// nothing to divide. The course is in tenths of a percent.
func rateReports() []report {
	courses := []struct {
		object string
		points []point
	}{
		{chainName(energy), []point{{ym(2024, 2), -34}, {ym(2024, 8), -18}, {ym(2025, 3), 37}, {ym(2025, 12), 69}, {ym(2026, 10), 81}}},
		{chainName(materials), []point{{ym(2024, 2), 62}, {ym(2025, 2), 71}, {ym(2025, 12), 79}, {ym(2026, 10), 93}}},
		{"示例县", []point{{ym(2024, 2), 21}, {ym(2025, 2), 58}, {ym(2026, 10), 84}}},
		{city, []point{{ym(2024, 2), 33}, {ym(2025, 2), 61}, {ym(2026, 10), 77}}},
	}
	var rows []report
	for _, c := range courses {
		for _, m := range reportMonths(false) {
			tenths := along(c.points, m) + draw(7, "rate", c.object, m.String()) - 3
			percent := float64(tenths) / 10
			r := report{month: m.String(), object: c.object, indicator: indicatorName("value_added_growth"), source: "统计局", growth: &percent, status: status(m)}
			if m > newest()-2 && c.object != city {
				r.rank, r.rankOf = series{object: c.object, indicator: "value_added_growth"}.rank(m), inCity
			}
			rows = append(rows, r)
		}
	}
	return rows
}

// headcountReports are 从业人员 at the month's end.
func headcountReports() []report {
	courses := []struct {
		object string
		points []point
	}{
		{chainName(energy), []point{{ym(2023, 1), 16240}, {ym(2024, 1), 16910}, {ym(2024, 9), 15870}, {ym(2025, 12), 16480}, {ym(2026, 12), 17320}}},
		{chainName(materials), []point{{ym(2023, 1), 8120}, {ym(2025, 1), 8460}, {ym(2026, 12), 8890}}},
	}
	var rows []report
	for _, c := range courses {
		at := func(m month) *amount {
			n := amount(along(c.points, m)+draw(41, "staff", c.object, m.String())-20) * unit
			return &n
		}
		for _, m := range reportMonths(true) {
			rows = append(rows, report{month: m.String(), object: c.object, indicator: indicatorName("employees"), source: "工信局", cumulative: at(m), base: at(m - 12), status: status(m)})
		}
	}
	return rows
}

// annualReports are 全社会研发投入 as certified a year later.
func annualReports() []report {
	figures := map[string][]amount{ // 2023, 2024, 2025
		chainName(energy):    {4726300, 4851700, 5218400},
		chainName(materials): {1583900, 1712600, 1894200},
	}
	var rows []report
	for _, object := range []string{chainName(energy), chainName(materials)} {
		for i, year := range []int{2024, 2025} {
			cumulative, base := figures[object][i+1], figures[object][i]
			rows = append(rows, report{month: strconv.Itoa(year) + "年", object: object, indicator: indicatorName("rnd_gerd"), source: "统计局", cumulative: &cumulative, base: &base, status: "最终"})
		}
	}
	return rows
}

// rankReports carry only the city's ranking of figures counted from the registers.
func rankReports() []report {
	var rows []report
	for _, m := range []month{newest() - 1, newest()} {
		for _, object := range []string{chainName(energy), chainName(materials)} {
			for _, indicator := range []string{"signed_projects", "started_projects", "operating_projects"} {
				rows = append(rows, report{
					month: m.String(), object: object, indicator: indicatorName(indicator), source: registerKeeper,
					rank: series{object: object, indicator: indicator}.rank(m), rankOf: inCity,
				})
			}
		}
	}
	return rows
}
