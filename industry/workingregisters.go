package industry

// TechnologyRegister is 技术路线: what a segment is to be able to do, by when.
var TechnologyRegister = &Register{Noun: "technology", Sheet: "技术路线", Label: "技术", Aliases: []string{"技术路线图"}, Fields: []Field{
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Key: true, Required: true, Aliases: []string{"所属产业链"}},
	{Name: "环节", Column: "segment", Kind: Reference, Refers: "segment", Key: true, Required: true, Aliases: []string{"所属环节", "产业链环节"}},
	{Name: "技术", Column: "name", Kind: Text, Key: true, Required: true, Aliases: []string{"技术名称", "关键技术"}},
	{Name: "阶段", Column: "stage", Kind: Choice, Choices: []string{"研发", "中试", "量产"}},
	{Name: "水平", Column: "level", Kind: Choice, Choices: []string{"领跑", "并跑", "跟跑", "空白"}, Aliases: []string{"技术水平"}},
	{Name: "起始年", Column: "start_year", Kind: YearField, Required: true, Aliases: []string{"起始年份"}},
	{Name: "目标年", Column: "target_year", Kind: YearField, Required: true, Aliases: []string{"目标年份"}},
	{Name: "目标", Column: "goal", Kind: Text},
	{Name: "里程碑", Column: "milestones", Kind: Text, Note: "如 2026-06:中试；2027:量产"},
	{Name: "牵头企业", Column: "lead_enterprise", Kind: Reference, Refers: "enterprise"},
	{Name: "合作单位", Column: "partners", Kind: Text, Many: true},
	{Name: "攻关平台", Column: "platform", Kind: Text},
	{Name: "责任单位", Column: "department", Kind: Text, Many: true},
}}

// ApplicationRegister is 应用领域: where the products of a segment are used.
var ApplicationRegister = &Register{Noun: "application", Sheet: "应用领域", Label: "应用", Aliases: []string{"应用领域图"}, Fields: []Field{
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Key: true, Required: true, Aliases: []string{"所属产业链"}},
	{Name: "环节", Column: "segment", Kind: Reference, Refers: "segment", Key: true, Required: true, Aliases: []string{"所属环节", "产业链环节"}},
	{Name: "应用领域", Column: "field", Kind: Text, Key: true, Required: true, Aliases: []string{"领域"}},
	{Name: "应用场景", Column: "scenario", Kind: Text, Key: true, Aliases: []string{"场景"}},
	{Name: "代表企业", Column: "enterprises", Kind: Reference, Refers: "enterprise", Many: true},
	{Name: "占比", Column: "share", Kind: Percentage, Unit: "%"},
	{Name: "备注", Column: "note", Kind: Text},
}}

// ArrivalRegister is 资金到位: the ledger of funds that arrived.
var ArrivalRegister = &Register{Noun: "arrival", Sheet: "资金到位", Label: "到位资金", Fields: []Field{
	{Name: "项目编码", Column: "project", Kind: Reference, Refers: "project", Key: true, Required: true, Aliases: []string{"项目", "项目名称"}},
	{Name: "日期", Column: "on_date", Kind: DateField, Key: true, Required: true, Aliases: []string{"到位日期", "到账日期"}},
	{Name: "序号", Column: "sequence", Kind: Number, Key: true, Default: "1", Note: "同一项目同一天的第几笔，留空为 1"},
	{Name: "金额", Column: "amount", Kind: Money, Unit: "万元", Required: true, Private: true, Aliases: []string{"到位金额", "到位资金"}},
	{Name: "类型", Column: "kind", Kind: Choice, Choices: []string{"固定资产", "流动资金"}, Aliases: []string{"资金类型"}},
	{Name: "凭证", Column: "evidence", Kind: Text, Private: true},
}}

// ClusterRegister is 集群清单.
var ClusterRegister = &Register{Noun: "cluster", Sheet: "集群清单", Label: "集群", Aliases: []string{"集群"}, Fields: []Field{
	{Name: "名称", Column: "name", Kind: Text, Key: true, Required: true, Aliases: []string{"集群名称"}},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Aliases: []string{"所属产业链"}},
	{Name: "级别", Column: "level", Kind: Text},
	{Name: "区域", Column: "region", Kind: Reference, Refers: "region", Aliases: []string{"所在区域", "所在园区"}},
	{Name: "主导产业", Column: "industry", Kind: Text},
	{Name: "面积", Column: "area", Kind: Number, Unit: "亩"},
	{Name: "标准厂房面积", Column: "workshop_area", Kind: Number, Unit: "万平方米"},
	{Name: "已入驻企业", Column: "settled", Kind: Number, Unit: "户"},
	{Name: "企业数", Column: "enterprises", Kind: Number, Unit: "户"},
	{Name: "规上企业数", Column: "above_scale", Kind: Number, Unit: "户"},
	{Name: "营业收入", Column: "revenue", Kind: Money, Unit: "万元"},
	{Name: "税收", Column: "tax", Kind: Money, Unit: "万元"},
	{Name: "公共平台", Column: "platforms", Kind: Text, Many: true},
	{Name: "目标", Column: "goal", Kind: Text},
}}

