package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// addPast fills in what the chains of f had come to by the same month and by
// December of the past years: what a forecast of the year rests on.
func (o *Office) addPast(ctx context.Context, q Query, f *industry.Facts) error {
	months := industry.PastMonths(q.Month)
	scope := store.Scope{Chain: q.Chain, To: q.Month, AsOf: q.AsOf}
	from := registers(industry.EnterpriseRegister, industry.SegmentRegister, industry.IndicatorRegister)
	for _, m := range months {
		from = append(from, store.Extent{Register: industry.ReportRegister, Month: m})
	}
	past, err := recall(ctx, o, question{asked("past", scope), from}, func() (map[string][]industry.PastTotal, int, error) {
		return o.pastTotals(ctx, q, months)
	})
	if err != nil {
		return err
	}
	for i := range f.Chains {
		f.Chains[i].Past = past[f.Chains[i].Chain.ID]
	}
	return nil
}

// pastTotals reads the totals of some months by chain, and how many they are.
func (o *Office) pastTotals(ctx context.Context, q Query, months []industry.Month) (map[string][]industry.PastTotal, int, error) {
	c, err := o.county(ctx, q.AsOf)
	if err != nil {
		return nil, 0, err
	}
	past, n := map[string][]industry.PastTotal{}, 0
	for _, m := range months {
		totals, err := o.totals(ctx, store.Scope{Chain: q.Chain, To: m, AsOf: q.AsOf})
		if err != nil {
			return nil, 0, err
		}
		if len(totals) == 0 {
			continue
		}
		n += len(totals)
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
	return past, n, nil
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
