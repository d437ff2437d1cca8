package main

// kind says how a column's cells are written and formatted.
type kind int

const (
	text  kind = iota
	long       // text that wraps
	money      // hundredths shown with two decimals
	count      // a whole number
	rate       // percent with one decimal
	coord      // degrees
	date       // an Excel date shown yyyy-mm-dd
)

// column is one column of a sheet: its header as the contract names it.
type column struct {
	header string
	kind   kind
	width  float64
}

// table is one sheet. A cell is nil (empty), string, int, float64, amount,
// month or day.
type table struct {
	name    string
	columns []column
	rows    [][]any
}

// orNil leaves a cell empty instead of writing "".
func orNil[T ~string | ~int](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

// yesNo writes a 是/否 cell.
func yesNo(yes bool) string {
	if yes {
		return "是"
	}
	return "否"
}
