package industry

import (
	"cmp"
	"slices"
	"strings"
)

// The four maps (四图) by the name they have in addresses.
const (
	MapChain       = "chain"       // 产业链图
	MapTechnology  = "technology"  // 技术路线图
	MapApplication = "application" // 应用领域图
	MapRegion      = "region"      // 区域分布图
)

// ChainMap is 产业链图 laid out: branches as lanes, 上游 → 下游 as columns. The
// unit across is a column; downwards it is a track: a node takes two, the heading
// of a lane one.
type ChainMap struct {
	Columns int        `json:"columns"`
	Tracks  int        `json:"tracks"`
	Stages  []MapStage `json:"stages"`
	Lanes   []MapLane  `json:"lanes"`
	Nodes   []MapNode  `json:"nodes"` // by lane, column and track
	Edges   []MapEdge  `json:"edges"`
}

// MapStage is a position of the chain with the columns it takes.
type MapStage struct {
	Name     string   `json:"name"`
	Column   int      `json:"column"`
	Columns  int      `json:"columns"`
	Segments int      `json:"segments"`
	Revenue  Quantity `json:"revenue"` // of its segments, 万元; null: none reported, or one of them withheld
	Share    Rate     `json:"share"`   // of the map's revenue, %
}

// MapLane is one 细分链 of one chain with the tracks it takes, heading included.
type MapLane struct {
	Chain    string   `json:"chain"`
	Name     string   `json:"name"`
	Branch   string   `json:"branch"` // "" for segments without one
	Track    int      `json:"track"`
	Tracks   int      `json:"tracks"`
	Segments int      `json:"segments"`
	Revenue  Quantity `json:"revenue"` // 万元; null: none reported, or withheld
	Growth   Rate     `json:"growth"`  // 同口径, %
}

// MapNode is one segment in its place.
type MapNode struct {
	ID        string    `json:"id"` // chain:code
	Chain     string    `json:"chain"`
	Code      string    `json:"code"`
	Name      string    `json:"name"`
	Branch    string    `json:"branch"`
	Position  string    `json:"position"`
	Column    int       `json:"column"`
	Track     int       `json:"track"`
	State     Diagnosis `json:"state"`
	Computed  Diagnosis `json:"computed"`
	Given     bool      `json:"given"` // the office's own verdict
	Reason    string    `json:"reason"`
	Remedy    string    `json:"remedy"`
	Gap       bool      `json:"gap"`   // 断链, 短链 or 弱链: something is to be mended
	Share     Rate      `json:"share"` // of the map's revenue, %
	Width     int       `json:"width"` // class of the share: 0 unknown, 1 up to 2 %, 2 up to 5 %, 3 up to 10 %, 4 above
	Firms     int       `json:"enterprises_count"`
	Above     int       `json:"above_scale"`
	Anchors   int       `json:"anchors"`
	Techs     int       `json:"technologies_count"`
	Feeds     []string  `json:"feeds"`   // ids of segments on the map
	Outside   []string  `json:"outside"` // names of segments of other chains that it feeds
	FirmNames []MapFirm `json:"enterprises"`

	Projects []MapProject `json:"projects"` // under way
}

// MapFirm is an enterprise on its segment.
type MapFirm struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Role string `json:"role"`
}

// MapProject is a project under way on the segment it strengthens.
type MapProject struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Stage  Stage  `json:"stage"`
	Remedy string `json:"remedy"`
}

// MapEdge says that one segment feeds another, with the line to draw.
type MapEdge struct {
	From string     `json:"from"`
	To   string     `json:"to"`
	Back bool       `json:"back"` // against the columns: a loop of the chain, or to itself
	Gap  bool       `json:"gap"`  // one of its ends is 断链
	Line []MapPoint `json:"line"`
}

// MapPoint is a place on a map in the map's units.
type MapPoint struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
}

// ChainMapFacts is what a chain map is drawn from.
type ChainMapFacts struct {
	Chains       []Party
	Verdicts     []Verdict         // of the segments on the map
	Names        map[string]string // of every segment by key, for feeds that leave the map
	Enterprises  []Enterprise
	Projects     []Project
	Technologies []Technology
	Revenue      Breakdown // by segment; suppressed where it has to be
	Branches     Breakdown // the same by 细分链
	At           Date      // of the projects' stages
}

// MapKey writes the key of a segment as maps and addresses do: chain:code.
func MapKey(key string) string {
	return strings.Replace(key, KeySeparator, ":", 1)
}

// ChainMapOf lays the segments out. The layout depends on nothing but the facts:
// the same facts give the same map.
func ChainMapOf(f ChainMapFacts) ChainMap {
	g := layOut(f.Verdicts, f.Chains)
	m := ChainMap{
		Columns: g.columns, Tracks: g.tracks, Stages: g.stages, Lanes: g.lanes,
		Nodes: make([]MapNode, len(g.nodes)), Edges: g.route(),
	}
	for i, n := range g.order() {
		m.Nodes[i] = f.node(g, n)
	}
	f.hang(&m)
	f.head(&m)
	return m
}

