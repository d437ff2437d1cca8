package report

import "chainboard/industry"

// letterhead writes 版头 as Docx does.
func (p *pages) letterhead(d industry.Document) {
	head, top := d.Letterhead, 35.0
	for i, text := range []string{head.Copy, head.Secrecy} {
		if text == "" {
			continue
		}
		p.SetFont("song", []string{"", "B"}[i], ptText)
		p.line(text, "L", mmLine)
		top -= mmLine
	}
	size := float64(mastheadSize(head.Name)) / 2
	p.Ln(top)
	p.SetTextColor(255, 0, 0)
	p.SetFont("song", "B", size)
	p.line(head.Name, "C", size*1.2/72*25.4)
	p.SetTextColor(0, 0, 0)
	p.SetFont("song", "", ptText)
	p.Ln(2 * mmLine)
	p.line(d.Number, "C", em)
	p.Ln(4)
	p.rule(0.8, 255)
	p.Ln(2 * mmLine)
}

// attached writes 附件说明, one line below the text.
func (p *pages) attached(names []string) {
	if len(names) > 0 {
		p.Ln(mmLine)
	}
	p.SetFont("song", "", ptText)
	for i, words := range attachedWords(names) {
		left, hanging := attachedIndent(i, len(names))
		room := p.across() - left*em
		for k, line := range breakLines(words, room, -hanging*em, p.tightWidth) {
			at := left * em
			if k == 0 {
				at -= hanging * em
			}
			p.need(mmLine)
			p.SetX(p.left() + at - p.GetCellMargin())
			p.spaced(mmTighter, func() { p.CellFormat(room, mmLine, line, "", 1, "L", false, 0, "") })
		}
	}
}

// closingHeight is how much 附件说明 and who signs take, which stay on one page with the
// end of what they sign.
func (p *pages) closingHeight(d industry.Document) float64 {
	if !d.Signed() {
		return 0
	}
	lines := 3
	if n := len(d.Attached); n > 0 {
		lines += n + 1
	}
	return float64(lines) * mmLine
}

// signature writes who signs and when, which stay on one page.
func (p *pages) signature(d industry.Document) {
	if !d.Signed() {
		return
	}
	p.need(3 * mmLine)
	p.Ln(mmLine)
	p.SetFont("song", "", ptText)
	name, day := signedFromRight(d.Organ, d.Date.Words())
	for i, line := range []string{d.Organ, d.Date.Words()} {
		right := []float64{name, day}[i]
		p.SetX(p.left())
		p.CellFormat(p.across()-right*em+p.GetCellMargin(), mmLine, line, "", 1, "R", false, 0, "")
	}
}

// imprint writes 版记 at the foot of the last page, which is an even one.
func (p *pages) imprint(d industry.Document) {
	rows := imprintRows(d)
	if p.GetY()+p.footHeight(rows) > p.end() {
		p.turn(false)
		p.unnumbered = true // so is a page with nothing but 版记, and one left empty before it (7.5)
	}
	if p.PageNo()%2 == 1 {
		p.turn(false)
		p.unnumbered = true
	}
	p.foot(rows)
}

// footLine is the height of a line of 版记, footIndent one character of it.
const (
	footLine   = 8.0
	footIndent = ptNum / 72 * 25.4
)

// footLines breaks the text of a row of 版记.
func (p *pages) footLines(r footRow) []string {
	p.SetFont("song", "", ptNum)
	room := p.across() - 2*footIndent - p.GetStringWidth(r.before)
	if r.right != "" {
		room -= p.GetStringWidth(r.right) + footIndent
	}
	return breakLines(r.text, room, 0, p.GetStringWidth)
}

func (p *pages) footHeight(rows []footRow) float64 {
	high := 0.0
	for _, r := range rows {
		high += float64(len(p.footLines(r))) * footLine
	}
	return high
}

// foot writes 版记 so that its last rule stands at the foot of the text: rules of
// 0.35 mm around, of 0.25 mm between.
func (p *pages) foot(rows []footRow) {
	high := p.footHeight(rows)
	p.need(high + mmLine/2)
	p.SetXY(p.left(), p.end()-high)
	p.rule(0.35, 0)
	for i, r := range rows {
		if i > 0 {
			p.rule(0.25, 0)
		}
		lines := p.footLines(r)
		hang := p.GetStringWidth(r.before)
		for k, line := range lines {
			y, right := p.GetY(), ""
			if k == len(lines)-1 {
				right = r.right
			}
			if k == 0 && r.before != "" {
				p.SetXY(p.left()+footIndent-p.GetCellMargin(), y)
				p.CellFormat(hang+2*p.GetCellMargin(), footLine, r.before, "", 0, "L", false, 0, "")
			}
			p.SetY(y)
			p.sides(line, right, footIndent, hang)
		}
	}
	p.rule(0.35, 0)
}
