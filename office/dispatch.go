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
	if err := o.addPast(ctx, q, c, &f); err != nil {
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
	parties, branches := map[string]industry.Party{}, map[string]string{}
	var order []string
	for _, s := range c.of(q.Chain).segments {
		p := industry.Party{ID: s.Key, Name: s.Name}
		if g.by == "branch" {
			p = industry.Party{ID: s.Branch, Name: cmp.Or(s.Branch, "未分细分链")}
		}
		parties[s.Key], branches[s.Key] = p, s.Branch
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
			groups[p.ID] = &industry.GroupSum{Group: p, Segment: g.by == "segment"}
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
		group.Cells = append(group.Cells, industry.Cell{Chain: s.Chain, Branch: branches[s.Segment], Segment: s.Segment, Sum: s.Sum})
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
