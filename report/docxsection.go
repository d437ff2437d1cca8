package report

import (
	"fmt"

	"chainboard/industry"
)

// section is how the pages of a part of a document are: as they stand first with
// numbers, each from a page of its own.
type section struct {
	kind       string // evenPage: it begins on an even page
	first      int    // the number of its first page; 0 goes on from the section before
	unnumbered bool
	lying      bool
}

// String writes the properties of a section. A page that lies has the same margins as
// one that stands, turned.
func (s section) String() string {
	odd, even, kind := "rId3", "rId4", ""
	if s.unnumbered {
		odd, even = "rId7", "rId7"
	}
	if s.kind != "" {
		kind = `<w:type w:val="` + s.kind + `"/>`
	}
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="1417" w:gutter="0"/>`,
		pageWidth, pageHeight, marginTop, marginRight, marginBottom, marginLeft)
	if s.lying {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="907" w:gutter="0"/>`,
			pageHeight, pageWidth, marginLeft, marginTop, marginRight, marginBottom)
	}
	if s.first > 0 {
		size += fmt.Sprintf(`<w:pgNumType w:start="%d"/>`, s.first)
	}
	return `<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="even" r:id="rId5"/>` +
		`<w:footerReference w:type="default" r:id="` + odd + `"/><w:footerReference w:type="even" r:id="` + even + `"/>` + kind + size + `</w:sectPr>`
}

// end ends the section after what was written.
func (s section) end() string {
	return `<w:p><w:pPr><w:pStyle w:val="Hidden"/>` + s.String() + `</w:pPr></w:p>`
}

// coverTop and coverFoot are how many lines of text stand above the title of a cover,
// and how far down it says who compiled the paper.
const coverTop, coverFoot = 5, 18

// cover writes a page with nothing but title, who compiled it and when. Pages have
// numbers from the first one after 目录.
func (b *body) cover(d industry.Document) {
	for range coverTop {
		b.paragraph("Plain", "", "")
	}
	for _, line := range d.Title {
		b.paragraph("Cover", "", line)
	}
	for range coverFoot - coverTop - 2*len(d.Title) {
		b.paragraph("Plain", "", "")
	}
	b.paragraph("Number", "", d.Organ)
	b.paragraph("Number", "", d.Date.Words())
	b.pageBreak()
	b.section = section{first: 1}
	b.at = reach{}
}

const pageBreak = `<w:p><w:pPr><w:pStyle w:val="Hidden"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`

func (b *body) pageBreak() {
	b.WriteString(pageBreak)
	b.at.turn()
}

// turn ends a section and begins one that lies or stands.
func (b *body) turn(lying bool) {
	b.WriteString(b.section.end())
	b.section = section{}
	b.at.turn()
	b.lay(lying)
}

func (b *body) lay(lying bool) {
	b.section.lying, b.at.lying, b.across = lying, lying, textWidth
	if lying {
		b.across = pageRoom
	}
}
