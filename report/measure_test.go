package report

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"chainboard/industry"
	"chainboard/testkit"
)

// longPaper fills pages with text of Chinese characters alone, of which each is as
// wide as its font is large, in whatever font stands in for the one that is named.
func longPaper() industry.Document {
	d := industry.Document{Title: []string{"关于示例县重点产业链", "运行情况的通报"}, To: "各责任单位", Organ: "示例县链长办", Date: "2026-11-05"}
	text := strings.Repeat("示例县产业链链长制办公室按月调度各重点产业链运行情况并通报各责任单位办理进展", 12)
	for _, heading := range []string{"总体情况", "存在问题", "下一步工作"} {
		d.Sections = append(d.Sections, industry.Section{Heading: heading, Blocks: []industry.Block{{Text: text}, {Lead: "进度滞后。", Text: text}}})
	}
	return d
}

// TestMeasuredPages measures the pages that papers are printed on against GB/T
// 9704-2012 (domain 7.1): a Word file as LibreOffice prints it, and the PDF. Positions
// may differ by 0.5 mm, lengths of one line by 0.2 mm.
func TestMeasuredPages(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	red := longPaper()
	red.Masthead = &industry.Masthead{Name: "重点产业链调度简报", Number: 9, Total: 21, SentTo: "各责任单位"}
	files, pdfs := map[string][]byte{}, map[string][]byte{}
	for name, d := range map[string]industry.Document{"bulletin": longPaper(), "briefing": red, "letter": letter(3)} {
		var err error
		if files[name+".docx"], err = Docx(d); err != nil {
			t.Fatal(err)
		}
		pdfs[name+".pdf"] = printed(t, d)
	}
	for name, pdf := range testkit.OfficePDFs(t, files) {
		pdfs[name] = pdf
	}
	for name, pdf := range pdfs {
		t.Run(name, func(t *testing.T) { measured(t, testkit.PDFPages(t, pdf)) })
	}
}

// letter is a paper with everything of 版头 and 版记 and some sections of text.
func letter(sections int) industry.Document {
	d := longPaper()
	d.Sections = d.Sections[:sections]
	d.Number = "示链办〔二〇二六〕十二号"
	d.Letterhead = &industry.Letterhead{Name: "示例县产业链链长制办公室文件", Copy: "000001", Secrecy: "内部"}
	d.Attached = []string{"运行情况附表", "未完成议定事项清单"}
	d.Imprint = industry.Imprint{CC: strings.Repeat("县委办公室，", 7) + "县政府办公室", Printer: "示例县产业链链长制办公室"}
	return d
}

// TestMeasuredLetter measures 版头 and 版记 (GB/T 9704-2012, 7.2 and 7.4) in both forms,
// of a paper whose text ends on an even page, and on an odd one.
func TestMeasuredLetter(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	files, pdfs := map[string][]byte{}, map[string][]byte{}
	for name, sections := range map[string]int{"even": 3, "odd": 2} {
		var err error
		if files[name+".docx"], err = Docx(letter(sections)); err != nil {
			t.Fatal(err)
		}
		pdfs[name+".pdf"] = printed(t, letter(sections))
	}
	for name, pdf := range testkit.OfficePDFs(t, files) {
		pdfs[name] = pdf
	}
	for name, pdf := range pdfs {
		t.Run(name, func(t *testing.T) {
			pages := testkit.PDFPages(t, pdf)
			last := len(pages) - 1
			if len(pages)%2 != 0 || strings.HasPrefix(name, "odd") != (len(pages[last].Lines) < 6) {
				t.Errorf("%d pages, %d lines on the last", len(pages), len(pages[last].Lines))
			}
			if alone := strings.HasPrefix(name, "odd"); alone == slices.ContainsFunc(pages[last].Lines, func(l testkit.PrintedLine) bool { return pageNumber.MatchString(l.Text) }) {
				t.Errorf("版记 stands alone on the last page: %v, which has a number all the same or none", alone)
			}
			measuredHead(t, pages)
			measuredFoot(t, pages)
		})
	}
}

