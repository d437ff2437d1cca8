package main

// plan says which enterprises a segment has: the yearly revenue (万元, at 2023
// prices) of each one 规上, how many are below the threshold, how many are
// still being built. The first anchors of the 规上 ones are 链主.
type plan struct {
	segment  string
	words    []string // what stands after 干支 in the names
	product  string
	above    []int64
	anchors  int
	small    int
	building int
}

func plans() []plan {
	return []plan{
		{segment: "li-salt", words: []string{"锂业", "锂盐", "锂材"}, product: "电池级碳酸锂", above: []int64{150000, 62000, 38000, 9500}, anchors: 1, small: 1},
		{segment: "li-fepo4", words: []string{"磷化", "铁磷"}, product: "电池级磷酸铁", above: []int64{26000, 8200}},
		{segment: "li-graphite", words: []string{"石墨"}, product: "球形石墨", small: 2},
		{segment: "li-lfp", words: []string{"正极", "新材", "能材"}, product: "磷酸铁锂正极材料", above: []int64{260000, 88000, 54000, 12000, 7600}, anchors: 1, small: 2},
		{segment: "li-ncm", words: []string{"三元材料"}, product: "镍钴锰三元正极材料", above: []int64{46000, 8800}, small: 1},
		{segment: "li-anode", words: []string{"负极", "碳材"}, product: "人造石墨负极材料", above: []int64{52000, 31000, 7200}, small: 2, building: 1},
		{segment: "li-separator", words: []string{"隔膜"}, product: "湿法隔膜", above: []int64{11000}, small: 1},
		{segment: "li-coating", words: []string{"涂覆"}, product: "陶瓷涂覆隔膜", small: 2},
		{segment: "li-electrolyte", words: []string{"电解液", "氟材"}, product: "锂离子电池电解液", above: []int64{33000, 6900}, small: 1},
		{segment: "li-can", words: []string{"精密", "五金", "极耳", "壳体"}, product: "电池铝壳、盖板、极耳", above: []int64{24000, 9000, 5200, 3600}, small: 4},
		{segment: "li-cell", words: []string{"电芯"}, product: "方形磷酸铁锂电芯", above: []int64{72000}, building: 1},
		{segment: "li-pack", words: []string{"动力", "电源"}, product: "动力电池包", above: []int64{58000, 27000, 8300}, small: 2},
		{segment: "li-recycle", words: []string{"循环", "再生"}, product: "废旧电池拆解、再生锂盐", above: []int64{30000, 6400, 4200}, small: 2},
		{segment: "pv-wafer", words: []string{"硅片", "晶材"}, product: "N型单晶硅片", above: []int64{64000, 9000}},
		{segment: "pv-glass", words: []string{"光伏玻璃"}, product: "光伏压延玻璃", above: []int64{29000, 7000}, small: 1},
		{segment: "pv-film", words: []string{"胶膜", "背板"}, product: "封装胶膜、背板", above: []int64{18000, 6200, 4100}, small: 2},
		{segment: "pv-cell", words: []string{"光能", "晶电"}, product: "TOPCon电池片", above: []int64{82000, 36000}, building: 1},
		{segment: "pv-module", words: []string{"光伏", "组件", "新能"}, product: "光伏组件", above: []int64{170000, 41000, 9800}, anchors: 1, small: 1},
		{segment: "pv-mount", words: []string{"支架"}, product: "光伏支架", small: 2},
		{segment: "pv-plant", words: []string{"电力", "运维"}, product: "光伏发电与电站运维", above: []int64{5600, 3900}, small: 3},
		{segment: "es-bms", words: []string{"智控"}, product: "电池管理系统", small: 3},
		{segment: "es-pcs", words: []string{"变流", "电气"}, product: "储能变流器", above: []int64{21000, 6000}, small: 1},
		{segment: "es-thermal", words: []string{"温控", "消防"}, product: "储能液冷机组、消防装置", above: []int64{5400, 3300}, small: 1},
		{segment: "es-sodium", words: []string{"钠能"}, product: "钠离子电芯", building: 1},
		{segment: "es-system", words: []string{"储能", "系统"}, product: "储能集装箱系统", above: []int64{78000, 22000, 7000}, anchors: 1, small: 1, building: 1},
		{segment: "es-station", words: []string{"储能电站"}, product: "储能电站运营", above: []int64{2600, 2400}, small: 1},
		{segment: "cu-recycle", words: []string{"再生铜", "铜业"}, product: "再生铜原料", above: []int64{24000, 8000}, small: 2},
		{segment: "cu-cathode", words: []string{"铜冶"}, product: "阴极铜", above: []int64{46000}},
		{segment: "cu-rod", words: []string{"铜杆", "铜材"}, product: "低氧铜杆", above: []int64{140000, 42000, 9000}, anchors: 1, small: 1},
		{segment: "cu-foil", words: []string{"铜箔", "箔材"}, product: "6微米锂电铜箔", above: []int64{92000, 31000, 12000}, anchors: 1, building: 1},
		{segment: "cu-efoil", words: []string{"电子铜箔"}, product: "标准电子铜箔", above: []int64{28000, 7400}},
		{segment: "cu-strip", words: []string{"铜带", "板带"}, product: "高精铜板带", above: []int64{34000, 9600, 5200}, small: 1},
		{segment: "cu-wire", words: []string{"电磁线", "漆包线"}, product: "漆包圆线、扁线", above: []int64{22000, 7800, 4300}, small: 2},
		{segment: "cu-cable", words: []string{"线缆", "电缆"}, product: "电力电缆、新能源线束", above: []int64{26000, 24000, 6100, 3800}, small: 2},
		{segment: "cu-ccl", words: []string{"覆铜板"}, product: "覆铜板", small: 2},
		{segment: "cu-pcb", words: []string{"电路", "电子"}, product: "印制电路板", above: []int64{17000, 9600, 3500}, small: 2},
		{segment: "si-metal", words: []string{"硅业", "工业硅"}, product: "工业硅", above: []int64{21000, 6000}},
		{segment: "si-oil", words: []string{"硅油", "硅化"}, product: "二甲基硅油", above: []int64{13000, 4500, 3000}, small: 1},
		{segment: "si-rubber", words: []string{"硅橡胶", "胶业"}, product: "混炼硅橡胶", above: []int64{19000, 5800}, small: 1, building: 1},
		{segment: "si-sealant", words: []string{"密封胶"}, product: "有机硅密封胶", above: []int64{6200, 3400}, small: 2},
		{segment: "si-parts", words: []string{"硅制品", "橡塑"}, product: "硅橡胶密封件", above: []int64{8600, 4800, 2900, 2300}, small: 2},
	}
}
