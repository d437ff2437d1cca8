package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// Briefing writes 简报 of a chain, or of all of them, and a month.
func (o *Office) Briefing(ctx context.Context, q Query) (industry.Document, error) {
	facts, err := o.bulletinFacts(ctx, q)
	if err != nil {
		return industry.Document{}, err
	}
	f := industry.BriefingFacts{BulletinFacts: facts}
	f.Months, err = o.months(ctx, store.Scope{Chain: f.Overview.Table.Chain, Indicator: revenue, AsOf: q.AsOf})
	if err != nil {
		return industry.Document{}, err
	}
	return industry.BriefingOf(f), nil
}
