package server

import (
	"html/template"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// mapStage is what the scenes of the four maps have in common.
type mapStage struct {
	staged
	View  view
	Head  office.MapHead
	Cover industry.Coverage // of the month's reports
}

// Reached says how many of the listed enterprises have reported, "" before any month.
func (p *mapStage) Reached() string {
	if p.View.Empty() || p.Cover.Expected == 0 {
		return ""
	}
	return strconv.Itoa(p.Cover.Reported) + "/" + strconv.Itoa(p.Cover.Expected) + " 户规上已报"
}

// Whole names the chain in sentences about what is missing, "" for all of them.
func (p *mapStage) Whole() string {
	if p.View.Query.Chain == industry.AllChains {
		return ""
	}
	return p.View.Name
}

// mapStageOf reads what stands below each map of the wall.
func (s *server) mapStageOf(c *request, v view) (mapStage, error) {
	p := mapStage{View: v}
	if v.Empty() {
		return p, nil
	}
	o, err := s.office.Overview(c.ctx(), v.Query)
	p.Cover = o.Table.Coverage
	return p, err
}

// PartOf returns where a figure of a group of the revenue is explained.
func (p *mapStage) PartOf(by, id, of string) string {
	return p.View.TracePart(partPlace{revenue, industry.Grouping(by), id}, of)
}

// Height of a map on a wall, in rem. The root size follows the window, so that
// this holds for every wall that is not upright; upright ones have more.
const mapHigh = 50.0

// scale places tracks of different heights one below the other.
type scale struct {
	heights []float64
	starts  []float64 // one more than heights: the last is the whole
}

func scaleOf(heights []float64) scale {
	sc := scale{heights, make([]float64, len(heights)+1)}
	for i, h := range heights {
		sc.starts[i+1] = sc.starts[i] + h
	}
	return sc
}

// at returns the height of a place given in tracks, between two of them too.
func (sc scale) at(track float64) float64 {
	i := min(max(int(track), 0), len(sc.heights)-1)
	return sc.starts[i] + (track-float64(i))*sc.heights[i]
}

func (sc scale) whole() float64 { return sc.starts[len(sc.heights)] }

// part returns a place in % of the whole.
func (sc scale) part(track float64) float64 { return sc.at(track) / sc.whole() * 100 }

// rows returns the tracks of a grid.
func (sc scale) rows() template.CSS {
	text := ""
	for _, h := range sc.heights {
		text += "minmax(0," + strconv.FormatFloat(h, 'f', 3, 64) + "fr) "
	}
	return template.CSS(text)
}
