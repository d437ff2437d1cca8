package report

import (
	"fmt"
	"slices"
	"strings"

	"chainboard/industry"
)

// tableRow is a row broken into lines, cell by cell.
type tableRow [][]string

func (r tableRow) high() int {
	most := 1
	for _, lines := range r {
		most = max(most, len(lines))
	}
	return most*lineTable + 2*cellPad
}

// cut parts a row after some lines of each cell.
func (r tableRow) cut(lines int) (head, rest tableRow) {
	for _, cell := range r {
		n := min(lines, len(cell))
		head, rest = append(head, cell[:n]), append(rest, cell[n:])
	}
	return head, rest
}

// paging is where a table may stand: on slides that next begins, or on last, where
// it fits whole; below some text, under a heading that need not be said twice.
type paging struct {
	next    func(notes []string) *slide
	last    *slide
	texts   []industry.Block
	heading string
}

// table writes a table on as many slides as its rows need, each with the head, and
// returns the last of them.
func (k *deck) table(p paging, t *industry.Table) *slide {
	notes := t.Notes
	if len(notes) == 0 {
		notes = k.doc.Notes
	}
	widths := slideColumns(t)
	head, rows := make(tableRow, len(t.Columns)), make([]tableRow, len(t.Rows))
	for i, c := range t.Columns {
		head[i] = headLines(c.Name, float64(widths[i]-2*cellSide)/pointsTable)
	}
	for i, cells := range t.Rows {
		rows[i] = rowOf(cells, widths)
	}
	if s := p.last; s != nil && len(p.texts) == 0 && s.takes(notes, heightOfRows(rows)+head.high()+captionHigh) {
		s.caption(t.Title, t.Unit)
		s.grid(t.Columns, widths, append([]tableRow{head}, rows...))
		return s
	}
	for title := t.Title; ; title = t.Title + "（续）" {
		s := p.next(notes)
		if len(p.texts) > 0 {
			p.texts = s.fill(p.texts)
		}
		if t.Title != p.heading || t.Unit != "" {
			s.caption(title, t.Unit)
		}
		var shown []tableRow
		shown, rows = fitting(rows, s.end-s.y-head.high())
		s.grid(t.Columns, widths, append([]tableRow{head}, shown...))
		if len(rows) == 0 {
			return s
		}
	}
}

// takes reports whether a slide has room for something of that height with notes,
// and adds those where it has.
func (s *slide) takes(notes []string, high int) bool {
	all := slices.Clone(s.notes)
	for _, n := range notes {
		if !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	if s.y+high > endAbove(all) {
		return false
	}
	s.notes, s.end = all, endAbove(all)
	return true
}

func rowOf(cells []string, widths []int) tableRow {
	row := make(tableRow, len(cells))
	for i, text := range cells {
		row[i] = linesOf(text, widths[i]-2*cellSide, pointsTable)
	}
	return row
}

func heightOfRows(rows []tableRow) int {
	high := 0
	for _, r := range rows {
		high += r.high()
	}
	return high
}

// fitting parts rows into those that fit into a height and the others. A row that
// no slide could hold is cut; the last two slides have about as many each.
func fitting(rows []tableRow, room int) (shown, rest []tableRow) {
	used := 0
	for i, row := range rows {
		if used+row.high() <= room {
			shown, used = append(shown, row), used+row.high()
			continue
		}
		if i > 0 {
			if len(rows) <= 2*i {
				i = (len(rows) + 1) / 2
			}
			return rows[:i], rows[i:]
		}
		first, other := row.cut(max(1, (room-2*cellPad)/lineTable))
		return []tableRow{first}, append([]tableRow{other}, rows[1:]...)
	}
	return shown, nil
}

const captionHigh = 28

// caption is the title of a table, its unit at the right.
func (s *slide) caption(title, unit string) {
	const high = captionHigh - 4
	s.text(box{slideLeft, s.y, slideRoom - 160, high}, face{size: 18, line: high, colour: "tx2", bold: true}, saying(title))
	if unit != "" {
		s.text(box{slideWidth - slideLeft - 160, s.y, 160, high}, face{size: 16, line: high, colour: "tx2", right: true}, saying("单位："+unit))
	}
	s.y += captionHigh
}

// grid writes a table, its first row the head.
func (s *slide) grid(columns []industry.TableColumn, widths []int, rows []tableRow) {
	high := heightOfRows(rows)
	id := s.id()
	fmt.Fprintf(s, `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="%[1]d" name="表%[1]d"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>%[2]s`+
		`<a:graphic><a:graphicData uri="`+drawingTable+`"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>`, id, box{slideLeft, s.y, slideRoom, high}.frame("p"))
	for _, w := range widths {
		fmt.Fprintf(s, `<a:gridCol w="%d"/>`, w*emuPerPoint)
	}
	s.WriteString(`</a:tblGrid>`)
	for i, row := range rows {
		fmt.Fprintf(s, `<a:tr h="%d">`, row.high()*emuPerPoint)
		for j, lines := range row {
			f := face{size: pointsTable, line: lineTable, right: columns[j].Figure, bold: i == 0}
			text := strings.Join(lines, "")
			if f.colour = lightColour(text); i == 0 {
				f.colour = "accent1"
			}
			f.bold = f.bold || f.colour != ""
			if i == 0 {
				text = strings.Join(lines, "\n")
			}
			s.cell(f, text, i == 0)
		}
		s.WriteString(`</a:tr>`)
	}
	s.WriteString(`</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`)
	s.y += high + slideGap
}

// lightColour is the colour of a text that begins with the shape of a light.
func lightColour(text string) string {
	for _, l := range []struct {
		light  industry.Light
		colour string
	}{{industry.Green, "accent3"}, {industry.Yellow, "accent4"}, {industry.Red, "accent5"}} {
		if strings.HasPrefix(text, l.light.Shape()) {
			return l.colour
		}
	}
	return ""
}

func (s *slide) cell(f face, text string, head bool) {
	line := func(side, width, colour string) string {
		return `<a:` + side + ` w="` + width + `"><a:solidFill><a:schemeClr val="` + colour + `"/></a:solidFill></a:` + side + `>`
	}
	none := func(side string) string { return `<a:` + side + ` w="0"><a:noFill/></a:` + side + `>` }
	below, fill := line("lnB", "9525", "accent6"), `<a:noFill/>`
	if head {
		below, fill = line("lnB", "19050", "accent1"), `<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>`
	}
	var runs []string
	for _, part := range strings.Split(text, "\n") {
		runs = append(runs, f.run(part, f.bold))
	}
	fmt.Fprintf(s, `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>%s%s</a:p></a:txBody><a:tcPr marL="%d" marR="%d" marT="%d" marB="%d" anchor="ctr">%s</a:tcPr></a:tc>`,
		f.paragraph(), strings.Join(runs, `<a:br/>`), cellSide*emuPerPoint, cellSide*emuPerPoint, cellPad*emuPerPoint, cellPad*emuPerPoint,
		none("lnL")+none("lnR")+none("lnT")+below+fill)
}

// slideColumns shares the width of a slide between the columns of a table.
func slideColumns(t *industry.Table) []int {
	shares, _ := columnShares(t, float64(slideRoom)/pointsTable, 2.*cellSide/pointsTable)
	widths, used := make([]int, len(shares)), 0
	for i, share := range shares {
		widths[i] = int(share * slideRoom)
		used += widths[i]
	}
	widths[0] += slideRoom - used
	return widths
}
