package main

// earlyProjects of the energy chain: leads, talks and framework agreements,
// none of which counts as signed.
func earlyProjects() []project {
	return []project{
		{
			name: "六氟磷酸锂配套项目", segment: "li-pf6", effect: "补链", investor: "闽海乙卯示例氟化集团", province: "福建", city: "三明",
			content: "年产3000吨六氟磷酸锂", total: 60000, path: "线索 2026-08-12", unit: "县经开区管委会", patron: "刘示清",
		},
		{
			name: "硅碳负极材料项目", segment: "li-sianode", effect: "补链", investor: "吴越丙辰示例碳材集团", province: "江苏", city: "常州",
			content: "年产2000吨硅碳负极材料", path: "线索 2026-09-20", unit: "县科技局", patron: "黄示嘉",
		},
		{
			name: "光伏导电银浆项目", segment: "pv-paste", effect: "补链", investor: "之江丁巳示例电子材料集团", province: "浙江", city: "嘉兴",
			content: "年产200吨光伏银浆", path: "线索 2026-10-15", unit: "县商务局",
		},
		{
			name: "干法隔膜项目", segment: "li-separator", effect: "强链", investor: "岭南戊午示例膜材集团", province: "广东", city: "东莞",
			content: "建设6条干法隔膜生产线", total: 80000, path: "线索 2026-04-09 在谈 2026-07-02", unit: "县商务局", patron: "陈示明",
		},
		{
			name: "储能液冷机组项目", segment: "es-thermal", effect: "延链", investor: "之江己未示例热控集团", province: "浙江", city: "宁波",
			content: "年产5000台套液冷机组", total: 25000, path: "线索 2026-05-18 在谈 2026-08-25", unit: "县工信局",
		},
		{
			name: "电池管理系统研发制造项目", segment: "es-bms", effect: "补链", investor: "岭南庚申示例智控集团", province: "广东", city: "深圳",
			content: "BMS研发中心及贴片产线", total: 18000, path: "线索 2026-06-11 在谈 2026-09-09", unit: "县科技局", patron: "黄示嘉",
		},
		{
			name: "钠电储能示范电站项目", segment: "es-station", effect: "延链", investor: "申浦辛酉示例能源集团", province: "上海", city: "上海",
			content: "100兆瓦/200兆瓦时储能电站", total: 36000, path: "线索 2025-12-04 在谈 2026-02-10 框架协议 2026-06-18", unit: "县发改委",
		},
		{
			name: "动力电池梯次利用项目", segment: "li-recycle", effect: "延链", investor: "岭南壬戌示例循环集团", province: "广东", city: "佛山",
			content: "年处理2万吨退役动力电池", total: 42000, path: "线索 2025-10-22 在谈 2026-01-08 框架协议 2026-04-22", unit: "县商务局",
			trouble: "框架协议签订后土地指标尚未落实",
		},
	}
}

