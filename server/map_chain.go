package server

import (
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"chainboard/industry"
)

// chainDrawing is 产业链图 as its page draws it: a grid of tracks and columns,
// and the links in the same units.
type chainDrawing struct {
	industry.ChainMap
	Stages []drawnStage
	Lanes  []drawnLane
	Nodes  []drawnNode
	Paths  []drawnPath
	Gaps   []drawnNode // 断链, 短链, 弱链, worst first
	Weak   int         // how many there are
	More   int         // that only the table lists
	States []stateCount
	Least  string // width of the grid in rem: below it the panel scrolls
	Beside bool   // there is room for the gaps beside the map
}

type drawnStage struct {
	industry.MapStage
	Area template.CSS
}

type drawnLane struct {
	industry.MapLane
	Area  template.CSS
	Nodes []drawnNode
}

type drawnNode struct {
	industry.MapNode
	Area  template.CSS // place in the grid: numbers of ours, which the template would take for text
	Mark  string       // character of its badge
	Class string       // letter of its badge
	Line  string       // what stands below the name
	Rest  string       // and below that
	Title string
	Long  bool     // its name takes two lines
	Href  string   // its fragment
	List  string   // its enterprises
	Next  string   // names of the segments it feeds
	Lines []string // below the name on a wall
	Count string   // beside the name on a wide one
	Named string   // and below it there: its enterprises
}

// Part is the segment as breakdowns name it.
func (n drawnNode) Part() string { return n.Chain + industry.KeySeparator + n.Code }

// Rule is how segments are judged.
func (p *mapPage) Rule() string { return industry.DiagnosisRule }

// Back returns the address of the map the segment stands on.
func (p *segmentPage) Back() string {
	values := p.View.values()
	values.Del("chain")
	return mapAddress(p.View.Query.Chain, industry.MapChain, values)
}

type drawnPath struct {
	D     string
	Class string
}

// Measures of a chain map in rem: the narrowest and the widest column, what a
// node holds beside its name, how large a character of that is, and what a window
// has across beside the margins: an upright one, and one of 16:9 beside the gaps.
const (
	leastColumn = 13.0
	mostColumn  = 18.0
	besideName  = 4.4
	nameSize    = 1.0625

	uprightWidth = 62.0
	besideWidth  = 80.0
)

// crowd is from how many links on they are drawn faint.
const crowd = 150

// Crowded reports whether the links would hide the map.
func (d *chainDrawing) Crowded() bool { return len(d.Paths) > crowd }

// large is from how many segments on a page lets the map be zoomed, searched and folded.
const large = 60

// Large reports whether the map needs means to find one's way in it.
func (d *chainDrawing) Large() bool { return len(d.Nodes) > large }

// mostGaps is how many gaps stand beside or below the map.
const mostGaps = 24

