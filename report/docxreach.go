package report

import (
	"unicode/utf8"

	"chainboard/industry"
)

// reach is about how far down which page the text reaches, in twips: Word and WPS
// settle it when they open the file. Only 版记 asks for it, which has to stand on an
// even page.
type reach struct{ page, y int } // page from 0

// pageRoom is the height of the text of a page; it holds 22 lines.
const pageRoom = pageHeight - marginTop - marginBottom

// odd reports whether the text ends on a page with an odd number.
func (r *reach) odd() bool { return r.page%2 == 0 }

func (r *reach) turn() { r.page, r.y = r.page+1, 0 }

// down moves by something that is not torn.
func (r *reach) down(height int) {
	if r.y+height > pageRoom {
		r.turn()
	}
	r.y += height
}

// paragraph moves by a paragraph of a style.
func (r *reach) paragraph(style, text string) {
	high, first := lineHeight, 0.0
	switch style {
	case "Title":
		high = 700
	case "Masthead":
		high = 480 + mastheadMost*13
	case "Text":
		first = 2
	case "TableTitle":
		high = 580
	case "TableUnit", "TableNote":
		high = 340
	case "Hidden":
		high = 20
	}
	for range breakLines(text, 28, first, spacedWidth) {
		r.down(high)
	}
}

// table moves by the rows of a table, whose head is repeated.
func (r *reach) table(t *industry.Table, widths []int, small bool) {
	high := func(cells func(i int) string) int {
		most := 1
		for i, width := range widths {
			lines := breakLines(cells(i), roomOf(width, small), 0, wide)
			most = max(most, len(lines))
		}
		return 300*most + 40 + 10
	}
	head := high(func(i int) string { return t.Columns[i].Name })
	r.down(head)
	for _, row := range t.Rows {
		page := r.page
		if r.down(high(func(i int) string { return row[i] })); r.page > page {
			r.y += head
		}
	}
}

// spacedWidth is the width of a piece of text in Chinese characters: programs set
// letters and digits a quarter of one apart from those.
func spacedWidth(piece string) float64 {
	width := halfWidths(piece)
	if r, _ := utf8.DecodeRuneInString(piece); clings(r) {
		width += 0.5
	}
	return width
}
