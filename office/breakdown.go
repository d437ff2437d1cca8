package office

import (
	"cmp"
	"context"
	"slices"

	"chainboard/industry"
	"chainboard/store"
)

// Breakdown splits a chain's figure of an indicator, with the ranks of the month
// before. It holds every group: who may not see single enterprises gets it
// suppressed, and no breakdown by enterprise.
func (o *Office) Breakdown(ctx context.Context, q Query, indicator string, by industry.Grouping) (industry.Breakdown, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.Breakdown{}, err
	}
	if _, err := c.party(q.Chain); err != nil {
		return industry.Breakdown{}, err
	}
	ind, err := c.indicator(indicator)
	if err != nil {
		return industry.Breakdown{}, err
	}
	return o.breakdown(ctx, q, c, split{ind, by})
}

// split is an indicator and what it is split by.
type split struct {
	ind industry.Indicator
	by  industry.Grouping
}

func (o *Office) breakdown(ctx context.Context, q Query, c county, s split) (industry.Breakdown, error) {
	order, err := o.parties(ctx, q, c, s.by)
	if err != nil {
		return industry.Breakdown{}, err
	}
	scope := store.Scope{Chain: q.Chain, Indicator: s.ind.Code, From: q.Month, To: q.Month, AsOf: q.AsOf}
	previous, comparable := s.ind.PreviousPoint(q.Month)
	if comparable {
		scope.From = previous
	}
	reports, err := o.enterpriseReports(ctx, scope)
	if err != nil {
		return industry.Breakdown{}, err
	}
	own := c.of(q.Chain)
	of := func(m industry.Month) industry.Breakdown {
		b := industry.BreakdownOf(s.ind, industry.GroupFirms(s.ind, s.by, own.figures(m, reports), order))
		b.By, b.Month = s.by, m
		return b
	}
	b := of(q.Month)
	if comparable {
		b = b.Since(of(previous))
	}
	return b, nil
}

// parties returns the groups a figure can be split into, in their order.
func (o *Office) parties(ctx context.Context, q Query, c county, by industry.Grouping) ([]industry.Party, error) {
	var order []industry.Party
	switch by {
	case industry.ByRegion:
		records, err := o.entries(ctx, industry.RegionRegister, q.AsOf)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			order = append(order, industry.Party{ID: r.Key(), Name: r.Get("name")})
		}
	case industry.ByBranch, industry.BySegment:
		for _, s := range industry.OrderedSegments(c.of(q.Chain).segments) {
			p := industry.Party{ID: s.Key, Name: s.Name}
			if by == industry.ByBranch {
				p = industry.Party{ID: s.Branch, Name: cmp.Or(s.Branch, "未分细分链")}
			}
			if !slices.Contains(order, p) {
				order = append(order, p)
			}
		}
	}
	return order, nil
}

// figures returns the list of a month with what each reported of it.
func (c county) figures(m industry.Month, reports map[string]industry.FirmReports) []industry.FirmFigure {
	branches := make(map[string]string, len(c.segments))
	for _, s := range c.segments {
		branches[s.Key] = s.Branch
	}
	list := make([]industry.FirmFigure, 0, len(c.enterprises))
	for i := range c.enterprises {
		e := &c.enterprises[i]
		if !e.Listed(m) {
			continue
		}
		r := reports[e.ID][m]
		list = append(list, industry.FirmFigure{
			Firm: industry.Party{ID: e.ID, Name: e.Name}, Chain: e.Chain, Branch: branches[e.Segment], Segment: e.Segment, Region: e.Region,
			Cumulative: r.Cumulative, Base: r.Base,
		})
	}
	return list
}

// enterpriseReports remembers what the enterprises reported of an indicator
// (store.EnterpriseReports); they are of every chain, whatever is asked about.
func (o *Office) enterpriseReports(ctx context.Context, s store.Scope) (map[string]industry.FirmReports, error) {
	s.Chain = industry.AllChains
	q := question{asked("enterprises", s), reportsOf(between(s.From, s.To)...)}
	return recall(ctx, o, q, func() (map[string]industry.FirmReports, int, error) {
		reports, err := o.store.EnterpriseReports(ctx, s)
		rows := 0
		for _, r := range reports {
			rows += len(r)
		}
		return reports, rows, err
	})
}
