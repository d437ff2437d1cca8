package main

func materialTechnologies() []technology {
	return []technology{
		{"cu-recycle", "再生铜火法直接制杆", inVolume, abreast, 2023, 2026, "杂铜直接利用率达到85%", "2024-04:中试；2026-06:量产", "cu-recycle/1", academy, "", industrial},
		{"cu-foil", "6微米锂电铜箔", inVolume, leading, 2023, 2024, "抗拉强度达到400兆帕，单卷长度3万米", "2023-06:量产；2024-10:满产", "cu-foil/1", academy, foilCentre, industrial},
		{"cu-foil", "4.5微米极薄铜箔", inVolume, abreast, 2025, 2027, "针孔率降至每千平方米1个以下", "2026-02:投产；2026-12:送样；2027:满产", "cu-foil/3", academy, foilCentre, industrial},
		{"cu-foil", "复合铜箔", inPilot, following, 2028, 2030, "方阻均匀性偏差不超过5%", "2028-06:中试验收；2030:量产", "cu-foil/b1", university, foilCentre, science},
		{"cu-efoil", "高频高速反转铜箔", inLab, absent, 2026, 2029, "表面粗糙度不超过1.5微米", "2027-06:小试；2029:量产", "cu-efoil/1", academy, foilCentre, science},
		{"cu-strip", "引线框架铜带", inPilot, following, 2026, 2028, "残余应力翘曲不超过2毫米/米", "2027-12:投产；2028-10:认证", "cu-strip/1", academy, "", science},
		{"cu-wire", "新能源电机扁线漆包", inVolume, following, 2024, 2026, "局部放电起始电压达到1200伏", "2025-09:送样；2026-09:量产", "cu-wire/1", university, "", industrial},
		{"si-monomer", "有机硅单体合成", inLab, absent, 2027, 2030, "引进年产10万吨单体装置，二甲收率达到88%", "2027-06:签约；2030-06:投产", "", "示例省化工研究院", "", industrial},
		{"si-rubber", "加成型液体硅橡胶", inPilot, following, 2025, 2027, "撕裂强度达到40千牛/米", "2026-10:中试；2027-07:投产", "si-rubber/b1", university, siliconeLab, science},
		{"si-sealant", "动力电池导热灌封胶", inPilot, abreast, 2025, 2027, "导热系数达到2.0瓦/(米·开)，通过两家PACK企业验证", "2026-05:送样；2027-03:量产", "si-sealant/1", university, siliconeLab, science},
	}
}
