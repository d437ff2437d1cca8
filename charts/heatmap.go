package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// Heatmap draws enterprises or segments by month. Every cell prints its figure:
// colour only helps to find it. A cell without a figure stays empty.
func Heatmap(h industry.Heat) (Option, error) {
	heat := charts.NewHeatMap()
	months := make([]string, len(h.Months))
	for i, m := range h.Months {
		months[i] = m.Label
	}
	rows := make([]string, len(h.Rows))
	var data []opts.HeatMapData
	for y, row := range h.Rows {
		rows[y] = name(row.Name)
		for x, cell := range row.Cells {
			if cell.Known {
				data = append(data, opts.HeatMapData{Name: name(row.Name + " " + h.Months[x].Label), Value: []any{x, y, cell.Shade}})
			}
		}
	}
	heat.SetXAxis(months)
	heat.SetGlobalOptions(itemTip(),
		charts.WithGridOpts(opts.Grid{Left: "@px:264", Right: "@px:8", Top: "@px:64", Bottom: "@px:4"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Position: "top", Data: months, AxisLabel: &opts.AxisLabel{Interval: "0"}}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true), Data: rows,
			AxisLabel: &opts.AxisLabel{Color: "@color:text", Interval: "0"},
		}),
	)
	heat.AddSeries(heatName(h), nil, series(func(s *charts.SingleSeries) {
		s.Data = heatCells(h, data)
		s.ItemStyle = &opts.ItemStyle{BorderColor: "@color:surface", BorderWidth: 2}
		s.Label = &opts.Label{Show: opts.Bool(true), FontSize: 16, Color: "@color:text"}
	}))
	o, err := option(heat)
	if err != nil {
		return nil, err
	}
	o["visualMap"] = bands(h.Measure)
	// A long name takes two lines, which go-echarts cannot say; it is never cut.
	label := o["yAxis"].([]any)[0].(map[string]any)["axisLabel"].(map[string]any)
	label["width"], label["overflow"], label["lineHeight"] = 256, "break", 17
	return o, nil
}

func heatName(h industry.Heat) string {
	if h.Measure == industry.HeatInMonth {
		return "当月 " + h.Unit.Name
	}
	return "累计" + growthName(h.Basis)
}

// heatCells gives every cell the text that industry wrote for it, which go-echarts
// has no place for.
func heatCells(h industry.Heat, data []opts.HeatMapData) []any {
	cells := make([]any, len(data))
	for i, d := range data {
		at := d.Value.([]any)
		text := h.Rows[at[1].(int)].Cells[at[0].(int)].Text
		cells[i] = map[string]any{"name": d.Name, "value": d.Value, "text": text, "label": map[string]any{"formatter": text}}
	}
	return cells
}

// bands are the colours of a heat map with what they mean. Green, yellow and red
// are for lights only (design guide, principle 3).
func bands(measure string) map[string]any {
	band := func(color, label, from string, low float64, to string, high float64) map[string]any {
		b := map[string]any{"color": color, "label": label}
		if from != "" {
			b[from] = low
		}
		if to != "" {
			b[to] = high
		}
		return b
	}
	pieces := []any{
		band("@color:c3/0.55", "下降20%以上", "", 0, "lt", -20),
		band("@color:c3/0.25", "下降20%以内", "gte", -20, "lt", 0),
		band("@color:ac-900", "增长20%以内", "gte", 0, "lt", 20),
		band("@color:ac-700", "增长20%及以上", "gte", 20, "", 0),
	}
	if measure == industry.HeatInMonth {
		pieces = []any{
			band("@color:c3/0.55", "负数", "", 0, "lt", 0),
			band("@color:c3/0.25", "不足本户最高月的一半", "gte", 0, "lt", 50),
			band("@color:ac-900", "最高月的一半以上", "gte", 50, "lt", 80),
			band("@color:ac-700", "最高月的八成及以上", "gte", 80, "", 0),
		}
	}
	return map[string]any{
		"type": "piecewise", "dimension": 2, "pieces": pieces, "orient": "horizontal", "left": "left", "top": 0,
		"itemWidth": 18, "itemHeight": 14, "itemGap": 14, "hoverLink": false, "selectedMode": false,
		"textStyle": map[string]any{"color": "@color:text-2", "fontSize": 16},
	}
}
