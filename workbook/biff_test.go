package workbook

import (
	"encoding/binary"
	"math"
	"strings"
)

// biffBook makes the stream of an .xls workbook of one sheet named 区域, record
// by record, as other programs may write it.
type biffBook struct {
	globals string
	texts   []string // of the table of shared texts; contd begins a further record
	count   int      // of the texts, 0: as many as there are
	cells   []string
	chart   bool
}

// contd marks a piece of the shared texts that stands in a CONTINUE record.
const contd = "→"

func (b biffBook) stream() []byte {
	count := b.count
	if count == 0 {
		count = len(b.texts)
	}
	pieces := strings.Split(strings.Join(b.texts, ""), contd)
	texts := rec(recSST, u32(uint32(count))+u32(uint32(count))+pieces[0])
	for _, piece := range pieces[1:] {
		texts += rec(recContinue, piece)
	}
	// Styles: plain, date (built in), percent (defined).
	styles := rec(recFormat, "\xa4\x00\x05\x00\x000.00%") + rec(recXF, "\x00\x00\x00\x00") + rec(recXF, "\x00\x00\x0e\x00") + rec(recXF, "\x00\x00\xa4\x00")
	kind := "\x00"
	if b.chart {
		kind = "\x02"
	}
	name := "\x02\x01\x3a\x53\xdf\x57" // 区域
	head := func(at int) string {
		return rec(recBOF, "\x00\x06\x05\x00") + b.globals + styles + rec(recBoundSheet, u32(uint32(at))+"\x00"+kind+name) + texts + rec(recEOF, "")
	}
	return []byte(head(len(head(0))) + rec(recBOF, "\x00\x06\x10\x00") + strings.Join(b.cells, "") + rec(recEOF, ""))
}

func rec(kind uint16, data string) string { return u16(kind) + u16(uint16(len(data))) + data }
func u16(n uint16) string                 { return string(binary.LittleEndian.AppendUint16(nil, n)) }

func u32(n uint32) string { return string(binary.LittleEndian.AppendUint32(nil, n)) }

func at(row, column, style uint16) string { return u16(row) + u16(column) + u16(style) }

func number(row, column, style uint16, n float64) string {
	return rec(recNumber, at(row, column, style)+string(binary.LittleEndian.AppendUint64(nil, math.Float64bits(n))))
}

func mulRK(row, column uint16, values ...uint32) string {
	data := u16(row) + u16(column)
	for _, v := range values {
		data += u16(0) + u32(v)
	}
	return rec(recMulRK, data+u16(column+uint16(len(values))-1))
}

func labelSST(row, column uint16, i uint32) string {
	return rec(recLabelSST, at(row, column, 0)+u32(i))
}

func label(row, column uint16, text string) string {
	return rec(recLabel, at(row, column, 0)+u16(uint16(len(text)))+"\x00"+text)
}

func formula(row, column uint16, result string) string {
	return rec(recFormula, at(row, column, 0)+result+"\x00\x00\x00\x00\x00\x00\x00\x00")
}
