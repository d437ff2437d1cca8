package main

import (
	"cmp"
	"encoding/json"
	"math"
	"os"
	"slices"
)

// The outline of the county is as invented as the county: each township has what
// lies nearer to it than to any other, within a rounded border, along lines that
// wander. It stands for the file a county uploads and shows no real place.

// corner is a corner of an outline in degrees.
type corner struct{ lon, lat float64 }

const (
	outlinePath = "sample/示例县轮廓.geojson"
	middleLon   = 116.42
	middleLat   = 27.622
	reachLon    = 0.235 // from the middle to the border
	reachLat    = 0.225
	shrink      = 0.886 // a degree of longitude over one of latitude, there
	same        = 2e-4  // corners nearer than this are one
	shortest    = 0.012 // a line is not broken further
)

// border returns the county's border before it wanders.
func border() []corner {
	const corners = 40
	ring := make([]corner, corners)
	for i := range ring {
		angle := 2 * math.Pi * float64(i) / corners
		reach := 1 + .07*math.Sin(3*angle+1) + .05*math.Sin(5*angle+2.4)
		ring[i] = corner{middleLon + reachLon*reach*math.Cos(angle), middleLat + reachLat*reach*math.Sin(angle)}
	}
	return ring
}

// nearer keeps of a ring what is nearer to one corner than to another.
func nearer(ring []corner, to, than corner) []corner {
	side := func(p corner) float64 { return distance(p, than) - distance(p, to) }
	var kept []corner
	for i, p := range ring {
		next := ring[(i+1)%len(ring)]
		a, b := side(p), side(next)
		if a >= 0 {
			kept = append(kept, p)
		}
		if (a >= 0) != (b >= 0) {
			t := a / (a - b)
			kept = append(kept, corner{p.lon + t*(next.lon-p.lon), p.lat + t*(next.lat-p.lat)})
		}
	}
	return kept
}

// distance is squared: the difference of two is linear along a line.
func distance(a, b corner) float64 {
	x, y := (a.lon-b.lon)*shrink, a.lat-b.lat
	return x*x + y*y
}

// wander puts corners between two ends, aside of their line, the same ones whichever
// end comes first: neighbours share their border.
func wander(a, b corner) []corner {
	if c := cmp.Or(cmp.Compare(a.lon, b.lon), cmp.Compare(a.lat, b.lat)); c > 0 {
		between := wander(b, a)
		slices.Reverse(between)
		return between
	}
	x, y := b.lon-a.lon, b.lat-a.lat
	if math.Hypot(x, y) < shortest {
		return nil
	}
	aside := (float64(draw(1000, "outline", label(a), label(b)))/1000 - .5) * .3
	middle := rounded(corner{(a.lon+b.lon)/2 - y*aside, (a.lat+b.lat)/2 + x*aside})
	return slices.Concat(wander(a, middle), []corner{middle}, wander(middle, b))
}

func label(p corner) string {
	text, _ := json.Marshal([2]float64{p.lon, p.lat}) // finite numbers always can be
	return string(text)
}

func rounded(p corner) corner {
	return corner{math.Round(p.lon*1e4) / 1e4, math.Round(p.lat*1e4) / 1e4}
}

// shape is a township's ring.
type shape struct {
	region
	ring []corner
}

// outline returns the shape of every township of the county.
func outline() []shape {
	var shapes []shape
	var known []corner
	settle := func(p corner) corner {
		for _, k := range known {
			if math.Abs(k.lon-p.lon) < same && math.Abs(k.lat-p.lat) < same {
				return k
			}
		}
		p = rounded(p)
		known = append(known, p)
		return p
	}
	towns := slices.DeleteFunc(regions(), func(r region) bool { return r.kind != "乡镇" })
	for _, town := range towns {
		ring := border()
		for _, other := range towns {
			if other.code != town.code {
				ring = nearer(ring, corner{town.lon, town.lat}, corner{other.lon, other.lat})
			}
		}
		for i := range ring {
			ring[i] = settle(ring[i])
		}
		ring = slices.Compact(ring)
		var whole []corner
		for i, p := range ring {
			whole = append(append(whole, p), wander(p, ring[(i+1)%len(ring)])...)
		}
		shapes = append(shapes, shape{town, whole})
	}
	return shapes
}

// outlineFile writes the outline as GeoJSON.
func outlineFile() ([]byte, error) {
	type geometry struct {
		Type        string         `json:"type"`
		Coordinates [][][2]float64 `json:"coordinates"`
	}
	type feature struct {
		Type       string            `json:"type"`
		Properties map[string]string `json:"properties"`
		Geometry   geometry          `json:"geometry"`
	}
	file := struct {
		Type     string    `json:"type"`
		Name     string    `json:"name"`
		Features []feature `json:"features"`
	}{Type: "FeatureCollection", Name: "示例县轮廓（示例数据，虚构）"}
	for _, s := range outline() {
		ring := make([][2]float64, 0, len(s.ring)+1)
		for _, p := range append(s.ring, s.ring[0]) {
			ring = append(ring, [2]float64{p.lon, p.lat})
		}
		file.Features = append(file.Features, feature{
			"Feature", map[string]string{"code": s.code, "name": s.name}, geometry{"Polygon", [][][2]float64{ring}},
		})
	}
	return json.Marshal(file)
}

// writeOutline writes the outline beside the workbook.
func writeOutline(path string) error {
	data, err := outlineFile()
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}
