package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/testkit"
)

// compendium is a paper with cover and 目录 of so many sections, with everything that
// moves a heading on to another page.
func compendium(sections int) industry.Document {
	d := industry.Document{Kind: industry.Compendium, Title: []string{"新能源产业链", "资料汇编"}, Organ: "示例县链长办", Date: "2026-11-05", Sample: true}
	for i := range sections {
		table := industry.Table{
			Title: "企业清单", Unit: "亿元", Notes: []string{"来源：示例"},
			Columns: []industry.TableColumn{{Name: "企业名称", Weight: 3}, {Name: "本年累计", Figure: true, Weight: 1}},
		}
		for n := range 11 * (i%3 + 1) {
			table.Rows = append(table.Rows, []string{fmt.Sprintf("第%d户", n), "196.50"})
		}
		d.Sections = append(d.Sections, industry.Section{Heading: fmt.Sprintf("第%d部分", i+1), Blocks: []industry.Block{
			{Text: strings.Repeat("示例县产业链链长制办公室按月调度各重点产业链运行情况", 3+i%4) + "。"},
			{Heading: "清单甲"},
			{Text: "共列三十户。"},
			{Table: &table},
			{Heading: "清单乙"},
			{Lead: "没有登记。", Text: "还没有登记。"},
		}})
	}
	return d
}

// TestContents: each line of 目录 has the number of the page its heading stands on, at
// the right of the text, in the PDF and in the .docx as LibreOffice prints it; cover and
// 目录 have none, and the text begins on the front of a sheet.
func TestContents(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	files, pdfs := map[string][]byte{}, map[string][]byte{}
	for name, sections := range map[string]int{"short": 3, "full": 6, "long": 11} {
		var err error
		if files[name+".docx"], err = Docx(compendium(sections)); err != nil {
			t.Fatal(err)
		}
		testkit.OfficePackage(t, name+".docx", files[name+".docx"])
		pdfs[name+".pdf"] = printed(t, compendium(sections))
	}
	for name, pdf := range testkit.OfficePDFs(t, files) {
		pdfs[name] = pdf
	}
	for name, pdf := range pdfs {
		t.Run(name, func(t *testing.T) {
			pages := testkit.PDFPages(t, pdf)
			of, front := map[string]int{"short": 9, "full": 18, "long": 33}[name[:strings.Index(name, ".")]], 2
			if strings.HasPrefix(name, "long") {
				front = 4 // the cover, two of 目录 and an empty one
			}
			for i, page := range pages {
				numbers := 0
				for _, l := range page.Lines {
					if pageNumber.MatchString(l.Text) {
						numbers++
						if l.Text != fmt.Sprintf("—%d—", i+1-front) {
							t.Errorf("page %d has the number %s", i+1, l.Text)
						}
					}
				}
				if (numbers == 1) != (i >= front) {
					t.Errorf("page %d has %d numbers", i+1, numbers)
				}
			}
			within(t, "the top of the text", lineOf(t, pages[front:], "一、第1部分").Middle(), 37+225./22/2, 1.5)
			lines := testkit.Contents(t, pages)
			if len(lines) != of {
				t.Errorf("目录 has %d lines, not %d", len(lines), of)
			}
			for _, l := range lines {
				if l.Page != l.Stands {
					t.Errorf("目录 has %s on page %d, it stands on %d", l.Text, l.Page, l.Stands)
				}
				within(t, "the right of a line of 目录", l.Right, 210-26, 0.7)
			}
		})
	}
}

var (
	anchor   = regexp.MustCompile(`<w:hyperlink w:anchor="([^"]+)"`)
	marked   = regexp.MustCompile(`<w:pStyle w:val="Heading\d"/></w:pPr><w:bookmarkStart w:id="\d+" w:name="([^"]+)"/>`)
	outlined = regexp.MustCompile(`w:styleId="Heading([12])">.*?<w:outlineLvl w:val="(\d)"/>`)
)

