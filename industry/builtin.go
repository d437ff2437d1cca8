package industry

// builtInIndicators are the indicators of the workbook contract, "Built-in
// indicators": they exist before any workbook is imported. A county's 指标 sheet
// may change them and add its own.
var builtInIndicators = [...]Indicator{
	{Code: "revenue", Name: "营业收入", Unit: "万元", Basis: Comparable, MainSource: "工信局"},
	{Code: "profit", Name: "利润总额", Unit: "万元", Basis: Comparable, MainSource: "工信局"},
	{Code: "tax", Name: "税收", Unit: "万元", January: true, Basis: Comparable, MainSource: "税务局"},
	{Code: "output", Name: "工业总产值", Unit: "万元", January: true, Basis: Comparable, MainSource: "工信局"},
	{Code: "value_added_growth", Name: "工业增加值增速", Unit: "%", Period: "比率", January: true, Basis: Published, MainSource: "统计局"},
	{Code: "electricity", Name: "工业用电量", Unit: "万千瓦时", January: true, Basis: Comparable, MainSource: "供电公司"},
	{Code: "fixed_investment", Name: "工业投资", Unit: "万元", Basis: Comparable, MainSource: "工信局"},
	{Code: "technical_upgrade", Name: "技改投资", Unit: "万元", January: true, Basis: Comparable, MainSource: "工信局"},
	{Code: "rnd_expense", Name: "研发费用", Unit: "万元", Basis: Comparable, MainSource: "科技局"},
	{Code: "rnd_gerd", Name: "全社会研发投入", Unit: "万元", Frequency: "年", January: true, Basis: Comparable, MainSource: "统计局"},
	{Code: "employees", Name: "从业人员", Unit: "人", Period: "时点", January: true, Basis: Comparable, MainSource: "工信局"},
	{Code: "technology_loan", Name: "科贷通放款", Unit: "万元", January: true, Basis: Comparable, MainSource: "科技局"},
	{Code: "technology_loan_firms", Name: "科贷通户数", Unit: "户", January: true, Basis: Comparable, MainSource: "科技局"},
	{Code: "technology_contract", Name: "技术合同成交额", Unit: "万元", January: true, Basis: Comparable, MainSource: "科技局"},
	{Code: "tax_relief", Name: "减免税额", Unit: "万元", January: true, Basis: Comparable, MainSource: "税务局"},
	{Code: "signed_projects", Name: "新签约项目数", Unit: "个", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "signed_contract", Name: "新签约合同资金", Unit: "万元", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "arrived_funds", Name: "实际到位资金", Unit: "万元", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "started_projects", Name: "新开工项目", Unit: "个", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "operating_projects", Name: "新投产项目", Unit: "个", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "new_above_scale", Name: "新入规企业", Unit: "户", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "above_scale", Name: "规上企业数", Unit: "户", Period: "时点", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "high_tech", Name: "高新技术企业数", Unit: "户", Period: "时点", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "tech_sme", Name: "科技型中小企业数", Unit: "户", Period: "时点", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "gazelle", Name: "瞪羚企业数", Unit: "户", Period: "时点", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "rnd_coverage", Name: "有研发活动企业占比", Unit: "%", Period: "比率", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "issue_closing", Name: "问题办结率", Unit: "%", Period: "比率", January: true, Basis: Nominal, MainSource: "链长办"},
	{Code: "visit_coverage", Name: "走访覆盖率", Unit: "%", Period: "比率", January: true, Basis: Nominal, MainSource: "链长办"},
}

// BuiltInIndicators returns the records of the built-in indicators, in the order
// in which tables show them.
func BuiltInIndicators() []Record {
	records := make([]Record, len(builtInIndicators))
	for i, b := range builtInIndicators {
		r := NewRecord(IndicatorRegister)
		r.Set("code", b.Code)
		r.Set("name", b.Name)
		r.Set("unit", b.Unit)
		r.Set("frequency", orElse(b.Frequency, "月"))
		r.Set("period", orElse(b.Period, "累计"))
		r.Set("january", "无")
		if b.January {
			r.Set("january", "有")
		}
		r.Set("basis", string(b.Basis))
		r.Set("main_source", b.MainSource)
		r.Set("direction", "越高越好")
		records[i] = r
	}
	return records
}
