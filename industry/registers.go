package industry

// Registers returns the registers of the workbook in the order in which they
// are imported: what is referred to comes before what refers to it. The sheet
// and field names are the workbook contract and are relied upon by others.
func Registers() []*Register {
	return []*Register{
		ChainRegister, RegionRegister, SegmentRegister, EnterpriseRegister, LeadershipRegister,
		TechnologyRegister, ApplicationRegister, ProjectRegister, ArrivalRegister, ClusterRegister, PlatformRegister,
		IssueRegister, PolicyRegister, IndicatorRegister, ReportRegister, TargetRegister,
		VisitRegister, EventRegister, DecisionRegister, ProspectRegister,
	}
}

// RegisterOf returns the register with this noun, or nil.
func RegisterOf(noun string) *Register {
	for _, g := range Registers() {
		if g.Noun == noun {
			return g
		}
	}
	return nil
}

// ChainRegister is 产业链.
var ChainRegister = &Register{Noun: "chain", Sheet: "产业链", Label: "产业链", Fields: []Field{
	{Name: "编码", Column: "code", Kind: Code, Key: true, Required: true, Aliases: []string{"产业链编码", "链编码"}, Note: "字母、数字和 . _ -，最多 32 位；all 保留"},
	{Name: "名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"产业链名称", "产业链"}},
	{Name: "地区", Column: "area", Kind: Text},
	{Name: "版本", Column: "edition", Kind: Text},
	{Name: "首位产业", Column: "lead_industry", Kind: YesNo},
	{Name: "牵头单位", Column: "lead_department", Kind: Text, Many: true, Note: "多个单位用“、”分隔"},
	{Name: "简介", Column: "summary", Kind: Text, Aliases: []string{"备注"}},
}}

// LeadershipRegister is 链长制: who leads, assists and serves a chain, with tenure.
var LeadershipRegister = &Register{Noun: "leadership", Sheet: "链长制", Label: "任职", Fields: []Field{
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Key: true, Required: true, Aliases: []string{"产业链名称", "产业链编码"}},
	{Name: "角色", Column: "role", Kind: Choice, Key: true, Required: true, Choices: []string{"总链长", "链长", "副链长", "链长办", "牵头单位", "责任单位", "成员单位", "联络员"}},
	{Name: "姓名或单位", Column: "name", Kind: Text, Key: true, Required: true, Aliases: []string{"姓名", "单位", "姓名/单位"}},
	{Name: "职务", Column: "title", Kind: Text},
	{Name: "任职起", Column: "since", Kind: DateField, Aliases: []string{"任职开始", "起始日期"}},
	{Name: "任职止", Column: "until", Kind: DateField, Aliases: []string{"任职结束", "截止日期"}},
}}