// TestContentsField: what Word refreshes on demand is a field over the headings of the
// first and second level, each line of which leads to its heading, and the program that
// opens the file is not told to ask about it.
func TestContentsField(t *testing.T) {
	file, err := Docx(compendium(3))
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, file)
	document := parts["word/document.xml"]
	if n := strings.Count(document, `<w:instrText xml:space="preserve"> TOC \o "1-2" \h </w:instrText>`); n != 1 {
		t.Errorf("%d fields of 目录", n)
	}
	depth := 0
	for _, mark := range regexp.MustCompile(`w:fldCharType="(begin|end)"`).FindAllStringSubmatch(document, -1) {
		if depth++; mark[1] == "end" {
			depth -= 2
		}
		if depth < 0 {
			t.Fatal("a field ends that was not begun")
		}
	}
	if depth != 0 {
		t.Errorf("%d fields do not end", depth)
	}
	anchors, marks := anchor.FindAllStringSubmatch(document, -1), marked.FindAllStringSubmatch(document, -1)
	if len(anchors) != 9 || len(marks) != 9 {
		t.Fatalf("%d lines lead to %d headings", len(anchors), len(marks))
	}
	for i := range anchors {
		if name := anchors[i][1]; name != marks[i][1] || strings.Count(document, ` PAGEREF `+name+` \h `) != 1 {
			t.Errorf("line %d leads to %s, the heading is %s", i, name, marks[i][1])
		}
	}
	for _, m := range outlined.FindAllStringSubmatch(parts["word/styles.xml"], -1) {
		if m[1] != string(m[2][0]+1) {
			t.Errorf("headings of level %s have the level %s of the outline", m[1], m[2])
		}
	}
	if strings.Contains(parts["word/settings.xml"], "updateFields") {
		t.Error("Word asks at opening whether to refresh fields")
	}
	plain, err := Docx(longPaper())
	if err != nil || strings.Contains(partsOf(t, plain)["word/document.xml"], " TOC ") {
		t.Error("a bulletin has 目录")
	}
}

// TestContentsOfPDF: the lines are links, and a reader shows the headings beside the pages.
func TestContentsOfPDF(t *testing.T) {
	file := printed(t, compendium(3))
	if links := bytes.Count(file, []byte("/Subtype /Link")); links < 9 {
		t.Errorf("%d links for 9 headings", links)
	}
	if marks := bytes.Count(file, []byte("/XYZ 0")) - bytes.Count(file, []byte("/Subtype /Link")); marks != 9 || !bytes.Contains(file, []byte("/Type /Outlines")) {
		t.Errorf("%d headings in the outline", marks)
	}
	if again := printed(t, compendium(3)); !bytes.Equal(file, again) {
		t.Error("the same paper gives other bytes")
	}
}

// TestContentsOfLongHeadings: a heading longer than a line of 目录 is shortened there,
// so that 目录 keeps the pages that were reserved for it.
func TestContentsOfLongHeadings(t *testing.T) {
	d := compendium(3)
	long := strings.Repeat("示例县新能源新材料产业链", 6)
	d.Sections[1].Heading = long
	d.Sections[1].Blocks[1].Heading = strings.Repeat("WIDE LETTERS ", 12)
	file, err := Docx(d)
	if err != nil {
		t.Fatal(err)
	}
	_, contents, _ := strings.Cut(partsOf(t, file)["word/document.xml"], " TOC ")
	first, _, _ := strings.Cut(contents, `w:fldCharType="end"/></w:r></w:p>`)
	if strings.Contains(first, long) || !strings.Contains(first, "二、示例县新能源新材料产业链示例县新能源新材料…<") {
		t.Errorf("目录 has %s", first)
	}
	pages, shortened := testkit.PDFPages(t, printed(t, d)), 0
	for _, l := range pages[1].Lines {
		if strings.Contains(l.Text, "…") {
			shortened++
			within(t, "the right of a line of 目录", l.Right, 210-26, 0.7)
			if !strings.Contains(l.Text, "...") {
				t.Errorf("no dots in %s", l.Text)
			}
		}
	}
	if shortened != 2 {
		t.Errorf("%d lines of 目录 are shortened", shortened)
	}
}