// lineOf finds a line of some pages.
func lineOf(t *testing.T, pages []testkit.PrintedPage, text string) testkit.PrintedLine {
	t.Helper()
	for _, page := range pages {
		for _, l := range page.Lines {
			if strings.Contains(l.Text, text) {
				return l
			}
		}
	}
	t.Fatalf("no page has %s", text)
	return testkit.PrintedLine{}
}

func measuredHead(t *testing.T, pages []testkit.PrintedPage) {
	head, number, title := lineOf(t, pages, "办公室文件"), lineOf(t, pages, "〔二〇二六〕"), lineOf(t, pages, "关于示例县")
	// The font's ascent is above the ink of the name.
	within(t, "the top of the name", head.Top, 37+35, 4)
	within(t, "the middle of the name", (head.Left+head.Right)/2, 28+78, 0.5)
	within(t, "the left of the number of the copy", lineOf(t, pages, "000001").Left, 28, 0.5)
	within(t, "the middle of 发文字号", (number.Left+number.Right)/2, 28+78, 0.5)
	within(t, "two lines above 发文字号", number.Top-head.Bottom, 2*225./22, 4)
	within(t, "the rule and two lines above the title", title.Top-number.Bottom, 4+2*225./22, 4)
}

func measuredFoot(t *testing.T, pages []testkit.PrintedPage) {
	within(t, "the left of 附件", lineOf(t, pages, "附件：").Left, 28+2*16*testkit.Millimetre, 0.7)
	within(t, "the left of the second", lineOf(t, pages, "未完成议定事项清单").Left, 28+5*16*testkit.Millimetre, 0.7)
	last := pages[len(pages)-1:]
	cc, day := lineOf(t, last, "抄送："), lineOf(t, last, "印发")
	within(t, "the left of 版记", cc.Left, 28+14*testkit.Millimetre, 0.5)
	within(t, "the left of the second line of 抄送", lineOf(t, last, "县政府办公室").Left, cc.Left+3*14*testkit.Millimetre, 0.7)
	within(t, "the foot of 版记", day.Middle()+4, 297-35, 1.5)
	within(t, "the right of the day", day.Right, 210-26-14*testkit.Millimetre, 0.7)
}

// pageNumber is — 3 — without its spaces.
var pageNumber = regexp.MustCompile(`^—(\d+)—$`)

func measured(t *testing.T, pages []testkit.PrintedPage) {
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		within(t, "page width", page.Width, 210, 0.2)
		within(t, "page height", page.Height, 297, 0.2)
		where := fmt.Sprintf("page %d: ", i+1)
		var text []testkit.PrintedLine
		for _, l := range page.Lines {
			switch {
			case pageNumber.MatchString(l.Text):
				numbered(t, i+1, l)
			case l.Text == "关于示例县重点产业链":
				within(t, where+"a character of the title", (l.Right-l.Left)/float64(utf8.RuneCountInString(l.Text)), 22*testkit.Millimetre, 0.05)
				within(t, where+"the middle of the title", (l.Left+l.Right)/2, 28+156/2., 0.5)
			case utf8.RuneCountInString(l.Text) == 28:
				text = append(text, l)
				within(t, where+"the left of a line", l.Left, 28, 0.5)
				within(t, where+"the right of a line", l.Right, 210-26, 0.5)
			}
			if l.Left < 27.5 || l.Right > 184.5 {
				t.Errorf("%s%q stands at %.1f to %.1f mm", where, l.Text, l.Left, l.Right)
			}
		}
		for k := 1; k < len(text); k++ {
			apart := (text[k].Middle() - text[k-1].Middle()) / (225. / 22)
			if whole := math.Round(apart); math.Abs(apart-whole) > 0.02*whole {
				t.Errorf("%slines of text are %.2f lines apart", where, apart)
			}
		}
		if i > 0 && i < 3 {
			if len(text) < 15 {
				t.Errorf("%s%d lines have 28 characters", where, len(text))
			}
			full(t, where, page)
		}
	}
}

