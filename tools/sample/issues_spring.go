package main

// springIssues were raised in the first half of 2026.
func springIssues() []issue {
	return []issue{
		{
			firm: "li-lfp/1", category: market, content: "县内碳酸锂采购占比不足三成，希望与锂盐企业签订长单", origin: fromVisit,
			path: "提出 2026-01-14 交办 2026-01-16 办结 2026-02-05 回访 2026-02-11 销号 2026-02-13", lead: "县工信局", limit: 15,
			state: closedState, progress: "促成年度长单1.2万吨", mood: content,
		},
		{
			firm: "cu-rod/1", category: policyAid, content: "流动资金贷款续贷抵押率低，缺口约8000万元", origin: fromVisit,
			path: "提出 2026-01-22 交办 2026-01-26 办结 2026-03-06 回访 2026-03-13 销号 2026-03-17", lead: "县政府金融服务中心", support: "县财政局", limit: 30,
			state: closedState, progress: "两家银行以仓单质押授信7500万元", mood: content,
		},
		{
			firm: "es-system/1", category: market, content: "储能系统缺少县内应用场景，参与投标缺业绩", origin: fromVisit,
			path: "提出 2026-02-05 交办 2026-02-09 办结 2026-03-20 回访 2026-03-27 销号 2026-04-01", lead: "县发改委", support: "县供电公司", limit: 30,
			state: closedState, progress: "发布园区用户侧储能场景清单6项，均公开招标", mood: fairly,
		},
		{
			firm: "es-bms/s2", category: policyAid, content: "无抵押物，申请科贷通未通过", origin: fromVisit,
			path: "提出 2026-02-26 交办 2026-03-02 办结 2026-03-18 回访 2026-03-25 销号 2026-03-27", lead: "县科技局", support: "县政府金融服务中心", limit: 15,
			state: closedState, progress: "补充知识产权质押，放款300万元", mood: content,
		},
		{
			firm: "li-electrolyte/1", project: "电解液扩产项目", category: approval, content: "扩产项目环评类别认定不一致，备案后迟迟不能报批", origin: fromVisit,
			path: "提出 2026-03-11 交办 2026-03-13 办结 2026-05-08 回访 2026-05-15 销号 2026-05-20", lead: "县生态环境局", support: "县工信局", limit: 15,
			state: closedState, supervised: true, progress: "市局出具认定意见，按报告书报批；督办后办结", mood: fairly,
		},
		{
			firm: "cu-cable/1", project: "新能源线束项目", category: approval, content: "二号厂房消防验收两次未通过，设备不能进场", origin: fromVisit,
			path: "提出 2026-03-19 交办 2026-03-23 回访 2026-10-21", lead: "县住建局", support: "县消防救援大队", limit: 30,
			state: "退回重办", supervised: true, progress: "10月16日报办结，回访时喷淋整改仍未复验，退回重办", mood: unhappy,
		},
		{
			firm: "li-cell/b1", project: "方形铁锂电芯项目", category: inputs, content: "开工前临时用电、施工用水未接通", origin: fromVisit,
			path: "提出 2026-04-09 交办 2026-04-10 办结 2026-04-22 回访 2026-04-28 销号 2026-04-29", lead: "县经开区管委会", support: "县供电公司", limit: 10,
			state: closedState, progress: "800千伏安临时变压器投运，施工用水接通", mood: content,
		},
		{
			firm: "si-metal/1", category: inputs, content: "一台矿热炉停炉，希望错峰电价延长执行时段", origin: fromVisit,
			path: "提出 2026-04-16 交办 2026-04-20 办结 2026-06-08 回访 2026-06-15 销号 2026-06-17", lead: "县发改委", support: "县供电公司", limit: 30,
			state: closedState, progress: "电价政策由省里制定，已书面答复；协助参加6月电力交易", mood: fairly,
		},
		{
			firm: "pv-wafer/2", category: market, content: "停产后设备处置、银行续贷和职工分流困难", origin: fromVisit,
			path: "提出 2026-04-28 交办 2026-05-06", lead: "县工信局", support: "县人社局、县政府金融服务中心", limit: 30,
			state: "办理中", supervised: true, progress: "职工分流已完成41人；设备处置未找到受让方",
		},
		{
			firm: "pv-cell/1", category: market, content: "海外订单减少，出口产品滞港", origin: fromVisit,
			path: "提出 2026-04-28 交办 2026-05-06 办结 2026-06-12 回访 2026-06-24 销号 2026-06-26", lead: "县商务局", limit: 30,
			state: closedState, progress: "组织参加两场境外展会，协调仓储费减免", mood: content,
		},
		{
			firm: "li-recycle/1", project: "湿法回收扩能项目", category: safety, content: "危险废物经营许可变更流程不清", origin: fromVisit,
			path: "提出 2026-05-13 交办 2026-05-15 办结 2026-06-30 回访 2026-07-07 销号 2026-07-09", lead: "县生态环境局", limit: 30,
			state: closedState, progress: "许可变更材料已报省厅受理", mood: content,
		},
		{
			firm: "cu-pcb/1", project: "多层印制电路板扩建项目", category: safety, content: "扩建所需铜排放总量指标未落实，环评不能报批", origin: fromVisit,
			path: "提出 2026-05-21 交办 2026-05-25", lead: "县生态环境局", support: "县经开区管委会", limit: 30,
			state: "申请延期", progress: "需市级调剂总量，7月1日申请延期至12月31日，待链长办批复",
		},
		{
			firm: "pv-glass/1", project: "光伏玻璃窑炉改造项目", category: inputs, content: "天然气价格未谈定，窑炉竣工后不能点火", origin: fromVisit,
			path: "提出 2026-06-10 交办 2026-06-12", lead: "县发改委", support: "县住建局", limit: 30,
			state: "办理中", supervised: true, progress: "燃气企业与用户第三轮协商，价差每立方米0.28元",
		},
	}
}
