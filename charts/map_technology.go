package charts

import (
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// technologyStages are the series of a technology map in the order they stack.
var technologyStages = [...]struct{ stage, color string }{
	{"量产", "@color:ac-700"}, {"中试", "@color:ac-800"}, {"研发", "@color:line-2"}, {"", "@color:raised"},
}

// TechnologyMap draws each technology as a bar over the years it takes, one
// below the other in the order of the lanes, milestones as diamonds.
func TechnologyMap(m industry.TechnologyMap) (Option, error) {
	var names []string
	var offsets []opts.BarData
	var milestones []opts.ScatterData
	stages := make([][]opts.BarData, len(technologyStages))
	for _, lane := range m.Lanes {
		for _, b := range lane.Bars {
			label := name(lane.Name + " " + b.Name)
			offsets = append(offsets, opts.BarData{Name: label, Value: b.Start})
			for i, s := range technologyStages {
				length := opts.BarData{Name: label, Value: undefined}
				if s.stage == b.Stage {
					length.Value = b.Target + 1 - b.Start
				}
				stages[i] = append(stages[i], length)
			}
			for _, s := range b.Milestones {
				milestones = append(milestones, opts.ScatterData{Name: fmt.Sprintf("%s %s", label, s.Text), Value: []any{s.At, len(names)}})
			}
			names = append(names, label)
		}
	}
	bar := ranked("@px:300", "@px:16", names)
	bar.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{Left: "@px:300", Right: "@px:16", Top: "@px:28", Bottom: "@px:28"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: m.From, Max: m.To + 1, MinInterval: 1, AxisLabel: &opts.AxisLabel{Formatter: "@year"}}),
	)
	bar.AddSeries("起始", offsets, series(func(s *charts.SingleSeries) {
		s.Stack = "years"
		s.ItemStyle = &opts.ItemStyle{Color: "transparent"}
	}), charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: "当前", XAxis: m.Now}),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol: []string{"none"}, Label: &opts.Label{Formatter: "当前", Position: "start", Color: "@color:ac-300"}, LineStyle: &opts.LineStyle{Color: "@color:ac-300", Type: "solid"},
		}))
	for i, data := range stages {
		title := technologyStages[i].stage
		if title == "" {
			title = "未填阶段"
		}
		bar.AddSeries(title, data, series(func(s *charts.SingleSeries) {
			s.Stack, s.BarWidth, s.BarMaxWidth = "years", "56%", thickest
			s.ItemStyle = &opts.ItemStyle{Color: technologyStages[i].color}
			s.Label = &opts.Label{Show: opts.Bool(true), Position: "insideLeft", Formatter: title, FontSize: 14, Color: "@color:text"}
			s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@years"}
		}))
	}
	marks := charts.NewScatter()
	marks.AddSeries("里程碑", milestones, series(func(s *charts.SingleSeries) {
		s.Symbol, s.SymbolSize = "diamond", 12
		s.ItemStyle = &opts.ItemStyle{Color: "@color:warn"}
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@none"}
	}))
	bar.Overlap(marks)
	o, err := option(bar)
	if err != nil {
		return nil, err
	}
	o["grid"] = o["grid"].([]any)[1:] // ranked has no place for an axis of years
	// Every year and every technology has its label, which go-echarts cannot say.
	o["xAxis"].([]any)[0].(map[string]any)["interval"] = 1
	label := o["yAxis"].([]any)[0].(map[string]any)["axisLabel"].(map[string]any)
	label["interval"], label["fontSize"] = 0, 14
	return o, nil
}
