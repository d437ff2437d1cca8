package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// policyPanel is what stands at the head of the list of policies.
type policyPanel struct {
	industry.PolicySummary
	Validities []countLink
	Checks     []countLink // 公平竞争审查
	chain      string
}

// countLink is a count with the list it leads to.
type countLink struct {
	industry.PolicyCount
	Href string
	Mark industry.Light
}

// Item is the page of a policy.
func (p *policyPanel) Item(id string) string { return itemAddress(p.chain, "policies", id) }

// summarisePolicies puts the panel at the head of 政策清单.
func (s *server) summarisePolicies(c *request, r office.ListRequest) (*policyPanel, error) {
	if r.List != "policies" {
		return nil, nil
	}
	summary, err := s.office.PolicySummary(c.ctx(), r)
	if err != nil {
		return nil, err
	}
	p := &policyPanel{PolicySummary: summary, chain: r.Chain}
	narrowed := func(column string, counts []industry.PolicyCount) []countLink {
		links := make([]countLink, len(counts))
		for i, n := range counts {
			values := momentOf(c.Request.URL.Query())
			values.Set(column, n.Value)
			links[i] = countLink{n, listAddress(r.Chain, r.List) + "?" + values.Encode(), mark(n.Value)}
		}
		return links
	}
	p.Validities, p.Checks = narrowed("validity", summary.Validity), narrowed("fair_competition", summary.Reviews)
	return p, nil
}

// apiPolicySummary answers GET /api/v1/chains/{chain}/policies/summary.
func (s *server) apiPolicySummary(c *request) error {
	at, err := c.instant("as_of")
	if err != nil {
		return err
	}
	summary, err := s.office.PolicySummary(c.ctx(), office.ListRequest{List: "policies", Chain: c.Param("chain"), User: c.user, AsOf: at})
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, summary)
}
