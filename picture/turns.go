package picture

import (
	"context"
	"errors"
	"sync"
)

// ErrBusy means that whoever asks has as many drawings under way and waiting as
// one asker may have, or that its turn did not come while the renderer waits.
var ErrBusy = errors.New("picture: too many drawings of one asker")

// MostWaiting is how many drawings of one asker may wait while one is drawn:
// together as many as a browser asks one host for at once.
const MostWaiting = 5

// turns lets one drawing of each asker run at a time, so that nobody can take
// every machine.
type turns struct {
	mu     sync.Mutex
	queues map[string]*queue // of those who have a drawing running or waiting
}

// queue is the drawings of one asker.
type queue struct {
	turn  chan struct{} // holds one while a drawing runs
	count int           // running and waiting
}

// take waits for the asker's turn; what it returns ends it. ErrBusy means that the
// queue is full. Nobody in particular, "", never waits.
func (t *turns) take(ctx context.Context, asker string) (end func(), err error) {
	if asker == "" {
		return func() {}, nil
	}
	q := t.join(asker)
	if q == nil {
		return nil, ErrBusy
	}
	select {
	case q.turn <- struct{}{}:
		return func() { <-q.turn; t.leave(asker) }, nil
	case <-ctx.Done():
		t.leave(asker)
		return nil, ctx.Err()
	}
}

// join returns the asker's queue with one more in it, nil where it is full.
func (t *turns) join(asker string) *queue {
	t.mu.Lock()
	defer t.mu.Unlock()
	q := t.queues[asker]
	if q == nil {
		q = &queue{turn: make(chan struct{}, 1)}
		t.queues[asker] = q
	}
	if q.count > MostWaiting {
		return nil
	}
	q.count++
	return q
}

func (t *turns) leave(asker string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	q := t.queues[asker]
	if q.count--; q.count == 0 {
		delete(t.queues, asker)
	}
}
