package report

import (
	"fmt"
	"slices"
	"strings"

	"chainboard/industry"
)

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
	b.at.table(t, widths, small, b.keep)
	b.tableHead(t, widths, small)
	for n, row := range t.Rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, text := range row {
			c := cell{width: widths[i], style: "TableText" + sized, text: text, keep: staysWithNext(t, n) || b.keep && n == len(t.Rows)-1}
			switch {
			case t.Columns[i].Figure:
				c.style = "TableFigure" + sized
			case marksOnly(t, i):
				c.style = "TableMark" + sized
			}
			b.cell(c)
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
			made := cell{style: style, text: c.joined(rooms)}
			for _, w := range widths[column : column+c.across] {
				made.width += w
			}
			switch {
			case c.across > 1:
				made.merged = fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.across)
			case c.down > 1 && row == c.row:
				made.merged = `<w:vMerge w:val="restart"/>`
			case c.down > 1:
				made.merged, made.text = `<w:vMerge/>`, ""
			}
			b.cell(made)
			column += c.across
		}
		b.WriteString(`</w:tr>`)
	}
}

// cell is a cell of a table.
type cell struct {
	width       int
	merged      string // which of its neighbours it is one with
	style, text string
	keep        bool // its row stays with the next one
}

func (b *body) cell(c cell) {
	keep := ""
	if c.keep {
		keep = `<w:keepNext/>`
	}
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr>`, c.width, c.merged)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc>`,
		c.style, keep, strings.ReplaceAll(escaped(c.text), "&#xA;", `</w:t><w:br/><w:t xml:space="preserve">`))
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
