package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"chainboard/industry"
)

// The page of GB/T 9704-2012 in twips: A4, margins of 37, 35, 28 and 26 mm, which
// leave 156 mm by 225 mm for 22 lines of 28 characters (domain 7.1, S95).
const (
	pageWidth, pageHeight        = 11906, 16838
	marginTop, marginBottom      = 2098, 1984
	marginLeft, marginRight      = 1587, 1474
	textWidth                    = pageWidth - marginLeft - marginRight
	lineHeight                   = 579        // 28.95 pt: 22 of them fit into 225 mm
	tighter                      = -5         // ¼ pt less between characters: 28 of 16 pt fit into 156 mm
	sizeTitle, sizeText, sizeNum = 44, 32, 28 // half points: 2号, 3号, 4号
	sizeTable                    = 21
	sizeSmall                    = 18 // 小五, of tables with many columns
	sizeCover                    = 72 // 小初
)

// Docx returns a paper as a Word document in the form of GB/T 9704-2012. Fonts
// are named, never embedded.
func Docx(d industry.Document) ([]byte, error) {
	b := body{across: textWidth}
	document, err := b.document(d)
	if err != nil {
		return nil, err
	}
	return pack(append([]part{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/app.xml", appProperties},
		{"docProps/core.xml", coreProperties(d)},
		{"word/_rels/document.xml.rels", b.relations()},
		{"word/document.xml", document},
		{"word/fontTable.xml", fontTable()},
		{"word/footer1.xml", footer("right")},
		{"word/footer2.xml", footer("left")},
		{"word/footer3.xml", unnumbered},
		{"word/header1.xml", header(d.Sample)},
		{"word/settings.xml", settings},
		{"word/styles.xml", styles()},
	}, b.media()...))
}

// body collects the paragraphs, tables and pictures of a document.
type body struct {
	strings.Builder
	pictures  []*industry.Picture // in the order they stand in
	revisions int                 // marked so far
	at        reach               // about how far down which page it reaches
	section   section             // of the pages at hand
	across    int                 // how wide they are for text
	keep      bool                // what is at hand stays on one page with what comes next
	ruled     bool                // has the rules of 版记
}

func (b *body) document(d industry.Document) (string, error) {
	b.WriteString(xmlHead + `<w:document xmlns:w="` + wordSpace + `" xmlns:r="` + relationSpace + `"><w:body>`)
	b.begin(d)
	front := b.Len()
	for i, s := range d.Sections {
		b.heading(1, sectionHeading(i, s))
		if err := b.blocks(s, i == len(d.Sections)-1 && d.Signed()); err != nil {
			return "", err
		}
	}
	b.keep = d.Signed()
	b.attached(d.Attached)
	if len(d.Sections) > 0 {
		b.signature(d)
	}
	b.annexes(d)
	switch {
	case d.Masthead != nil:
		b.footRows([]footRow{mastheadFoot(d.Masthead)})
	case d.Imprint.Stands():
		b.imprint(d)
	}
	b.WriteString(b.section.String() + `</w:body></w:document>`)
	if d.Covered() {
		return b.String()[:front] + b.contents() + b.String()[front:], nil
	}
	return b.String(), nil
}

// begin writes what stands above the text: head, title, 文号 and 主送机关, or a cover.
func (b *body) begin(d industry.Document) {
	if len(d.Sections) == 0 && len(d.Annexes) > 0 && lies(&d.Annexes[0]) {
		b.lay(true)
	}
	switch {
	case d.Covered():
		b.cover(d)
		return
	case d.Masthead != nil:
		b.masthead(d)
	case d.Letterhead != nil:
		b.letterhead(d)
	}
	for _, line := range d.Title {
		b.paragraph("Title", "", line)
	}
	if d.Number != "" && d.Letterhead == nil { // which has it
		b.paragraph("Number", "", d.Number)
	}
	b.paragraph("Plain", "", "")
	if d.To != "" {
		b.paragraph("Plain", "", d.To+"：")
	}
}

// annexes writes the tables after the text, and who signs after them where the paper has
// nothing else.
func (b *body) annexes(d industry.Document) {
	alone := len(d.Sections) == 0
	for i := range d.Annexes {
		lying := lies(&d.Annexes[i])
		switch {
		case lying != b.section.lying:
			b.turn(lying)
		case !alone && i == 0:
			b.pageBreak()
		}
		b.keep = alone && d.Signed() && i == len(d.Annexes)-1
		b.table(&d.Annexes[i])
	}
	if b.section.lying && d.Imprint.Stands() {
		b.turn(false)
	}
	if alone {
		b.signature(d)
	}
}

// blocks writes a section; the end of the last one stays with who signs.
func (b *body) blocks(s industry.Section, last bool) error {
	leads := s.Leads()
	for i, block := range s.Blocks {
		b.keep = last && i+1 == len(s.Blocks) && moves(block) || i+1 < len(s.Blocks) && !s.Blocks[i+1].Written() && block.Short()
		switch {
		case block.Table != nil:
			b.table(block.Table)
		case block.Picture != nil:
			if err := b.picture(block.Picture); err != nil {
				return err
			}
		case block.Heading != "":
			b.heading(2, leads[i])
		case block.Headed():
			b.written(block, leads[i])
		default:
			block.Text = block.Lead + block.Text
			b.written(block, "")
		}
	}
	return nil
}

// moves reports whether the last block of a text may go to the page of who signs: some
// programs move a paragraph that stays with the next as a whole, which leaves a page of
// text emptier than who signs alone would look.
func moves(block industry.Block) bool {
	return !block.Written() || utf8.RuneCountInString(block.Lead+block.Text) <= 4*28
}

// written writes a paragraph of the text; one that people reworded where the paper
// still has its marks.
func (b *body) written(block industry.Block, lead string) {
	if block.Reworded != nil {
		b.reworded(block, lead)
		return
	}
	b.paragraph("Text", lead, block.Text)
}

// paragraph writes a paragraph in a style, its first words in 楷体.
func (b *body) paragraph(style, lead, text string) {
	keep, keeps := "", style == "TableTitle" || style == "TableUnit"
	if b.keep && (style == "Text" || style == "Plain" || style == "TableNote") {
		keep, keeps = `<w:keepNext/>`, true
	}
	b.at.paragraph(style, lead+text, keeps)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>`, style, keep)
	if lead != "" {
		fmt.Fprintf(b, `<w:r><w:rPr><w:rStyle w:val="Lead"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, escaped(lead))
	}
	if text != "" {
		fmt.Fprintf(b, `<w:r><w:t xml:space="preserve">%s</w:t></w:r>`, escaped(text))
	}
	b.WriteString(`</w:p>`)
}