// RegionRegister is 区域: administrative divisions and parks.
var RegionRegister = &Register{Noun: "region", Sheet: "区域", Label: "区域", Fields: []Field{
	{Name: "编码", Column: "code", Kind: Code, Key: true, Required: true, Aliases: []string{"区域编码", "行政区划代码"}},
	{Name: "名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"区域名称"}},
	{Name: "类型", Column: "type", Kind: Choice, Required: true, Choices: []string{"国家", "省", "市", "县", "乡镇", "街道", "园区"}},
	{Name: "上级", Column: "parent", Kind: Reference, Refers: "region", Aliases: []string{"上级区域"}},
	{Name: "级别", Column: "level", Kind: Choice, Choices: []string{"国家级", "省级", "市级", "县级"}},
	{Name: "经度", Column: "longitude", Kind: Number, Unit: "°"},
	{Name: "纬度", Column: "latitude", Kind: Number, Unit: "°"},
}}

// SegmentRegister is 环节: the links of a chain and what they feed.
var SegmentRegister = &Register{Noun: "segment", Sheet: "环节", Label: "环节", Fields: []Field{
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Key: true, Required: true, Aliases: []string{"产业链名称", "产业链编码"}},
	{Name: "编码", Column: "code", Kind: Code, Key: true, Required: true, Aliases: []string{"环节编码"}},
	{Name: "名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"环节名称", "环节"}},
	{Name: "细分链", Column: "branch", Kind: Text, Aliases: []string{"细分产业链", "子链"}},
	{Name: "位置", Column: "position", Kind: Choice, Required: true, Choices: []string{"上游", "中游", "下游"}},
	{Name: "上级环节", Column: "parent", Kind: Reference, Refers: "segment"},
	{Name: "下游环节", Column: "feeds", Kind: Reference, Refers: "segment", Many: true, Note: "本环节的产品供给哪些环节；多个用“、”分隔"},
	{Name: "诊断", Column: "diagnosis", Kind: Choice, Choices: []string{"优势", "正常", "短链", "断链", "弱链"}, Note: "留空则按规则计算"},
	{Name: "诊断理由", Column: "diagnosis_reason", Kind: Text},
	{Name: "对策", Column: "remedy", Kind: Choice, Choices: []string{"强链", "补链", "延链", "固链"}},
	{Name: "排序", Column: "position_order", Kind: Number},
}}

// EnterpriseRegister is 企业清单.
var EnterpriseRegister = &Register{Noun: "enterprise", Sheet: "企业清单", Label: "企业", Aliases: []string{"企业"}, Fields: []Field{
	{Name: "统一社会信用代码", Column: "code", Kind: CreditCode, Key: true, Required: true, Aliases: []string{"信用代码", "社会信用代码", "统一信用代码"}},
	{Name: "企业名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"单位名称", "企业", "名称", "企业全称", "单位详细名称"}},
	{Name: "产业链", Column: "chains", Kind: Reference, Refers: "chain", Many: true, Required: true, Primary: "chain", Aliases: []string{"所属产业链"}, Note: "第一个为主链，数据只计入主链"},
	{Name: "环节", Column: "segments", Kind: Reference, Refers: "segment", Many: true, Required: true, Primary: "segment", Aliases: []string{"所属环节", "产业链环节"}, Note: "第一个为主环节；别的链的环节写成 链:环节"},
	{Name: "企业角色", Column: "role", Kind: Choice, Choices: []string{"链主", "骨干", "配套"}, Aliases: []string{"角色", "地位"}},
	{Name: "区域", Column: "region", Kind: Reference, Refers: "region", Aliases: []string{"所在区域", "所在园区", "所在园区/乡镇", "所属区域", "所属园区", "所在乡镇"}},
	{Name: "主要产品", Column: "products", Kind: Text, Aliases: []string{"产品"}},
	{Name: "规上", Column: "above_scale", Kind: YesNo, Aliases: []string{"是否规上", "规上企业"}},
	{Name: "入规年月", Column: "entered", Kind: MonthField, Aliases: []string{"入规时间"}},
	{Name: "退规年月", Column: "departed", Kind: MonthField, Aliases: []string{"退规时间"}},
	{Name: "资质", Column: "titles", Kind: Titles, Many: true, Note: "如 高新技术企业:2024-11-01~2027-10-31；专精特新中小企业"},
	{Name: "从业人数", Column: "employees", Kind: Number, Unit: "人", Aliases: []string{"从业人员"}},
	{Name: "联系人", Column: "contact", Kind: Text, Private: true},
	{Name: "联系电话", Column: "phone", Kind: Text, Private: true, Aliases: []string{"电话"}},
	{Name: "包联领导", Column: "sponsor", Kind: Text, Aliases: []string{"包保领导"}},
	{Name: "状态", Column: "status", Kind: Choice, Choices: []string{"在产", "停产", "减产", "在建", "注销"}, Aliases: []string{"生产状态"}},
}}

// ProjectRegister is 项目清单: investments from lead to capacity.
var ProjectRegister = &Register{Noun: "project", Sheet: "项目清单", Label: "项目", Aliases: []string{"项目"}, Fields: []Field{
	{Name: "项目编码", Column: "code", Kind: Code, Key: true, Aliases: []string{"编码"}, Note: "留空时按项目名称＋投资方匹配，否则自动编号"},
	{Name: "项目名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"名称"}},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Required: true, Aliases: []string{"所属产业链"}},
	{Name: "环节", Column: "segment", Kind: Reference, Refers: "segment", Aliases: []string{"所属环节", "产业链环节"}},
	{Name: "链条作用", Column: "remedy", Kind: Choice, Choices: []string{"强链", "补链", "延链", "固链"}, Aliases: []string{"作用"}},
	{Name: "投资方", Column: "investor", Kind: Text, Aliases: []string{"投资单位", "投资企业", "投资主体", "投资商"}},
	{Name: "来源省", Column: "source_province", Kind: Text},
	{Name: "来源市", Column: "source_city", Kind: Text},
	{Name: "业主企业", Column: "owner", Kind: Reference, Refers: "enterprise", Aliases: []string{"业主", "项目业主"}},
	{Name: "区域", Column: "region", Kind: Reference, Refers: "region", Aliases: []string{"所在区域", "落户园区", "所属区域", "所在园区"}},
	{Name: "建设内容", Column: "content", Kind: Text, Aliases: []string{"建设内容及规模", "主要建设内容"}},
	{Name: "总投资", Column: "total_investment", Kind: Money, Unit: "万元", Aliases: []string{"计划总投资", "总投资额"}, Note: "自签约起必填"},
	{Name: "合同资金", Column: "contract_amount", Kind: Money, Unit: "万元", Aliases: []string{"合同金额", "签约资金"}},
	{Name: "币种", Column: "currency", Kind: Choice, Choices: []string{"人民币", "美元"}},
	{Name: "年度计划投资", Column: "year_plan", Kind: Money, Unit: "万元", Aliases: []string{"年度投资计划"}},
	{Name: "累计完成投资", Column: "invested", Kind: Money, Unit: "万元", Aliases: []string{"完成投资", "累计投资", "已完成投资"}},
	{Name: "协议类型", Column: "agreement", Kind: Choice, Choices: []string{"框架协议", "正式合同"}},
	{Name: "线索日期", Column: "lead_on", Kind: DateField},
	{Name: "在谈日期", Column: "negotiating_on", Kind: DateField},
	{Name: "框架协议日期", Column: "framework_on", Kind: DateField},
	{Name: "签约日期", Column: "signed_on", Kind: DateField, Aliases: []string{"签约时间"}, Note: "正式合同的日期；协议类型为框架协议时按框架协议日期读取"},
	{Name: "注册日期", Column: "registered_on", Kind: DateField, Aliases: []string{"注册时间"}},
	{Name: "备案日期", Column: "filed_on", Kind: DateField, Aliases: []string{"备案时间"}},
	{Name: "供地日期", Column: "landed_on", Kind: DateField, Aliases: []string{"供地时间"}},
	{Name: "开工日期", Column: "started_on", Kind: DateField, Aliases: []string{"开工时间"}},
	{Name: "竣工日期", Column: "completed_on", Kind: DateField, Aliases: []string{"竣工时间"}},
	{Name: "投产日期", Column: "operating_on", Kind: DateField, Aliases: []string{"投产时间"}},
	{Name: "入规日期", Column: "enlisted_on", Kind: DateField, Aliases: []string{"入规时间"}},
	{Name: "达产日期", Column: "at_capacity_on", Kind: DateField, Aliases: []string{"达产时间"}},
	{Name: "暂停日期", Column: "suspended_on", Kind: DateField},
	{Name: "终止日期", Column: "terminated_on", Kind: DateField},
	{Name: "计划开工", Column: "planned_start", Kind: DateField, Aliases: []string{"计划开工日期"}},
	{Name: "计划竣工", Column: "planned_completion", Kind: DateField, Aliases: []string{"计划竣工日期"}},
	{Name: "计划投产", Column: "planned_operation", Kind: DateField, Aliases: []string{"计划投产日期"}},
	{Name: "原项目", Column: "origin", Kind: Reference, Refers: "project", Note: "增资或二期项目所属的原项目"},
	{Name: "责任单位", Column: "department", Kind: Text, Many: true, Aliases: []string{"责任部门"}},
	{Name: "包联领导", Column: "sponsor", Kind: Text, Aliases: []string{"县领导", "包保领导"}},
	{Name: "形象进度", Column: "progress", Kind: Text},
	{Name: "存在问题", Column: "problems", Kind: Text},
}}

// IndicatorRegister is 指标: what is dispatched, its unit, calendar and basis of growth.
var IndicatorRegister = &Register{Noun: "indicator", Sheet: "指标", Label: "指标", Fields: []Field{
	{Name: "编码", Column: "code", Kind: Code, Key: true, Required: true, Aliases: []string{"指标编码"}},
	{Name: "名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"指标名称", "指标"}},
	{Name: "单位", Column: "unit", Kind: Text, Required: true, Aliases: []string{"计量单位"}},
	{Name: "频率", Column: "frequency", Kind: Choice, Choices: []string{"月", "季", "年"}},
	{Name: "时期类型", Column: "period", Kind: Choice, Choices: []string{"累计", "时点", "比率"}},
	{Name: "元月数据", Column: "january", Kind: Choice, Choices: []string{"有", "无"}},
	{Name: "增速口径", Column: "basis", Kind: Choice, Choices: []string{"同口径", "可比价直报", "名义"}},
	{Name: "主来源", Column: "main_source", Kind: Text},
	{Name: "方向", Column: "direction", Kind: Choice, Choices: []string{"越高越好", "越低越好"}},
	{Name: "起始月", Column: "since", Kind: MonthField},
}}

// ReportRegister is 月度调度: one figure of one object, month, indicator and source.
var ReportRegister = &Register{Noun: "report", Sheet: "月度调度", Label: "月度数据", Aliases: []string{"调度"}, Fields: []Field{
	{Name: "月份", Column: "month", Kind: MonthField, Key: true, Required: true, Aliases: []string{"年月", "报告期", "月度"}},
	{Name: "对象", Column: "object", Kind: Object, Key: true, Required: true, Aliases: []string{"统一社会信用代码", "信用代码", "企业名称", "单位名称"}},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Key: true, Aliases: []string{"所属产业链"}},
	{Name: "指标", Column: "indicator", Kind: Reference, Refers: "indicator", Key: true, Required: true, Aliases: []string{"指标名称"}},
	{Name: "来源部门", Column: "source", Kind: Text, Key: true, Aliases: []string{"数据来源", "来源", "报送部门", "填报部门"}, Note: "留空为该指标的主来源"},
	{Name: "当月", Column: "in_month", Kind: Measure, Aliases: []string{"本月", "当月数", "本月数", "当月值"}},
	{Name: "本年累计", Column: "cumulative", Kind: Measure, Aliases: []string{"累计", "本年累计数", "累计数", "本年累计值"}},
	{Name: "上年同期累计", Column: "base", Kind: Measure, Aliases: []string{"上年同期", "同期累计", "同期数", "去年同期累计", "去年同期", "上年同期数", "去年同期数"}, Note: "按本年名单、本年填报的上年同期数"},
	{Name: "同比", Column: "growth", Kind: Percentage, Unit: "%", Aliases: []string{"同比增速", "累计同比", "同比增长", "同比增幅", "增速"}},
	{Name: "两年前同期累计", Column: "two_years_ago", Kind: Measure},
	{Name: "下月预计", Column: "expected_next", Kind: Measure, Aliases: []string{"下月预计数"}},
	{Name: "全市位次", Column: "rank", Kind: Number, Aliases: []string{"位次", "全市排名", "排名"}},
	{Name: "位次总数", Column: "rank_of", Kind: Number},
	{Name: "数据状态", Column: "status", Kind: Choice, Choices: []string{"快报", "初步", "最终"}},
	{Name: "原因分析", Column: "cause", Kind: Text, Aliases: []string{"原因", "说明"}},
}}

// TargetRegister is 年度目标.
var TargetRegister = &Register{Noun: "target", Sheet: "年度目标", Label: "年度目标", Fields: []Field{
	{Name: "年份", Column: "year", Kind: YearField, Key: true, Required: true, Aliases: []string{"年度"}},
	{Name: "对象", Column: "object", Kind: Object, Key: true, Required: true, Aliases: []string{"企业名称", "单位名称", "统一社会信用代码"}},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Key: true, Aliases: []string{"所属产业链"}},
	{Name: "指标", Column: "indicator", Kind: Reference, Refers: "indicator", Key: true, Required: true, Aliases: []string{"指标名称"}},
	{Name: "目标类型", Column: "kind", Kind: Choice, Key: true, Choices: []string{"总量", "增速", "比率"}, Default: "总量"},
	{Name: "目标值", Column: "value", Kind: Measure, Required: true, Aliases: []string{"目标", "年度目标", "全年目标", "目标任务", "年度任务"}},
	{Name: "一季度", Column: "first_quarter", Kind: Measure},
	{Name: "二季度", Column: "second_quarter", Kind: Measure},
	{Name: "三季度", Column: "third_quarter", Kind: Measure},
	{Name: "四季度", Column: "fourth_quarter", Kind: Measure},
}}
