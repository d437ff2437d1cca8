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
// growth of the whole, one below the other, because names are long. A bar lies
// between two figures, which ECharts draws as a bar after an invisible one; where
// it crosses zero it is two.
func Waterfall(b industry.Breakdown) (Option, error) {
	steps := b.Waterfall(waterfallSteps)
	names := make([]string, len(steps))
	hidden, above, below := make([]opts.BarData, len(steps)), make([]opts.BarData, len(steps)), make([]opts.BarData, len(steps))
	label := make([]opts.ScatterData, len(steps))
	least, most := 0.0, 0.0
	for i, s := range steps {
		names[i] = name(s.Name)
		low, high := math.Min(s.From.Percent, s.To.Percent), math.Max(s.From.Percent, s.To.Percent)
		least, most = math.Min(least, low), math.Max(most, high)
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
		label[i] = opts.ScatterData{Name: names[i], Value: []any{high, i}}
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
	// The bars take all the width there is.
	o["xAxis"].([]any)[0].(map[string]any)["min"], o["xAxis"].([]any)[0].(map[string]any)["max"] = least, most
	o["yAxis"].([]any)[0].(map[string]any)["axisLabel"].(map[string]any)["lineHeight"] = 18
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
	bar := ranked("@px:150", "@px:64", names)
	bar.SetGlobalOptions(charts.WithYAxisOpts(opts.YAxis{
		Type: "category", Inverse: opts.Bool(true), Data: names,
		AxisLabel: &opts.AxisLabel{Color: "@color:text", Width: 136, Overflow: "break"},
	}))
	for i, title := range []string{"起点", "拉动", "拉动"} {
		bar.AddSeries(title, bars[i], series(func(s *charts.SingleSeries) {
			s.Stack, s.BarWidth, s.BarMaxWidth = "steps", "56%", thickest
			if i == 0 {
				s.ItemStyle = &opts.ItemStyle{Color: "transparent"}
			}
			s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@ppUnit"}
		}))
	}
	figures := charts.NewScatter()
	figures.AddSeries("拉动", label, series(func(s *charts.SingleSeries) {
		s.Symbol, s.SymbolSize = "circle", 0
		s.Label = figureLabel(true, "right", "")
	}))
	bar.Overlap(figures)
	return bar
}
