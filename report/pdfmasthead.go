package report

import "chainboard/industry"

// masthead writes the red head of 简报 as Docx does.
func (p *pages) masthead(d industry.Document) {
	p.SetTextColor(255, 0, 0)
	p.SetFont("song", "B", float64(mastheadSize(d.Masthead.Name))/2)
	p.Ln(mmLine / 2)
	p.line(d.Masthead.Name, "C", mmLine*2)
	p.SetTextColor(0, 0, 0)
	p.SetFont("song", "", ptText)
	p.line(issueWords(d.Masthead), "C", mmLine)
	p.sides(d.Organ, d.Date.Words(), 0, 0)
	p.rule(0.8, 255)
	p.Ln(mmLine)
}

// sides writes a line with one text on its left and one on its right, both set in
// by indent, the left one by hang more.
func (p *pages) sides(left, right string, indent, hang float64) {
	y, pad := p.GetY(), p.GetCellMargin()
	height := mmLine
	if indent > 0 {
		height = footLine
	}
	p.SetXY(p.left()+indent+hang-pad, y)
	p.CellFormat(p.across()-2*indent-hang+2*pad, height, left, "", 0, "L", false, 0, "")
	p.SetXY(p.left()+indent-pad, y)
	p.CellFormat(p.across()-2*indent+2*pad, height, right, "", 1, "R", false, 0, "")
}

// rule draws a line as wide as the text, in millimetres thick and so much red.
func (p *pages) rule(thick float64, red int) {
	before := p.GetLineWidth()
	p.SetDrawColor(red, 0, 0)
	p.SetLineWidth(thick)
	p.Line(p.left(), p.GetY(), p.left()+p.across(), p.GetY())
	p.SetLineWidth(before)
	p.SetDrawColor(0, 0, 0)
}
