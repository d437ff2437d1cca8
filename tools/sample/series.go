package main

// series is a figure a department reports for a chain, a region or a unit.
type series struct {
	object, chain     string // chain only for regions and departments
	indicator, source string
	year              int64    // the whole of 2023, in the indicator's unit
	growth            [3]int64 // permille of the year before: 2024, 2025, 2026
	from              month    // first month reported; zero: 2024
	january           bool
	own               bool // 当月 is reported too
	published         bool // 同比 is published beside the figures
	ranked            bool // 全市位次 in the newest two months
}

// chainSeries are the rows of the chains themselves, each from the department
// that keeps it. Revenue is not among them: a chain's revenue is the sum of its
// enterprises.
func chainSeries() []series {
	ne, nm := chainName(energy), chainName(materials)
	return []series{
		{object: ne, indicator: "tax", source: "税务局", year: 43800, growth: [3]int64{902, 1034, 1092}, january: true, own: true, ranked: true},
		{object: nm, indicator: "tax", source: "税务局", year: 15600, growth: [3]int64{1048, 1061, 1037}, january: true, own: true, ranked: true},
		{object: ne, indicator: "output", source: "工信局", year: 1716000, growth: [3]int64{884, 1018, 1128}, january: true, ranked: true},
		{object: nm, indicator: "output", source: "工信局", year: 638000, growth: [3]int64{1072, 1064, 1091}, january: true, ranked: true},
		{object: ne, indicator: "electricity", source: "供电公司", year: 68400, growth: [3]int64{957, 1041, 1078}, january: true, own: true, published: true},
		{object: nm, indicator: "electricity", source: "供电公司", year: 41200, growth: [3]int64{1043, 1052, 1058}, january: true, own: true, published: true},
		{object: ne, indicator: "fixed_investment", source: "工信局", year: 212000, growth: [3]int64{1148, 1076, 902}, ranked: true},
		{object: nm, indicator: "fixed_investment", source: "工信局", year: 96500, growth: [3]int64{1062, 1118, 1106}, ranked: true},
		{object: ne, indicator: "technical_upgrade", source: "工信局", year: 61800, growth: [3]int64{1124, 1097, 1063}, january: true},
		{object: nm, indicator: "technical_upgrade", source: "工信局", year: 30700, growth: [3]int64{1083, 1059, 1121}, january: true},
		{object: ne, indicator: "technology_loan", source: "科技局", year: 9200, growth: [3]int64{1216, 1184, 1147}, january: true},
		{object: nm, indicator: "technology_loan", source: "科技局", year: 5100, growth: [3]int64{1168, 1129, 1176}, january: true},
		{object: ne, indicator: "technology_loan_firms", source: "科技局", year: 31, growth: [3]int64{1190, 1160, 1130}, january: true},
		{object: nm, indicator: "technology_loan_firms", source: "科技局", year: 19, growth: [3]int64{1150, 1120, 1140}, january: true},
		{object: ne, indicator: "technology_contract", source: "科技局", year: 26300, growth: [3]int64{1293, 1247, 1182}, january: true, ranked: true},
		{object: nm, indicator: "technology_contract", source: "科技局", year: 11400, growth: [3]int64{1227, 1191, 1208}, january: true, ranked: true},
		{object: ne, indicator: "tax_relief", source: "税务局", year: 9700, growth: [3]int64{968, 1082, 1117}, january: true},
		{object: nm, indicator: "tax_relief", source: "税务局", year: 4200, growth: [3]int64{1054, 1071, 1083}, january: true},
	}
}

// otherSeries are a second source kept as a check (核对), and rows of regions
// and departments, which never enter a chain's total.
func otherSeries() []series {
	ne, nm := chainName(energy), chainName(materials)
	const office = "县经开区管委会"
	y25, y26 := ym(2025, 1), ym(2026, 1)
	return []series{
		{object: ne, indicator: "output", source: "统计局", year: 1694000, growth: [3]int64{884, 1018, 1124}, from: y26},
		{object: nm, indicator: "output", source: "统计局", year: 644000, growth: [3]int64{1072, 1064, 1087}, from: y26},
		{object: "示例县", indicator: "revenue", source: "工信局", year: 3486000, growth: [3]int64{958, 1047, 1086}},
		{object: devZone, chain: ne, indicator: "fixed_investment", source: "工信局", year: 121000, growth: [3]int64{1140, 1080, 896}, from: y25},
		{object: solarPark, chain: ne, indicator: "fixed_investment", source: "工信局", year: 51500, growth: [3]int64{1160, 1070, 913}, from: y25},
		{object: devZone, chain: nm, indicator: "fixed_investment", source: "工信局", year: 22300, growth: [3]int64{1050, 1100, 1098}, from: y25},
		{object: copperPark, chain: nm, indicator: "fixed_investment", source: "工信局", year: 58200, growth: [3]int64{1070, 1130, 1112}, from: y25},
		{object: office, chain: ne, indicator: "technical_upgrade", source: "工信局", year: 38600, growth: [3]int64{1120, 1100, 1070}, from: y26, january: true},
		{object: office, chain: nm, indicator: "technical_upgrade", source: "工信局", year: 14900, growth: [3]int64{1080, 1060, 1110}, from: y26, january: true},
		{object: "县科技局", chain: ne, indicator: "technology_contract", source: "科技局", year: 17100, growth: [3]int64{1290, 1240, 1190}, from: y26, january: true},
	}
}

// inMonth is one calendar month of the series.
func (s series) inMonth(m month) amount {
	value := amount(divide(s.year*int64(unit), 12)).times(season(m))
	for year := simulated + 1; year <= m.year(); year++ {
		value = value.times(s.growth[min(year-simulated, 3)-1])
	}
	return value.times(spread(28, "series", s.object, s.chain, s.indicator, s.source, m.String()))
}

// cumulative sums January to m; things that are counted come whole.
func (s series) cumulative(m month) amount {
	var sum amount
	for each := m.january(); each <= m; each++ {
		sum += s.inMonth(each)
	}
	if s.indicator == "technology_loan_firms" {
		return sum.whole()
	}
	return sum
}
