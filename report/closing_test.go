package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/testkit"
)

var tableRowText = regexp.MustCompile(`^第\d+行`)

// rowsOf is a paper with nothing but a table of so many rows.
func rowsOf(n int) industry.Document {
	table := industry.Table{Title: "表", Columns: []industry.TableColumn{{Name: "指标", Weight: 3}, {Name: "累计", Figure: true, Weight: 1}}, Notes: []string{"来源：示例"}}
	for i := range n {
		table.Rows = append(table.Rows, []string{fmt.Sprintf("第%d行", i+1), "1.00"})
	}
	return industry.Document{Kind: industry.Annex, Title: []string{"附表"}, Organ: "示例县链长办", Date: "2026-11-05", Annexes: []industry.Table{table}}
}

// TestRowsWithWhoSigns: the last rows of a table stand on the page of who signs, which
// LibreOffice does not hold them to.
func TestRowsWithWhoSigns(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	turned := 0
	for n := 20; n < 34; n++ {
		pages := testkit.PDFPages(t, printed(t, rowsOf(n)))
		last := pages[len(pages)-1:]
		if len(pages) > 1 {
			turned++
		}
		lineOf(t, last, "2026年11月5日")
		for _, row := range []int{n - 2, n - 1, n} {
			exactly(t, last, fmt.Sprintf("第%d行", row))
		}
	}
	if turned == 0 || turned == 14 {
		t.Errorf("%d papers have more than a page: none ends where one does", turned)
	}
	file, err := Docx(rowsOf(30))
	if err != nil {
		t.Fatal(err)
	}
	_, last, _ := strings.Cut(partsOf(t, file)["word/document.xml"], "第28行")
	if table, after, _ := strings.Cut(last, "</w:tbl>"); strings.Count(table, "<w:keepNext/>") != 5 || strings.Count(after, "<w:keepNext/>") != 3 {
		t.Errorf("Word is not told to keep the last rows with who signs: %s", last)
	}
}

// TestClosing: wherever a page ends, who signs does not stand alone on the next one, nor
// do fewer than three rows of a table, or its notes.
func TestClosing(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	files, pdfs := map[string][]byte{}, map[string][]byte{}
	keep := func(name string, d industry.Document) {
		var err error
		if files[name+".docx"], err = Docx(d); err != nil {
			t.Fatal(err)
		}
		pdfs[name+".pdf"] = printed(t, d)
	}
	for n := range 12 {
		text := industry.Document{Title: []string{"通报"}, Organ: "示例县链长办", Date: "2026-11-05", Attached: []string{"附表"}}
		text.Sections = []industry.Section{{Heading: "总体情况"}}
		for range 12 + n {
			text.Sections[0].Blocks = append(text.Sections[0].Blocks, industry.Block{Text: "正文写满一行有二十六个字。正文写满一行有二十六个字。"})
		}
		keep(fmt.Sprintf("text%02d", n), text)
		keep(fmt.Sprintf("annex%02d", n), rowsOf(30+n))
	}
	for name, pdf := range testkit.OfficePDFs(t, files) {
		pdfs[name] = pdf
	}
	turned := 0
	for name, pdf := range pdfs {
		pages := testkit.PDFPages(t, pdf)
		last := pages[len(pages)-1]
		if len(pages) > 1 {
			turned++
		}
		rows, lines, signed, noted := 0, 0, false, false
		for _, l := range last.Lines {
			switch {
			case strings.Contains(l.Text, "字。"):
				lines++
			case tableRowText.MatchString(l.Text):
				rows++
			case l.Text == "来源：示例":
				noted = true
			case strings.HasPrefix(l.Text, "2026年11月5日"):
				signed = true
			}
		}
		if !signed || strings.HasPrefix(name, "text") && lines == 0 || strings.HasPrefix(name, "annex") && (rows < tailRows || !noted) {
			t.Errorf("%s: the last page has %d lines, %d rows, notes %v, who signs %v: %+v", name, lines, rows, noted, signed, last.Lines)
		}
	}
	if turned == 0 || turned == len(pdfs) {
		t.Errorf("%d of %d papers have more than a page: none ends where one does", turned, len(pdfs))
	}
}
