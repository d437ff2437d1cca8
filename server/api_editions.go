package server

import (
	"net/http"

	"chainboard/industry"
)

// apiEditions answers GET /api/v1/chains/{chain}/editions/{lists|maps}/{code}.
func (s *server) apiEditions(c *request) error {
	p, err := c.paper()
	if err != nil {
		return err
	}
	editions, err := s.office.Editions(c.ctx(), p, c.user)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, struct {
		industry.Paper
		Editions []industry.Edition `json:"editions"`
	}{p, editions})
}

// apiDifferences answers GET …/editions/{lists|maps}/{code}/compare?from=3&to=now.
func (s *server) apiDifferences(c *request) error {
	r, _, err := s.differencesAsked(c)
	if err != nil {
		return err
	}
	d, err := s.office.Differences(c.ctx(), r)
	if err != nil {
		return err
	}
	return c.merged(struct {
		industry.Paper
		Name string            `json:"name"`
		From *industry.Edition `json:"from"` // null: the present
		To   *industry.Edition `json:"to"`
	}{d.Paper, d.Name, d.From, d.To}, d.Content)
}
