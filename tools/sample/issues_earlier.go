package main

// How content the enterprise was when it was visited again (满意度).
const content, fairly, unhappy = "满意", "基本满意", "不满意"

// earlierIssues were raised in 2025 and are closed.
func earlierIssues() []issue {
	return []issue{
		{
			firm: "li-can/1", category: inputs, content: "春节后返岗率偏低，冲压、注塑岗位缺工约60人", origin: fromVisit,
			path: "提出 2025-03-13 交办 2025-03-17 办结 2025-04-02 回访 2025-04-09 销号 2025-04-11", lead: "县人社局", support: "县经开区管委会", limit: 15,
			state: closedState, progress: "组织两场专场招聘，到岗52人", mood: content,
		},
		{
			firm: "cu-wire/1", category: policyAid, content: "技改设备补贴申报两年未兑现", origin: fromVisit,
			path: "提出 2025-03-27 交办 2025-03-31 办结 2025-05-08 回访 2025-05-15 销号 2025-05-19", lead: "县财政局", support: "县工信局", limit: 30,
			state: closedState, progress: "省级切块资金到县后分两批拨付", mood: content,
		},
		{
			firm: "si-metal/1", category: inputs, content: "枯水期电价上浮，单吨成本增加约900元", origin: fromVisit,
			path: "提出 2025-05-15 交办 2025-05-19 办结 2025-07-08 回访 2025-07-15 销号 2025-07-18", lead: "县供电公司", support: "县发改委", limit: 30,
			state: closedState, progress: "协助签订中长期直购电合同，覆盖七成用电量", mood: fairly,
		},
		{
			firm: "pv-cell/1", category: market, content: "电池片库存高，希望对接县内组件企业就近配套", origin: fromVisit,
			path: "提出 2025-06-12 交办 2025-06-16 办结 2025-07-04 回访 2025-07-10 销号 2025-07-11", lead: "县工信局", limit: 15,
			state: closedState, progress: "与两户组件企业签订季度供货协议", mood: content,
		},
		{
			firm: "pv-module/3", project: "轻质光伏组件项目", category: approval, content: "竣工联合验收资料反复补正，影响产权办理", origin: fromTalk,
			path: "提出 2025-07-17 交办 2025-07-18 办结 2025-07-30 回访 2025-08-06 销号 2025-08-07", lead: "县住建局", support: "县自然资源局", limit: 10,
			state: closedState, progress: "一次性告知清单，联合验收通过", mood: content,
		},
		{
			firm: "cu-recycle/1", category: policyAid, content: "再生铜收购进项抵扣凭证不足，税负偏高", origin: fromVisit,
			path: "提出 2025-08-14 交办 2025-08-18 办结 2025-09-26 回访 2025-10-10 销号 2025-10-14", lead: "县税务局", limit: 30,
			state: closedState, progress: "辅导开通反向开票", mood: content,
		},
		{
			firm: "pv-film/1", project: "光伏胶膜扩产项目", category: market, content: "组件价格下行，扩产设备采购暂缓，已供土地如何处置", origin: fromVisit,
			path: "提出 2025-10-23 交办 2025-10-27 办结 2025-12-05 回访 2025-12-16 销号 2025-12-18", lead: "县经开区管委会", support: "县自然资源局", limit: 30,
			state: closedState, progress: "签订补充协议，建设期顺延一年", mood: fairly,
		},
		{
			firm: "cu-cathode/1", category: safety, content: "冶炼烟气在线监测设备改造期间执法检查频次高", origin: fromVisit,
			path: "提出 2025-11-20 交办 2025-11-24 办结 2025-12-10 回访 2025-12-17 销号 2025-12-19", lead: "县生态环境局", limit: 15,
			state: closedState, progress: "纳入综合查一次，改造期间以远程核查为主", mood: content,
		},
	}
}
