package workbook

import (
	"strings"
	"unicode/utf8"

	"chainboard/industry"
)

// maxCellText is how many characters a spreadsheet cell can hold.
const maxCellText = 32_767

// broken reports what makes any cell unusable, whatever its field.
func broken(c *cell) *fault {
	switch {
	case c.stale:
		return &fault{"公式没有计算结果，看不到数值", "用 Excel 或 WPS 打开文件并保存一次，再导入"}
	case c.kind == errorCell:
		return &fault{"单元格是错误值 " + c.text, "改正公式，或直接填写内容"}
	case len(c.text) > maxCellText && utf8.RuneCountInString(c.text) > maxCellText:
		return &fault{"单元格的文字超过 32767 个字", "缩短文字，或拆成几格"}
	}
	return nil
}

func (r *rowReader) value(c *cell, field int) (string, *fault) {
	if wrong := broken(c); wrong != nil {
		return "", wrong
	}
	f := &r.sheet.Register.Fields[field]
	switch f.Kind {
	case industry.Money, industry.Number, industry.Percentage, industry.Measure:
		return r.number(c, field)
	case industry.Choice:
		return parseChoice(c, f.Choices)
	case industry.YesNo:
		return parseYesNo(c)
	case industry.DateField:
		return parseDate(c, r.date1904)
	case industry.MonthField:
		return r.month(c)
	case industry.YearField:
		return parseYear(c)
	case industry.Titles:
		return parseTitles(r.display(c), r.date1904)
	case industry.CreditCode:
		return parseCreditCode(c)
	case industry.Code:
		return parseCode(c, r.sheet.Register == industry.ChainRegister)
	case industry.Object:
		return r.object(c)
	case industry.Reference, industry.SubjectField:
		if notReported(c.text) {
			return "", nil
		}
	}
	if f.Many {
		return joinList(splitList(r.display(c))), nil
	}
	return r.display(c), nil
}

// number reads a figure in the unit of its field, or of the row's indicator.
func (r *rowReader) number(c *cell, field int) (string, *fault) {
	f := &r.sheet.Register.Fields[field]
	entered, target := r.entered[field], f.Unit
	switch f.Kind {
	case industry.Percentage:
		target = "%"
	case industry.Money:
		if target = tenThousandYuan; r.context.usd {
			target, entered = tenThousandDollars, inDollars(entered)
		}
	case industry.Measure:
		if !r.context.known {
			return "", nil // the indicator's own problem refuses the row
		}
		if target = r.context.unit; r.context.rate {
			entered = ""
		} else if m, ok := measureOf(entered); ok && m.family == renminbi && !industry.IsMoneyUnit(target) {
			entered = "" // a unit of money in the header speaks of money indicators only
		}
	}
	if entered == "" && f.Kind == industry.Measure && !r.context.rate {
		entered = r.head.lineUnit(target)
	}
	if entered == "" {
		entered = target
	}
	return r.convert.figure(c, entered, target)
}

// month reads a month and remembers it: a sheet repeats few of them often.
func (r *rowReader) month(c *cell) (string, *fault) {
	if known, ok := r.months[c.text]; ok && c.kind != booleanCell {
		r.annual = known.annual
		return known.month, nil
	}
	month, annual, wrong := parseMonth(c, r.date1904)
	if wrong == nil && annual && r.sheet.Register != industry.ReportRegister {
		return "", &fault{"“" + shown(c.text) + "”只有年份，缺少月份", "月份写成 2026-03 或 2026年3月"}
	}
	r.annual = annual
	if wrong == nil && len(r.months) < 1_000 {
		r.months[c.text] = monthValue{month, annual}
	}
	return month, wrong
}

// object keeps what names the object; a credit code is checked here.
func (r *rowReader) object(c *cell) (string, *fault) {
	if notReported(c.text) {
		return "", nil
	}
	if c.kind == numberCell && lostDigits(c.text) || creditCodeLike(strings.ToUpper(fold(c.text))) {
		return parseCreditCode(c)
	}
	return r.display(c), nil
}

// creditCodeLike reports 18 letters and digits with the six digits of an
// administrative division where a credit code has them.
func creditCodeLike(s string) bool {
	if len(s) != 18 {
		return false
	}
	for i := range len(s) {
		digit := s[i] >= '0' && s[i] <= '9'
		if !digit && (i >= 2 && i < 8 || s[i] < 'A' || s[i] > 'Z') {
			return false
		}
	}
	return true
}
