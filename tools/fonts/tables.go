package main

import (
	"encoding/binary"
	"errors"
	"slices"
)

// mapping is a character and its glyph.
type mapping struct {
	char  rune
	glyph int
}

// characters reads the map of full Unicode (format 12), or the one of the basic
// plane (format 4) where there is no other.
func (f *font) characters() (map[rune]int, error) {
	cmap := f.tables["cmap"]
	var basic []byte
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		table := cmap[binary.BigEndian.Uint32(cmap[4+8*i+4:]):]
		switch binary.BigEndian.Uint16(table) {
		case 12:
			return fullMap(table), nil
		case 4:
			basic = table
		}
	}
	if basic == nil {
		return nil, errors.New("no map of characters of format 4 or 12")
	}
	return basicMap(basic), nil
}

func fullMap(table []byte) map[rune]int {
	chars := map[rune]int{}
	for i := range int(binary.BigEndian.Uint32(table[12:])) {
		group := table[16+12*i:]
		first, last := binary.BigEndian.Uint32(group), binary.BigEndian.Uint32(group[4:])
		for c := first; c <= last; c++ {
			chars[rune(c)] = int(binary.BigEndian.Uint32(group[8:]) + c - first)
		}
	}
	return chars
}

func basicMap(table []byte) map[rune]int {
	chars, n := map[rune]int{}, int(binary.BigEndian.Uint16(table[6:]))
	for i := 0; i < n; i += 2 {
		last := int(binary.BigEndian.Uint16(table[14+i:]))
		first := int(binary.BigEndian.Uint16(table[16+n+i:]))
		delta := int(binary.BigEndian.Uint16(table[16+2*n+i:]))
		place := 16 + 3*n + i
		offset := int(binary.BigEndian.Uint16(table[place:]))
		for c := first; c <= last && c < 0xFFFF; c++ {
			glyph := c + delta
			if offset != 0 {
				if glyph = int(binary.BigEndian.Uint16(table[place+offset+2*(c-first):])); glyph != 0 {
					glyph += delta
				}
			}
			if glyph &= 0xFFFF; glyph != 0 {
				chars[rune(c)] = glyph
			}
		}
	}
	return chars
}

// characterMap writes both maps: format 4 for readers that know no other.
func characterMap(mapped []mapping) []byte {
	var groups, basic [][3]uint32 // first, last, glyph of first
	for _, m := range mapped {
		c, g := uint32(m.char), uint32(m.glyph)
		if n := len(groups); n > 0 && groups[n-1][1]+1 == c && groups[n-1][2]+c-groups[n-1][0] == g {
			groups[n-1][1] = c
		} else {
			groups = append(groups, [3]uint32{c, c, g})
		}
	}
	for _, g := range groups {
		if g[1] < 0xFFFF {
			basic = append(basic, g)
		}
	}
	four := basicTable(append(basic, [3]uint32{0xFFFF, 0xFFFF, 0}))
	var twelve []byte
	for _, v := range []uint32{12 << 16, uint32(16 + 12*len(groups)), 0, uint32(len(groups))} {
		twelve = binary.BigEndian.AppendUint32(twelve, v)
	}
	for _, g := range groups {
		for _, v := range g {
			twelve = binary.BigEndian.AppendUint32(twelve, v)
		}
	}
	cmap := []byte{0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10}
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(20+len(four)))
	return append(append(cmap, four...), twelve...)
}

func basicTable(segments [][3]uint32) []byte {
	n, power, log := len(segments), 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	var table []byte
	put := func(v int) { table = binary.BigEndian.AppendUint16(table, uint16(v)) }
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * power, log, 2 * (n - power)} {
		put(v)
	}
	for _, s := range segments {
		put(int(s[1]))
	}
	put(0)
	for _, s := range segments {
		put(int(s[0]))
	}
	for _, s := range segments {
		put(int(s[2]) - int(s[0]))
	}
	for range segments {
		put(0)
	}
	return table
}

// assemble writes the tables in the order of their names, with check sums.
func assemble(tables map[string][]byte) []byte {
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	n, power, log := len(names), 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	var body []byte
	head := 0
	copy(tables["head"][8:12], []byte{0, 0, 0, 0})
	for _, name := range names {
		at := 12 + 16*n + len(body)
		if name == "head" {
			head = at
		}
		out = append(out, name...)
		for _, v := range []uint32{checkSum(tables[name]), uint32(at), uint32(len(tables[name]))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		body = append(body, tables[name]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checkSum(out))
	return out
}

func checkSum(b []byte) uint32 {
	var sum uint32
	for i := 0; i < len(b); i += 4 {
		var word [4]byte
		copy(word[:], b[i:])
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
