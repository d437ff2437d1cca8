package office

import (
	"bytes"
	"context"
	"strings"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/workbook"
)

// ChartQuery asks for one of the charts (charts.Names).
type ChartQuery struct {
	Query
	Name      string
	Indicator string            // of those that show one; "": revenue
	Months    int               // of a trend; 0: the year so far
	By        industry.Grouping // of a waterfall; "": 细分链
	Heat      HeatQuery         // of a heat map: rows, measure and page
	Open      bool              // the reader may see single enterprises

	wide int // px of the canvas where it is known
}

// settled fills in what was left out.
func (q ChartQuery) settled() ChartQuery {
	if q.Indicator == "" {
		q.Indicator = revenue
	}
	if q.Months == 0 {
		q.Months = q.Month.Number()
	}
	if q.By == "" {
		q.By = industry.ByBranch
	}
	q.Heat.Indicator, q.Heat.Open = q.Indicator, q.Open
	return q
}

// Chart returns the ECharts option of a chart; nil where there is nothing to draw,
// NotFound for a name that no chart has. Whoever may not see single enterprises
// gets none, and no small groups.
func (o *Office) Chart(ctx context.Context, q ChartQuery) (charts.Option, error) {
	option, _, err := o.chart(ctx, q)
	return option, err
}

// ChartTable returns the same figures as a table for whoever reads it; nil where
// there is nothing to draw. Rights are those of Chart.
func (o *Office) ChartTable(ctx context.Context, q ChartQuery) (*industry.Table, error) {
	in, drawn, err := o.settledInput(ctx, q)
	if err != nil || !drawn {
		return nil, err
	}
	table, err := charts.Table(q.Name, in)
	return &table, err
}

// ChartCSV returns the table as comma separated text.
func (o *Office) ChartCSV(ctx context.Context, q ChartQuery) ([]byte, error) {
	q.Open = false // single enterprises leave by the lists' files, which are audited
	table, err := o.ChartTable(ctx, q)
	if err != nil || table == nil {
		return nil, err
	}
	var file bytes.Buffer
	err = writeCSV(&file, plainTable(*table))
	return file.Bytes(), err
}

// plainTable is a table of texts as workbooks and csv take them, figures without
// the thin spaces and the minus of screens.
func plainTable(t industry.Table) workbook.Table {
	plain := workbook.Table{Sheet: t.Title, Title: t.Title}
	for _, c := range t.Columns {
		column := workbook.TableColumn{Header: c.Name}
		if c.Figure {
			column.Kind = industry.Measure
		}
		plain.Columns = append(plain.Columns, column)
	}
	for _, row := range t.Rows {
		cells := make([]workbook.TableCell, len(row))
		for i, text := range row {
			cells[i].Text = industry.PlainText(text)
			if t.Columns[i].Figure {
				cells[i].Text = strings.Replace(cells[i].Text, "−", "-", 1)
			}
		}
		plain.Rows = append(plain.Rows, cells)
	}
	return plain
}

// chart also returns what the option was built from.
func (o *Office) chart(ctx context.Context, q ChartQuery) (charts.Option, charts.Input, error) {
	in, drawn, err := o.settledInput(ctx, q)
	if err != nil || !drawn {
		return nil, in, err
	}
	in.Wide = q.wide
	option, err := charts.Build(q.Name, in)
	return option, in, err
}

// settledInput reads what the chart is drawn from, with what was left out of the
// question filled in.
func (o *Office) settledInput(ctx context.Context, q ChartQuery) (in charts.Input, drawn bool, err error) {
	if q.Query, err = o.settle(ctx, q.Query); err != nil {
		return in, false, err
	}
	return o.chartInput(ctx, q.settled())
}

// chartInput reads the one part the chart is drawn from, and whether there is
// anything in it.
func (o *Office) chartInput(ctx context.Context, q ChartQuery) (in charts.Input, drawn bool, err error) {
	switch q.Name {
	case charts.NameTrend:
		in.Trend, err = o.Trend(ctx, q.Query, q.Indicator, q.Months)
		return in, hasPoint(in.Trend), err
	case charts.NamePull:
		in.Branches, err = o.groups(ctx, q, industry.ByBranch)
		return in, in.Branches.Total.Growth.Known, err
	case charts.NameWaterfall:
		in.Groups, err = o.groups(ctx, q, q.By)
		return in, in.Groups.Total.Growth.Known, err
	case charts.NamePace:
		overview, err := o.Overview(ctx, q.Query)
		in.Pace = overview.Pace
		return in, len(in.Pace) > 0, err
	case charts.NameHeatmap:
		in.Heat, err = o.Heat(ctx, q.Query, q.Heat)
		return in, len(in.Heat.Rows) > 0, err
	case charts.NameInvestmentFlow, charts.NameSignedMonths:
		r, err := o.InvestmentReport(ctx, InvestmentQuery{Query: q.Query})
		in.Flow, in.SignedYear = r.Flow, r.SignedYear
		return in, r.Signed.Count > 0, err
	case charts.NameFunnel, charts.NameSources:
		overview, err := o.Overview(ctx, q.Query)
		if overview.Investment != nil {
			in.Investment = *overview.Investment
		}
		return in, in.Investment.Signed.Count > 0, err
	}
	return o.mapInput(ctx, q)
}

// groups splits an indicator; small groups are hidden from whoever may not see
// single enterprises.
func (o *Office) groups(ctx context.Context, q ChartQuery, by industry.Grouping) (industry.Breakdown, error) {
	if by == industry.ByEnterprise && !q.Open {
		return industry.Breakdown{}, industry.Errorf(industry.Forbidden, "分企业数据只供链长和链长办查看，当前账号可以按环节、细分链、区域查看")
	}
	b, err := o.Breakdown(ctx, q.Query, q.Indicator, by)
	if !q.Open {
		b = b.Suppressed()
	}
	return b, err
}

// mapInput reads what one of the four maps is drawn from.
func (o *Office) mapInput(ctx context.Context, q ChartQuery) (in charts.Input, drawn bool, err error) {
	switch q.Name {
	case charts.NameChainMap:
		in.ChainMap, _, err = o.ChainMap(ctx, q.Query, q.Open)
		return in, len(in.ChainMap.Nodes) > 0, err
	case charts.NameTechnologyMap:
		in.TechnologyMap, _, err = o.TechnologyMap(ctx, q.Query)
		return in, len(in.TechnologyMap.Lanes) > 0, err
	case charts.NameApplicationMap:
		in.ApplicationMap, _, err = o.ApplicationMap(ctx, q.Query)
		return in, len(in.ApplicationMap.Nodes) > 0, err
	case charts.NameRegionMap:
		in.RegionMap, _, err = o.RegionMap(ctx, q.Query, q.Open)
		return in, len(in.RegionMap.Areas) > 0, err
	}
	_, err = charts.Build(q.Name, in)
	return in, false, err
}

func hasPoint(t industry.Trend) bool {
	for _, p := range t.Points {
		if p.Cumulative.Known || p.Growth.Known {
			return true
		}
	}
	return false
}
