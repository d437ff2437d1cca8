package store

import (
	"context"
	"errors"
	"time"

	"chainboard/industry"
)

// OutlineFile is the outline of the county as it was handed in; no content is none.
type OutlineFile struct {
	Name    string
	Content []byte
	Actor   string
	At      time.Time
}

// Outline returns the newest outline; where none was ever given it is zero.
func (s *Store) Outline(ctx context.Context) (OutlineFile, error) {
	var row struct {
		Name    string
		Content []byte
		Actor   string
		At      string
	}
	err := getNamed(ctx, s.db, &row, s.queries.OutlineNewest, values{})
	var e *industry.Error
	if errors.As(err, &e) && e.Kind == industry.NotFound {
		return OutlineFile{}, nil
	}
	if err != nil {
		return OutlineFile{}, err
	}
	return OutlineFile{Name: row.Name, Content: row.Content, Actor: row.Actor, At: parseInstant(row.At)}, nil
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
