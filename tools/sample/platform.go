package main

// Platforms that technologies and clusters refer to.
const (
	cathodeLab        = "示例市锂电正极材料重点实验室"
	saltCentre        = "示例县锂资源高值利用工程技术研究中心"
	electrolyteCentre = "示例县电解液工程技术研究中心"
	recycleCentre     = "示例市退役电池循环利用工程技术研究中心"
	solarCentre       = "示例市高效光伏电池工程技术研究中心"
	storageLab        = "示例省新型储能系统重点实验室"
	foilCentre        = "示例省极薄铜箔工程技术研究中心"
	siliconeLab       = "示例县有机硅应用联合实验室"
	testCentre        = "示例县锂电材料检验检测公共服务平台"
	incubator         = "示例县光储众创空间"
)

// platform is one row of 平台清单; host is the key of an enterprise or a name.
type platform struct {
	name, segment, kind, level, host string
	recognised, until                day
}

func platforms() []platform {
	return []platform{
		{storageLab, "es-system", "重点实验室", "省级", "es-system/1", "2024-12-20", "2027-12-19"},
		{foilCentre, "cu-foil", "工程技术研究中心", "省级", "cu-foil/1", "2023-12-08", "2026-12-07"},
		{cathodeLab, "li-lfp", "重点实验室", "市级", "li-lfp/1", "2024-06-28", "2027-06-27"},
		{recycleCentre, "li-recycle", "工程技术研究中心", "市级", "li-recycle/1", "2025-07-18", "2028-07-17"},
		{solarCentre, "pv-cell", "工程技术研究中心", "市级", "pv-cell/1", "2023-09-22", "2026-09-21"},
		{saltCentre, "li-salt", "工程技术研究中心", "县级", "li-salt/1", "2025-03-21", "2028-03-20"},
		{electrolyteCentre, "li-electrolyte", "工程技术研究中心", "县级", "li-electrolyte/1", "2025-11-14", "2028-11-13"},
		{siliconeLab, "si-rubber", "联合实验室", "县级", "si-rubber/1", "2026-04-24", "2029-04-23"},
		{testCentre, "", "公共服务平台", "市级", "示例县产业技术服务中心", "2024-04-19", "2027-04-18"},
		{incubator, "", "众创空间", "县级", "示例县光储产业运营有限公司", "2025-09-05", ""},
	}
}

func platformTable(d *directory) table {
	t := table{
		name: "平台清单",
		columns: []column{
			{"名称", text, 40},
			{"产业链", text, 16},
			{"环节", text, 18},
			{"类型", text, 20},
			{"级别", text, 8},
			{"依托单位", text, 32},
			{"认定日期", date, 13},
			{"有效期至", date, 13},
		},
	}
	for _, p := range platforms() {
		chain, segment, host := chainName(energy), "", p.host
		if p.segment != "" {
			s := d.segment(p.segment)
			chain, segment, host = chainName(s.chain()), s.name, d.firm(p.host).name
		}
		t.rows = append(t.rows, []any{p.name, chain, orNil(segment), p.kind, p.level, host, p.recognised, p.until})
	}
	return t
}