func drawnChain(v view, m industry.ChainMap) *chainDrawing {
	longest := 0.0
	for _, n := range m.Nodes {
		longest = max(longest, industry.TextWidth(n.Name))
	}
	column := min(max((longest*nameSize+besideName)/industry.MapNodeWidth, leastColumn), mostColumn)
	d := &chainDrawing{ChainMap: m, Beside: column*float64(m.Columns) <= besideWidth}
	d.Least = fmt.Sprintf("%.1f", column*float64(m.Columns))
	for _, s := range m.Stages {
		d.Stages = append(d.Stages, drawnStage{s, area("1 / %d / auto / span %d", s.Column+1, s.Columns)})
	}
	for _, l := range m.Lanes {
		d.Lanes = append(d.Lanes, drawnLane{MapLane: l, Area: area("%d / 1 / span 1 / -1", l.Track+1)})
	}
	names := map[string]string{}
	for _, n := range m.Nodes {
		names[n.ID] = n.Name
	}
	room := max(uprightWidth/float64(m.Columns), column)*industry.MapNodeWidth - 1
	counts := map[industry.Diagnosis]int{}
	for _, n := range m.Nodes {
		drawn := d.node(v, n, room)
		for _, id := range n.Feeds {
			drawn.Next = joined(drawn.Next, names[id])
		}
		for _, name := range n.Outside {
			drawn.Next = joined(drawn.Next, name+"（其他产业链）")
		}
		d.Nodes = append(d.Nodes, drawn)
		for i := range d.Lanes {
			if l := &d.Lanes[i]; l.Track <= n.Track && n.Track < l.Track+l.Tracks {
				l.Nodes = append(l.Nodes, drawn)
			}
		}
		counts[n.State]++
	}
	for _, state := range []industry.Diagnosis{industry.Broken, industry.Short, industry.Weak} {
		for _, n := range d.Nodes {
			if n.State == state {
				d.Gaps = append(d.Gaps, n)
			}
		}
	}
	if d.Weak = len(d.Gaps); d.Weak > mostGaps {
		d.Gaps, d.More = d.Gaps[:mostGaps], d.Weak-mostGaps
	}
	for _, state := range []industry.Diagnosis{industry.Strong, industry.Sound, industry.Short, industry.Weak, industry.Broken} {
		mark, class := badge(state)
		d.States = append(d.States, stateCount{industry.StateCount{State: state, Count: counts[state]}, mark, class})
	}
	for _, e := range m.Edges {
		d.Paths = append(d.Paths, drawnPath{pathOf(e), edgeClass(e)})
	}
	return d
}

func area(format string, numbers ...any) template.CSS {
	return template.CSS(fmt.Sprintf(format, numbers...))
}

func joined(list, item string) string {
	if list == "" {
		return item
	}
	return list + industry.ListSeparator + item
}

func (d *chainDrawing) node(v view, n industry.MapNode, room float64) drawnNode {
	mark, class := badge(n.State)
	values := v.values()
	values.Del("chain")
	line, rest := nodeLines(n, room)
	return drawnNode{
		MapNode: n, Long: industry.TextWidth(n.Name)*nameSize+besideName > mostColumn*industry.MapNodeWidth, Area: area("%d / %d / span 2", n.Track+1, n.Column+1), Mark: mark, Class: class,
		Line: line, Rest: rest, Title: fmt.Sprintf("%s：%s，%s", n.Name, n.State, n.Reason),
		Href: "/chains/" + url.PathEscape(n.Chain) + "/maps/" + industry.MapChain + "/" + url.PathEscape(n.Code) + "?" + values.Encode(),
		List: v.ListOf(n.Chain, "enterprises", "segment", n.Name),
	}
}

// nodeLines are the lines below a node's name: as many enterprises as fit, whole
// names only, by the short form officials use, and how many more there are.
func nodeLines(n industry.MapNode, room float64) (line, rest string) {
	if n.Firms == 0 {
		return "本地空白", n.Remedy
	}
	line, shown := firmsIn(n, room)
	if shown == 0 && len(n.FirmNames) > 0 { // one name is longer than the node: it wraps
		line, shown = shortName(n.FirmNames[0].Name), 1
	}
	return line, others(len(n.FirmNames) - shown)
}

// firmsIn names as many of a node's enterprises, 链主 first, as fit into a line of
// that many characters, and says how many it names.
func firmsIn(n industry.MapNode, room float64) (line string, shown int) {
	for _, f := range n.FirmNames {
		next := strings.TrimSpace(line + " " + shortName(f.Name))
		if industry.TextWidth(next) > room {
			break
		}
		line, shown = next, shown+1
	}
	return line, shown
}

func others(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("另%d户", n)
}

// shortName leaves out the legal form of a company.
func shortName(name string) string {
	for _, form := range []string{"股份有限公司", "有限责任公司", "有限公司"} {
		if short, ok := strings.CutSuffix(name, form); ok && short != "" {
			return short
		}
	}
	return name
}

func edgeClass(e industry.MapEdge) string {
	var classes []string
	if e.Gap {
		classes = append(classes, "gap")
	}
	if e.Back {
		classes = append(classes, "back")
	}
	return strings.Join(classes, " ")
}

