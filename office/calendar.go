package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// IndicatorMonths returns the months in which a chain, or one of its enterprises,
// has reported an amount of an indicator, newest first.
func (o *Office) IndicatorMonths(ctx context.Context, chain, indicator string) ([]industry.Month, error) {
	return o.store.Months(ctx, store.Scope{Chain: chain, Indicator: indicator})
}
