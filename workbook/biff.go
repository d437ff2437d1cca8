package workbook

import (
	"encoding/binary"
	"unicode/utf16"
)

// The records of an .xls workbook (BIFF8, [MS-XLS] 2.3) that are read here.
const (
	recFormula     = 0x0006
	recEOF         = 0x000a
	recDateMode    = 0x0022
	recFilePass    = 0x002f
	recContinue    = 0x003c
	recBoundSheet  = 0x0085
	recMulRK       = 0x00bd
	recRString     = 0x00d6
	recXF          = 0x00e0
	recMergedCells = 0x00e5
	recSST         = 0x00fc
	recLabelSST    = 0x00fd
	recNumber      = 0x0203
	recLabel       = 0x0204
	recBoolErr     = 0x0205
	recString      = 0x0207
	recArray       = 0x0221
	recTable       = 0x0236
	recRK          = 0x027e
	recFormat      = 0x041e
	recSharedFmla  = 0x04bc
	recBOF         = 0x0809
)

// biff8 is the version of the format that Excel 97 and later write.
const biff8 = 0x0600

// record is one record of a stream.
type record struct {
	kind uint16
	data []byte
	next int // where the record behind it stands
}

// recordAt returns the record at an offset of a stream; false where the stream
// ends or is cut off.
func recordAt(stream []byte, at int) (record, bool) {
	if at < 0 || at+4 > len(stream) {
		return record{}, false
	}
	next := at + 4 + int(binary.LittleEndian.Uint16(stream[at+2:]))
	if next > len(stream) {
		return record{}, false
	}
	return record{binary.LittleEndian.Uint16(stream[at:]), stream[at+4 : next], next}, true
}

// isRawBIFF reports a workbook stream without a compound file around it, as very
// old programs write: a BOF record.
func isRawBIFF(data []byte) bool {
	if len(data) < 8 || data[0] != 9 || data[3] != 0 {
		return false
	}
	switch data[1] {
	case 0, 2, 4, 8: // BIFF2, BIFF3, BIFF4, BIFF5 and BIFF8
		return data[2] >= 4 && data[2] <= 16
	}
	return false
}

// pieces is the data of a record and of the CONTINUE records behind it, read as
// one. A failed read leaves it failed.
type pieces struct {
	now    []byte
	rest   [][]byte
	failed bool
	units  []uint16
}

// piecesAt gathers a record and its continuation; next is what follows them.
func piecesAt(stream []byte, first record) (p *pieces, next int) {
	p, next = &pieces{now: first.data}, first.next
	for {
		r, ok := recordAt(stream, next)
		if !ok || r.kind != recContinue {
			return p, next
		}
		p.rest, next = append(p.rest, r.data), r.next
	}
}

// advance moves to the next piece that holds anything.
func (p *pieces) advance() bool {
	for len(p.now) == 0 {
		if len(p.rest) == 0 {
			p.failed = true
			return false
		}
		p.now, p.rest = p.rest[0], p.rest[1:]
	}
	return true
}

func (p *pieces) byte() byte {
	if !p.advance() {
		return 0
	}
	b := p.now[0]
	p.now = p.now[1:]
	return b
}

func (p *pieces) uint16() int {
	low := p.byte()
	return int(low) | int(p.byte())<<8
}

func (p *pieces) uint32() int {
	low := p.uint16()
	return low | p.uint16()<<16
}

func (p *pieces) uint64() uint64 {
	low := uint64(p.uint32())
	return low | uint64(p.uint32())<<32
}

func (p *pieces) skip(n int) {
	for n > 0 && p.advance() {
		step := min(n, len(p.now))
		p.now, n = p.now[step:], n-step
	}
}

// text reads n characters, two bytes each where wide. Where they go on in the
// next piece, that one begins by saying how wide they are there.
func (p *pieces) text(n int, wide bool) string {
	p.units = p.units[:0]
	for n > 0 {
		if len(p.now) == 0 {
			wide = p.byte()&1 != 0
			if p.failed {
				return ""
			}
		}
		if !wide {
			step := min(n, len(p.now))
			for _, b := range p.now[:step] {
				p.units = append(p.units, uint16(b))
			}
			p.now, n = p.now[step:], n-step
			continue
		}
		step := min(n, len(p.now)/2)
		for i := range step {
			p.units = append(p.units, binary.LittleEndian.Uint16(p.now[2*i:]))
		}
		if p.now, n = p.now[2*step:], n-step; len(p.now) == 1 && n > 0 {
			p.failed = true // half a character
			return ""
		}
	}
	return string(utf16.Decode(p.units))
}

// richText reads a string that says itself how long it is and what follows its
// characters (XLUnicodeRichExtendedString): runs of fonts and phonetic guides.
func (p *pieces) richText() string {
	n, flags := p.uint16(), p.byte()
	runs, extra := 0, 0
	if flags&8 != 0 {
		runs = p.uint16()
	}
	if flags&4 != 0 {
		extra = p.uint32()
	}
	text := p.text(n, flags&1 != 0)
	p.skip(4 * runs)
	p.skip(extra)
	return text
}
