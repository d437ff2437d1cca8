package main

// indicator is one row of 指标: the built-in ones of the contract.
type indicator struct {
	code, name, unit, frequency, period, january, basis, source, direction, since string
}

func indicators() []indicator {
	const (
		up, more   = "越高越好", "累计"
		same, own  = "同口径", "名义"
		with, none = "有", "无"
		first      = "2024-01"
		firstTwo   = "2024-02" // 1–2月 is the first point
	)
	return []indicator{
		{"revenue", "营业收入", "万元", "月", more, none, same, "工信局", up, firstTwo},
		{"profit", "利润总额", "万元", "月", more, none, same, "工信局", up, firstTwo},
		{"tax", "税收", "万元", "月", more, with, same, "税务局", up, first},
		{"output", "工业总产值", "万元", "月", more, with, same, "工信局", up, first},
		{"value_added_growth", "工业增加值增速", "%", "月", "比率", with, "可比价直报", "统计局", up, firstTwo},
		{"electricity", "工业用电量", "万千瓦时", "月", more, with, same, "供电公司", up, first},
		{"fixed_investment", "工业投资", "万元", "月", more, none, same, "工信局", up, firstTwo},
		{"technical_upgrade", "技改投资", "万元", "月", more, with, same, "工信局", up, first},
		{"rnd_expense", "研发费用", "万元", "月", more, none, same, "科技局", up, firstTwo},
		{"rnd_gerd", "全社会研发投入", "万元", "年", more, with, same, "统计局", up, "2024-12"},
		{"employees", "从业人员", "人", "月", "时点", with, same, "工信局", up, first},
		{"technology_loan", "科贷通放款", "万元", "月", more, with, same, "科技局", up, first},
		{"technology_loan_firms", "科贷通户数", "户", "月", more, with, same, "科技局", up, first},
		{"technology_contract", "技术合同成交额", "万元", "月", more, with, same, "科技局", up, first},
		{"tax_relief", "减免税额", "万元", "月", more, with, same, "税务局", up, first},

		{"signed_projects", "新签约项目数", "个", "月", more, with, own, registerKeeper, up, first},
		{"signed_contract", "新签约合同资金", "万元", "月", more, with, own, registerKeeper, up, first},
		{"arrived_funds", "实际到位资金", "万元", "月", more, with, own, registerKeeper, up, first},
		{"started_projects", "新开工项目", "个", "月", more, with, own, registerKeeper, up, first},
		{"operating_projects", "新投产项目", "个", "月", more, with, own, registerKeeper, up, first},
		{"new_above_scale", "新入规企业", "户", "月", more, with, own, registerKeeper, up, first},
		{"above_scale", "规上企业数", "户", "月", "时点", with, own, registerKeeper, up, first},
		{"high_tech", "高新技术企业数", "户", "月", "时点", with, own, registerKeeper, up, first},
		{"tech_sme", "科技型中小企业数", "户", "月", "时点", with, own, registerKeeper, up, first},
		{"gazelle", "瞪羚企业数", "户", "月", "时点", with, own, registerKeeper, up, first},
		{"rnd_coverage", "有研发活动企业占比", "%", "月", "比率", with, own, registerKeeper, up, firstTwo},
		{"issue_closing", "问题办结率", "%", "月", "比率", with, own, registerKeeper, up, first},
		{"visit_coverage", "走访覆盖率", "%", "月", "比率", with, own, registerKeeper, up, first},
	}
}

// registerKeeper keeps the registers the second group is counted from.
const registerKeeper = "链长办"

func indicatorName(code string) string {
	for _, i := range indicators() {
		if i.code == code {
			return i.name
		}
	}
	panic("sample: no indicator " + code)
}

func indicatorTable() table {
	t := table{
		name: "指标",
		columns: []column{
			{"编码", text, 24},
			{"名称", text, 20},
			{"单位", text, 10},
			{"频率", text, 7},
			{"时期类型", text, 10},
			{"元月数据", text, 10},
			{"增速口径", text, 13},
			{"主来源", text, 11},
			{"方向", text, 11},
			{"起始月", text, 10},
		},
	}
	for _, i := range indicators() {
		t.rows = append(t.rows, []any{i.code, i.name, i.unit, i.frequency, i.period, i.january, i.basis, i.source, i.direction, i.since})
	}
	return t
}
