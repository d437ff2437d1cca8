package server

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// line is an open event stream.
type line struct {
	t      *testing.T
	answer *http.Response
	frames chan string // closed at the end
}

func listenTo(t *testing.T, base, token, known string) *line {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/api/v1/events?since="+known, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	l := &line{t: t, answer: answer, frames: make(chan string, 100)}
	go func() {
		defer close(l.frames)
		defer answer.Body.Close()
		lines := bufio.NewScanner(answer.Body)
		var frame []string
		for lines.Scan() {
			if lines.Text() != "" {
				frame = append(frame, lines.Text())
				continue
			}
			l.frames <- strings.Join(frame, "\n")
			frame = nil
		}
	}()
	return l
}

// next returns the next frame, "" at the end.
func (l *line) next() string {
	l.t.Helper()
	select {
	case frame := <-l.frames:
		return frame
	case <-time.After(5 * time.Second):
		l.t.Fatal("nothing is told")
		return ""
	}
}

func (st *site) addToken(name string, role industry.Role) string {
	st.t.Helper()
	plain, err := st.office.AddToken(st.t.Context(), office.Key{Name: name, Role: role}, office.Actor{Name: "测试"})
	if err != nil {
		st.t.Fatal(err)
	}
	return plain
}

func (st *site) saveList() {
	st.t.Helper()
	set, version, err := st.office.ListSet(st.t.Context())
	if err == nil {
		err = st.office.SaveListSet(st.t.Context(), set, version, office.Actor{Name: "测试"})
	}
	if err != nil {
		st.t.Fatal(err)
	}
}

func TestEventsTellTopics(t *testing.T) {
	st := newSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close) // after the streams
	viewer := st.addToken("看板", industry.Viewer)
	first := listenTo(t, web.URL, viewer, "")
	if kind := first.answer.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/event-stream") {
		t.Fatalf("%d %s", first.answer.StatusCode, kind)
	}
	if retry, hello := first.next(), first.next(); retry != "retry: 2000" || !strings.Contains(hello, `"dispatch"`) {
		t.Fatalf("begins with %q, %q", retry, hello)
	}
	before, err := st.office.Store().Serial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	st.saveList()
	told := first.next()
	if took := time.Since(began); took > time.Second {
		t.Errorf("told after %v", took)
	}
	if !strings.Contains(told, `"topics":["rules"]`) || !strings.HasPrefix(told, "id: ") {
		t.Errorf("told %q", told)
	}
	// Whoever comes back with what it knows is told what it missed, and no more.
	later := listenTo(t, web.URL, viewer, before.String())
	later.next()
	if missed := later.next(); missed != told {
		t.Errorf("missed %q, not %q", missed, told)
	}
	strange := listenTo(t, web.URL, viewer, before.String()+"X")
	strange.next()
	if all := strange.next(); !strings.Contains(all, `"other"`) {
		t.Errorf("of another history: %q", all)
	}
}

