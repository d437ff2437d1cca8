package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// briefingFields reads what 简报 of a chain, or of all of them, and a month may name.
func (o *Office) briefingFields(ctx context.Context, q Query) (industry.Fields, error) {
	facts, err := o.bulletinFacts(ctx, q)
	if err != nil {
		return industry.Fields{}, err
	}
	f := industry.BriefingFacts{BulletinFacts: facts}
	f.Months, err = o.months(ctx, store.Scope{Chain: f.Overview.Table.Chain, Indicator: revenue, AsOf: q.AsOf})
	return f.Fields(), err
}
