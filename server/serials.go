package server

import (
	"context"
	"sync"
	"time"

	"chainboard/store"
)

// serialAge is how old the serial may be that requests go by: what another
// process committed is seen after that at the latest, what this one did at once.
const serialAge = 200 * time.Millisecond

// serials remembers the newest serial for a moment, so that many requests ask the
// database once.
type serials struct {
	store *store.Store

	mu        sync.Mutex
	now       store.Serial
	at        time.Time // when it was asked for, by the machine's clock; zero: never
	committed <-chan struct{}
}

// newest returns the newest serial, at most serialAge old.
func (k *serials) newest(ctx context.Context) (store.Serial, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.fresh() {
		return k.now, nil
	}
	return k.ask(ctx)
}

// read asks the database for the newest serial.
func (k *serials) read(ctx context.Context) (store.Serial, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.ask(ctx)
}

func (k *serials) fresh() bool {
	if k.at.IsZero() || time.Since(k.at) > serialAge {
		return false
	}
	select {
	case <-k.committed:
		return false
	default:
		return true
	}
}

func (k *serials) ask(ctx context.Context) (store.Serial, error) {
	at, committed := time.Now(), k.store.Committed()
	now, err := k.store.Serial(ctx)
	if err != nil {
		return now, err
	}
	k.now, k.at, k.committed = now, at, committed
	return now, nil
}
