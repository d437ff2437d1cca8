package server

import (
	"context"
	"errors"
	"net/http"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

const eventsPath = "/api/v1/events"

const (
	beatEvery    = 15 * time.Second
	retryAfter   = "retry: 2000\n\n"
	beatFrame    = "event: beat\ndata: 1\n\n" // an event, not a comment: the script must see that the line still lives
	writePatient = 10 * time.Second
)

// events tells what was saved, as topics and a revision, never data, for as long
// as whoever listens may: Server-Sent Events. A stream that names the revision it
// knows is told at once what it missed; one that names none, that anything may
// have changed.
func (s *server) events(c *request) error {
	if c.Request.Method == http.MethodHead {
		return c.send(http.StatusOK, "text/event-stream; charset=utf-8", nil)
	}
	l, err := s.hub.listen(c.ctx(), c.identityKey())
	if err != nil {
		return err
	}
	defer s.hub.leave(l)
	missed, err := s.missed(c)
	if err != nil {
		return err
	}
	st := &stream{c: c, line: http.NewResponseController(c.below())}
	if err := st.open(missed); err != nil {
		return nil // whoever listened has gone
	}
	st.follow(l)
	return nil
}

// missed returns what was saved since the revision the stream knows.
func (s *server) missed(c *request) (event, error) {
	known := c.GetHeader("Last-Event-ID") // of a browser that came back by itself
	if known == "" {
		known = c.Query("since")
	}
	from, ok := store.ParseSerial(known)
	if !ok {
		now, err := s.store.Serial(c.ctx())
		return event{serial: now, topics: everyTopic()}, err
	}
	changes, err := s.store.ChangesSince(c.ctx(), from)
	return eventOf(changes), err
}

// identityKey names who asks, for the bounds on streams and pictures.
func (c *request) identityKey() string {
	switch c.via {
	case byScreen:
		return "screen " + c.screen.Name
	case byToken:
		return "token " + c.user.Name
	case bySession:
		return "account " + c.user.Name
	}
	return c.address()
}

// below returns the writer under gin's, which can only flush one that is an
// http.Flusher itself.
func (c *request) below() http.ResponseWriter {
	if w, ok := c.Writer.(interface{ Unwrap() http.ResponseWriter }); ok {
		return w.Unwrap()
	}
	return c.Writer
}

// stream is the line to one listener.
type stream struct {
	c     *request
	line  *http.ResponseController
	known store.Serial // told last
}

func (st *stream) open(first event) error {
	h := st.c.Writer.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("X-Accel-Buffering", "no") // a proxy must not collect what is to be told at once
	st.c.Writer.WriteHeader(http.StatusOK)
	st.c.Writer.WriteHeaderNow()
	// A stream outlives the server's limit for reading a request.
	if err := st.line.SetReadDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	st.known = first.serial
	return st.write(append([]byte(retryAfter), first.frame()...))
}

// follow tells what happens until the listener goes, may listen no more, or the
// server stops.
func (st *stream) follow(l *listener) {
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	var err error
	for err == nil {
		select {
		case e := <-l.events:
			if e.recheck && !st.c.stillOpen() {
				return
			}
			if len(e.topics) > 0 && e.serial != st.known {
				st.known = e.serial
				err = st.write(e.frame())
			}
		case <-beat.C:
			if !st.c.stillOpen() {
				return
			}
			err = st.write([]byte(beatFrame))
		case <-l.gone:
			return
		case <-st.c.s.hub.closing:
			return
		case <-st.c.ctx().Done():
			return
		}
	}
}

// write sends bytes at once; a line that takes none is given up.
func (st *stream) write(b []byte) error {
	if err := st.line.SetWriteDeadline(time.Now().Add(writePatient)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	if _, err := st.c.Writer.Write(b); err != nil {
		return err
	}
	return st.line.Flush()
}

// stillOpen reports whether whoever began a stream may still have it. A database
// that is away ends none: a stream carries no data.
func (c *request) stillOpen() bool {
	ctx, cancel := context.WithTimeout(context.Background(), hubPatience) // not the request's: that one holds the session as it was
	defer cancel()
	err := c.s.proveAgain(ctx, c)
	var refused *industry.Error
	return err == nil || !errors.As(err, &refused) && !errors.Is(err, errScreenClosed)
}

// proveAgain checks the screen, token or session of a request anew.
func (s *server) proveAgain(ctx context.Context, c *request) error {
	switch c.via {
	case byScreen:
		_, err := s.liveScreen(ctx, c.secret)
		return err
	case byToken:
		_, err := s.liveToken(ctx, c.secret)
		return err
	case bySession:
		return s.proveSession(ctx, c)
	}
	return nil
}

// proveSession loads a session anew: it may have ended or its account changed.
func (s *server) proveSession(ctx context.Context, c *request) error {
	ended := industry.Errorf(industry.Unauthenticated, "登录已失效，请重新登录")
	cookie, err := c.Request.Cookie(sessionCookie)
	if err != nil {
		return ended
	}
	ctx, err = s.sessions.plain.Load(ctx, cookie.Value)
	if err != nil {
		return err
	}
	name, epoch, err := s.sessions.account(ctx)
	if err != nil {
		return err
	}
	account, err := s.store.Account(ctx, name)
	if err == nil && (account.Epoch != epoch || account.Disabled) {
		return ended
	}
	return err
}
