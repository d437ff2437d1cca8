package office

import (
	"context"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// InvestmentRules returns every decision about figures of investment, oldest first.
func (o *Office) InvestmentRules(ctx context.Context) (industry.InvestmentBook, error) {
	return o.store.InvestmentRules(ctx)
}

// investmentRules returns what was in force at a moment; the zero moment is now.
func (o *Office) investmentRules(ctx context.Context, asOf time.Time) (industry.InvestmentRules, error) {
	book, err := o.store.InvestmentRules(ctx)
	return book.InForce(asOf), err
}

// DecideInvestmentRule appends a decision. r.Version is the number the office has
// seen last (0 where there is none): one decided since is a Conflict. What is
// wrong is Invalid, by field.
func (o *Office) DecideInvestmentRule(ctx context.Context, r industry.InvestmentRule, actor Actor) error {
	r.Version, r.Actor = r.Version+1, actor.Name
	if err := r.Check(); err != nil {
		return err
	}
	entry := actor.Entry(industry.ActSave, "招商口径")
	entry.Detail = r.Text() + "；依据 " + r.Reason
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddInvestmentRule(ctx, r) })
}
