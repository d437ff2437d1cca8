package store

import (
	"context"

	"chainboard/industry"
)

// CumulativeTotal is what a chain's cumulative of an indicator was at the end of
// a month: its own row's and the sum over that month's list.
type CumulativeTotal struct {
	Chain     string
	Indicator string
	Own       industry.Quantity
	Total     industry.Quantity
	Reported  int // enterprises in Total
}

// CumulativeTotals returns the totals of month scope.To from each indicator's
// main source: at most two for a chain and indicator, one with Own, one with Total.
func (s *Store) CumulativeTotals(ctx context.Context, scope Scope) ([]CumulativeTotal, error) {
	query := s.queries.CumulativeTotals
	arg := values{"chain": scope.Chain, "month": scope.To.String()}
	if !scope.AsOf.IsZero() {
		arg["as_of"], arg["from_month"], arg["to_month"] = instant(scope.AsOf), scope.To.String(), scope.To.String()
		query = s.queries.PastTables + "\n" + query
	}
	var totals []CumulativeTotal
	err := selectNamed(ctx, s.db, &totals, query, arg)
	return totals, err
}
