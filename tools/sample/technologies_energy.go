package main

// Stages of a technology (阶段) and how it stands against others (水平).
const (
	inLab, inPilot, inVolume            = "研发", "中试", "量产"
	leading, abreast, following, absent = "领跑", "并跑", "跟跑", "空白"
)

// Units that answer for a technology, and partners, all invented.
const (
	science    = "县科技局"
	industrial = "县工信局"
	university = "示例大学材料学院"
	institute  = "示例省新能源研究院"
	academy    = "示例省有色金属研究所"
)

func energyTechnologies() []technology {
	return append(lithiumTechnologies(), solarTechnologies()...)
}

func lithiumTechnologies() []technology {
	return []technology{
		{"li-salt", "锂云母低温焙烧提锂", inVolume, abreast, 2023, 2025, "综合收率达到88%，吨盐能耗下降15%", "2023-10:中试；2024-12:量产", "li-salt/1", academy, saltCentre, industrial},
		{"li-salt", "碳酸锂母液除杂回用", inPilot, following, 2026, 2027, "母液回用率达到95%，外排水减少三成", "2026-09:中试；2027-10:量产", "li-salt/2", university, saltCentre, science},
		{"li-fepo4", "铁法一步合成磷酸铁", inVolume, abreast, 2024, 2026, "吨产品用水下降40%，铁磷比偏差不超过0.3%", "2024-11:中试；2026-03:量产", "li-fepo4/1", university, "", industrial},
		{"li-lfp", "高压实磷酸铁锂", inVolume, abreast, 2023, 2025, "粉体压实密度达到2.60克/立方厘米", "2024-03:中试；2025-05:量产", "li-lfp/1", institute, cathodeLab, industrial},
		{"li-lfp", "磷酸锰铁锂", inPilot, following, 2026, 2028, "克容量达到155毫安时，循环2500次", "2026-06:百吨线；2027-06:中试验收；2028:量产", "li-lfp/2", university, cathodeLab, science},
		{"li-lfp", "富锂锰基正极", inLab, absent, 2029, 2030, "完成公斤级样品，首效达到90%", "2029-12:小试；2030-12:中试", "", university, cathodeLab, science},
		{"li-ncm", "高镍单晶三元", inPilot, following, 2024, 2027, "镍含量90%以上单晶材料通过两家电池厂验证", "2025-08:送样；2027-03:量产", "li-ncm/1", institute, "", science},
		{"li-anode", "箱式石墨化", inVolume, following, 2023, 2026, "吨产品电耗降至9000千瓦时以下", "2024-09:中试；2026-12:量产", "li-anode/1", academy, "", industrial},
		{"li-anode", "快充包覆石墨负极", inPilot, following, 2027, 2028, "支持3C倍率充电，循环3000次", "2027-06:中试；2028-09:量产", "li-anode/2", university, "", science},
		{"li-sianode", "硅碳复合负极", inLab, absent, 2026, 2029, "引进一户企业，克容量达到1500毫安时", "2026-12:签约；2028-06:中试；2029:量产", "", institute, "", science},
		{"li-separator", "5微米湿法隔膜", inVolume, following, 2024, 2026, "成品率达到82%，进入两家动力电池厂供应链", "2025-04:投产；2026-06:满产", "li-separator/1", "", "", industrial},
		{"li-coating", "水性涂胶隔膜", inPilot, following, 2026, 2028, "涂层厚度偏差不超过0.3微米", "2027-03:中试；2028-03:量产", "li-coating/s1", university, "", science},
		{"li-electrolyte", "高电压电解液配方", inPilot, abreast, 2025, 2027, "4.4伏体系高温循环800次", "2026-04:送样；2027-05:量产", "li-electrolyte/1", institute, electrolyteCentre, science},
		{"li-electrolyte", "硫化物固态电解质", inLab, absent, 2028, 2030, "室温离子电导率达到5毫西门子/厘米", "2029:小试；2030-12:中试", "li-electrolyte/1", university, electrolyteCentre, science},
		{"li-cell", "314安时方形铁锂电芯", inVolume, following, 2026, 2028, "能量效率达到95.5%，循环8000次", "2026-06:开工；2027-12:投产；2028-09:达产", "li-cell/b1", institute, "", industrial},
		{"li-cell", "半固态电芯", inLab, absent, 2029, 2030, "能量密度达到350瓦时/千克", "2029-06:小试；2030-12:中试", "li-cell/1", university, "", science},
		{"li-recycle", "黑粉湿法全元素回收", inVolume, abreast, 2023, 2026, "锂回收率达到92%，镍钴锰回收率达到98%", "2024-05:中试；2026-08:量产", "li-recycle/1", academy, recycleCentre, industrial},
		{"li-recycle", "正极材料直接再生", inPilot, leading, 2027, 2029, "再生材料容量保持率达到97%", "2027-04:千吨线；2029:量产", "li-recycle/1", university, recycleCentre, science},
	}
}

func solarTechnologies() []technology {
	return []technology{
		{"pv-wafer", "130微米薄片切割", inVolume, following, 2024, 2026, "A级品率达到97%", "2025-06:中试；2026-10:量产", "pv-wafer/1", "", "", industrial},
		{"pv-cell", "TOPCon电池", inVolume, abreast, 2023, 2025, "量产转换效率达到26.2%", "2023-12:量产；2025-06:提效", "pv-cell/1", institute, solarCentre, industrial},
		{"pv-cell", "异质结电池", inPilot, following, 2026, 2028, "量产转换效率达到26.8%，银耗降至10毫克/瓦以下", "2026-12:开工；2028-06:投产", "pv-cell/b1", institute, solarCentre, science},
		{"pv-cell", "钙钛矿叠层电池", inLab, absent, 2029, 2030, "完成20平方厘米组件样品", "2030-06:小试", "", university, solarCentre, science},
		{"pv-module", "轻质柔性组件", inVolume, abreast, 2024, 2026, "单位重量降至5千克/平方米", "2025-06:投产；2026-04:认证", "pv-module/3", "", "", industrial},
		{"es-system", "液冷储能系统", inVolume, abreast, 2023, 2025, "簇间温差不超过3摄氏度", "2023-11:样机；2024-09:量产", "es-system/1", institute, storageLab, industrial},
		{"es-system", "构网型储能", inPilot, following, 2026, 2028, "通过并网检测，建成1个百兆瓦级示范", "2026-11:样机；2027-09:并网示范；2028:量产", "es-system/1", "示例省电力试验研究院", storageLab, science},
		{"es-sodium", "层状氧化物钠离子电芯", inPilot, following, 2025, 2027, "能量密度达到150瓦时/千克，循环4000次", "2026-12:中试；2027-10:量产", "es-sodium/b1", university, storageLab, science},
		{"es-bms", "主动均衡电池管理", inLab, following, 2026, 2028, "均衡电流达到5安，荷电状态误差不超过3%", "2027-03:样机；2028-04:量产", "es-bms/s2", university, storageLab, science},
	}
}
