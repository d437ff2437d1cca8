package workbook

import (
	"encoding/binary"

	"chainboard/industry"
)

// xlsBook is an opened .xls workbook (BIFF8). None of the readers to be had is
// maintained; they lose texts that go on in another record and panic on broken
// files, so its few records are read here.
type xlsBook struct {
	stream  []byte
	sheets  []int    // by sheet: where its records begin
	formats []format // by cell style
	strings []string // cleaned
	columns int
}

func openXLS(stream []byte, lim limits) (*book, error) {
	first, ok := recordAt(stream, 0)
	if !ok || len(first.data) < 2 {
		return nil, damaged()
	}
	if first.kind != recBOF || binary.LittleEndian.Uint16(first.data) != biff8 {
		return nil, industry.Errorf(industry.Unsupported, "这是 Excel 95 或更早的 .xls 文件，不能读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
	}
	x := &xlsBook{stream: stream, columns: lim.columns}
	b := &book{limits: lim, form: x}
	if err := x.readGlobals(b, first.next); err != nil {
		return nil, err
	}
	return b, b.requireData()
}

// readGlobals reads what all sheets share, up to the end of the first part.
func (x *xlsBook) readGlobals(b *book, at int) error {
	own := map[int]format{}
	var styles []int // by style: the number of its format
	for {
		r, ok := recordAt(x.stream, at)
		if !ok {
			return damaged()
		}
		at = r.next
		switch r.kind {
		case recFilePass:
			return encrypted()
		case recDateMode:
			b.date1904 = len(r.data) > 0 && r.data[0] == 1
		case recBoundSheet:
			x.addSheet(b, r)
		case recFormat:
			p := &pieces{now: r.data}
			id := p.uint16()
			n, wide := p.uint16(), p.byte()&1 != 0
			own[id] = formatOf(p.text(n, wide))
		case recXF:
			if len(r.data) < 4 {
				return damaged()
			}
			styles = append(styles, int(binary.LittleEndian.Uint16(r.data[2:])))
		case recSST:
			var err error
			if at, err = x.readStrings(r, b.limits.strings); err != nil {
				return err
			}
		case recEOF:
			for _, id := range styles {
				x.formats = append(x.formats, meaningOf(id, own))
			}
			return nil
		}
	}
}

// addSheet lists a sheet; charts, macros and modules are no grids.
func (x *xlsBook) addSheet(b *book, r record) {
	p := &pieces{now: r.data}
	at, _, kind := p.uint32(), p.byte(), p.byte()
	n, wide := int(p.byte()), p.byte()&1 != 0
	name := clean(p.text(n, wide))
	b.sheets = append(b.sheets, entry{name, len(x.sheets), kind == 0})
	x.sheets = append(x.sheets, at)
}

// readStrings reads the shared texts and returns where the record behind them stands.
func (x *xlsBook) readStrings(first record, most int) (int, error) {
	p, next := piecesAt(x.stream, first)
	p.uint32() // how often they are used
	n := p.uint32()
	for range n {
		text := p.richText()
		if p.failed {
			return 0, damaged()
		}
		if len(x.strings) == most {
			return 0, tooManyTexts(most)
		}
		x.strings = append(x.strings, clean(text))
	}
	return next, nil
}

// merges reads the merged ranges of a sheet that begin in its first rows.
func (x *xlsBook) merges(sheet, last int) ([]merged, error) {
	var found []merged
	err := x.eachRecord(sheet, func(_ int, r record) {
		if r.kind != recMergedCells {
			return
		}
		p := &pieces{now: r.data}
		for range p.uint16() {
			area := merged{top: p.uint16() + 1, bottom: p.uint16() + 1, left: p.uint16(), right: p.uint16()}
			if p.failed || len(found) == maxMerges {
				return
			}
			if area.top <= last {
				found = append(found, area)
			}
		}
	})
	return found, err
}

// eachRecord calls visit with the offset and content of each record of a sheet,
// leaving out those of charts that stand in it.
func (x *xlsBook) eachRecord(sheet int, visit func(at int, r record)) error {
	at, depth := x.sheets[sheet], 0
	for {
		r, ok := recordAt(x.stream, at)
		if !ok {
			return damaged() // a sheet must say where it ends
		}
		switch {
		case r.kind == recBOF:
			depth++
		case depth == 0:
			return damaged()
		case r.kind == recEOF:
			if depth--; depth == 0 {
				return nil
			}
		case depth == 1:
			visit(at, r)
		}
		at = r.next
	}
}
