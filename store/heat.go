package store

import (
	"context"

	"chainboard/industry"
)

// heatRow is one month of an enterprise; an enterprise without any report has
// one row without a month.
type heatRow struct {
	Key        string
	Name       string
	Entered    industry.Month
	Month      industry.Month
	InMonth    industry.Quantity `db:"in_month"`
	Cumulative industry.Quantity
	Base       industry.Quantity
	Growth     industry.Quantity
}

// HeatFirms returns scope.Many enterprises of the list of month scope.To from the
// scope.Skip-th on, the largest figure first, with what they reported of
// scope.Indicator since scope.From.
func (s *Store) HeatFirms(ctx context.Context, scope Scope) ([]industry.HeatFirm, error) {
	var rows []heatRow
	if err := s.selectScope(ctx, &rows, s.queries.HeatReports, scope); err != nil {
		return nil, err
	}
	var firms []industry.HeatFirm
	for _, r := range rows {
		n := len(firms) - 1
		if n < 0 || firms[n].Firm.ID != r.Key {
			firms = append(firms, industry.HeatFirm{Firm: industry.Party{ID: r.Key, Name: r.Name}, Entered: r.Entered})
			n++
		}
		if r.Month.Defined() {
			firms[n].Reports = append(firms[n].Reports, industry.MonthlyReport{
				Month: r.Month, ObjectKind: industry.ObjectEnterprise, Object: r.Key, Indicator: scope.Indicator,
				InMonth: r.InMonth, Cumulative: r.Cumulative, Base: r.Base, Growth: r.Growth,
			})
		}
	}
	return firms, nil
}
