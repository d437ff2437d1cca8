package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// The largest of the newest month come first, page by page, each with its months;
// who is not on the list, another source and withdrawn rows are left out.
func TestHeatFirms(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		seed(t, s, enterprise("e1"), enterprise("e2", "entered", "2026-03"), enterprise("e3"), enterprise("e4", "above_scale", "否"), enterprise("e5", "departed", "2026-09"))
		other := report("2026-10", "e3", "cumulative", "999")
		other.Set("source", "税务局")
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "test"}, created(
				report("2026-09", "e1", "cumulative", "100"), report("2026-10", "e1", "cumulative", "130", "base", "120", "in_month", "30"),
				report("2026-10", "e2", "cumulative", "200", "growth", "5.5"), report("2025-09", "e2", "cumulative", "1"),
				report("2026-10", "e4", "cumulative", "900"), report("2026-10", "e5", "cumulative", "800"), other,
			))
		})
		october := industry.NewMonth(2026, 10)
		scope := store.Scope{Chain: "ne", Indicator: "revenue", From: october - 12, To: october, Many: 2}
		for _, asOf := range []time.Time{{}, c.now()} {
			scope.AsOf, scope.Skip = asOf, 0
			got := heatOf(t, s, scope)
			if got != "e2 2026-03 [2026-10 200]; e1  [2026-09 100 2026-10 130]; " {
				t.Errorf("as of %v: %s", asOf, got)
			}
			scope.Skip = 2
			if got := heatOf(t, s, scope); got != "e3  []; " {
				t.Errorf("second page: %s", got)
			}
		}
		scope.AsOf = c.now().Add(-time.Hour)
		if got := heatOf(t, s, scope); got != "" {
			t.Errorf("before anything existed: %s", got)
		}
	})
}

func heatOf(t *testing.T, s *store.Store, scope store.Scope) string {
	t.Helper()
	firms, err := s.HeatFirms(context.Background(), scope)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, f := range firms {
		var reports []string
		for _, r := range f.Reports {
			reports = append(reports, r.Month.String()+" "+r.Cumulative.String())
		}
		text += fmt.Sprintf("%s %s %v; ", f.Firm.ID, f.Entered, reports)
	}
	return text
}
