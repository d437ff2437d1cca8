package industry

import (
	"cmp"
	"math"
	"slices"
)

// RegionMap is 区域分布图: parks, townships and streets in a box of RegionWidth
// by RegionHeight units. It is schematic: places are right towards each other,
// distances are not.
type RegionMap struct {
	Areas     []Area     `json:"areas"`     // parks first, then by enterprises
	Elsewhere []Area     `json:"elsewhere"` // enterprises of the chain that no park or township has, by region: never placed
	Total     Area       `json:"total"`
	Shapes    []MapShape `json:"shapes"`    // of the outline a county has given, in the same box
	Unmatched []string   `json:"unmatched"` // names of the outline's features that are no region
	Foreign   bool       `json:"foreign"`   // none of them is: the outline is not drawn
	Gridded   bool       `json:"gridded"`   // some region has no coordinates: those stand in rows
	Clusters  []Cluster  `json:"clusters"`
}

// Area is a region with what stands in it.
type Area struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Type        string   `json:"type"`
	Level       string   `json:"level"`
	Enterprises int      `json:"enterprises"`
	AboveScale  int      `json:"above_scale"`
	Projects    int      `json:"projects"` // under way
	Revenue     Quantity `json:"revenue"`  // of the month's list, 万元
	Share       Rate     `json:"share"`    // of the total's revenue, %
	Suppressed  bool     `json:"suppressed"`
	X           float64  `json:"x"` // of the circle's middle
	Y           float64  `json:"y"`
	Radius      float64  `json:"radius"` // its area grows with the enterprises
	Placed      bool     `json:"placed"` // by coordinates or by its shape
}

// MapShape is a region's outline as rings of points.
type MapShape struct {
	ID    string       `json:"id"` // of the region, "" for none
	Name  string       `json:"name"`
	Rings [][]MapPoint `json:"rings"`
}

// Region is one row of 区域.
type Region struct {
	Code, Name, Type, Parent, Level string
	Longitude, Latitude             Quantity // degrees
}

// RegionOf reads a region record.
func RegionOf(r Record) Region {
	return Region{
		Code: r.Get("code"), Name: r.Get("name"), Type: r.Get("type"), Parent: r.Get("parent"), Level: r.Get("level"),
		Longitude: r.Quantity("longitude"), Latitude: r.Quantity("latitude"),
	}
}

// local reports whether enterprises are counted there: 国家, 省 and 市 are for
// reference only, 县 is the whole.
func (r Region) local() bool { return r.Type == "乡镇" || r.Type == "街道" || r.Type == "园区" }

// RegionMapFacts is what a region map is drawn from.
type RegionMapFacts struct {
	Regions     []Region
	Enterprises []Enterprise // of the chain, by primary segment
	Projects    []Project
	Revenue     Breakdown // by region; suppressed where it has to be
	Month       Month     // of the list
	At          Date      // of the projects' stages
	Outline     *Outline  // nil: none given
	Clusters    []Cluster
}

// The box of a region map and how large its texts are in it.
const (
	RegionWidth  = 100.0
	RegionHeight = 72.0
	RegionText   = 1.6 // height of a character
	RegionLine   = 2.4 // from one line of text to the next
	regionMargin = 3.0
	leastRadius  = 1.4
	mostRadius   = 4.2
)

// RegionMapOf counts and places the regions; the same facts give the same map.
func RegionMapOf(f RegionMapFacts) RegionMap {
	m := RegionMap{Areas: []Area{}, Elsewhere: []Area{}, Shapes: []MapShape{}, Unmatched: []string{}, Clusters: f.Clusters}
	if m.Clusters == nil {
		m.Clusters = []Cluster{}
	}
	counted := f.count()
	for _, r := range f.Regions {
		if r.local() {
			m.Areas = append(m.Areas, *counted.at(r.Code, r))
			delete(counted.areas, r.Code)
		}
	}
	slices.SortStableFunc(m.Areas, func(a, b Area) int {
		return cmp.Or(cmp.Compare(parkFirst(a), parkFirst(b)), cmp.Compare(b.Enterprises, a.Enterprises), cmp.Compare(a.ID, b.ID))
	})
	for _, id := range counted.order {
		if a := counted.areas[id]; a != nil && a.Enterprises+a.Projects > 0 {
			m.Elsewhere = append(m.Elsewhere, *a)
		}
	}
	m.Total = Area{Name: "合计", Revenue: f.Revenue.Total.Value, Share: Ratio(f.Revenue.Total.Value, f.Revenue.Total.Value)}
	for _, a := range slices.Concat(m.Areas, m.Elsewhere) {
		m.Total.Enterprises += a.Enterprises
		m.Total.AboveScale += a.AboveScale
		m.Total.Projects += a.Projects
	}
	m.size()
	m.place(f)
	return m
}

