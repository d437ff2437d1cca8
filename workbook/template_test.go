package workbook

import (
	"bytes"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/testkit"

	"github.com/xuri/excelize/v2"
)

func TestTemplateReadsEmpty(t *testing.T) {
	var b bytes.Buffer
	must(t, Template(&b, industry.Registers(), industry.NewDirectory()))
	testkit.OfficePackage(t, "template.xlsx", b.Bytes())
	f := readBook(t, b.Bytes())
	if len(f.Problems) != 0 {
		t.Errorf("problems of the file: %v", f.Problems)
	}
	if len(f.Sheets) != len(industry.Registers()) {
		t.Fatalf("read %d sheets", len(f.Sheets))
	}
	for i, s := range f.Sheets {
		g := industry.Registers()[i]
		if s.Register != g || s.Read != 0 || s.Skipped != 0 || len(s.Problems) != 0 {
			t.Errorf("%s: register %s, read %d, skipped %d, problems %v", g.Sheet, s.Register.Sheet, s.Read, s.Skipped, s.Problems)
		}
		for field := range g.Fields {
			if got, want := s.Cell(field, 17), address(field, 17); got != want {
				t.Errorf("%s: %s stands in %s, want %s", g.Sheet, g.Fields[field].Name, got, want)
			}
		}
	}
}

func TestTemplateHelps(t *testing.T) {
	var b bytes.Buffer
	long := &industry.Register{Noun: "test", Sheet: "试填", Fields: []industry.Field{
		{Name: "编码", Column: "code", Kind: industry.Code, Key: true, Required: true},
		{Name: "面积", Column: "area", Kind: industry.Number, Unit: "亩"},
		{Name: "级别", Column: "level", Kind: industry.Choice, Choices: []string{"国家级", "省级"}},
		{Name: "类型", Column: "type", Kind: industry.Choice, Choices: strings.Split(strings.Repeat("重点实验室,", 60)+"其他", ",")},
		{Name: "产业链", Column: "chain", Kind: industry.Reference, Refers: industry.ChainRegister.Noun},
		{Name: "上级链", Column: "parent", Kind: industry.Reference, Refers: industry.ChainRegister.Noun},
		{Name: "区域", Column: "region", Kind: industry.Reference, Refers: industry.RegionRegister.Noun},
	}}
	known := industry.NewDirectory()
	for _, code := range []string{"ne", "nm"} {
		r := industry.NewRecord(industry.ChainRegister)
		r.Set("code", code)
		r.Set("name", "示例链"+code)
		known.Add(r)
	}
	must(t, Template(&b, []*industry.Register{long}, known))
	f, err := excelize.OpenReader(&b)
	must(t, err)
	defer f.Close()
	for cell, want := range map[string]string{"A1": "编码＊", "B1": "面积(亩)", "C1": "级别"} {
		if got, _ := f.GetCellValue("试填", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	rules, err := f.GetDataValidations("试填")
	must(t, err)
	var lists []string
	for _, r := range rules {
		lists = append(lists, r.Sqref+" "+r.Formula1)
	}
	if got, want := strings.Join(lists, "; "), `C2:C5000 "国家级,省级"; D2:D5000 字典!$A$1:$A$61; E2:E5000 字典!$B$1:$B$2; F2:F5000 字典!$B$1:$B$2`; got != want {
		t.Errorf("drop-downs: %s, want %s", got, want)
	}
	if name, _ := f.GetCellValue(dictionarySheet, "B2"); name != "示例链nm" {
		t.Errorf("字典!B2 is %q", name)
	}
	if shown, err := f.GetSheetVisible(dictionarySheet); err != nil || shown {
		t.Errorf("字典 is visible: %v, %v", shown, err)
	}
	comments, err := f.GetComments("试填")
	must(t, err)
	if len(comments) != 7 || !strings.Contains(comments[0].Text, "必填") {
		t.Errorf("comments: %+v", comments)
	}
	if title, _ := f.GetCellValue(guideSheet, "A1"); title != "资料工作簿填写说明" {
		t.Errorf("说明 begins with %q", title)
	}
}
