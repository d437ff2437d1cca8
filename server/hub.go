package server

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

const (
	pollEvery     = 150 * time.Millisecond // below serialAge: while anybody listens no request asks for the serial
	hubPatience   = 5 * time.Second        // for one question to the database
	mostStreams   = 64                     // of one account, token or screen
	streamBacklog = 16                     // events a listener may be behind before it is dropped
)

// hub tells whoever listens what was saved, by this process or another. It looks
// at the serial a few times a second while anybody listens, and at once after a
// commit of this process; nothing runs while nobody does.
type hub struct {
	serials *serials
	log     *slog.Logger
	closing <-chan struct{}

	mu        sync.Mutex
	listeners map[*listener]bool
	count     map[string]int // by identity
	running   bool
	last      store.Serial // told to the listeners
}

// listener is one event stream.
type listener struct {
	who    string        // the identity it counts for
	events chan event    // closed by nobody
	gone   chan struct{} // closed when it was too slow
}

// event is what happened, to be told in a few words or to be looked into.
type event struct {
	serial  store.Serial
	topics  []string
	recheck bool // who may listen may have changed
}

func newHub(k *serials, log *slog.Logger, closing <-chan struct{}) *hub {
	return &hub{serials: k, log: log, closing: closing, listeners: map[*listener]bool{}, count: map[string]int{}}
}

// listen adds a listener; too many of one identity are RateLimited. What is saved
// from now on is told to it. leave must follow.
func (h *hub) listen(ctx context.Context, who string) (*listener, error) {
	if l, err := h.join(who, nil); l != nil || err != nil {
		return l, err
	}
	from, err := h.serials.read(ctx) // outside the lock: a slow database holds up nobody who listens already, goes or is to go
	if err != nil {
		return nil, err
	}
	return h.join(who, &from)
}

// join adds a listener. Where nothing runs it starts run, which tells what follows
// the serial given; nil where none is given. A run that was started meanwhile began
// at a serial no newer than any saved from now on.
func (h *hub) join(who string, from *store.Serial) (*listener, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.count[who] >= mostStreams {
		return nil, industry.Errorf(industry.RateLimited, "同一账号、令牌或大屏链接最多同时打开 %d 个窗口，请关闭不用的窗口", mostStreams)
	}
	if !h.running {
		if from == nil {
			return nil, nil
		}
		h.last, h.running = *from, true
		go h.run()
	}
	l := &listener{who: who, events: make(chan event, streamBacklog), gone: make(chan struct{})}
	h.listeners[l] = true
	h.count[who]++
	return l, nil
}

func (h *hub) leave(l *listener) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.listeners, l)
	if h.count[l.who]--; h.count[l.who] <= 0 {
		delete(h.count, l.who)
	}
}

// run looks for what was saved until nobody listens any more.
func (h *hub) run() {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	failing := false
	for h.wanted() {
		committed := h.serials.store.Committed()
		err := h.look()
		if err != nil && !failing {
			h.log.Warn("look for changes", "error", err) // once, not several times a second
		}
		failing = err != nil
		select {
		case <-committed:
		case <-tick.C:
		case <-h.closing:
			h.stop()
			return
		}
	}
}

// wanted reports whether anybody listens; else run must end.
func (h *hub) wanted() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.running = len(h.listeners) > 0
	return h.running
}

func (h *hub) stop() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.running = false
}

// look tells the listeners what was saved since the last look.
func (h *hub) look() error {
	ctx, cancel := context.WithTimeout(context.Background(), hubPatience)
	defer cancel()
	now, err := h.serials.read(ctx)
	if err != nil || now == h.last { // last is run's own while it runs
		return err
	}
	changes, err := h.serials.store.ChangesSince(ctx, h.last)
	if err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.last = changes.Now
	h.tell(eventOf(changes))
	return nil
}

// eventOf returns what listeners are told of changes.
func eventOf(c store.Changes) event {
	if c.Lost {
		return event{c.Now, everyTopic(), true}
	}
	return event{c.Now, topicsOf(c.Nouns), touchesRights(c.Nouns)}
}

// recheck makes every stream of this process prove again who listens.
func (h *hub) recheck() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tell(event{recheck: true})
}

// tell hands an event to every listener and drops those that are too far behind:
// they come back and are told what they missed.
func (h *hub) tell(e event) {
	for l := range h.listeners {
		select {
		case l.events <- e:
		default:
			delete(h.listeners, l)
			close(l.gone)
		}
	}
}

// frame returns the event as it goes over the line.
func (e event) frame() []byte {
	told, err := json.Marshal(struct {
		Topics   []string `json:"topics"`
		Revision string   `json:"revision"`
	}{e.topics, e.serial.String()})
	if err != nil {
		panic(err) // texts can always be encoded
	}
	return []byte("id: " + e.serial.String() + "\ndata: " + string(told) + "\n\n")
}
