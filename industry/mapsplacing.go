package industry

import "math"

// projection brings coordinates into the box of a region map.
type projection struct {
	west, north float64
	across      float64 // box units for one unit of x
	down        float64
	left, top   float64
}

func (p projection) point(at MapPoint) MapPoint {
	return MapPoint{p.left + (at.X-p.west)*p.across, p.top + (p.north-at.Y)*p.down}
}

// coordinates finds those of the regions that are drawn. An outline in metres
// does not go with degrees: its shapes then say where things are.
func (f RegionMapFacts) coordinates(areas []Area) map[string]MapPoint {
	found := map[string]MapPoint{}
	if f.Outline != nil && f.Outline.Projected {
		return found
	}
	drawn := map[string]bool{}
	for _, a := range areas {
		drawn[a.ID] = true
	}
	for _, r := range f.Regions {
		if !drawn[r.Code] || !r.Longitude.Known || !r.Latitude.Known {
			continue
		}
		p := MapPoint{r.Longitude.Float(), r.Latitude.Float()}
		if math.Abs(p.X) <= 180 && math.Abs(p.Y) <= 90 {
			found[r.Code] = p
		}
	}
	return found
}

// contradict leaves out coordinates that lie outside their region's own shape:
// where both are given, the shape is what people see.
func (o *Outline) contradict(ids []string, found map[string]MapPoint) {
	inside := map[string]bool{}
	for i, id := range ids {
		if p, ok := found[id]; ok && id != "" {
			inside[id] = inside[id] || within(p, o.Features[i].Rings)
		}
	}
	for id, here := range inside {
		if !here {
			delete(found, id)
		}
	}
}

// within reports whether a point lies in rings by the even-odd rule.
func within(p MapPoint, rings [][]MapPoint) bool {
	odd := false
	for _, ring := range rings {
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
				odd = !odd
			}
		}
	}
	return odd
}

// project returns what fits the coordinates and the outline's regions into the
// box above its bottom.
func (f RegionMapFacts) project(ids []string, found map[string]MapPoint, bottom float64) projection {
	box := emptyBounds()
	for _, p := range found {
		box.add(p)
	}
	if f.Outline == nil {
		return box.fit(bottom, true, false)
	}
	for i, feature := range f.Outline.Features {
		if ids[i] == "" {
			continue
		}
		for _, ring := range feature.Rings {
			for _, p := range ring {
				box.add(p)
			}
		}
	}
	return box.fit(bottom, !f.Outline.Projected, true)
}

// bounds is the smallest box around points.
type bounds struct{ west, south, east, north float64 }

