package charts

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"chainboard/industry"
)

// drawnFigure is one figure of an option as text, with its place in the table.
type drawnFigure struct {
	row    int
	column string
	text   string
}

// Every chart's table has the figures of its option, in their places.
func TestTablesSayWhatChartsDraw(t *testing.T) {
	in := input(t)
	in.Trend.References = references()
	for _, chart := range Names() {
		o, err := Build(chart, in)
		if err != nil {
			t.Fatal(err)
		}
		table, err := Table(chart, in)
		if err != nil {
			t.Fatalf("%s: %v", chart, err)
		}
		if table.Title == "" || len(table.Rows) == 0 {
			t.Errorf("%s has no table", chart)
		}
		for _, row := range table.Rows {
			if len(row) != len(table.Columns) || slices.Contains(row, "") {
				t.Errorf("%s: %d columns of %q", chart, len(table.Columns), row)
			}
		}
		drawn := figuresOf(chart, o)
		if len(drawn) == 0 {
			t.Errorf("no figure of %s is compared", chart)
		}
		for _, f := range drawn {
			column := slices.IndexFunc(table.Columns, func(c industry.TableColumn) bool { return strings.HasPrefix(c.Name, f.column) })
			if column < 0 || f.row >= len(table.Rows) {
				t.Errorf("%s has no %s of row %d in %v", chart, f.column, f.row, table.Columns)
			} else if got := table.Rows[f.row][column]; got != f.text {
				t.Errorf("%s draws %s for %s, its table says %s (%q)", chart, f.text, f.column, got, table.Rows[f.row])
			}
		}
	}
	if _, err := Table("nothing", in); err == nil {
		t.Error("a chart without a name has a table")
	}
}

// What may not be told is absent from the table as it is from the picture.
func TestTablesHideWhatChartsHide(t *testing.T) {
	b := groups()
	table := pullTable(b)
	for i, r := range b.Rows {
		if r.Suppressed != (table.Rows[i][3] == hidden) || r.Suppressed && table.Rows[i][2] != hidden {
			t.Errorf("%s is told as %q", r.Name, table.Rows[i])
		}
	}
	area := areaCells(industry.Area{Name: "甲", Enterprises: 1, Suppressed: true})
	if area[4] != hidden || area[5] != hidden {
		t.Errorf("a small region is told as %q", area)
	}
	for _, row := range waterfallTable(b).Rows {
		if row[0] == "东河镇" {
			t.Error("a hidden group is a step")
		}
	}
}

// figuresOf reads the figures of an option in the words of its table.
func figuresOf(chart string, o Option) []drawnFigure {
	var list []drawnFigure
	for n, s := range o["series"].([]any) {
		one := s.(map[string]any)
		points, _ := one["data"].([]any)
		if links, ok := one["links"].([]any); ok && one["type"] == "sankey" {
			points = links
		}
		for i, p := range points {
			if f, ok := figureOf(chart, place{n, i}, one, p.(map[string]any)); ok {
				list = append(list, f)
			}
		}
	}
	return list
}

// place is where a point stands in an option: its series and its number there.
type place struct{ series, point int }

func figureOf(chart string, at place, series, point map[string]any) (drawnFigure, bool) {
	name, _ := series["name"].(string)
	number, isNumber := point["value"].(float64)
	list, _ := point["value"].([]any)
	text, _ := point["text"].(string)
	whole := strconv.Itoa(int(number))
	f := drawnFigure{row: at.point}
	switch chart {
	case NameTrend:
		return trendFigure(f, name, number, isNumber)
	case NamePace:
		f.column, f.text = "完成率", industry.PercentText(industry.Percent(number))
		if name == "序时" {
			f.column, f.text = name, text
		} else if !isNumber {
			f.text = none
		}
	case NamePull:
		f.column, f.text = "拉动", industry.PullText(industry.Percent(number))
	case NameWaterfall:
		f.column, f.text = "拉动", strings.TrimSuffix(text, " 个百分点")
	case NameHeatmap:
		month := []string{"2025年12月", "2026年1—2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月"}
		return drawnFigure{int(list[1].(float64)), month[int(list[0].(float64))], text}, true
	case NameFunnel:
		f.column, f.text = "达到该阶段", whole
	case NameSources:
		f.column, f.text = "签约", whole
	case NameInvestmentFlow:
		f.column, f.text = "签约", whole
		if _, node := point["source"]; !node {
			return f, false
		}
	case NameSignedMonths:
		f.column, f.text = name+" 个", whole
	case NameChainMap:
		f.column, f.text = "企业", whole
		if _, node := point["id"]; !node {
			return f, false
		}
	case NameTechnologyMap:
		f.column, f.text = "起始年", whole
		return f, name == "起始"
	case NameApplicationMap:
		if _, link := point["source"]; !link {
			return f, false
		}
		f.column, f.text = "占比", strings.Replace(text, "占比未填", none, 1)
		f.text = orNone(f.text)
	case NameRegionMap:
		if name != "企业" {
			return f, false
		}
		f.column, f.text = "企业", fmt.Sprint(list[2])
	}
	return f, true
}

// trendFigure reads a point of a trend: amounts in 亿元, rates in percent.
func trendFigure(f drawnFigure, name string, number float64, known bool) (drawnFigure, bool) {
	f.column, f.text = name, industry.SignedPercentText(industry.Percent(number))
	switch {
	case name == "本年累计" || name == "序时目标":
		f.text = industry.YiText(industry.Parts(int64(math.Round(number * industry.Scale))))
	case name != "同口径同比":
		f.column = name + "同比"
	}
	if !known {
		f.text = none
	}
	return f, true
}
