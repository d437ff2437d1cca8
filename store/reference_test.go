package store_test

import (
	"context"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// Rows of 国家, 省 and 市 are read for the chain and for the whole industry, now
// and as of a past moment; rows of a township and of another chain are not.
func TestReferences(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		region := func(code, kind string) industry.Record {
			return record(industry.RegionRegister, "code", code, "name", "示例"+kind, "type", kind)
		}
		regionReport := func(month, object, chain, growth string) industry.Record {
			return record(industry.ReportRegister, "month", month, "object", "region:"+object, "chain", chain, "indicator", "revenue",
				"source", "统计局", "growth", growth)
		}
		seed(t, s)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "test"}, created(region("36", "省"), region("3699", "市"), region("369921100", "乡镇")))
		})
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "test"}, created(
				regionReport("2026-09", "36", "", "6.5"), regionReport("2026-10", "36", "", "6.7"), regionReport("2026-10", "36", "ne", "9.1"),
				regionReport("2026-10", "36", "nm", "2.2"), regionReport("2026-10", "3699", "", "8.4"), regionReport("2026-10", "369921100", "", "1"),
			))
		})
		to, err := industry.ParseMonth("2026-10")
		if err != nil {
			t.Fatal(err)
		}
		scope := store.Scope{Chain: "ne", Indicator: "revenue", From: to - 1, To: to}
		for _, asOf := range []time.Time{{}, c.now()} {
			scope.AsOf = asOf
			got, err := s.References(context.Background(), scope)
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != 3 || got[0].Region.Name != "示例省" || got[0].Chain != "" || len(got[0].Reports) != 2 ||
				got[1].Chain != "ne" || got[1].Reports[0].Growth != industry.Parts(9_100_000) || got[2].Region.Type != "市" {
				t.Errorf("as of %v: %+v", asOf, got)
			}
		}
		scope.AsOf = c.now().Add(-time.Hour)
		if got, err := s.References(context.Background(), scope); err != nil || len(got) != 0 {
			t.Errorf("before anything was reported: %+v, %v", got, err)
		}
	})
}
