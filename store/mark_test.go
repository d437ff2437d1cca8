package store_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/testkit"
)

// state is the state of whole registers.
func state(t *testing.T, s *store.Store, registers ...*industry.Register) string {
	t.Helper()
	var extents []store.Extent
	for _, g := range registers {
		extents = append(extents, store.Extent{Register: g})
	}
	return stateOf(t, s, extents...)
}

func stateOf(t *testing.T, s *store.Store, extents ...store.Extent) string {
	t.Helper()
	text, err := s.State(context.Background(), extents)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestMarksChangeWithTheirRegister(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		seed(t, s, enterprise("e1"))
		enterprises, chains := state(t, s, industry.EnterpriseRegister), state(t, s, industry.ChainRegister)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "test"}, created(enterprise("e2")))
		})
		if state(t, s, industry.EnterpriseRegister) == enterprises {
			t.Error("a new enterprise left the mark as it was")
		}
		if now := state(t, s, industry.ChainRegister); now != chains {
			t.Errorf("the chains' mark went from %q to %q with an enterprise", chains, now)
		}
		all := state(t, s, industry.Registers()...)
		write(t, s, func(context.Context, *store.Tx) error { return nil }) // as signing in does
		refused := errors.New("refused")
		err := tryWrite(s, func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(tx.Save(ctx, store.Origin{Actor: "test"}, created(enterprise("e3"))), refused)
		})
		if !errors.Is(err, refused) {
			t.Fatal(err)
		}
		if now := state(t, s, industry.Registers()...); now != all {
			t.Errorf("marks went from %v to %v although nothing was saved", all, now)
		}
	})
}

// Each month's reports have a mark of their own.
func TestMarksOfMonths(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		seed(t, s, enterprise("e1"))
		all := store.Extent{Register: industry.ReportRegister}
		may, june := all, all
		may.Month, june.Month = industry.NewMonth(2026, 5), industry.NewMonth(2026, 6)
		save := func(month string) {
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				return tx.Save(ctx, store.Origin{Actor: "test"}, created(report(month, "e1", "cumulative", "5")))
			})
		}
		save("2026-05")
		before, whole := stateOf(t, s, may), stateOf(t, s, all)
		save("2026-06")
		if now := stateOf(t, s, may); now != before {
			t.Errorf("May's mark went from %q to %q with June", before, now)
		}
		if stateOf(t, s, june) == " " || stateOf(t, s, all) == whole || stateOf(t, s, may, june) == stateOf(t, s, june, may) {
			t.Error("June and the reports as a whole need other marks")
		}
	})
}

// Two instances save records of the same registers in opposite orders: neither
// waits for the other for ever, and each sees the other's marks.
func TestMarksOfTwoInstances(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		var stores [2]*store.Store
		for i := range stores {
			c := &clock{time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai)}
			s, err := store.Open(context.Background(), url, c.now)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			stores[i] = s
		}
		seed(t, stores[0])
		var writers sync.WaitGroup
		for i, s := range stores {
			writers.Go(func() {
				for n := range 20 {
					id := string(rune('a'+i)) + string(rune('a'+n))
					saves := [][]store.Change{
						created(enterprise(id)), created(record(industry.ChainRegister, "code", id, "name", "链"+id)),
					}
					if i == 1 {
						saves[0], saves[1] = saves[1], saves[0]
					}
					if err := tryWrite(s, func(ctx context.Context, tx *store.Tx) error {
						for _, changes := range saves {
							if err := tx.Save(ctx, store.Origin{Actor: "test"}, changes); err != nil {
								return err
							}
						}
						return nil
					}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		writers.Wait()
		g := industry.Registers()
		if a, b := state(t, stores[0], g...), state(t, stores[1], g...); a != b {
			t.Errorf("two instances see other marks: %v and %v", a, b)
		}
	})
}
