package picture

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// clip is what is left of the canvas: a box, and inside it a mask where it is not
// all of the box.
type clip struct {
	box  image.Rectangle
	mask *image.Alpha
}

// clipped returns what a clip-path leaves of what was left so far.
func (p *painter) clipped(reference string, at pose) (*clip, error) {
	path, err := p.referred(reference)
	if err != nil || path == nil {
		return at.clip, err
	}
	var area [][]point
	for _, n := range path.children {
		m := at.m
		if text := n.get("transform"); text != "" {
			own, err := parseTransform(text)
			if err != nil {
				return nil, err
			}
			m = m.then(own)
		}
		lines, err := trace(n, .1/max(m.scale(), 1e-6))
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			area = append(area, mapped(l.points, m))
		}
	}
	c := &clip{box: pixels(area).Intersect(p.left(at.clip))}
	if c.box.Empty() {
		return c, nil
	}
	if len(area) == 1 && upright(area[0]) && (at.clip == nil || at.clip.mask == nil) {
		return c, nil // clips of charts are wider than what is drawn, by pixels: no soft edge is missed
	}
	c.mask = cover(area, c.box)
	if at.clip != nil && at.clip.mask != nil {
		limit(c.mask, at.clip.mask)
	}
	return c, nil
}

// left is the box that may be painted.
func (p *painter) left(c *clip) image.Rectangle {
	if c == nil {
		return p.image.Bounds()
	}
	return c.box
}

// upright reports whether a polygon is a rectangle with level sides.
func upright(points []point) bool {
	points = distinct(points, true)
	if len(points) != 4 {
		return false
	}
	for i, p := range points {
		q := points[(i+1)%4]
		if math.Abs(p.x-q.x) > 1e-6 && math.Abs(p.y-q.y) > 1e-6 {
			return false
		}
	}
	return true
}

func mapped(points []point, m matrix) []point {
	result := make([]point, len(points))
	for i, p := range points {
		result[i] = m.apply(p)
	}
	return result
}

// extent is the box around polygons.
func extent(area [][]point) (least, most point) {
	least, most = point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, points := range area {
		for _, p := range points {
			least = point{min(least.x, p.x), min(least.y, p.y)}
			most = point{max(most.x, p.x), max(most.y, p.y)}
		}
	}
	return least, most
}

// pixels is the box of pixels that polygons touch.
func pixels(area [][]point) image.Rectangle {
	least, most := extent(area)
	if !(least.x <= most.x) || !(least.y <= most.y) {
		return image.Rectangle{}
	}
	const far = 1 << 20 // whatever lies further is not on any canvas
	whole := func(v float64) int { return int(min(max(v, -far), far)) }
	return image.Rect(whole(math.Floor(least.x)), whole(math.Floor(least.y)), whole(math.Ceil(most.x)), whole(math.Ceil(most.y)))
}

// fill paints polygons, each in a box of its own size.
func (p *painter) fill(area [][]point, with ink, at pose) {
	least, most := extent(area)
	canvas := make([][]point, len(area))
	for i, points := range area {
		canvas[i] = mapped(points, at.m)
	}
	box := pixels(canvas).Intersect(p.left(at.clip))
	if box.Empty() {
		return
	}
	var source image.Image = image.NewUniform(with.color)
	if with.gradient != nil {
		source = with.gradient.on(boxOf(least, most), at.m, with.opacity)
	}
	if at.clip != nil && at.clip.mask != nil {
		mask := cover(canvas, box)
		limit(mask, at.clip.mask)
		draw.DrawMask(p.image, box, source, box.Min, mask, box.Min, draw.Over)
		return
	}
	if len(canvas) == 1 && upright(canvas[0]) && even(canvas[0]) {
		draw.Draw(p.image, box, source, box.Min, draw.Over)
		return
	}
	r := rasterizer(canvas, box)
	r.Draw(p.image, box, source, box.Min)
}

func boxOf(least, most point) box { return box{least.x, least.y, most.x - least.x, most.y - least.y} }

// even reports whether all corners lie between pixels.
func even(points []point) bool {
	for _, p := range points {
		if math.Abs(p.x-math.Round(p.x)) > 1e-6 || math.Abs(p.y-math.Round(p.y)) > 1e-6 {
			return false
		}
	}
	return true
}

// cover returns how much of each pixel of a box polygons cover.
func cover(area [][]point, box image.Rectangle) *image.Alpha {
	mask := image.NewAlpha(box)
	r := rasterizer(area, box)
	r.DrawOp = draw.Src
	r.Draw(mask, box, image.Opaque, image.Point{})
	return mask
}

func rasterizer(area [][]point, box image.Rectangle) *vector.Rasterizer {
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	left, top := float64(box.Min.X), float64(box.Min.Y)
	for _, points := range area {
		for i, q := range points {
			x, y := float32(q.x-left), float32(q.y-top)
			if i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		r.ClosePath()
	}
	return r
}

// limit takes from a mask what another does not cover.
func limit(mask, by *image.Alpha) {
	for y := mask.Rect.Min.Y; y < mask.Rect.Max.Y; y++ {
		for x := mask.Rect.Min.X; x < mask.Rect.Max.X; x++ {
			i := mask.PixOffset(x, y)
			mask.Pix[i] = uint8(int(mask.Pix[i]) * int(by.AlphaAt(x, y).A) / 255)
		}
	}
}
