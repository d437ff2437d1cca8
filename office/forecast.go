package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// addPast reads what the chains of f had come to by the same month and by
// December of the past years: what a forecast of the year rests on. One small
// sum per month; months nobody has reported cost next to nothing.
func (o *Office) addPast(ctx context.Context, q Query, c county, f *industry.Facts) error {
	past := map[string][]industry.PastTotal{}
	for _, m := range industry.PastMonths(q.Month) {
		totals, err := o.totals(ctx, store.Scope{Chain: q.Chain, To: m, AsOf: q.AsOf})
		if err != nil {
			return err
		}
		if len(totals) == 0 {
			continue
		}
		listed := c.listed(m)
		type place struct{ chain, indicator string }
		at := map[place]*industry.PastTotal{}
		for _, t := range totals {
			p := place{t.Chain, t.Indicator}
			if at[p] == nil {
				at[p] = &industry.PastTotal{Month: m, Indicator: t.Indicator}
			}
			if t.Own.Known {
				at[p].Own = t.Own
			} else {
				at[p].Sum, at[p].Missing = t.Total, max(listed[t.Chain]-t.Reported, 0)
			}
		}
		for p, total := range at {
			past[p.chain] = append(past[p.chain], *total)
		}
	}
	for i := range f.Chains {
		f.Chains[i].Past = past[f.Chains[i].Chain.ID]
	}
	return nil
}

// listed counts the enterprises on a month's list by chain.
func (c county) listed(m industry.Month) map[string]int {
	counts := map[string]int{}
	for i := range c.enterprises {
		if c.enterprises[i].Listed(m) {
			counts[c.enterprises[i].Chain]++
		}
	}
	return counts
}
