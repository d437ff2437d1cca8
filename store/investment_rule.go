package store

import (
	"context"
	"encoding/json"
	"fmt"

	"chainboard/industry"
)

// investmentBody is a decision as it is kept: the member of its kind only.
type investmentBody struct {
	Rates    *industry.RateSet            `json:"rates,omitempty"`
	Flagship *industry.FlagshipThresholds `json:"flagship,omitempty"`
	Overdue  *industry.OverdueLimits      `json:"overdue,omitempty"`
}

// InvestmentRules returns every decision about figures of investment, oldest first.
func (s *Store) InvestmentRules(ctx context.Context) (industry.InvestmentBook, error) {
	var rows []struct {
		Kind, Body, Reason, Actor, At string

		Version int64
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.InvestmentRuleAll, values{}); err != nil {
		return nil, err
	}
	book := make(industry.InvestmentBook, len(rows))
	for i, r := range rows {
		rule := industry.InvestmentRule{Kind: r.Kind, Version: r.Version, Reason: r.Reason, Actor: r.Actor, At: parseInstant(r.At)}
		body := investmentBody{Rates: &rule.Rates, Flagship: &rule.Flagship, Overdue: &rule.Overdue}
		if err := json.Unmarshal([]byte(r.Body), &body); err != nil {
			return nil, fmt.Errorf("investment rule %s %d: %w", r.Kind, r.Version, err)
		}
		book[i] = rule
	}
	return book, nil
}

// AddInvestmentRule appends a decision. Its number must be the next one of its
// kind: else somebody decided meanwhile, a Conflict.
func (t *Tx) AddInvestmentRule(ctx context.Context, r industry.InvestmentRule) error {
	var body investmentBody
	switch r.Kind {
	case industry.RatesRule:
		body.Rates = &r.Rates
	case industry.FlagshipRule:
		body.Flagship = &r.Flagship
	default:
		body.Overdue = &r.Overdue
	}
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	n, err := t.named(ctx, t.store.queries.InvestmentRuleAdd, values{
		"kind": r.Kind, "version": r.Version, "body": string(text), "reason": r.Reason, "actor": r.Actor, "at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "这项招商口径刚被别人改过，请重新打开后再改")
	}
	return err
}
