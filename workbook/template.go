package workbook

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// templateRows is how far down a template's drop-downs and text formats reach.
const templateRows = 5_000

// Template writes an empty workbook to fill in: a 说明 sheet, then one sheet for
// each register with units and the mark ＊ of required columns in the header,
// explanations as comments, and drop-downs for columns of fixed choices and for
// those that name one record of another list; known says what can be named.
func Template(w io.Writer, registers []*industry.Register, known *industry.Directory) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	if err := placeSheet(f, 0, guideSheet); err != nil {
		return err
	}
	if err := writeGuide(f, registers, styles); err != nil {
		return err
	}
	words := &dictionary{file: f, known: known, places: map[string]string{}}
	for i, register := range registers {
		if err := placeSheet(f, i+1, register.Sheet); err != nil {
			return err
		}
		if err := writeBlank(f, register, styles, words); err != nil {
			return err
		}
	}
	return f.Write(w)
}

// writeBlank writes the empty sheet of one register.
func writeBlank(f *excelize.File, g *industry.Register, styles styles, words *dictionary) error {
	for i := range g.Fields {
		field := &g.Fields[i]
		cell, column := address(i, 1), letter(i)
		header, style := headerText(field), styles.header
		if field.Required {
			header, style = header+"＊", styles.required
		}
		if err := f.SetCellStr(g.Sheet, cell, header); err != nil {
			return err
		}
		if err := f.SetColWidth(g.Sheet, column, column, columnWidth(field)); err != nil {
			return err
		}
		if !numeric(field.Kind) {
			if err := f.SetColStyle(g.Sheet, column, styles.text); err != nil {
				return err
			}
		}
		if err := f.SetCellStyle(g.Sheet, cell, cell, style); err != nil {
			return err
		}
		if err := explain(f, g.Sheet, cell, field); err != nil {
			return err
		}
		if err := words.offer(g.Sheet, column, field); err != nil {
			return err
		}
	}
	if err := f.SetPanes(g.Sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return f.AutoFilter(g.Sheet, "A1:"+address(len(g.Fields)-1, templateRows), nil)
}

// explain puts a comment with all there is to know about a column on its header.
func explain(f *excelize.File, sheet, cell string, field *industry.Field) error {
	text := explanation(field)
	if text == "" {
		return nil
	}
	return f.AddComment(sheet, excelize.Comment{Cell: cell, Author: "chainboard", Text: text, Width: 260, Height: 90})
}

func explanation(field *industry.Field) string {
	var lines []string
	if field.Required {
		lines = append(lines, "必填。")
	}
	if how := howToFill(field); how != "" {
		lines = append(lines, how)
	}
	if field.Note != "" {
		lines = append(lines, field.Note)
	}
	return strings.Join(lines, "\n")
}

// howToFill says how a kind of field is written.
func howToFill(field *industry.Field) string {
	switch field.Kind {
	case industry.Choice:
		return "可填：" + strings.Join(field.Choices, "、")
	case industry.YesNo:
		return "填 是 或 否"
	case industry.DateField:
		return "日期，如 2026-03-05"
	case industry.MonthField:
		return "月份，如 2026-03"
	case industry.YearField:
		return "年份，如 2026"
	case industry.Money:
		return "金额，默认万元；表头括号里可改成 亿元、千元、元"
	case industry.Percentage:
		return "百分比，12.3 即 12.3%"
	case industry.Measure:
		return "数值，单位是该指标的单位（金额默认万元）；没有数据请留空"
	case industry.CreditCode:
		return "18 位统一社会信用代码"
	case industry.Number:
		if field.Unit != "" {
			return "数值，单位 " + field.Unit
		}
		return "数值"
	case industry.Object:
		return "企业填统一社会信用代码或全称；也可填产业链、区域、部门的名称"
	case industry.Reference:
		return "填编码或名称"
	case industry.SubjectField:
		return "填项目、问题、企业或指标"
	}
	return ""
}

// dictionary is the hidden sheet that holds drop-down lists too long to stand
// in a validation rule, which takes 255 characters.
type dictionary struct {
	file    *excelize.File
	columns int
	known   *industry.Directory
	places  map[string]string // noun → where its names stand
}

// offer gives a column its drop-down.
func (d *dictionary) offer(sheet, column string, field *industry.Field) error {
	if field.Many {
		return nil // a cell takes several: a list of single ones would stand in the way
	}
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(fmt.Sprintf("%s2:%s%d", column, column, templateRows))
	if field.Kind == industry.Reference {
		return d.offerNames(sheet, rule, field.Refers)
	}
	choices := field.Choices
	if field.Kind == industry.YesNo {
		choices = []string{"是", "否"}
	}
	if len(choices) == 0 {
		return nil
	}
	rule.SetError(excelize.DataValidationErrorStyleWarning, "请从列表中选择", "可填："+strings.Join(choices, "、"))
	if len(utf16.Encode([]rune(strings.Join(choices, ",")))) <= 255 {
		if err := rule.SetDropList(choices); err != nil {
			return err
		}
		return d.file.AddDataValidation(sheet, rule)
	}
	where, err := d.add(choices)
	if err != nil {
		return err
	}
	rule.SetSqrefDropList(where)
	return d.file.AddDataValidation(sheet, rule)
}

// offerNames gives a column the names of what is kept in another list. Others
// may be typed: the workbook may bring them itself.
func (d *dictionary) offerNames(sheet string, rule *excelize.DataValidation, noun string) error {
	where, placed := d.places[noun]
	if !placed {
		names := d.known.Names(noun, "")
		if len(names) > 0 {
			var err error
			if where, err = d.add(names); err != nil {
				return err
			}
		}
		d.places[noun] = where
	}
	if where == "" {
		return nil
	}
	rule.ShowErrorMessage = false
	rule.SetSqrefDropList(where)
	return d.file.AddDataValidation(sheet, rule)
}

// add writes a list into the hidden sheet and returns where it stands.
func (d *dictionary) add(choices []string) (string, error) {
	if d.columns == 0 {
		if _, err := d.file.NewSheet(dictionarySheet); err != nil {
			return "", err
		}
		if err := d.file.SetSheetVisible(dictionarySheet, false); err != nil {
			return "", err
		}
	}
	column := letter(d.columns)
	d.columns++
	for i, choice := range choices {
		if err := d.file.SetCellStr(dictionarySheet, address(d.columns-1, i+1), choice); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%s!$%s$1:$%s$%d", dictionarySheet, column, column, len(choices)), nil
}
