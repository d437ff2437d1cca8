package workbook

import (
	"bytes"
	"testing"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// sheetOf is one sheet of a workbook made for a test: rows of cell values.
type sheetOf struct {
	name string
	rows [][]any
}

// makeBook writes a workbook with ordinary Excel means, then lets finish add
// styles, merges or formulas.
func makeBook(t testing.TB, sheets []sheetOf, finish func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, sheet := range sheets {
		must(t, placeSheet(f, i, sheet.name))
		for r := range sheet.rows {
			must(t, f.SetSheetRow(sheet.name, address(0, r+1), &sheet.rows[r]))
		}
	}
	if finish != nil {
		finish(f)
	}
	var b bytes.Buffer
	must(t, f.Write(&b))
	return b.Bytes()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// someIndicators is what the store would know.
func someIndicators(nameOrCode string) (industry.Indicator, bool) {
	for _, known := range []industry.Indicator{
		{Code: "revenue", Name: "营业收入", Unit: "万元", Frequency: "月"},
		{Code: "electricity", Name: "工业用电量", Unit: "万千瓦时", Frequency: "月"},
		{Code: "rnd_gerd", Name: "全社会研发投入", Unit: "万元", Frequency: "年"},
		{Code: "employees", Name: "从业人员", Unit: "人", Frequency: "月"},
		{Code: "value_added_growth", Name: "工业增加值增速", Unit: "%", Frequency: "月"},
		{Code: "technology_loan_firms", Name: "科贷通户数", Unit: "户", Frequency: "月"},
	} {
		if nameOrCode == known.Code || nameOrCode == known.Name {
			return known, true
		}
	}
	return industry.Indicator{}, false
}

// readBook reads a workbook that must be usable.
func readBook(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Read("资料.xlsx", data, someIndicators)
	must(t, err)
	return f
}

// readOne reads a workbook of one sheet and returns that sheet.
func readOne(t testing.TB, name string, rows ...[]any) *Sheet {
	t.Helper()
	f := readBook(t, makeBook(t, []sheetOf{{name, rows}}, nil))
	if len(f.Sheets) != 1 {
		t.Fatalf("read %d sheets, problems %v", len(f.Sheets), f.Problems)
	}
	return f.Sheets[0]
}
