package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// Pace draws completion as bars and each target's pace as a tick, in percent.
// Lights stay beside it: colour here carries no verdict.
func Pace(rows []industry.PaceRow) (Option, error) {
	names := make([]string, len(rows))
	done := make([]opts.BarData, len(rows))
	due := make([]opts.ScatterData, len(rows))
	for i, r := range rows {
		names[i] = name(r.Name)
		done[i] = opts.BarData{Name: names[i], Value: percent(r.Completion)}
		due[i] = opts.ScatterData{Name: names[i], Value: []any{percent(r.Pace), i}}
	}
	bar := ranked("@px:150", "@px:70", names)
	bar.AddSeries("完成率", done, series(func(s *charts.SingleSeries) {
		s.BarWidth = "40%"
		s.ItemStyle = &opts.ItemStyle{Color: "@color:ac-600"}
		s.Label = figureLabel(true, "right", "@rate")
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@rate"}
	}))
	tick := charts.NewScatter()
	tick.AddSeries("序时", due, series(func(s *charts.SingleSeries) {
		s.Symbol, s.SymbolSize = "rect", []int{3, 20}
		s.ItemStyle = &opts.ItemStyle{Color: "@color:text"}
	}))
	bar.Overlap(tick)
	o, err := option(bar)
	if err != nil {
		return nil, err
	}
	// A tip reads the last element of a point, which is the row: give it the text.
	ticks := o["series"].([]any)[1].(map[string]any)["data"].([]any)
	for i, r := range rows {
		ticks[i].(map[string]any)["text"] = industry.PercentText(r.Pace)
	}
	return o, nil
}
