package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// workbook lays the tables out for a clerk: a header style, a frozen header
// row, a filter, widths, and formats that keep dates and money sortable.
func workbook(tables []table) (*excelize.File, error) {
	file := excelize.NewFile()
	styles, err := newStyles(file)
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		if i == 0 {
			err = file.SetSheetName("Sheet1", t.name)
		} else {
			_, err = file.NewSheet(t.name)
		}
		if err == nil {
			err = writeTable(file, styles, t)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return file, file.SetDocProps(&excelize.DocProperties{
		Title: "示例县新能源新材料产业链（示例数据）", Creator: "chainboard", LastModifiedBy: "chainboard",
		Created: "2026-11-23T09:00:00Z", Modified: "2026-11-23T09:00:00Z", Language: "zh-CN",
	})
}

func writeTable(file *excelize.File, styles styles, t table) error {
	for i, c := range t.columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := file.SetColWidth(t.name, letter, letter, c.width); err != nil {
			return err
		}
		if err := file.SetColStyle(t.name, letter, styles.body[c.kind]); err != nil {
			return err
		}
		if err := file.SetCellStr(t.name, letter+"1", c.header); err != nil {
			return err
		}
	}
	last, err := excelize.CoordinatesToCellName(len(t.columns), 1)
	if err != nil {
		return err
	}
	if err := file.SetCellStyle(t.name, "A1", last, styles.header); err != nil {
		return err
	}
	for r, row := range t.rows {
		for c, value := range row {
			if err := writeCell(file, t.name, [2]int{c + 1, r + 2}, value); err != nil {
				return err
			}
		}
	}
	return finishSheet(file, t)
}

func finishSheet(file *excelize.File, t table) error {
	err := file.SetPanes(t.name, &excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	})
	if err != nil || len(t.columns) == 1 {
		return err
	}
	corner, err := excelize.CoordinatesToCellName(len(t.columns), len(t.rows)+1)
	if err != nil {
		return err
	}
	return file.AutoFilter(t.name, "A1:"+corner, nil)
}

func writeCell(file *excelize.File, sheet string, at [2]int, value any) error {
	if value == nil {
		return nil
	}
	cell, err := excelize.CoordinatesToCellName(at[0], at[1])
	if err != nil {
		return err
	}
	switch v := value.(type) {
	case amount:
		return file.SetCellFloat(sheet, cell, float64(v)/100, -1, 64)
	case month:
		return file.SetCellStr(sheet, cell, v.String())
	case day:
		if v == "" {
			return nil
		}
		t, err := v.time()
		if err != nil {
			return err
		}
		return file.SetCellValue(sheet, cell, t)
	case string:
		return file.SetCellStr(sheet, cell, v)
	case int, float64:
		return file.SetCellValue(sheet, cell, v)
	}
	return fmt.Errorf("%s: no way to write a %T", cell, value)
}

// styles holds the style ids of one workbook.
type styles struct {
	header int
	body   map[kind]int
}

func newStyles(file *excelize.File) (styles, error) {
	s := styles{body: map[kind]int{}}
	line := []excelize.Border{{Type: "bottom", Color: "8CCDD2", Style: 1}}
	id, err := file.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true, Color: "0B5B64"}, Border: line,
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E3F3F4"}},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	})
	if err != nil {
		return s, err
	}
	s.header = id
	formats := map[kind]string{
		text: "@", long: "@", money: "#,##0.00", count: "0", rate: "0.0", coord: "0.0000", date: "yyyy-mm-dd",
	}
	for k := text; k <= date; k++ {
		format := formats[k]
		style := &excelize.Style{CustomNumFmt: &format}
		if k == long {
			style.Alignment = &excelize.Alignment{WrapText: true, Vertical: "top"}
		}
		if s.body[k], err = file.NewStyle(style); err != nil {
			return s, err
		}
	}
	return s, nil
}
