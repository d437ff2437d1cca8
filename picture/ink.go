package picture

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ink is what an area is filled with: one colour, or a gradient.
type ink struct {
	color    color.NRGBA
	gradient *gradient
	opacity  float64
}

// ink returns what a fill or stroke attribute asks for; nil for nothing.
func (p *painter) ink(n *node, name string) (*ink, error) {
	value := n.get(name)
	if value == "" && name == "fill" {
		value = "#000"
	}
	opacity := n.number("opacity", 1) * n.number(name+"-opacity", 1)
	if value == "" || value == "none" || value == "transparent" || opacity <= 0 {
		return nil, nil
	}
	ref, err := p.referred(value)
	if err != nil {
		return nil, err
	}
	if ref != nil {
		g, err := parseGradient(ref)
		return &ink{gradient: g, opacity: opacity}, err
	}
	c, err := parseColor(value)
	if err != nil {
		return nil, err
	}
	return &ink{color: faded(c, opacity), opacity: 1}, nil
}

func faded(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * min(max(opacity, 0), 1)))
	return c
}

// parseColor reads #rgb, #rrggbb, rgb(…), rgba(…) and the names of black and white.
func parseColor(text string) (color.NRGBA, error) {
	bad := fmt.Errorf("no colour %q", text)
	c := color.NRGBA{A: 255}
	switch text {
	case "black":
		return c, nil
	case "white":
		return color.NRGBA{255, 255, 255, 255}, nil
	}
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		v, err := strconv.ParseUint(hex, 16, 32)
		if len(hex) != 6 || err != nil {
			return c, bad
		}
		return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, nil
	}
	_, inside, _ := strings.Cut(text, "(")
	v, _, err := readNumbers(strings.TrimSuffix(inside, ")"), 0)
	if err != nil || !strings.HasPrefix(text, "rgb") || len(v) < 3 {
		return c, bad
	}
	for i, to := range []*uint8{&c.R, &c.G, &c.B} {
		*to = uint8(min(max(math.Round(v[i]), 0), 255))
	}
	if len(v) > 3 {
		c = faded(c, v[3])
	}
	return c, nil
}

// gradient is a linear gradient.
type gradient struct {
	from, to point
	ofBox    bool // from and to are parts of the area's box
	stops    []stop
}

type stop struct {
	at    float64
	color color.NRGBA
}

func parseGradient(n *node) (*gradient, error) {
	if n.name != "linearGradient" {
		return nil, fmt.Errorf("no fill of kind %q", n.name)
	}
	g := &gradient{
		from: point{n.number("x1", 0), n.number("y1", 0)}, to: point{n.number("x2", 1), n.number("y2", 0)},
		ofBox: n.get("gradientUnits") != "userSpaceOnUse",
	}
	for _, child := range n.children {
		if child.name != "stop" {
			continue
		}
		c, err := parseColor(child.get("stop-color"))
		if err != nil {
			return nil, err
		}
		percent := element("", "v", strings.TrimSuffix(child.get("offset"), "%"))
		at := percent.number("v", 0)
		if strings.HasSuffix(child.get("offset"), "%") {
			at /= 100
		}
		g.stops = append(g.stops, stop{at, faded(c, child.number("stop-opacity", 1))})
	}
	if len(g.stops) == 0 {
		return nil, fmt.Errorf("a gradient without stops")
	}
	return g, nil
}

// shaded is a gradient on the canvas, as a picture without end.
type shaded struct {
	gradient
	start, way point // on the canvas
	opacity    float64
}

// on puts a gradient on the canvas for an area, whose box is in its own units.
func (g *gradient) on(area box, m matrix, opacity float64) *shaded {
	from, to := g.from, g.to
	if g.ofBox {
		place := func(p point) point { return point{area.x + p.x*area.width, area.y + p.y*area.height} }
		from, to = place(from), place(to)
	}
	start := m.apply(from)
	return &shaded{*g, start, m.apply(to).minus(start), opacity}
}

// ColorModel, Bounds and At make it an image.
func (s *shaded) ColorModel() color.Model { return color.NRGBAModel }

// Bounds is everything.
func (s *shaded) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }

// At is the colour of a pixel.
func (s *shaded) At(x, y int) color.Color {
	way := s.way.dot(s.way)
	t := 0.0
	if way > 0 {
		t = point{float64(x) + .5, float64(y) + .5}.minus(s.start).dot(s.way) / way
	}
	i := slices.IndexFunc(s.stops, func(st stop) bool { return st.at >= t })
	switch {
	case i < 0:
		return faded(s.stops[len(s.stops)-1].color, s.opacity)
	case i == 0:
		return faded(s.stops[0].color, s.opacity)
	}
	a, b := s.stops[i-1], s.stops[i]
	f := (t - a.at) / (b.at - a.at)
	mix := func(p, q uint8) uint8 { return uint8(math.Round(float64(p) + (float64(q)-float64(p))*f)) }
	return faded(color.NRGBA{mix(a.color.R, b.color.R), mix(a.color.G, b.color.G), mix(a.color.B, b.color.B), mix(a.color.A, b.color.A)}, s.opacity)
}
