package report

import (
	"strings"
	"unicode"
)

// missing stands for a character that cannot be set, as printers have it.
const missing = '〓'

// settable replaces the characters beyond U+FFFF, such as rare ones of names and
// pictures of phones, which fpdf cannot embed: it fails on them at the end. What
// controls a terminal is no text.
func settable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r > 0xFFFF:
			return missing
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, text)
}

// CellFormat is that of fpdf for what can be set of a text.
func (p *pages) CellFormat(width, height float64, text, border string, next int, side string, fill bool, link int, address string) {
	p.Fpdf.CellFormat(width, height, settable(text), border, next, side, fill, link, address)
}

// GetStringWidth is the width of what CellFormat sets.
func (p *pages) GetStringWidth(text string) float64 { return p.Fpdf.GetStringWidth(settable(text)) }
