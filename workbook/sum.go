package workbook

import (
	"fmt"

	"chainboard/industry"
)

// tally adds up the rows that a total may cover.
type tally struct {
	rows    int
	group   string // of the first row
	mixed   bool   // rows of several indicators or currencies: nothing to add up
	context context
	columns []columnTally // by numeric field
}

type columnTally struct {
	parts   int64
	unknown bool // a cell could not be read, so the sum is not known
}

// totals compares the 合计 rows of a sheet with the rows they cover.
type totals struct {
	rows     *rowReader
	fields   []int // the fields that can be added up
	subtotal tally // since the last 小计 or 合计
	total    tally // since the last 合计
	all      tally
	leading  *line // a 合计 above its rows
}

func newTotals(rows *rowReader) *totals {
	t := &totals{rows: rows}
	for i, f := range rows.sheet.Register.Fields {
		additive := f.Kind == industry.Money || f.Kind == industry.Measure || f.Kind == industry.Number && f.Unit != "" && f.Unit != "°"
		if additive && rows.present[i] {
			t.fields = append(t.fields, i)
		}
	}
	for _, y := range t.tallies() {
		y.columns = make([]columnTally, len(t.fields))
	}
	return t
}

func (t *totals) tallies() [3]*tally { return [3]*tally{&t.subtotal, &t.total, &t.all} }

func (y *tally) reset() {
	columns := y.columns
	clear(columns)
	*y = tally{columns: columns}
}

// add counts a data row in.
func (t *totals) add(c *Candidate) {
	for _, y := range t.tallies() {
		if y.rows == 0 {
			y.group, y.context = t.rows.context.group, t.rows.context
		}
		y.mixed = y.mixed || y.group != t.rows.context.group
		y.rows++
	}
	for i, field := range t.fields {
		parts, known := int64(0), true
		if text := c.Record.Values[field]; text != "" {
			q, err := industry.ParseQuantity(text, nil)
			parts, known = q.Parts, err == nil
		} else {
			known = len(c.Problems) == 0 || !c.wrong(t.rows.sheet.Register.Fields[field].Name)
		}
		for _, y := range t.tallies() {
			y.columns[i].add(parts, known)
		}
	}
}

func (k *columnTally) add(parts int64, known bool) {
	const most = 1 << 62
	k.parts += parts
	k.unknown = k.unknown || !known || k.parts > most || k.parts < -most
	if k.unknown {
		k.parts = 0
	}
}

// line takes a 合计 or 小计 row in: it is compared with the rows above it, or,
// where it stands above its rows, with those below.
func (t *totals) line(kind lineKind, l line) {
	switch {
	case kind == subtotalLine:
		t.compare(l, &t.subtotal)
		t.subtotal.reset()
	case kind == totalLine && t.all.rows == 0:
		if t.leading == nil {
			t.leading = &line{l.number, append([]cell(nil), l.cells...)}
		}
	case kind == totalLine:
		t.compare(l, &t.total, &t.all)
		t.subtotal.reset()
		t.total.reset()
	}
}

// finish compares a total that stands above its rows.
func (t *totals) finish() {
	if t.leading != nil {
		t.compare(*t.leading, &t.all)
	}
}

// compare warns of each column whose total equals none of the sums it may be.
func (t *totals) compare(l line, sums ...*tally) {
	if sums[0].rows == 0 {
		sums = sums[1:]
	}
	if len(sums) == 0 || sums[0].rows == 0 || sums[0].mixed {
		return
	}
	defer func(saved context) { t.rows.context = saved }(t.rows.context)
	t.rows.context = sums[0].context
	for i, field := range t.fields {
		position := t.rows.sheet.positions[field][0]
		c := l.at(position)
		if c.empty() || broken(c) != nil {
			continue
		}
		text, wrong := t.rows.number(c, field)
		if wrong != nil || text == "" {
			continue
		}
		stated, err := industry.ParseQuantity(text, nil)
		if err != nil {
			continue
		}
		t.judge(stated, i, l.number, sums)
	}
}

func (t *totals) judge(stated industry.Quantity, i, row int, sums []*tally) {
	for _, y := range sums {
		if y.mixed || y.columns[i].unknown || y.columns[i].parts == stated.Parts {
			return
		}
	}
	s := t.rows.sheet
	field := t.fields[i]
	f := &s.Register.Fields[field]
	sum := industry.Parts(sums[0].columns[i].parts)
	unit := f.Unit
	if f.Kind == industry.Measure {
		unit = sums[0].context.unit
	} else if sums[0].context.usd {
		unit = tenThousandDollars
	}
	p := s.problem(industry.LevelWarning, row, s.positions[field][0], fault{
		fmt.Sprintf("“%s”的合计是 %s %s，各行相加是 %s %s，相差 %s %s",
			f.Name, stated, unit, sum, unit, stated.Minus(sum), unit),
		"请核对；导入时只用各行的数，不用合计行",
	})
	p.Column, p.Value = f.Name, stated.Decimal()
	s.Problems = append(s.Problems, p)
}