// PlatformRegister is 平台清单: laboratories, centres and the like.
var PlatformRegister = &Register{Noun: "platform", Sheet: "平台清单", Label: "平台", Aliases: []string{"平台"}, Fields: []Field{
	{Name: "名称", Column: "name", Kind: Text, Key: true, Required: true, Aliases: []string{"平台名称"}},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Aliases: []string{"所属产业链"}},
	{Name: "环节", Column: "segment", Kind: Reference, Refers: "segment", Aliases: []string{"所属环节", "产业链环节"}},
	{Name: "类型", Column: "type", Kind: Text},
	{Name: "级别", Column: "level", Kind: Text},
	{Name: "依托单位", Column: "host", Kind: Text},
	{Name: "认定日期", Column: "recognised_on", Kind: DateField, Aliases: []string{"认定时间"}},
	{Name: "有效期至", Column: "valid_until", Kind: DateField},
}}

// IssueRegister is 问题清单: what enterprises raised and how it was closed.
var IssueRegister = &Register{Noun: "issue", Sheet: "问题清单", Label: "问题", Aliases: []string{"问题"}, Fields: []Field{
	{Name: "编号", Column: "code", Kind: Code, Key: true, Aliases: []string{"问题编号"}, Note: "留空则自动编号"},
	{Name: "企业", Column: "enterprise", Kind: Reference, Refers: "enterprise", Aliases: []string{"企业名称", "单位名称"}},
	{Name: "项目", Column: "project", Kind: Reference, Refers: "project", Aliases: []string{"项目名称"}},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Aliases: []string{"所属产业链"}},
	{Name: "类别", Column: "category", Kind: Choice, Choices: []string{"生产要素", "政策扶持", "审批服务", "产业发展", "安全环保", "其他"}, Aliases: []string{"问题类别"}},
	{Name: "内容", Column: "content", Kind: Text, Required: true, Aliases: []string{"问题内容", "问题", "企业问题诉求"}},
	{Name: "来源", Column: "origin", Kind: Text, Aliases: []string{"问题来源"}},
	{Name: "提出日期", Column: "raised_on", Kind: DateField, Required: true, Aliases: []string{"提出时间"}},
	{Name: "主办单位", Column: "lead_department", Kind: Text, Aliases: []string{"交办单位", "责任单位"}},
	{Name: "协办单位", Column: "support_departments", Kind: Text, Many: true},
	{Name: "交办日期", Column: "assigned_on", Kind: DateField, Aliases: []string{"交办时间"}},
	{Name: "办理时限", Column: "limit_days", Kind: Number, Unit: "工作日"},
	{Name: "状态", Column: "state", Kind: Choice, Choices: []string{"登记", "研判", "交办", "办理中", "申请延期", "办结待核", "回访", "退回重办", "销号"}, Aliases: []string{"办理状态"}},
	{Name: "督办", Column: "supervised", Kind: YesNo, Aliases: []string{"是否督办"}},
	{Name: "办理进展", Column: "progress", Kind: Text, Aliases: []string{"进展", "当前进展情况"}},
	{Name: "办结日期", Column: "handled_on", Kind: DateField, Aliases: []string{"办结时间"}},
	{Name: "回访日期", Column: "revisited_on", Kind: DateField, Aliases: []string{"回访时间"}},
	{Name: "满意度", Column: "satisfaction", Kind: Choice, Choices: []string{"满意", "基本满意", "不满意"}},
	{Name: "销号日期", Column: "closed_on", Kind: DateField, Aliases: []string{"销号时间"}},
}}

