package main

// yearTargets are a chain's targets for 2024, 2025 and 2026 in the indicator's
// unit (万元, 个, 户); 增速 targets in tenths of a percent.
type yearTargets struct {
	indicator  string
	kind       string
	three      [3]int64
	cumulative [3][3]int64 // quarterly plan, first to third quarter; zero: straight line
}

func targetsOf(chain string) []yearTargets {
	const total, growth = "总量", "增速"
	if chain == energy {
		return []yearTargets{
			{"revenue", total, [3]int64{1700000, 1480000, 1600000}, [3][3]int64{2: {310000, 740000, 1170000}}},
			{indicator: "profit", kind: total, three: [3]int64{90000, 48000, 60000}},
			{indicator: "tax", kind: total, three: [3]int64{46000, 42000, 44000}},
			{indicator: "rnd_expense", kind: total, three: [3]int64{50000, 46000, 54000}},
			{indicator: "rnd_gerd", kind: total, three: [3]int64{50000, 52000, 57000}},
			{indicator: "technology_loan", kind: total, three: [3]int64{10800, 13200, 14500}},
			{indicator: "technology_loan_firms", kind: total, three: [3]int64{36, 42, 46}},
			{indicator: "fixed_investment", kind: total, three: [3]int64{235000, 265000, 280000}},
			{indicator: "value_added_growth", kind: growth, three: [3]int64{80, 70, 90}},
			{indicator: "signed_projects", kind: total, three: [3]int64{8, 8, 12}},
			{indicator: "signed_contract", kind: total, three: [3]int64{260000, 250000, 400000}},
			{indicator: "arrived_funds", kind: total, three: [3]int64{110000, 120000, 150000}},
			{indicator: "started_projects", kind: total, three: [3]int64{5, 6, 6}},
			{indicator: "operating_projects", kind: total, three: [3]int64{1, 3, 5}},
			{indicator: "new_above_scale", kind: total, three: [3]int64{4, 5, 6}},
		}
	}
	return []yearTargets{
		{"revenue", total, [3]int64{680000, 710000, 780000}, [3][3]int64{2: {160000, 355000, 560000}}},
		{indicator: "profit", kind: total, three: [3]int64{25000, 25500, 28000}},
		{indicator: "tax", kind: total, three: [3]int64{16200, 17500, 20000}},
		{indicator: "rnd_expense", kind: total, three: [3]int64{19500, 21000, 22500}},
		{indicator: "rnd_gerd", kind: total, three: [3]int64{17000, 19000, 20500}},
		{indicator: "technology_loan", kind: total, three: [3]int64{6000, 6600, 7500}},
		{indicator: "technology_loan_firms", kind: total, three: [3]int64{21, 24, 26}},
		{indicator: "fixed_investment", kind: total, three: [3]int64{100000, 112000, 120000}},
		{indicator: "value_added_growth", kind: growth, three: [3]int64{70, 80, 90}},
		{indicator: "signed_projects", kind: total, three: [3]int64{4, 4, 5}},
		{indicator: "signed_contract", kind: total, three: [3]int64{120000, 110000, 90000}},
		{indicator: "arrived_funds", kind: total, three: [3]int64{45000, 50000, 60000}},
		{indicator: "started_projects", kind: total, three: [3]int64{2, 3, 3}},
		{indicator: "operating_projects", kind: total, three: [3]int64{1, 2, 2}},
		{indicator: "new_above_scale", kind: total, three: [3]int64{2, 3, 4}},
	}
}

func targetTable() table {
	t := table{
		name: "年度目标",
		columns: []column{
			{"年份", count, 8},
			{"对象", text, 26},
			{"产业链", text, 16},
			{"指标", text, 18},
			{"目标类型", text, 10},
			{"目标值(万元)", money, 16},
			{"一季度(万元)", money, 15},
			{"二季度(万元)", money, 15},
			{"三季度(万元)", money, 15},
			{"四季度(万元)", money, 15},
		},
	}
	for i := range 3 {
		for _, chain := range []string{energy, materials} {
			for _, y := range targetsOf(chain) {
				t.rows = append(t.rows, y.cells(i, chainName(chain)))
			}
		}
	}
	for _, part := range []struct {
		object, chain, indicator string
		value                    int64
	}{
		{devZone, energy, "fixed_investment", 155000},
		{solarPark, energy, "fixed_investment", 66000},
		{devZone, materials, "fixed_investment", 27000},
		{copperPark, materials, "fixed_investment", 74000},
		{"县经开区管委会", energy, "technical_upgrade", 50000},
		{"县经开区管委会", materials, "technical_upgrade", 18000},
		{"县科技局", energy, "technology_contract", 30000},
	} {
		t.rows = append(t.rows, []any{newest().year(), part.object, chainName(part.chain), indicatorName(part.indicator), "总量", amount(part.value) * unit, nil, nil, nil, nil})
	}
	return t
}

// cells is the row of the i-th year; with a quarterly plan the fourth quarter
// is the target itself.
func (y yearTargets) cells(i int, object string) []any {
	value := amount(y.three[i]) * unit
	if y.kind == "增速" {
		value /= 10
	}
	row := []any{firstYear + i, object, nil, indicatorName(y.indicator), y.kind, value}
	plan := y.cumulative[i]
	if plan[2] == 0 {
		return append(row, nil, nil, nil, nil)
	}
	for _, quarter := range plan {
		row = append(row, amount(quarter)*unit)
	}
	return append(row, value)
}
