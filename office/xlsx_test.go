package office_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func openBook(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func cell(t testing.TB, data []byte, sheet, address string) string {
	t.Helper()
	value, err := openBook(t, data).GetCellValue(sheet, address)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// edit returns the workbook with some cells set, by "sheet!cell".
func edit(t testing.TB, data []byte, cells map[string]string) []byte {
	t.Helper()
	f := openBook(t, data)
	for at, value := range cells {
		sheet, address, _ := strings.Cut(at, "!")
		if err := f.SetCellValue(sheet, address, value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sameCells compares two workbooks cell by cell.
func sameCells(t *testing.T, a, b []byte) {
	t.Helper()
	fa, fb := openBook(t, a), openBook(t, b)
	if x, y := strings.Join(fa.GetSheetList(), " "), strings.Join(fb.GetSheetList(), " "); x != y {
		t.Fatalf("sheets %s and %s", x, y)
	}
	different := 0
	for _, sheet := range fa.GetSheetList() {
		ra, err := fa.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		rb, err := fb.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(ra) != len(rb) {
			t.Errorf("%s has %d and %d rows", sheet, len(ra), len(rb))
			continue
		}
		for i := range ra {
			if x, y := strings.Join(ra[i], "|"), strings.Join(rb[i], "|"); x != y && different < 5 {
				different++
				t.Errorf("%s row %d: %s and %s", sheet, i+1, x, y)
			}
		}
	}
}
