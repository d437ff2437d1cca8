package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// waterfallSteps is how many groups have a bar of their own.
const waterfallSteps = 8

// Waterfall draws how the pulls of a breakdown's groups lead from nothing to the
// growth of the whole. A bar hangs between two figures, which ECharts draws as a
// bar on an invisible one; where it crosses zero it is two.
func Waterfall(b industry.Breakdown) (Option, error) {
	steps := b.Waterfall(waterfallSteps)
	names := make([]string, len(steps))
	hidden, above, below := make([]opts.BarData, len(steps)), make([]opts.BarData, len(steps)), make([]opts.BarData, len(steps))
	label := make([]opts.ScatterData, len(steps))
	for i, s := range steps {
		names[i] = name(s.Name)
		low, high := math.Min(s.From.Percent, s.To.Percent), math.Max(s.From.Percent, s.To.Percent)
		style := &opts.ItemStyle{Color: stepColor(s)}
		hidden[i].Value, above[i].Value, below[i].Value = undefined, undefined, undefined
		switch {
		case low >= 0:
			hidden[i].Value, above[i].Value = low, high-low
		case high <= 0:
			hidden[i].Value, below[i].Value = high, low-high
		default:
			above[i].Value, below[i].Value = high, low
		}
		above[i].Name, above[i].ItemStyle = names[i], style
		below[i].Name, below[i].ItemStyle = names[i], style
		label[i] = opts.ScatterData{Name: names[i], Value: high}
	}
	o, err := option(waterfallBars(names, [3][]opts.BarData{hidden, above, below}, label))
	if err != nil || len(steps) == 0 {
		return o, err
	}
	// A tip tells the pull, not the lengths that bars are pieced together of.
	for _, drawn := range o["series"].([]any) {
		for i, point := range drawn.(map[string]any)["data"].([]any) {
			point.(map[string]any)["text"] = industry.PullText(steps[i].Pull) + " 个百分点"
		}
	}
	for _, n := range []int{0, 3} { // what is not seen is not touched either
		o["series"].([]any)[n].(map[string]any)["silent"] = true
	}
	for i, point := range o["series"].([]any)[3].(map[string]any)["data"].([]any) {
		point.(map[string]any)["label"] = map[string]any{"formatter": industry.PullText(steps[i].Pull)}
	}
	return o, nil
}

// stepColor tells up from down beside the sign at the bar; no light's colour.
func stepColor(s industry.Step) string {
	switch {
	case s.Total:
		return "@color:ac"
	case s.Pull.Percent < 0:
		return "@color:c3"
	}
	return "@color:ac-600"
}

func waterfallBars(names []string, bars [3][]opts.BarData, label []opts.ScatterData) *charts.Bar {
	bar := charts.NewBar()
	bar.SetXAxis(names)
	bar.SetGlobalOptions(itemTip(),
		charts.WithGridOpts(opts.Grid{Left: "@px:44", Right: "@px:8", Top: "@px:32", Bottom: "@px:36"}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "category", AxisLabel: &opts.AxisLabel{Interval: "0", Color: "@color:text", Width: 84, Overflow: "break"},
		}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", SplitNumber: 4, AxisLabel: &opts.AxisLabel{Formatter: "@fixed1"}}),
	)
	for i, title := range []string{"起点", "拉动", "拉动"} {
		bar.AddSeries(title, bars[i], series(func(s *charts.SingleSeries) {
			s.Stack, s.BarWidth, s.BarMaxWidth = "steps", "56%", "@px:64"
			if i == 0 {
				s.ItemStyle = &opts.ItemStyle{Color: "transparent"}
			}
			s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@ppUnit"}
		}))
	}
	figures := charts.NewScatter()
	figures.AddSeries("拉动", label, series(func(s *charts.SingleSeries) {
		s.Symbol, s.SymbolSize = "circle", 0
		s.Label = figureLabel(true, "top", "")
	}))
	bar.Overlap(figures)
	return bar
}
