package office

import (
	"context"
	"slices"

	"chainboard/industry"
	"chainboard/store"
)

// How long the lists of risers and fallers are and may be, and by how many
// percent a month may be asked to have fallen.
const (
	TopMovers     = 10
	MostTopMovers = 500
	MostFall      = 99
)

// MoverQuery says whose movers are wanted.
type MoverQuery struct {
	Query
	Indicator string
	Top       int // risers and fallers; 0: TopMovers
	Fall      int // percent; 0: industry.FallOfHalf
}

// Movers finds the enterprises that make a month's growth and those that stand
// still. It names firms: only for who may see single enterprises.
func (o *Office) Movers(ctx context.Context, q MoverQuery) (industry.Movers, error) {
	settled, c, err := o.open(ctx, q.Query)
	if err != nil {
		return industry.Movers{}, err
	}
	f := industry.MoverFacts{Month: settled.Month, Fall: q.Fall, Top: q.Top, Segments: map[string]string{}, Regions: map[string]string{}}
	if f.Chain, err = c.party(settled.Chain); err != nil {
		return industry.Movers{}, err
	}
	if f.Indicator, err = c.indicator(q.Indicator); err != nil {
		return industry.Movers{}, err
	}
	if f.Top == 0 {
		f.Top = TopMovers
	}
	if f.Fall == 0 {
		f.Fall = industry.FallOfHalf
	}
	for _, s := range c.segments {
		f.Segments[s.Key] = s.Name
	}
	regions, err := o.parties(ctx, settled, c, industry.ByRegion)
	if err != nil {
		return industry.Movers{}, err
	}
	for _, r := range regions {
		f.Regions[r.ID] = r.Name
	}
	if f.Firms, err = o.firmSeries(ctx, settled, c, f.Indicator); err != nil {
		return industry.Movers{}, err
	}
	f.Working, f.Worked = f.Indicator, f.Firms
	if !f.Indicator.TellsWork() || !reported(f.Firms, f.Month) {
		if f.Working, err = c.indicator(revenue); err != nil {
			return industry.Movers{}, err
		}
		if f.Worked, err = o.firmSeries(ctx, settled, c, f.Working); err != nil {
			return industry.Movers{}, err
		}
	}
	return industry.MoversOf(f), nil
}

// firmSeries reads what the enterprises of a chain reported of an indicator in
// the 14 months up to the query's: a year of months with the month before each.
func (o *Office) firmSeries(ctx context.Context, q Query, c county, ind industry.Indicator) ([]industry.FirmSeries, error) {
	scope := store.Scope{Chain: q.Chain, Indicator: ind.Code, From: q.Month - 13, To: q.Month, AsOf: q.AsOf}
	reports, err := o.enterpriseReports(ctx, scope)
	if err != nil {
		return nil, err
	}
	enterprises := c.of(q.Chain).enterprises
	list := make([]industry.FirmSeries, len(enterprises))
	for i, e := range enterprises {
		list[i] = industry.FirmSeries{Enterprise: e, Reports: reports[e.ID]}
	}
	return list, nil
}

// reported tells whether any enterprise has a figure of a month.
func reported(firms []industry.FirmSeries, m industry.Month) bool {
	return slices.ContainsFunc(firms, func(f industry.FirmSeries) bool { return f.Reports[m].Cumulative.Known })
}
