package store

import (
	"context"

	"chainboard/industry"
)

// referenceRow is a row of 月度调度 with the region it is about.
type referenceRow struct {
	RegionName string `db:"region_name"`
	RegionType string `db:"region_type"`
	chainReportRow
}

// References returns the rows of 国家, 省 and 市 of scope.Indicator from
// scope.From to scope.To, by region and by whether they are about the chain of
// the scope or about the whole industry.
func (s *Store) References(ctx context.Context, scope Scope) ([]industry.ReferenceFacts, error) {
	var rows []referenceRow
	if err := s.selectScope(ctx, &rows, s.queries.ReferenceReports, scope); err != nil {
		return nil, err
	}
	var list []industry.ReferenceFacts
	for _, r := range rows {
		n := len(list) - 1
		if n < 0 || list[n].Region.Code != r.Object || list[n].Chain != r.Chain {
			list = append(list, industry.ReferenceFacts{
				Region: industry.Region{Code: r.Object, Name: r.RegionName, Type: r.RegionType}, Chain: r.Chain,
			})
			n++
		}
		list[n].Reports = append(list[n].Reports, industry.MonthlyReport(r.chainReportRow))
	}
	return list, nil
}
