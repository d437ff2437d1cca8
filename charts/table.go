package charts

import (
	"strconv"
	"strings"

	"chainboard/industry"
)

// Table returns the figures of the named chart as texts, for those who read a
// table rather than a picture: the same values the option is built from, formatted
// as screens do. What a reader may not see is as absent as in the picture. A name
// that no chart has is NotFound.
func Table(name string, in Input) (industry.Table, error) {
	switch name {
	case NameTrend:
		return trendTable(in.Trend), nil
	case NamePace:
		return paceTable(in.Pace), nil
	case NamePull:
		return pullTable(in.Branches), nil
	case NameWaterfall:
		return waterfallTable(in.Groups), nil
	case NameHeatmap:
		return heatTable(in.Heat), nil
	case NameFunnel:
		return funnelTable(in.Investment), nil
	case NameSources:
		return sourcesTable(in.Investment), nil
	case NameInvestmentFlow:
		return flowTable(in.Flow), nil
	case NameSignedMonths:
		return signedMonthsTable(in.SignedYear), nil
	case NameChainMap:
		return chainMapTable(in.ChainMap), nil
	case NameTechnologyMap:
		return technologyTable(in.TechnologyMap), nil
	case NameApplicationMap:
		return applicationTable(in.ApplicationMap), nil
	case NameRegionMap:
		return regionTable(in.RegionMap), nil
	}
	return industry.Table{}, industry.Errorf(industry.NotFound, "没有名为“%s”的图", name)
}

// heads makes the heads of columns: the first so many of words, the rest of
// figures.
func heads(words int, names ...string) []industry.TableColumn {
	columns := make([]industry.TableColumn, len(names))
	for i, n := range names {
		columns[i] = industry.TableColumn{Name: n, Figure: i >= words}
	}
	return columns
}

const none = "—"

func orNone(s string) string {
	if s == "" {
		return none
	}
	return s
}

func trendTable(t industry.Trend) industry.Table {
	x := newTimeline(t)
	unit := industry.ScreenUnitOf(t.Unit, x.amounts()...)
	growth := growthName(t.Basis)
	names := []string{"月份", "本年累计 " + unit.Name}
	if len(t.Plan) > 0 {
		names = append(names, "序时目标")
	}
	names = append(names, growth)
	for _, r := range t.References {
		names = append(names, r.Label+"同比")
	}
	title, year := t.Name+"走势", ""
	if len(x.years) == 1 {
		year = strconv.Itoa(x.years[0]) + "年"
		title = year + title
	}
	table := industry.Table{Title: title, Columns: append(heads(1, names...), industry.TableColumn{Name: "说明"})}
	for _, label := range x.labels {
		month, err := industry.ParseMonth(label)
		if err != nil {
			continue // labels are made of months
		}
		p := x.points[label]
		span := month.Span()
		if len(x.years) == 1 { // the title has it
			span = strings.TrimPrefix(span, year)
		}
		row := []string{span, unit.Text(p.Cumulative)}
		if len(t.Plan) > 0 {
			row = append(row, unit.Text(t.Due(month)))
		}
		row = append(row, orNone(p.GrowthShort()))
		for _, r := range t.References {
			row = append(row, industry.SignedPercentText(referenceGrowth(r, month)))
		}
		table.Rows = append(table.Rows, append(row, orNone(p.Mark())))
	}
	return table
}

func referenceGrowth(r industry.ReferenceSeries, m industry.Month) industry.Rate {
	for _, p := range r.Points {
		if p.Month == m {
			return p.Growth
		}
	}
	return industry.Rate{}
}

func paceTable(rows []industry.PaceRow) industry.Table {
	table := industry.Table{Title: "序时进度", Columns: append(heads(1, "指标", "完成率", "序时", "超欠 百分点"), industry.TableColumn{Name: "灯"})}
	for _, r := range rows {
		table.Rows = append(table.Rows, []string{
			r.Name, industry.PercentText(r.Completion), industry.PercentText(r.Pace), industry.PointsText(r.Ahead), orNone(r.LightWord),
		})
	}
	return table
}

// hidden is what stands in place of a figure that may not be told.
const hidden = "隐去"

func pullTable(b industry.Breakdown) industry.Table {
	table := industry.Table{Title: "各" + b.By.Label() + "拉动", Columns: heads(1, b.By.Label(), "规上 户", "同口径同比", "拉动 百分点")}
	for _, r := range b.Rows {
		row := []string{r.Name, strconv.Itoa(r.Enterprises), orNone(r.GrowthShort()), industry.PullText(r.Pull)}
		if r.Suppressed {
			row[2], row[3] = hidden, hidden
		}
		table.Rows = append(table.Rows, row)
	}
	table.Rows = append(table.Rows, []string{"合计", strconv.Itoa(b.Total.Enterprises), orNone(b.Total.GrowthShort()), industry.PullText(b.Total.Growth)})
	return table
}

func waterfallTable(b industry.Breakdown) industry.Table {
	table := industry.Table{Title: "谁在拉动", Columns: heads(1, b.By.Label(), "拉动 百分点", "累加后 百分点")}
	for _, s := range b.Waterfall(waterfallSteps) {
		table.Rows = append(table.Rows, []string{s.Name, industry.PullText(s.Pull), industry.PullText(s.To)})
	}
	return table
}

func heatTable(h industry.Heat) industry.Table {
	names := []string{"名称"}
	for _, m := range h.Months {
		names = append(names, m.Label)
	}
	table := industry.Table{Title: "逐月热力，" + heatName(h), Columns: heads(1, names...)}
	for _, r := range h.Rows {
		row := []string{r.Name}
		for _, c := range r.Cells {
			row = append(row, orNone(c.Text))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