// node describes a segment; what hangs on it follows.
func (f ChainMapFacts) node(g *mapGraph, n *mapNode) MapNode {
	v := n.verdict
	node := MapNode{
		ID: MapKey(v.Segment.Key), Chain: v.Segment.Chain, Code: v.Segment.Code, Name: v.Segment.Name,
		Branch: v.Segment.Branch, Position: v.Segment.Position, Column: n.column, Track: n.track,
		State: v.State, Computed: v.Computed, Given: v.Given, Reason: v.Reason, Remedy: v.Segment.Remedy,
		Gap: v.State != Strong && v.State != Sound, Firms: v.Enterprises, Above: v.AboveScale, Anchors: v.Anchors,
		Feeds: []string{}, Outside: []string{}, FirmNames: []MapFirm{}, Projects: []MapProject{},
	}
	for _, key := range v.Segment.Feeds {
		switch _, here := g.at[key]; {
		case here:
			node.Feeds = append(node.Feeds, MapKey(key))
		case f.Names[key] != "":
			node.Outside = append(node.Outside, f.Names[key])
		}
	}
	return node
}

// hang puts enterprises, projects, technologies and revenue on their segments.
func (f ChainMapFacts) hang(m *ChainMap) {
	at := make(map[string]*MapNode, len(m.Nodes))
	for i := range m.Nodes {
		at[m.Nodes[i].ID] = &m.Nodes[i]
	}
	for _, t := range f.Technologies {
		if n := at[MapKey(t.Segment)]; n != nil {
			n.Techs++
		}
	}
	for _, p := range f.Projects {
		if n := at[MapKey(segmentKey(p.Chain, p.Segment))]; n != nil && p.Segment != "" && p.UnderWay(f.At) {
			n.Projects = append(n.Projects, MapProject{p.ID, p.Name, p.Current(f.At), p.Remedy})
		}
	}
	for _, row := range f.Revenue.Rows {
		if n := at[MapKey(row.ID)]; n != nil && !row.Suppressed {
			n.Share, n.Width = row.Share, shareClass(row.Share)
		}
	}
	for _, e := range f.Enterprises {
		if e.Status == closed {
			continue
		}
		for _, key := range e.Segments {
			if n := at[MapKey(key)]; n != nil {
				n.FirmNames = append(n.FirmNames, MapFirm{e.ID, e.Name, e.Role})
			}
		}
	}
	for i := range m.Nodes {
		slices.SortFunc(m.Nodes[i].FirmNames, func(a, b MapFirm) int {
			return cmp.Or(cmp.Compare(firmRank(a.Role), firmRank(b.Role)), cmp.Compare(a.ID, b.ID))
		})
	}
}

// head puts revenue on stages and lanes. A stage with a withheld segment says
// nothing: what it lacks would be that segment's. A branch that two chains have
// stands for neither of their lanes.
func (f ChainMapFacts) head(m *ChainMap) {
	rows := map[string]Part{}
	for _, row := range f.Revenue.Rows {
		rows[MapKey(row.ID)] = row
	}
	for i := range m.Stages {
		s := &m.Stages[i]
		withheld := false
		for _, n := range m.Nodes {
			if row, reported := rows[n.ID]; reported && stageOf(n.Position) == s.Name {
				withheld = withheld || row.Suppressed
				s.Revenue = s.Revenue.Plus(row.Value)
			}
		}
		if withheld {
			s.Revenue = Quantity{}
		}
		s.Share = Ratio(s.Revenue, f.Revenue.Total.Value)
	}
	chains := map[string]int{} // of a branch
	for _, l := range m.Lanes {
		chains[l.Branch]++
	}
	for i := range m.Lanes {
		l := &m.Lanes[i]
		at := slices.IndexFunc(f.Branches.Rows, func(row Part) bool { return row.ID == l.Branch })
		if at >= 0 && l.Branch != "" && chains[l.Branch] == 1 && !f.Branches.Rows[at].Suppressed {
			l.Revenue, l.Growth = f.Branches.Rows[at].Value, f.Branches.Rows[at].Growth
		}
	}
}

// UnderWay reports whether a project is on its way to operation on a day: begun,
// neither in operation nor suspended nor ended.
func (p Project) UnderWay(at Date) bool {
	return p.Current(at) != "" && p.Live(at) && !p.Reached(Operating, at)
}

// firmRank orders the enterprises of a segment: 链主, 骨干, 配套, others.
func firmRank(role string) int {
	if i := slices.Index([]string{"链主", "骨干", "配套"}, role); i >= 0 {
		return i
	}
	return 3
}

// shareClass returns how wide a node's bar of revenue is.
func shareClass(share Rate) int {
	switch {
	case !share.Known || share.Percent <= 0:
		return 0
	case share.Percent <= 2:
		return 1
	case share.Percent <= 5:
		return 2
	case share.Percent <= 10:
		return 3
	}
	return 4
}
