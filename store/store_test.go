package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/testkit"
)

// clock is a hand-set time.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

func (c *clock) forward(d time.Duration) { c.t = c.t.Add(d) }

func onDatabases(t *testing.T, test func(t *testing.T, s *store.Store, c *clock)) {
	testkit.Databases(t, func(t *testing.T, url string) {
		c := &clock{time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai)}
		s, err := store.Open(context.Background(), url, c.now)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		test(t, s, c)
	})
}

// write runs fn as an audited transaction and stops the test on an error.
func write(t *testing.T, s *store.Store, fn func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	if err := tryWrite(s, fn); err != nil {
		t.Fatal(err)
	}
}

func tryWrite(s *store.Store, fn func(ctx context.Context, tx *store.Tx) error) error {
	entry := &industry.AuditEntry{Actor: "test", Action: industry.ActSave, Object: "test"}
	ctx := context.Background()
	return s.Write(ctx, entry, func(tx *store.Tx) error { return fn(ctx, tx) })
}

func record(g *industry.Register, pairs ...string) industry.Record {
	r := industry.NewRecord(g)
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i], pairs[i+1])
	}
	return r
}

func created(records ...industry.Record) []store.Change {
	changes := make([]store.Change, len(records))
	for i, r := range records {
		changes[i] = store.Change{Record: r, Kind: store.New, Version: 1, Row: i + 2}
	}
	return changes
}

// seed saves one chain and enterprises e1, e2, …; revenue is built in.
func seed(t *testing.T, s *store.Store, enterprises ...industry.Record) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		for _, changes := range [][]store.Change{
			created(record(industry.ChainRegister, "code", "ne", "name", "新能源")),
			created(enterprises...),
		} {
			if err := tx.Save(ctx, store.Origin{Actor: "test"}, changes); err != nil {
				return err
			}
		}
		return nil
	})
}

func enterprise(code string, pairs ...string) industry.Record {
	r := record(industry.EnterpriseRegister, "code", code, "name", "企业"+code, "chains", "ne", "segments", "ne␟cell、ne␟pack", "above_scale", "是")
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i], pairs[i+1])
	}
	return r
}

func report(month, code string, pairs ...string) industry.Record {
	r := record(industry.ReportRegister, "month", month, "object", "enterprise:"+code, "indicator", "revenue", "source", "工信局")
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i], pairs[i+1])
	}
	return r
}

func TestRecordsComeBackAsSaved(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		e := enterprise("e1", "employees", "120.5", "entered", "2025-03")
		e.Extra = map[string]string{"备注栏": "甲：乙"}
		seed(t, s, e)
		all, err := s.Records(context.Background(), industry.EnterpriseRegister)
		if err != nil {
			t.Fatal(err)
		}
		got := all["e1"]
		if !got.Record.Equal(e) || got.Version != 1 || got.Withdrawn {
			t.Errorf("got %+v, want %+v", got, e)
		}
		past, err := s.RecordsAsOf(context.Background(), industry.EnterpriseRegister, s.Now())
		if err != nil || !past["e1"].Record.Equal(e) {
			t.Errorf("as of now: got %+v, %v", past["e1"], err)
		}
	})
}

func TestSaveRefusesAnOldVersion(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		seed(t, s, enterprise("e1"))
		err := tryWrite(s, func(ctx context.Context, tx *store.Tx) error {
			c := store.Change{Record: enterprise("e1", "role", "链主"), Kind: store.Changed, Version: 5}
			return tx.Save(ctx, store.Origin{Actor: "test"}, []store.Change{c})
		})
		var e *industry.Error
		if !asError(err, &e) || e.Kind != industry.Conflict {
			t.Fatalf("got %v, want a conflict", err)
		}
		entries, n, err := s.AuditLog(context.Background(), store.AuditFilter{Page: 1, Size: 10})
		if err != nil || n != 2 || len(entries) != 2 || entries[1].Object != "内置指标" {
			t.Errorf("audit: %d entries, %v; the refused write must leave none beside the first two", n, err)
		}
	})
}

func TestSumsNowAndAsOf(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		seed(t, s, enterprise("e1"), enterprise("e2"), enterprise("e3", "above_scale", "否"),
			enterprise("e4", "entered", "2026-11"), enterprise("e5", "departed", "2026-09"), enterprise("e6", "status", "注销"))
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "test"}, created(
				report("2026-02", "e1", "cumulative", "50", "in_month", "20"),
				report("2026-09", "e1", "cumulative", "100"),
				report("2026-10", "e1", "cumulative", "130", "base", "120"),
				report("2026-10", "e2", "cumulative", "70.5", "in_month", "8"),
				report("2026-10", "e3", "cumulative", "9"), report("2026-10", "e4", "cumulative", "9"),
				report("2026-10", "e5", "cumulative", "9"), report("2026-10", "e6", "cumulative", "9"),
			))
		})
		before := s.Now()
		c.forward(time.Hour)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			changed := report("2026-10", "e2", "cumulative", "80.5", "in_month", "8")
			return tx.Save(ctx, store.Origin{Actor: "test"}, []store.Change{{Record: changed, Kind: store.Changed, Version: 2}})
		})
		october := industry.NewMonth(2026, 10)
		for _, test := range []struct {
			name  string
			asOf  time.Time
			total string
		}{{"now", time.Time{}, "210.5"}, {"as of now", c.now(), "210.5"}, {"as of before", before, "200.5"}} {
			got := oneSum(t, s, store.Scope{Chain: "ne", From: october, To: october, AsOf: test.asOf})
			if got.Segment != "ne␟cell" || got.Reported != 2 || got.Cumulative.String() != test.total ||
				got.Based != 1 || got.Base.String() != "120" || got.BasedCumulative.String() != "130" ||
				got.InMonth.String() != "38" || got.InMonthCount != 2 || got.InMonthDerived != 1 {
				t.Errorf("%s: got %+v", test.name, got)
			}
		}
		february := industry.NewMonth(2026, 2)
		if got := oneSum(t, s, store.Scope{Chain: "all", Indicator: "revenue", From: february, To: february}); got.InMonth.Known {
			t.Errorf("February has an in-month value %s where there is no January", got.InMonth)
		}
		listed, err := s.ListedEnterprises(context.Background(), store.Scope{Chain: "ne", Indicator: "revenue", To: october})
		if err != nil || fmt.Sprint(listed) != "[{e1 企业e1 ne ne␟cell true} {e2 企业e2 ne ne␟cell true}]" {
			t.Errorf("listed: %v, %v", listed, err)
		}
		early := store.Scope{Chain: "ne", Indicator: "revenue", From: october, To: october, AsOf: before.Add(-time.Hour)}
		if sums, err := s.SegmentSums(context.Background(), early); err != nil || len(sums) != 0 {
			t.Errorf("before anything existed: %v, %v", sums, err)
		}
	})
}

func oneSum(t *testing.T, s *store.Store, scope store.Scope) industry.SegmentSum {
	t.Helper()
	sums, err := s.SegmentSums(context.Background(), scope)
	if err != nil || len(sums) != 1 {
		t.Fatalf("sums %+v, %v; want one", sums, err)
	}
	return sums[0]
}
