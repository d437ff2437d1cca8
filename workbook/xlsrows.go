package workbook

import (
	"cmp"
	"encoding/binary"
	"io"
	"math"
	"slices"
	"strconv"
)

// xlsRows streams the rows of one sheet of an .xls workbook. Programs write the
// cells in nearly any order, so the sheet is looked through once to learn which
// record is in which row, and each row is read when its turn comes.
type xlsRows struct {
	rowCells
	book *xlsBook
	left []cellRecord // by row
}

// cellRecord is where a record with cells of a row stands.
type cellRecord struct {
	row uint16
	at  int
}

func (x *xlsBook) rows(sheet int) (rows, error) {
	r := &xlsRows{rowCells: rowCells{most: x.columns}, book: x}
	err := x.eachRecord(sheet, func(at int, rec record) {
		switch rec.kind {
		case recLabelSST, recNumber, recRK, recMulRK, recFormula, recLabel, recRString, recBoolErr:
			if len(rec.data) >= 6 {
				r.left = append(r.left, cellRecord{binary.LittleEndian.Uint16(rec.data), at})
			}
		}
	})
	byRow := func(a, b cellRecord) int { return cmp.Compare(a.row, b.row) }
	if !slices.IsSortedFunc(r.left, byRow) {
		slices.SortStableFunc(r.left, byRow)
	}
	return r, err
}

func (r *xlsRows) close() error { return nil }

func (r *xlsRows) next() (line, error) {
	if len(r.left) == 0 {
		return line{}, io.EOF
	}
	r.clear()
	row := r.left[0].row
	for len(r.left) > 0 && r.left[0].row == row {
		if !r.read(r.left[0].at) {
			return line{}, damaged()
		}
		r.left = r.left[1:]
	}
	return line{int(row) + 1, r.cells}, nil
}

// read reads the cells of one record.
func (r *xlsRows) read(at int) bool {
	rec, ok := recordAt(r.book.stream, at)
	if !ok {
		return false
	}
	p, next := piecesAt(r.book.stream, rec)
	p.uint16() // the row
	column := p.uint16()
	if rec.kind == recMulRK {
		for len(p.now) >= 6 {
			style := p.uint16()
			r.put(column, r.number(rkNumber(uint32(p.uint32())), style))
			column++
		}
		return true
	}
	style := p.uint16()
	var c cell
	switch rec.kind {
	case recLabelSST:
		i := p.uint32()
		if i >= len(r.book.strings) {
			return false
		}
		c = textCellOf(r.book.strings[i])
	case recLabel, recRString:
		n, wide := p.uint16(), p.byte()&1 != 0
		c = textCellOf(clean(p.text(n, wide)))
	case recNumber:
		c = r.number(math.Float64frombits(p.uint64()), style)
	case recRK:
		c = r.number(rkNumber(uint32(p.uint32())), style)
	case recBoolErr:
		value, isError := p.byte(), p.byte()
		c = booleanOrError(value, isError != 0)
	case recFormula:
		c = r.formula(p, style, next)
	}
	r.put(column, c)
	return !p.failed
}

// formula reads the cached result of a formula; a text stands in a record behind it.
func (r *xlsRows) formula(p *pieces, style, next int) cell {
	result := p.uint64()
	if result>>48 != 0xffff {
		return r.number(math.Float64frombits(result), style)
	}
	switch kind, value := byte(result), byte(result>>16); kind {
	case 0:
		return r.formulaText(next)
	case 1, 2:
		return booleanOrError(value, kind == 2)
	}
	return cell{} // an empty text
}

// formulaText reads the text that a formula results in; one without it was never calculated.
func (r *xlsRows) formulaText(at int) cell {
	for {
		rec, ok := recordAt(r.book.stream, at)
		if !ok {
			return cell{kind: textCell, stale: true}
		}
		switch rec.kind {
		case recArray, recTable, recSharedFmla, recContinue:
			at = rec.next
			continue
		case recString:
			p, _ := piecesAt(r.book.stream, rec)
			n, wide := p.uint16(), p.byte()&1 != 0
			if text := p.text(n, wide); !p.failed {
				return textCellOf(clean(text))
			}
		}
		return cell{kind: textCell, stale: true}
	}
}

// number makes a cell of a number in the notation that .xlsx uses for it.
func (r *xlsRows) number(n float64, style int) cell {
	c := cell{text: floatText(n)}
	if style < len(r.book.formats) {
		c.format = r.book.formats[style]
	}
	if math.IsNaN(n) || math.IsInf(n, 0) {
		c = cell{text: "#NUM!", kind: errorCell}
	}
	return c
}

func floatText(n float64) string {
	if size := math.Abs(n); size != 0 && (size < 1e-9 || size >= 1e20) {
		return strconv.FormatFloat(n, 'E', -1, 64)
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// rkNumber unpacks a number kept in 30 bits: an integer or the upper half of a
// float, perhaps in hundredths ([MS-XLS] 2.5.217).
func rkNumber(rk uint32) float64 {
	n := float64(int32(rk) >> 2)
	if rk&2 == 0 {
		n = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&1 != 0 {
		n /= 100
	}
	return n
}

func booleanOrError(value byte, isError bool) cell {
	if !isError {
		return cell{text: strconv.Itoa(int(value & 1)), kind: booleanCell}
	}
	text := "#N/A"
	switch value {
	case 0x00:
		text = "#NULL!"
	case 0x07:
		text = "#DIV/0!"
	case 0x0f:
		text = "#VALUE!"
	case 0x17:
		text = "#REF!"
	case 0x1d:
		text = "#NAME?"
	case 0x24:
		text = "#NUM!"
	}
	return cell{text: text, kind: errorCell}
}
