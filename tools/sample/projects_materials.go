package main

// materialProjects are those of the materials chain, among them a dollar
// project, an increase of capital and one behind its plan.
func materialProjects() []project {
	return append(materialOffers(), materialWorks()...)
}

func materialOffers() []project {
	return []project{
		{
			name: "有机硅单体项目", segment: "si-monomer", effect: "补链", investor: "之江庚辰示例硅业集团", province: "浙江", city: "衢州",
			content: "年产10万吨有机硅单体", total: 180000, path: "线索 2026-07-28", unit: "县工信局", patron: "邓示宏",
		},
		{
			name: "高频覆铜板项目", segment: "cu-ccl", effect: "补链", investor: "岭南辛巳示例电子材料集团", province: "广东", city: "江门",
			content: "年产600万张覆铜板", total: 75000, path: "线索 2026-03-12 在谈 2026-06-16", unit: "县商务局", patron: "邓示宏",
		},
		{
			name: "扁线电机项目", segment: "cu-wire", effect: "延链", investor: "吴越壬午示例电机集团", province: "江苏", city: "常州",
			content: "年产30万台扁线电机", total: 56000, path: "线索 2026-06-03 在谈 2026-09-28", unit: "县商务局",
		},
		{
			name: "高频高速电子铜箔项目", segment: "cu-efoil", effect: "强链", investor: "闽海癸未示例铜箔集团", province: "福建", city: "龙岩",
			content: "年产8000吨电子铜箔", total: 66000, path: "线索 2026-02-12 在谈 2026-05-13 框架协议 2026-08-19", unit: "县经开区管委会",
		},
		{
			name: "引线框架铜带项目", segment: "cu-strip", effect: "延链", investor: "香江甲申示例投资公司", province: "香港",
			content: "年产1万吨引线框架铜带", total: 4800, contract: 3200, dollars: true,
			path: "线索 2025-12-23 在谈 2026-03-05 签约 2026-06-11", planned: "开工 2027-01-15 竣工 2027-12-31 投产 2028-03-31", unit: "县商务局", patron: "邓示宏",
		},
		{
			name: "有机硅密封胶智能工厂项目", segment: "si-sealant", effect: "延链", investor: "岭南乙酉示例胶业集团", province: "广东", city: "广州",
			content: "年产4万吨密封胶", total: 24000, contract: 14000,
			path: "线索 2026-04-21 在谈 2026-07-08 签约 2026-10-14", planned: "开工 2027-03-15 竣工 2027-12-31 投产 2028-02-29", unit: "县商务局",
		},
		{
			name: "多层印制电路板扩建项目", segment: "cu-pcb", effect: "强链", investor: "岭南丙戌示例电路集团", province: "广东", city: "深圳", owner: "cu-pcb/1",
			content: "新增年产60万平方米多层板", total: 43000, contract: 25000, thisYear: 4000,
			path:    "线索 2025-11-25 在谈 2026-01-22 签约 2026-03-31 注册 2026-05-08",
			planned: "开工 2026-12-25 竣工 2027-12-31 投产 2028-03-31", unit: "县生态环境局", state: "环评编制",
		},
		{
			name: "再生铜拆解提质项目", segment: "cu-recycle", effect: "固链", province: "示例省", city: "示例市", owner: "cu-recycle/1",
			content: "拆解分选自动化改造", total: 16000, contract: 16000, thisYear: 3000,
			path:    "在谈 2025-10-09 签约 2025-12-18 注册 2026-01-14 备案 2026-03-20",
			planned: "开工 2026-12-30 竣工 2027-09-30 投产 2027-11-30", unit: "县工信局", state: "施工招标",
		},
		{
			name: "混炼硅橡胶扩建项目", segment: "si-rubber", effect: "强链", province: "示例省", city: "示例市", owner: "si-rubber/1",
			content: "新增年产1.2万吨混炼胶", total: 18500, contract: 18500, thisYear: 4500, spent: 1900,
			path:    "在谈 2025-06-26 签约 2025-09-25 注册 2025-10-20 备案 2026-01-15 供地 2026-06-30",
			planned: "开工 2027-01-10 竣工 2027-11-30 投产 2028-01-31", unit: "县工信局", state: "施工图审查",
		},
	}
}

