package picture

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// short writes a number as SVG wants it.
func short(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// trace returns the outline of a shape element; nil for one that is no shape.
func trace(n *node, tolerance float64) ([]line, error) {
	p := &pen{tolerance: tolerance}
	switch n.name {
	case "path":
		return tracePath(n.get("d"), tolerance)
	case "rect":
		p.rect(box{n.number("x", 0), n.number("y", 0), n.number("width", 0), n.number("height", 0)}, n.number("rx", 0))
	case "circle", "ellipse":
		c, r := point{n.number("cx", 0), n.number("cy", 0)}, n.number("r", 0)
		e := ellipse{n.number("rx", r), n.number("ry", r), 0, false, true}
		p.move(point{c.x + e.rx, c.y})
		p.arc(e, point{c.x - e.rx, c.y})
		p.arc(e, point{c.x + e.rx, c.y})
		p.close()
	case "line":
		p.move(point{n.number("x1", 0), n.number("y1", 0)})
		p.draw(point{n.number("x2", 0), n.number("y2", 0)})
	case "polyline", "polygon":
		numbers, end, err := readNumbers(n.get("points"), 0)
		if err != nil || end != len(n.get("points")) || len(numbers)%2 != 0 {
			return nil, fmt.Errorf("%s: points %q", n.name, n.get("points"))
		}
		for i := 0; i < len(numbers); i += 2 {
			if at := (point{numbers[i], numbers[i+1]}); i == 0 {
				p.move(at)
			} else {
				p.draw(at)
			}
		}
		if n.name == "polygon" {
			p.close()
		}
	default:
		return nil, fmt.Errorf("no element %q", n.name)
	}
	return p.lines, nil
}

func (p *pen) rect(b box, radius float64) {
	radius = min(radius, b.width/2, b.height/2)
	right, bottom := b.x+b.width, b.y+b.height
	corner := ellipse{radius, radius, 0, false, true}
	p.move(point{b.x + radius, b.y})
	p.draw(point{right - radius, b.y})
	p.arc(corner, point{right, b.y + radius})
	p.draw(point{right, bottom - radius})
	p.arc(corner, point{right - radius, bottom})
	p.draw(point{b.x + radius, bottom})
	p.arc(corner, point{b.x, bottom - radius})
	p.draw(point{b.x, b.y + radius})
	p.arc(corner, point{b.x + radius, b.y})
	p.close()
}

// matrix is an affine map: x' = a x + c y + e, y' = b x + d y + f.
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) apply(p point) point { return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f} }

// then returns the map that does n first and m after it.
func (m matrix) then(n matrix) matrix {
	o := m.apply(point{n.e, n.f})
	return matrix{m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b, m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d, o.x, o.y}
}

// scale is by how much lengths grow.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// parseTransform reads a transform attribute.
func parseTransform(text string) (matrix, error) {
	all := matrix{a: 1, d: 1}
	for rest := strings.TrimSpace(text); rest != ""; rest = strings.TrimSpace(rest) {
		name, tail, _ := strings.Cut(rest, "(")
		inside, after, closed := strings.Cut(tail, ")")
		v, end, err := readNumbers(inside, 0)
		if err != nil || !closed || end != len(inside) {
			return all, fmt.Errorf("transform %q", text)
		}
		next := matrix{a: 1, d: 1}
		switch {
		case name == "translate" && len(v) == 1:
			next.e = v[0]
		case name == "translate" && len(v) == 2:
			next.e, next.f = v[0], v[1]
		case name == "scale" && len(v) == 1:
			next.a, next.d = v[0], v[0]
		case name == "scale" && len(v) == 2:
			next.a, next.d = v[0], v[1]
		case name == "rotate" && len(v) == 1:
			sin, cos := math.Sincos(v[0] * math.Pi / 180)
			next = matrix{cos, sin, -sin, cos, 0, 0}
		case name == "matrix" && len(v) == 6:
			next = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
		default:
			return all, fmt.Errorf("transform %q", text)
		}
		all, rest = all.then(next), after
	}
	return all, nil
}
