package store_test

import (
	"context"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/testkit"
)

func serial(t *testing.T, s *store.Store) store.Serial {
	t.Helper()
	r, err := s.Serial(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func changes(t *testing.T, s *store.Store, from store.Serial) store.Changes {
	t.Helper()
	c, err := s.ChangesSince(context.Background(), from)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Whatever is saved gives another serial, tables that are no register too; what
// only the audit log tells of does not.
func TestSerialOfEverything(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		if c := changes(t, s, store.Serial{}); c.Lost || !slices.Equal(c.Nouns, []string{"indicator"}) || c.Now != serial(t, s) {
			t.Errorf("a new database: %+v", c)
		}
		before := serial(t, s)
		committed := s.Committed()
		write(t, s, func(context.Context, *store.Tx) error { return nil }) // as signing in does
		if serial(t, s) != before {
			t.Error("another serial although nothing was saved")
		}
		select {
		case <-committed:
			t.Error("told of a commit that changed nothing")
		default:
		}
		rules := stateOf(t, s, store.Extent{Table: "list_setting"})
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.AddScreen(ctx, store.Key{Name: "大厅"}, "hash")
		})
		<-committed
		first := changes(t, s, before)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.SaveListSet(ctx, industry.ListPresets()[0].Set(), 0, "test")
		})
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "test"}, created(enterprise("e1")))
		})
		all := changes(t, s, before)
		if !slices.Equal(first.Nouns, []string{"screen"}) || !slices.Equal(all.Nouns, []string{"enterprise", "list_setting", "screen"}) || all.Lost {
			t.Errorf("first %+v, all %+v", first, all)
		}
		if rest := changes(t, s, first.Now); !slices.Equal(rest.Nouns, []string{"enterprise", "list_setting"}) {
			t.Errorf("after the first: %+v", rest)
		}
		if stateOf(t, s, store.Extent{Table: "list_setting"}) == rules {
			t.Error("the list settings' mark stayed")
		}
	})
}

// A serial of another history, as before a backup was put back, is not trusted.
func TestSerialOfAnotherHistory(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		now := serial(t, s)
		for _, from := range []store.Serial{{Number: now.Number, Mark: "other"}, {Number: now.Number + 7, Mark: "later"}} {
			if c := changes(t, s, from); !c.Lost || c.Now != now {
				t.Errorf("from %v: %+v", from, c)
			}
		}
		for n := range 1005 { // so many that the first is forgotten
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				return tx.AddScreen(ctx, store.Key{Name: strconv.Itoa(n)}, strconv.Itoa(n))
			})
		}
		if c := changes(t, s, now); !c.Lost || c.Now.Number != now.Number+1005 {
			t.Errorf("after 1005 commits: %+v", c)
		}
	})
}

// Two instances number their commits in one row, and see each other's.
func TestSerialOfTwoInstances(t *testing.T) {
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
		from := serial(t, stores[0])
		var writers sync.WaitGroup
		for i, s := range stores {
			writers.Go(func() {
				for n := range 10 {
					id := string(rune('a'+i)) + string(rune('a'+n))
					if err := tryWrite(s, func(ctx context.Context, tx *store.Tx) error {
						return tx.Save(ctx, store.Origin{Actor: "test"}, created(enterprise(id)))
					}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		writers.Wait()
		a, b := changes(t, stores[0], from), changes(t, stores[1], from)
		if a.Now != b.Now || a.Now.Number != from.Number+20 || a.Lost || b.Lost {
			t.Errorf("from %v: %+v and %+v", from, a, b)
		}
	})
}

func TestSerialText(t *testing.T) {
	for _, r := range []store.Serial{{}, {Number: 42, Mark: "K3V"}} {
		if back, ok := store.ParseSerial(r.String()); !ok || back != r {
			t.Errorf("%v came back as %v", r, back)
		}
	}
	for _, text := range []string{"", "7", "-1-a", "x-y"} {
		if r, ok := store.ParseSerial(text); ok {
			t.Errorf("%q was read as %v", text, r)
		}
	}
}
