package server

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/office"
	"chainboard/static"
	"chainboard/store"
	"chainboard/testkit"
)

// site is a server over a real database, with a clock that tests move.
type site struct {
	t       *testing.T
	office  *office.Office
	server  *server
	handler http.Handler
	log     *bytes.Buffer

	mu  sync.Mutex
	now time.Time
}

const password = "正确的密码2026Aa"

// opening is when a site's clock begins.
func opening() time.Time { return time.Date(2026, 11, 20, 9, 0, 0, 0, industry.Shanghai) }

func newSite(t *testing.T) *site {
	t.Helper()
	return siteOver(t, testkit.SQLite(t), office.Sample{Name: "示例.xlsx", Data: []byte("not imported")})
}

// siteOver is a site over a database that may hold something already.
func siteOver(t *testing.T, database string, sample office.Sample) *site {
	t.Helper()
	st := &site{t: t, log: &bytes.Buffer{}, now: opening()}
	s, err := store.Open(t.Context(), database, st.clock)
	if err != nil {
		t.Fatal(err)
	}
	st.office = office.New(s, auth.NewHasherWith(8, 1), sample)
	t.Cleanup(func() {
		if err := st.office.Close(); err != nil {
			t.Error(err)
		}
	})
	assets, err := static.Load()
	if err != nil {
		t.Fatal(err)
	}
	st.server, err = newServer(Config{
		Office: st.office, Assets: assets, SignIns: auth.NewAddressLimiter(60000, 10000),
		Log: slog.New(slog.NewTextHandler(st.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
	if err != nil {
		t.Fatal(err)
	}
	st.server.quickly = time.Minute // however slow the machine, tests see the import's own page
	st.serve(st.server.routes())
	return st
}

// serve answers another table.
func (st *site) serve(table []route) {
	st.t.Helper()
	handler, err := st.server.handler(table)
	if err != nil {
		st.t.Fatal(err)
	}
	st.handler = handler
}

func (st *site) clock() time.Time {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.now
}

func (st *site) wait(d time.Duration) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.now = st.now.Add(d)
}

// addUser adds an account of a role whose password is the constant.
func (st *site) addUser(name string, role industry.Role) {
	st.t.Helper()
	user := industry.User{Name: name, Roles: []industry.Role{role}}
	if role == industry.RoleEnterprise {
		user.Enterprise = "91369921MAPGH8108J" // of the sample
	}
	if _, err := st.office.AddUser(st.t.Context(), user, password, office.Actor{Name: "测试"}); err != nil {
		st.t.Fatal(err)
	}
}

// browser keeps cookies and follows no redirect.
type browser struct {
	site    *site
	cookies map[string]string
	header  http.Header // of every request
}

func (st *site) browser() *browser {
	return &browser{site: st, cookies: map[string]string{}, header: http.Header{}}
}

// signedIn returns a browser in which the account has signed in.
func (st *site) signedIn(name string) *browser {
	st.t.Helper()
	b := st.browser()
	if r := b.post("/login", url.Values{"name": {name}, "password": {password}}); r.Code != http.StatusSeeOther {
		st.t.Fatalf("sign-in of %s: %d %s", name, r.Code, r.Body)
	}
	return b
}

func (b *browser) get(path string) *httptest.ResponseRecorder {
	return b.send(httptest.NewRequest(http.MethodGet, path, nil))
}

// post sends a form as a page of ours does, in a browser that names the origin.
func (b *browser) post(path string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://example.com") // httptest's host
	return b.send(r)
}

func (b *browser) send(r *http.Request) *httptest.ResponseRecorder {
	for name, values := range b.header {
		r.Header[name] = values
	}
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	b.site.handler.ServeHTTP(w, r)
	for _, cookie := range w.Result().Cookies() {
		if cookie.MaxAge < 0 {
			delete(b.cookies, cookie.Name)
			continue
		}
		b.cookies[cookie.Name] = cookie.Value
	}
	return w
}

func document(t *testing.T, w *httptest.ResponseRecorder) *goquery.Document {
	t.Helper()
	d, err := goquery.NewDocumentFromReader(io.TeeReader(w.Body, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// text returns the text a selector finds, without spaces around it.
func text(d *goquery.Document, selector string) string {
	return strings.TrimSpace(d.Find(selector).First().Text())
}
