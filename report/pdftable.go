package report

import "chainboard/industry"

// table writes a table; its head is repeated on every page and no row is torn.
func (p *pages) table(t *industry.Table) {
	p.need(5 * mmRow)
	p.SetFont("song", "B", ptNum)
	p.line(t.Title, "C", 8)
	p.SetFont("song", "", ptTable)
	if t.Unit != "" {
		p.line("单位："+t.Unit, "R", mmRow)
	}
	widths := make([]float64, len(t.Columns))
	heads := make([]string, len(t.Columns))
	const em = ptTable / 72 * 25.4
	shares, _ := columnShares(t, mmText/em, 2*mmPad/em)
	for i, share := range shares {
		widths[i], heads[i] = share*mmText, t.Columns[i].Name
	}
	head := func() {
		p.SetFont("song", "B", ptTable)
		p.row(heads, widths, func(int) string { return "C" })
		p.SetFont("song", "", ptTable)
	}
	head()
	for _, row := range t.Rows {
		if p.GetY()+p.height(row, widths) > 297-mmBottom {
			p.AddPage()
			head()
		}
		p.row(row, widths, func(i int) string {
			if t.Columns[i].Figure {
				return "R"
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
		lines = append(lines, breakLines(note, mmText, 0, p.GetStringWidth)...)
	}
	return lines
}

func (p *pages) notesHeight(notes []string) float64 { return mmRow * float64(len(p.noteLines(notes))) }

// cells breaks the texts of a row into the lines of its cells.
func (p *pages) cells(row []string, widths []float64) [][]string {
	cells := make([][]string, len(row))
	for i, text := range row {
		cells[i] = breakLines(text, widths[i]-2*mmPad, 0, p.GetStringWidth)
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
	x, y, height := mmLeft, p.GetY(), p.height(row, widths)
	for i, lines := range p.cells(row, widths) {
		p.Rect(x, y, widths[i], height, "D")
		top := y + (height-float64(len(lines))*mmRow)/2
		for k, line := range lines {
			p.SetXY(x+mmPad-p.GetCellMargin(), top+float64(k)*mmRow)
			p.CellFormat(widths[i]-2*mmPad+2*p.GetCellMargin(), mmRow, line, "", 0, side(i), false, 0, "")
		}
		x += widths[i]
	}
	p.SetXY(mmLeft, y+height)
}
