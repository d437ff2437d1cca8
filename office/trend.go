package office

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"chainboard/industry"
	"chainboard/store"
)

// pointBook gathers what each chain has for each month of a series.
type pointBook struct {
	scope  store.Scope
	points map[pointPlace]*industry.PointFacts
}

type pointPlace struct {
	month industry.Month
	chain string
}

// newPointBook returns a book that expects the awaited chains in every month: a
// total over chains must not read as the figure of the only one that reported.
func newPointBook(scope store.Scope, awaited []string) pointBook {
	b := pointBook{scope, map[pointPlace]*industry.PointFacts{}}
	for m := scope.From; m <= scope.To; m++ {
		for _, chain := range awaited {
			b.at(m, chain)
		}
	}
	return b
}

func (b pointBook) at(m industry.Month, chain string) *industry.PointFacts {
	p := pointPlace{m, chain}
	if b.points[p] == nil {
		b.points[p] = &industry.PointFacts{Month: m, Chain: chain}
	}
	return b.points[p]
}

// list returns the points by month and chain.
func (b pointBook) list() []industry.PointFacts {
	list := make([]industry.PointFacts, 0, len(b.points))
	for p := range maps.Values(b.points) {
		list = append(list, *p)
	}
	slices.SortFunc(list, func(a, b industry.PointFacts) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), cmp.Compare(a.Chain, b.Chain))
	})
	return list
}

// readPoints reads what each chain reported for each month.
func (o *Office) readPoints(ctx context.Context, b pointBook, ind industry.Indicator) error {
	if err := o.readSums(ctx, b); err != nil {
		return err
	}
	own, err := o.chainReports(ctx, b.scope)
	if err != nil {
		return err
	}
	for _, r := range own {
		if r.Source == ind.MainSource {
			b.at(r.Month, r.Object).Own = &r
		}
	}
	return nil
}

// readSums reads the sums over the lists, segments put together.
func (o *Office) readSums(ctx context.Context, b pointBook) error {
	sums, err := o.sums(ctx, b.scope)
	if err != nil {
		return err
	}
	for _, s := range sums {
		p := b.at(s.Month, s.Chain)
		if p.Sum == nil {
			p.Sum = &s.Sum
		} else {
			sum := p.Sum.Plus(s.Sum)
			p.Sum = &sum
		}
	}
	return nil
}

// readCoverage reads the R&D expenses of each month's list and its length.
func (o *Office) readCoverage(ctx context.Context, b pointBook, c county) error {
	b.scope.Indicator = "rnd_expense"
	if err := o.readSums(ctx, b); err != nil {
		return err
	}
	for _, e := range c.enterprises {
		for m := b.scope.From; m <= b.scope.To; m++ {
			if e.Listed(m) {
				b.at(m, e.Chain).Listed++
			}
		}
	}
	return nil
}

// countListed says how many enterprises were to report each point.
func (b pointBook) countListed(c county) {
	for i := range c.enterprises {
		e := &c.enterprises[i]
		for m := b.scope.From; m <= b.scope.To; m++ {
			if p := b.points[pointPlace{m, e.Chain}]; p != nil && e.Listed(m) {
				p.Listed++
			}
		}
	}
}

// countRegisters counts an indicator of the registers for each month and
// expected chain.
func (b pointBook) countRegisters(ind industry.Indicator, c county) {
	for _, chain := range c.chains {
		own := c.of(chain.ID)
		for m := b.scope.From; m <= b.scope.To; m++ {
			for _, computed := range industry.RegisterIndicators(own.counted(), m) {
				_, awaited := b.points[pointPlace{m, chain.ID}]
				if computed.Indicator == ind.Code && (awaited || computed.Cumulative.Parts != 0) {
					b.at(m, chain.ID).Register = &computed
				}
			}
		}
	}
}
