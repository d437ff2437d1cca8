package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

func asError(err error, target **industry.Error) bool { return errors.As(err, target) }

func addBatch(t *testing.T, s *store.Store, changes map[*industry.Register][]store.Change) int64 {
	t.Helper()
	var id int64
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		var err error
		content := []byte("原件")
		id, err = tx.AddBatch(ctx, store.Batch{File: "表.xlsx", SHA256: store.HashFile(content), State: "applied", Report: []byte("{}"), Actor: "test"}, content)
		for g, c := range changes {
			if err == nil {
				err = tx.KeepSheet(ctx, id, g.Sheet, map[string]string{"name": "B", "cumulative": "F"})
			}
			if err == nil {
				err = tx.Save(ctx, store.Origin{Batch: id, Sheet: g.Sheet, Actor: "test"}, c)
			}
		}
		return err
	})
	return id
}

func TestUndoRestoresWhatABatchReplaced(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		ctx := context.Background()
		seed(t, s, enterprise("e1"))
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "test"}, created(report("2026-10", "e1", "cumulative", "100")))
		})
		c.forward(time.Hour)
		id := addBatch(t, s, map[*industry.Register][]store.Change{
			industry.EnterpriseRegister: {
				{Record: enterprise("e1", "name", "新名"), Kind: store.Changed, Version: 2, Row: 17},
				{Record: enterprise("e2"), Kind: store.New, Version: 1, Row: 18},
			},
			industry.ReportRegister: {{Record: report("2026-10", "e1", "cumulative", "900"), Kind: store.Changed, Version: 2, Row: 5}},
		})
		during := s.Now()
		history, err := s.History(ctx, industry.ReportRegister, report("2026-10", "e1").Key())
		if err != nil || len(history) != 2 || history[0].CellOf("cumulative") != "F5" || history[0].Source.File != "表.xlsx" {
			t.Fatalf("history %+v, %v", history, err)
		}
		c.forward(time.Hour)
		write(t, s, func(ctx context.Context, tx *store.Tx) error { return tx.Undo(ctx, id, "test") })

		now, err := s.Records(ctx, industry.EnterpriseRegister)
		if err != nil || now["e1"].Record.Get("name") != "企业e1" || now["e1"].Version != 3 || !now["e2"].Withdrawn {
			t.Errorf("after undo: %+v, %v", now, err)
		}
		october := industry.NewMonth(2026, 10)
		reports, err := s.Reports(ctx, store.Span{From: october, To: october}, time.Time{})
		if err != nil || reports[report("2026-10", "e1").Key()].Record.Get("cumulative") != "100" {
			t.Errorf("after undo: %+v, %v", reports, err)
		}
		past, err := s.Reports(ctx, store.Span{From: october, To: october}, during)
		if err != nil || past[report("2026-10", "e1").Key()].Record.Get("cumulative") != "900" {
			t.Errorf("as of the batch: %+v, %v", past, err)
		}
	})
}

func TestOvertakenNamesWhatStandsInTheWay(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		seed(t, s, enterprise("e1"))
		id := addBatch(t, s, map[*industry.Register][]store.Change{
			industry.EnterpriseRegister: {{Record: enterprise("e1", "name", "新名"), Kind: store.Changed, Version: 2}},
			industry.ReportRegister:     created(report("2026-10", "e1", "cumulative", "900")),
		})
		if names, err := s.Overtaken(context.Background(), id); err != nil || len(names) != 0 {
			t.Fatalf("nothing came later, got %v, %v", names, err)
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.Save(ctx, store.Origin{Actor: "test"}, []store.Change{{Record: enterprise("e1"), Kind: store.Changed, Version: 3}}); err != nil {
				return err
			}
			return tx.Save(ctx, store.Origin{Actor: "test"}, []store.Change{{Record: report("2026-10", "e1"), Kind: store.Withdrawn, Version: 2}})
		})
		names, err := s.Overtaken(context.Background(), id)
		want := []string{"企业清单 e1", "月度调度 2026-10 enterprise:e1  revenue 工信局"}
		if err != nil || len(names) != 2 || names[0] != want[0] || names[1] != want[1] {
			t.Errorf("got %q, %v, want %q", names, err, want)
		}
	})
}
