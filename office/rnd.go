package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// certifiedYears is how many Decembers are looked at for certified figures.
const certifiedYears = 4

// RnD computes the R&D dispatch of a chain and month; open says whether single
// enterprises may be shown.
func (o *Office) RnD(ctx context.Context, q Query, open bool) (industry.RnD, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.RnD{}, err
	}
	f := industry.RnDFacts{Open: open, Enterprises: c.of(q.Chain).enterprises, Segments: map[string]string{}, Regions: map[string]string{}}
	if f.Facts, err = o.dispatchFacts(ctx, q, c); err != nil {
		return industry.RnD{}, err
	}
	if f.Table = industry.Dispatch(f.Facts); !open {
		f.Table = f.Table.Nameless()
	}
	for _, s := range c.segments {
		f.Segments[s.Key] = s.Name
	}
	regions, err := o.parties(ctx, q, c, industry.ByRegion)
	if err != nil {
		return industry.RnD{}, err
	}
	for _, r := range regions {
		f.Regions[r.ID] = r.Name
	}
	if f.Years, err = o.decembers(ctx, q, c); err != nil {
		return industry.RnD{}, err
	}
	if err := o.addSpending(ctx, q, c, &f); err != nil {
		return industry.RnD{}, err
	}
	return industry.RnDOf(f), nil
}

// decembers reads dispatch of the Decembers not after the month, newest first.
func (o *Office) decembers(ctx context.Context, q Query, c county) ([]industry.Facts, error) {
	var years []industry.Facts
	for y := q.Month.Year(); y > q.Month.Year()-certifiedYears; y-- {
		december := q
		if december.Month = industry.NewMonth(y, 12); december.Month > q.Month {
			continue
		}
		f, err := o.facts(ctx, december, c)
		if err != nil {
			return nil, err
		}
		years = append(years, f)
	}
	return years, nil
}

// addSpending adds what the enterprises of the list spent and earned, split by
// segment. A county without one of the indicators has none of it.
func (o *Office) addSpending(ctx context.Context, q Query, c county, f *industry.RnDFacts) error {
	figures := map[string]map[string]industry.FirmReports{}
	for code, into := range map[string]*industry.Breakdown{"rnd_expense": &f.Expense, revenue: &f.Revenue} {
		ind, err := c.indicator(code)
		if err != nil {
			continue
		}
		b, err := o.breakdown(ctx, q, c, split{ind, industry.BySegment})
		if err != nil {
			return err
		}
		if !f.Open {
			b = b.Suppressed()
		}
		*into = b
		scope := store.Scope{Chain: q.Chain, Indicator: code, From: q.Month, To: q.Month, AsOf: q.AsOf}
		if figures[code], err = o.store.EnterpriseReports(ctx, scope); err != nil {
			return err
		}
	}
	for _, e := range c.of(q.Chain).enterprises {
		if e.Listed(q.Month) {
			f.Firms = append(f.Firms, industry.RnDFirm{
				Enterprise: e, Expense: figures["rnd_expense"][e.ID][q.Month], Revenue: figures[revenue][e.ID][q.Month],
			})
		}
	}
	return nil
}
