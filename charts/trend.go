package charts

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"chainboard/industry"
)

// Trend draws a series of months in two grids with one time axis: the
// cumulative as bars with the year's plan as a dashed line, growth as a line
// below (design guide, 7: no dual axis). Years are series of their own, so that
// no line joins two years; January is absent where the indicator has none.
func Trend(t industry.Trend) (Option, error) {
	x := newTimeline(t)
	bar := charts.NewBar()
	bar.SetXAxis(x.labels)
	m := measureOf(t.Unit, x.amounts()...)
	top, bottom := trendGrids(t.References)
	bar.SetGlobalOptions(axisTip(),
		charts.WithAxisPointerOpts(&opts.AxisPointer{Link: []opts.AxisPointerLink{{XAxisIndex: []int{0, 1}}}}),
		charts.WithGridOpts(top, bottom),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "value", Name: "本年累计 " + m.unit, SplitNumber: 3, AxisLabel: &opts.AxisLabel{Formatter: m.axis},
		}),
	)
	bar.ExtendXAxis(opts.XAxis{
		Type: "category", GridIndex: 1, Data: x.labels,
		AxisLabel: &opts.AxisLabel{Formatter: "@monthSpan", HideOverlap: opts.Bool(true)},
	})
	bar.ExtendYAxis(opts.YAxis{
		Type: "value", GridIndex: 1, Name: "累计" + growthName(t.Basis) + " %", SplitNumber: 2,
		AxisLabel: &opts.AxisLabel{Formatter: "@fixed1"},
	})
	if len(t.Plan) > 0 {
		plan := charts.NewLine()
		plan.AddSeries("序时目标", x.plan(t.Plan),
			series(func(s *charts.SingleSeries) {
				s.Symbol = "none"
				s.LineStyle = &opts.LineStyle{Color: "@color:text-2", Width: 1.5, Type: "dashed"}
				s.ItemStyle = &opts.ItemStyle{Color: "@color:text-2"}
				s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: m.text}
			}))
		bar.Overlap(plan)
	}
	for _, year := range x.years {
		x.addYear(bar, year, m.text, growthName(t.Basis))
	}
	x.addReferences(bar, t.References)
	o, err := option(bar)
	if err != nil {
		return nil, err
	}
	x.markGaps(o, t.Unit)
	if len(t.References) > 0 {
		o["legend"] = legendOf(t.References)
	}
	// Names of value axes stand over the labels, which go-echarts cannot say.
	for i, axis := range o["yAxis"].([]any) {
		style := map[string]any{"align": "left"}
		if i == 1 {
			style["color"] = "@color:c3"
			axis.(map[string]any)["boundaryGap"] = []any{0, "20%"} // room for figures below the axis' name
		}
		axis.(map[string]any)["nameTextStyle"] = style
		axis.(map[string]any)["nameGap"] = 12.0
	}
	return o, nil
}

// trendGrids returns the grids of amounts and of growth, which share what names,
// months and a legend leave of the height; with references growth takes more.
func trendGrids(references []industry.ReferenceSeries) (top, bottom opts.Grid) {
	top = opts.Grid{Left: "@px:60", Right: "@px:16", Top: "@px:46", Height: "@rest:0.62/122"}
	bottom = opts.Grid{Left: "@px:60", Right: "@px:16", Bottom: "@px:28", Height: "@rest:0.38/122"}
	if len(references) == 0 {
		return top, bottom
	}
	top.Height, bottom.Bottom, bottom.Height = "@rest:0.45/146", "@px:52", "@rest:0.55/146"
	return top, bottom
}

// growthName names the rate by its basis: 同口径同比, 同比.
func growthName(b industry.Basis) string {
	if b == industry.Comparable {
		return "同口径同比"
	}
	return "同比"
}

// timeline is the shared category axis: the points, and the months of the
// current year still to come where there is a plan to compare them with.
type timeline struct {
	labels []string
	years  []int
	points map[string]industry.Point
	last   string // the newest month with a figure
}

func newTimeline(t industry.Trend) timeline {
	x := timeline{points: make(map[string]industry.Point, len(t.Points))}
	seen := make(map[string]bool)
	for _, p := range t.Points {
		label := p.Month.String()
		x.points[label], seen[label] = p, true
		x.labels = append(x.labels, label)
		if p.Cumulative.Known || p.Growth.Known {
			x.last = label
		}
		if n := len(x.years); n == 0 || x.years[n-1] != p.Month.Year() {
			x.years = append(x.years, p.Month.Year())
		}
	}
	for _, p := range t.Plan {
		label := p.Month.String()
		if !seen[label] && (len(x.labels) == 0 || label > x.labels[len(x.labels)-1]) {
			x.labels = append(x.labels, label)
		}
	}
	return x
}

func (x timeline) amounts() []industry.Quantity {
	var list []industry.Quantity
	for _, p := range x.points {
		list = append(list, p.Cumulative)
	}
	return list
}

