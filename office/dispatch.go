package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// Dispatch computes the dispatch table of a chain and month.
func (o *Office) Dispatch(ctx context.Context, q Query) (industry.DispatchTable, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.DispatchTable{}, err
	}
	f, err := o.dispatchFacts(ctx, q, c)
	if err != nil {
		return industry.DispatchTable{}, err
	}
	return industry.Dispatch(f), nil
}

// dispatchFacts reads everything the dispatch table of a settled query is
// computed from.
func (o *Office) dispatchFacts(ctx context.Context, q Query, c county) (industry.Facts, error) {
	f, err := o.facts(ctx, q, c)
	if err != nil {
		return f, err
	}
	if err := o.addRules(ctx, q, c, &f); err != nil {
		return f, err
	}
	if err := o.addPast(ctx, q, &f); err != nil {
		return f, err
	}
	if err := o.addMissing(ctx, q, &f); err != nil {
		return f, err
	}
	return f, nil
}

// open settles a query and reads the registers it is about.
func (o *Office) open(ctx context.Context, q Query) (Query, county, error) {
	q, err := o.settle(ctx, q)
	if err != nil {
		return q, county{}, err
	}
	c, err := o.county(ctx, q.AsOf)
	return q, c, err
}

// indicator returns one of the county's indicators; an unknown code is NotFound.
func (c county) indicator(code string) (industry.Indicator, error) {
	for _, i := range c.indicators {
		if i.Code == code {
			return i, nil
		}
	}
	return industry.Indicator{}, industry.Errorf(industry.NotFound, "没有编码为“%s”的指标", code)
}

// MostTrendMonths bounds a trend.
const MostTrendMonths = 120

// Trend computes the series of an indicator over calendar months ending at the
// query's month.
func (o *Office) Trend(ctx context.Context, q Query, indicator string, months int) (industry.Trend, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.Trend{}, err
	}
	party, err := c.party(q.Chain)
	if err != nil {
		return industry.Trend{}, err
	}
	ind, err := c.indicator(indicator)
	if err != nil {
		return industry.Trend{}, err
	}
	f, err := o.facts(ctx, q, c)
	if err != nil {
		return industry.Trend{}, err
	}
	months = min(max(months, 1), MostTrendMonths)
	scope := store.Scope{
		Chain: q.Chain, Indicator: indicator, From: industry.TrendFrom(ind, q.Month, months), To: q.Month, AsOf: q.AsOf,
	}
	points := newPointBook(scope, f.Awaited())
	switch {
	case ind.Code == industry.RnDCoverage:
		err = o.readCoverage(ctx, points, c.of(q.Chain))
	case ind.FromRegister:
		points.countRegisters(ind, c.of(q.Chain))
	default:
		err = o.readPoints(ctx, points, ind)
		points.countListed(c.of(q.Chain))
	}
	if err != nil {
		return industry.Trend{}, err
	}
	t := industry.TrendOf(ind, q.Month, months, points.list())
	t.Chain = party.ID
	if t.References, err = o.references(ctx, ind, scope, months); err != nil {
		return industry.Trend{}, err
	}
	if line, ok := industry.Dispatch(f).Line(indicator); ok {
		t.Plan = line.Plan
	}
	return t, nil
}
