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
	heads := make([]string, len(t.Columns))
	em := size / 72 * 25.4
	shares, _ := columnShares(t, p.across()/em, 2*mmPad/em)
	for i, share := range shares {
		widths[i] = share * p.across()
		heads[i] = strings.Join(headLines(t.Columns[i].Name, (widths[i]-2*mmPad)/em), "\n")
	}
	head := func() {
		p.SetFont("song", "B", size)
		p.row(heads, widths, func(int) string { return "C" })
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
	p.notes(t.Notes)
	p.Ln(2)
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
		p.Rect(x, y, widths[i], height, "D")
		top := y + (height-float64(len(lines))*mmRow)/2
		for k, line := range lines {
			p.SetXY(x+mmPad-p.GetCellMargin(), top+float64(k)*mmRow)
			p.CellFormat(widths[i]-2*mmPad+2*p.GetCellMargin(), mmRow, line, "", 0, side(i), false, 0, "")
		}
		x += widths[i]
	}
	p.SetXY(p.left(), y+height)
}
