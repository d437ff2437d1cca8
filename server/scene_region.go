package server

import (
	"fmt"
	"slices"

	"chainboard/industry"
)

// regionScene is 区域分布图 on a wall, with where projects come from.
type regionScene struct {
	mapStage
	Region  *regionDrawing
	Sources []sourceRow // ranked
	All     int         // sources, more than are sent
	Signed  int
	Cohort  *industry.Investment
	Rows    []drawnArea
	Box     string // of the picture, cut to what is in it
	Least   string // width of the picture in rem: below it its names would be too small
}

// wallSources is how many sources are sent.
const wallSources = 30

func (s *server) regionScene(c *request, v view) (stage, error) {
	p := &regionScene{mapStage: mapStage{View: v}}
	m, head, err := s.office.RegionMap(c.ctx(), v.Query, v.Open)
	if err != nil {
		return nil, err
	}
	p.Head = head
	if len(m.Areas) > 0 {
		p.Region = drawnRegion(m)
		p.Rows = slices.Concat(p.Region.Rows, p.Region.Others)
		p.Box, p.Least = boxOf(m)
	}
	if v.Empty() {
		return p, nil
	}
	o, err := s.office.Overview(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	p.Cover = o.Table.Coverage
	if i := o.Investment; i != nil {
		p.Cohort, p.Signed = i, i.Signed.Count
		p.Sources = sourcesOf(i.Sources, wallSources)
		p.All = len(i.Sources)
	}
	return p, nil
}

// boxOf is the part of the map's box that has something in it, and how wide in rem
// it is when its names are one high.
func boxOf(m industry.RegionMap) (box, least string) {
	const edge = .3 // of the outline, drawn half outside
	left, top, right, bottom := industry.RegionWidth, industry.RegionHeight, 0.0, 0.0
	reach := func(x, y float64) {
		left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
	}
	for _, a := range m.Areas {
		text := max(industry.TextWidth(a.Name)*industry.RegionText/2, a.Radius)
		reach(a.X-text-1, a.Y-a.Radius-1)
		reach(a.X+text+1, a.Y+a.Radius+2*industry.RegionLine+.5)
	}
	for _, shape := range m.Shapes {
		for _, ring := range shape.Rings {
			for _, p := range ring {
				reach(p.X-edge, p.Y-edge)
				reach(p.X+edge, p.Y+edge)
			}
		}
	}
	return fmt.Sprintf("%.1f %.1f %.1f %.1f", left, top, right-left, bottom-top), fmt.Sprintf("%.1f", (right-left)/industry.RegionText)
}
