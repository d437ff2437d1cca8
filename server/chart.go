package server

import (
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

// chart answers with the option of a chart, or with its picture where the name
// ends in .png or .svg; 204 where there is nothing to draw.
func (s *server) chart(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	name, format, _ := strings.Cut(c.Param("name"), ".")
	q, err := c.chartQuery(v, name)
	if err != nil {
		return err
	}
	if format != "" {
		return s.picture(c, q, format)
	}
	option, err := s.office.Chart(c.ctx(), q)
	if err != nil {
		return err
	}
	if option == nil {
		c.Status(http.StatusNoContent)
		return nil
	}
	return c.json(http.StatusOK, option)
}

// chartQuery reads what the named chart may be asked for beside its view.
func (c *request) chartQuery(v view, name string) (q office.ChartQuery, err error) {
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
