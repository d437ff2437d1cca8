package workbook

import (
	"math/big"
	"strings"
)

// measure is a unit of measure: its family and its size in the family's base.
type measure struct {
	family   string
	num, den int64
}

// The families of money; 人民币 and 美元 are never converted into each other.
const (
	renminbi = "人民币"
	dollars  = "美元"
	ratio    = "比率"
)

// measureOf reads a unit as officials write it, folded to half-width.
func measureOf(unit string) (measure, bool) {
	switch strings.ToLower(unit) {
	case "元", "人民币元":
		return measure{renminbi, 1, 1}, true
	case "百元":
		return measure{renminbi, 100, 1}, true
	case "千元":
		return measure{renminbi, 1_000, 1}, true
	case "万元", "万元人民币", "人民币万元":
		return measure{renminbi, 10_000, 1}, true
	case "十万元":
		return measure{renminbi, 100_000, 1}, true
	case "百万元":
		return measure{renminbi, 1_000_000, 1}, true
	case "千万元":
		return measure{renminbi, 10_000_000, 1}, true
	case "亿元", "亿元人民币", "人民币亿元":
		return measure{renminbi, 100_000_000, 1}, true
	case "美元":
		return measure{dollars, 1, 1}, true
	case "千美元":
		return measure{dollars, 1_000, 1}, true
	case "万美元":
		return measure{dollars, 10_000, 1}, true
	case "百万美元":
		return measure{dollars, 1_000_000, 1}, true
	case "亿美元":
		return measure{dollars, 100_000_000, 1}, true
	}
	return physicalMeasure(strings.ToLower(unit))
}

func physicalMeasure(unit string) (measure, bool) {
	switch unit {
	case "%":
		return measure{ratio, 10, 1}, true
	case "‰":
		return measure{ratio, 1, 1}, true
	case "百分点", "个百分点":
		return measure{"百分点", 1, 1}, true
	case "千瓦时", "度", "kwh", "千瓦小时":
		return measure{"电量", 1, 1}, true
	case "兆瓦时", "mwh":
		return measure{"电量", 1_000, 1}, true
	case "万千瓦时", "万度", "万kwh", "万千瓦小时":
		return measure{"电量", 10_000, 1}, true
	case "亿千瓦时", "亿度", "亿kwh", "亿千瓦小时":
		return measure{"电量", 100_000_000, 1}, true
	case "千瓦", "kw":
		return measure{"功率", 1, 1}, true
	case "兆瓦", "mw":
		return measure{"功率", 1_000, 1}, true
	case "万千瓦", "万kw":
		return measure{"功率", 10_000, 1}, true
	case "吉瓦", "gw":
		return measure{"功率", 1_000_000, 1}, true
	case "平方米", "平米", "㎡", "m2", "m²":
		return measure{"面积", 1, 1}, true
	case "亩":
		return measure{"面积", 2_000, 3}, true // 15 亩 are 1 公顷
	case "公顷", "万平方米", "万平米", "万㎡", "万m2", "万m²":
		return measure{"面积", 10_000, 1}, true
	case "万亩":
		return measure{"面积", 20_000_000, 3}, true
	case "平方公里", "平方千米", "km2", "km²":
		return measure{"面积", 1_000_000, 1}, true
	case "千克", "公斤", "kg":
		return measure{"重量", 1, 1}, true
	case "吨", "t":
		return measure{"重量", 1_000, 1}, true
	case "万吨":
		return measure{"重量", 10_000_000, 1}, true
	case "亿吨":
		return measure{"重量", 100_000_000_000, 1}, true
	}
	return countMeasure(unit)
}

// countMeasure reads units of counting: firms and things, people, positions.
func countMeasure(unit string) (measure, bool) {
	size := int64(1)
	if bare, ok := strings.CutPrefix(unit, "万"); ok {
		unit, size = bare, 10_000
	}
	switch unit {
	case "家", "户", "个", "项", "件", "笔", "次", "条", "台", "套", "台套", "辆":
		return measure{"个数", size, 1}, true
	case "人", "名":
		return measure{"人数", size, 1}, true
	case "°":
		return measure{"角度", 1, 1}, size == 1
	case "天", "日", "工作日":
		return measure{"天数", 1, 1}, size == 1
	case "位":
		return measure{"位次", 1, 1}, size == 1
	}
	return measure{}, false
}

// factorTo returns what a figure in unit m is multiplied by to be in unit to of
// the same family; nil is 1.
func (m measure) factorTo(to measure) *big.Rat {
	f := new(big.Rat).Mul(big.NewRat(m.num, m.den), big.NewRat(to.den, to.num))
	if f.IsInt() && f.Num().IsInt64() && f.Num().Int64() == 1 {
		return nil
	}
	return f
}
