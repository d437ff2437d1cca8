// Package charts turns values of the domain into ECharts options. It computes
// no figure. Colours, sizes and functions are strings such as "@color:ac" and
// "@yi", which static/js resolves for the theme and the window in force.
package charts

import (
	"encoding/json"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"chainboard/industry"
)

// Option is an ECharts option as it is sent: JSON values only.
type Option map[string]any

// undefined is a point without a figure; it is never drawn as 0.
const undefined = "-"

// chart is what every go-echarts chart offers.
type chart interface {
	Validate()
	JSON() map[string]any
}

// option validates a chart and takes its JSON without what go-echarts leaves
// empty: an empty legend or title would still be drawn.
func option(c chart) (Option, error) {
	c.Validate()
	text, err := json.Marshal(c.JSON())
	if err != nil {
		return nil, err
	}
	var o Option
	if err := json.Unmarshal(text, &o); err != nil {
		return nil, err
	}
	for key, value := range o {
		if value = prune(value); value == nil {
			delete(o, key)
		} else {
			o[key] = value
		}
	}
	delete(o, "color") // the palette is the theme's
	if o["series"] == nil {
		o["series"] = []any{}
	}
	return o, nil
}

// prune drops nulls and empty objects inside objects; elements of a list stay.
func prune(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			if inner = prune(inner); inner == nil {
				delete(v, key)
			} else {
				v[key] = inner
			}
		}
		if len(v) == 0 {
			return nil
		}
	case []any:
		for i, inner := range v {
			if kept := prune(inner); kept != nil {
				v[i] = kept
			}
		}
	}
	return value
}

// number returns a figure for drawing, or the mark of an undefined point.
func number(q industry.Quantity) any {
	if !q.Known {
		return undefined
	}
	return q.Float()
}

func percent(r industry.Rate) any {
	if !r.Known {
		return undefined
	}
	return r.Percent
}

// name keeps a name from data from being read as one of our own "@…" strings.
func name(s string) string {
	if rest, ok := strings.CutPrefix(s, "@"); ok {
		return "＠" + rest
	}
	return s
}

// measure is how a set of figures in one unit is written on axes and in tips.
type measure struct {
	unit       string // 亿元
	axis, text types.FuncStr
}

// wholeAxis is the amount from which an axis needs no decimals: 10 亿元.
const wholeAxis = 100_000 * industry.Scale

func largest(figures []industry.Quantity) int64 {
	var most int64
	for _, f := range figures {
		most = max(most, f.Parts, -f.Parts)
	}
	return most
}

// measureOf chooses the formatters for figures kept in unit. Figures stay in
// their own unit: @yi divides by 10,000.
func measureOf(unit string, figures ...industry.Quantity) measure {
	screen := industry.ScreenUnitOf(unit, figures...)
	switch {
	case screen.Name == "亿元" && largest(figures) >= wholeAxis:
		return measure{"亿元", "@yi0", "@yiUnit"}
	case screen.Name == "亿元":
		return measure{"亿元", "@yi", "@yiUnit"}
	case screen.Name != unit:
		return measure{screen.Name, "@yi", "@yi"}
	case unit == "万元":
		return measure{unit, "@wan", "@wanUnit"}
	case unit == "%":
		return measure{unit, "@fixed1", "@rate"}
	}
	return measure{unit, "@count", "@count"}
}

func axisTip() charts.GlobalOpts {
	return charts.WithTooltipOpts(opts.Tooltip{
		Trigger: "axis", Formatter: "@tip", AxisPointer: &opts.AxisPointer{Type: "shadow"},
	})
}

func itemTip() charts.GlobalOpts {
	return charts.WithTooltipOpts(opts.Tooltip{Trigger: "item", Formatter: "@tip"})
}

// figureLabel is the label of a figure at a bar or point.
func figureLabel(show bool, position, formatter string) *opts.Label {
	return &opts.Label{
		Show: opts.Bool(show), Position: position, Formatter: formatter,
		FontSize: 18, FontWeight: "600", Color: "@color:text",
	}
}

// thickest is how thick a horizontal bar gets where there are few.
const thickest = "@px:20"

// ranked is a horizontal bar chart with names on the left and no value axis.
func ranked(left, right string, names []string) *charts.Bar {
	bar := charts.NewBar()
	bar.SetGlobalOptions(itemTip(),
		charts.WithGridOpts(opts.Grid{Left: left, Right: right, Top: "@px:4", Bottom: "@px:4"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false)}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true), Data: names,
			AxisLabel: &opts.AxisLabel{Color: "@color:text"},
		}),
	)
	return bar
}
