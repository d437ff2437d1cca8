package main

// builtProjects of the energy chain: started or further, among them the
// flagship, the fastest one, a second phase, one suspended, one terminated.
func builtProjects() []project {
	return append(startedProjects(), finishedProjects()...)
}

func startedProjects() []project {
	return []project{
		{
			name: "方形铁锂电芯项目", segment: "li-cell", effect: "强链", investor: "岭南甲寅示例新能源控股集团", province: "广东", city: "惠州", owner: "li-cell/b1",
			content: "年产20吉瓦时方形磷酸铁锂电芯，一次规划、分步建设", total: 320000, contract: 160000, thisYear: 80000, spent: 46800,
			path:    "线索 2025-06-12 在谈 2025-09-18 框架协议 2025-12-11 签约 2026-03-06 注册 2026-03-19 备案 2026-04-16 供地 2026-05-21 开工 2026-06-18",
			planned: "开工 2026-06-30 竣工 2027-09-30 投产 2027-12-31", unit: "县经开区管委会", patron: "陈示明",
			state: "一期厂房桩基完成，主体施工至二层", trouble: "110千伏专线路由待批复",
		},
		{
			name: "钠离子电池中试及产业化项目", segment: "es-sodium", effect: "补链", investor: "之江庚午示例能源科技集团", province: "浙江", city: "杭州", owner: "es-sodium/b1",
			content: "钠离子电芯中试线及1吉瓦时产线", total: 58000, contract: 30000, thisYear: 26000, spent: 31200,
			path:    "线索 2025-01-16 在谈 2025-03-27 签约 2025-06-20 注册 2025-07-11 备案 2025-09-04 供地 2025-11-20 开工 2026-01-15",
			planned: "开工 2026-01-31 竣工 2026-12-31 投产 2027-03-31", unit: "县科技局", patron: "黄示嘉", state: "设备安装",
		},
		{
			name: "人造石墨负极一体化项目", segment: "li-anode", effect: "强链", investor: "吴越辛未示例碳素集团", province: "江苏", city: "南通", owner: "li-anode/b1",
			content: "石墨化及负极材料一体化年产4万吨", total: 128000, contract: 70000, thisYear: 45000, spent: 83500,
			path:    "线索 2024-08-21 在谈 2024-11-19 签约 2025-03-18 注册 2025-04-09 备案 2025-06-12 供地 2025-08-07 开工 2025-09-22",
			planned: "开工 2025-09-30 竣工 2027-02-28 投产 2027-05-31", unit: "县经开区管委会", patron: "陈示明", state: "石墨化车间封顶",
		},
		{
			name: "储能系统集成第二基地项目", segment: "es-system", effect: "延链", investor: "申浦壬申示例储能集团", province: "上海", city: "上海", owner: "es-system/b1",
			content: "年产6吉瓦时储能系统", total: 90000, contract: 45000, thisYear: 32000, spent: 27400,
			path:    "线索 2025-02-18 在谈 2025-05-22 签约 2025-08-29 注册 2025-09-19 备案 2025-11-06 供地 2026-01-29 开工 2026-03-25",
			planned: "开工 2026-03-31 竣工 2027-03-31 投产 2027-06-30", unit: "县商务局", patron: "黄示嘉", state: "钢结构吊装",
		},
		{
			name: "光伏胶膜扩产项目", segment: "pv-film", effect: "强链", province: "示例省", city: "示例市", owner: "pv-film/1",
			content: "新增胶膜产线6条", total: 26000, contract: 26000, spent: 9100,
			path: "在谈 2024-03-28 签约 2024-06-13 注册 2024-07-04 备案 2024-09-12 供地 2024-12-05 开工 2025-02-20 暂停 2025-09-10",
			unit: "县工信局", state: "土建完成六成", trouble: "组件价格下行，企业暂缓设备采购",
		},
		{
			name: "轻型动力电池项目", segment: "li-pack", effect: "延链", investor: "闽海癸酉示例电源集团", province: "福建", city: "宁德",
			content: "年产100万组两轮车电池", total: 30000, contract: 16000,
			path: "线索 2024-01-25 在谈 2024-03-14 签约 2024-05-09 注册 2024-06-12 终止 2025-03-31",
			unit: "县商务局", trouble: "投资方战略调整，双方协商终止，项目公司已注销",
		},
	}
}

