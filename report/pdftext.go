package report

import (
	"fmt"
	"unicode/utf8"
)

// line writes one line in the font that is set.
func (p *pages) line(text, side string, height float64) {
	p.need(height)
	p.SetX(p.left() - p.GetCellMargin())
	p.CellFormat(p.across()+2*p.GetCellMargin(), height, text, "", 1, side, false, 0, "")
}

// text writes a paragraph whose first line is set in by indent, its lines but the
// last as wide as the text.
func (p *pages) text(text string, indent float64) {
	p.SetFont("song", "", ptText)
	lines := breakLines(text, p.across(), indent, p.tightWidth)
	for i, line := range lines {
		spacing := mmTighter
		if i == len(lines)-1 {
			p.need(mmLine + p.closing)
		} else {
			p.need(mmLine)
			spacing = p.filling(line, p.across()-indent)
		}
		p.SetX(p.left() + indent - p.GetCellMargin())
		p.spaced(spacing, func() {
			p.CellFormat(p.across()-indent+2*p.GetCellMargin(), mmLine, line, "", 1, "L", false, 0, "")
		})
		indent = 0
	}
}

// mmTighter is tighter in millimetres: 28 characters of the text fit into a line.
const mmTighter = tighter / 20.0 / 72 * 25.4

// tightWidth is how wide a text stands with characters closer by mmTighter.
func (p *pages) tightWidth(text string) float64 {
	return p.GetStringWidth(text) + mmTighter*float64(utf8.RuneCountInString(text))
}

// filling is the space between characters with which a line is that wide; a line
// that lacks more than two characters is left as it is.
func (p *pages) filling(line string, width float64) float64 {
	n := utf8.RuneCountInString(line)
	if n < 2 || width-p.tightWidth(line) > 2*em {
		return mmTighter
	}
	return (width - p.GetStringWidth(line)) / float64(n-1)
}

// spaced writes with that much more space after each character; fpdf has no call
// for it.
func (p *pages) spaced(more float64, write func()) {
	p.RawWriteStr(fmt.Sprintf("%.4f Tc", more*72/25.4))
	write()
	p.RawWriteStr("0 Tc")
}
