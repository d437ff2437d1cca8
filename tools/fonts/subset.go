package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// font is a TrueType file by its tables (ISO/IEC 14496-22).
type font struct {
	tables map[string][]byte
	glyphs int
	wide   int      // glyphs with an advance of their own
	at     []uint32 // of each glyph in glyf, and the end
}

func parse(content []byte) (*font, error) {
	if len(content) < 12 || binary.BigEndian.Uint32(content) != 0x00010000 {
		return nil, errors.New("not a TrueType font")
	}
	f := &font{tables: map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(content[4:])) {
		entry := content[12+16*i:]
		from, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		f.tables[string(entry[:4])] = content[from : from+size]
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "OS/2", "name", "post"} {
		if f.tables[name] == nil {
			return nil, fmt.Errorf("no table %q", name)
		}
	}
	f.glyphs = int(binary.BigEndian.Uint16(f.tables["maxp"][4:]))
	f.wide = int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	loca, long := f.tables["loca"], f.tables["head"][51] == 1
	for i := range f.glyphs + 1 {
		if long {
			f.at = append(f.at, binary.BigEndian.Uint32(loca[4*i:]))
		} else {
			f.at = append(f.at, 2*uint32(binary.BigEndian.Uint16(loca[2*i:])))
		}
	}
	return f, nil
}

func (f *font) outline(glyph int) []byte { return f.tables["glyf"][f.at[glyph]:f.at[glyph+1]] }

// metric is the advance and the left side bearing of a glyph.
func (f *font) metric(glyph int) [4]byte {
	hmtx := f.tables["hmtx"]
	if glyph < f.wide {
		return [4]byte(hmtx[4*glyph:])
	}
	last, bearing := hmtx[4*(f.wide-1):], hmtx[4*f.wide+2*(glyph-f.wide):]
	return [4]byte{last[0], last[1], bearing[0], bearing[1]}
}

// subset keeps the glyphs of the characters under numbers of their own.
func (f *font) subset(spans []span) ([]byte, error) {
	chars, err := f.characters()
	if err != nil {
		return nil, err
	}
	kept := &numbering{font: f, numbers: map[int]int{}}
	kept.number(0)
	var mapped []mapping
	for _, s := range spans {
		for r := s.first; r <= s.last; r++ {
			if glyph, ok := chars[r]; ok {
				mapped = append(mapped, mapping{r, kept.number(glyph)})
			}
		}
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(kept.order); i++ { // parts of a glyph are numbered on the way
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := kept.renumbered(f.outline(kept.order[i]))
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		metric := f.metric(kept.order[i])
		hmtx = append(hmtx, metric[:]...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	head, hhea, maxp, post := clone(f.tables["head"]), clone(f.tables["hhea"]), clone(f.tables["maxp"]), clone(f.tables["post"][:32])
	head[51] = 1 // long offsets
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(kept.order)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(kept.order)))
	binary.BigEndian.PutUint32(post, 0x00030000) // without names of glyphs
	return assemble(map[string][]byte{
		"head": head, "hhea": hhea, "maxp": maxp, "post": post, "OS/2": f.tables["OS/2"], "name": f.tables["name"],
		"cmap": characterMap(mapped), "loca": loca, "glyf": glyf, "hmtx": hmtx,
	}), nil
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }

// numbering gives glyphs new numbers in the order they are asked for.
type numbering struct {
	font    *font
	numbers map[int]int
	order   []int
}

func (n *numbering) number(glyph int) int {
	at, ok := n.numbers[glyph]
	if !ok {
		at = len(n.order)
		n.numbers[glyph], n.order = at, append(n.order, glyph)
	}
	return at
}

// renumbered gives an outline made of others the new numbers of its parts, and
// drops the hints of a plain one.
func (n *numbering) renumbered(outline []byte) []byte {
	const (
		words, more, scaled, bothScaled, matrix = 1, 0x20, 8, 0x40, 0x80
	)
	if len(outline) < 10 {
		return outline
	}
	if contours := int(int16(binary.BigEndian.Uint16(outline))); contours >= 0 {
		at := 10 + 2*contours
		hints := int(binary.BigEndian.Uint16(outline[at:]))
		plain := append(clone(outline[:at]), 0, 0)
		return append(plain, outline[at+2+hints:]...)
	}
	result := clone(outline)
	for at := 10; ; {
		flags := binary.BigEndian.Uint16(result[at:])
		part := int(binary.BigEndian.Uint16(result[at+2:]))
		binary.BigEndian.PutUint16(result[at+2:], uint16(n.number(part)))
		binary.BigEndian.PutUint16(result[at:], flags&^0x100) // no hints follow
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scaled != 0:
			at += 2
		case flags&bothScaled != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			return result[:at]
		}
	}
}
