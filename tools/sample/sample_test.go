package main

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const committed = "../../" + defaultPath

// row is one line of a sheet by header, raw as stored in the file.
type row map[string]string

// open reads the committed workbook once per test.
func open(t *testing.T) *excelize.File {
	t.Helper()
	file, err := excelize.OpenFile(committed)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

func read(t *testing.T, file *excelize.File, sheet string) []row {
	t.Helper()
	lines, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, line := range lines[1:] {
		r := row{}
		for i, value := range line {
			r[lines[0][i]] = value
		}
		rows = append(rows, r)
	}
	return rows
}

// cents reads a money cell exactly, in hundredths of 万元.
func cents(t *testing.T, text string) int64 {
	t.Helper()
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	n, err := strconv.ParseInt(whole+(fraction + "00")[:2], 10, 64)
	if err != nil || len(fraction) > 2 {
		t.Fatalf("%q is no amount with at most two decimals", text)
	}
	if strings.HasPrefix(text, "-") {
		return -n
	}
	return n
}

// calendar reads an Excel date cell.
func calendar(t *testing.T, text string) time.Time {
	t.Helper()
	serial, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatalf("%q is not stored as an Excel date", text)
	}
	date, err := excelize.ExcelDateToTime(serial, false)
	if err != nil {
		t.Fatal(err)
	}
	return date
}

// several splits a cell that holds more than one value.
func several(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "、")
}

func TestSheetsAndSize(t *testing.T) {
	info, err := os.Stat(committed)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 1<<20 {
		t.Errorf("the workbook has %d bytes, more than 1 MiB", info.Size())
	}
	want := []struct {
		sheet string
		rows  int
	}{
		{"说明", 8},
		{"产业链", 2},
		{"链长制", 35},
		{"区域", 19},
		{"环节", 47},
		{"技术路线", 37},
		{"应用领域", 27},
		{"企业清单", 151},
		{"项目清单", 48},
		{"资金到位", 117},
		{"集群清单", 4},
		{"平台清单", 10},
		{"问题清单", 40},
		{"政策清单", 20},
		{"指标", 28},
		{"月度调度", 8721},
		{"年度目标", 97},
		{"走访记录", 100},
		{"招商活动", 7},
		{"议定事项", 17},
		{"招商目标", 16},
	}
	file := open(t)
	if names := file.GetSheetList(); len(names) != len(want) {
		t.Fatalf("sheets %v", names)
	}
	for i, w := range want {
		if got := file.GetSheetList()[i]; got != w.sheet {
			t.Errorf("sheet %d is %s, want %s", i, got, w.sheet)
		}
		if got := len(read(t, file, w.sheet)); got != w.rows {
			t.Errorf("%s has %d rows, want %d", w.sheet, got, w.rows)
		}
	}
	above := 0
	for _, f := range read(t, file, "企业清单") {
		if f["规上"] == "是" {
			above++
		}
	}
	if above != 90 {
		t.Errorf("%d 规上, want 90", above)
	}
}

func TestRegeneratingGivesTheSameCells(t *testing.T) {
	tables, err := county()
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := workbook(tables)
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	file := open(t)
	if got, want := fresh.GetSheetList(), file.GetSheetList(); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Fatalf("sheets %v, committed %v", got, want)
	}
	for _, sheet := range file.GetSheetList() {
		got, want := cellsOf(t, fresh, sheet), cellsOf(t, file, sheet)
		for cell, value := range want {
			if got[cell] != value {
				t.Fatalf("%s!%s: generated %q, committed %q", sheet, cell, got[cell], value)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d cells generated, %d committed", sheet, len(got), len(want))
		}
	}
}

func cellsOf(t *testing.T, file *excelize.File, sheet string) map[string]string {
	t.Helper()
	lines, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	for y, line := range lines {
		for x, value := range line {
			name, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				t.Fatal(err)
			}
			cells[name] = value
		}
	}
	return cells
}
