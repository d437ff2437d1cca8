package office

import (
	"context"
	"time"

	"chainboard/auth"
	"chainboard/store"
)

// Open opens the database at url, migrates it, and returns the office on it.
func Open(ctx context.Context, url string, sample Sample) (*Office, error) {
	s, err := store.Open(ctx, url, time.Now)
	if err != nil {
		return nil, err
	}
	return New(s, auth.NewHasher(), sample), nil
}

// Store returns the store the office works on.
func (o *Office) Store() *store.Store { return o.store }

// Close ends the jobs that run and closes the database.
func (o *Office) Close() error {
	o.jobs.close()
	return o.store.Close()
}
