package store

import (
	"context"

	"chainboard/industry"
)

// Earlier is what an enterprise reported of an indicator by an earlier month.
type Earlier struct {
	Chain      string
	Indicator  string
	Object     string // credit code
	Cumulative industry.Quantity
}

// MissingReports returns what those on the list of month scope.To who have not
// reported by then had reported by scope.From.
func (s *Store) MissingReports(ctx context.Context, scope Scope) ([]Earlier, error) {
	var rows []Earlier
	err := s.selectScope(ctx, &rows, s.queries.MissingReports, scope)
	return rows, err
}
