package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

func TestEditions(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		ctx := context.Background()
		list := industry.Paper{Chain: "ne", Kind: industry.EditionOfList, Code: "enterprises"}
		first := industry.Edition{
			Paper: list, Name: "1.0版", Dated: "2026-06-30", Approver: "专家组", AsOf: c.t.Add(-90 * time.Minute), Note: "评审稿",
		}
		second := industry.Edition{Paper: list, Name: "2.0版", Dated: "2026-09-15", Approver: "县工信局", AsOf: c.t}
		other := industry.Edition{Paper: industry.Paper{Chain: "ne", Kind: industry.EditionOfMap, Code: "chain"}, Name: "1.0版", Dated: "2026-06-30", AsOf: c.t}
		var ids []int64
		for _, e := range []industry.Edition{first, second, other} {
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				id, err := tx.AddEdition(ctx, e, "周某某")
				ids = append(ids, id)
				return err
			})
		}
		got, err := s.Editions(ctx, list)
		first.ID, first.By, first.At = ids[0], "周某某", c.t
		if err != nil || len(got) != 2 || got[0].Name != "2.0版" || !got[1].AsOf.Equal(first.AsOf) || !got[1].At.Equal(first.At) {
			t.Fatalf("%+v, %v", got, err)
		}
		got[1].AsOf, got[1].At = first.AsOf, first.At
		if got[1] != first {
			t.Errorf("kept %+v, got %+v", first, got[1])
		}
		err = tryWrite(s, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.AddEdition(ctx, first, "周某某")
			return err
		})
		expectKind(t, "a name twice", err, industry.Conflict)
		if _, err := s.Edition(ctx, other.Paper, ids[0]); err == nil {
			t.Error("a list's edition was found as a map's")
		} else {
			expectKind(t, "edition of another paper", err, industry.NotFound)
		}
		withdraw := func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawEdition(ctx, ids[0], "周某某") }
		write(t, s, withdraw)
		expectKind(t, "withdrawn twice", tryWrite(s, withdraw), industry.Conflict)
		_, err = s.Edition(ctx, list, ids[0])
		expectKind(t, "withdrawn edition", err, industry.NotFound)
		write(t, s, func(ctx context.Context, tx *store.Tx) error { // its name is free again
			_, err := tx.AddEdition(ctx, first, "周某某")
			return err
		})
	})
}

func expectKind(t *testing.T, what string, err error, kind industry.Kind) {
	t.Helper()
	var e *industry.Error
	if !errors.As(err, &e) || e.Kind != kind {
		t.Errorf("%s: %v, want %s", what, err, kind)
	}
}
