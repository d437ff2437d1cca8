package picture

import (
	"fmt"
	"math"
	"strconv"
)

// point is a place in an SVG or on the canvas.
type point struct{ x, y float64 }

func (p point) plus(q point) point        { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point       { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point     { return point{p.x * f, p.y * f} }
func (p point) length() float64           { return math.Hypot(p.x, p.y) }
func (p point) cross(q point) float64     { return p.x*q.y - p.y*q.x }
func (p point) dot(q point) float64       { return p.x*q.x + p.y*q.y }
func between(p, q point, t float64) point { return p.plus(q.minus(p).times(t)) }

// line is a run of straight pieces.
type line struct {
	points []point
	closed bool
}

// pen follows the commands of a path and breaks curves into straight pieces.
type pen struct {
	lines     []line
	at, start point
	control   point // of the last curve, for S and T
	last      byte
	tolerance float64 // how far a piece may be off, in units of the path
}

func (p *pen) move(to point) {
	p.lines = append(p.lines, line{points: []point{to}})
	p.at, p.start = to, to
}

func (p *pen) draw(to point) {
	if len(p.lines) == 0 || p.lines[len(p.lines)-1].closed {
		p.move(p.at)
	}
	last := &p.lines[len(p.lines)-1]
	last.points = append(last.points, to)
	p.at = to
}

func (p *pen) close() {
	if len(p.lines) > 0 {
		p.lines[len(p.lines)-1].closed = true
	}
	p.at = p.start
}

// pieces is into how many pieces a curve of this bend is broken.
func (p *pen) pieces(bend float64) int {
	return int(min(max(math.Ceil(math.Sqrt(bend/p.tolerance)), 1), 200))
}

func (p *pen) quad(c, to point) {
	from := p.at
	n := p.pieces(from.minus(c.times(2)).plus(to).length() / 4)
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		p.draw(between(between(from, c, t), between(c, to, t), t))
	}
	p.control = c
}

func (p *pen) cube(c, d, to point) {
	from := p.at
	bend := max(from.minus(c.times(2)).plus(d).length(), c.minus(d.times(2)).plus(to).length())
	n := p.pieces(bend * .75)
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		ab, bc, cd := between(from, c, t), between(c, d, t), between(d, to, t)
		p.draw(between(between(ab, bc, t), between(bc, cd, t), t))
	}
	p.control = d
}

// ellipse is an arc's shape: radii and the turn of its axes in degrees.
type ellipse struct {
	rx, ry, turn float64
	large, sweep bool
}

// arc draws an elliptical arc (SVG 1.1, F.6.5).
func (p *pen) arc(e ellipse, to point) {
	from := p.at
	rx, ry := math.Abs(e.rx), math.Abs(e.ry)
	if rx == 0 || ry == 0 || from == to {
		p.draw(to)
		return
	}
	sin, cos := math.Sincos(e.turn * math.Pi / 180)
	half := from.minus(to).times(.5)
	x, y := cos*half.x+sin*half.y, -sin*half.x+cos*half.y
	if over := x*x/(rx*rx) + y*y/(ry*ry); over > 1 {
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	far := rx*rx*y*y + ry*ry*x*x
	root := math.Sqrt(max(0, (rx*rx*ry*ry-far)/far))
	if e.large == e.sweep {
		root = -root
	}
	cx, cy := root*rx*y/ry, -root*ry*x/rx
	middle := between(from, to, .5).plus(point{cos*cx - sin*cy, sin*cx + cos*cy})
	first := math.Atan2((y-cy)/ry, (x-cx)/rx)
	swept := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - first
	if e.sweep && swept < 0 {
		swept += 2 * math.Pi
	} else if !e.sweep && swept > 0 {
		swept -= 2 * math.Pi
	}
	n := p.pieces(max(rx, ry) * swept * swept / 8)
	for i := 1; i < n; i++ {
		s, c := math.Sincos(first + swept*float64(i)/float64(n))
		p.draw(middle.plus(point{cos*rx*c - sin*ry*s, sin*rx*c + cos*ry*s}))
	}
	p.draw(to)
}

// arguments is how many numbers each command of a path takes.
func arguments(command byte) int {
	switch command | 0x20 {
	case 'm', 'l', 't':
		return 2
	case 'h', 'v':
		return 1
	case 'c':
		return 6
	case 's', 'q':
		return 4
	case 'a':
		return 7
	}
	return 0
}

// tracePath reads the d attribute of a path.
func tracePath(d string, tolerance float64) ([]line, error) {
	p := &pen{tolerance: tolerance}
	for i := 0; i < len(d); {
		command := d[i]
		switch {
		case command == ' ' || command == ',' || command == '\n':
			i++
			continue
		case command|0x20 == 'z':
			p.close()
			p.last = 'z'
			i++
			continue
		case arguments(command) == 0:
			return nil, fmt.Errorf("path: no command %q", command)
		}
		numbers, next, err := readNumbers(d, i+1)
		if err != nil {
			return nil, err
		}
		i = next
		n := arguments(command)
		if len(numbers) < n || len(numbers)%n != 0 {
			return nil, fmt.Errorf("path: %d numbers for %q", len(numbers), command)
		}
		for ; len(numbers) > 0; numbers = numbers[n:] {
			p.command(command, numbers)
			if command|0x20 == 'm' { // further pairs are lines
				command--
			}
		}
	}
	return p.lines, nil
}

// readNumbers reads the numbers from a place on, up to the next command.
func readNumbers(d string, from int) (numbers []float64, next int, err error) {
	part := func(c byte) bool { return c >= '0' && c <= '9' || c == '.' }
	for i := from; i < len(d); {
		if c := d[i]; c == ' ' || c == ',' || c == '\n' {
			i++
			continue
		}
		end, dot := i, false
		if d[end] == '-' || d[end] == '+' {
			end++
		}
		for end < len(d) && part(d[end]) && !(d[end] == '.' && dot) {
			dot = dot || d[end] == '.'
			end++
		}
		if end == i {
			return numbers, i, nil
		}
		if end+1 < len(d) && d[end] == 'e' && (d[end+1] == '-' || part(d[end+1])) {
			for end += 2; end < len(d) && part(d[end]); end++ {
			}
		}
		v, err := strconv.ParseFloat(d[i:end], 64)
		if err != nil {
			return nil, i, fmt.Errorf("path: %w", err)
		}
		numbers, i = append(numbers, v), end
	}
	return numbers, len(d), nil
}

func (p *pen) command(command byte, v []float64) {
	origin := point{}
	if command >= 'a' {
		origin = p.at
	}
	at := func(i int) point { return point{v[i], v[i+1]}.plus(origin) }
	mirrored := p.at
	lower := command | 0x20
	if (lower == 's' && (p.last == 'c' || p.last == 's')) || (lower == 't' && (p.last == 'q' || p.last == 't')) {
		mirrored = p.at.times(2).minus(p.control)
	}
	switch lower {
	case 'm':
		p.move(at(0))
	case 'l':
		p.draw(at(0))
	case 'h':
		p.draw(point{v[0] + origin.x, p.at.y})
	case 'v':
		p.draw(point{p.at.x, v[0] + origin.y})
	case 'c':
		p.cube(at(0), at(2), at(4))
	case 's':
		p.cube(mirrored, at(0), at(2))
	case 'q':
		p.quad(at(0), at(2))
	case 't':
		p.quad(mirrored, at(0))
	case 'a':
		p.arc(ellipse{v[0], v[1], v[2], v[3] != 0, v[4] != 0}, at(5))
	}
	p.last = lower
}
