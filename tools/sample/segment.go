package main

import "strings"

// Branches (细分链): the lanes of the chain map.
const (
	lithiumBranch = "锂电"
	solarBranch   = "光伏"
	storageBranch = "新型储能"
	copperBranch  = "铜基新材料"
	siliconBranch = "硅基新材料"
)

// segment is one row of 环节. feeds names segments of the same chain.
// diagnosis is empty where the computed one stands.
type segment struct {
	code, name, branch, position string
	feeds                        []string
	parent, remedy               string
	diagnosis, reason            string
}

func (s segment) chain() string {
	if s.branch == copperBranch || s.branch == siliconBranch {
		return materials
	}
	return energy
}

func segments() []segment {
	var list []segment
	for _, part := range [][]segment{lithiumSegments(), solarSegments(), storageSegments(), copperSegments(), siliconSegments()} {
		list = append(list, part...)
	}
	return list
}

func lithiumSegments() []segment {
	const b = lithiumBranch
	return []segment{
		{code: "li-mica", name: "锂云母选矿", branch: b, position: "上游", feeds: []string{"碳酸锂"}},
		{code: "li-salt", name: "碳酸锂", branch: b, position: "上游", feeds: []string{"磷酸铁锂正极", "三元正极", "六氟磷酸锂"}, remedy: "固链"},
		{code: "li-pf6", name: "六氟磷酸锂", branch: b, position: "上游", feeds: []string{"电解液"}, remedy: "补链"},
		{code: "li-fepo4", name: "磷酸铁前驱体", branch: b, position: "上游", feeds: []string{"磷酸铁锂正极"}},
		{code: "li-graphite", name: "石墨原料", branch: b, position: "上游", feeds: []string{"人造石墨负极", "硅碳负极"}, remedy: "强链"},
		{code: "li-lfp", name: "磷酸铁锂正极", branch: b, position: "中游", feeds: []string{"锂离子电芯"}, remedy: "延链"},
		{code: "li-ncm", name: "三元正极", branch: b, position: "中游", feeds: []string{"锂离子电芯"}},
		{code: "li-anode", name: "人造石墨负极", branch: b, position: "中游", feeds: []string{"锂离子电芯"}},
		{code: "li-sianode", name: "硅碳负极", branch: b, position: "中游", feeds: []string{"锂离子电芯"}, remedy: "补链"},
		{code: "li-separator", name: "隔膜", branch: b, position: "中游", feeds: []string{"锂离子电芯"}, remedy: "强链"},
		{code: "li-coating", name: "隔膜涂覆", branch: b, position: "中游", feeds: []string{"锂离子电芯"}, parent: "隔膜", remedy: "强链"},
		{code: "li-electrolyte", name: "电解液", branch: b, position: "中游", feeds: []string{"锂离子电芯"}},
		{code: "li-can", name: "电池结构件", branch: b, position: "中游", feeds: []string{"锂离子电芯", "动力电池PACK"}},
		{
			code: "li-cell", name: "锂离子电芯", branch: b, position: "下游", feeds: []string{"动力电池PACK"}, remedy: "强链",
			diagnosis: "弱链", reason: "规上企业仅1户，正极、负极、电解液本地配套率约12%，2026年3月已签约方形铁锂电芯项目，投产前按弱链管理。",
		},
		{code: "li-pack", name: "动力电池PACK", branch: b, position: "下游", feeds: []string{"电池回收利用"}},
		// the loop closes here: recovered lithium goes back to the salt makers
		{code: "li-recycle", name: "电池回收利用", branch: b, position: "下游", feeds: []string{"碳酸锂"}, remedy: "延链"},
	}
}

func solarSegments() []segment {
	const b = solarBranch
	return []segment{
		{code: "pv-silicon", name: "多晶硅料", branch: b, position: "上游", feeds: []string{"拉晶切片"}},
		{code: "pv-wafer", name: "拉晶切片", branch: b, position: "上游", feeds: []string{"光伏电池片"}, remedy: "固链"},
		{code: "pv-paste", name: "光伏银浆", branch: b, position: "上游", feeds: []string{"光伏电池片"}, remedy: "补链"},
		{code: "pv-glass", name: "光伏玻璃", branch: b, position: "上游", feeds: []string{"光伏组件"}},
		{code: "pv-film", name: "胶膜与背板", branch: b, position: "上游", feeds: []string{"光伏组件"}},
		{code: "pv-cell", name: "光伏电池片", branch: b, position: "中游", feeds: []string{"光伏组件"}, remedy: "固链"},
		{code: "pv-module", name: "光伏组件", branch: b, position: "下游", feeds: []string{"光伏电站与运维"}, remedy: "强链"},
		{code: "pv-mount", name: "光伏支架", branch: b, position: "中游", feeds: []string{"光伏电站与运维"}, remedy: "强链"},
		{code: "pv-plant", name: "光伏电站与运维", branch: b, position: "下游"},
	}
}

