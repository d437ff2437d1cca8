package report

import (
	"strings"

	"chainboard/industry"
)

// headCell is a cell of the head of a table.
type headCell struct {
	text         string
	row, column  int // its upper left, from 0
	down, across int // how many rows and columns it takes
}

// headOf describes the head of a table for every form: one row, or two where columns
// are in groups, whose names stand above theirs; a column in none takes both. Cells are
// in the order of rows and columns.
func headOf(columns []industry.TableColumn) (cells []headCell, rows int) {
	rows = 1
	var below []headCell
	for i := 0; i < len(columns); {
		last := i + 1
		if columns[i].Group == "" {
			cells = append(cells, headCell{columns[i].Name, 0, i, 1, 1})
			i = last
			continue
		}
		for last < len(columns) && columns[last].Group == columns[i].Group {
			last++
		}
		cells = append(cells, headCell{columns[i].Group, 0, i, 1, last - i})
		for ; i < last; i++ {
			below = append(below, headCell{columns[i].Name, 1, i, 1, 1})
		}
	}
	if len(below) > 0 {
		rows = 2
		for i, c := range cells {
			if columns[c.column].Group == "" {
				cells[i].down = 2
			}
		}
	}
	return append(cells, below...), rows
}

// holds reports whether a place of the head is in the cell.
func (c headCell) holds(row, column int) bool {
	return row >= c.row && row < c.row+c.down && column >= c.column && column < c.column+c.across
}

// lines breaks the text of a head into those of its cell; widths are those of the
// columns in characters.
func (c headCell) lines(widths []float64) []string {
	room := 0.0
	for _, w := range widths[c.column : c.column+c.across] {
		room += w
	}
	return headLines(c.text, room)
}

// headRows is how many lines each row of a head has.
func headRows(cells []headCell, rows int, widths []float64) []int {
	lines := make([]int, rows)
	for _, c := range cells {
		if c.down == 1 {
			lines[c.row] = max(lines[c.row], len(c.lines(widths)))
		}
	}
	for _, c := range cells {
		if c.down == rows {
			over := len(c.lines(widths))
			for _, n := range lines[:rows-1] {
				over -= n
			}
			lines[rows-1] = max(lines[rows-1], over)
		}
	}
	return lines
}

func (c headCell) joined(widths []float64) string { return strings.Join(c.lines(widths), "\n") }
