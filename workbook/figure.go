package workbook

import (
	"fmt"
	"math/big"
	"strings"

	"chainboard/industry"
)

// The standard units in which money is kept.
const (
	tenThousandYuan    = "万元"
	tenThousandDollars = "万美元"
)

// conversion is a cached answer to "what turns unit from into unit to".
type conversion struct {
	known  bool // both units are known
	same   bool // and of one family
	factor *big.Rat
}

type unitPair struct{ from, to string }

// converter turns figures as entered into the standard unit of their field.
type converter struct{ known map[unitPair]conversion }

func newConverter() *converter { return &converter{map[unitPair]conversion{}} }

func (v *converter) between(from, to string) conversion {
	if from == to {
		return conversion{known: true, same: true}
	}
	pair := unitPair{from, to}
	c, ok := v.known[pair]
	if ok {
		return c
	}
	a, okA := measureOf(from)
	b, okB := measureOf(to)
	c = conversion{known: okA && okB, same: okA && okB && a.family == b.family}
	if c.same {
		c.factor = a.factorTo(b)
	}
	if len(v.known) < 1_000 { // cells can name endless units; columns cannot
		v.known[pair] = c
	}
	return c
}

// figure reads a numeric cell as canonical text in the unit target. A unit in
// the cell wins, then entered, the unit that the header or the 单位 line sets.
func (v *converter) figure(c *cell, entered, target string) (string, *fault) {
	switch c.kind {
	case booleanCell:
		return "", notNumber(map[bool]string{true: "TRUE", false: "FALSE"}[c.text == "1"])
	case dateCell:
		return "", notNumber(c.text)
	}
	a, wrong := parseAmount(c.text)
	if wrong != nil {
		return "", wrong
	}
	if a.decimal == "" {
		return "", nil
	}
	if c.format == percentFormat && c.kind == numberCell {
		if target != "%" {
			return "", percentInAmount(c.text+"（百分比格式）", target)
		}
		return quantityText(a.decimal, big.NewRat(100, 1))
	}
	unit := entered
	if a.unit != "" {
		if unit = scaledUnit(a.unit, target); unit == "%" && target != "%" {
			return "", percentInAmount(c.text, target)
		}
	}
	if target == "" {
		return v.bare(a, c.text)
	}
	how := v.between(unit, target)
	switch {
	case how.same:
		return quantityText(a.decimal, how.factor)
	case a.unit == "" || how.known:
		return "", otherUnit(unit, target)
	case looksLikeUnit(a.unit):
		return "", &fault{fmt.Sprintf("不认识单位“%s”，这里的单位是 %s", a.unit, target), "只填以 " + target + " 为单位的数字，或写明同类单位"}
	}
	return "", notNumber(c.text)
}

// bare reads a figure without a unit, such as a rank; 位 and 名 may follow it.
func (v *converter) bare(a amount, text string) (string, *fault) {
	if a.unit != "" && a.unit != "位" && a.unit != "名" {
		return "", notNumber(text)
	}
	return quantityText(a.decimal, nil)
}

func otherUnit(entered, target string) *fault {
	return &fault{
		fmt.Sprintf("写的单位是 %s，而这里应为 %s，两者不能换算", entered, target),
		"换算成 " + target + " 后填写",
	}
}

func percentInAmount(value, target string) *fault {
	remedy := "填写数值，不要用百分数"
	if target != "" {
		remedy = "填写以 " + target + " 为单位的数值，不要用百分数"
	}
	return &fault{"“" + shown(value) + "”是百分数，而这一列不是百分比", remedy}
}

// quantityText multiplies exactly and writes the canonical decimal.
func quantityText(decimal string, factor *big.Rat) (string, *fault) {
	if factor == nil && canonicalDecimal(decimal) {
		return decimal, nil
	}
	q, err := industry.ParseQuantity(decimal, factor)
	if err != nil {
		return "", &fault{err.Error(), "请核对数值和单位"}
	}
	return q.Decimal(), nil
}

// canonicalDecimal reports text that is already what Quantity.Decimal writes.
func canonicalDecimal(s string) bool {
	if s == "0" {
		return true
	}
	whole, fraction, hasPoint := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if len(whole) > 12 || len(fraction) > 6 || !plainDecimal(s) {
		return false
	}
	if whole[0] == '0' && len(whole) > 1 || !hasPoint && whole == "0" {
		return false
	}
	return !hasPoint || fraction[len(fraction)-1] != '0'
}

// inDollars writes a unit of 人民币 as the same unit of 美元: 亿元 becomes 亿美元.
func inDollars(unit string) string {
	if m, ok := measureOf(unit); ok && m.family == renminbi {
		return strings.TrimSuffix(unit, "元") + "美元"
	}
	return unit
}
