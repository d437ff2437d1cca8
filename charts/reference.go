package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// How the lines of nation, province and city differ beside the chain's own: by
// colour, by stroke and by the name at their end.
var referenceStyles = map[string]struct{ color, stroke string }{
	"国家": {"@color:text-3", "dotted"},
	"省":  {"@color:c4", "dashed"},
	"市":  {"@color:c2", "solid"},
}

// addReferences draws what nation, province and city report beside the chain's
// growth: a line each and year, with the name at the newest point.
func (x timeline) addReferences(bar *charts.Bar, references []industry.ReferenceSeries) {
	for _, r := range references {
		growth := make(map[string]industry.Rate, len(r.Points))
		last := ""
		for _, p := range r.Points {
			growth[p.Month.String()] = p.Growth
			if p.Growth.Known {
				last = p.Month.String()
			}
		}
		for _, year := range x.years {
			points, known := x.referenceYear(growth, year, last, r.Label)
			if !known {
				continue
			}
			line := charts.NewLine()
			line.AddSeries(name(r.Label+"同比"), nil, series(func(s *charts.SingleSeries) {
				style := referenceStyles[r.Type]
				s.XAxisIndex, s.YAxisIndex, s.Symbol, s.SymbolSize, s.Data = 1, 1, "circle", 4, points
				s.LineStyle = &opts.LineStyle{Color: style.color, Width: 1.5, Type: style.stroke}
				s.ItemStyle = &opts.ItemStyle{Color: style.color}
				s.Label = &opts.Label{Show: opts.Bool(false), Position: "right", FontSize: 16, Color: style.color}
				s.LabelLayout = &opts.LabelLayout{MoveOverlap: "shiftY"}
				s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@percent"}
			}))
			bar.Overlap(line)
		}
	}
}

// referenceYear returns the points of one year on the axis and whether there is
// any; the newest of all carries the name.
func (x timeline) referenceYear(growth map[string]industry.Rate, year int, last, label string) (points []any, known bool) {
	points = make([]any, len(x.labels))
	for i, month := range x.labels {
		rate := growth[month]
		if x.points[month].Month.Year() != year || !rate.Known {
			points[i] = opts.LineData{Value: undefined}
			continue
		}
		known = true
		points[i] = opts.LineData{Value: percent(rate)}
		if month == last {
			points[i] = map[string]any{
				"value": percent(rate),
				"label": map[string]any{"show": true, "formatter": name(label)},
			}
		}
	}
	return points, known
}
