package main

// course is the growth a region publishes of one indicator, in tenths of a
// percent, cumulative.
type course struct {
	object, indicator string
	points            []point
}

// references are what nation, province and city publish: rates only, since their
// amounts mean nothing beside a county's. The city's 工业增加值增速 is among the
// rates of rateReports.
func references() []course {
	return []course{
		{nation, "value_added_growth", []point{{ym(2024, 2), 52}, {ym(2025, 2), 56}, {ym(2025, 12), 58}, {ym(2026, 10), 54}}},
		{province, "value_added_growth", []point{{ym(2024, 2), 61}, {ym(2025, 2), 68}, {ym(2025, 12), 74}, {ym(2026, 10), 71}}},

		{nation, "revenue", []point{{ym(2024, 2), 21}, {ym(2025, 2), 27}, {ym(2025, 12), 34}, {ym(2026, 10), 41}}},
		{province, "revenue", []point{{ym(2024, 2), 18}, {ym(2025, 2), 39}, {ym(2025, 12), 58}, {ym(2026, 10), 67}}},
		{city, "revenue", []point{{ym(2024, 2), -24}, {ym(2025, 2), 47}, {ym(2025, 12), 69}, {ym(2026, 10), 84}}},

		{nation, "profit", []point{{ym(2024, 2), 43}, {ym(2024, 10), -41}, {ym(2025, 12), 8}, {ym(2026, 10), 46}}},
		{province, "profit", []point{{ym(2024, 2), 36}, {ym(2024, 10), -62}, {ym(2025, 12), 31}, {ym(2026, 10), 92}}},
		{city, "profit", []point{{ym(2024, 2), -118}, {ym(2024, 10), -164}, {ym(2025, 12), 72}, {ym(2026, 10), 187}}},

		{nation, "fixed_investment", []point{{ym(2024, 2), 119}, {ym(2025, 2), 108}, {ym(2025, 12), 42}, {ym(2026, 10), 31}}},
		{province, "fixed_investment", []point{{ym(2024, 2), 96}, {ym(2025, 2), 112}, {ym(2025, 12), 73}, {ym(2026, 10), 48}}},
		{city, "fixed_investment", []point{{ym(2024, 2), 84}, {ym(2025, 2), 91}, {ym(2025, 12), 88}, {ym(2026, 10), 62}}},
	}
}

// referenceReports are the rows of the references, month by month.
func referenceReports() []report {
	var rows []report
	for _, c := range references() {
		for _, m := range reportMonths(false) {
			tenths := along(c.points, m) + draw(7, "reference", c.object, c.indicator, m.String()) - 3
			percent := float64(tenths) / 10
			rows = append(rows, report{
				month: m.String(), object: c.object, indicator: indicatorName(c.indicator), source: "统计局",
				growth: &percent, status: status(m),
			})
		}
	}
	return rows
}
