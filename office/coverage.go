package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// addMissing reads what the enterprises that are missing in a sum last had in
// it. Where nobody is missing it reads nothing.
func (o *Office) addMissing(ctx context.Context, q Query, f *industry.Facts) error {
	book := missingBook{facts: f, seen: map[missingPlace]int{}}
	if !book.open() {
		return nil
	}
	for _, basis := range []industry.Month{q.Month - 1, q.Month - 12} {
		scope := store.Scope{Chain: q.Chain, From: basis, To: q.Month, AsOf: q.AsOf}
		rows, err := o.missingReports(ctx, scope)
		if err != nil {
			return err
		}
		scope.To = basis
		totals, err := o.totals(ctx, scope)
		if err != nil {
			return err
		}
		if book.take(basis, rows, totals); !book.open() {
			return nil
		}
	}
	return nil
}

// missingReports remembers what the missing had by an earlier month
// (store.MissingReports).
func (o *Office) missingReports(ctx context.Context, s store.Scope) ([]store.Earlier, error) {
	return rowsOf(ctx, o, asked("missing", s), reportsOf(s.From, s.To), func() ([]store.Earlier, error) { return o.store.MissingReports(ctx, s) })
}

// missingBook gathers, for every chain and indicator with somebody missing, what
// the missing had at one basis or another.
type missingBook struct {
	facts *industry.Facts
	seen  map[missingPlace]int // enterprises found so far
	firms map[string]bool      // chain, indicator and credit code of those
}

type missingPlace struct{ chain, indicator string }

// open reports whether somebody missing has not been found yet.
func (b *missingBook) open() bool {
	for i := range b.facts.Chains {
		c := &b.facts.Chains[i]
		for _, s := range c.Sums {
			if s.Reported > 0 && s.Reported+b.seen[missingPlace{c.Chain.ID, s.Indicator}] < c.Expected {
				return true
			}
		}
	}
	return false
}

// take keeps what belongs to a sum in which somebody is missing. An enterprise is
// taken at its first basis.
func (b *missingBook) take(basis industry.Month, rows []store.Earlier, totals []store.CumulativeTotal) {
	if b.firms == nil {
		b.firms = map[string]bool{}
	}
	whole := map[missingPlace]industry.Quantity{}
	for _, t := range totals {
		if t.Total.Known {
			whole[missingPlace{t.Chain, t.Indicator}] = t.Total
		}
	}
	found := map[missingPlace][]industry.Quantity{}
	for _, r := range rows {
		at := missingPlace{r.Chain, r.Indicator}
		firm := r.Chain + industry.KeySeparator + r.Indicator + industry.KeySeparator + r.Object
		if !b.firms[firm] && b.comparable(r.Indicator, basis) {
			b.firms[firm] = true
			b.seen[at]++
			found[at] = append(found[at], r.Cumulative)
		}
	}
	for i := range b.facts.Chains {
		c := &b.facts.Chains[i]
		for _, s := range c.Sums {
			if at := (missingPlace{c.Chain.ID, s.Indicator}); s.Reported > 0 && len(found[at]) > 0 {
				c.Absent = append(c.Absent, industry.Absent{Indicator: s.Indicator, Basis: basis, Firms: found[at], Whole: whole[at]})
			}
		}
	}
}

// comparable reports whether a month is one that shares may be taken of: the same
// month of last year, or the month before where cumulatives go on.
func (b *missingBook) comparable(indicator string, basis industry.Month) bool {
	if basis == b.facts.Month-12 {
		return true
	}
	for _, ind := range b.facts.Indicators {
		if ind.Code == indicator {
			previous, ok := ind.PreviousPoint(b.facts.Month)
			return ok && previous == basis
		}
	}
	return false
}
