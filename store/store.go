// Package store keeps chainboard's facts in SQLite or PostgreSQL. It is the
// only package that knows there is a database; it selects, joins, sums and
// counts, and computes no indicator.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"chainboard/industry"
)

// Store is an open database with its schema migrated and its queries bound.
type Store struct {
	db      *sqlx.DB
	dialect dialect
	queries queries
	now     func() time.Time
	commits commits
}

// Open connects to url ("sqlite:PATH" or "postgres://…"), migrates the schema
// and binds the queries. now is the clock of every "at"; it must not be nil.
func Open(ctx context.Context, url string, now func() time.Time) (*Store, error) {
	d, dsn, err := dialectOf(url)
	if err != nil {
		return nil, err
	}
	sqlx.BindDriver("sqlite", sqlx.QUESTION)
	db, err := sqlx.Open(d.driver, dsn)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	s := &Store{db: db, dialect: d, now: now}
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

func (s *Store) prepare(ctx context.Context) error {
	if err := s.db.PingContext(ctx); err != nil {
		return fmt.Errorf("reach database: %w", err)
	}
	s.db.SetMaxOpenConns(s.dialect.connections)
	s.db.SetMaxIdleConns(s.dialect.connections)
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if err := s.queries.bind(); err != nil {
		return err
	}
	return s.seed(ctx)
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// Now returns the store's clock.
func (s *Store) Now() time.Time { return s.now() }

// Ready reports whether the database answers.
func (s *Store) Ready(ctx context.Context) error { return s.db.PingContext(ctx) }

// Tx is a writing transaction.
type Tx struct {
	tx    *sqlx.Tx
	store *Store
	at    string
	saved map[Extent]bool // what it changed records of
}

// Write runs fn in one transaction and appends the audit entry in the same one:
// nothing is written that the audit log does not tell. fn may complete the
// entry's object and detail. An error rolls everything back.
func (s *Store) Write(ctx context.Context, entry *industry.AuditEntry, fn func(*Tx) error) error {
	tx, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	t := &Tx{tx: tx, store: s, at: instant(s.now()), saved: map[Extent]bool{}}
	if err = fn(t); err == nil {
		err = t.appendAudit(ctx, entry)
	}
	if err == nil {
		err = t.mark(ctx)
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		if back := tx.Rollback(); back != nil && !errors.Is(back, sql.ErrTxDone) {
			err = errors.Join(err, back)
		}
		return err
	}
	if len(t.saved) > 0 {
		s.commits.tell()
	}
	return nil
}

// named executes one statement with named parameters and returns the rows it touched.
func (t *Tx) named(ctx context.Context, query string, arg any) (int64, error) {
	t.noteTable(query)
	res, err := t.tx.NamedExecContext(ctx, query, arg)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// returning executes one statement that gives back a row, such as the number of
// what it adds; no row is industry.NotFound.
func (t *Tx) returning(ctx context.Context, dest any, query string, arg values) error {
	t.noteTable(query)
	return getNamed(ctx, t.tx, dest, query, arg)
}

type values = map[string]any

// querier is what reading needs: the pool or a transaction.
type querier interface {
	BindNamed(query string, arg any) (string, []any, error)
	SelectContext(ctx context.Context, dest any, query string, args ...any) error
	GetContext(ctx context.Context, dest any, query string, args ...any) error
	QueryxContext(ctx context.Context, query string, args ...any) (*sqlx.Rows, error)
}

func selectNamed(ctx context.Context, q querier, dest any, query string, arg values) error {
	text, args, err := q.BindNamed(query, arg)
	if err != nil {
		return err
	}
	return q.SelectContext(ctx, dest, text, args...)
}

// getNamed reads one row; no row is industry.NotFound.
func getNamed(ctx context.Context, q querier, dest any, query string, arg values) error {
	text, args, err := q.BindNamed(query, arg)
	if err != nil {
		return err
	}
	err = q.GetContext(ctx, dest, text, args...)
	if errors.Is(err, sql.ErrNoRows) {
		return industry.Errorf(industry.NotFound, "没有找到这条记录")
	}
	return err
}
