package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// apiMovers answers GET /api/v1/chains/{chain}/movers.
func (s *server) apiMovers(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	top, err := c.number("top", span{1, office.MostTopMovers, office.TopMovers})
	if err != nil {
		return err
	}
	fall, err := c.number("fall", span{1, office.MostFall, industry.FallOfHalf})
	if err != nil {
		return err
	}
	movers, err := s.office.Movers(c.ctx(), office.MoverQuery{
		Query: q, Indicator: c.DefaultQuery("indicator", revenue), Top: top, Fall: fall,
	})
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, movers)
}
