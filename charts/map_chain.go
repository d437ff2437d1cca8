package charts

import (
	"math"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// How the places of a chain map become an option's, and the smallest canvas for
// which its nodes are sized, in design pixels: places follow the canvas, nodes
// do not.
const (
	mapColumn   = 260.0
	mapTrack    = 32.0
	mapWide     = 1100.0
	usualCanvas = 1200
	mapHigh     = 560.0
)

// ChainMap draws the segments where industry has laid them out, as a graph
// without a layout of its own: the picture for documents and programs of what
// the page shows. canvas is its width in design pixels, 0 the usual.
func ChainMap(m industry.ChainMap, canvas int) (Option, error) {
	if canvas == 0 {
		canvas = usualCanvas
	}
	wide := mapWide * float64(canvas) / usualCanvas / float64(max(m.Columns, 1)) * industry.MapNodeWidth
	high := mapHigh / float64(max(m.Tracks, 1)) * (2 - 2*industry.MapNodeInset)
	size := []float64{math.Round(min(wide, mapColumn)), math.Round(min(high, 2*mapTrack))}
	nodes := make([]opts.GraphNode, len(m.Nodes))
	for i, n := range m.Nodes {
		nodes[i] = opts.GraphNode{
			Name: name(n.Name), Symbol: "roundRect", Value: float32(n.Firms),
			SymbolSize: size,
			ItemStyle:  stateStyle(n.State),
		}
	}
	links := make([]opts.GraphLink, len(m.Edges))
	for i, e := range m.Edges {
		style := &opts.LineStyle{Color: "@color:line-2", Width: 1.5, Curveness: .1}
		if e.Gap {
			style.Color, style.Type = "@color:bad", "dashed"
		}
		if e.Back {
			style.Curveness = .4
		}
		links[i] = opts.GraphLink{Source: e.From, Target: e.To, LineStyle: style}
	}
	graph := charts.NewGraph()
	graph.SetGlobalOptions(itemTip())
	graph.AddSeries("企业", nodes, links, series(func(s *charts.SingleSeries) {
		s.Layout, s.Roam = "none", opts.Bool(false)
		s.Left, s.Right, s.Top, s.Bottom = "7%", "7%", "5%", "5%"
		s.EdgeSymbol = []string{"none", "arrow"}
		s.EdgeSymbolSize = 6
		s.Label = figureLabel(true, "inside", "@nameText")
		s.Label.FontSize = float32(min(max(size[1]/3, 9), 14)) // two lines
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@count"}
	}))
	o, err := option(graph)
	if err != nil || len(m.Nodes) == 0 {
		return o, err
	}
	// Names may stand twice on a map: the ids tell them apart, which go-echarts
	// cannot say; nor can it say places in full.
	drawn := o["series"].([]any)[0].(map[string]any)
	label := drawn["label"].(map[string]any)
	label["width"], label["overflow"] = max(size[0]-4, 1), "break" // long names on lines of their own
	label["lineHeight"] = math.Round(label["fontSize"].(float64) * 1.25)
	for i, data := range drawn["data"].([]any) {
		node, n := data.(map[string]any), m.Nodes[i]
		node["id"], node["text"] = n.ID, stateText(n)
		node["x"] = (float64(n.Column) + industry.MapNodeWidth/2) * mapColumn
		node["y"] = float64(n.Track+1) * mapTrack
	}
	return o, nil
}

// stateText says what the colour of a node means, and how many enterprises it has.
func stateText(n industry.MapNode) string {
	var words []string
	if n.State != industry.Sound {
		words = append(words, string(n.State))
	}
	if n.Firms > 0 {
		words = append(words, strconv.Itoa(n.Firms)+"户")
	}
	return strings.Join(words, " ")
}

// stateStyle draws a diagnosis as the design guide does.
func stateStyle(d industry.Diagnosis) *opts.ItemStyle {
	switch d {
	case industry.Strong:
		return &opts.ItemStyle{Color: "@color:ac-800", BorderColor: "@color:ac-600", BorderWidth: 1}
	case industry.Short:
		return &opts.ItemStyle{Color: "@color:raised", BorderColor: "@color:c2", BorderWidth: 1}
	case industry.Weak:
		return &opts.ItemStyle{Color: "@color:warn-bg", BorderColor: "@color:warn", BorderWidth: 1}
	case industry.Broken:
		return &opts.ItemStyle{Color: "@color:surface", BorderColor: "@color:bad", BorderWidth: 1}
	}
	return &opts.ItemStyle{Color: "@color:raised", BorderColor: "@color:line-2", BorderWidth: 1}
}
