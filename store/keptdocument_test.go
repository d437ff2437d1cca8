package store_test

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// A paper keeps its bytes with their hash; the same bytes of the same month, chain,
// kind and ending are kept once, others beside them.
func TestKeptDocuments(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		content := bytes.Repeat([]byte{0, 0xff, '\'', '\\', 7}, 100_000)
		october := industry.NewMonth(2026, 10)
		paper := industry.KeptDocument{
			Month: october, Chain: "ne", Kind: industry.Bulletin, Ending: ".docx", Title: "通报", AsOf: c.now().Add(-time.Hour), By: "office",
		}
		keep := func(d industry.KeptDocument, content []byte) (kept industry.KeptDocument, added bool) {
			t.Helper()
			write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
				kept, added, err = tx.KeepDocument(ctx, d, content)
				return err
			})
			return kept, added
		}
		first, added := keep(paper, content)
		if !added || first.SHA256 != store.HashFile(content) || first.Size != int64(len(content)) {
			t.Fatalf("kept %v as %+v", added, first)
		}
		later := paper
		later.AsOf, later.By, later.Title = c.now(), "other", "另一题"
		if again, added := keep(later, content); added || again.ID != first.ID || again.Title != "通报" || again.By != "office" || !again.AsOf.Equal(paper.AsOf) {
			t.Errorf("the same bytes again: %v %+v", added, again)
		}
		second, added := keep(paper, []byte("revised"))
		if !added || second.ID == first.ID {
			t.Errorf("other bytes: %v %+v", added, second)
		}
		elsewhere := paper
		elsewhere.Chain = "nm"
		if _, added := keep(elsewhere, content); !added {
			t.Error("the same bytes of another chain were not kept")
		}
		list, _, err := s.KeptDocuments(t.Context(), store.KeptFilter{Month: october, Chain: "ne"})
		if err != nil || len(list) != 2 || list[0].ID != second.ID || list[1].ID != first.ID {
			t.Fatalf("%+v, %v", list, err)
		}
		got, back, err := s.KeptDocument(t.Context(), first.ID)
		if err != nil || !bytes.Equal(back, content) || !got.AsOf.Equal(paper.AsOf) || !got.At.Equal(c.now()) {
			t.Errorf("%d bytes came back with %+v, %v", len(back), got, err)
		}
		paper.ID, paper.SHA256, paper.Size, paper.AsOf, paper.At = first.ID, first.SHA256, first.Size, got.AsOf, got.At
		if got != paper {
			t.Errorf("got %+v, want %+v", got, paper)
		}
		if none, _, err := s.KeptDocuments(t.Context(), store.KeptFilter{Month: october - 1, Chain: "ne"}); err != nil || len(none) != 0 {
			t.Errorf("another month has %+v, %v", none, err)
		}
		var e *industry.Error
		if _, _, err := s.KeptDocument(t.Context(), first.ID+100); !errors.As(err, &e) || e.Kind != industry.NotFound {
			t.Errorf("an unknown paper: %v", err)
		}
	})
}
