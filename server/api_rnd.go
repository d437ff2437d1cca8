package server

import (
	"net/http"

	"chainboard/industry"
)

// apiRnD answers GET /api/v1/chains/{chain}/rnd.
func (s *server) apiRnD(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	r, err := s.office.RnD(c.ctx(), q, c.can(industry.SeeEnterprises))
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, r)
}
