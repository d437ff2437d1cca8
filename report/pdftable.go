package report

import (
	"strings"

	"chainboard/industry"
)

// tableStart is how much of a page the first rows of a table take with its title.
const tableStart = 6 * mmRow

// table writes a table; its head is repeated on every page and no row is torn.
func (p *pages) table(t *industry.Table) {
	p.need(tableStart)
	p.SetFont("song", "B", ptNum)
	p.line(t.Title, "C", 8)
	size := ptTable
	if !fits(t, p.across()/(ptTable/72*25.4), 2*mmPad/(ptTable/72*25.4)) {
		size = ptSmall
	}
	p.SetFont("song", "", ptTable)
	if t.Unit != "" {
		p.line("单位："+t.Unit, "R", mmRow)
	}
	widths := make([]float64, len(t.Columns))
	rooms := make([]float64, len(t.Columns)) // in characters
	em := size / 72 * 25.4
	shares, _ := columnShares(t, p.across()/em, 2*mmPad/em)
	for i, share := range shares {
		widths[i] = share * p.across()
		rooms[i] = (widths[i] - 2*mmPad) / em
	}
	head := func() {
		p.SetFont("song", "B", size)
		p.tableHead(t, widths, rooms)
		p.SetFont("song", "", size)
	}
	head()
	for _, row := range t.Rows {
		if p.GetY()+p.height(row, widths) > p.end() {
			p.turn(p.lying)
			head()
		}
		p.row(row, widths, func(i int) string {
			switch {
			case t.Columns[i].Figure:
				return "R"
			case marksOnly(t, i):
				return "C"
			}
			return "L"
		})
	}
	p.Ln(mmPad)
	p.notes(t.Notes)
	p.Ln(1)
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

// tableHead writes the head of a table; rooms are the widths of its columns in
// characters.
func (p *pages) tableHead(t *industry.Table, widths, rooms []float64) {
	cells, rows := headOf(t.Columns)
	tops := []float64{p.GetY()} // of the rows, and the end of the last
	for i, lines := range headRows(cells, rows, rooms) {
		tops = append(tops, tops[i]+float64(lines)*mmRow+mmPad)
	}
	for _, c := range cells {
		x, width := p.left(), 0.0
		for i, w := range widths[:c.column+c.across] {
			if i < c.column {
				x += w
			} else {
				width += w
			}
		}
		p.cell(x, tops[c.row], width, tops[c.row+c.down]-tops[c.row], c.lines(rooms), "C")
	}
	p.SetXY(p.left(), tops[rows])
}
