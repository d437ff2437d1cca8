package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"chainboard/industry"
	"chainboard/testkit"
)

// grouped is a paper with a table of more than a page, some columns of which are in
// groups.
func grouped() industry.Document {
	t := industry.Table{Title: "主要指标", Columns: []industry.TableColumn{
		{Name: "指标", Weight: 20},
		{Name: "累计", Figure: true, Weight: 10, Group: "本年累计"},
		{Name: "较上年同期增长", Figure: true, Weight: 10, Group: "本年累计"},
		{Name: "目标", Figure: true, Weight: 10, Group: "年度目标"},
		{Name: "完成率", Figure: true, Weight: 10, Group: "年度目标"},
		{Name: "位次", Figure: true, Weight: 10},
	}}
	for i := range 70 {
		t.Rows = append(t.Rows, []string{fmt.Sprintf("指标%02d", i), "1.00", "+2.0%", "3.00", "80.0%", "4"})
	}
	return industry.Document{Kind: industry.Annex, Title: []string{"附表"}, Date: "2026-11-05", Annexes: []industry.Table{t}}
}

// TestGroupedHead: the names of groups stand in the middle above their columns, on
// every page that the table goes over, in the PDF and the .docx alike.
func TestGroupedHead(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	file, err := Docx(grouped())
	if err != nil {
		t.Fatal(err)
	}
	testkit.OfficePackage(t, "annex.docx", file)
	pdfs := testkit.OfficePDFs(t, map[string][]byte{"annex.docx": file})
	pdfs["annex.pdf"] = printed(t, grouped())
	for name, pdf := range pdfs {
		t.Run(name, func(t *testing.T) {
			pages := testkit.PDFPages(t, pdf)
			if len(pages) < 2 {
				t.Fatalf("%d pages", len(pages))
			}
			middle := func(l testkit.PrintedLine) float64 { return (l.Left + l.Right) / 2 }
			for i := range pages {
				page := pages[i : i+1]
				for group, columns := range map[string][2]string{"本年累计": {"累计", "较上年同"}, "年度目标": {"目标", "完成率"}} {
					over, below := lineOf(t, page, group), exactly(t, page, columns[0])
					within(t, "the middle of "+group, middle(over), (middle(below)+middle(exactly(t, page, columns[1])))/2, 3)
					if over.Bottom > below.Top+1 {
						t.Errorf("page %d: %s stands at %.1f mm, its columns at %.1f", i+1, group, over.Bottom, below.Top)
					}
					if alone := exactly(t, page, "位次"); alone.Middle() < over.Middle() || alone.Middle() > below.Middle() {
						t.Errorf("page %d: what is in no group stands at %.1f mm", i+1, alone.Middle())
					}
				}
			}
		})
	}
}

// exactly finds the line of some pages with that very text.
func exactly(t *testing.T, pages []testkit.PrintedPage, text string) testkit.PrintedLine {
	t.Helper()
	for _, page := range pages {
		for _, l := range page.Lines {
			if l.Text == text {
				return l
			}
		}
	}
	t.Fatalf("no line is %s", text)
	return testkit.PrintedLine{}
}

// TestOneHeadOfAllForms: what is one cell in the workbook is one in the .docx.
func TestOneHeadOfAllForms(t *testing.T) {
	d := grouped()
	cells, rows := headOf(d.Annexes[0].Columns)
	if rows != 2 || len(cells) != 8 {
		t.Fatalf("%d rows, %+v", rows, cells)
	}
	workbook, err := Xlsx(d)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	merged, err := f.GetMergeCells(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	spans := map[string]string{}
	for _, m := range merged {
		spans[m.GetStartAxis()+":"+m.GetEndAxis()] = m.GetCellValue()
	}
	for _, c := range cells {
		from, _ := excelize.CoordinatesToCellName(c.column+1, 2+c.row) // below the title
		to, _ := excelize.CoordinatesToCellName(c.column+c.across, 1+c.row+c.down)
		if got := spans[from+":"+to]; from != to && got != c.text {
			t.Errorf("%s:%s of the workbook is %q, not %s", from, to, got, c.text)
		}
	}
	file, err := Docx(d)
	if err != nil {
		t.Fatal(err)
	}
	head := regexp.MustCompile(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>.*?</w:tr>`).FindAllString(partsOf(t, file)["word/document.xml"], -1)
	if len(head) != 2 {
		t.Fatalf("%d rows of the head are repeated", len(head))
	}
	for i, want := range [][]int{{2, 2, 4}, {0, 2, 6}} { // over columns, in both rows, cells
		got := []int{strings.Count(head[i], `<w:gridSpan w:val="2"/>`), strings.Count(head[i], `<w:vMerge`), strings.Count(head[i], `<w:tc>`)}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("row %d of the head has %v, not %v: %s", i, got, want, head[i])
		}
	}
	if one, rows := headOf(d.Annexes[0].Columns[:1]); rows != 1 || one[0].down != 1 {
		t.Errorf("a head without groups: %+v", one)
	}
}
