package main

import (
	"regexp"
	"testing"
)

// TestTheSheetsSuitAClerk: dates are real dates shown as 2026-03-05, money has
// two decimals, and the header stays in sight.
func TestTheSheetsSuitAClerk(t *testing.T) {
	file := open(t)
	for _, sheet := range file.GetSheetList() {
		panes, err := file.GetPanes(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the header is not frozen", sheet)
		}
	}
	shown, err := file.GetRows("项目清单")
	if err != nil {
		t.Fatal(err)
	}
	formats := map[string]*regexp.Regexp{
		"签约日期":    regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})?$`),
		"总投资(万元)": regexp.MustCompile(`^([\d,]+\.\d{2})?$`),
	}
	seen := 0
	for x, header := range shown[0] {
		if formats[header] == nil {
			continue
		}
		for _, line := range shown[1:] {
			if x < len(line) && !formats[header].MatchString(line[x]) {
				t.Errorf("%s shows %q", header, line[x])
			}
			seen++
		}
	}
	if seen != 2*48 {
		t.Errorf("looked at %d cells, want 96", seen)
	}
}
