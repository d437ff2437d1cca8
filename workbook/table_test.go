package workbook_test

import (
	"bytes"
	"fmt"
	"testing"

	"chainboard/industry"
	"chainboard/testkit"
	"chainboard/workbook"

	"github.com/xuri/excelize/v2"
)

func TestWriteTable(t *testing.T) {
	var b bytes.Buffer
	err := workbook.WriteTable(&b, workbook.Table{
		Sheet: "企业清单", Title: "新能源企业清单", Notes: []string{"截至2026年1—9月"},
		Columns: []workbook.TableColumn{
			{Header: "企业名称"}, {Header: "营业收入", Unit: "万元", Kind: industry.Money}, {Header: "同比", Unit: "%", Kind: industry.Percentage},
		},
		Rows: [][]workbook.TableCell{
			{{Text: "=1+1"}, {Number: industry.Parts(1234_567890)}, {Text: "由盈转亏"}},
			{{}, {Number: industry.Q(0)}, {Number: industry.Parts(-3_250000)}},
			{{Text: "多"}, {Number: industry.Parts(1234567890_123456)}, {}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	testkit.OfficePackage(t, "table.xlsx", b.Bytes())
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("企业清单", excelize.Options{RawCellValue: true})
	want := "[[新能源企业清单] [截至2026年1—9月] [企业名称 营业收入(万元) 同比(%)] [=1+1 1234.56789 由盈转亏] [ 0 -3.25] [多 1234567890.123456]]"
	if err != nil || fmt.Sprint(rows) != want {
		t.Errorf("got  %v, %v\nwant %s", rows, err, want)
	}
	for cell, want := range map[string]excelize.CellType{
		"A4": excelize.CellTypeInlineString, "B4": excelize.CellTypeUnset, "C5": excelize.CellTypeUnset, "B6": excelize.CellTypeInlineString,
	} {
		if got, err := f.GetCellType("企业清单", cell); err != nil || got != want {
			t.Errorf("%s has type %d, %v; want %d", cell, got, err, want)
		}
	}
	if formula, err := f.GetCellFormula("企业清单", "A4"); err != nil || formula != "" {
		t.Errorf("a name became the formula %q, %v", formula, err)
	}
	if shown, err := f.GetCellValue("企业清单", "B4"); err != nil || shown != "1,234.57" {
		t.Errorf("money shows as %q, %v", shown, err)
	}
	panes, err := f.GetPanes("企业清单")
	if err != nil || !panes.Freeze || panes.YSplit != 3 {
		t.Errorf("panes %+v, %v; want the header frozen", panes, err)
	}
}
