package workbook

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"chainboard/industry"
)

// top is the start of a sheet: its first rows and the header found in them.
type top struct {
	grid  *grid
	head  *header
	found bool
	last  error // what ended the first rows, nil while there is more

	columns int // how many are looked at
}

// readTop reads the first rows of a sheet and looks for the header in them.
func readTop(b *book, sheet entry, register *industry.Register) (*top, error) {
	g, err := b.grid(sheet)
	if err != nil {
		return nil, err
	}
	s := &Sheet{Register: register, Name: sheet.name}
	t := &top{grid: g, columns: b.limits.columns, head: &header{sheet: s, words: vocabulary(register), upper: -1}}
	for t.last == nil {
		var l line
		if l, t.last = g.next(); t.last != nil {
			break
		}
		t.head.top = append(t.head.top, line{l.number, slices.Clone(l.cells)})
		if l.number >= headerRows {
			break
		}
	}
	if t.last != nil && !errors.Is(t.last, io.EOF) {
		g.close()
		return nil, t.last
	}
	rows := t.head.top
	if n := len(rows); n > 0 && rows[n-1].number > headerRows {
		t.head.top = rows[:n-1]
	}
	t.found = t.head.find()
	t.head.top = rows
	return t, nil
}

// readSheet reads one sheet to its end.
func readSheet(b *book, sheet entry, register *industry.Register, lookup func(string) (industry.Indicator, bool)) (*Sheet, error) {
	t, err := readTop(b, sheet, register)
	if err != nil {
		return nil, err
	}
	defer t.grid.close()
	s := t.head.sheet
	if !t.found {
		if len(t.head.top) > 0 {
			s.Problems = append(s.Problems, s.problem(industry.LevelError, 0, -1, noHeader(register)))
		}
		s.positions = make([][]int, len(register.Fields))
		return s, nil
	}
	if err := t.head.read(func() ([]merged, error) { return b.form.merges(sheet.number, headerRows) }); err != nil {
		return nil, err
	}
	if len(s.missingKeys()) > 0 {
		return s, nil
	}
	return s, s.readRows(t, newRowReader(t.head, b.date1904, lookup))
}

func noHeader(register *industry.Register) fault {
	var names []string
	for i := range register.Fields {
		if register.Fields[i].Required {
			names = append(names, register.Fields[i].Name)
		}
	}
	return fault{
		"前 10 行里没有找到“" + register.Sheet + "”的表头，这张表没有读取",
		"在前 10 行内写一行表头，至少包括：" + strings.Join(names, "、"),
	}
}

// readRows reads what stands below the header.
func (s *Sheet) readRows(t *top, rows *rowReader) error {
	sums := newTotals(rows)
	last := t.head.top[t.head.lower].number
	take := func(l line) {
		s.Skipped += max(0, l.number-last-1)
		last = max(last, l.number)
		s.take(l, rows, sums)
	}
	for _, l := range t.head.top[t.head.lower+1:] {
		take(l)
	}
	for t.last == nil {
		l, err := t.grid.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		take(l)
	}
	sums.finish()
	s.Read = len(s.Rows)
	if t.grid.tooWide() {
		s.Problems = append(s.Problems, s.problem(industry.LevelWarning, 0, -1, fault{
			fmt.Sprintf("这张表太宽，第 %d 列以后的内容没有读取", t.columns), "删除右边多余的列",
		}))
	}
	return nil
}

// take reads one row: data, or a total, a note or a repeated header to skip.
func (s *Sheet) take(l line, rows *rowReader, sums *totals) {
	kind := kindOfLine(l)
	if kind == dataLine && s.noted && l.only() != nil {
		kind = noteLine // a note may go on in the next line
	}
	s.noted = kind == noteLine && len(s.Rows) > 0
	first := len(s.Rows) == 0 && s.Skipped == 0
	if kind == dataLine && !s.repeatsHeader(l) && !s.onlyNumbered(l) && !(first && numbersColumns(l)) {
		c := rows.candidate(l)
		sums.add(&c)
		s.Rows = append(s.Rows, c)
		return
	}
	s.Skipped++
	sums.line(kind, l)
}