func storageSegments() []segment {
	const b = storageBranch
	return []segment{
		{code: "es-bms", name: "电池管理系统", branch: b, position: "上游", feeds: []string{"储能系统集成"}, remedy: "强链"},
		{code: "es-pcs", name: "储能变流器", branch: b, position: "上游", feeds: []string{"储能系统集成"}},
		{code: "es-thermal", name: "储能温控与消防", branch: b, position: "上游", feeds: []string{"储能系统集成"}},
		{code: "es-sodium", name: "钠离子电池", branch: b, position: "中游", feeds: []string{"储能系统集成"}, remedy: "补链"},
		{code: "es-system", name: "储能系统集成", branch: b, position: "中游", feeds: []string{"储能电站运营"}, remedy: "强链"},
		{code: "es-station", name: "储能电站运营", branch: b, position: "下游", remedy: "延链"},
	}
}

func copperSegments() []segment {
	const b = copperBranch
	return []segment{
		{code: "cu-recycle", name: "再生铜", branch: b, position: "上游", feeds: []string{"电解铜", "铜杆"}},
		{code: "cu-cathode", name: "电解铜", branch: b, position: "上游", feeds: []string{"铜杆", "锂电铜箔", "电子铜箔", "铜板带"}},
		{
			code: "cu-rod", name: "铜杆", branch: b, position: "中游", feeds: []string{"漆包线", "电线电缆"}, remedy: "延链",
			diagnosis: "正常", reason: "链主企业营业收入中大宗贸易占比较高，附加值偏低，链长办研判暂不列为优势环节。",
		},
		{code: "cu-foil", name: "锂电铜箔", branch: b, position: "中游", remedy: "强链"},
		{code: "cu-efoil", name: "电子铜箔", branch: b, position: "中游", feeds: []string{"覆铜板"}},
		{code: "cu-strip", name: "铜板带", branch: b, position: "中游", feeds: []string{"印制电路板"}},
		{code: "cu-wire", name: "漆包线", branch: b, position: "下游"},
		{code: "cu-cable", name: "电线电缆", branch: b, position: "下游"},
		{code: "cu-ccl", name: "覆铜板", branch: b, position: "下游", feeds: []string{"印制电路板"}, remedy: "补链"},
		{code: "cu-pcb", name: "印制电路板", branch: b, position: "下游"},
	}
}

func siliconSegments() []segment {
	const b = siliconBranch
	return []segment{
		{code: "si-metal", name: "工业硅", branch: b, position: "上游", feeds: []string{"有机硅单体"}, remedy: "延链"},
		{code: "si-monomer", name: "有机硅单体", branch: b, position: "上游", feeds: []string{"硅油", "硅橡胶"}, remedy: "补链"},
		{code: "si-oil", name: "硅油", branch: b, position: "中游", feeds: []string{"有机硅密封胶"}},
		{code: "si-rubber", name: "硅橡胶", branch: b, position: "中游", feeds: []string{"有机硅密封胶", "硅橡胶制品"}},
		{code: "si-sealant", name: "有机硅密封胶", branch: b, position: "下游"},
		{code: "si-parts", name: "硅橡胶制品", branch: b, position: "下游"},
	}
}

func segmentTable() table {
	t := table{
		name: "环节",
		columns: []column{
			{"产业链", text, 16},
			{"编码", text, 15},
			{"名称", text, 18},
			{"细分链", text, 13},
			{"位置", text, 8},
			{"上级环节", text, 11},
			{"下游环节", text, 44},
			{"诊断", text, 8},
			{"诊断理由", long, 50},
			{"对策", text, 8},
			{"排序", count, 8},
		},
	}
	order := map[string]int{}
	for _, s := range segments() {
		order[s.chain()]++
		t.rows = append(t.rows, []any{
			chainName(s.chain()), s.code, s.name, s.branch, s.position, orNil(s.parent), orNil(strings.Join(s.feeds, "、")),
			orNil(s.diagnosis), orNil(s.reason), orNil(s.remedy), order[s.chain()] * 10,
		})
	}
	return t
}