// signedProjects of the energy chain: signed but not yet under construction.
func signedProjects() []project {
	return []project{
		{
			name: "极耳与盖板扩能项目", segment: "li-can", effect: "强链", investor: "岭南癸亥示例精密集团", province: "广东", city: "东莞",
			content: "新增极耳、盖板自动化产线12条", total: 22000, contract: 12000,
			path: "线索 2026-03-11 在谈 2026-05-20 签约 2026-09-16", planned: "开工 2027-01-20 竣工 2027-10-30 投产 2027-12-30", unit: "县经开区管委会",
		},
		{
			name: "储能变流器产线项目", segment: "es-pcs", effect: "强链", investor: "吴越甲子示例电气集团", province: "江苏", city: "苏州",
			content: "年产2吉瓦储能变流器", total: 35000, contract: 20000,
			path: "线索 2026-04-15 在谈 2026-07-16 签约 2026-10-20", planned: "开工 2027-02-25 竣工 2027-11-30 投产 2028-01-31", unit: "县商务局", patron: "黄示嘉",
		},
		{
			name: "光伏支架智能制造项目", segment: "pv-mount", effect: "强链", investor: "闽海乙丑示例金属集团", province: "福建", city: "厦门",
			content: "年产3吉瓦光伏支架", total: 28000, contract: 15000,
			path: "线索 2025-12-16 在谈 2026-02-26 签约 2026-05-28", planned: "开工 2026-09-30 竣工 2027-06-30 投产 2027-09-30", unit: "县自然资源局", patron: "刘示清",
			trouble: "用地组卷未完成，已超计划开工时间",
		},
		{
			name: "隔膜涂覆一体化项目", segment: "li-coating", effect: "强链", investor: "申浦丙寅示例膜材集团", province: "上海", city: "上海", owner: "li-separator/s1",
			content: "涂覆隔膜产线8条", total: 46000, contract: 26000,
			path: "线索 2026-01-13 在谈 2026-03-24 签约 2026-06-25 注册 2026-07-21", planned: "开工 2026-12-31 竣工 2027-12-31 投产 2028-03-31", unit: "县经开区管委会",
		},
		{
			name: "储能消防装置项目", segment: "es-thermal", effect: "延链", investor: "之江丁卯示例消防集团", province: "浙江", city: "绍兴", owner: "es-thermal/s1",
			content: "储能舱级消防装置2万套", total: 12000, contract: 7000,
			path: "线索 2026-02-05 在谈 2026-04-28 签约 2026-07-30 注册 2026-08-26", planned: "开工 2027-01-10 竣工 2027-08-31 投产 2027-10-31", unit: "县工信局",
		},
		{
			name: "电解液扩产项目", segment: "li-electrolyte", effect: "强链", province: "示例省", city: "示例市", owner: "li-electrolyte/1",
			content: "新增年产3万吨电解液", total: 38000, contract: 38000, thisYear: 6000,
			path:    "在谈 2025-12-10 签约 2026-02-27 注册 2026-03-20 备案 2026-04-28",
			planned: "开工 2026-12-15 竣工 2027-10-31 投产 2027-12-31", unit: "县工信局", state: "环评报批",
		},
		{
			name: "电池级磷酸铁扩建项目", segment: "li-fepo4", effect: "强链", investor: "岭南戊辰示例化学集团", province: "广东", city: "惠州", owner: "li-fepo4/1",
			content: "年产5万吨电池级磷酸铁", total: 52000, contract: 30000, thisYear: 5000,
			path:    "线索 2025-11-06 在谈 2026-01-20 签约 2026-04-15 注册 2026-05-12 备案 2026-06-30",
			planned: "开工 2026-12-28 竣工 2027-12-31 投产 2028-03-31", unit: "县经开区管委会", state: "能评报批",
		},
		{
			name: "湿法回收扩能项目", segment: "li-recycle", effect: "强链", province: "示例省", city: "示例市", owner: "li-recycle/1",
			content: "新增年处理1.5万吨黑粉湿法线", total: 33000, contract: 33000, thisYear: 7000, spent: 2600,
			path:    "在谈 2025-08-14 签约 2025-11-12 注册 2025-12-08 备案 2026-01-22 供地 2026-05-19",
			planned: "开工 2026-12-10 竣工 2027-11-30 投产 2028-01-31", unit: "县经开区管委会", state: "场地平整",
		},
		{
			name: "异质结电池片项目", segment: "pv-cell", effect: "强链", investor: "吴越己巳示例光能集团", province: "江苏", city: "无锡", owner: "pv-cell/b1",
			content: "年产2吉瓦异质结电池片", total: 96000, contract: 50000, thisYear: 12000, spent: 3800,
			path:    "线索 2025-07-23 在谈 2025-10-16 签约 2026-01-28 注册 2026-02-24 备案 2026-04-17 供地 2026-07-14",
			planned: "开工 2026-12-20 竣工 2028-03-31 投产 2028-06-30", unit: "县商务局", patron: "陈示明", state: "施工图审查",
		},
	}
}