func finishedProjects() []project {
	return []project{
		{
			name: "光伏玻璃窑炉改造项目", segment: "pv-glass", effect: "固链", province: "示例省", city: "示例市", owner: "pv-glass/1",
			content: "一窑四线改造及深加工", total: 41000, contract: 41000, thisYear: 9000, spent: 40300,
			path:    "在谈 2024-07-18 签约 2024-10-15 注册 2024-11-01 备案 2024-12-19 供地 2025-02-27 开工 2025-04-08 竣工 2026-07-20",
			planned: "开工 2025-04-30 竣工 2026-06-30 投产 2026-09-30", unit: "县工信局", state: "竣工，待点火", trouble: "天然气价格未谈定，已超计划投产时间",
		},
		{
			name: "碳酸锂提质改造项目", segment: "li-salt", effect: "固链", province: "示例省", city: "示例市", owner: "li-salt/1",
			content: "三条产线提纯与节能改造", total: 36000, contract: 36000, spent: 35800,
			path: "在谈 2024-01-05 签约 2024-02-06 注册 2024-02-28 备案 2024-03-20 供地 2024-04-11 开工 2024-05-16 竣工 2024-11-28 投产 2024-12-20",
			unit: "县工信局", patron: "陈示明", state: "投产运行",
		},
		{
			name: "动力电池包自动化产线项目", segment: "li-pack", effect: "强链", investor: "岭南甲戌示例动力集团", province: "广东", city: "广州", owner: "li-pack/1",
			content: "年产5吉瓦时动力电池包", total: 64000, contract: 40000, thisYear: 8000, spent: 62500,
			path: "线索 2024-05-30 在谈 2024-08-15 签约 2024-11-26 注册 2024-12-13 备案 2025-01-23 供地 2025-03-20 开工 2025-04-25 竣工 2026-01-21 投产 2026-03-18",
			unit: "县经开区管委会", patron: "陈示明", state: "投产运行",
		},
		{
			name: "高压实磷酸铁锂正极材料项目", segment: "li-lfp", effect: "强链", investor: "闽海乙亥示例材料集团", province: "福建", city: "厦门", owner: "li-lfp/1",
			content: "年产5万吨高压实磷酸铁锂", total: 150000, contract: 80000, spent: 149200,
			path: "在谈 2024-01-11 签约 2024-02-28 注册 2024-03-15 备案 2024-04-25 供地 2024-05-30 开工 2024-07-02 竣工 2025-04-10 投产 2025-05-22",
			unit: "县经开区管委会", patron: "陈示明", state: "投产运行",
		},
		{
			name: "高压实磷酸铁锂正极材料项目二期", segment: "li-lfp", effect: "强链", investor: "闽海乙亥示例材料集团", province: "福建", city: "厦门", owner: "li-lfp/1",
			content: "二期年产3万吨高压实磷酸铁锂", total: 88000, contract: 48000, thisYear: 36000, spent: 84700, of: "高压实磷酸铁锂正极材料项目",
			path: "在谈 2025-02-20 签约 2025-04-10 注册 2025-04-29 备案 2025-06-05 供地 2025-07-17 开工 2025-08-21 竣工 2026-05-15 投产 2026-06-26",
			unit: "县经开区管委会", patron: "陈示明", state: "投产运行",
		},
		{
			name: "储能集装箱系统项目", segment: "es-system", effect: "延链", investor: "之江丙子示例储能集团", province: "浙江", city: "杭州", owner: "es-system/2",
			content: "租用标准厂房，年产3吉瓦时储能集装箱", total: 48000, contract: 28000, thisYear: 42000, spent: 41600,
			path: "线索 2025-11-03 在谈 2025-12-09 签约 2026-01-16 注册 2026-01-20 备案 2026-01-26 供地 2026-02-03 开工 2026-02-10 竣工 2026-04-28 投产 2026-05-12 入规 2026-06-24",
			unit: "县商务局", patron: "黄示嘉", state: "签约到投产116天",
		},
		{
			name: "电池壳体冲压项目", segment: "li-can", effect: "强链", investor: "岭南丁丑示例五金集团", province: "广东", city: "佛山", owner: "li-can/2",
			content: "年产1亿只电池铝壳", total: 19000, contract: 11000, thisYear: 6500, spent: 18600,
			path: "线索 2024-12-19 在谈 2025-02-27 签约 2025-05-15 注册 2025-06-04 备案 2025-07-10 供地 2025-08-28 开工 2025-10-09 竣工 2026-04-30 投产 2026-06-08 入规 2026-08-20",
			unit: "县工信局", state: "投产入规",
		},
		{
			name: "轻质光伏组件项目", segment: "pv-module", effect: "延链", investor: "吴越戊寅示例光伏集团", province: "江苏", city: "盐城", owner: "pv-module/3",
			content: "年产500兆瓦轻质组件", total: 21000, contract: 12000, spent: 20800,
			path: "线索 2024-01-04 在谈 2024-02-01 签约 2024-03-21 注册 2024-04-12 备案 2024-05-24 供地 2024-07-11 开工 2024-08-15 竣工 2025-05-09 投产 2025-06-10 入规 2025-08-22",
			unit: "县商务局", state: "投产入规",
		},
		{
			name: "湿法隔膜项目", segment: "li-separator", effect: "补链", investor: "申浦己卯示例新材集团", province: "上海", city: "上海", owner: "li-separator/1",
			content: "湿法隔膜产线4条，年产2亿平方米", total: 68000, contract: 36000, spent: 67900,
			path: "在谈 2024-01-05 签约 2024-01-19 注册 2024-02-06 备案 2024-03-14 供地 2024-04-18 开工 2024-05-23 竣工 2025-03-12 投产 2025-04-16 入规 2025-06-23 达产 2026-05-28",
			unit: "县经开区管委会", patron: "刘示清", state: "达产",
		},
	}
}
