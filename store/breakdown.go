package store

import (
	"context"

	"chainboard/industry"
)

// EnterpriseReports returns what the enterprises reported of scope.Indicator in
// the months of a scope, from its main source, by credit code and month; of
// every chain.
func (s *Store) EnterpriseReports(ctx context.Context, scope Scope) (map[string]industry.FirmReports, error) {
	var rows []struct {
		Month      industry.Month
		Object     string
		InMonth    industry.Quantity `db:"in_month"`
		Cumulative industry.Quantity
		Base       industry.Quantity
	}
	if err := s.selectScope(ctx, &rows, s.queries.EnterpriseReports, scope); err != nil {
		return nil, err
	}
	reports := map[string]industry.FirmReports{}
	for _, r := range rows {
		if reports[r.Object] == nil {
			reports[r.Object] = industry.FirmReports{}
		}
		reports[r.Object][r.Month] = industry.FirmReport{InMonth: r.InMonth, Cumulative: r.Cumulative, Base: r.Base}
	}
	return reports, nil
}
