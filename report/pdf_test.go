package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"chainboard/industry"
	"chainboard/picture"
	"chainboard/testkit"
)

func fonts(t *testing.T) Fonts {
	t.Helper()
	regular, err := picture.FontFile("NotoSansSC-Regular")
	if err != nil {
		t.Fatal(err)
	}
	bold, err := picture.FontFile("NotoSansSC-Bold")
	if err != nil {
		t.Fatal(err)
	}
	return Fonts{regular, bold}
}

// TestPDF reads the file back as text: it holds what the paper says, its table
// goes over the page with its head repeated, and no row is lost.
func TestPDF(t *testing.T) {
	d := paper()
	d.Sections[0].Blocks[0].Text = "营业收入196.50亿元，同口径增长11.2%。"
	table := d.Sections[2].Blocks[0].Table
	for i := range 60 {
		table.Rows = append(table.Rows, []string{fmt.Sprintf("指标%02d", i), "1.00"})
	}
	file, err := PDF(d, fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(testkit.PDFText(t, file), " ", "") // poppler sets spaces by widths
	for _, want := range []string{"运行情况的通报", "196.50亿元，同口径增长11.2%", "一、总体情况", "（二）办理逾期。两件。", "示例数据", "指标59", "示例县链长办", "2026年11月5日", "—3—"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %s", want)
		}
	}
	if n := strings.Count(text, "本年累计"); n < 2 {
		t.Errorf("the head of the table stands %d times", n)
	}
	for i := range 60 {
		if strings.Count(text, fmt.Sprintf("指标%02d", i)) != 1 {
			t.Errorf("row %d is lost or doubled", i)
		}
	}
	again, err := PDF(d, fonts(t))
	if err != nil || !bytes.Equal(file, again) {
		t.Error("the same paper gives other bytes")
	}
}

// TestBreakLines: no line is too wide, none begins with closing punctuation or
// ends with an opening one, numbers stay whole, and nothing is lost.
func TestBreakLines(t *testing.T) {
	measure := func(s string) float64 {
		w := 0.0
		for _, r := range s {
			w += 1
			if r < 0x2E80 {
				w -= 0.5
			}
		}
		return w
	}
	text := "利润总额8.27亿元，同口径增长41.7%（其中“锂电”拉动+5.31个百分点），完成年度目标的93.9%，高于序时进度10.6个百分点；税收4.97亿元。"
	for width := 6.0; width < 30; width++ {
		lines := breakLines(text, width, 2, measure)
		if strings.Join(lines, "") != text {
			t.Fatalf("width %v: %q", width, lines)
		}
		for i, line := range lines {
			room := width
			if i == 0 {
				room -= 2
			}
			if w := measure(line); w > room+0.01 && utf8.RuneCountInString(line) > 6 {
				t.Errorf("width %v: %q is %v wide", width, line, w)
			}
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			if width >= 12 && (i > 0 && strings.ContainsRune(neverFirst, first) || strings.ContainsRune(neverLast, last)) {
				t.Errorf("width %v: %q begins or ends badly", width, line)
			}
		}
		if width >= 12 && !strings.Contains(strings.Join(lines, "|"), "41.7%") {
			t.Errorf("width %v tears a number: %q", width, lines)
		}
	}
}

func TestPDFOfNothing(t *testing.T) {
	if _, err := PDF(industry.Document{}, fonts(t)); err != nil {
		t.Fatal(err)
	}
}