func parkFirst(a Area) int {
	if a.Type == "园区" {
		return 0
	}
	return 1
}

// regionCount is the areas by region while they are counted.
type regionCount struct {
	areas map[string]*Area
	order []string
	names map[string]Region
}

func (c *regionCount) at(id string, r Region) *Area {
	if c.areas[id] == nil {
		c.areas[id] = &Area{ID: id, Name: orElse(r.Name, "未填区域"), Type: r.Type, Level: r.Level}
		if !r.local() && r.Name != "" {
			c.areas[id].Name = r.Name + "（未落到乡镇、园区）"
		}
		c.order = append(c.order, id)
	}
	return c.areas[id]
}

// count adds up what stands in each region. A region that is no longer
// registered counts as none.
func (f RegionMapFacts) count() *regionCount {
	c := &regionCount{areas: map[string]*Area{}, names: map[string]Region{}}
	for _, r := range f.Regions {
		c.names[r.Code] = r
	}
	area := func(id string) *Area {
		r, known := c.names[id]
		if !known {
			id = ""
		}
		return c.at(id, r)
	}
	for _, e := range f.Enterprises {
		if e.Status == closed {
			continue
		}
		a := area(e.Region)
		a.Enterprises++
		if e.Listed(f.Month) {
			a.AboveScale++
		}
	}
	for _, p := range f.Projects {
		if p.UnderWay(f.At) {
			area(p.Region).Projects++
		}
	}
	for _, row := range f.Revenue.Rows {
		a := area(row.ID)
		a.Revenue, a.Share, a.Suppressed = row.Value, row.Share, row.Suppressed
	}
	return c
}

// size gives the circles their radius: the area follows the enterprises.
func (m *RegionMap) size() {
	most := 1
	for _, a := range m.Areas {
		most = max(most, a.Enterprises)
	}
	for i := range m.Areas {
		a := &m.Areas[i]
		a.Radius = leastRadius
		if a.Enterprises > 0 {
			a.Radius += (mostRadius - leastRadius) * math.Sqrt(float64(a.Enterprises)/float64(most))
		}
	}
}

// place puts the areas where their coordinates or shapes are, above those without
// in rows, and pushes apart what covers each other.
func (m *RegionMap) place(f RegionMapFacts) {
	ids, any := f.matched()
	shaped := map[string]bool{}
	for i, id := range ids {
		if shaped[id] = id != ""; id == "" {
			m.Unmatched = append(m.Unmatched, f.Outline.Features[i].Label(i+1))
		}
	}
	if !any { // the outline of somewhere else says nothing about this county
		m.Foreign = len(ids) > 0
		f.Outline = nil
	}
	found := f.coordinates(m.Areas)
	if f.Outline != nil {
		f.Outline.contradict(ids, found)
	}
	var adrift, lying []*Area
	for i := range m.Areas {
		a := &m.Areas[i]
		if _, ok := found[a.ID]; ok || shaped[a.ID] {
			lying = append(lying, a)
		} else {
			adrift = append(adrift, a)
		}
	}
	bottom := RegionHeight
	if m.Gridded = len(adrift) > 0; m.Gridded {
		bottom = gridAreas(adrift, len(lying) > 0 || f.Outline != nil)
	}
	projection := f.project(ids, found, bottom)
	middles := map[string]MapPoint{}
	if f.Outline != nil {
		m.Shapes = f.shapes(ids, projection)
		rings := map[string][][]MapPoint{} // a region may be several features
		for _, s := range m.Shapes {
			rings[s.ID] = append(rings[s.ID], s.Rings...)
			middles[s.ID] = middle(rings[s.ID])
		}
	}
	start := make([]MapPoint, len(lying))
	for i, a := range lying {
		start[i] = middles[a.ID]
		if p, ok := found[a.ID]; ok {
			start[i] = projection.point(p)
		}
	}
	if !spread(lying, start, bottom) {
		// So many that they do not fit where they lie: rows always do.
		all := make([]*Area, len(m.Areas))
		for i := range m.Areas {
			all[i] = &m.Areas[i]
		}
		m.Gridded = true
		gridAreas(all, false)
	}
	for i := range m.Areas { // the same on every processor
		a := &m.Areas[i]
		a.X, a.Y, a.Radius = hundredths(a.X), hundredths(a.Y), hundredths(a.Radius)
	}
}

func hundredths(x float64) float64 { return math.Round(x*100) / 100 }
