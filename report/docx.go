package report

import (
	"fmt"
	"strings"

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
)

// Docx returns a paper as a Word document in the form of GB/T 9704-2012. Fonts
// are named, never embedded.
func Docx(d industry.Document) ([]byte, error) {
	b := body{section: section("", true)}
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
		{"word/footer3.xml", footer("")},
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
	section   string              // of the last pages
	ruled     bool                // has the rules of 版记
}

func (b *body) document(d industry.Document) (string, error) {
	b.WriteString(xmlHead + `<w:document xmlns:w="` + wordSpace + `" xmlns:r="` + relationSpace + `"><w:body>`)
	switch {
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
	for i, s := range d.Sections {
		b.paragraph("Heading1", "", ordinal(i+1)+"、"+s.Heading)
		if err := b.blocks(s.Blocks); err != nil {
			return "", err
		}
	}
	b.attached(d.Attached)
	if d.Masthead == nil { // which says who and when
		b.signature(d)
	}
	for i := range d.Annexes {
		b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		b.at.turn()
		b.table(&d.Annexes[i])
	}
	switch {
	case d.Masthead != nil:
		b.footRows([]footRow{mastheadFoot(d.Masthead)})
	case d.Imprint.Stands():
		b.imprint(d)
	}
	b.WriteString(b.section + `</w:body></w:document>`)
	return b.String(), nil
}

// section writes the page of the text before it; numbered pages have their number,
// kind is how it begins after another section.
func section(kind string, numbered bool) string {
	odd, even := "rId3", "rId4"
	if !numbered {
		odd, even = "rId7", "rId7"
	}
	if kind != "" {
		kind = `<w:type w:val="` + kind + `"/>`
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="even" r:id="rId5"/>`+
		`<w:footerReference w:type="default" r:id="%s"/><w:footerReference w:type="even" r:id="%s"/>%s`+
		`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="1417" w:gutter="0"/></w:sectPr>`,
		odd, even, kind, pageWidth, pageHeight, marginTop, marginRight, marginBottom, marginLeft)
}

func (b *body) blocks(blocks []industry.Block) error {
	leads := 0
	for _, block := range blocks {
		switch {
		case block.Table != nil:
			b.table(block.Table)
		case block.Picture != nil:
			if err := b.picture(block.Picture); err != nil {
				return err
			}
		case headed(block):
			leads++
			block.Lead = "（" + ordinal(leads) + "）" + block.Lead
			b.written(block, block.Lead)
		default:
			block.Text = block.Lead + block.Text
			b.written(block, "")
		}
	}
	return nil
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

// headed reports whether a block begins with a heading of the second level, which
// is numbered: a sentence, not some words before a colon.
func headed(b industry.Block) bool { return strings.HasSuffix(b.Lead, "。") }

// paragraph writes a paragraph in a style, its first words in 楷体.
func (b *body) paragraph(style, lead, text string) {
	b.at.paragraph(style, lead+text)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, style)
	if lead != "" {
		fmt.Fprintf(b, `<w:r><w:rPr><w:rStyle w:val="Lead"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, escaped(lead))
	}
	if text != "" {
		fmt.Fprintf(b, `<w:r><w:t xml:space="preserve">%s</w:t></w:r>`, escaped(text))
	}
	b.WriteString(`</w:p>`)
}

// table writes a table with its title; the head is repeated on every page and no
// row is torn.
func (b *body) table(t *industry.Table) {
	b.paragraph("TableTitle", "", t.Title)
	if t.Unit != "" {
		b.paragraph("TableUnit", "", "单位："+t.Unit)
	}
	widths, small := columnWidths(t)
	sized := ""
	if small {
		sized = "Small"
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="`)
	fmt.Fprintf(b, `%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>`, textWidth)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	b.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	b.at.table(t, widths, small)
	for i, c := range t.Columns {
		b.cell(widths[i], "TableHead"+sized, c.Name)
	}
	b.WriteString(`</w:tr>`)
	for _, row := range t.Rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, text := range row {
			style := "TableText"
			if t.Columns[i].Figure {
				style = "TableFigure"
			}
			b.cell(widths[i], style+sized, text)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	for _, note := range t.Notes {
		b.paragraph("TableNote", "", note)
	}
}

func (b *body) cell(width int, style, text string) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, width)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc>`, style, escaped(text))
}

// columnWidths shares the width of the text between the columns of a table, whose
// type is smaller where its figures would be broken otherwise.
func columnWidths(t *industry.Table) (widths []int, small bool) {
	shares, fits := columnSharesAt(t, sizeTable)
	if !fits {
		shares, _ = columnSharesAt(t, sizeSmall)
	}
	used := 0
	for _, share := range shares {
		widths = append(widths, int(share*textWidth))
		used += int(share * textWidth)
	}
	widths[0] += textWidth - used
	return widths, !fits
}

// columnSharesAt is columnShares for type of a size in half points.
func columnSharesAt(t *industry.Table, size float64) (shares []float64, fits bool) {
	em := size * 10 // a character in twips
	return columnShares(t, textWidth/em, 2*57/em)
}

// ordinal writes 1…99 as headings count: 一, 十, 十二, 二十.
func ordinal(n int) string {
	digits := []rune("零一二三四五六七八九")
	switch tens, ones := n/10, n%10; {
	case tens == 0:
		return string(digits[ones])
	case ones == 0 && tens == 1:
		return "十"
	case tens == 1:
		return "十" + string(digits[ones])
	case ones == 0:
		return string(digits[tens]) + "十"
	default:
		return string(digits[tens]) + "十" + string(digits[ones])
	}
}

func dateOf(d industry.Date) string {
	if !d.Defined() {
		return ""
	}
	t := d.Time()
	return fmt.Sprintf("%d年%d月%d日", t.Year(), int(t.Month()), t.Day())
}
