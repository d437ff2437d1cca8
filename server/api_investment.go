package server

import (
	"net/http"

	"chainboard/office"
)

// apiInvestment answers GET /api/v1/chains/{chain}/investment.
func (s *server) apiInvestment(c *request) error {
	q, err := c.investmentQuery()
	if err != nil {
		return err
	}
	report, err := s.office.InvestmentReport(c.ctx(), q)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, report)
}

// apiCounted answers GET /api/v1/chains/{chain}/investment/counted?figure=.
func (s *server) apiCounted(c *request) error {
	q, err := c.investmentQuery()
	if err != nil {
		return err
	}
	counted, err := s.office.Counted(c.ctx(), q, c.DefaultQuery("figure", "signed"))
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, counted)
}

// investmentQuery reads ?from= and ?to= beside the chain, the month and ?as_of=.
func (c *request) investmentQuery() (office.InvestmentQuery, error) {
	var q office.InvestmentQuery
	var err error
	if q.Query, err = c.query(); err != nil {
		return q, err
	}
	if q.From, err = c.date("from"); err != nil {
		return q, err
	}
	q.To, err = c.date("to")
	return q, err
}
