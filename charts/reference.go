package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// How the lines of nation, province and city differ beside the chain's own: by
// colour and by stroke, both of which the legend names.
var referenceStyles = map[string]struct{ color, stroke string }{
	"国家": {"@color:text-3", "dotted"},
	"省":  {"@color:c4", "dashed"},
	"市":  {"@color:c2", "solid"},
}

// addReferences draws what nation, province and city report beside the chain's
// growth: a line each and year.
func (x timeline) addReferences(bar *charts.Bar, references []industry.ReferenceSeries) {
	for _, r := range references {
		growth := make(map[string]industry.Rate, len(r.Points))
		for _, p := range r.Points {
			growth[p.Month.String()] = p.Growth
		}
		for _, year := range x.years {
			points, known := x.referenceYear(growth, year)
			if !known {
				continue
			}
			line := charts.NewLine()
			line.AddSeries(name(r.Label), points, series(func(s *charts.SingleSeries) {
				style := referenceStyles[r.Type]
				s.XAxisIndex, s.YAxisIndex, s.Symbol, s.SymbolSize = 1, 1, "circle", 4
				s.LineStyle = &opts.LineStyle{Color: style.color, Width: 1.5, Type: style.stroke}
				s.ItemStyle = &opts.ItemStyle{Color: style.color}
				s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@percent"}
			}))
			bar.Overlap(line)
		}
	}
}

// referenceYear returns the points of one year on the axis and whether there is
// any; a month without a rate is a gap.
func (x timeline) referenceYear(growth map[string]industry.Rate, year int) (points []opts.LineData, known bool) {
	points = make([]opts.LineData, len(x.labels))
	for i, month := range x.labels {
		points[i].Value = undefined
		if rate := growth[month]; x.points[month].Month.Year() == year && rate.Known {
			points[i].Value, known = percent(rate), true
		}
	}
	return points, known
}

// legendOf names the lines of the references below the axis of months: at the
// lines' ends names would lie over each other where rates are close, and above
// the grids over the names of the axes where the panel is narrow.
func legendOf(references []industry.ReferenceSeries) map[string]any {
	names := make([]any, len(references))
	for i, r := range references {
		names[i] = name(r.Label)
	}
	return map[string]any{"data": names, "left": "center", "bottom": "@px:0", "itemWidth": 24.0, "selectedMode": false}
}
