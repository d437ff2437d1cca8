package industry

// MapNodeWidth is the part of its column that a node takes; the rest is the
// gutter in which lines turn.
const MapNodeWidth = .87

// MapNodeInset is the free space above and below a node, in tracks.
const MapNodeInset = .16

// route draws the links. A link to the next column runs straight to it; a longer
// one runs in the free space between two tracks, so that no node covers it; one
// that goes back does the same the other way round.
func (g *mapGraph) route() []MapEdge {
	edges := make([]MapEdge, len(g.edges))
	for i, e := range g.edges {
		from, to := g.nodes[e.from], g.nodes[e.to]
		edges[i] = MapEdge{
			From: MapKey(from.verdict.Segment.Key), To: MapKey(to.verdict.Segment.Key),
			Back: to.column <= from.column,
			Gap:  from.verdict.State == Broken || to.verdict.State == Broken,
			Line: line(from, to),
		}
	}
	return edges
}

// line returns the corners from the right side of one node to the left side of
// another.
func line(from, to *mapNode) []MapPoint {
	start := MapPoint{float64(from.column) + MapNodeWidth, float64(from.track) + 1}
	end := MapPoint{float64(to.column), float64(to.track) + 1}
	if to.column == from.column+1 {
		return []MapPoint{start, end}
	}
	// Lines of different nodes turn at different places in the gutter and run at
	// different heights in the free space.
	spread := float64(from.track/2%5) / 4 // 0 to 1
	leave := start.X + (1-MapNodeWidth)*(.2+.5*spread)
	enter := end.X - (1-MapNodeWidth)*(.2+.4*spread)
	free := start.Y - 1 + (spread-.5)*MapNodeInset
	if end.Y >= start.Y {
		free += 2
	}
	return []MapPoint{start, {leave, start.Y}, {leave, free}, {enter, free}, {enter, end.Y}, end}
}
