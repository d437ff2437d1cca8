package workbook

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

// line is one row; cells stand at their column, from 0.
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

// rowCells gathers the cells of one row, none beyond the last column looked at.
type rowCells struct {
	cells  []cell
	most   int
	beyond bool
}

func (r *rowCells) clear() {
	clear(r.cells)
	r.cells = r.cells[:0]
}

func (r *rowCells) put(column int, c cell) {
	if c.empty() {
		return
	}
	if column >= r.most {
		r.beyond = true
		return
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, cell{})
	}
	r.cells[column] = c
}

func (r *rowCells) tooWide() bool { return r.beyond }

// textCellOf makes a cell of text. A spreadsheet's error written out as text is
// an error all the same: values are pasted and saved as CSV that way.
func textCellOf(text string) cell {
	c := cell{text: text, kind: textCell}
	if isErrorText(text) {
		c.kind = errorCell
	}
	return c
}

func isErrorText(text string) bool {
	if len(text) < 4 || text[0] != '#' {
		return false
	}
	switch text {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A":
		return true
	}
	return false
}
