package report

import (
	"fmt"
	"strings"

	"chainboard/industry"
)

// reserve begins the pages of 目录 after a cover, which are written when the pages of
// the headings are known, and the first page of the text, which has the number 1.
func (p *pages) reserve(d industry.Document) {
	headings := len(d.Sections)
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if b.Heading != "" {
				headings++
			}
		}
	}
	of, empty := contentsPages(headings)
	for range of {
		p.turn(false)
	}
	if empty {
		p.turn(false)
	}
	p.front = p.PageNo()
	p.turn(false)
}

// printedNumber is the number that stands on the page at hand.
func (p *pages) printedNumber() int { return p.PageNo() - p.front }

// stands notes that a heading stands at the place at hand.
func (p *pages) stands(level int, text string) {
	if p.front == 0 {
		return
	}
	link := p.AddLink()
	p.SetLink(link, p.GetY(), p.PageNo())
	p.Bookmark(settable(text), level-1, p.GetY())
	p.headings = append(p.headings, heading{text, level, p.printedNumber()})
	p.links = append(p.links, link)
}

// contents writes 目录 on the pages that were reserved for it.
func (p *pages) contents() {
	page := 2 // after the cover
	p.open(page)
	p.SetFont("song", "B", ptTitle)
	p.line(contentsTitle, "C", 2*mmLine)
	p.Ln(mmLine)
	for i, h := range p.headings {
		if p.GetY()+mmLine > p.end()+0.1 {
			page++
			p.open(page)
		}
		p.entry(h, p.links[i])
	}
	p.SetPage(p.PageCount()) // whose foot is written last
}

// open goes back to a page. It does not have the font that was set last.
func (p *pages) open(page int) {
	p.SetPage(page)
	p.SetFont("song", "", ptSmall)
	p.SetXY(p.left(), p.top())
}

// entry writes a line of 目录.
func (p *pages) entry(h heading, link int) {
	indent, face := 0.0, "B"
	if h.level == 2 {
		indent, face = 2*em, ""
	}
	p.SetFont("song", face, ptText)
	y, pad := p.GetY(), p.GetCellMargin()
	text, number := h.shown(p.across()-indent-contentsRest*em, p.GetStringWidth), fmt.Sprint(h.page)
	dots := p.across() - indent - p.GetStringWidth(text) - p.GetStringWidth(number) - em/2
	line := strings.Repeat(".", int(dots/p.GetStringWidth(".")))
	p.SetXY(p.left()+indent-pad, y)
	p.CellFormat(p.across()-indent+2*pad, mmLine, text, "", 0, "L", false, link, "")
	p.SetXY(p.left()-pad, y)
	p.CellFormat(p.across()+2*pad, mmLine, line+" "+number, "", 1, "R", false, link, "")
}
