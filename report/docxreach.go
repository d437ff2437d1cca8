package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chainboard/industry"
)

// reach is about how far down which page the text reaches, in twips: Word and WPS
// settle it when they open the file. 版记 asks for it, which has to stand on an even
// page, and 目录.
type reach struct {
	page, y  int  // page from 0
	lying    bool // the pages are
	kept     int  // how much at the end stays on one page with what comes next
	headings []heading
	settled  int // so many of the headings do not move any more
}

// pageRoom is the height of the text of a page; it holds 22 lines.
const pageRoom = pageHeight - marginTop - marginBottom

// lyingRoom is the height of the text of a page that lies.
const lyingRoom = pageWidth - marginLeft - marginRight

// odd reports whether the text ends on a page with an odd number.
func (r *reach) odd() bool { return r.page%2 == 0 }

func (r *reach) turn() { r.page, r.y = r.page+1, 0 }

// down moves by something that is not torn.
func (r *reach) down(height int) {
	r.move(height)
	for ; r.settled < len(r.headings); r.settled++ {
		r.headings[r.settled].page = r.page + 1
	}
	r.kept = 0
}

// stay moves by something that stays on one page with what comes next.
func (r *reach) stay(height int) {
	r.move(height)
	r.kept += height
}

// move goes on to the next page, with what stays together, where this one is full.
func (r *reach) move(height int) {
	room := pageRoom
	if r.lying {
		room = lyingRoom
	}
	if r.y+height > room && r.y > r.kept {
		r.turn()
		r.y = r.kept
	}
	r.y += height
}

// heading moves by a heading and returns which it is.
func (r *reach) heading(level int, text string) int {
	for range lineCount(text, 28, 2, halfWidths) {
		r.stay(lineHeight)
	}
	r.headings = append(r.headings, heading{text: text, level: level})
	return len(r.headings) - 1
}

// styleHigh is the height of a line of a style and how many characters it holds.
func styleHigh(style string) (high int, width float64) {
	switch style {
	case "Title":
		return 700, textWidth / (sizeTitle * 10.)
	case "Masthead":
		return 480 + mastheadMost*13, 28
	case "TableTitle", "PictureTitle":
		return 400, textWidth / (sizeNum * 10.)
	case "TableUnit", "TableNote":
		return 300, textWidth / (sizeTable * 10.)
	case "Hidden":
		return 20, 28
	}
	return lineHeight, 28
}

// paragraph moves by a paragraph of a style, which stays with the next where keep is.
func (r *reach) paragraph(style, text string, keep bool) {
	high, width := styleHigh(style)
	first, around := 0.0, 0
	switch style {
	case "Text":
		first = 2
	case "TableTitle":
		around = 180
	case "PictureTitle":
		around = 120
	case "TableUnit", "TableNote":
		around = 40
	}
	for i := range lineCount(text, width, first, halfWidths) {
		step := high
		if i == 0 {
			step += around
		}
		if keep {
			r.stay(step)
		} else {
			r.down(step)
		}
	}
}

// table moves by the rows of a table, whose head is repeated; the last one stays with
// what comes next where keep is.
func (r *reach) table(t *industry.Table, widths []int, small, keep bool) {
	const line, around = 300, 40 + 10
	rooms, head := roomsOf(widths, small), 0
	cells, rows := headOf(t.Columns)
	for _, lines := range headRows(cells, rows, rooms) {
		head += line*lines + around
	}
	r.stay(head)
	for n, row := range t.Rows {
		page, most := r.page, 1
		for i, text := range row {
			most = max(most, lineCount(text, rooms[i], 0, halfWidths))
		}
		if staysWithNext(t, n) || keep && n == len(t.Rows)-1 {
			r.stay(line*most + around)
		} else {
			r.down(line*most + around)
		}
		if r.page > page && n > 0 {
			r.y += head
		}
	}
}

// lineCount is how many lines of so many Chinese characters programs set a text in, the
// first one shorter by indent: they break after hyphens, and set letters and digits a
// quarter of a character apart from Chinese ones.
func lineCount(text string, width, indent float64, measure func(string) float64) int {
	lines, used, last := 1, indent, rune(0)
	for _, piece := range pieces(text) {
		for _, part := range strings.SplitAfter(piece, "-") {
			if part == "" {
				continue
			}
			first, _ := utf8.DecodeRuneInString(part)
			wide, apart := measure(part), 0.0
			if chinese(last) && clings(first) || clings(last) && chinese(first) {
				apart = 0.25
			}
			if last != 0 && used+apart+wide > width {
				lines, used, apart = lines+1, 0, 0
			}
			used += apart + wide
			for ; used > width; used -= width { // no line holds it
				lines++
			}
			last, _ = utf8.DecodeLastRuneInString(part)
		}
	}
	return lines
}

func chinese(r rune) bool { return r >= 0x2E80 && unicode.IsLetter(r) }
