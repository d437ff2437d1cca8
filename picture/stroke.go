package picture

import "math"

// stroke is how a line is drawn: a width, ends and corners as SVG names them.
type stroke struct {
	width     float64
	cap, join string
	dashes    []float64
	offset    float64
	tolerance float64
}

// miterLimit is SVG's: sharper corners are cut.
const miterLimit = 4.0

// outline returns the area a line covers as closed polygons that all turn the same
// way, so that adding them up never takes anything away.
func (s stroke) outline(l line) [][]point {
	l.points = distinct(l.points, l.closed)
	if len(l.points) < 2 {
		if len(l.points) == 1 && s.cap == "round" {
			return [][]point{s.disc(l.points[0])}
		}
		return nil
	}
	if len(s.dashes) > 0 {
		var all [][]point
		for _, dash := range s.dashed(l) {
			all = append(all, s.solid(dash)...)
		}
		return all
	}
	return s.solid(l)
}

// distinct drops points that repeat the one before them.
func distinct(points []point, closed bool) []point {
	var kept []point
	for _, p := range points {
		if n := len(kept); n == 0 || p.minus(kept[n-1]).length() > 1e-9 {
			kept = append(kept, p)
		}
	}
	if n := len(kept); closed && n > 1 && kept[0].minus(kept[n-1]).length() <= 1e-9 {
		kept = kept[:n-1]
	}
	return kept
}

func (s stroke) solid(l line) [][]point {
	n := len(l.points)
	if n < 2 {
		return nil
	}
	if l.closed && n > 2 {
		return [][]point{s.side(l.points, true), s.side(reversed(l.points), true)}
	}
	there := s.side(l.points, false)
	there = append(there, s.end(l.points[n-1], l.points[n-1].minus(l.points[n-2]))...)
	there = append(there, s.side(reversed(l.points), false)...)
	return [][]point{append(there, s.end(l.points[0], l.points[0].minus(l.points[1]))...)}
}

func reversed(points []point) []point {
	result := make([]point, len(points))
	for i, p := range points {
		result[len(points)-1-i] = p
	}
	return result
}

// normal is the step from a line to its left side, half a width long.
func (s stroke) normal(from, to point) point {
	d := to.minus(from)
	f := s.width / 2 / d.length()
	return point{d.y * f, -d.x * f}
}

// side follows the points half a width to their left.
func (s stroke) side(points []point, around bool) []point {
	var out []point
	n := len(points)
	pieces := n - 1
	if around {
		pieces = n
	}
	for i := range pieces {
		from, to := points[i], points[(i+1)%n]
		normal := s.normal(from, to)
		out = append(out, from.plus(normal), to.plus(normal))
		if i+1 < pieces || around {
			out = append(out, s.corner(to, normal, s.normal(to, points[(i+2)%n]))...)
		}
	}
	return out
}

// corner fills what two pieces leave open at their joint. On the inner side it goes
// through the joint itself: the loop it makes turns like the rest.
func (s stroke) corner(at, before, after point) []point {
	if before.cross(after) <= 0 {
		return []point{at}
	}
	half := s.width / 2
	cos := before.dot(after) / (half * half)
	switch s.join {
	case "round":
		return s.bow(at, before, after)
	case "bevel":
		return nil
	}
	if sharpness := math.Sqrt(max((1+cos)/2, 1e-9)); 1/sharpness <= miterLimit {
		middle := before.plus(after)
		return []point{at.plus(middle.times(half / sharpness / middle.length()))}
	}
	return nil
}

// bow is the round way from one side of a point to another, without its ends.
func (s stroke) bow(at, from, to point) []point {
	angle := math.Atan2(from.cross(to), from.dot(to))
	if angle < 0 {
		angle += 2 * math.Pi
	}
	n := int(math.Ceil(math.Abs(angle) * math.Sqrt(s.width/2/max(s.tolerance, 1e-6)) / 2))
	var out []point
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		out = append(out, at.plus(point{from.x*cos - from.y*sin, from.x*sin + from.y*cos}))
	}
	return out
}

// end closes a line that stops at a point, coming from a direction.
func (s stroke) end(at, direction point) []point {
	ahead := direction.times(s.width / 2 / direction.length())
	left := point{ahead.y, -ahead.x}
	switch s.cap {
	case "round":
		return s.bow(at, left, left.times(-1))
	case "square":
		return []point{at.plus(left).plus(ahead), at.minus(left).plus(ahead)}
	}
	return nil
}

func (s stroke) disc(at point) []point {
	r := point{s.width / 2, 0}
	return append([]point{at.plus(r)}, append(s.bow(at, r, r.times(-1)), append([]point{at.minus(r)}, s.bow(at, r.times(-1), r)...)...)...)
}

// dashed cuts a line into its dashes.
func (s stroke) dashed(l line) []line {
	total := 0.0
	for _, d := range s.dashes {
		total += d
	}
	points := l.points
	if l.closed {
		points = append(append([]point(nil), points...), points[0])
	}
	if total <= s.tolerance/100 { // dashes nobody could see
		return []line{l}
	}
	at, left, on := 0, s.dashes[0], true
	next := func() {
		at++
		on, left = !on, s.dashes[at%len(s.dashes)]
	}
	for skip := math.Mod(s.offset, 2*total); skip > 0; next() {
		if skip < left {
			left -= skip
			break
		}
		skip -= left
	}
	var out []line
	dash := []point{points[0]}
	for i := 0; i+1 < len(points); i++ {
		from, to := points[i], points[i+1]
		long := to.minus(from).length()
		for gone := 0.0; ; {
			if gone+left >= long {
				left -= long - gone
				dash = append(dash, to)
				break
			}
			gone += left
			cut := between(from, to, gone/long)
			if on {
				out = append(out, line{points: distinct(append(dash, cut), false)})
			}
			dash = []point{cut}
			next()
		}
	}
	if on {
		out = append(out, line{points: distinct(dash, false)})
	}
	return out
}
