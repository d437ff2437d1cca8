package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// Pace draws completion as bars and each target's pace as a tick, in percent;
// the rate stands with the name, where no tick can cross it. Lights stay beside
// the chart: colour here carries no verdict.
func Pace(rows []industry.PaceRow) (Option, error) {
	names := make([]string, len(rows))
	done := make([]opts.BarData, len(rows))
	due := make([]opts.ScatterData, len(rows))
	longest := 100.0
	for i, r := range rows {
		names[i] = name(r.Name) + "  " + industry.PercentText(r.Completion)
		longest = max(longest, r.Completion.Percent, r.Pace.Percent)
		done[i] = opts.BarData{Name: names[i], Value: percent(r.Completion)}
		due[i] = opts.ScatterData{Name: names[i], Value: []any{percent(r.Pace), i}}
	}
	bar := ranked("@px:230", "@px:16", names)
	bar.SetGlobalOptions(charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Max: longest}))
	bar.AddSeries("完成率", done, series(func(s *charts.SingleSeries) {
		s.BarWidth, s.BarMaxWidth = "40%", thickest
		s.ItemStyle = &opts.ItemStyle{Color: "@color:ac-600"}
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
