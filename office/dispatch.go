package office

import (
	"cmp"
	"context"
	"slices"

	"chainboard/industry"
	"chainboard/store"
)

// Dispatch computes the dispatch table of a chain and month.
func (o *Office) Dispatch(ctx context.Context, q Query) (industry.DispatchTable, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.DispatchTable{}, err
	}
	f, err := o.facts(ctx, q, c)
	if err != nil {
		return industry.DispatchTable{}, err
	}
	return industry.Dispatch(f), nil
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
	months = min(max(months, 1), MostTrendMonths)
	points, err := o.points(ctx, ind, store.Scope{
		Chain: q.Chain, Indicator: indicator, From: industry.TrendFrom(ind, q.Month, months), To: q.Month, AsOf: q.AsOf,
	})
	if err != nil {
		return industry.Trend{}, err
	}
	if ind.FromRegister {
		points = registerPoints(ind, c.of(q.Chain), months, q.Month)
	}
	t := industry.TrendOf(ind, q.Month, months, points)
	t.Chain = party.ID
	f, err := o.facts(ctx, q, c)
	if err != nil {
		return t, err
	}
	if line, ok := industry.Dispatch(f).Line(indicator); ok {
		t.Plan = line.Plan
	}
	return t, nil
}

// registerPoints counts an indicator of the registers for each month and chain.
func registerPoints(ind industry.Indicator, c county, months int, to industry.Month) []industry.PointFacts {
	var points []industry.PointFacts
	for m := to.Add(-months); m <= to; m++ {
		for _, chain := range c.chains {
			own := c.of(chain.ID)
			for _, computed := range industry.RegisterIndicators(own.projects, own.enterprises, m) {
				if computed.Indicator == ind.Code {
					points = append(points, industry.PointFacts{Month: m, Chain: chain.ID, Register: &computed})
				}
			}
		}
	}
	return points
}

// points reads what each chain reported for each month of a scope.
func (o *Office) points(ctx context.Context, ind industry.Indicator, scope store.Scope) ([]industry.PointFacts, error) {
	sums, err := o.store.SegmentSums(ctx, scope)
	if err != nil {
		return nil, err
	}
	own, err := o.store.ChainReports(ctx, scope)
	if err != nil {
		return nil, err
	}
	type place struct {
		month industry.Month
		chain string
	}
	byPlace := map[place]*industry.PointFacts{}
	at := func(m industry.Month, chain string) *industry.PointFacts {
		p := place{m, chain}
		if byPlace[p] == nil {
			byPlace[p] = &industry.PointFacts{Month: m, Chain: chain}
		}
		return byPlace[p]
	}
	for _, s := range sums {
		p := at(s.Month, s.Chain)
		if p.Sum == nil {
			p.Sum = &s.Sum
		} else {
			sum := p.Sum.Plus(s.Sum)
			p.Sum = &sum
		}
	}
	for _, r := range own {
		if r.Source == ind.MainSource {
			at(r.Month, r.Object).Own = &r
		}
	}
	points := make([]industry.PointFacts, 0, len(byPlace))
	for _, p := range byPlace {
		points = append(points, *p)
	}
	slices.SortFunc(points, func(a, b industry.PointFacts) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), cmp.Compare(a.Chain, b.Chain))
	})
	return points, nil
}

// Breakdown splits a chain's figure of an indicator by "segment" or "branch".
func (o *Office) Breakdown(ctx context.Context, q Query, indicator, by string) (industry.Breakdown, error) {
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
	groups, err := o.groups(ctx, q, c, grouping{indicator, by})
	if err != nil {
		return industry.Breakdown{}, err
	}
	return industry.BreakdownOf(ind, groups), nil
}

// grouping says what is split by what.
type grouping struct{ indicator, by string }

// groups reads the sums of a month's list by segment or branch, in the order of
// the segments.
func (o *Office) groups(ctx context.Context, q Query, c county, g grouping) ([]industry.GroupSum, error) {
	if g.by != "segment" && g.by != "branch" {
		return nil, industry.Errorf(industry.Invalid, "不能按“%s”分组，可用 segment（环节）或 branch（细分链）", g.by)
	}
	scope := store.Scope{Chain: q.Chain, Indicator: g.indicator, From: q.Month, To: q.Month, AsOf: q.AsOf}
	sums, err := o.store.SegmentSums(ctx, scope)
	if err != nil {
		return nil, err
	}
	listed, err := o.store.ListedEnterprises(ctx, scope)
	if err != nil {
		return nil, err
	}
	parties := map[string]industry.Party{}
	var order []string
	for _, s := range c.of(q.Chain).segments {
		p := industry.Party{ID: s.Key, Name: s.Name}
		if g.by == "branch" {
			p = industry.Party{ID: s.Branch, Name: cmp.Or(s.Branch, "未分细分链")}
		}
		parties[s.Key] = p
		if !slices.Contains(order, p.ID) {
			order = append(order, p.ID)
		}
	}
	groups := map[string]*industry.GroupSum{}
	at := func(segment string) *industry.GroupSum {
		p, ok := parties[segment]
		if !ok {
			p = industry.Party{ID: "", Name: "未填环节"}
		}
		if groups[p.ID] == nil {
			groups[p.ID] = &industry.GroupSum{Group: p}
			groups[p.ID].Sum.Indicator = g.indicator
		}
		return groups[p.ID]
	}
	for _, l := range listed {
		at(l.Segment).Expected++
	}
	for _, s := range sums {
		group := at(s.Segment)
		group.Sum = group.Sum.Plus(s.Sum)
	}
	if groups[""] != nil && !slices.Contains(order, "") {
		order = append(order, "")
	}
	var result []industry.GroupSum
	for _, id := range order {
		if groups[id] != nil {
			result = append(result, *groups[id])
		}
	}
	return result, nil
}
