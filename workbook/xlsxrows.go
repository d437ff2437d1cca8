package workbook

import (
	"io"
	"strconv"
)

// xlsxRows streams the rows of one sheet of an .xlsx workbook. excelize streams
// values only and ends silently at broken XML; formats, missing formula results
// and a cut-off sheet decide here whether a figure may be believed, so the sheet
// is read directly, in one pass and constant memory.
type xlsxRows struct {
	rowCells
	book   *xlsxBook
	source io.Closer
	markup *markup
	row    int
	buf    []byte
}

func (b *xlsxBook) rows(sheet int) (rows, error) {
	r, err := b.archive.open(b.parts[sheet])
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, damaged()
	}
	return &xlsxRows{rowCells: rowCells{most: b.archive.limits.columns}, book: b, source: r, markup: newMarkup(r)}, nil
}

func (g *xlsxRows) close() error { return g.source.Close() }

// next returns the next row; io.EOF ends the sheet.
func (g *xlsxRows) next() (line, error) {
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
			return line{g.row, g.cells}, nil
		}
	}
}

func (g *xlsxRows) readRow() error {
	m := g.markup
	g.row++
	if n, err := strconv.Atoi(string(m.attr("r"))); err == nil && n > 0 && n <= maxRow {
		g.row = n
	}
	g.clear()
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

// readCell reads the cell element just opened to its end.
func (g *xlsxRows) readCell() (cell, error) {
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
	if c.kind == textCell && isErrorText(c.text) {
		c.kind = errorCell
	}
	return c, err
}

// readValue appends the text of the <v> just opened.
func (g *xlsxRows) readValue() error {
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

func (g *xlsxRows) cellText(shared bool, kind cellKind) (string, error) {
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
