package industry

import (
	"cmp"
	"slices"
)

// mapColumn is the stack of one column in one lane, by index of node.
type mapColumn []int

// place puts the nodes into lanes and tracks: one node above the other in every
// column of a lane, so that none overlap.
func (g *mapGraph) place(chains []Party) {
	g.findLanes(chains)
	track := 0
	for i := range g.lanes {
		lane := &g.lanes[i]
		lane.Track = track
		columns := g.stack(i)
		g.untangle(columns)
		tall := 1
		for _, c := range columns {
			tall = max(tall, len(c))
		}
		for _, c := range columns {
			first := track + 1 + (tall-len(c))/2*2
			for k, n := range c {
				g.nodes[n].track = first + 2*k
			}
		}
		lane.Tracks = 1 + 2*tall
		track += lane.Tracks
	}
	g.tracks = track
}

// noBranch is the lane of segments without a 细分链.
const noBranch = "未分细分链"

// findLanes makes a lane of each branch of each chain, in the order of the nodes.
func (g *mapGraph) findLanes(chains []Party) {
	type branch struct{ chain, name string }
	at := map[branch]int{}
	several := slices.ContainsFunc(g.nodes, func(n *mapNode) bool { return n.verdict.Segment.Chain != g.nodes[0].verdict.Segment.Chain })
	for _, n := range g.nodes {
		s := n.verdict.Segment
		b := branch{s.Chain, s.Branch}
		i, known := at[b]
		if !known {
			i = len(g.lanes)
			at[b] = i
			name := orElse(s.Branch, noBranch)
			if several {
				name = chainName(chains, s.Chain) + " " + name
			}
			g.lanes = append(g.lanes, MapLane{Chain: s.Chain, Name: name, Branch: s.Branch})
		}
		n.lane = i
		g.lanes[i].Segments++
	}
}

func chainName(chains []Party, code string) string {
	for _, c := range chains {
		if c.ID == code {
			return c.Name
		}
	}
	return code
}

// stack fills the columns of a lane: bound nodes by their layer, then free ones
// where their stage is lowest.
func (g *mapGraph) stack(lane int) []mapColumn {
	columns := make([]mapColumn, g.columns)
	for i, n := range g.nodes {
		if n.lane == lane && !n.free {
			n.column = g.stages[n.stage].Column + n.layer
			columns[n.column] = append(columns[n.column], i)
		}
	}
	for i, n := range g.nodes {
		if n.lane != lane || !n.free {
			continue
		}
		s := g.stages[n.stage]
		n.column = s.Column
		for c := s.Column; c < s.Column+s.Columns; c++ {
			if len(columns[c]) < len(columns[n.column]) {
				n.column = c
			}
		}
		columns[n.column] = append(columns[n.column], i)
	}
	return columns
}

// untangle orders each column of a lane by the middle of its neighbours, left to
// right by what feeds a node, then right to left by what it feeds.
func (g *mapGraph) untangle(columns []mapColumn) {
	level := make(map[int]float64, len(g.nodes)) // place in its column, 0 to 1
	settle := func(c mapColumn) {
		for k, n := range c {
			level[n] = (float64(k) + .5) / float64(len(c))
		}
	}
	sortBy := func(c mapColumn, neighbours func(*mapNode) []int) {
		weight := make(map[int]float64, len(c))
		for _, n := range c {
			sum, count := 0.0, 0
			for _, other := range neighbours(g.nodes[n]) {
				if at, here := level[other]; here {
					sum, count = sum+at, count+1
				}
			}
			if weight[n] = level[n]; count > 0 {
				weight[n] = sum / float64(count)
			}
		}
		slices.SortStableFunc(c, func(a, b int) int { return cmp.Compare(weight[a], weight[b]) })
		settle(c)
	}
	for _, c := range columns {
		settle(c)
	}
	for range 2 {
		for _, c := range columns {
			sortBy(c, func(n *mapNode) []int { return n.into })
		}
		for i := len(columns) - 1; i >= 0; i-- {
			sortBy(columns[i], func(n *mapNode) []int { return n.out })
		}
	}
}

// order returns the nodes as a reader goes through them: lane, column, track.
func (g *mapGraph) order() []*mapNode {
	list := slices.Clone(g.nodes)
	slices.SortStableFunc(list, func(a, b *mapNode) int {
		return cmp.Or(cmp.Compare(a.lane, b.lane), cmp.Compare(a.column, b.column), cmp.Compare(a.track, b.track))
	})
	return list
}
