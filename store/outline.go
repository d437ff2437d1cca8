package store

import (
	"context"
	"errors"
	"time"

	"chainboard/industry"
)

// OutlineFile is the outline of the county as it was handed in.
type OutlineFile struct {
	ID      int64 // grows with every change
	Name    string
	Kept    bool // false: none was ever given, or it was taken away
	Actor   string
	At      time.Time
	Content []byte // to add; read by OutlineContent
}

// Outline tells of the outline at a moment, the zero time for now; where none
// was ever given it is zero.
func (s *Store) Outline(ctx context.Context, asOf time.Time) (OutlineFile, error) {
	query, arg := s.queries.OutlineNewest, values{}
	if !asOf.IsZero() {
		query, arg = s.queries.OutlineAsOf, values{"as_of": instant(asOf)}
	}
	var row struct {
		ID        int64
		Name      string
		Kept      bool
		Actor, At string
	}
	err := getNamed(ctx, s.db, &row, query, arg)
	var e *industry.Error
	if errors.As(err, &e) && e.Kind == industry.NotFound {
		return OutlineFile{}, nil
	}
	if err != nil {
		return OutlineFile{}, err
	}
	return OutlineFile{ID: row.ID, Name: row.Name, Kept: row.Kept, Actor: row.Actor, At: parseInstant(row.At)}, nil
}

// OutlineContent returns the file of an outline.
func (s *Store) OutlineContent(ctx context.Context, id int64) ([]byte, error) {
	var row struct{ Content []byte }
	err := getNamed(ctx, s.db, &row, s.queries.OutlineContent, values{"id": id})
	return row.Content, err
}

// AddOutline keeps an outline; without content it takes the last one away.
func (t *Tx) AddOutline(ctx context.Context, f OutlineFile) error {
	var content any
	if len(f.Content) > 0 {
		content = f.Content
	}
	_, err := t.named(ctx, t.store.queries.OutlineAdd, values{"name": f.Name, "content": content, "actor": f.Actor, "at": t.at})
	return err
}
