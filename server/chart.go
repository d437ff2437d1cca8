package server

import (
	"encoding/json"
	"net/http"
	"strings"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/office"
)

// chartNames lists the charts.
func (s *server) chartNames(c *request) error {
	return c.json(http.StatusOK, map[string][]string{"charts": charts.Names()})
}

// chart answers with the option of a chart, or where the name ends in .html or .csv
// with its figures as a table, in .png or .svg with its picture; 204 where there is
// nothing to draw.
func (s *server) chart(c *request) error {
	name, format, formed := strings.Cut(c.Param("name"), ".")
	switch {
	case !formed:
		return c.shared("application/json; charset=utf-8", func() ([]byte, error) { return s.option(c, name) })
	case format == "html":
		return c.shared("text/html; charset=utf-8", func() ([]byte, error) { return s.chartTable(c, name) })
	}
	_, q, err := s.chartAsked(c, name)
	if err != nil {
		return err
	}
	if format == "csv" {
		return s.chartFile(c, q)
	}
	return s.picture(c, q, format)
}

// option returns the option of a chart as JSON, nil where there is nothing to draw.
func (s *server) option(c *request, name string) ([]byte, error) {
	_, q, err := s.chartAsked(c, name)
	if err != nil {
		return nil, err
	}
	option, err := s.office.Chart(c.ctx(), q)
	if err != nil || option == nil {
		return nil, err
	}
	return json.Marshal(option)
}

// chartAsked reads which chart is asked for and of what.
func (s *server) chartAsked(c *request, name string) (v view, q office.ChartQuery, err error) {
	if v, err = s.view(c); err == nil {
		q, err = c.chartQuery(v, name)
	}
	return v, q, err
}

// chartQuery reads what the named chart may be asked for beside its view.
func (c *request) chartQuery(v view, name string) (q office.ChartQuery, err error) {
	v.Open = v.Open && c.Query("wall") == "" // a wall shows everybody the same
	q = office.ChartQuery{Query: v.Query, Name: name, Indicator: v.Indicator, Open: v.Open}
	switch name {
	case charts.NameTrend:
		q.Months, err = c.number("months", span{1, office.MostTrendMonths, trendMonths(v.Query)})
	case charts.NameWaterfall:
		if q.By, err = industry.ParseGrouping(c.DefaultQuery("by", string(industry.ByBranch))); err == nil && q.By == industry.ByEnterprise {
			err = c.openOnly("分企业数据")
		}
	case charts.NameHeatmap:
		q.Heat, err = c.heatQuery(v)
	}
	return q, err
}

// heatQuery reads which heat map is asked for.
func (c *request) heatQuery(v view) (office.HeatQuery, error) {
	page, err := c.number("page", span{1, office.MostHeatPages, 1})
	return office.HeatQuery{
		Indicator: v.Indicator, BySegment: c.Query("heat") == "segment", Measure: c.Query("measure"), Page: page, Open: v.Open,
	}, err
}
