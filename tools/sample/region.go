package main

// region is one row of 区域, around an invented point on no published map.
type region struct {
	code, name, kind, parent, level string
	lon, lat                        float64
}

// Parks of the county: one provincial, two of the county's own.
const (
	devZone    = "示例县经济开发区"
	copperPark = "示例县河西铜基新材料园"
	solarPark  = "示例县城北光储产业园"
)

// What the county is compared with; nothing there is summed.
const (
	nation   = "示例国"
	province = "示例省"
	city     = "示例市"
)

func regions() []region {
	return []region{
		{"000000", nation, "国家", "", "", 0, 0},
		{"369000", province, "省", nation, "", 115.9, 28.3},
		{"369900", city, "市", province, "", 116.3, 27.9},
		{"369921", "示例县", "县", city, "", 116.42, 27.63},
		{"369921100", "城关镇", "乡镇", "示例县", "", 116.4248, 27.6342},
		{"369921101", "东河镇", "乡镇", "示例县", "", 116.5036, 27.6415},
		{"369921102", "西塘镇", "乡镇", "示例县", "", 116.3317, 27.6278},
		{"369921103", "北坪镇", "乡镇", "示例县", "", 116.4102, 27.7386},
		{"369921104", "中洲镇", "乡镇", "示例县", "", 116.4671, 27.5861},
		{"369921105", "下湾镇", "乡镇", "示例县", "", 116.3844, 27.5107},
		{"369921106", "石桥镇", "乡镇", "示例县", "", 116.2759, 27.5593},
		{"369921107", "枫树镇", "乡镇", "示例县", "", 116.5582, 27.7049},
		{"369921108", "白沙镇", "乡镇", "示例县", "", 116.5913, 27.5524},
		{"369921200", "南岭乡", "乡镇", "示例县", "", 116.4535, 27.4482},
		{"369921201", "上源乡", "乡镇", "示例县", "", 116.2493, 27.7218},
		{"369921202", "青山乡", "乡镇", "示例县", "", 116.3391, 27.7967},
		{"369921400", devZone, "园区", "示例县", "省级", 116.4769, 27.6633},
		{"369921401", copperPark, "园区", "示例县", "县级", 116.3736, 27.6051},
		{"369921402", solarPark, "园区", "示例县", "县级", 116.4187, 27.6944},
	}
}

func regionTable() table {
	t := table{
		name: "区域",
		columns: []column{
			{"编码", text, 12},
			{"名称", text, 26},
			{"类型", text, 9},
			{"上级", text, 11},
			{"级别", text, 9},
			{"经度", coord, 11},
			{"纬度", coord, 11},
		},
	}
	for _, r := range regions() {
		cells := []any{r.code, r.name, r.kind, orNil(r.parent), orNil(r.level), r.lon, r.lat}
		if r.lon == 0 { // a nation has no place on the county's map
			cells[5], cells[6] = nil, nil
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// place chooses where a firm of a segment stands: the large ones in the park of
// their branch, some small ones in a township.
func place(branch, key string, above bool) string {
	towns := []string{"东河镇", "城关镇", "枫树镇", "石桥镇", "中洲镇", "西塘镇", "白沙镇", "下湾镇"}
	roll := draw(100, "place", key)
	if !above && roll < 45 || above && roll < 6 {
		return towns[draw(int64(len(towns)), "town", key)]
	}
	roll = draw(100, "park", key)
	switch branch {
	case copperBranch:
		if roll < 78 {
			return copperPark
		}
	case solarBranch, storageBranch:
		if roll < 60 {
			return solarPark
		}
	}
	return devZone
}
