package main

import "fmt"

// prospect is one row of 招商目标: whom the office means to win for a weak
// segment. project names what came of it.
type prospect struct {
	name, segment, province, city string
	state, unit                   string
	direction, project, note      string
}

func prospects() []prospect {
	const none, met, talks, signed, rest = "未联系", "已联系", "在谈", "已签约", "暂缓"
	const trade, park = "县商务局", "县经开区管委会"
	return []prospect{
		{"闽海乙卯示例氟化集团", "li-pf6", "福建", "三明", talks, park, "六氟磷酸锂", "六氟磷酸锂配套项目", "10月来县看过用地，等待环境容量意见"},
		{"吴越己酉示例锂盐材料股份公司", "li-pf6", "江苏", "南通", met, trade, "六氟磷酸锂、双氟磺酰亚胺锂", "", "愿意先供货，再谈落户"},
		{"吴越丙辰示例碳材集团", "li-sianode", "江苏", "常州", talks, science, "硅碳负极", "硅碳负极材料项目", ""},
		{"示例新型负极材料研究院", "li-sianode", "江西", "南昌", met, science, "硅碳负极中试线", "", "可提供中试数据，产业化需另找投资方"},
		{"岭南丁亥示例石墨集团", "li-graphite", "广东", "清远", none, trade, "负极用石墨原料", "", ""},
		{"申浦丙寅示例膜材集团", "li-coating", "上海", "上海", signed, park, "涂覆隔膜", "隔膜涂覆一体化项目", "已于2026年6月签约"},
		{"岭南甲寅示例新能源控股集团", "li-cell", "广东", "深圳", signed, park, "方形铁锂电芯", "方形铁锂电芯项目", "已于2026年3月签约"},
		{"闽海庚子示例晶硅集团", "pv-silicon", "福建", "泉州", rest, "县发改委", "多晶硅料", "", "能耗指标不具备，暂缓"},
		{"之江丁巳示例电子材料集团", "pv-paste", "浙江", "嘉兴", met, trade, "光伏导电银浆", "光伏导电银浆项目", ""},
		{"闽海乙丑示例金属集团", "pv-mount", "福建", "厦门", signed, trade, "光伏支架", "光伏支架智能制造项目", "已于2026年5月签约"},
		{"岭南庚申示例智控集团", "es-bms", "广东", "深圳", talks, science, "电池管理系统", "电池管理系统研发制造项目", ""},
		{"荆楚辛卯示例钠电公司", "es-sodium", "湖北", "武汉", met, industrial, "钠离子电芯", "", "要求先落实储能示范场景"},
		{"岭南癸卯示例钠能公司", "es-sodium", "广东", "惠州", none, industrial, "层状氧化物正极、钠电芯", "", ""},
		{"岭南壬午示例电子材料公司", "cu-ccl", "广东", "珠海", met, trade, "高频高速覆铜板", "", ""},
		{"之江庚辰示例硅业集团", "si-monomer", "浙江", "衢州", talks, industrial, "有机硅单体", "有机硅单体项目", "参加了10月广州推介会，有意向，等待化工园区复核结果"},
		{"皖江戊戌示例有机硅公司", "si-monomer", "安徽", "蚌埠", none, industrial, "有机硅单体", "", ""},
	}
}

func prospectTable(d *directory) table {
	t := table{
		name: "招商目标",
		columns: []column{
			{"编号", text, 10},
			{"产业链", text, 16},
			{"环节", text, 16},
			{"名称", text, 32},
			{"所在省", text, 9},
			{"所在市", text, 9},
			{"联系状态", text, 11},
			{"联系单位", text, 16},
			{"联系人", text, 10},
			{"联系电话", text, 15},
			{"拟投方向", text, 28},
			{"项目", text, 32},
			{"备注", long, 44},
		},
	}
	for i, p := range prospects() {
		s, project, key := d.segment(p.segment), d.project(p.project), "prospect/"+p.name
		var who, phone any
		if p.state != "未联系" {
			who, phone = contact(key), telephone(key)
		}
		t.rows = append(t.rows, []any{
			fmt.Sprintf("MB%04d", i+1), chainName(s.chain()), s.name, p.name, p.province, p.city, p.state, p.unit,
			who, phone, p.direction, orNil(project.name), orNil(p.note),
		})
	}
	return t
}
