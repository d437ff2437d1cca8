package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// apiChains answers GET /api/v1/chains.
func (s *server) apiChains(c *request) error {
	chains, err := s.office.Chains(c.ctx())
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, struct {
		Chains []office.ChainCard `json:"chains"`
	}{chains})
}

// apiDispatch answers GET /api/v1/chains/{chain}/dispatch.
func (s *server) apiDispatch(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	table, err := s.office.Dispatch(c.ctx(), q)
	if err != nil {
		return err
	}
	if !c.can(industry.SeeEnterprises) {
		table = table.Nameless()
	}
	return c.json(http.StatusOK, table)
}

// apiTrend answers GET /api/v1/chains/{chain}/trend.
func (s *server) apiTrend(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	if q.Month, err = c.month("to"); err != nil {
		return err
	}
	months, err := c.number("months", span{1, office.MostTrendMonths, 24})
	if err != nil {
		return err
	}
	trend, err := s.office.Trend(c.ctx(), q, c.DefaultQuery("indicator", "revenue"), months)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, trend)
}

// apiBreakdown answers GET /api/v1/chains/{chain}/breakdown.
func (s *server) apiBreakdown(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	by, err := industry.ParseGrouping(c.DefaultQuery("by", string(industry.BySegment)))
	if err != nil {
		return err
	}
	if by == industry.ByEnterprise {
		if err := c.openOnly("分企业数据"); err != nil {
			return err
		}
	}
	b, err := s.office.Breakdown(c.ctx(), q, c.DefaultQuery("indicator", "revenue"), by)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, c.discreet(b))
}

// discreet hides the small groups of a breakdown from those who may not see
// single firms.
func (c *request) discreet(b industry.Breakdown) industry.Breakdown {
	if c.can(industry.SeeEnterprises) {
		return b
	}
	return b.Suppressed()
}

// openOnly refuses who may not see single firms; what is in Chinese.
func (c *request) openOnly(what string) error {
	if c.can(industry.SeeEnterprises) {
		return nil
	}
	return industry.Errorf(industry.Forbidden, "%s只供链长和链长办查看，当前账号可以按环节、细分链、区域查看", what)
}
