package charts

import (
	"cmp"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// ApplicationMap draws segment → field → scenario as a sankey diagram. An edge
// is as thick as the share of its segment that goes there; parts of different
// segments have different wholes, so nodes carry names and no sums.
func ApplicationMap(m industry.ApplicationMap) (Option, error) {
	labels := uniqueNames(m.Nodes)
	ordered := slices.Clone(m.Nodes) // from the top of each column down, as they are laid out
	slices.SortStableFunc(ordered, func(a, b industry.ApplicationNode) int {
		return cmp.Or(cmp.Compare(a.Column, b.Column), cmp.Compare(a.Y+a.Height/2, b.Y+b.Height/2))
	})
	nodes := make([]opts.SankeyNode, len(m.Nodes))
	for i, n := range ordered {
		depth := n.Column
		color := "@color:text-3"
		if n.Column == 0 {
			color = branchColors[n.Turn%len(branchColors)]
		}
		nodes[i] = opts.SankeyNode{Name: labels[n.ID], Depth: &depth, ItemStyle: &opts.ItemStyle{Color: color}}
	}
	links := make([]opts.SankeyLink, len(m.Edges))
	for i, e := range m.Edges {
		links[i] = opts.SankeyLink{Source: labels[e.From], Target: labels[e.To]}
	}
	sankey := charts.NewSankey()
	sankey.SetGlobalOptions(itemTip())
	sankey.AddSeries("应用领域", nodes, links, series(func(s *charts.SingleSeries) {
		s.Left, s.Right, s.Top, s.Bottom = "@px:8", "@px:200", "@px:8", "@px:8"
		s.Draggable = opts.Bool(false)
		s.Label = figureLabel(true, "right", "@plainName")
		s.LineStyle = &opts.LineStyle{Color: "source", Opacity: opts.Float(.26), Curveness: .5}
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@none"}
	}))
	o, err := option(sankey)
	if err != nil || len(m.Nodes) == 0 {
		return o, err
	}
	one := o["series"].([]any)[0].(map[string]any)
	one["nodeWidth"], one["nodeGap"] = 14, 20 // names stand on their nodes: never closer than a line
	one["layoutIterations"] = 0               // in the order they come in
	for i, link := range one["links"].([]any) {
		text := "占比未填"
		if m.Edges[i].Share.Known {
			text = industry.PercentText(m.Edges[i].Share)
		} else if strings.HasPrefix(m.Edges[i].From, "f:") {
			text = ""
		}
		drawn := link.(map[string]any)
		drawn["text"], drawn["value"] = text, m.Edges[i].Weight
	}
	return o, nil
}

// branchColors are the colours of 细分链 in their fixed order; the grey one, which is
// near to that of what belongs to no 细分链, is the last.
var branchColors = [...]string{"@color:c1", "@color:c2", "@color:c3", "@color:c5", "@color:c4"}

// uniqueNames gives every node a name of its own by its id: a sankey knows nodes
// by name, but a segment and a field may share one. What is added has no width.
func uniqueNames(nodes []industry.ApplicationNode) map[string]string {
	const mark = "\u200b"
	times, labels := map[string]int{}, make(map[string]string, len(nodes))
	for _, n := range nodes {
		label := name(n.Name)
		labels[n.ID] = label + strings.Repeat(mark, times[label])
		times[label]++
	}
	return labels
}