func materialWorks() []project {
	return []project{
		{
			name: "复合铜箔项目", segment: "cu-foil", effect: "强链", investor: "闽海丁亥示例箔材集团", province: "福建", city: "泉州", owner: "cu-foil/b1",
			content: "复合铜箔产线10条", total: 115000, contract: 60000, thisYear: 52000, spent: 98400,
			path:    "线索 2024-07-09 在谈 2024-10-24 签约 2025-02-20 注册 2025-03-13 备案 2025-05-15 供地 2025-08-14 开工 2025-10-16",
			planned: "开工 2025-10-31 竣工 2026-12-20 投产 2027-03-31", unit: "县经开区管委会", patron: "邓示宏", state: "设备调试",
		},
		{
			name: "新能源线束项目", segment: "cu-cable", effect: "延链", investor: "之江戊子示例线束集团", province: "浙江", city: "温州", owner: "cu-cable/1",
			content: "年产80万套新能源线束", total: 34000, contract: 20000, thisYear: 9000, spent: 26300,
			path:    "线索 2024-03-19 在谈 2024-05-23 签约 2024-08-22 注册 2024-09-13 备案 2024-11-07 供地 2025-01-16 开工 2025-03-12",
			planned: "开工 2025-03-31 竣工 2026-06-30 投产 2026-12-31", unit: "县经开区管委会", state: "二号厂房装修",
			trouble: "消防验收整改，已超计划竣工时间",
		},
		{
			name: "液体硅橡胶项目", segment: "si-rubber", effect: "补链", investor: "申浦己丑示例硅材集团", province: "上海", city: "上海", owner: "si-rubber/b1",
			content: "年产6000吨液体硅橡胶", total: 27000, contract: 15000, thisYear: 12000, spent: 10700,
			path:    "线索 2025-01-09 在谈 2025-04-17 签约 2025-07-17 注册 2025-08-12 备案 2025-10-30 供地 2026-02-26 开工 2026-04-20",
			planned: "开工 2026-04-30 竣工 2027-04-30 投产 2027-07-31", unit: "县科技局", patron: "黄示嘉", state: "主体封顶",
		},
		{
			name: "低氧铜杆连铸连轧项目", segment: "cu-rod", effect: "固链", investor: "吴越庚寅示例铜业集团", province: "江苏", city: "无锡", owner: "cu-rod/1",
			content: "年产12万吨低氧铜杆", total: 72000, contract: 42000, spent: 71300,
			path: "线索 2024-01-30 在谈 2024-03-21 签约 2024-05-30 注册 2024-06-21 备案 2024-08-15 供地 2024-10-17 开工 2024-11-28 竣工 2025-10-10 投产 2025-11-20",
			unit: "县工信局", patron: "邓示宏", state: "投产运行",
		},
		{
			name: "低氧铜杆连铸连轧项目增资", segment: "cu-rod", effect: "延链", investor: "吴越庚寅示例铜业集团", province: "江苏", city: "无锡", owner: "cu-rod/1",
			content: "增加拉丝退火产线（总投资、合同资金为增资额）", total: 24000, contract: 20000, thisYear: 21000, spent: 20500, of: "低氧铜杆连铸连轧项目",
			path: "在谈 2026-02-11 签约 2026-04-08 注册 2026-04-08 备案 2026-04-27 供地 2026-05-11 开工 2026-05-20 竣工 2026-09-18 投产 2026-10-22",
			unit: "县工信局", patron: "邓示宏", state: "投产运行",
		},
		{
			name: "极薄锂电铜箔项目", segment: "cu-foil", effect: "强链", investor: "岭南辛卯示例铜箔集团", province: "广东", city: "梅州", owner: "cu-foil/3",
			content: "年产5000吨4.5微米铜箔", total: 62000, contract: 35000, thisYear: 11000, spent: 60900,
			path: "线索 2024-06-18 在谈 2024-09-05 签约 2024-12-12 注册 2025-01-03 备案 2025-02-13 供地 2025-04-10 开工 2025-05-15 竣工 2026-01-08 投产 2026-02-18 入规 2026-04-23",
			unit: "县经开区管委会", patron: "徐示和", state: "投产入规",
		},
		{
			name: "高精铜板带项目", segment: "cu-strip", effect: "强链", investor: "之江壬辰示例铜材集团", province: "浙江", city: "宁波", owner: "cu-strip/2",
			content: "年产1.5万吨高精铜板带", total: 47000, contract: 28000, spent: 46800,
			path: "线索 2024-02-27 在谈 2024-04-18 签约 2024-07-11 注册 2024-08-01 备案 2024-09-05 供地 2024-10-31 开工 2024-12-05 竣工 2025-07-10 投产 2025-08-14 入规 2025-10-24 达产 2026-09-15",
			unit: "县经开区管委会", patron: "徐示和", state: "达产",
		},
	}
}
