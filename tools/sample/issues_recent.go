package main

// recentIssues were raised since July 2026: they stand in every state.
func recentIssues() []issue {
	return append(summerIssues(), autumnIssues()...)
}

func summerIssues() []issue {
	return []issue{
		{
			firm: "cu-foil/b1", project: "复合铜箔项目", category: policyAid, content: "进口设备贷款利息高，希望纳入设备更新贴息", origin: fromVisit,
			path: "提出 2026-07-08 交办 2026-07-10 办结 2026-08-19 回访 2026-11-17", lead: "县财政局", support: "县工信局", limit: 30,
			state: "回访", progress: "已列入省级贴息备选名单，企业确认后销号", mood: content,
		},
		{
			firm: "es-sodium/b1", project: "钠离子电池中试及产业化项目", category: approval, content: "中试线安全设施设计审查无先例可循", origin: fromVisit,
			path: "提出 2026-07-15 交办 2026-07-17 办结 2026-08-06 回访 2026-08-12 销号 2026-08-14", lead: "县应急管理局", support: "县科技局", limit: 15,
			state: closedState, progress: "组织专家论证，审查意见已出具", mood: content,
		},
		{
			firm: "es-system/2", category: inputs, content: "夜班用工不足，职工宿舍床位缺60个", origin: fromVisit,
			path: "提出 2026-07-15 交办 2026-07-17 办结 2026-08-05 回访 2026-08-12 销号 2026-08-14", lead: "县人社局", support: "县住建局", limit: 15,
			state: closedState, progress: "调剂白沙镇保障性租赁住房32套", mood: content,
		},
		{
			firm: "li-cell/b1", project: "方形铁锂电芯项目", category: inputs, content: "110千伏专线路由跨河段待批复，影响2027年6月受电", origin: fromVisit,
			path: "提出 2026-07-22 交办 2026-07-24", lead: "县供电公司", support: "县自然资源局、县经开区管委会", limit: 30,
			state: "办理中", supervised: true, progress: "路由方案已报市供电公司，跨河段需补充防洪评价",
		},
		{
			firm: "si-rubber/b1", project: "液体硅橡胶项目", category: approval, content: "施工许可变更后质监手续未衔接，主体封顶后停工待检", origin: fromVisit,
			path: "提出 2026-08-19 交办 2026-08-21 办结 2026-09-09 回访 2026-09-16 销号 2026-09-18", lead: "县住建局", limit: 15,
			state: closedState, progress: "补办手续，9月8日复工", mood: content,
		},
		{
			firm: "es-pcs/2", category: policyAid, content: "首台（套）保险补偿申报条件不符合，已购保险无法兑现", origin: fromVisit,
			path: "提出 2026-09-03 交办 2026-09-07 回访 2026-11-10", lead: "县工信局", limit: 30,
			state: "退回重办", progress: "11月4日书面答复不符合条件，企业要求说明其他支持渠道，退回重办", mood: unhappy,
		},
		{
			firm: "li-fepo4/2", category: approval, content: "由外县迁入，上年同期数核转未完成，影响增速核算", origin: fromVisit,
			path: "提出 2026-09-10 交办 2026-09-14", lead: "县统计局", support: "县工信局", limit: 15,
			state: "申请延期", progress: "原统计机构答复年报前统一核转，10月8日申请延期至2027年1月",
		},
		{
			project: "光伏支架智能制造项目", category: approval, content: "用地组卷缺林地手续，已超计划开工时间", origin: fromMeeting,
			path: "提出 2026-09-15 交办 2026-09-17", lead: "县自然资源局", support: "县经开区管委会", limit: 30,
			state: "办理中", supervised: true, progress: "林地可研已评审，组卷资料补正第二次",
		},
		{
			firm: "cu-strip/2", category: other, content: "园区公交末班车早，二班职工通勤不便", origin: fromVisit,
			path: "提出 2026-09-22 交办 2026-09-24 办结 2026-10-13 回访 2026-11-19", lead: "县交通运输局", limit: 15,
			state: "回访", progress: "10月12日起末班车延至22时30分", mood: fairly,
		},
	}
}

func autumnIssues() []issue {
	return []issue{
		{
			firm: "pv-mount/s1", category: market, content: "产能小、缺订单，希望与新签约支架项目合作", origin: fromVisit,
			path: "提出 2026-10-15 交办 2026-10-19 办结 2026-11-06", lead: "县商务局", support: "县工信局", limit: 15,
			state: "办结待核", progress: "两家企业已签代工意向书",
		},
		{
			firm: "cu-cable/2", category: inputs, content: "铜价上涨占用资金，新增流动资金需求5000万元", origin: fromVisit,
			path: "提出 2026-10-22 交办 2026-10-26", lead: "县政府金融服务中心", limit: 30,
			state: "办理中", progress: "两家银行已现场尽调",
		},
		{
			firm: "li-lfp/4", category: policyAid, content: "研发费用台账不规范，加计扣除被调减", origin: fromVisit,
			path: "提出 2026-10-28 交办 2026-10-30 办结 2026-11-18", lead: "县税务局", support: "县科技局", limit: 15,
			state: "办结待核", progress: "上门辅导两次，更正申报已受理",
		},
		{
			firm: "pv-module/2", category: safety, content: "仓库改造后消防通道占用被责令停用，影响发货", origin: fromHotline,
			path: "提出 2026-11-05 交办 2026-11-09", lead: "县消防救援大队", support: "县应急管理局", limit: 15,
			state: "办理中", progress: "整改方案已审，正在施工",
		},
		{
			firm: "es-bms/s1", category: policyAid, content: "希望用科技创新券支付检测费", origin: fromVisit,
			path: "提出 2026-11-11 交办 2026-11-13", lead: "县科技局", limit: 15, state: "交办",
		},
		{
			firm: "cu-efoil/1", category: inputs, content: "蒸汽管网压力不稳，电解工序停机两次", origin: fromTalk,
			path: "提出 2026-11-12 交办 2026-11-16", lead: "县经开区管委会", support: "县住建局", limit: 15, state: "交办",
		},
		{
			firm: "si-parts/2", category: market, content: "希望进入县内储能企业密封件供应链", origin: fromTalk,
			path: "提出 2026-11-12", lead: "县工信局", state: "研判",
		},
		{
			firm: "li-anode/b1", project: "人造石墨负极一体化项目", category: inputs, content: "石墨化炉投运后最大负荷申报需调增", origin: fromHotline,
			path: "提出 2026-11-17", lead: "县供电公司", state: "研判",
		},
		{
			firm: "li-lfp/1", category: other, content: "高层次人才子女入学名额不足", origin: fromVisit,
			path: "提出 2026-11-18", state: "登记",
		},
		{
			firm: "cu-recycle/2", category: policyAid, content: "反向开票额度偏低，旺季收购受限", origin: fromHotline,
			path: "提出 2026-11-19", state: "登记",
		},
	}
}
