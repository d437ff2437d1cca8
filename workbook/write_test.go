package workbook

import (
	"bytes"
	"fmt"
	"testing"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// anyValue draws a canonical value of a field, "" where it may be empty.
func anyValue(t *rapid.T, f *industry.Field) string {
	if !f.Required && rapid.IntRange(0, 3).Draw(t, "empty") == 0 {
		return ""
	}
	word := rapid.StringMatching(`[甲乙丙丁戊A-Za-z（）()=+@'&<>"%]{1,8}`).Filter(func(s string) bool { return labelKind(s) == dataLine })
	switch f.Kind {
	case industry.Code:
		return rapid.StringMatching(`[A-Za-z][A-Za-z0-9._-]{1,12}|[0-9]{1,20}`).Draw(t, f.Name)
	case industry.CreditCode:
		return rapid.SampledFrom([]string{"91440300708461136T", "914403001922038216"}).Draw(t, f.Name)
	case industry.Choice:
		return rapid.SampledFrom(f.Choices).Draw(t, f.Name)
	case industry.YesNo:
		return rapid.SampledFrom([]string{"是", "否"}).Draw(t, f.Name)
	case industry.DateField:
		return fmt.Sprintf("20%02d-%02d-%02d", rapid.IntRange(0, 99).Draw(t, "y"), rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(1, 28).Draw(t, "d"))
	case industry.MonthField:
		return fmt.Sprintf("20%02d-%02d", rapid.IntRange(0, 99).Draw(t, "y"), rapid.IntRange(1, 12).Draw(t, "m"))
	case industry.YearField:
		return fmt.Sprintf("20%02d", rapid.IntRange(0, 99).Draw(t, "y"))
	case industry.Money, industry.Number, industry.Percentage, industry.Measure:
		return industry.Parts(rapid.Int64Range(-4e18, 4e18).Draw(t, f.Name)).Decimal()
	case industry.Titles:
		return rapid.SampledFrom([]string{"高新技术企业:2024-11-01~2027-10-31、专精特新中小企业", "瞪羚企业", "瞪羚企业:~2027-12-31"}).Draw(t, f.Name)
	}
	if f.Many {
		return joinList(splitList(word.Draw(t, f.Name) + "、" + word.Draw(t, f.Name)))
	}
	if f.Refers == "indicator" {
		return rapid.SampledFrom([]string{"revenue", "工业用电量", "value_added_growth"}).Draw(t, f.Name)
	}
	return word.Draw(t, f.Name) + rapid.SampledFrom([]string{"", "\n第二行", "_x0041_", "，12.5%", "1E5"}).Draw(t, "tail")
}

// What Write writes, Read reads back value by value, for every register.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sheets []SheetData
		chosen := rapid.IntRange(0, len(industry.Registers())-1).Draw(t, "register")
		for i, g := range industry.Registers() {
			if i != chosen && g != industry.ProjectRegister {
				continue
			}
			data := SheetData{Register: g}
			for range rapid.IntRange(0, 4).Draw(t, "rows") {
				r := industry.NewRecord(g)
				for i := range g.Fields {
					r.Values[i] = anyValue(t, &g.Fields[i])
				}
				if rapid.Bool().Draw(t, "extra") {
					r.Extra = map[string]string{"备注(附)": "=1+1", "能耗(吨)": rapid.StringMatching(`[0-9]{1,20}`).Draw(t, "extra value")}
				}
				data.Records = append(data.Records, r)
			}
			sheets = append(sheets, data)
		}
		checkRoundTrip(t, sheets)
	})
}

func checkRoundTrip(t *rapid.T, sheets []SheetData) {
	var b bytes.Buffer
	if err := Write(&b, sheets); err != nil {
		t.Fatal(err)
	}
	f, err := Read("导出.xlsx", b.Bytes(), someIndicators)
	if err != nil || len(f.Problems) > 0 || len(f.Sheets) != len(sheets) {
		t.Fatal(err, f)
	}
	for i, s := range f.Sheets {
		if len(s.Problems) > 0 || len(s.Rows) != len(sheets[i].Records) || s.Skipped > 0 {
			t.Fatalf("%s: %d rows for %d, %d skipped, problems %v", s.Name, len(s.Rows), len(sheets[i].Records), s.Skipped, s.Problems)
		}
		for n := range s.Rows {
			c := &s.Rows[n]
			if len(c.Problems) > 0 {
				t.Fatalf("%s: %v", s.Name, c.Problems)
			}
			if want := sheets[i].Records[n]; !c.Record.Equal(want) {
				t.Fatalf("%s:\n got %q %q\nwant %q %q", s.Name, c.Record.Values, c.Record.Extra, want.Values, want.Extra)
			}
		}
	}
}

func TestWrittenSheet(t *testing.T) {
	g := industry.ProjectRegister
	r := industry.NewRecord(g)
	r.Set("name", "=cmd|' /C calc'!A0")
	r.Set("total_investment", "123456.78")
	r.Set("contract_amount", "1234567890123.456789")
	r.Set("signed_on", "2026-10-31")
	r.Extra = map[string]string{"乙": "2", "甲": "1"}
	var b bytes.Buffer
	must(t, Write(&b, []SheetData{{g, []industry.Record{r}}, {industry.ReportRegister, nil}}))
	f, err := excelize.OpenReader(&b)
	must(t, err)
	defer f.Close()
	if names := fmt.Sprint(f.GetSheetList()); names != "[项目清单 月度调度]" {
		t.Errorf("sheets are %s", names)
	}
	at := func(column string) string { return address(g.Index(column), 2) }
	for cell, want := range map[string]string{
		at("name"): "=cmd|' /C calc'!A0", at("total_investment"): "123456.78", at("contract_amount"): "1234567890123.456789", at("signed_on"): "2026-10-31",
		address(g.Index("total_investment"), 1): "总投资(万元)", address(len(g.Fields), 1): "乙", address(len(g.Fields)+1, 1): "甲",
	} {
		if got, _ := f.GetCellValue("项目清单", cell, excelize.Options{RawCellValue: true}); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if kind, _ := f.GetCellType("项目清单", at("total_investment")); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("a figure is written as %v", kind)
	}
	if formula, _ := f.GetCellFormula("项目清单", at("name")); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	if got, _ := f.GetCellValue("月度调度", address(industry.ReportRegister.Index("cumulative"), 1)); got != "本年累计" {
		t.Errorf("the header of a measure is %q", got)
	}
	panes, err := f.GetPanes("项目清单")
	must(t, err)
	if !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes: %+v", panes)
	}
}
