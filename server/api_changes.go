package server

import (
	"net/http"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// apiChanges answers GET /api/v1/changes.
func (s *server) apiChanges(c *request) error {
	r, err := c.changesRequest(changeRows)
	if err != nil {
		return err
	}
	changes, err := s.office.Changes(c.ctx(), r)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, changes)
}

// changeRows is how many revisions a page shows.
const changeRows = 50

// changesRequest reads what changed figures are asked for: ?chain= ?month= ?from=
// ?to= ?indicator= ?register= ?batch= ?page= ?size=.
func (c *request) changesRequest(usual int) (office.ChangesRequest, error) {
	r := office.ChangesRequest{Indicator: c.Query("indicator"), Register: c.Query("register"), Open: c.can(industry.SeeEnterprises)}
	r.Chain = c.chain()
	var err error
	if r.Month, err = c.month("month"); err != nil {
		return r, err
	}
	if r.From, err = c.instant("from"); err != nil {
		return r, err
	}
	if r.AsOf, err = c.instant("to"); err != nil {
		return r, err
	}
	if r.Register != "" && industry.RegisterOf(r.Register) == nil {
		return r, invalidParameter("register", "没有“"+r.Register+"”这张表")
	}
	if text := c.Query("batch"); text != "" {
		if r.Batch, err = strconv.ParseInt(text, 10, 64); err != nil || r.Batch < 1 {
			return r, invalidParameter("batch", "应为导入批次的编号")
		}
	}
	r.Page, r.Size, err = c.pageOf(usual)
	return r, err
}
