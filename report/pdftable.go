package report

import (
	"strings"

	"chainboard/industry"
)

// table writes a table; its head is repeated on every page and no row is torn.
func (p *pages) table(t *industry.Table) {
	g := p.gridOf(t)
	p.need(p.tableStart(g))
	p.SetFont("song", "B", ptNum)
	p.line(t.Title, "C", 8)
	p.SetFont("song", "", ptTable)
	if t.Unit != "" {
		p.line("单位："+t.Unit, "R", mmRow)
	}
	p.tableHead(g)
	for n, row := range t.Rows {
		if n > 0 && p.GetY()+p.rowsHeight(g, n) > p.end() {
			p.turn(p.lying)
			p.tableHead(g)
		}
		p.row(row, g.widths, g.side)
	}
	p.Ln(mmPad)
	p.notes(t.Notes)
	p.Ln(1)
}

// grid is a table as it stands on a page: the widths of its columns in millimetres and,
// without margins, in characters.
type grid struct {
	*industry.Table
	size          float64 // of the type, in points
	widths, rooms []float64
}

func (p *pages) gridOf(t *industry.Table) grid {
	g := grid{Table: t, size: ptTable}
	if !fits(t, p.across()/(ptTable/72*25.4), 2*mmPad/(ptTable/72*25.4)) {
		g.size = ptSmall
	}
	em := g.size / 72 * 25.4
	shares, _ := columnShares(t, p.across()/em, 2*mmPad/em)
	for _, share := range shares {
		g.widths = append(g.widths, share*p.across())
		g.rooms = append(g.rooms, (share*p.across()-2*mmPad)/em)
	}
	return g
}

// side is where the texts of a column stand.
func (g grid) side(column int) string {
	switch {
	case g.Columns[column].Figure:
		return "R"
	case marksOnly(g.Table, column):
		return "C"
	}
	return "L"
}

// headTops are the heights of the rows of the head below its top, and of its end.
func (g grid) headTops(cells []headCell, rows int) []float64 {
	tops := []float64{0}
	for i, lines := range headRows(cells, rows, g.rooms) {
		tops = append(tops, tops[i]+float64(lines)*mmRow+mmPad)
	}
	return tops
}

func (g grid) headHeight() float64 {
	cells, rows := headOf(g.Columns)
	return g.headTops(cells, rows)[rows]
}

// tableStart is how much of a page the first rows of a table take with its title.
func (p *pages) tableStart(g grid) float64 {
	start := 8 + g.headHeight() + p.rowsHeight(g, 0)
	if g.Unit != "" {
		start += mmRow
	}
	return min(start, p.end()-p.top())
}

// rowsHeight is how much the n-th row takes with those that it may not be parted from.
func (p *pages) rowsHeight(g grid, n int) float64 {
	p.SetFont("song", "", g.size)
	if n >= len(g.Rows) {
		return 0
	}
	own := p.height(g.Rows[n], g.widths)
	if n != tailOf(g.Table) {
		return own
	}
	tail := own
	for _, row := range g.Rows[n+1:] {
		tail += p.height(row, g.widths)
	}
	if len(g.Notes) > 0 {
		tail += mmPad + mmRow
	}
	if p.closing > 0 {
		tail += mmPad + p.notesHeight(g.Notes) + p.closing
		p.SetFont("song", "", g.size)
	}
	if tail > p.end()-p.top()-g.headHeight() { // no page holds it
		return own
	}
	return tail
}

// notes writes what stands below a table or picture.
func (p *pages) notes(notes []string) {
	p.SetFont("song", "", ptTable)
	for _, line := range p.noteLines(notes) {
		p.line(line, "L", mmRow)
	}
}

func (p *pages) noteLines(notes []string) []string {
	p.SetFont("song", "", ptTable)
	var lines []string
	for _, note := range notes {
		lines = append(lines, breakLines(note, p.across(), 0, p.GetStringWidth)...)
	}
	return lines
}

func (p *pages) notesHeight(notes []string) float64 { return mmRow * float64(len(p.noteLines(notes))) }

// cells breaks the texts of a row into the lines of its cells.
func (p *pages) cells(row []string, widths []float64) [][]string {
	cells := make([][]string, len(row))
	for i, text := range row {
		for _, line := range strings.Split(text, "\n") {
			cells[i] = append(cells[i], breakLines(line, widths[i]-2*mmPad, 0, p.GetStringWidth)...)
		}
	}
	return cells
}

func (p *pages) height(row []string, widths []float64) float64 {
	most := 1
	for _, lines := range p.cells(row, widths) {
		most = max(most, len(lines))
	}
	return float64(most)*mmRow + mmPad
}

// row writes one row with its rules, each cell in the middle of its height.
func (p *pages) row(row []string, widths []float64, side func(column int) string) {
	x, y, height := p.left(), p.GetY(), p.height(row, widths)
	for i, lines := range p.cells(row, widths) {
		p.cell(x, y, widths[i], height, lines, side(i))
		x += widths[i]
	}
	p.SetXY(p.left(), y+height)
}

// cell writes lines in the middle of a cell, and its rules.
func (p *pages) cell(x, y, width, height float64, lines []string, side string) {
	p.Rect(x, y, width, height, "D")
	top := y + (height-float64(len(lines))*mmRow)/2
	for k, line := range lines {
		p.SetXY(x+mmPad-p.GetCellMargin(), top+float64(k)*mmRow)
		p.CellFormat(width-2*mmPad+2*p.GetCellMargin(), mmRow, line, "", 0, side, false, 0, "")
	}
}

// tableHead writes the head of a table.
func (p *pages) tableHead(g grid) {
	p.SetFont("song", "B", g.size)
	cells, rows := headOf(g.Columns)
	top, tops := p.GetY(), g.headTops(cells, rows)
	for _, c := range cells {
		x, width := p.left(), 0.0
		for i, w := range g.widths[:c.column+c.across] {
			if i < c.column {
				x += w
			} else {
				width += w
			}
		}
		p.cell(x, top+tops[c.row], width, tops[c.row+c.down]-tops[c.row], c.lines(g.rooms), "C")
	}
	p.SetXY(p.left(), top+tops[rows])
	p.SetFont("song", "", g.size)
}
