package server

import (
	"net/http"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/office"
)

// chartNames lists the charts.
func (s *server) chartNames(c *request) error {
	return c.json(http.StatusOK, map[string][]string{"charts": charts.Names()})
}

// chart answers with the option of a chart; 204 where there is nothing to draw.
func (s *server) chart(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	name := c.Param("name")
	input, drawn, err := s.chartInput(c, v, name)
	if err != nil {
		return err
	}
	if !drawn {
		c.Status(http.StatusNoContent)
		return nil
	}
	option, err := charts.Build(name, input)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, option)
}

// chartInput reads the one part the named chart is drawn from, and whether
// there is anything in it.
func (s *server) chartInput(c *request, v view, name string) (in charts.Input, drawn bool, err error) {
	switch name {
	case charts.NameTrend:
		months, err := c.number("months", span{1, office.MostTrendMonths, trendMonths(v.Query)})
		if err != nil {
			return in, false, err
		}
		in.Trend, err = s.office.Trend(c.ctx(), v.Query, v.Indicator, months)
		return in, hasPoint(in.Trend), err
	case charts.NamePull:
		in.Branches, err = s.office.Breakdown(c.ctx(), v.Query, v.Indicator, industry.ByBranch)
		in.Branches = c.discreet(in.Branches)
		return in, in.Branches.Total.Growth.Known, err
	case charts.NameWaterfall:
		in.Groups, err = s.groups(c, v)
		return in, in.Groups.Total.Growth.Known, err
	case charts.NamePace:
		o, err := s.office.Overview(c.ctx(), v.Query)
		in.Pace = o.Pace
		return in, len(o.Pace) > 0, err
	case charts.NameHeatmap:
		h, err := c.heatQuery(v)
		if err != nil {
			return in, false, err
		}
		in.Heat, err = s.office.Heat(c.ctx(), v.Query, h)
		return in, len(in.Heat.Rows) > 0, err
	case charts.NameInvestmentFlow, charts.NameSignedMonths:
		r, err := s.office.InvestmentReport(c.ctx(), office.InvestmentQuery{Query: v.Query})
		in.Flow, in.SignedYear = r.Flow, r.SignedYear
		return in, r.Signed.Count > 0, err
	case charts.NameFunnel, charts.NameSources:
		o, err := s.office.Overview(c.ctx(), v.Query)
		if o.Investment != nil {
			in.Investment = *o.Investment
		}
		return in, in.Investment.Signed.Count > 0, err
	}
	return s.mapInput(c, v, name)
}

// groups splits the indicator of a view as the request asks, 细分链 if it does
// not say.
func (s *server) groups(c *request, v view) (industry.Breakdown, error) {
	by, err := industry.ParseGrouping(c.DefaultQuery("by", string(industry.ByBranch)))
	if err != nil {
		return industry.Breakdown{}, err
	}
	if by == industry.ByEnterprise {
		if err := c.openOnly("分企业数据"); err != nil {
			return industry.Breakdown{}, err
		}
	}
	b, err := s.office.Breakdown(c.ctx(), v.Query, v.Indicator, by)
	return c.discreet(b), err
}

// heatQuery reads which heat map is asked for.
func (c *request) heatQuery(v view) (office.HeatQuery, error) {
	page, err := c.number("page", span{1, office.MostHeatPages, 1})
	return office.HeatQuery{
		Indicator: v.Indicator, BySegment: c.Query("heat") == "segment", Measure: c.Query("measure"), Page: page, Open: v.Open,
	}, err
}

// mapInput reads what one of the four maps is drawn from.
func (s *server) mapInput(c *request, v view, name string) (in charts.Input, drawn bool, err error) {
	switch name {
	case charts.NameChainMap:
		in.ChainMap, _, err = s.office.ChainMap(c.ctx(), v.Query, v.Open)
		return in, len(in.ChainMap.Nodes) > 0, err
	case charts.NameTechnologyMap:
		in.TechnologyMap, _, err = s.office.TechnologyMap(c.ctx(), v.Query)
		return in, len(in.TechnologyMap.Lanes) > 0, err
	case charts.NameApplicationMap:
		in.ApplicationMap, _, err = s.office.ApplicationMap(c.ctx(), v.Query)
		return in, len(in.ApplicationMap.Nodes) > 0, err
	case charts.NameRegionMap:
		in.RegionMap, _, err = s.office.RegionMap(c.ctx(), v.Query, v.Open)
		return in, len(in.RegionMap.Areas) > 0, err
	}
	return in, true, nil
}

func hasPoint(t industry.Trend) bool {
	for _, p := range t.Points {
		if p.Cumulative.Known || p.Growth.Known {
			return true
		}
	}
	return false
}
