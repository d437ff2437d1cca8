package industry

import (
	"cmp"
	"slices"
	"strings"
)

// mapGraph is a chain map while it is laid out.
type mapGraph struct {
	nodes   []*mapNode     // in the order of chain, 排序 and code
	at      map[string]int // index by segment key
	edges   []mapLink      // in the order of nodes and their feeds
	stages  []MapStage
	lanes   []MapLane
	columns int
	tracks  int
	tallest int // nodes a lane stacks in a stage before the stage gets another column
}

type mapNode struct {
	verdict   Verdict
	stage     int // index into mapStages, the last for segments without a position
	lane      int
	layer     int // column inside the stage
	free      bool
	column    int
	track     int
	into, out []int // neighbours by index; loops of cycles are left out
}

type mapLink struct {
	from, to int
	back     bool // left out of the layering: it closes a cycle or leads upstream
}

// unplaced is the stage of segments without a position.
const unplaced = "未填位置"

var mapStages = [...]string{"上游", "中游", "下游", unplaced}

// stageOf returns the stage a position stands in.
func stageOf(position string) string {
	if slices.Contains(mapStages[:], position) {
		return position
	}
	return unplaced
}

func newMapGraph(verdicts []Verdict) *mapGraph {
	g := &mapGraph{at: make(map[string]int, len(verdicts))}
	ordered := slices.Clone(verdicts)
	slices.SortStableFunc(ordered, func(a, b Verdict) int {
		return cmp.Or(
			strings.Compare(a.Segment.Chain, b.Segment.Chain),
			cmp.Compare(a.Segment.Order.Parts, b.Segment.Order.Parts),
			strings.Compare(a.Segment.Code, b.Segment.Code),
		)
	})
	for _, v := range ordered {
		stage := slices.Index(mapStages[:], stageOf(v.Segment.Position))
		g.at[v.Segment.Key] = len(g.nodes)
		g.nodes = append(g.nodes, &mapNode{verdict: v, stage: stage})
	}
	for i, n := range g.nodes {
		for _, key := range n.verdict.Segment.Feeds {
			if to, here := g.at[key]; here {
				g.edges = append(g.edges, mapLink{from: i, to: to})
			}
		}
	}
	return g
}

// layer gives every node its column. A stage has as many columns as its longest
// path, and more where a lane would stack too high; feeds go left to right but
// for those that close a cycle or lead upstream.
func (g *mapGraph) layer() {
	g.breakCycles()
	for _, e := range g.edges {
		if !e.back {
			g.nodes[e.from].out = append(g.nodes[e.from].out, e.to)
			g.nodes[e.to].into = append(g.nodes[e.to].into, e.from)
		}
	}
	for _, i := range g.sorted() {
		n := g.nodes[i]
		for _, from := range n.into {
			if g.nodes[from].stage == n.stage {
				n.layer = max(n.layer, g.nodes[from].layer+1)
			}
		}
	}
	g.pullSources()
	g.widen()
}

// breakCycles marks the links that lead upstream, to the same segment, or back
// on the path of a depth-first walk in the order of the nodes.
func (g *mapGraph) breakCycles() {
	out := make([][]int, len(g.nodes)) // indices of links
	for i := range g.edges {
		e := &g.edges[i]
		if e.back = e.from == e.to || g.nodes[e.from].stage > g.nodes[e.to].stage; !e.back {
			out[e.from] = append(out[e.from], i)
		}
	}
	const fresh, open, done = 0, 1, 2
	state := make([]int, len(g.nodes))
	var walk func(int)
	walk = func(i int) {
		state[i] = open
		for _, link := range out[i] {
			switch to := g.edges[link].to; state[to] {
			case fresh:
				walk(to)
			case open:
				g.edges[link].back = true
			}
		}
		state[i] = done
	}
	for i := range g.nodes {
		if state[i] == fresh {
			walk(i)
		}
	}
}

// sorted returns the nodes so that each comes after those that feed it.
func (g *mapGraph) sorted() []int {
	waits := make([]int, len(g.nodes))
	var ready, list []int
	for i, n := range g.nodes {
		if waits[i] = len(n.into); waits[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[0]
		ready, list = ready[1:], append(list, i)
		for _, to := range g.nodes[i].out {
			if waits[to]--; waits[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	return list
}

// pullSources moves a node that nothing feeds next to the first one it feeds in
// its stage: links stay short.
func (g *mapGraph) pullSources() {
	for _, n := range g.nodes {
		next := -1
		linked := false
		for _, to := range n.out {
			if t := g.nodes[to]; t.stage == n.stage {
				linked = true
				if next < 0 || t.layer < next {
					next = t.layer
				}
			}
		}
		fed := slices.ContainsFunc(n.into, func(from int) bool { return g.nodes[from].stage == n.stage })
		if linked && !fed {
			n.layer = next - 1
		}
		n.free = !linked && !fed
	}
}

// tallestStack is how many nodes a lane stacks in a stage before the stage gets
// another column, lowestStack the same of a map that is too tall for a wall,
// mostColumns how many columns a stage gets for that reason. A map of wallTracks
// and wallColumns is readable on a wall without scrolling.
const (
	tallestStack = 5
	lowestStack  = 2
	mostColumns  = 3
	wallTracks   = 44
	wallColumns  = 9
)

// layOut lays the segments out, lower where a wall would not hold them otherwise;
// what fits no wall anyhow stays as it is.
func layOut(verdicts []Verdict, chains []Party) *mapGraph {
	var usual *mapGraph
	for tallest := tallestStack; tallest >= lowestStack; tallest-- {
		g := newMapGraph(verdicts)
		g.tallest = tallest
		g.layer()
		g.place(chains)
		if usual == nil {
			usual = g
		}
		if g.tracks <= wallTracks && g.columns <= wallColumns {
			return g
		}
	}
	return usual
}

// widen decides how many columns each stage has and where they begin.
func (g *mapGraph) widen() {
	type cell struct {
		stage         int
		chain, branch string
	}
	stacked := map[cell]int{}
	for stage, name := range mapStages {
		s := MapStage{Name: name, Column: g.columns}
		for _, n := range g.nodes {
			if n.stage != stage {
				continue
			}
			s.Segments++
			s.Columns = max(s.Columns, n.layer+1)
			at := cell{stage, n.verdict.Segment.Chain, n.verdict.Segment.Branch}
			stacked[at]++
			s.Columns = max(s.Columns, min(mostColumns, (stacked[at]+g.tallest-1)/g.tallest))
		}
		if name == unplaced && s.Segments == 0 {
			continue
		}
		s.Columns = max(s.Columns, 1)
		g.stages = append(g.stages, s)
		g.columns += s.Columns
	}
}