func (x timeline) plan(points []industry.PlanPoint) []opts.LineData {
	at := make(map[string]industry.Quantity, len(points))
	for _, p := range points {
		at[p.Month.String()] = p.Value
	}
	data := make([]opts.LineData, len(x.labels))
	for i, label := range x.labels {
		data[i].Value = number(at[label])
	}
	return data
}

// addYear adds a year's bars and its line of growth; the newest month stands
// out and is labelled, with two earlier points of growth.
func (x timeline) addYear(bar *charts.Bar, year int, text types.FuncStr, growth string) {
	amounts := make([]opts.BarData, len(x.labels))
	rates := make([]opts.LineData, len(x.labels))
	newest := -1
	for i, label := range x.labels {
		p := x.points[label]
		amounts[i].Value, rates[i].Value = undefined, undefined
		if p.Month.Year() != year {
			continue
		}
		amounts[i].Value, rates[i].Value = number(p.Cumulative), percent(p.Growth)
		if label == x.last {
			newest = i
			amounts[i].ItemStyle = &opts.ItemStyle{Color: "@color:ac"}
		}
	}
	title, color := "本年累计", "@color:ac-700"
	if len(x.years) > 1 {
		title, growth = strconv.Itoa(year)+"年累计", strconv.Itoa(year)+"年"+growth
		if newest < 0 {
			color = "@color:ac-800"
		}
	}
	bar.AddSeries(title, amounts, series(func(s *charts.SingleSeries) {
		s.BarWidth, s.BarGap = "56%", "-100%" // years share the place of a month, each has its own months
		s.ItemStyle = &opts.ItemStyle{Color: color}
		s.Label = figureLabel(false, "top", axisFormatter(text))
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: text}
		s.Data = highlighted(amounts, newest)
	}))
	line := charts.NewLine()
	line.AddSeries(growth, rates, series(func(s *charts.SingleSeries) {
		s.XAxisIndex, s.YAxisIndex = 1, 1
		s.LineStyle = &opts.LineStyle{Color: "@color:c3"}
		s.ItemStyle = &opts.ItemStyle{Color: "@color:c3"}
		s.Label = figureLabel(false, "top", "@percent")
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@percent"}
		s.Data = labelled(rates, newest)
	}))
	bar.Overlap(line)
}

// markGaps gives the bars of totals in which somebody is missing a dashed edge
// and says so in the tip, and at the newest bar in its label.
func (x timeline) markGaps(o Option, unit string) {
	for _, drawn := range o["series"].([]any) {
		s := drawn.(map[string]any)
		if s["type"] != "bar" {
			continue
		}
		for i, at := range s["data"].([]any) {
			p := x.points[x.labels[i]]
			point := at.(map[string]any)
			mark := p.Mark()
			if mark == "" || point["value"] == undefined {
				continue
			}
			style, _ := point["itemStyle"].(map[string]any)
			if style == nil {
				style = map[string]any{}
			}
			style["borderType"], style["borderColor"], style["borderWidth"] = "dashed", "@color:text", 1
			point["itemStyle"] = style
			amount := industry.FigureOf(p.Cumulative, unit)
			point["text"] = amount.Text + " " + amount.Unit + "（" + mark + "）"
			if _, labelled := point["label"]; !labelled && p.Unexplained > 0 {
				point["label"] = map[string]any{"show": true, "position": "top", "formatter": industry.Unexplained, "color": "@color:warn"}
			} else if label, ok := point["label"].(map[string]any); ok {
				label["formatter"] = mark + "\n" + amount.Text
			}
		}
	}
}

// highlighted labels the newest bar, beside the plan's line and not under it.
func highlighted(bars []opts.BarData, newest int) []any {
	data := make([]any, len(bars))
	for i, b := range bars {
		data[i] = b
		if i == newest && b.Value != undefined {
			data[i] = map[string]any{
				"value": b.Value, "itemStyle": b.ItemStyle,
				"label": map[string]any{
					"show": true, "offset": []float64{-24, -2}, "padding": []float64{0, 2}, "backgroundColor": "@color:surface",
				},
			}
		}
	}
	return data
}

// labelled turns on the label of the newest point of growth and of the third
// and sixth before it.
func labelled(points []opts.LineData, newest int) []any {
	data := make([]any, len(points))
	for i, p := range points {
		data[i] = p
		if back := newest - i; back >= 0 && back <= 6 && back%3 == 0 && p.Value != undefined {
			data[i] = map[string]any{"value": p.Value, "label": map[string]any{"show": true}}
		}
	}
	return data
}

// axisFormatter is the form of a figure without its unit.
func axisFormatter(text types.FuncStr) string {
	switch text {
	case "@yiUnit":
		return "@yi"
	case "@wanUnit":
		return "@wan"
	}
	return string(text)
}

// series sets the options of a series directly.
func series(set func(*charts.SingleSeries)) charts.SeriesOpts {
	return func(s *charts.SingleSeries) { set(s) }
}
