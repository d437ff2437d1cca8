package store

import (
	"context"
	"strconv"
	"time"

	"chainboard/industry"
)

// ChangeScope says which revisions are wanted: those behind a month's table that
// were approved after one moment and by another.
type ChangeScope struct {
	Chain     string // a chain's code, or "all"
	Month     industry.Month
	From, To  time.Time // To zero: now
	Indicator string    // "" is every indicator
	Noun      string    // of the register, "" is every one
	Batch     int64     // 0 is every import
}

func (c ChangeScope) values() values {
	return values{
		"chain": c.Chain, "chain_object": industry.ObjectChain + ":" + c.Chain, "indicator": c.Indicator, "noun": c.Noun, "batch": c.Batch,
		"from_at": instant(c.From), "to_at": until(c.To), "month": c.Month.String(), "last_month": c.Month.Add(-1).String(),
		"last_year": c.Month.Add(-12).String(), "year": strconv.Itoa(c.Month.Year()),
	}
}

// ChangeCount is how many revisions of a register were saved together.
type ChangeCount struct {
	Source industry.Source // without sheet and cell
	Undone int64           // the import that was undone, 0 otherwise
	Noun   string
	Change string // New, Changed, Withdrawn or Restored
	Count  int
}

// ChangeCounts counts the revisions of a scope by what was saved together,
// newest first.
func (s *Store) ChangeCounts(ctx context.Context, scope ChangeScope) ([]ChangeCount, error) {
	var rows []struct {
		At        string
		Batch     *int64
		Actor     string
		File      *string
		Undone    *int64
		Noun      string
		Change    string
		Revisions int
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.ChangedRevisions+"\n"+s.queries.ChangeGroups, scope.values()); err != nil {
		return nil, err
	}
	counts := make([]ChangeCount, len(rows))
	for i, r := range rows {
		counts[i] = ChangeCount{Source: industry.Source{By: r.Actor, At: parseInstant(r.At), File: deref(r.File)}, Noun: r.Noun, Change: r.Change, Count: r.Revisions}
		if r.Batch != nil {
			counts[i].Source.Batch = *r.Batch
		}
		if r.Undone != nil {
			counts[i].Undone = *r.Undone
		}
	}
	return counts, nil
}

// ChangedRecord names one revision.
type ChangedRecord struct {
	Noun    string
	Key     string
	Version int64
}

// ChangedRecords returns a page of the revisions of a scope, newest first.
func (s *Store) ChangedRecords(ctx context.Context, scope ChangeScope, page, size int) ([]ChangedRecord, error) {
	arg := scope.values()
	arg["size"], arg["skip"] = size, max(page-1, 0)*size
	var rows []ChangedRecord
	err := selectNamed(ctx, s.db, &rows, s.queries.ChangedRevisions+"\n"+s.queries.ChangePage, arg)
	return rows, err
}