// A stream ends with the right to it, and nothing is left of it.
func TestEventsEnd(t *testing.T) {
	st := newSite(t)
	closing := make(chan struct{})
	st.server.hub.closing = closing
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close) // after the streams
	before := runtime.NumGoroutine()
	open := func(name string) *line {
		l := listenTo(t, web.URL, st.addToken(name, industry.Viewer), "")
		l.next()
		l.next()
		return l
	}
	revoked, stays := open("一"), open("二")
	if err := st.office.RevokeToken(t.Context(), "一", office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	if frame := revoked.next(); frame != "" {
		t.Errorf("a revoked token is told %q", frame)
	}
	st.saveList()
	if frame := stays.next(); !strings.Contains(frame, "rules") {
		t.Errorf("the other is told %q", frame)
	}
	close(closing)
	if frame := stays.next(); frame != "" {
		t.Errorf("after closing %q is told", frame)
	}
	http.DefaultClient.CloseIdleConnections()
	web.Close()
	for deadline := time.Now().Add(3 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(deadline); {
		time.Sleep(20 * time.Millisecond)
	}
	if now := runtime.NumGoroutine(); now > before {
		stacks := make([]byte, 1<<16)
		t.Errorf("%d goroutines became %d\n%s", before, now, stacks[:runtime.Stack(stacks, true)])
	}
	if len(st.server.hub.listeners) != 0 || len(st.server.hub.count) != 0 {
		t.Error("listeners are left")
	}
}

// Signing out ends the streams of the session; a screen's key opens one.
func TestEventsOfSessionsAndScreens(t *testing.T) {
	st := newSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close) // after the streams
	st.addUser("看板", industry.Viewer)
	person := st.signedIn("看板")
	plain, err := st.office.AddScreen(t.Context(), office.Key{Name: "大厅"}, office.Actor{Name: "测试"})
	if err != nil {
		t.Fatal(err)
	}
	open := func(cookie, value string) *bufio.Reader {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, web.URL+"/api/v1/events", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.AddCookie(&http.Cookie{Name: cookie, Value: value})
		answer, err := http.DefaultClient.Do(r)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatal(answer, err)
		}
		t.Cleanup(func() { answer.Body.Close() })
		lines := bufio.NewReader(answer.Body)
		for range 5 { // retry and hello
			if _, err := lines.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
		}
		return lines
	}
	session, wall := open(sessionCookie, person.cookies[sessionCookie]), open(screenCookie, plain)
	person.post("/logout", nil)
	if more, err := session.ReadString('\n'); err == nil {
		t.Errorf("after signing out: %q", more)
	}
	if err := st.office.RevokeScreen(t.Context(), "大厅", office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	if more, err := wall.ReadString('\n'); err == nil {
		t.Errorf("after the key was revoked: %q", more)
	}
}

func TestTooManyEventStreams(t *testing.T) {
	st := newSite(t)
	for range mostStreams {
		if _, err := st.server.hub.listen(t.Context(), "token 一"); err != nil {
			t.Fatal(err)
		}
	}
	token := st.addToken("一", industry.Viewer)
	if _, err := st.server.hub.listen(t.Context(), "token 一"); err == nil {
		t.Error("no limit")
	}
	b := st.browser()
	b.header.Set("Authorization", "Bearer "+token)
	st.server.hub.count["token 令牌:一"] = mostStreams
	if r := b.get("/api/v1/events"); r.Code != http.StatusTooManyRequests {
		t.Errorf("%d %s", r.Code, r.Body)
	}
}

// A listener that does not keep up is dropped; the others are told.
func TestSlowListenersAreDropped(t *testing.T) {
	st := newSite(t)
	hub := st.server.hub
	slow, err := hub.listen(t.Context(), "慢")
	if err != nil {
		t.Fatal(err)
	}
	hub.mu.Lock()
	for n := range streamBacklog + 1 {
		hub.tell(event{serial: store.Serial{Number: int64(n)}, topics: []string{topicOther}})
	}
	hub.mu.Unlock()
	<-slow.gone
	hub.leave(slow)
	if len(hub.count) != 0 {
		t.Error("a dropped listener is counted on")
	}
}

// Every register is a topic, so that no screen waits for one in vain.
func TestEveryRegisterIsATopic(t *testing.T) {
	for _, g := range industry.Registers() {
		if told := topicsOf([]string{g.Noun}); len(told) == 0 || slices.Contains(told, topicOther) {
			t.Errorf("%s is told as %v", g.Noun, told)
		}
	}
	if told := topicsOf([]string{"screen"}); len(told) != 0 {
		t.Errorf("keys are told as %v", told)
	}
	if told := topicsOf([]string{"something_new"}); !slices.Equal(told, []string{topicOther}) {
		t.Errorf("something new is told as %v", told)
	}
	if !touchesRights([]string{"account"}) || touchesRights([]string{"issue_step_event"}) {
		t.Error("rights")
	}
}

// A wall's key is no token, also once the server remembers it.
func TestKeysAreRememberedApart(t *testing.T) {
	st := newSite(t)
	plain := st.screenKey(t, store.Key{Name: "大厅"})
	wall := st.browser()
	wall.cookies[screenCookie] = plain
	for range 2 {
		if w := wall.get("/charts"); w.Code != http.StatusOK {
			t.Fatalf("the wall: %d", w.Code)
		}
		b := st.browser()
		b.header.Set("Authorization", "Bearer "+plain)
		if w := b.get("/charts"); w.Code != http.StatusUnauthorized {
			t.Errorf("a wall's key as a token: %d", w.Code)
		}
	}
}
