package store

import (
	"context"
	"errors"
	"time"

	"chainboard/industry"
)

// Session returns the data of a live session; found is false when there is none.
// token is the hash of the cookie's value, never the value.
func (s *Store) Session(ctx context.Context, token string) (data []byte, found bool, err error) {
	err = getNamed(ctx, s.db, &data, s.queries.SessionFind, values{"token": token, "now": instant(s.now())})
	var e *industry.Error
	if errors.As(err, &e) && e.Kind == industry.NotFound {
		return nil, false, nil
	}
	return data, err == nil, err
}

// KeepSession keeps a session's data until it expires.
func (s *Store) KeepSession(ctx context.Context, token string, data []byte, until time.Time) error {
	_, err := s.db.NamedExecContext(ctx, s.queries.SessionCommit,
		values{"token": token, "data": data, "expires_at": instant(until)})
	return err
}

// EndSession removes a session.
func (s *Store) EndSession(ctx context.Context, token string) error {
	_, err := s.db.NamedExecContext(ctx, s.queries.SessionDelete, values{"token": token})
	return err
}

// SweepSessions removes the expired sessions.
func (s *Store) SweepSessions(ctx context.Context) error {
	_, err := s.db.NamedExecContext(ctx, s.queries.SessionSweep, values{"now": instant(s.now())})
	return err
}
