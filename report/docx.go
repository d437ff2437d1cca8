package report

import (
	"fmt"
	"slices"
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
	keep      bool                // the paragraph at hand says what the table or picture after it is
	ruled     bool                // has the rules of 版记
}

func (b *body) document(d industry.Document) (string, error) {
	b.WriteString(xmlHead + `<w:document xmlns:w="` + wordSpace + `" xmlns:r="` + relationSpace + `"><w:body>`)
	b.begin(d)
	front := b.Len()
	for i, s := range d.Sections {
		b.heading(1, sectionHeading(i, s))
		if err := b.blocks(s); err != nil {
			return "", err
		}
	}
	b.attached(d.Attached)
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

// annexes writes the tables after the text and who signs before them, or after them
// where the paper has nothing else.
func (b *body) annexes(d industry.Document) {
	signed := d.Masthead != nil || d.Covered() // its head says who and when
	if len(d.Sections) > 0 {
		b.signature(d, signed)
		signed = true
	}
	for i := range d.Annexes {
		lying := lies(&d.Annexes[i])
		switch {
		case lying != b.section.lying:
			b.turn(lying)
		case len(d.Sections) > 0 && i == 0:
			b.pageBreak()
		}
		b.table(&d.Annexes[i])
	}
	if b.section.lying && d.Imprint.Stands() {
		b.turn(false)
	}
	b.signature(d, signed)
}

func (b *body) blocks(s industry.Section) error {
	leads := s.Leads()
	for i, block := range s.Blocks {
		b.keep = i+1 < len(s.Blocks) && !s.Blocks[i+1].Written() && block.Short()
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
	if b.keep && style == "Text" {
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

// table writes a table with its title; the head is repeated on every page and no
// row is torn.
func (b *body) table(t *industry.Table) {
	b.paragraph("TableTitle", "", t.Title)
	if t.Unit != "" {
		b.paragraph("TableUnit", "", "单位："+t.Unit)
	}
	widths, small := columnWidths(t, b.across)
	sized := ""
	if small {
		sized = "Small"
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="`)
	fmt.Fprintf(b, `%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>`, b.across)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	b.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	b.at.table(t, widths, small)
	b.tableHead(t, widths, small)
	for _, row := range t.Rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, text := range row {
			style := "TableText"
			switch {
			case t.Columns[i].Figure:
				style = "TableFigure"
			case marksOnly(t, i):
				style = "TableMark"
			}
			b.cell(widths[i], "", style+sized, text)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	for _, note := range t.Notes {
		b.paragraph("TableNote", "", note)
	}
}

// tableHead writes the head of a table, each row of which is repeated on every page.
func (b *body) tableHead(t *industry.Table, widths []int, small bool) {
	style := "TableHead"
	if small {
		style += "Small"
	}
	rooms := roomsOf(widths, small)
	cells, rows := headOf(t.Columns)
	for row := range rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for column := 0; column < len(widths); {
			c := cells[slices.IndexFunc(cells, func(c headCell) bool { return c.holds(row, column) })]
			width, merged, text := 0, "", c.joined(rooms)
			for _, w := range widths[column : column+c.across] {
				width += w
			}
			switch {
			case c.across > 1:
				merged = fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.across)
			case c.down > 1 && row == c.row:
				merged = `<w:vMerge w:val="restart"/>`
			case c.down > 1:
				merged, text = `<w:vMerge/>`, ""
			}
			b.cell(width, merged, style, text)
			column += c.across
		}
		b.WriteString(`</w:tr>`)
	}
}

// cell writes a cell of a table; merged says which of its neighbours it is one with.
func (b *body) cell(width int, merged, style, text string) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr>`, width, merged)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc>`, style, strings.ReplaceAll(escaped(text), "&#xA;", `</w:t><w:br/><w:t xml:space="preserve">`))
}

// columnWidths shares a width between the columns of a table, whose
// type is smaller where its figures would be broken otherwise.
func columnWidths(t *industry.Table, across int) (widths []int, small bool) {
	shares, fits := columnSharesAt(t, across, sizeTable)
	if !fits {
		shares, _ = columnSharesAt(t, across, sizeSmall)
	}
	used := 0
	for _, share := range shares {
		widths = append(widths, int(share*float64(across)))
		used += widths[len(widths)-1]
	}
	widths[0] += across - used
	return widths, !fits
}

// roomsOf is roomOf of each column.
func roomsOf(widths []int, small bool) []float64 {
	rooms := make([]float64, len(widths))
	for i, w := range widths {
		rooms[i] = roomOf(w, small)
	}
	return rooms
}

// roomOf is how many characters a column holds in a line.
func roomOf(width int, small bool) float64 {
	size := sizeTable
	if small {
		size = sizeSmall
	}
	return float64(width-2*57) / float64(size*10)
}

// columnSharesAt is columnShares for type of a size in half points.
func columnSharesAt(t *industry.Table, across int, size float64) (shares []float64, fits bool) {
	em := size * 10 // a character in twips
	return columnShares(t, float64(across)/em, 2*57/em)
}
