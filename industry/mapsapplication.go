package industry

import (
	"slices"
	"strings"
)

// Application is one row of 应用领域: where the products of a segment are used.
type Application struct {
	Chain    string
	Segment  string // key
	Field    string
	Scenario string   // "" is the whole field
	Firms    []string // credit codes of representative enterprises
	Share    Rate     // of what the segment makes, %
	Note     string
}

// ApplicationOf reads an application record.
func ApplicationOf(r Record) Application {
	a := Application{
		Chain: r.Get("chain"), Field: r.Get("field"), Scenario: r.Get("scenario"), Firms: r.List("enterprises"),
		Share: RateOf(r.Quantity("share")), Note: r.Get("note"),
	}
	a.Segment = segmentKey(a.Chain, r.Get("segment"))
	return a
}

// ApplicationMap is 应用领域图: segments → fields → scenarios in three columns.
type ApplicationMap struct {
	Nodes []ApplicationNode `json:"nodes"`
	Edges []ApplicationEdge `json:"edges"`
	Rows  []ApplicationRow  `json:"rows"`
}

// ApplicationNode is a segment, a field or a scenario of a field.
type ApplicationNode struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Column int    `json:"column"` // 0 segment, 1 field, 2 scenario
	Branch string `json:"branch"` // of a segment
	Turn   int    `json:"-"`      // of its branch among Branches: its colour
	// Y and Height are where it stands in its column, from 0 to 1 downwards; its
	// name has the room of Slot around its middle, which no other name takes.
	Y      float64 `json:"y"`
	Height float64 `json:"height"`
	Slot   float64 `json:"slot"`
}

// ApplicationEdge leads from a segment to a field, or from a field to one of its
// scenarios.
type ApplicationEdge struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Share Rate   `json:"share"` // of what the segment makes, %; null for a scenario that several segments supply
	// Weight is how thick the edge is drawn: its share, or unknownWeight for each
	// row without one.
	Weight float64 `json:"weight"`
	// The edge begins at FromY and ends at ToY, in the units of its nodes.
	FromY  float64 `json:"from_y"`
	ToY    float64 `json:"to_y"`
	Height float64 `json:"height"`
}

// ApplicationRow is one row of the table beside the picture.
type ApplicationRow struct {
	SegmentID string  `json:"segment_id"`
	Segment   string  `json:"segment"`
	Branch    string  `json:"branch"`
	Field     string  `json:"field"`
	Scenario  string  `json:"scenario"`
	Share     Rate    `json:"share"`
	Firms     []Party `json:"enterprises"`
	Note      string  `json:"note"`
}

// ApplicationMapFacts is what an application map is drawn from.
type ApplicationMapFacts struct {
	Segments     []Segment
	Applications []Application
	Firms        map[string]string // names by credit code
}

// unknownWeight is how thick a use without a share is drawn, in %.
const unknownWeight = 5

// ApplicationMapOf joins the rows. A field's share of a segment is its own row's
// where one without scenario gives it, else the sum over its scenarios.
func ApplicationMapOf(f ApplicationMapFacts) ApplicationMap {
	m := ApplicationMap{Nodes: []ApplicationNode{}, Edges: []ApplicationEdge{}, Rows: f.rows()}
	branches := Branches(f.Segments)
	fields := map[[2]string][]ApplicationRow{} // by segment and field
	var order [][2]string
	for _, row := range m.Rows {
		m.node(ApplicationNode{ID: "s:" + row.SegmentID, Name: row.Segment, Branch: row.Branch, Turn: max(slices.Index(branches, row.Branch), 0)})
		at := [2]string{row.SegmentID, row.Field}
		if fields[at] == nil {
			order = append(order, at)
		}
		fields[at] = append(fields[at], row)
	}
	for _, row := range m.Rows {
		m.node(ApplicationNode{ID: "f:" + row.Field, Name: row.Field, Column: 1})
	}
	for _, at := range order {
		share, weight := fieldShare(fields[at])
		m.edge(ApplicationEdge{From: "s:" + at[0], To: "f:" + at[1], Share: share, Weight: weight})
	}
	for _, row := range m.Rows {
		if row.Scenario == "" {
			continue
		}
		id := "c:" + row.Field + "/" + row.Scenario
		m.node(ApplicationNode{ID: id, Name: row.Scenario, Column: 2})
		m.edge(ApplicationEdge{From: "f:" + row.Field, To: id, Share: row.Share, Weight: weightOf(row.Share)})
	}
	slices.SortStableFunc(m.Nodes, func(a, b ApplicationNode) int { return a.Column - b.Column })
	m.place()
	return m
}

// rows orders the applications by segment, as the chain has them, then as they
// were given.
func (f ApplicationMapFacts) rows() []ApplicationRow {
	bySegment := map[string][]Application{}
	var strangers []string
	known := map[string]bool{}
	for _, s := range f.Segments {
		known[s.Key] = true
	}
	for _, a := range f.Applications {
		if !known[a.Segment] && bySegment[a.Segment] == nil {
			strangers = append(strangers, a.Segment)
		}
		bySegment[a.Segment] = append(bySegment[a.Segment], a)
	}
	segments := OrderedSegments(f.Segments)
	for _, key := range strangers {
		segments = append(segments, Segment{Key: key, Name: unknownSegment})
	}
	rows := []ApplicationRow{}
	for _, s := range segments {
		for _, a := range bySegment[s.Key] {
			row := ApplicationRow{
				SegmentID: MapKey(s.Key), Segment: s.Name, Branch: s.Branch, Field: strings.TrimSpace(a.Field), Scenario: a.Scenario,
				Share: a.Share, Note: a.Note, Firms: []Party{},
			}
			for _, code := range a.Firms {
				row.Firms = append(row.Firms, Party{code, orElse(f.Firms[code], code)})
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func weightOf(share Rate) float64 {
	if share.Known && share.Percent > 0 {
		return share.Percent
	}
	return unknownWeight
}

// fieldShare returns what part of a segment goes to a field, given its rows, and
// how thick that is drawn.
func fieldShare(rows []ApplicationRow) (share Rate, weight float64) {
	share = Percent(0)
	for _, row := range rows {
		if row.Scenario == "" && row.Share.Known {
			return row.Share, weightOf(row.Share)
		}
		if row.Scenario == "" && len(rows) > 1 {
			continue
		}
		weight += weightOf(row.Share)
		share = Rate{share.Percent + row.Share.Percent, share.Known && row.Share.Known}
	}
	if !share.Known {
		share = Rate{}
	}
	return share, weight
}

// node adds a node once.
func (m *ApplicationMap) node(n ApplicationNode) {
	if !slices.ContainsFunc(m.Nodes, func(other ApplicationNode) bool { return other.ID == n.ID }) {
		m.Nodes = append(m.Nodes, n)
	}
}

// edge adds an edge, or to the one between the same two nodes.
func (m *ApplicationMap) edge(e ApplicationEdge) {
	for i := range m.Edges {
		if old := &m.Edges[i]; old.From == e.From && old.To == e.To {
			old.Weight += e.Weight
			old.Share = Rate{} // parts of different wholes do not add up
			return
		}
	}
	m.Edges = append(m.Edges, e)
}
