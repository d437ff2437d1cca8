package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// BranchPull draws by how many percentage points each branch pulls the whole;
// the bars add up to the growth of the whole.
func BranchPull(b industry.Breakdown) (Option, error) {
	names := make([]string, len(b.Rows))
	data := make([]opts.BarData, len(b.Rows))
	for i, r := range b.Rows {
		names[i] = name(r.Name)
		data[i] = opts.BarData{
			Name: names[i], Value: percent(r.Pull),
			Label: &opts.Label{Formatter: industry.PullText(r.Pull)},
		}
	}
	bar := ranked("@px:110", "@px:80", names)
	bar.AddSeries("拉动", data, series(func(s *charts.SingleSeries) {
		s.BarWidth, s.BarMaxWidth = "42%", thickest
		s.ItemStyle = &opts.ItemStyle{Color: "@color:ac-600"}
		s.Label = figureLabel(true, "right", "")
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@ppUnit"}
	}))
	return option(bar)
}
