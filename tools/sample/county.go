package main

// The two chains of the county. Every enterprise is primary in one of them.
const (
	energy    = "ne"
	materials = "nm"
)

func chainName(code string) string {
	if code == energy {
		return "新能源产业链"
	}
	return "新材料产业链"
}

func chainTable() table {
	return table{
		name: "产业链",
		columns: []column{
			{"编码", text, 9},
			{"名称", text, 16},
			{"地区", text, 10},
			{"版本", text, 12},
			{"首位产业", text, 10},
			{"牵头单位", text, 12},
			{"简介", long, 80},
		},
		rows: [][]any{
			{energy, chainName(energy), "示例县", "2026年版", "是", "县工信局", "以锂电、光伏、新型储能三条细分链为主，碳酸锂、磷酸铁锂正极、光伏组件、储能系统集成形成链主带动，电芯、隔膜、六氟磷酸锂等环节待补强。"},
			{materials, chainName(materials), "示例县", "2026年版", "否", "县工信局", "以铜基、硅基新材料为主，铜杆、锂电铜箔形成链主带动并向新能源产业链配套，有机硅单体环节缺失，覆铜板环节偏弱。"},
		},
	}
}

// leader is one row of 链长制; to is "" while the tenure lasts.
type leader struct {
	role, who, post string
	from, to        day
}

func leadershipTable() table {
	t := table{
		name: "链长制",
		columns: []column{
			{"产业链", text, 16}, {"角色", text, 11}, {"姓名或单位", text, 18}, {"职务", text, 36}, {"任职起", date, 12}, {"任职止", date, 12},
		},
	}
	for _, chain := range []string{energy, materials} {
		for _, l := range append(personsOf(chain), officesOf(chain)...) {
			t.rows = append(t.rows, []any{chainName(chain), l.role, l.who, orNil(l.post), l.from, l.to})
		}
	}
	return t
}

func personsOf(chain string) []leader {
	if chain == energy {
		return []leader{
			{"总链长", "周示远", "县委书记", "2023-03-15", ""},
			{"链长", "方示谦", "县委常委、县政府党组副书记", "2023-03-15", "2025-01-20"},
			{"链长", "陈示明", "县委常委、常务副县长，分管工业", "2025-01-21", ""},
			{"副链长", "刘示清", "县人大常委会副主任", "2023-03-15", ""},
			{"副链长", "黄示嘉", "副县长，分管科技", "2024-06-03", ""},
			{"联络员", "吴示安", "县工信局产业链股股长", "2023-03-15", ""},
			{"联络员", "罗示敏", "县科技局高新技术股股长", "2023-03-15", ""},
		}
	}
	return []leader{
		{"总链长", "周示远", "县委书记", "2023-03-15", ""},
		{"链长", "邓示宏", "县委常委、县经开区党工委书记", "2023-03-15", ""},
		{"副链长", "徐示和", "县人大常委会副主任", "2023-03-15", ""},
		{"副链长", "黄示嘉", "副县长，分管科技", "2024-06-03", ""},
		{"联络员", "谢示文", "县工信局原材料股股长", "2023-03-15", ""},
		{"联络员", "曾示越", "县科技局成果转化股股长", "2024-02-01", ""},
	}
}

// officesOf gives the units of a chain: the 链长办 sits in two bureaus.
func officesOf(chain string) []leader {
	const since = "2023-03-15"
	list := []leader{
		{"链长办", "县工信局", "链长办设在单位", since, ""},
		{"链长办", "县科技局", "链长办设在单位", since, ""},
		{"牵头单位", "县工信局", "", since, ""},
		{"责任单位", "县经开区管委会", "", since, ""},
		{"责任单位", "县商务局", "", since, ""},
	}
	members := []string{"县发改委", "县统计局", "县财政局", "县税务局", "县自然资源局", "县供电公司"}
	if chain == materials {
		members = []string{"县发改委", "县统计局", "县财政局", "县税务局", "县生态环境局", "县供电公司"}
	}
	for _, m := range members {
		list = append(list, leader{"成员单位", m, "", since, ""})
	}
	return list
}
