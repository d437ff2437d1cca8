package workbook

import (
	"bytes"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sameGrids reports whether each sheet of a book reads the same from the edited file.
func sameGrids(b *book, edited []byte) bool {
	lim := b.limits
	lim.file = int64(len(edited))
	after, err := openBook(".xlsx", edited, lim)
	if err != nil || after.date1904 != b.date1904 {
		return false
	}
	others := slices.DeleteFunc(slices.Clone(after.sheets), func(s entry) bool { return s.name == problemSheet })
	before := slices.DeleteFunc(slices.Clone(b.sheets), func(s entry) bool { return s.name == problemSheet })
	return slices.EqualFunc(before, others, func(x, y entry) bool {
		return x.name == y.name && x.data == y.data && (!x.data || sameGrid(b, after, x, y))
	})
}

func sameGrid(a, b *book, x, y entry) bool {
	ga, err := a.grid(x)
	if err != nil {
		return false
	}
	defer ga.close()
	gb, err := b.grid(y)
	if err != nil {
		return false
	}
	defer gb.close()
	for {
		la, erra := ga.next()
		lb, errb := gb.next()
		if erra != nil || errb != nil {
			return erra == io.EOF && errb == io.EOF
		}
		if la.number != lb.number || !slices.Equal(trimmed(la.cells), trimmed(lb.cells)) {
			return false
		}
	}
}

// trimmed cuts off the empty cells at the end of a row.
func trimmed(cells []cell) []cell {
	for len(cells) > 0 && cells[len(cells)-1].empty() {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// hasComments reports whether the comments can be read back: excelize guesses
// in which part those of a sheet are.
func hasComments(edited []byte, m marks) bool {
	f, err := excelize.OpenReader(bytes.NewReader(edited))
	if err != nil {
		return false
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		comments, err := f.GetComments(name)
		if err != nil {
			return false
		}
		ours := 0
		for _, c := range comments {
			if c.Author == markAuthor {
				ours++
			}
		}
		if ours != min(len(m[clean(name)]), maxComments) {
			return false
		}
	}
	return true
}
