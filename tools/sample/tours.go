package main

// Who goes along (参加单位).
const (
	core     = "县工信局、县科技局、县经开区管委会"
	growing  = "县工信局、县科技局、县统计局"
	helping  = "县工信局、县财政局、县供电公司"
	building = "县经开区管委会、县自然资源局、县住建局"
)

// earlierTours are those of 2025.
func earlierTours() []tour {
	return []tour{
		{"2025-02-20", "陈示明", core, "li-lfp/1 li-salt/1 li-salt/2"},
		{"2025-03-13", "刘示清", core, "li-can/1 li-anode/1"},
		{"2025-03-27", "邓示宏", helping, "cu-rod/1 cu-foil/1 cu-wire/1"},
		{"2025-04-17", "黄示嘉", growing, "es-system/1 es-pcs/1"},
		{"2025-05-15", "徐示和", helping, "cu-strip/1 cu-cable/1 si-metal/1"},
		{"2025-06-12", "陈示明", core, "pv-module/1 pv-cell/1 pv-wafer/1"},
		{"2025-07-10", "周示远", core, "li-pack/1 li-cell/1"},
		{"2025-08-14", "邓示宏", core, "cu-foil/2 cu-recycle/1"},
		{"2025-09-11", "刘示清", growing, "li-recycle/1 li-ncm/1 li-electrolyte/1"},
		{"2025-09-25", "黄示嘉", growing, "cu-pcb/1 si-rubber/1 si-oil/1"},
		{"2025-10-23", "陈示明", core, "pv-glass/1 pv-film/1 li-lfp/2"},
		{"2025-11-20", "徐示和", helping, "cu-cathode/1 cu-rod/2"},
	}
}

func thisYearsTours() []tour {
	return []tour{
		{"2026-01-14", "陈示明", core, "li-lfp/1 li-salt/1"},
		{"2026-01-22", "邓示宏", core, "cu-rod/1 cu-foil/1"},
		{"2026-02-05", "周示远", core, "pv-module/1 es-system/1"},
		{"2026-02-26", "黄示嘉", growing, "es-bms/s2 es-pcs/1 li-pack/2"},
		{"2026-03-11", "刘示清", core, "li-separator/1 li-electrolyte/1 li-anode/1"},
		{"2026-03-19", "徐示和", building, "cu-strip/1 cu-wire/1 cu-cable/1"},
		{"2026-04-09", "陈示明", building, "li-cell/b1 li-cell/1 li-can/2"},
		{"2026-04-16", "邓示宏", helping, "si-rubber/1 si-oil/1 si-metal/1"},
		{"2026-04-28", "陈示明", helping, "pv-wafer/2 pv-wafer/1 pv-cell/1"},
		{"2026-05-13", "黄示嘉", growing, "li-ncm/1 li-recycle/1 li-fepo4/1"},
		{"2026-05-21", "徐示和", growing, "cu-pcb/1 cu-ccl/s1 cu-efoil/1"},
		{"2026-06-10", "刘示清", helping, "pv-glass/1 pv-film/1 pv-module/2"},
		{"2026-06-17", "陈示明", helping, "li-salt/4 li-salt/3 li-pack/1"},
		{"2026-07-08", "邓示宏", building, "cu-foil/b1 cu-foil/2 cu-recycle/1"},
		{"2026-07-15", "黄示嘉", growing, "es-sodium/b1 es-system/2 es-thermal/1"},
		{"2026-07-22", "周示远", building, "li-cell/b1 li-anode/b1"},
		{"2026-08-06", "刘示清", core, "li-anode/2 li-lfp/2 li-lfp/3"},
		{"2026-08-19", "徐示和", growing, "si-rubber/b1 si-sealant/1 si-parts/1"},
		{"2026-09-03", "陈示明", core, "es-system/3 es-pcs/2 es-station/1"},
		{"2026-09-10", "黄示嘉", growing, "li-fepo4/2 li-can/3"},
		{"2026-09-22", "邓示宏", core, "cu-cathode/1 cu-rod/2 cu-strip/2"},
		{"2026-10-15", "陈示明", core, "pv-cell/2 pv-mount/s1 pv-plant/1"},
		{"2026-10-22", "徐示和", helping, "cu-cable/2 cu-wire/2"},
		{"2026-10-28", "刘示清", growing, "li-lfp/4 li-pack/3"},
		{"2026-11-11", "黄示嘉", growing, "es-bms/s1 es-thermal/2"},
		{"2026-11-18", "陈示明", core, "li-cell/b1 li-lfp/1"},
	}
}
