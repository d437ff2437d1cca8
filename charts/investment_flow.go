package charts

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// InvestmentFlow draws source → 细分链 → standing of the signed projects as a
// sankey diagram; a line is as thick as its projects.
func InvestmentFlow(f industry.Flow) (Option, error) {
	places := make([]industry.ApplicationNode, len(f.Nodes))
	for i, n := range f.Nodes {
		places[i] = industry.ApplicationNode{ID: n.ID, Name: n.Name + " " + strconv.Itoa(n.Count)}
	}
	labels := uniqueNames(places)
	nodes := make([]opts.SankeyNode, len(f.Nodes))
	for i, n := range f.Nodes {
		depth, color := n.Column, "@color:text-3"
		if n.Column == 1 {
			color = branchColors[n.Turn%len(branchColors)]
		}
		nodes[i] = opts.SankeyNode{Name: labels[n.ID], Depth: &depth, ItemStyle: &opts.ItemStyle{Color: color}}
	}
	links := make([]opts.SankeyLink, len(f.Links))
	for i, l := range f.Links {
		links[i] = opts.SankeyLink{Source: labels[l.From], Target: labels[l.To], Value: float32(l.Count)}
	}
	sankey := charts.NewSankey()
	sankey.SetGlobalOptions(itemTip())
	sankey.AddSeries("签约项目", nodes, links, series(func(s *charts.SingleSeries) {
		s.Left, s.Right, s.Top, s.Bottom = "@px:8", "@px:110", "@px:8", "@px:8"
		s.Draggable = opts.Bool(false)
		s.Label = figureLabel(true, "right", "@plainName")
		s.LineStyle = &opts.LineStyle{Color: "source", Opacity: opts.Float(.26), Curveness: .5}
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@count"}
	}))
	o, err := option(sankey)
	if err != nil || len(f.Nodes) == 0 {
		return o, err
	}
	one := o["series"].([]any)[0].(map[string]any)
	one["nodeWidth"], one["nodeGap"] = 14, 20 // names stand on their nodes: never closer than a line
	one["layoutIterations"] = 0               // in the order they come in
	for i, link := range one["links"].([]any) {
		link.(map[string]any)["text"] = strconv.Itoa(f.Links[i].Count) + " 个"
	}
	return o, nil
}

// SignedMonths draws how many projects were signed month by month beside the
// year before.
func SignedMonths(y industry.SignedYear) (Option, error) {
	var names []string
	now, before := []opts.BarData{}, []opts.BarData{}
	for _, m := range y.Months {
		names = append(names, strconv.Itoa(m.Month.Number())+"月")
		now, before = append(now, opts.BarData{Value: m.Now.Count}), append(before, opts.BarData{Value: m.Before.Count})
	}
	bar := charts.NewBar()
	bar.SetXAxis(names)
	bar.SetGlobalOptions(axisTip(),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(true), Right: "0", Top: "0"}),
		charts.WithGridOpts(opts.Grid{Left: "@px:4", Right: "@px:4", Top: "@px:60", Bottom: "@px:28"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category"}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false)}),
	)
	for _, one := range []struct {
		name, color string
		data        []opts.BarData
	}{{"上年", "@color:text-3", before}, {"本年", "@color:ac-600", now}} {
		bar.AddSeries(one.name, one.data, series(func(s *charts.SingleSeries) {
			s.BarMaxWidth = thickest
			s.ItemStyle = &opts.ItemStyle{Color: one.color}
			if one.name == "上年" { // hollow: the two colours are near for eyes without red or green
				s.ItemStyle = &opts.ItemStyle{Color: "transparent", BorderColor: one.color, BorderWidth: 2}
			}
			s.Label = figureLabel(true, "top", "@count")
			s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@count"}
		}))
	}
	return option(bar)
}
