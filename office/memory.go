package office

import (
	"context"
	"sync"

	"chainboard/store"
)

// memory keeps what was read from the registers, and what was made of it, while
// they stay as they were. Every asking compares their state, so that a write is
// seen by the next question, whichever process made it. What it hands out is
// shared: nobody may change it.
type memory struct {
	mu     sync.Mutex
	pieces map[any]*piece
	rows   int // of all pieces
	asked  int // questions so far
}

// memoryRows bounds what is kept, in rows of about a kilobyte at most: ten
// thousand enterprises with everything dispatch reads of them fit several times.
const memoryRows = 80000

// piece is one answer. Whoever finds it outdated reads it anew; who asks
// meanwhile waits, so that a wall of screens reads once.
type piece struct {
	mu    sync.Mutex
	state string // of what it was read from, just before; "" is never one
	value any

	rows, asked int // kept by the memory
}

// question is what is asked of the memory.
type question struct {
	key  any            // comparable, of a type of its own per kind of question
	from []store.Extent // what the answer is read from
}

func newMemory() *memory { return &memory{pieces: map[any]*piece{}} }

// recall returns the answer to a question, from the memory or by reading it; read
// also says how many rows the answer is.
func recall[T any](ctx context.Context, o *Office, q question, read func() (T, int, error)) (T, error) {
	var none T
	state, err := o.store.State(ctx, q.from)
	if err != nil {
		return none, err
	}
	p := o.memory.piece(q.key)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.state != state {
		// The state once more, because somebody may have read it anew while this waited. It comes before the
		// records: what is kept is at least as new as its state says.
		if state, err = o.store.State(ctx, q.from); err != nil {
			return none, err
		}
	}
	if p.state == state {
		return p.value.(T), nil
	}
	value, rows, err := read()
	if err != nil {
		p.state, p.value, rows, value = "", nil, 0, none
	} else {
		p.state, p.value = state, value
	}
	o.memory.weigh(q.key, p, rows)
	return value, err
}

// piece returns the answer kept for a key, or an empty one in its place.
func (m *memory) piece(key any) *piece {
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.pieces[key]
	if p == nil {
		p = &piece{rows: 1}
		m.pieces[key] = p
		m.rows++
	}
	m.asked++
	p.asked = m.asked
	return p
}

// weigh notes the size of an answer just read and forgets those not asked for
// longest while the memory is too full.
func (m *memory) weigh(key any, p *piece, rows int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.pieces[key] != p {
		return // forgotten while it was read
	}
	m.rows += rows + 1 - p.rows
	p.rows = rows + 1
	for m.rows > memoryRows && len(m.pieces) > 1 {
		var oldest any
		for k, other := range m.pieces {
			if oldest == nil || other.asked < m.pieces[oldest].asked {
				oldest = k
			}
		}
		m.rows -= m.pieces[oldest].rows
		delete(m.pieces, oldest)
	}
}
