package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// HeatMonths is how many calendar months a heat map goes back: to the same month
// of last year there are eleven or twelve columns.
const HeatMonths = 12

// MostHeatPages bounds the pages of a heat map.
const MostHeatPages = 10_000

// HeatQuery says which heat map is wanted.
type HeatQuery struct {
	Indicator string
	BySegment bool   // segments instead of single enterprises
	Measure   string // of enterprises: growth (""), in_month
	Page      int    // of rows, the first is 1
	Open      bool   // the reader may see single enterprises
	All       bool   // every row instead of a page
}

// Heat returns the heat map of an indicator. Whoever may not see single
// enterprises gets segments, those of few enterprises hidden.
func (o *Office) Heat(ctx context.Context, q Query, h HeatQuery) (industry.Heat, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.Heat{}, err
	}
	ind, err := c.indicator(h.Indicator)
	if err != nil || ind.FromRegister { // nothing is reported by enterprise
		return industry.Heat{}, err
	}
	if _, err := c.party(q.Chain); err != nil {
		return industry.Heat{}, err
	}
	if h.BySegment || !h.Open {
		return o.heatOfSegments(ctx, q, c, split{ind, industry.BySegment}, h)
	}
	scope := store.Scope{
		Chain: q.Chain, Indicator: ind.Code, From: industry.TrendFrom(ind, q.Month, HeatMonths), To: q.Month, AsOf: q.AsOf,
		Skip: (max(h.Page, 1) - 1) * industry.HeatRows, Many: industry.HeatRows,
	}
	if h.All {
		scope.Many = MostHeatPages * industry.HeatRows
	}
	firms, err := o.store.HeatFirms(ctx, scope)
	if err != nil {
		return industry.Heat{}, err
	}
	if h.Measure == industry.HeatInMonth {
		return industry.HeatOfAmounts(ind, q.Month, HeatMonths, firms), nil
	}
	return industry.HeatOfFirms(ind, q.Month, HeatMonths, firms), nil
}

// heatOfSegments is made of the very breakdowns that every month shows, so that
// it tells no more than they do.
func (o *Office) heatOfSegments(ctx context.Context, q Query, c county, s split, h HeatQuery) (industry.Heat, error) {
	order, err := o.parties(ctx, q, c, s.by)
	if err != nil {
		return industry.Heat{}, err
	}
	reports, err := o.enterpriseReports(ctx, store.Scope{
		Chain: q.Chain, Indicator: s.ind.Code, From: q.Month.Add(1 - HeatMonths), To: q.Month, AsOf: q.AsOf,
	})
	if err != nil {
		return industry.Heat{}, err
	}
	own, byMonth := c.of(q.Chain), map[industry.Month]industry.Breakdown{}
	for _, column := range industry.HeatMonths(s.ind, q.Month, HeatMonths) {
		b := industry.BreakdownOf(s.ind, industry.GroupFirms(s.ind, s.by, own.figures(column.Month, reports), order))
		b.By, b.Month = s.by, column.Month
		if !h.Open {
			b = b.Suppressed()
		}
		byMonth[column.Month] = b
	}
	heat := industry.HeatOfParts(s.ind, q.Month, HeatMonths, byMonth)
	if h.All {
		return heat, nil
	}
	return heat.Page(max(h.Page, 1)), nil
}
