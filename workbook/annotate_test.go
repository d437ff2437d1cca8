package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/testkit"

	"github.com/xuri/excelize/v2"
)

// problemsOf is every problem of a file, as text.
func problemsOf(t testing.TB, f *File) []industry.Problem {
	t.Helper()
	all := slices.Clone(f.Problems)
	for _, s := range f.Sheets {
		all = append(all, s.Problems...)
		for i := range s.Rows {
			all = append(all, s.Rows[i].Problems...)
		}
	}
	if len(all) == 0 {
		t.Fatal("a file without problems")
	}
	return all
}

// annotated annotates a file with its own problems and asserts that what comes
// out has the same ones, and the same rows.
func annotated(t testing.TB, name string, data []byte) (*excelize.File, []byte) {
	t.Helper()
	before, err := Read(name, data, someIndicators)
	must(t, err)
	problems := problemsOf(t, before)
	var b bytes.Buffer
	must(t, Annotate(&b, name, data, problems))
	testkit.OfficePackage(t, name, b.Bytes())
	after := readBook(t, b.Bytes())
	if got, want := fmt.Sprintf("%+v", problemsOf(t, after)), fmt.Sprintf("%+v", problems); got != want {
		t.Errorf("problems after are\n%s\nbefore\n%s", got, want)
	}
	for i, s := range after.Sheets {
		for k := range s.Rows {
			if got, want := fmt.Sprint(s.Rows[k].Record.Values, s.Rows[k].Record.Extra), fmt.Sprint(before.Sheets[i].Rows[k].Record.Values, before.Sheets[i].Rows[k].Record.Extra); got != want {
				t.Errorf("%s row %d is %s, was %s", s.Name, s.Rows[k].Row, got, want)
			}
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	must(t, err)
	t.Cleanup(func() { must(t, f.Close()) })
	if list := f.GetSheetList(); list[0] != problemSheet || f.GetActiveSheetIndex() != 0 {
		t.Errorf("sheets %v, %d is shown", list, f.GetActiveSheetIndex())
	}
	return f, b.Bytes()
}

func fillOf(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	must(t, err)
	style, err := f.GetStyle(id)
	must(t, err)
	return strings.Join(style.Fill.Color, "")
}

func commentsOf(t testing.TB, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	comments, err := f.GetComments(sheet)
	must(t, err)
	found := map[string]string{}
	for _, c := range comments {
		found[c.Cell] += c.Text
	}
	return found
}

func TestAnnotateEveryForm(t *testing.T) {
	for name, data := range map[string][]byte{"资料.xlsx": uglyBook(t), "资料.xls": readTestdata(t, "ugly.xls"), "月度调度_1.csv": gb18030(t, "月份,对象,指标,本年累计,上年同期累计\n2026-10,甲,营业收入,待报,\"1,234.5\"\n\n2026-10,,营业收入,#REF!,5\n")} {
		t.Run(name, func(t *testing.T) {
			f, _ := annotated(t, name, data)
			if strings.HasSuffix(name, ".csv") {
				for cell, want := range map[string]string{
					"D2": "错误：“待报”不是数字\n改法：只填一个数字（可带单位），如 1234.56；没有数据请留空", "B4": "错误：必填的“对象”没有填写\n改法：填写“对象”",
					"D4": "错误：单元格是错误值 #REF!\n改法：改正公式，或直接填写内容",
				} {
					if got := commentsOf(t, f, "月度调度")[cell]; got != want || fillOf(t, f, "月度调度", cell) != errorFill {
						t.Errorf("%s: %q, fill %s", cell, got, fillOf(t, f, "月度调度", cell))
					}
				}
				return
			}
			notes := commentsOf(t, f, "项目清单")
			if len(notes) != 2 || notes["H6"] != "错误：“上半年”不是日期\n改法：日期写成 2026-03-05" {
				t.Errorf("comments %v", notes)
			}
			if a, b := fillOf(t, f, "项目清单", "G8"), fillOf(t, f, "项目清单", "F8"); a != errorFill || b != "" {
				t.Errorf("fills %q and %q", a, b)
			}
			if got, err := f.GetCellValue(problemSheet, "F3"); err != nil || !strings.HasPrefix(got, "统一社会信用代码第 17 位") {
				t.Errorf("F3 of the list is %q, %v", got, err)
			}
		})
	}
}

// Everything else in an .xlsx workbook stays: formats, formulas, comments of
// others, print areas; the marks of an earlier round go.
func TestAnnotateKeepsTheWorkbook(t *testing.T) {
	rows := [][]any{{"项目名称", "产业链", "总投资(亿元)", "签约日期", "合同资金"}, {"甲", "链", "很多", "2026-13-01", 5}, {"乙", "链", 2, 46086, 25}, {"合计", nil, 9, nil, 40}}
	data := makeBook(t, []sheetOf{{"项目清单", rows}, {"说明", [][]any{{"x"}}}}, func(f *excelize.File) {
		zh := `yyyy"年"m"月"d"日"`
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &zh, Font: &excelize.Font{Bold: true, Color: "112233"}})
		must(t, err)
		must(t, f.SetCellStyle("项目清单", "D2", "D3", style))
		must(t, f.AddComment("项目清单", excelize.Comment{Cell: "C2", Author: "李四", Text: "待核"}))
		must(t, f.AddComment("项目清单", excelize.Comment{Cell: "A1", Author: "李四", Text: "项目全称"}))
		must(t, f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "项目清单!$A$1:$E$4", Scope: "项目清单"}))
		must(t, f.SetCellFormula("项目清单", "C3", "1+1"))
		must(t, f.SetCellInt("项目清单", "C3", 2))
	})
	f, marked := annotated(t, "资料.xlsx", data)
	notes := commentsOf(t, f, "项目清单")
	if len(notes) != 4 || !strings.HasPrefix(notes["C2"], "待核\n—— 导入校验 ——\n错误：“很多”不是数字\n") || notes["A1"] != "项目全称" ||
		!strings.HasPrefix(notes["E4"], "提醒：“合同资金”的合计是 40 万元，各行相加是 30 万元") {
		t.Errorf("comments %q", notes)
	}
	id, err := f.GetCellStyle("项目清单", "D2")
	must(t, err)
	style, err := f.GetStyle(id)
	must(t, err)
	if style.CustomNumFmt == nil || *style.CustomNumFmt != `yyyy"年"m"月"d"日"` || !style.Font.Bold || style.Fill.Color[0] != errorFill {
		t.Errorf("style of a marked cell %+v", style)
	}
	if fillOf(t, f, "项目清单", "E4") != warningFill {
		t.Error("a warning is not marked as one")
	}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope != "项目清单" {
			t.Errorf("%s belongs to %s", n.Name, n.Scope)
		}
	}
	must(t, f.SetCellValue("项目清单", "C2", 7))
	var b bytes.Buffer
	must(t, f.Write(&b))
	again, _ := annotated(t, "资料.xlsx", b.Bytes())
	if notes := commentsOf(t, again, "项目清单"); notes["C2"] != "待核" || len(notes) != 4 {
		t.Errorf("comments of the second round %q", notes)
	}
	if fillOf(t, again, "项目清单", "C2") == errorFill || len(marked) == 0 {
		t.Error("a mended cell is still marked")
	}
}

