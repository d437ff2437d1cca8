package server

import (
	"cmp"
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"chainboard/industry"
)

// chainScene is 产业链图 on a wall: all of it where it fits, else lanes by stages
// with what is missing or weak by name.
type chainScene struct {
	mapStage
	Map      *wallChain
	Matrix   *chainMatrix
	Gaps     []drawnNode // 断链, 短链, 弱链, worst first
	Weak     int
	States   []stateCount
	Segments int
	Linked   []linkedProject // projects under way, by segment
	Projects int
	Leading  []drawnNode // segments by share of the revenue, for the widest walls
}

// wallChain is the map laid out to the height of a wall.
type wallChain struct {
	*chainDrawing
	Rows  template.CSS // of the grid
	Box   string       // of the links
	Bare  bool         // at 16:9 there is no room beside it
	Room  int          // lines below a node's name
	Lanes []drawnLane
}

// linkedProject is a project with the segment it strengthens.
type linkedProject struct {
	industry.MapProject
	Segment string
	Mark    string
	Class   string
}

// What fits at 16:9: columns beside the gaps and alone, heights of a lane's
// heading and of the lowest track of a node in rem, rows of projects that are sent.
const (
	columnsBeside = 9
	columnsAlone  = 12
	laneHeading   = 1.625
	leastTrack    = 1.05
	wallProjects  = 60
	wallGaps      = 60
	snugName      = 6.2 // characters
)

func (s *server) chainScene(c *request, v view) (stage, error) {
	common, err := s.mapStageOf(c, v)
	if err != nil {
		return nil, err
	}
	p := &chainScene{mapStage: common}
	m, head, err := s.office.ChainMap(c.ctx(), v.Query, v.Open)
	if err != nil {
		return nil, err
	}
	p.Head, p.Segments = head, len(m.Nodes)
	if len(m.Nodes) == 0 {
		return p, nil
	}
	d := drawnChain(v, m)
	p.gather(d)
	if p.Map = wallChainOf(v, d); p.Map == nil {
		p.Matrix = matrixOf(d)
	}
	return p, nil
}

// Few reports whether the gaps leave room below them.
func (p *chainScene) Few() bool { return len(p.Gaps) <= fewRows-1 && p.Map != nil && !p.Map.Bare }

// Snug reports whether the name is set a little smaller to stay on one line.
func (n drawnNode) Snug() bool { return industry.TextWidth(n.Name) > snugName }

// gather lists the gaps and the projects under way.
func (p *chainScene) gather(d *chainDrawing) {
	p.States, p.Weak = d.States, d.Weak
	for _, state := range []industry.Diagnosis{industry.Broken, industry.Short, industry.Weak, industry.Sound, industry.Strong} {
		for _, n := range d.Nodes {
			if n.State != state {
				continue
			}
			if n.Gap {
				p.Gaps = append(p.Gaps, n)
			}
			for _, project := range n.Projects {
				p.Linked = append(p.Linked, linkedProject{project, n.Name, n.Mark, n.Class})
			}
		}
	}
	p.Leading = slices.Clone(d.Nodes)
	slices.SortStableFunc(p.Leading, func(a, b drawnNode) int {
		return cmp.Or(cmp.Compare(b.Share.Percent, a.Share.Percent), b.Firms-a.Firms)
	})
	p.Leading = p.Leading[:min(len(p.Leading), wallProjects)]
	p.Projects = len(p.Linked)
	p.Linked = p.Linked[:min(len(p.Linked), wallProjects)]
	p.Gaps = p.Gaps[:min(len(p.Gaps), wallGaps)]
}

// wallChainOf lays the map out, nil where its names would not be readable.
func wallChainOf(v view, d *chainDrawing) *wallChain {
	track := (mapHigh - laneHeading*float64(len(d.Lanes))) / float64(max(d.Tracks-len(d.Lanes), 1))
	if track < leastTrack || d.Columns > columnsAlone {
		return nil
	}
	heights := make([]float64, d.Tracks)
	for i := range heights {
		heights[i] = track
	}
	for _, l := range d.Lanes {
		heights[l.Track] = min(laneHeading, 1.5*track)
	}
	sc := scaleOf(heights)
	w := &wallChain{
		chainDrawing: d, Rows: sc.rows(), Box: fmt.Sprintf("0 0 %d %.3f", d.Columns, sc.whole()),
		Bare: d.Columns > columnsBeside, Lanes: slices.Clone(d.Lanes),
		Room: min(max(int((2*track-1.75)/1.3125), 0), 4),
	}
	d.Paths = nil
	for _, e := range d.Edges {
		line := make([]industry.MapPoint, len(e.Line))
		for i, p := range e.Line {
			line[i] = industry.MapPoint{X: p.X, Y: sc.at(p.Y)}
		}
		e.Line = line
		d.Paths = append(d.Paths, drawnPath{pathOf(e), edgeClass(e)})
	}
	for i := range w.Lanes {
		w.Lanes[i].Nodes = slices.Clone(w.Lanes[i].Nodes)
		for k := range w.Lanes[i].Nodes {
			n := &w.Lanes[i].Nodes[k]
			n.Lines, n.Count, n.Named = w.lines(n.MapNode)
		}
	}
	return w
}

