package picture

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// canvasSize is a picture's size as asked for, how many pixels go into one of
// that, and into one of the size it was laid out for.
type canvasSize struct {
	width, height int
	scale, layout float64
}

// painter paints an SVG of the few elements zrender writes. What it does not know
// is an error: a picture is right or not there.
type painter struct {
	ctx   context.Context
	image *image.RGBA
	fonts *fonts
	defs  map[string]*node
}

// pose is where elements are painted: their map to the canvas and what clips them.
type pose struct {
	m    matrix
	clip *clip
}

// paint returns an SVG as PNG.
func paint(ctx context.Context, root *node, size canvasSize, f *fonts) ([]byte, error) {
	p := &painter{
		ctx: ctx, fonts: f, defs: map[string]*node{},
		image: image.NewRGBA(image.Rect(0, 0, int(float64(size.width)*size.scale+.5), int(float64(size.height)*size.scale+.5))),
	}
	p.collect(root)
	if err := p.node(root, pose{m: matrix{a: size.layout, d: size.layout}}); err != nil {
		return nil, fmt.Errorf("paint: %w", err)
	}
	var out bytes.Buffer
	err := png.Encode(&out, p.image)
	return out.Bytes(), err
}

// collect finds what others refer to.
func (p *painter) collect(n *node) {
	if id := n.get("id"); id != "" {
		p.defs[id] = n
	}
	for _, child := range n.children {
		p.collect(child)
	}
}

// referred returns the element that a value such as url(#c0) means; nil for none.
func (p *painter) referred(value string) (*node, error) {
	id, is := strings.CutPrefix(value, "url(#")
	if !is {
		return nil, nil
	}
	n := p.defs[strings.TrimSuffix(id, ")")]
	if n == nil {
		return nil, fmt.Errorf("no element for %s", value)
	}
	return n, nil
}

func (p *painter) node(n *node, at pose) error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	if n.get("visibility") == "hidden" || n.get("display") == "none" {
		return nil
	}
	switch n.name {
	case "", "defs", "title", "desc", "clipPath", "linearGradient":
		return nil
	}
	if text := n.get("transform"); text != "" {
		m, err := parseTransform(text)
		if err != nil {
			return err
		}
		at.m = at.m.then(m)
	}
	if n.name == "svg" {
		at.m = at.m.then(matrix{1, 0, 0, 1, n.number("x", 0), n.number("y", 0)})
	}
	clip, err := p.clipped(n.get("clip-path"), at)
	if err != nil {
		return err
	}
	at.clip = clip
	switch n.name {
	case "svg", "g":
		for _, child := range n.children {
			if err := p.node(child, at); err != nil {
				return err
			}
		}
		return nil
	case "text":
		return p.text(n, at)
	}
	return p.shape(n, at)
}

// shape fills and strokes a shape.
func (p *painter) shape(n *node, at pose) error {
	fill, err := p.ink(n, "fill")
	if err != nil {
		return err
	}
	edge, err := p.ink(n, "stroke")
	if err != nil || fill == nil && edge == nil {
		return err
	}
	tolerance := .1 / max(at.m.scale(), 1e-6)
	lines, err := trace(n, tolerance)
	if err != nil {
		return err
	}
	if fill != nil {
		var area [][]point
		for _, l := range lines {
			area = append(area, l.points)
		}
		p.fill(area, *fill, at)
	}
	s := strokeOf(n)
	if s.tolerance = tolerance; edge != nil && s.width > 0 {
		var area [][]point
		for _, l := range lines {
			area = append(area, s.outline(l)...)
		}
		p.fill(area, *edge, at)
	}
	return nil
}

func strokeOf(n *node) stroke {
	s := stroke{width: n.number("stroke-width", 1), cap: n.get("stroke-linecap"), join: n.get("stroke-linejoin"), offset: n.number("stroke-dashoffset", 0)}
	if dashes, end, err := readNumbers(n.get("stroke-dasharray"), 0); err == nil && end == len(n.get("stroke-dasharray")) {
		s.dashes = dashes
		if len(dashes)%2 == 1 {
			s.dashes = append(dashes, dashes...)
		}
	}
	return s
}

// middle is how far the line that centres a text is above its baseline: half the
// height of a numeral or of the ideographic box, which are much alike.
const middle = .37

// text sets a text: anchored, upright or turned.
func (p *painter) text(n *node, at pose) error {
	fill, err := p.ink(n, "fill")
	if err != nil {
		return err
	}
	edge, err := p.ink(n, "stroke")
	if err != nil {
		return err
	}
	s, content := styleOf(n), n.content()
	from := point{n.number("x", 0), n.number("y", 0)}
	switch n.get("text-anchor") {
	case "middle":
		from.x -= p.fonts.width(content, s) / 2
	case "end":
		from.x -= p.fonts.width(content, s)
	}
	switch baseline := n.get("dominant-baseline"); baseline {
	case "central", "middle":
		from.y += s.size * middle
	case "", "alphabetic", "auto":
	default:
		return fmt.Errorf("no baseline %q", baseline)
	}
	lines := p.outlines(content, s, from, .1/max(at.m.scale(), 1e-6))
	if st := strokeOf(n); edge != nil && st.width > 0 { // a halo, under the letters
		st.tolerance, st.join = .1/at.m.scale(), "round"
		var area [][]point
		for _, l := range lines {
			area = append(area, st.outline(l)...)
		}
		p.fill(area, *edge, at)
	}
	if fill != nil {
		area := make([][]point, len(lines))
		for i, l := range lines {
			area[i] = l.points
		}
		p.fill(area, *fill, at)
	}
	return nil
}

func styleOf(n *node) style {
	size := n.number("font-size", 12)
	if text := n.declared("font-size"); text != "" {
		size = element("", "v", text).number("v", size)
	}
	family, weight := n.declared("font-family"), n.declared("font-weight")
	return style{size, heavy(weight), strings.Contains(family, numeralFace)}
}

// outlines returns the outlines of the letters of a text that begins at a point.
func (p *painter) outlines(content string, s style, from point, tolerance float64) []line {
	pen := &pen{tolerance: tolerance}
	for _, r := range content {
		g := p.fonts.glyph(r, s)
		if g == nil {
			continue
		}
		f := s.size / g.unit / 64
		for _, segment := range g.segments {
			at := func(i int) point {
				return from.plus(point{float64(segment.Args[i].X), float64(segment.Args[i].Y)}.times(f))
			}
			switch segment.Op {
			case sfnt.SegmentOpMoveTo:
				pen.move(at(0))
			case sfnt.SegmentOpLineTo:
				pen.draw(at(0))
			case sfnt.SegmentOpQuadTo:
				pen.quad(at(0), at(1))
			case sfnt.SegmentOpCubeTo:
				pen.cube(at(0), at(1), at(2))
			}
		}
		from.x += g.advance * s.size
	}
	for i := range pen.lines {
		pen.lines[i].closed = true
	}
	return pen.lines
}
