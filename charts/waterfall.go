package charts

import (
	"math"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// waterfallSteps is how many groups have a bar of their own.
const waterfallSteps = 8

// Waterfall draws how the pulls of a breakdown's groups lead from nothing to the
// growth of the whole, one below the other, each name above its bar, because names
// are long: beside the bars they broke wherever they ran out of room. A bar lies
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
	nameAbove(o["yAxis"].([]any)[0].(map[string]any))
	for _, n := range []int{0, 1, 4} { // what is not seen is not touched either
		o["series"].([]any)[n].(map[string]any)["silent"] = true
	}
	for i, point := range o["series"].([]any)[4].(map[string]any)["data"].([]any) {
		point.(map[string]any)["label"] = map[string]any{"formatter": industry.PullText(steps[i].Pull), "offset": []any{0, nameRow/2 + 1}, "fontSize": 16}
	}
	return o, nil
}

// Heights within a row of the waterfall, in design pixels: the name above, the bar
// below it, as much apart from the middle.
const (
	nameRow = 18
	barRow  = 14
	rowGap  = "10%"
)

// nameAbove moves the names of a ranked chart from the left of its bars to above
// them, between lines that part the rows. The longest are cut: the tip and the table
// say the whole name.
func nameAbove(axis map[string]any) {
	axis["splitLine"] = map[string]any{"show": true, "lineStyle": map[string]any{"color": "@color:line"}}
	label := axis["axisLabel"].(map[string]any)
	label["inside"], label["margin"], label["verticalAlign"], label["lineHeight"] = true, 4, "bottom", nameRow
	label["width"], label["overflow"], label["ellipsis"] = 272, "truncate", "…"
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

// waterfallBars keeps the upper part of each row free for the name by bars that are
// nothing.
func waterfallBars(names []string, bars [3][]opts.BarData, label []opts.ScatterData) *charts.Bar {
	bar := ranked("@px:4", "@px:64", names)
	free := make([]opts.BarData, len(names))
	for i := range free {
		free[i].Value = 0
	}
	add := func(title, stack string, data []opts.BarData, width int, clear bool) {
		bar.AddSeries(title, data, series(func(s *charts.SingleSeries) {
			s.Stack, s.BarWidth, s.BarGap = stack, "@px:"+strconv.Itoa(width), rowGap
			if clear {
				s.ItemStyle = &opts.ItemStyle{Color: "transparent"}
			}
			s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@ppUnit"}
		}))
	}
	add("名称", "names", free, nameRow, true)
	for i, title := range []string{"起点", "拉动", "拉动"} {
		add(title, "steps", bars[i], barRow, i == 0)
	}
	figures := charts.NewScatter()
	figures.AddSeries("拉动", label, series(func(s *charts.SingleSeries) {
		s.Symbol, s.SymbolSize = "circle", 0
		s.Label = figureLabel(true, "right", "")
	}))
	bar.Overlap(figures)
	return bar
}