// pathOf draws a link: a curve to the next column, level and upright pieces with
// round corners elsewhere.
func pathOf(e industry.MapEdge) string {
	line := e.Line
	first, last := line[0], line[len(line)-1]
	if len(line) == 2 {
		middle := (first.X + last.X) / 2
		return fmt.Sprintf("M%s C%s %s %s", at(first), at(industry.MapPoint{X: middle, Y: first.Y}), at(industry.MapPoint{X: middle, Y: last.Y}), at(last))
	}
	var path strings.Builder
	path.WriteString("M" + at(first))
	for i := 1; i < len(line)-1; i++ {
		before, corner, after := line[i-1], line[i], line[i+1]
		path.WriteString(" L" + at(towards(corner, before)) + " Q" + at(corner) + " " + at(towards(corner, after)))
	}
	path.WriteString(" L" + at(last))
	return path.String()
}

// towards is a little way from a corner to its neighbour.
func towards(corner, other industry.MapPoint) industry.MapPoint {
	const across, down = .02, .2 // of a column, of a track: about the same on the screen
	step := func(a, b, most float64) float64 { return a + min(max((b-a)/2, -most), most) }
	return industry.MapPoint{X: step(corner.X, other.X, across), Y: step(corner.Y, other.Y, down)}
}

func at(p industry.MapPoint) string { return fmt.Sprintf("%.3f %.2f", p.X, p.Y) }

// segmentPage tells of one segment of the chain map.
type segmentPage struct {
	Page
	View  view
	Node  drawnNode
	Firms []industry.MapFirm
	Tasks []industry.TechnologyBar

	Policies []industry.PolicyRef // that name the segment
	gapLinks
	Prospects []industry.GapProspect
	Contacts  []industry.ProspectCount
}

// Reached counts the prospects by how far the contact is: 在谈 1，已联系 2.
func (p *segmentPage) Reached() string {
	var parts []string
	for _, n := range p.Contacts {
		if n.Count > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", n.State, n.Count))
		}
	}
	return strings.Join(parts, "，")
}

// mapSegment answers with a segment of the chain map: a fragment for a popover to
// a script, and a page to anyone else.
func (s *server) mapSegment(c *request) error {
	if c.Param("map") != industry.MapChain {
		return notFound(c)
	}
	v, err := s.view(c)
	if err != nil {
		return err
	}
	if flag(c.Query("wall")) { // what the wall opens says no more than the wall
		v.Open, v.Lists = false, false
	}
	m, _, err := s.office.ChainMap(c.ctx(), v.Query, v.Open)
	if err != nil {
		return err
	}
	id := v.Query.Chain + ":" + c.Param("name")
	d := drawnChain(v, m)
	i := slices.IndexFunc(d.Nodes, func(n drawnNode) bool { return n.ID == id })
	if i < 0 {
		return industry.Errorf(industry.NotFound, "这条产业链没有编码为“%s”的环节", c.Param("name"))
	}
	technologies, _, err := s.office.TechnologyMap(c.ctx(), v.Query)
	if err != nil {
		return err
	}
	p := &segmentPage{Page: Page{Title: d.Nodes[i].Name, Brand: v.Brand()}, View: v, Node: d.Nodes[i], Firms: d.Nodes[i].FirmNames}
	if p.Prospects, p.Contacts, err = s.office.Prospects(c.ctx(), v.Query, id); err != nil {
		return err
	}
	if v.Lists {
		p.gapLinks = c.gapForms(p.Node.Chain, p.Node.Name)
	}
	for _, lane := range technologies.Lanes {
		if lane.Segment == id {
			p.Tasks = lane.Bars
		}
	}
	key := v.Query.Chain + industry.KeySeparator + c.Param("name")
	if p.Policies, err = s.office.SegmentPolicies(c.ctx(), key, v.Query.AsOf); err != nil {
		return err
	}
	if c.scripted() {
		p.unadorned = true
		return c.html(http.StatusOK, "map_segment_fragment", p)
	}
	return c.html(http.StatusOK, "map_segment", p)
}
