package workbook

import (
	"io"
	"strconv"
)

// cell is one cell as the file holds it: its text (a number in the file's own
// notation), what sort of value that is, and what its number format means.
type cell struct {
	text   string
	kind   cellKind
	format format
	stale  bool // a formula without a cached value
}

type cellKind uint8

const (
	numberCell cellKind = iota
	textCell
	booleanCell
	errorCell
	dateCell // an ISO 8601 date
)

func (c *cell) empty() bool { return c.text == "" && !c.stale }

// line is one row with content; cells stand at their column, from 0.
type line struct {
	number int
	cells  []cell
}

// at returns the cell of a column, empty beyond the last one.
func (l line) at(column int) *cell {
	if column < 0 || column >= len(l.cells) {
		return &cell{}
	}
	return &l.cells[column]
}

func (l line) empty() bool {
	for i := range l.cells {
		if !l.cells[i].empty() {
			return false
		}
	}
	return true
}

// grid streams the rows of one sheet. excelize streams values only and ends
// silently at broken XML; formats, missing formula results and a cut-off sheet
// decide here whether a figure may be believed, so the sheet is read directly,
// in one pass and constant memory.
type grid struct {
	book   *book
	sheet  entry
	source io.Closer
	markup *markup
	row    int
	filled int
	cells  []cell
	buf    []byte
	beyond bool // content beyond the last column that is looked at
}

func (b *book) grid(sheet entry) (*grid, error) {
	r, err := b.archive.open(sheet.part)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, damaged()
	}
	return &grid{book: b, sheet: sheet, source: r, markup: newMarkup(r)}, nil
}

func (g *grid) close() error { return g.source.Close() }

// next returns the next row that has content; io.EOF ends the sheet. The row
// is valid until the next call.
func (g *grid) next() (line, error) {
	m := g.markup
	for {
		if err := m.next(); err != nil {
			return line{}, asDamaged(err) // a sheet must say where its data ends
		}
		switch {
		case m.kind == closeToken && m.is("sheetData"):
			return line{}, io.EOF
		case m.kind == openToken && m.is("row"):
			if err := g.readRow(); err != nil {
				return line{}, asDamaged(err)
			}
			l := line{g.row, g.cells}
			if l.empty() {
				continue
			}
			if g.filled++; g.filled > g.book.archive.limits.rows {
				return line{}, tooManyRows(g.sheet.name, g.book.archive.limits.rows)
			}
			return l, nil
		}
	}
}

func (g *grid) readRow() error {
	m := g.markup
	g.row++
	if n, err := strconv.Atoi(string(m.attr("r"))); err == nil && n > 0 && n <= maxRow {
		g.row = n
	}
	clear(g.cells)
	g.cells = g.cells[:0]
	for column := 0; ; column++ {
		if err := m.next(); err != nil {
			return err
		}
		switch {
		case m.kind == closeToken && m.is("row"):
			return nil
		case m.kind == openToken && m.is("c"):
			if at, ok := columnOf(m.attr("r")); ok {
				column = at
			}
			c, err := g.readCell()
			if err != nil {
				return err
			}
			g.put(column, c)
		case m.kind == openToken:
			if err := m.skip(); err != nil {
				return err
			}
			column--
		default:
			column--
		}
	}
}

func (g *grid) put(column int, c cell) {
	if c.empty() {
		return
	}
	if column >= g.book.archive.limits.columns {
		g.beyond = true
		return
	}
	for len(g.cells) <= column {
		g.cells = append(g.cells, cell{})
	}
	g.cells[column] = c
}

// readCell reads the cell element just opened to its end.
func (g *grid) readCell() (cell, error) {
	m := g.markup
	c := cell{}
	if style, err := strconv.Atoi(string(m.attr("s"))); err == nil && style > 0 && style < len(g.book.formats) {
		c.format = g.book.formats[style]
	}
	kind := m.attr("t")
	shared := string(kind) == "s"
	isText := string(kind) == "str"
	c.kind = kindOf(kind)
	g.buf = g.buf[:0]
	formula, value := false, false
	for {
		if err := m.next(); err != nil {
			return c, err
		}
		if m.kind == closeToken {
			break // children are read to their end below, so this closes the cell
		}
		if m.kind != openToken {
			continue
		}
		var err error
		switch {
		case m.is("v"):
			value = true
			err = g.readValue()
		case m.is("is"):
			g.buf, err = m.richText(g.buf)
		default:
			formula = formula || m.is("f")
			err = m.skip()
		}
		if err != nil {
			return c, err
		}
	}
	var err error
	c.text, err = g.cellText(shared, c.kind)
	c.stale = formula && c.text == "" && !(isText && value)
	return c, err
}

// readValue appends the text of the <v> just opened.
func (g *grid) readValue() error {
	m := g.markup
	for {
		if err := m.next(); err != nil {
			return err
		}
		switch m.kind {
		case textToken:
			g.buf = m.appendText(g.buf)
		case openToken:
			if err := m.skip(); err != nil {
				return err
			}
		case closeToken:
			return nil
		}
	}
}

func (g *grid) cellText(shared bool, kind cellKind) (string, error) {
	s := clean(string(g.buf))
	if !shared {
		if kind == textCell {
			s = clean(unescapeControl(s))
		}
		return s, nil
	}
	if s == "" {
		return "", nil
	}
	i, err := strconv.Atoi(s)
	if err != nil || i < 0 || i >= len(g.book.strings) {
		return "", damaged()
	}
	return g.book.strings[i], nil
}

func kindOf(t []byte) cellKind {
	switch string(t) {
	case "s", "str", "inlineStr":
		return textCell
	case "b":
		return booleanCell
	case "e":
		return errorCell
	case "d":
		return dateCell
	}
	return numberCell
}
