package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// references reads the rows of nation, province and city over a trend's months.
func (o *Office) references(ctx context.Context, ind industry.Indicator, scope store.Scope, months int) ([]industry.ReferenceSeries, error) {
	if ind.FromRegister { // counted in this county's registers: nobody else reports it
		return []industry.ReferenceSeries{}, nil
	}
	facts, err := o.othersReports(ctx, scope)
	if err != nil {
		return nil, err
	}
	return industry.ReferencesOf(ind, scope.To, months, facts), nil
}