func emptyBounds() bounds {
	return bounds{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (b *bounds) add(p MapPoint) {
	b.west, b.east = math.Min(b.west, p.X), math.Max(b.east, p.X)
	b.south, b.north = math.Min(b.south, p.Y), math.Max(b.north, p.Y)
}

// mostStretch is how much wider or higher than true a map without an outline may
// be drawn to use the box.
const mostStretch = 1.5

// fit returns the projection of the box into the map, centred. A degree of
// longitude is shorter than one of latitude. Shapes keep their form; mere places
// may be stretched.
func (b bounds) fit(bottom float64, degrees, shapes bool) projection {
	p := projection{west: b.west, north: b.north}
	if b.west > b.east {
		return p
	}
	shrink := 1.0
	if degrees {
		shrink = math.Cos((b.south + b.north) / 2 * math.Pi / 180)
	}
	wide, high := (b.east-b.west)*shrink, b.north-b.south
	// Labels stand beside the outermost points: they need more room than lines do.
	room := MapPoint{RegionWidth - 2*(regionMargin+mostRadius+4*RegionText), bottom - 2*(regionMargin+mostRadius)}
	room.Y = math.Max(room.Y, 1)
	across, down := room.X/math.Max(wide, 1e-9), room.Y/math.Max(high, 1e-9)
	stretch := mostStretch
	if shapes {
		stretch = 1
	}
	across, down = math.Min(across, stretch*down), math.Min(down, stretch*across)
	p.across, p.down = across*shrink, down
	p.left, p.top = (RegionWidth-wide*across)/2, (bottom-high*down)/2
	return p
}

// middle returns the middle of the largest ring by its area, for a label.
func middle(rings [][]MapPoint) MapPoint {
	var best MapPoint
	most := -1.0
	for _, ring := range rings {
		area, x, y := 0.0, 0.0, 0.0
		for i := range ring {
			a, b := ring[i], ring[(i+1)%len(ring)]
			cross := a.X*b.Y - b.X*a.Y
			area, x, y = area+cross, x+(a.X+b.X)*cross, y+(a.Y+b.Y)*cross
		}
		if math.Abs(area) > most && math.Abs(area) > 1e-9 {
			most, best = math.Abs(area), MapPoint{x / (3 * area), y / (3 * area)}
		}
	}
	return best
}

// areaBox is an area with its circle and the two lines of text below it.
type areaBox struct {
	area       *Area
	half, high float64 // half its width; its height
}

// widestFigure is the room of 109.39 亿元 in characters.
const widestFigure = 6.5

func boxOf(a *Area) *areaBox {
	text := TextWidth(a.Name) * RegionText
	if a.Revenue.Known {
		text = math.Max(text, widestFigure*RegionText)
	}
	return &areaBox{area: a, half: math.Max(a.Radius, text/2) + .4, high: 2*a.Radius + 2*RegionLine + .6}
}

func (b *areaBox) top() float64 { return b.area.Y - b.area.Radius - .3 }

// keepInside moves the box into the map above a line.
func (b *areaBox) keepInside(bottom float64) {
	b.area.X = math.Min(math.Max(b.area.X, b.half), RegionWidth-b.half)
	b.area.Y = math.Min(math.Max(b.area.Y, b.area.Radius+.3), bottom-b.high+b.area.Radius+.3)
}

// scatter moves places that all but coincide onto a spiral around the first of
// them: pushed apart in one line they would pile up at the border.
func scatter(boxes []*areaBox) {
	const near, golden = 1.0, 2.399963
	for i, b := range boxes {
		for _, a := range boxes[:i] {
			if math.Hypot(a.area.X-b.area.X, a.area.Y-b.area.Y) < near {
				turn, out := float64(i)*golden, 5*math.Sqrt(float64(i))
				b.area.X += out * math.Cos(turn)
				b.area.Y += out * math.Sin(turn)
				break
			}
		}
	}
}

// spread puts areas where they lie and pushes them apart, with smaller and smaller
// circles where they are many; it reports whether that succeeded.
func spread(areas []*Area, at []MapPoint, bottom float64) bool {
	full := make([]float64, len(areas))
	for i, a := range areas {
		full[i] = a.Radius
	}
	boxes := make([]*areaBox, len(areas))
	for _, scale := range []float64{1, .75, .5} {
		for i, a := range areas {
			a.X, a.Y, a.Radius, a.Placed = at[i].X, at[i].Y, max(full[i]*scale, leastRadius), true
			boxes[i] = boxOf(a)
		}
		if pushApart(boxes, bottom) {
			return true
		}
	}
	for i, a := range areas {
		a.Radius, a.Placed = full[i], false
	}
	return false
}

// mostPushes is how often boxes are pushed before a map is given up as too full.
const mostPushes = 400

// pushApart moves boxes that cover each other, each half the way along the
// shorter side, until none do; it reports whether that succeeded.
func pushApart(boxes []*areaBox, bottom float64) bool {
	needed := 0.0
	for _, b := range boxes {
		needed += 2 * b.half * b.high
	}
	if needed > RegionWidth*bottom {
		return false
	}
	scatter(boxes)
	for range mostPushes {
		clear := true
		for i, a := range boxes {
			for _, b := range boxes[i+1:] {
				across := a.half + b.half - math.Abs(a.area.X-b.area.X)
				down := math.Min(a.top()+a.high, b.top()+b.high) - math.Max(a.top(), b.top())
				if across <= 1e-6 || down <= 1e-6 {
					continue
				}
				clear = false
				separate(a, b, across, down)
			}
		}
		for _, b := range boxes {
			b.keepInside(bottom)
		}
		if clear && settled(boxes) {
			return true
		}
	}
	return settled(boxes)
}

func separate(a, b *areaBox, across, down float64) {
	if across < down {
		if a.area.X > b.area.X {
			a, b = b, a
		}
		a.area.X -= across/2 + .01
		b.area.X += across/2 + .01
		return
	}
	if a.top() > b.top() {
		a, b = b, a
	}
	a.area.Y -= down/2 + .01
	b.area.Y += down/2 + .01
}

// settled reports whether no two boxes cover each other.
func settled(boxes []*areaBox) bool {
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if math.Abs(a.area.X-b.area.X) < a.half+b.half-1e-3 &&
				math.Min(a.top()+a.high, b.top()+b.high)-math.Max(a.top(), b.top()) > 1e-3 {
				return false
			}
		}
	}
	return true
}

// gridAreas puts areas into rows, at the bottom of the map or, alone, over all
// of it, and returns where the free part above them ends. Where rows do not fit
// the circles shrink and the texts are left to the table.
func gridAreas(areas []*Area, below bool) float64 {
	widest, high := 0.0, 0.0
	for _, a := range areas {
		b := boxOf(a)
		widest, high = math.Max(widest, 2*b.half), math.Max(high, b.high)
	}
	columns := max(1, int(RegionWidth/widest))
	if !below {
		columns = max(1, min(columns, int(math.Ceil(math.Sqrt(float64(len(areas))*1.6)))))
	}
	rows := (len(areas) + columns - 1) / columns
	pitch := high
	top := RegionHeight - float64(rows)*pitch
	switch {
	case !below && top > 0:
		pitch = RegionHeight / float64(rows)
		top = 0
	case top < 0:
		columns = max(columns, int(math.Ceil(math.Sqrt(float64(len(areas))*RegionWidth/RegionHeight))))
		rows = (len(areas) + columns - 1) / columns
		pitch, top = RegionHeight/float64(rows), 0
		for _, a := range areas {
			a.Radius = math.Min(a.Radius, math.Min(pitch, RegionWidth/float64(columns))/2*.9)
		}
	}
	for i, a := range areas {
		a.X = (float64(i%columns) + .5) * RegionWidth / float64(columns)
		a.Y = top + float64(i/columns)*pitch + math.Min(pitch/2, a.Radius+.3+(pitch-boxOf(a).high)/2)
		a.Y = math.Max(a.Y, top+float64(i/columns)*pitch+a.Radius)
	}
	return top
}