// A workbook with macros is not edited: its cells are written anew.
func TestAnnotateWritesAnew(t *testing.T) {
	text := func(cell, s string) string {
		return `<c r="` + cell + `" t="str"><v>` + s + `</v></c>`
	}
	sheet := `<worksheet><sheetData><row r="1">` + text("A1", "项目名称") + text("B1", "产业链") + text("C1", "总投资(亿元)") + text("D1", "签约日期") + `</row>` +
		`<row r="3">` + text("A3", "甲") + text("B3", "链") + `<c r="C3"><f>1+1</f></c><c r="D3"><v>44624</v></c></row></sheetData></worksheet>`
	data := rawBook(t, sheet, map[string]string{
		"xl/vbaProject.bin": "x",
		"xl/workbook.xml":   `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="项目清单" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId9"/></sheets></workbook>`,
	})
	f, _ := annotated(t, "资料.xlsm", data)
	if notes := commentsOf(t, f, "项目清单"); len(notes) != 1 || !strings.HasPrefix(notes["C3"], "错误：公式没有计算结果") {
		t.Errorf("comments %q", notes)
	}
}

// excelize holds every cell up to the last one of a row: a small file must not
// take gigabytes.
func TestAnnotateRefusesToHoldASpreadSheet(t *testing.T) {
	var rows strings.Builder
	for i := range 200 {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><v>1</v></c><c r="XFD%d" s="1"/></row>`, i+1, i+1, i+1)
	}
	for sheet, want := range map[string]bool{
		rows.String(): false, `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`: true, `<row r="1"><c r="A1"><v>1</v></c></row>`: true,
		`<row r="1600000"><c><v>1</v></c></row>`: false,
	} {
		b, err := openBook("x.xlsx", rawBook(t, "<worksheet><sheetData>"+sheet+"</sheetData></worksheet>", nil), contractLimits())
		must(t, err)
		if got := b.form.(*xlsxBook).editable(); got != want {
			t.Errorf("%.40s… is editable: %v", sheet, got)
		}
	}
}