// full checks a page of nothing but text.
func full(t *testing.T, where string, page testkit.PrintedPage) {
	t.Helper()
	lines := page.Lines[:len(page.Lines)-1] // its number is the last
	if len(lines) != 22 {
		t.Errorf("%s%d lines", where, len(lines))
		return
	}
	pitch := (lines[21].Middle() - lines[0].Middle()) / 21
	within(t, where+"from line to line", pitch, 28.5*testkit.Millimetre, 0.5*testkit.Millimetre) // 28 to 29 points
	// A line stands in the middle of its height, but for how a font's ascent and descent differ.
	within(t, where+"the top of the text", lines[0].Middle()-pitch/2, 37, 1.5)
	within(t, where+"the bottom of the text", lines[21].Middle()+pitch/2, 297-35, 1.5)
}

// numbered checks a page number: outside, one character of 14 points from the edge,
// its dashes 7 mm below the text (GB/T 9704-2012, 7.5).
func numbered(t *testing.T, page int, l testkit.PrintedLine) {
	t.Helper()
	where := fmt.Sprintf("page %d: its number ", page)
	if want := fmt.Sprintf("—%d—", page); l.Text != want {
		t.Errorf("%sis %s", where, l.Text)
	}
	within(t, where+"below the text", l.Middle()-(297-35), 7, 1)
	if page%2 == 1 {
		within(t, where+"from the right", 210-26-l.Right, 14*testkit.Millimetre, 0.5)
	} else {
		within(t, where+"from the left", l.Left-28, 14*testkit.Millimetre, 0.5)
	}
}

func within(t *testing.T, what string, got, want, most float64) {
	t.Helper()
	if math.Abs(got-want) > most {
		t.Errorf("%s: %.2f mm, wanted %.2f ± %.2f", what, got, want, most)
	}
}

// TestNamedFonts: a Word file names the fonts of official papers for title, text and
// levels, in their sizes and as wide as 28 characters a line ask for, and what to take
// where they are absent; it has none in itself. A PDF has what it uses of its fonts.
func TestNamedFonts(t *testing.T) {
	file, err := Docx(longPaper())
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, file)
	for id, want := range map[string][2]string{
		"Title": {"方正小标宋简体", "44"}, "Text": {"仿宋_GB2312", "32"}, "Heading1": {"黑体", "32"}, "Signature": {"仿宋_GB2312", "32"}, "Page": {"宋体", "28"}, "Lead": {"楷体_GB2312", ""},
	} {
		_, own, _ := strings.Cut(parts["word/styles.xml"], `w:styleId="`+id+`"`)
		own, _, _ = strings.Cut(own, `</w:style>`)
		if !strings.Contains(own, `w:eastAsia="`+want[0]+`"`) || want[1] != "" && !strings.Contains(own, `<w:sz w:val="`+want[1]+`"/>`) {
			t.Errorf("%s is %s", id, own)
		}
	}
	for name, instead := range map[string]string{"方正小标宋简体": "SimSun", "仿宋_GB2312": "FangSong", "楷体_GB2312": "KaiTi", "黑体": "SimHei"} {
		if !strings.Contains(parts["word/fontTable.xml"], `<w:font w:name="`+name+`"><w:altName w:val="`+instead+`"/>`) {
			t.Errorf("nothing is named for a machine without %s", name)
		}
	}
	for name := range parts {
		if strings.Contains(name, "font") && name != "word/fontTable.xml" {
			t.Errorf("the file has %s", name)
		}
	}
	pdf := printed(t, longPaper())
	embedded := testkit.PDFFonts(t, pdf)
	if whole := fonts(t).Regular; len(embedded) != 2 || len(pdf) > len(whole)/10 {
		t.Errorf("the PDF has the fonts %v and %d bytes, a whole font %d", embedded, len(pdf), len(whole))
	}
	for name, embedded := range embedded {
		if !embedded {
			t.Errorf("%s is not in the PDF", name)
		}
	}
}
