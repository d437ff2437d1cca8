package main

import (
	"bytes"
	"os"
	"testing"

	"chainboard/industry"
)

// TestTownshipsShareTheirBorders: every line of the outline is the border of one
// township with another or of the county, each township's seat lies inside its own,
// and the file that is shipped is this one.
func TestTownshipsShareTheirBorders(t *testing.T) {
	type line struct{ from, to corner }
	lines := map[line]int{}
	shapes := outline()
	if len(shapes) != 12 {
		t.Fatalf("%d townships have a shape", len(shapes))
	}
	for _, s := range shapes {
		for i, p := range s.ring {
			lines[line{p, s.ring[(i+1)%len(s.ring)]}]++
		}
		if !inside(s.ring, corner{s.lon, s.lat}) {
			t.Errorf("%s lies outside its shape", s.name)
		}
		for _, other := range shapes {
			if other.code != s.code && inside(other.ring, corner{s.lon, s.lat}) {
				t.Errorf("%s lies in the shape of %s", s.name, other.name)
			}
		}
	}
	shared := 0
	for l, n := range lines {
		if n != 1 {
			t.Errorf("the line %v stands %d times", l, n)
		}
		shared += lines[line{l.to, l.from}]
	}
	if len(lines)-shared > len(lines)/2 {
		t.Errorf("of %d lines only %d are shared", len(lines), shared)
	}
	data, err := outlineFile()
	if err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("../../" + outlinePath)
	if err != nil || !bytes.Equal(bytes.TrimSpace(committed), data) {
		t.Errorf("the committed outline is another one; run: go run ./tools/sample (%v)", err)
	}
	if parsed, err := industry.ParseGeoJSON(data); err != nil || len(parsed.Features) != len(shapes) {
		t.Errorf("read as %d features, %v", len(parsed.Features), err)
	}
}

// inside is the even-odd rule.
func inside(ring []corner, p corner) bool {
	in := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a.lat > p.lat) != (b.lat > p.lat) && p.lon < (b.lon-a.lon)*(p.lat-a.lat)/(b.lat-a.lat)+a.lon {
			in = !in
		}
	}
	return in
}
