package charts

import (
	"fmt"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// funnelStages are the steps that are drawn, 签约 first.
var funnelStages = [...]industry.Stage{
	industry.Signed, industry.Enrolled, industry.Started, industry.Completed, industry.Operating, industry.Enlisted,
}

// Funnel draws how many of the signed projects reached at least each step.
func Funnel(inv industry.Investment) (Option, error) {
	var names []string
	var data []opts.BarData
	for _, c := range inv.Stages {
		if slices.Contains(funnelStages[:], c.Stage) {
			names = append(names, c.Label)
			data = append(data, opts.BarData{Name: c.Label, Value: c.Reached})
		}
	}
	bar := charts.NewBar()
	bar.SetXAxis(names)
	bar.SetGlobalOptions(itemTip(),
		charts.WithGridOpts(opts.Grid{Left: "@px:4", Right: "@px:4", Top: "@px:28", Bottom: "@px:28"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category"}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false)}),
	)
	bar.AddSeries("达到该阶段", data, series(func(s *charts.SingleSeries) {
		s.BarWidth = "88%"
		s.ItemStyle = &opts.ItemStyle{Color: "@color:ac-600"}
		s.Label = figureLabel(true, "top", "@count")
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@count"}
	}))
	return option(bar)
}

// sourceRows is how many sources are drawn; the rest stay in the list.
const sourceRows = 8

// Sources draws where signed projects came from, most first, each bar with its
// count and contracts in 亿元.
func Sources(inv industry.Investment) (Option, error) {
	var names []string
	var data []opts.BarData
	for _, s := range inv.Sources[:min(sourceRows, len(inv.Sources))] {
		place := name(s.Place())
		names = append(names, place)
		data = append(data, opts.BarData{
			Name: place, Value: s.Count,
			Label: &opts.Label{Formatter: fmt.Sprintf("%d / %s", s.Count, industry.YiText(s.Contract))},
		})
	}
	bar := ranked("@px:130", "@px:110", names)
	bar.AddSeries("签约项目", data, series(func(s *charts.SingleSeries) {
		s.BarWidth, s.BarMaxWidth = "46%", thickest
		s.ItemStyle = &opts.ItemStyle{Color: "@color:ac-600"}
		s.Label = figureLabel(true, "right", "")
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@count"}
	}))
	return option(bar)
}