// How many characters stand in a line of all columns of a map together: beside
// the gaps at 16:9, and on the least of the wide walls.
const (
	charactersBeside = 75.0
	charactersWide   = 128.0
)

// lines tell of a segment: what stands below its name at 16:9, the weightiest
// first, and on a wide wall its counts beside the name and its enterprises below.
func (w *wallChain) lines(n industry.MapNode) (lines []string, count, named string) {
	count = segmentCount(n)
	lines = []string{count}
	if n.Anchors > 0 {
		lines[0] += fmt.Sprintf(" 链主%d", n.Anchors)
	}
	if w.Room > 1 {
		if names := namesIn(n, charactersBeside/float64(w.Columns)); names != "" {
			lines = append(lines, names)
		}
	}
	if work := segmentWork(n); work != "" {
		lines = append(lines, work)
	}
	if n.Techs > 0 {
		lines = append(lines, fmt.Sprintf("攻关技术%d项", n.Techs))
	}
	named = namesIn(n, charactersWide/float64(w.Columns))
	switch {
	case w.Room == 0 && n.Firms == 0:
		count, named = "", ""
	case w.Room == 0:
		named = ""
	case named == "":
		count, named = "", strings.TrimSpace(count+" "+segmentWork(n))
	}
	return lines[:min(w.Room, len(lines))], count, named
}

func segmentCount(n industry.MapNode) string {
	if n.Firms == 0 {
		return "本地空白"
	}
	return fmt.Sprintf("%d户 规上%d", n.Firms, n.Above)
}

// segmentWork tells what is done about a segment.
func segmentWork(n industry.MapNode) string {
	switch {
	case len(n.Projects) > 0:
		return strings.TrimSpace(n.Remedy + fmt.Sprintf(" 在推项目%d个", len(n.Projects)))
	case n.Gap:
		return strings.TrimSpace(n.Remedy + " 没有在推项目")
	}
	return n.Remedy
}

// namesIn names enterprises of a segment in a line of that many characters, with
// how many others there are where that fits too, "" where not even one does.
func namesIn(n industry.MapNode, room float64) string {
	line, shown := firmsIn(n, room)
	if rest := others(len(n.FirmNames) - shown); rest != "" {
		if fewer, left := firmsIn(n, room-industry.TextWidth(" "+rest)); left > 0 {
			return fewer + " " + others(len(n.FirmNames)-left)
		}
	}
	return line
}

// chainMatrix is a map of more segments than a wall can name: lanes by stages.
type chainMatrix struct {
	Stages []drawnStage
	Rows   []matrixRow
	Others int // lanes without a row
}

type matrixRow struct {
	drawnLane
	Cells []matrixCell
}

// matrixCell is what a lane holds of one stage: counts by state and the gaps.
type matrixCell struct {
	Segments int
	States   []stateCount
	Gaps     []drawnNode
}

// matrixLanes is how many lanes have room.
const matrixLanes = 10

func matrixOf(d *chainDrawing) *chainMatrix {
	m := &chainMatrix{Stages: d.Stages, Others: max(len(d.Lanes)-matrixLanes, 0)}
	for _, lane := range d.Lanes[:len(d.Lanes)-m.Others] {
		row := matrixRow{drawnLane: lane}
		for _, st := range d.Stages {
			cell := matrixCell{}
			counts := map[industry.Diagnosis]int{}
			for _, n := range lane.Nodes {
				if n.Column < st.Column || n.Column >= st.Column+st.Columns {
					continue
				}
				cell.Segments++
				counts[n.State]++
				if n.Gap {
					cell.Gaps = append(cell.Gaps, n)
				}
			}
			for _, state := range diagnoses {
				if counts[state] > 0 {
					mark, class := badge(state)
					cell.States = append(cell.States, stateCount{industry.StateCount{State: state, Count: counts[state]}, mark, class})
				}
			}
			slices.SortStableFunc(cell.Gaps, func(a, b drawnNode) int { return gapRank(a.State) - gapRank(b.State) })
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

func gapRank(d industry.Diagnosis) int {
	return slices.Index([]industry.Diagnosis{industry.Broken, industry.Short, industry.Weak}, d)
}

// segmentNote returns where a segment named by a map is told of on a wall.
func (v view) segmentNote(id string) string {
	chain, code, _ := strings.Cut(id, ":")
	values := v.values()
	values.Del("chain")
	return "/chains/" + url.PathEscape(chain) + "/maps/" + industry.MapChain + "/" + url.PathEscape(code) + "?" + values.Encode()
}
