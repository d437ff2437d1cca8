package workbook

import (
	"strconv"
	"strings"
)

// The size of a sheet in the format.
const (
	maxRow    = 1_048_576
	maxColumn = 16_384
)

// columnOf reads the column of an address like "F17", from 0.
func columnOf(address []byte) (int, bool) {
	column := 0
	for i, c := range address {
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		if c < 'A' || c > 'Z' {
			return column - 1, i > 0 && column <= maxColumn
		}
		if column = column*26 + int(c-'A') + 1; column > maxColumn {
			return 0, false
		}
	}
	return 0, false
}

// letter writes a column number, from 0, as a sheet does: 0 is A, 26 is AA.
func letter(column int) string {
	if column < 0 {
		return ""
	}
	s := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// rowOf reads the row of an address like "F17".
func rowOf(address string) (int, bool) {
	digits := strings.TrimLeft(address, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
	n, err := strconv.Atoi(digits)
	return n, err == nil && n >= 1 && n <= maxRow
}

// parseRange reads a range like "A1:C2".
func parseRange(ref string) (merged, bool) {
	from, to, ok := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !ok {
		return merged{}, false
	}
	left, ok1 := columnOf([]byte(from))
	right, ok2 := columnOf([]byte(to))
	top, ok3 := rowOf(from)
	bottom, ok4 := rowOf(to)
	return merged{top, left, bottom, right}, ok1 && ok2 && ok3 && ok4
}

// address writes a cell's address: column 5 of row 17 is F17.
func address(column, row int) string { return letter(column) + strconv.Itoa(row) }
