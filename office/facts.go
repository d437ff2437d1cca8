package office

import (
	"cmp"
	"context"
	"slices"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// Query says of which chain, month and moment figures are wanted.
type Query struct {
	Chain string         // a chain's code, or industry.AllChains
	Month industry.Month // undefined: the newest month with a revenue figure
	AsOf  time.Time      // zero: now
}

const revenue = "revenue"

// county is what the registers say at one moment.
type county struct {
	chains      []industry.Party
	later       []industry.Party // chains that a past moment did not know yet
	indicators  []industry.Indicator
	targets     []industry.Target
	enterprises []industry.Enterprise
	projects    []industry.Project
	arrivals    []industry.Arrival // nil: no ledger is kept
	segments    []industry.Segment
}

// entries returns the live records of a register at a moment, by key.
func (o *Office) entries(ctx context.Context, g *industry.Register, asOf time.Time) ([]industry.Record, error) {
	var all map[string]store.Entry
	var err error
	if asOf.IsZero() {
		all, err = o.store.Records(ctx, g)
	} else {
		all, err = o.store.RecordsAsOf(ctx, g, asOf)
	}
	if err != nil {
		return nil, err
	}
	return liveRecords(all), nil
}

// liveRecords returns the records that are not withdrawn, ordered by key.
func liveRecords(all map[string]store.Entry) []industry.Record {
	keys := make([]string, 0, len(all))
	for key, e := range all {
		if !e.Withdrawn {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	records := make([]industry.Record, len(keys))
	for i, key := range keys {
		records[i] = all[key].Record
	}
	return records
}

// county reads the registers at a moment.
func (o *Office) county(ctx context.Context, asOf time.Time) (county, error) {
	var c county
	records := map[*industry.Register][]industry.Record{}
	for _, g := range []*industry.Register{
		industry.ChainRegister, industry.IndicatorRegister, industry.TargetRegister, industry.EnterpriseRegister,
		industry.ProjectRegister, industry.ArrivalRegister, industry.SegmentRegister, industry.RegionRegister,
	} {
		found, err := o.entries(ctx, g, asOf)
		if err != nil {
			return c, err
		}
		records[g] = found
	}
	for _, r := range records[industry.ChainRegister] {
		c.chains = append(c.chains, chainParty(r))
	}
	for _, r := range records[industry.IndicatorRegister] {
		c.indicators = append(c.indicators, industry.IndicatorOf(r))
	}
	if !asOf.IsZero() {
		if err := o.addLater(ctx, &c); err != nil {
			return c, err
		}
	}
	industry.SortIndicators(c.indicators)
	for _, r := range records[industry.TargetRegister] {
		if t, ok := industry.TargetOf(r); ok {
			c.targets = append(c.targets, t)
		}
	}
	for _, r := range records[industry.EnterpriseRegister] {
		c.enterprises = append(c.enterprises, industry.EnterpriseOf(r))
	}
	levels := industry.ParkLevels(records[industry.RegionRegister])
	for _, r := range records[industry.ProjectRegister] {
		p := industry.ProjectOf(r)
		p.ParkLevel = levels[p.Region]
		c.projects = append(c.projects, p)
	}
	for _, r := range records[industry.ArrivalRegister] {
		c.arrivals = append(c.arrivals, industry.ArrivalOf(r))
	}
	for _, r := range records[industry.SegmentRegister] {
		c.segments = append(c.segments, industry.SegmentOf(r))
	}
	return c, nil
}

func chainParty(r industry.Record) industry.Party {
	return industry.Party{ID: r.Get("code"), Name: r.Get("name")}
}

// addLater adds to a past county the chains and indicators it did not know yet:
// the answer about them is empty, not that they do not exist.
func (o *Office) addLater(ctx context.Context, c *county) error {
	chains, err := o.entries(ctx, industry.ChainRegister, time.Time{})
	if err != nil {
		return err
	}
	for _, r := range chains {
		if p := chainParty(r); !slices.ContainsFunc(c.chains, func(q industry.Party) bool { return p.ID == q.ID }) {
			c.later = append(c.later, p)
		}
	}
	indicators, err := o.entries(ctx, industry.IndicatorRegister, time.Time{})
	if err != nil {
		return err
	}
	for _, r := range indicators {
		if ind := industry.IndicatorOf(r); !slices.ContainsFunc(c.indicators, func(i industry.Indicator) bool { return i.Code == ind.Code }) {
			c.indicators = append(c.indicators, ind)
		}
	}
	return nil
}

// of narrows the registers to one chain; enterprises by their primary chain.
func (c county) of(chain string) county {
	if chain == industry.AllChains {
		return c
	}
	other := func(id string) bool { return id != chain }
	c.chains = without(c.chains, func(p industry.Party) bool { return other(p.ID) })
	c.enterprises = without(c.enterprises, func(e industry.Enterprise) bool { return other(e.Chain) })
	c.projects = without(c.projects, func(p industry.Project) bool { return other(p.Chain) })
	c.segments = without(c.segments, func(s industry.Segment) bool { return other(s.Chain) })
	c.targets = without(c.targets, func(t industry.Target) bool { return other(t.Chain) })
	return c
}

func without[T any](list []T, drop func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), drop)
}

// party returns the chain a query is about; an unknown code is NotFound.
func (c county) party(chain string) (industry.Party, error) {
	if chain == industry.AllChains {
		return industry.Party{ID: chain, Name: "全部产业链"}, nil
	}
	for _, p := range slices.Concat(c.chains, c.later) {
		if p.ID == chain {
			return p, nil
		}
	}
	return industry.Party{}, industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", chain)
}

// settle fills in the omitted chain and month.
func (o *Office) settle(ctx context.Context, q Query) (Query, error) {
	if q.Chain == "" {
		q.Chain = industry.AllChains
	}
	if q.Month.Defined() {
		return q, nil
	}
	asOf := []time.Time{q.AsOf}
	if !q.AsOf.IsZero() {
		asOf = append(asOf, time.Time{}) // before any figure: the newest month of now
	}
	for _, at := range asOf {
		months, err := o.store.Months(ctx, store.Scope{Chain: industry.AllChains, Indicator: revenue, AsOf: at})
		if err != nil {
			return q, err
		}
		if len(months) > 0 {
			q.Month = months[0]
			return q, nil
		}
	}
	q.Month = industry.MonthOf(o.store.Now())
	return q, nil
}

// Months returns the months in which a chain has a revenue figure, newest first.
func (o *Office) Months(ctx context.Context, chain string) ([]industry.Month, error) {
	if chain == "" {
		chain = industry.AllChains
	}
	return o.store.Months(ctx, store.Scope{Chain: chain, Indicator: revenue})
}

// facts reads everything dispatch of a settled query is computed from.
func (o *Office) facts(ctx context.Context, q Query, c county) (industry.Facts, error) {
	party, err := c.party(q.Chain)
	if err != nil {
		return industry.Facts{}, err
	}
	f := industry.Facts{Chain: party, Month: q.Month, AsOf: q.AsOf, Indicators: c.indicators}
	scope := store.Scope{Chain: q.Chain, From: q.Month, To: q.Month, AsOf: q.AsOf}
	now, err := o.store.SegmentSums(ctx, scope)
	if err != nil {
		return f, err
	}
	lastYear := scope
	lastYear.From, lastYear.To = q.Month-12, q.Month-12
	past, err := o.store.SegmentSums(ctx, lastYear)
	if err != nil {
		return f, err
	}
	scope.From = q.Month - 12
	own, err := o.store.ChainReports(ctx, scope)
	if err != nil {
		return f, err
	}
	scope.Indicator = revenue
	listed, err := o.store.ListedEnterprises(ctx, scope)
	if err != nil {
		return f, err
	}
	rows := chainRows{now: now, past: past, own: own, listed: listed}
	if slices.ContainsFunc(now, func(s industry.SegmentSum) bool { return s.Based < s.Reported }) {
		if rows.baseless, err = o.store.BaselessReports(ctx, scope); err != nil {
			return f, err
		}
	}
	for _, chain := range c.of(q.Chain).chains {
		f.Chains = append(f.Chains, chainFacts(chain, q, c.of(chain.ID), rows))
	}
	return f, nil
}

// chainRows are the rows read for all chains at once.
type chainRows struct {
	now, past []industry.SegmentSum
	own       []industry.MonthlyReport
	listed    []store.Listed
	baseless  []store.Baseless
}

func chainFacts(chain industry.Party, q Query, c county, rows chainRows) industry.ChainFacts {
	f := industry.ChainFacts{
		Chain: chain, Sums: sumsOf(rows.now, chain.ID), LastYear: sumsOf(rows.past, chain.ID),
		Register: industry.RegisterIndicators(c.projects, c.arrivals, c.enterprises, q.Month), Baseless: map[string][]industry.Party{},
	}
	for _, r := range rows.own {
		if r.Object == chain.ID && (r.Month == q.Month || r.Month == q.Month-1 || r.Month == q.Month-12) {
			f.Reports = append(f.Reports, r)
		}
	}
	for _, l := range rows.listed {
		if l.Chain != chain.ID {
			continue
		}
		f.Expected++
		if !l.Reported {
			f.Missing = append(f.Missing, industry.Party{ID: l.Key, Name: l.Name})
		}
	}
	for _, b := range rows.baseless {
		if b.Chain == chain.ID {
			f.Baseless[b.Indicator] = append(f.Baseless[b.Indicator], industry.Party{ID: b.Key, Name: b.Name})
		}
	}
	for _, e := range c.enterprises {
		if e.Listed(q.Month - 12) {
			f.Then++
		}
	}
	for _, t := range c.targets {
		if t.Year == q.Month.Year() {
			f.Targets = append(f.Targets, t)
		}
	}
	return f
}

// sumsOf adds up the segments of one chain, by indicator.
func sumsOf(segments []industry.SegmentSum, chain string) []industry.Sum {
	byIndicator := map[string]industry.Sum{}
	for _, s := range segments {
		if s.Chain != chain {
			continue
		}
		if sum, ok := byIndicator[s.Indicator]; ok {
			byIndicator[s.Indicator] = sum.Plus(s.Sum)
		} else {
			byIndicator[s.Indicator] = s.Sum
		}
	}
	sums := make([]industry.Sum, 0, len(byIndicator))
	for _, s := range byIndicator {
		sums = append(sums, s)
	}
	slices.SortFunc(sums, func(a, b industry.Sum) int { return cmp.Compare(a.Indicator, b.Indicator) })
	return sums
}
