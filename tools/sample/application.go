package main

// application is one row of 应用领域: the share (tenths of a percent of what the
// segment sells) that goes into one use. What is missing to 100% goes elsewhere.
type application struct {
	segment, field, scenario string
	firms                    string // keys, separated by spaces
	share                    int64
	note                     string
}

func applications() []application {
	const (
		power, storage, solar  = "动力电池", "新型储能", "光伏电站"
		light, gadgets, cables = "两轮与特种车", "消费电子", "电力电缆"
		motors, building       = "电机与家电", "建筑与装饰"
	)
	return []application{
		{"li-salt", power, "正极材料原料", "li-salt/1 li-salt/2", 620, "以县内正极企业采购为主"},
		{"li-salt", storage, "正极材料原料", "li-salt/1 li-salt/3", 280, ""},
		{"li-lfp", power, "乘用车与商用车", "li-lfp/1 li-lfp/3", 548, "主要供给县外电池厂"},
		{"li-lfp", storage, "电网侧与工商业储能", "li-lfp/1 li-lfp/2", 387, ""},
		{"li-ncm", power, "乘用车", "li-ncm/1", 710, ""},
		{"li-ncm", gadgets, "电动工具与数码", "li-ncm/2", 205, ""},
		{"li-anode", power, "", "li-anode/1 li-anode/2", 655, "县内无整车企业，终端均在县外"},
		{"li-can", power, "方形电池壳体", "li-can/1 li-can/2", 560, ""},
		{"li-cell", storage, "工商业储能", "li-cell/1", 640, ""},
		{"li-cell", light, "电动叉车、低速物流车", "li-cell/1", 225, ""},
		{"li-pack", storage, "储能电池包", "li-pack/1", 350, "与储能系统集成企业就近配套"},
		{"li-pack", light, "两轮车与叉车", "li-pack/2 li-pack/3", 475, ""},
		{"pv-glass", solar, "集中式电站组件", "pv-glass/1 pv-glass/2", 860, ""},
		{"pv-module", solar, "集中式电站", "pv-module/1 pv-module/2", 580, ""},
		{"pv-module", solar, "工商业与户用屋顶", "pv-module/1 pv-module/3", 365, "轻质组件用于承重不足的屋顶"},
		{"es-system", storage, "电网侧储能", "es-system/1", 520, ""},
		{"es-system", storage, "工商业储能", "es-system/2 es-system/3", 410, ""},
		{"es-pcs", storage, "", "es-pcs/1 es-pcs/2", 885, ""},
		{"cu-rod", cables, "线缆导体", "cu-rod/1 cu-rod/2", 690, ""},
		{"cu-rod", motors, "漆包线导体", "cu-rod/1", 240, ""},
		{"cu-foil", power, "负极集流体", "cu-foil/1 cu-foil/2", 612, "跨链配套新能源产业链"},
		{"cu-foil", storage, "负极集流体", "cu-foil/1 cu-foil/3", 334, ""},
		{"cu-wire", motors, "驱动电机扁线", "cu-wire/1", 430, ""},
		{"cu-wire", motors, "家电压缩机", "cu-wire/2 cu-wire/3", 395, ""},
		{"cu-pcb", gadgets, "电源与控制板", "cu-pcb/1 cu-pcb/2", 725, "对接市内电子信息产业链"},
		{"si-sealant", building, "幕墙与门窗", "si-sealant/1 si-sealant/2", 630, ""},
		{"si-sealant", power, "电池灌封与密封", "si-sealant/1", 180, "县内PACK企业正在验证"},
	}
}

func applicationTable(d *directory) table {
	t := table{
		name: "应用领域",
		columns: []column{
			{"产业链", text, 16},
			{"环节", text, 18},
			{"应用领域", text, 16},
			{"应用场景", text, 24},
			{"代表企业", text, 56},
			{"占比(%)", rate, 10},
			{"备注", long, 40},
		},
	}
	for _, a := range applications() {
		s := d.segment(a.segment)
		t.rows = append(t.rows, []any{
			chainName(s.chain()), s.name, a.field, orNil(a.scenario), d.firmNames(a.firms), float64(a.share) / 10, orNil(a.note),
		})
	}
	return t
}
