package server

import "net/http"

// apiList answers GET /api/v1/chains/{chain}/lists/{list}.
func (s *server) apiList(c *request) error {
	r, err := c.listRequest()
	if err != nil {
		return err
	}
	page, err := s.office.List(c.ctx(), r)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, page)
}
