package industry

import (
	"cmp"
	"math"
	"slices"
)

// Measures of an application map in parts of its height: the room of a name where
// all have it, and the space between two nodes.
const (
	flowSlot = .031
	flowGap  = .006
)

// place puts the nodes of each column one below the other and the edges side by
// side on them. All edges are to one scale, the largest at which every column
// fits; a node lighter than its name has the name's room.
func (m *ApplicationMap) place() {
	if len(m.Nodes) == 0 {
		return
	}
	at := make(map[string]int, len(m.Nodes))
	for i, n := range m.Nodes {
		at[n.ID] = i
	}
	weight := m.nodeWeights(at)
	var columns [3][]int
	for i, n := range m.Nodes {
		columns[n.Column] = append(columns[n.Column], i)
	}
	scale := math.Inf(1)
	for _, c := range columns {
		scale = min(scale, flowScale(c, weight))
	}
	for k, c := range columns {
		if k > 0 {
			m.byFeeders(c, at)
		}
		m.stackFlow(c, weight, scale)
	}
	m.dock(at, scale)
}

// nodeWeights is what enters or leaves each node, the larger of both.
func (m *ApplicationMap) nodeWeights(at map[string]int) []float64 {
	in, out := make([]float64, len(m.Nodes)), make([]float64, len(m.Nodes))
	for _, e := range m.Edges {
		out[at[e.From]] += e.Weight
		in[at[e.To]] += e.Weight
	}
	for i := range in {
		in[i] = max(in[i], out[i])
	}
	return in
}

// slotOf is how much room a name has in a column of n nodes.
func slotOf(n int) float64 { return min(flowSlot, (1-flowGap*float64(n-1))/float64(n)) }

// flowScale is the largest scale at which a column is no higher than the map.
func flowScale(column []int, weight []float64) float64 {
	if len(column) == 0 {
		return math.Inf(1)
	}
	slot, room := slotOf(len(column)), 1-flowGap*float64(len(column)-1)
	low, high := 0.0, 1.0
	for range 40 {
		scale, taken := (low+high)/2, 0.0
		for _, i := range column {
			taken += max(weight[i]*scale, slot)
		}
		if taken > room {
			high = scale
		} else {
			low = scale
		}
	}
	return low
}

// byFeeders orders a column by the middle of what flows into each node, so that
// edges cross little.
func (m *ApplicationMap) byFeeders(column []int, at map[string]int) {
	sum, weight := make([]float64, len(m.Nodes)), make([]float64, len(m.Nodes))
	for _, e := range m.Edges {
		from, to := m.Nodes[at[e.From]], at[e.To]
		sum[to] += e.Weight * (from.Y + from.Height/2)
		weight[to] += e.Weight
	}
	slices.SortStableFunc(column, func(a, b int) int {
		return cmp.Compare(sum[a]/max(weight[a], 1e-9), sum[b]/max(weight[b], 1e-9))
	})
}

// stackFlow places a column, what is left of the height between its nodes.
func (m *ApplicationMap) stackFlow(column []int, weight []float64, scale float64) {
	slot, taken := slotOf(len(column)), 0.0
	for _, i := range column {
		taken += max(weight[i]*scale, slot)
	}
	space := (1 - taken) / float64(len(column))
	y := space / 2
	for _, i := range column {
		n := &m.Nodes[i]
		n.Height = weight[i] * scale
		room := max(n.Height, slot)
		n.Y, n.Slot = tenthousandths(y+(room-n.Height)/2), tenthousandths(slot)
		n.Height = tenthousandths(n.Height)
		y += room + space
	}
}

// dock lets the edges begin and end side by side, in the order of what they lead to.
func (m *ApplicationMap) dock(at map[string]int, scale float64) {
	order := make([]int, len(m.Edges))
	for i := range order {
		order[i] = i
		m.Edges[i].Height = tenthousandths(m.Edges[i].Weight * scale)
	}
	used := make([]float64, len(m.Nodes))
	y := func(id string) float64 { return m.Nodes[at[id]].Y }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(y(m.Edges[a].To), y(m.Edges[b].To)) })
	for _, i := range order {
		e := &m.Edges[i]
		e.FromY = tenthousandths(y(e.From) + used[at[e.From]])
		used[at[e.From]] += e.Weight * scale
	}
	used = make([]float64, len(m.Nodes))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(y(m.Edges[a].From), y(m.Edges[b].From)) })
	for _, i := range order {
		e := &m.Edges[i]
		e.ToY = tenthousandths(y(e.To) + used[at[e.To]])
		used[at[e.To]] += e.Weight * scale
	}
}

func tenthousandths(x float64) float64 { return math.Round(x*10000) / 10000 }

// Heaviest returns the map of the nodes that have room: the most heaviest of each
// column, and how many nodes that leaves out.
func (m ApplicationMap) Heaviest(most int) (shown ApplicationMap, left int) {
	at := make(map[string]int, len(m.Nodes))
	for i, n := range m.Nodes {
		at[n.ID] = i
	}
	weight := m.nodeWeights(at)
	kept := map[string]bool{}
	for column := range 3 {
		var list []int
		for i, n := range m.Nodes {
			if n.Column == column {
				list = append(list, i)
			}
		}
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
		for _, i := range list[:min(len(list), most)] {
			kept[m.Nodes[i].ID] = true
		}
	}
	shown = ApplicationMap{Rows: m.Rows}
	for _, e := range m.Edges {
		if kept[e.From] && kept[e.To] {
			shown.Edges = append(shown.Edges, e)
		}
	}
	for _, n := range m.Nodes {
		if linked := slices.ContainsFunc(shown.Edges, func(e ApplicationEdge) bool { return e.From == n.ID || e.To == n.ID }); linked {
			shown.Nodes = append(shown.Nodes, n)
		}
	}
	left = len(m.Nodes) - len(shown.Nodes)
	if left > 0 {
		shown.place()
	}
	return shown, left
}
