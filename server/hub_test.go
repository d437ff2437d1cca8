package server

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"chainboard/store"
)

// A database that does not answer keeps only whoever asks it waiting: the hub
// tells, counts and lets go meanwhile.
func TestHubIsFreeWhileTheDatabaseIsSlow(t *testing.T) {
	st := newSite(t)
	hub := st.server.hub
	st.server.serials.mu.Lock() // as while it asks
	begun := make(chan *listener, 1)
	go func() {
		l, err := hub.listen(t.Context(), "一")
		if err != nil {
			t.Error(err)
		}
		begun <- l
	}()
	time.Sleep(50 * time.Millisecond) // it waits for its serial
	free := make(chan bool)
	go func() {
		hub.recheck()
		if hub.wanted() {
			t.Error("somebody is listening before the serial is known")
		}
		close(free)
	}()
	select {
	case <-free:
	case <-time.After(5 * time.Second):
		t.Error("the hub is locked while the database is asked")
	}
	st.server.serials.mu.Unlock()
	l := <-begun
	st.saveList()
	select {
	case e := <-l.events:
		if len(e.topics) == 0 {
			t.Errorf("told %v", e)
		}
	case <-time.After(5 * time.Second):
		t.Error("nothing is told")
	}
	hub.leave(l)
}

// Whoever begins to listen is told every save that follows, in the order of the
// serials, however many come and go at the same time.
func TestHubLosesNoSave(t *testing.T) {
	st := newSite(t)
	const people, rounds = 8, 6
	var saving sync.Mutex // two saves of one list would be a conflict
	save := func() store.Serial {
		saving.Lock()
		defer saving.Unlock()
		st.saveList()
		saved, err := st.office.Store().Serial(t.Context())
		if err != nil {
			t.Error(err)
		}
		return saved
	}
	var all sync.WaitGroup
	for n := range people {
		all.Go(func() {
			for range rounds {
				l, err := st.server.hub.listen(t.Context(), fmt.Sprint("人", n))
				if err != nil {
					t.Error(err)
					return
				}
				untilTold(t, l, save())
				st.server.hub.leave(l)
			}
		})
	}
	all.Wait()
	if h := st.server.hub; len(h.listeners) != 0 || len(h.count) != 0 {
		t.Errorf("%d listeners, %d counted are left", len(h.listeners), len(h.count))
	}
}

// untilTold reads what a listener is told up to a serial.
func untilTold(t *testing.T, l *listener, saved store.Serial) {
	t.Helper()
	var last store.Serial
	for last.Number < saved.Number {
		select {
		case e := <-l.events:
			if e.serial.Number <= last.Number {
				t.Errorf("serial %d is told after %d", e.serial.Number, last.Number)
			}
			last = e.serial
		case <-time.After(10 * time.Second):
			t.Errorf("told up to %d, not %d", last.Number, saved.Number)
			return
		}
	}
}
