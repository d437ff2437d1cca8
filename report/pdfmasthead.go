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
	p.sides(d.Organ, dateOf(d.Date), 0)
	p.rule(0.8, 255)
	p.Ln(mmLine)
}

// foot writes 版记 between two rules at the foot of the last page.
func (p *pages) foot(m *industry.Masthead) {
	p.SetFont("song", "", ptNum)
	lines := breakLines("发送："+m.SentTo, mmText-2*footIndent-p.GetStringWidth(copiesWords(m))-4, 0, p.GetStringWidth)
	height := float64(len(lines)) * footLine
	p.need(height + mmLine)
	p.SetXY(mmLeft, 297-mmBottom-height)
	p.rule(0.35, 0)
	for i, line := range lines {
		right := ""
		if i == len(lines)-1 {
			right = copiesWords(m)
		}
		p.sides(line, right, footIndent)
	}
	p.rule(0.35, 0)
}

// footLine is the height of a line of 版记, footIndent one character of it.
const (
	footLine   = 8.0
	footIndent = ptNum / 72 * 25.4
)

// sides writes a line with one text on its left and one on its right, both set in
// by indent.
func (p *pages) sides(left, right string, indent float64) {
	y, pad := p.GetY(), p.GetCellMargin()
	height := mmLine
	if indent > 0 {
		height = footLine
	}
	p.SetXY(mmLeft+indent-pad, y)
	p.CellFormat(mmText-2*indent+2*pad, height, left, "", 0, "L", false, 0, "")
	p.SetXY(mmLeft+indent-pad, y)
	p.CellFormat(mmText-2*indent+2*pad, height, right, "", 1, "R", false, 0, "")
}

// rule draws a line as wide as the text, in millimetres thick and so much red.
func (p *pages) rule(thick float64, red int) {
	before := p.GetLineWidth()
	p.SetDrawColor(red, 0, 0)
	p.SetLineWidth(thick)
	p.Line(mmLeft, p.GetY(), mmLeft+mmText, p.GetY())
	p.SetLineWidth(before)
	p.SetDrawColor(0, 0, 0)
}