// PolicyRegister is 政策清单. A policy without a document number goes by its name.
var PolicyRegister = &Register{Noun: "policy", Sheet: "政策清单", Label: "政策", Aliases: []string{"政策"}, Fields: []Field{
	{Name: "文号", Column: "code", Kind: Text, Key: true, KeyElse: "name", Aliases: []string{"发文字号"}, Note: "留空则按名称识别"},
	{Name: "名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"政策名称", "文件名", "文件名称"}},
	{Name: "产业链", Column: "chains", Kind: Reference, Refers: "chain", Many: true, Aliases: []string{"所属产业链"}, Note: "留空为适用于全部产业链"},
	{Name: "发布机关", Column: "issuer", Kind: Text, Aliases: []string{"发文机关"}},
	{Name: "层级", Column: "level", Kind: Choice, Choices: []string{"国家", "省", "市", "县"}},
	{Name: "发布日期", Column: "issued_on", Kind: DateField, Aliases: []string{"发文日期"}},
	{Name: "有效期至", Column: "valid_until", Kind: DateField},
	{Name: "适用环节", Column: "segments", Kind: Reference, Refers: "segment", Many: true},
	{Name: "条款", Column: "clauses", Kind: Text, Aliases: []string{"主要条款"}},
	{Name: "主管部门", Column: "department", Kind: Text},
	{Name: "兑现情况", Column: "fulfilment", Kind: Text},
	{Name: "公平竞争审查", Column: "fair_competition", Kind: Choice, Choices: []string{"已审", "待审", "不适用"}},
}}

// VisitRegister is 走访记录: who visited which enterprise, and what it brought.
var VisitRegister = &Register{Noun: "visit", Sheet: "走访记录", Label: "走访", Fields: []Field{
	{Name: "日期", Column: "on_date", Kind: DateField, Key: true, Required: true, Aliases: []string{"走访日期"}},
	{Name: "企业", Column: "enterprise", Kind: Reference, Refers: "enterprise", Key: true, Required: true, Aliases: []string{"企业名称", "单位名称"}},
	{Name: "带队领导", Column: "leader", Kind: Text},
	{Name: "参加单位", Column: "departments", Kind: Text, Many: true},
	{Name: "意见建议", Column: "advice", Kind: Text, Private: true},
	{Name: "问题编号", Column: "issues", Kind: Reference, Refers: "issue", Many: true},
}}

// EventRegister is 招商活动.
var EventRegister = &Register{Noun: "event", Sheet: "招商活动", Label: "招商活动", Fields: []Field{
	{Name: "名称", Column: "name", Kind: Text, Key: true, Required: true, Aliases: []string{"活动名称"}},
	{Name: "日期", Column: "on_date", Kind: DateField, Key: true, Required: true, Aliases: []string{"活动日期"}},
	{Name: "地点", Column: "place", Kind: Text},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Aliases: []string{"所属产业链"}},
	{Name: "签约项目数", Column: "signed_projects", Kind: Number, Unit: "个"},
	{Name: "签约金额", Column: "signed_amount", Kind: Money, Unit: "万元"},
	{Name: "参加企业", Column: "attendees", Kind: Text, Many: true},
	{Name: "纪要", Column: "minutes", Kind: Text},
}}

// DecisionRegister is 议定事项: what a meeting decided and who does it by when.
var DecisionRegister = &Register{Noun: "decision", Sheet: "议定事项", Label: "议定事项", Fields: []Field{
	{Name: "编号", Column: "code", Kind: Code, Key: true, Aliases: []string{"事项编号"}, Note: "留空则自动编号"},
	{Name: "会议", Column: "meeting", Kind: Text, Required: true, Aliases: []string{"会议名称"}},
	{Name: "事项", Column: "content", Kind: Text, Required: true, Aliases: []string{"议定事项", "内容"}},
	{Name: "涉及", Column: "subjects", Kind: SubjectField, Many: true, Note: SubjectHint},
	{Name: "牵头单位", Column: "lead_department", Kind: Text, Required: true},
	{Name: "配合单位", Column: "support_departments", Kind: Text, Many: true},
	{Name: "时限", Column: "due", Kind: DateField, Required: true, Aliases: []string{"完成时限"}},
	{Name: "督办", Column: "supervised", Kind: YesNo, Aliases: []string{"是否督办"}},
	{Name: "进展", Column: "progress", Kind: Text},
	{Name: "状态", Column: "state", Kind: Choice, Choices: []string{"办理中", "已完成", "延期"}},
	{Name: "完成日期", Column: "completed_on", Kind: DateField},
}}

// ProspectStates are the states of 招商目标 in the order in which a contact goes on.
func ProspectStates() []string {
	return []string{"未联系", "已联系", "在谈", "已签约", "暂缓"}
}

// ProspectRegister is 招商目标: whom the office means to win for a segment. The
// sheet is ours, beyond the workbook contract.
var ProspectRegister = &Register{Noun: "prospect", Sheet: "招商目标", Label: "招商目标", Aliases: []string{"目标企业", "招商目标清单"}, Fields: []Field{
	{Name: "编号", Column: "code", Kind: Code, Key: true, Aliases: []string{"目标编号"}, Note: "留空则自动编号"},
	{Name: "产业链", Column: "chain", Kind: Reference, Refers: "chain", Required: true, Aliases: []string{"所属产业链"}},
	{Name: "环节", Column: "segment", Kind: Reference, Refers: "segment", Required: true, Aliases: []string{"所属环节", "产业链环节"}},
	{Name: "名称", Column: "name", Kind: Text, Required: true, Aliases: []string{"目标企业", "企业名称", "机构名称", "单位名称"}},
	{Name: "所在省", Column: "province", Kind: Text},
	{Name: "所在市", Column: "city", Kind: Text},
	{Name: "联系状态", Column: "state", Kind: Choice, Choices: ProspectStates(), Note: "留空按未联系"},
	{Name: "联系单位", Column: "department", Kind: Text, Aliases: []string{"责任单位", "对接单位"}},
	{Name: "联系人", Column: "contact", Kind: Text, Private: true},
	{Name: "联系电话", Column: "phone", Kind: Text, Private: true, Aliases: []string{"电话", "手机"}},
	{Name: "拟投方向", Column: "direction", Kind: Text, Aliases: []string{"投资方向"}},
	{Name: "项目", Column: "project", Kind: Reference, Refers: "project", Aliases: []string{"项目名称", "项目编码"}, Note: "谈成后登记的项目"},
	{Name: "备注", Column: "note", Kind: Text},
}}
