package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// apiTrace answers GET /api/v1/trace.
func (s *server) apiTrace(c *request) error {
	if q := c.tallyQuestion(view{Indicator: c.Query("indicator")}); q.Figure != "" {
		return s.apiTally(c, q)
	}
	r, err := c.traceRequest()
	if err != nil {
		return err
	}
	if r.Query, err = c.query(); err != nil {
		return err
	}
	t, err := s.office.Trace(c.ctx(), r)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, t)
}

// traceRequest reads what of which figure is to be explained; chain, month and
// moment are the caller's to add.
func (c *request) traceRequest() (office.TraceRequest, error) {
	r := office.TraceRequest{Indicator: c.DefaultQuery("indicator", revenue), Sort: c.Query("sort"), Open: c.can(industry.SeeEnterprises)}
	var err error
	if r.Of, err = industry.ParseAspect(c.Query("of")); err != nil {
		return r, blamed("of", err)
	}
	if by := c.Query("by"); by != "" {
		r.Group = c.Query("group")
		r.By, err = industry.ParseGrouping(by)
	}
	return r, blamed("by", err)
}
