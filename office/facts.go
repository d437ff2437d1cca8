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
	Chain   string         // a chain's code, or industry.AllChains
	Month   industry.Month // undefined: the newest month with a revenue figure
	AsOf    time.Time      // zero: now
	version int64          // a compendium is to bear, 0: it is a draft
}

const revenue = "revenue"

// Settle fills in the omitted chain and month.
func (o *Office) Settle(ctx context.Context, q Query) (Query, error) { return o.settle(ctx, q) }

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
		months, err := o.months(ctx, store.Scope{Chain: industry.AllChains, Indicator: revenue, AsOf: at})
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
	return o.months(ctx, store.Scope{Chain: chain, Indicator: revenue})
}

// facts reads everything dispatch of a settled query is computed from.
func (o *Office) facts(ctx context.Context, q Query, c county) (industry.Facts, error) {
	party, err := c.party(q.Chain)
	if err != nil {
		return industry.Facts{}, err
	}
	f := industry.Facts{Chain: party, Month: q.Month, AsOf: q.AsOf, Indicators: c.indicators}
	scope := store.Scope{Chain: q.Chain, From: q.Month, To: q.Month, AsOf: q.AsOf}
	now, err := o.sums(ctx, scope)
	if err != nil {
		return f, err
	}
	lastYear := scope
	lastYear.From, lastYear.To = q.Month-12, q.Month-12
	past, err := o.sums(ctx, lastYear)
	if err != nil {
		return f, err
	}
	scope.From = q.Month - 12
	own, err := o.chainReports(ctx, scope)
	if err != nil {
		return f, err
	}
	scope.Indicator = revenue
	listed, err := o.listed(ctx, scope)
	if err != nil {
		return f, err
	}
	rows := chainRows{now: now, past: past, own: own, listed: listed}
	if slices.ContainsFunc(now, func(s industry.SegmentSum) bool { return s.Based < s.Reported }) {
		if rows.baseless, err = o.baseless(ctx, scope); err != nil {
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
		Register: industry.RegisterIndicators(c.counted(), q.Month), Baseless: map[string][]industry.Party{},
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
