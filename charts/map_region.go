package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chainboard/industry"
)

// RegionUnit is how large a unit of a region map is drawn, in design pixels.
const RegionUnit = 11.0

// RegionMap draws the regions as circles where industry has placed them, the
// enterprises inside, over the county's outline where there is one.
func RegionMap(m industry.RegionMap) (Option, error) {
	line := charts.NewLine()
	line.SetGlobalOptions(itemTip(),
		charts.WithGridOpts(opts.Grid{Left: "@px:4", Right: "@px:4", Top: "@px:4", Bottom: "@px:4"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: industry.RegionWidth}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: industry.RegionHeight}),
	)
	for _, shape := range m.Shapes {
		for _, ring := range shape.Rings {
			line.AddSeries("示意轮廓", ringData(ring), series(func(s *charts.SingleSeries) {
				s.Symbol = "none"
				s.LineStyle = &opts.LineStyle{Color: "@color:line-2", Width: 1}
			}))
		}
	}
	areas := make([]opts.ScatterData, len(m.Areas))
	for i, a := range m.Areas {
		areas[i] = opts.ScatterData{
			Name: name(a.Name), Value: []any{a.X, upwards(a.Y), a.Enterprises}, SymbolSize: int(2*a.Radius*RegionUnit + .5),
		}
	}
	circles := charts.NewScatter()
	circles.AddSeries("企业", areas, series(func(s *charts.SingleSeries) {
		s.ItemStyle = &opts.ItemStyle{Color: "@color:ac", Opacity: opts.Float(1)} // borders do not shine through
		s.Label = figureLabel(true, "bottom", "@nameCount")
		s.Label.FontSize, s.Label.BackgroundColor, s.Label.BorderRadius = 14, "@color:surface", 3
		s.SeriesTooltip = &opts.SeriesTooltip{ValueFormatter: "@count"}
	}))
	line.Overlap(circles)
	o, err := option(line)
	if err != nil {
		return nil, err
	}
	for _, s := range o["series"].([]any) {
		switch s := s.(map[string]any); s["type"] {
		case "line":
			s["z"] = 1.0 // below the circles, which lines are not by themselves
		case "scatter":
			s["labelLayout"] = map[string]any{"moveOverlap": "shiftY"} // names step aside for each other
		}
	}
	return o, nil
}

// upwards turns a height that is counted downwards, in hundredths.
func upwards(y float64) float64 { return math.Round((industry.RegionHeight-y)*100) / 100 }

// ringData closes a ring.
func ringData(ring []industry.MapPoint) []opts.LineData {
	data := make([]opts.LineData, 0, len(ring)+1)
	for i := range len(ring) + 1 {
		p := ring[i%len(ring)]
		data = append(data, opts.LineData{Value: []any{p.X, upwards(p.Y)}})
	}
	return data
}
