package server

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

func TestHeadersOfEveryAnswer(t *testing.T) {
	st := newSite(t)
	for _, path := range []string{"/login", "/healthz", "/static/none.css", "/api/v1/chains", "/nowhere"} {
		h := st.browser().get(path).Header()
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
				"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
			"X-Content-Type-Options": "nosniff",
			"Referrer-Policy":        "same-origin",
			"X-Frame-Options":        "SAMEORIGIN",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
		if len(h.Get("X-Request-Id")) != 12 {
			t.Errorf("%s: request id %q", path, h.Get("X-Request-Id"))
		}
	}
}

// errorIn reads an error's JSON and checks that it has exactly the agreed members.
func errorIn(t *testing.T, w *httptest.ResponseRecorder) map[string]any {
	t.Helper()
	var body map[string]map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
		t.Fatalf("%v in %.300s", err, w.Body)
	}
	e := body["error"]
	for _, member := range []string{"kind", "message", "fields", "request_id"} {
		if _, ok := e[member]; !ok {
			t.Errorf("error has no %s: %s", member, w.Body)
		}
	}
	if e["request_id"] != w.Header().Get("X-Request-Id") {
		t.Errorf("request id %v, header %s", e["request_id"], w.Header().Get("X-Request-Id"))
	}
	return e
}

func TestEachKindHasItsStatusInBothShapes(t *testing.T) {
	kinds := map[industry.Kind]int{
		industry.Invalid: 400, industry.Unauthenticated: 401, industry.Forbidden: 403, industry.NotFound: 404, industry.Conflict: 409,
		industry.TooLarge: 413, industry.Unsupported: 415, industry.RateLimited: 429, industry.Internal: 500,
	}
	st := newSite(t)
	var table []route
	for kind := range kinds {
		fail := func(*request) error {
			return fmt.Errorf("deep below: %w", &industry.Error{Kind: kind, Message: "请这样做", Fields: map[string]string{"金额": "太大"}})
		}
		table = append(table,
			route{method: http.MethodGet, path: "/api/" + string(kind), need: anyone, handle: fail},
			route{method: http.MethodGet, path: "/page/" + string(kind), need: anyone, handle: fail})
	}
	st.serve(table)
	for kind, status := range kinds {
		w := st.browser().get("/api/" + string(kind))
		e := errorIn(t, w)
		if w.Code != status || e["kind"] != string(kind) {
			t.Errorf("%s: %d %v", kind, w.Code, e)
		}
		if kind == industry.Internal {
			if strings.Contains(w.Body.String(), "请这样做") || !strings.Contains(e["message"].(string), e["request_id"].(string)) {
				t.Errorf("an internal error shows %v", e)
			}
			continue
		}
		if e["message"] != "请这样做" || fmt.Sprint(e["fields"]) != "map[金额:太大]" {
			t.Errorf("%s: %v", kind, e)
		}
		page := st.browser().get("/page/" + string(kind))
		if kind == industry.Unauthenticated {
			if page.Code != http.StatusSeeOther {
				t.Errorf("unauthenticated page: %d", page.Code)
			}
			continue
		}
		if page.Code != status || text(document(t, page), ".note") != "请这样做" {
			t.Errorf("%s as a page: %d", kind, page.Code)
		}
	}
}

func TestInternalErrorsAndPanicsShowTheirNumberOnly(t *testing.T) {
	st := newSite(t)
	st.serve([]route{
		{method: http.MethodGet, path: "/error", need: anyone, handle: func(*request) error { return errors.New("password of the database: hunter2") }},
		{method: http.MethodGet, path: "/panic", need: anyone, handle: func(*request) error { panic("hunter2") }},
	})
	for _, path := range []string{"/error", "/panic"} {
		w := st.browser().get(path)
		id := w.Header().Get("X-Request-Id")
		if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), id) || strings.Contains(w.Body.String(), "hunter2") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
		if !strings.Contains(st.log.String(), "request="+id+" method=GET path="+path+" error=") {
			t.Errorf("%s: the log has no line for %s", path, id)
		}
	}
}

func TestUnknownAddress(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	w := st.browser().get("/api/v1/nothing")
	if e := errorIn(t, w); w.Code != http.StatusNotFound || e["kind"] != "not_found" {
		t.Errorf("API: %d %v", w.Code, e)
	}
	for name, b := range map[string]*browser{"nobody": st.browser(), "viewer": st.signedIn("liang")} {
		w := b.get("/nothing")
		if got := text(document(t, w), ".note"); w.Code != http.StatusNotFound || got != "没有这个页面或接口，请检查地址是否完整" {
			t.Errorf("%s: %d %q", name, w.Code, got)
		}
	}
}

func TestAnswersAreCompressedWhereTaken(t *testing.T) {
	st := newSite(t)
	b := st.browser()
	plain := b.get("/login").Body.String()
	b.header.Set("Accept-Encoding", "gzip, br")
	w := b.get("/login")
	if w.Header().Get("Content-Encoding") != "gzip" || !slices.Contains(w.Header().Values("Vary"), "Accept-Encoding") {
		t.Fatalf("headers %v", w.Header())
	}
	unpacked, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := io.ReadAll(unpacked); err != nil || string(out) != plain {
		t.Errorf("unpacked: %v, %d bytes, want %d", err, len(out), len(plain))
	}
}

func TestTokensExpireAndAreRevoked(t *testing.T) {
	st := newSite(t)
	expires, err := office.ParseExpiry("1d", st.clock())
	if err != nil {
		t.Fatal(err)
	}
	actor := office.Actor{Name: "测试"}
	bearer := func(key store.Key) *browser {
		plain, err := st.office.AddToken(t.Context(), key, actor)
		if err != nil {
			t.Fatal(err)
		}
		b := st.browser()
		b.header.Set("Authorization", "Bearer "+plain)
		return b
	}
	expiring := bearer(store.Key{Name: "甲", Role: industry.Viewer, ExpiresAt: expires})
	revoked := bearer(store.Key{Name: "乙", Role: industry.Viewer})
	for name, b := range map[string]*browser{"甲": expiring, "乙": revoked} {
		if w := b.get("/api/v1/chains"); w.Code != http.StatusOK {
			t.Errorf("live token %s: %d", name, w.Code)
		}
	}
	if err := st.office.RevokeToken(t.Context(), "乙", actor); err != nil {
		t.Fatal(err)
	}
	st.wait(24 * time.Hour)
	unknown, basic := st.browser(), st.browser()
	unknown.header.Set("Authorization", "Bearer cbt_unknown")
	basic.header.Set("Authorization", "Basic bGlhbmc6eA==")
	for name, b := range map[string]*browser{"expired": expiring, "revoked": revoked, "unknown": unknown, "basic": basic} {
		w := b.get("/api/v1/chains")
		if w.Code != http.StatusUnauthorized || w.Header().Get("WWW-Authenticate") != "Bearer" || errorIn(t, w)["kind"] != "unauthenticated" {
			t.Errorf("%s token: %d %s", name, w.Code, w.Body)
		}
		if w := b.get("/admin/audit"); w.Code != http.StatusUnauthorized {
			t.Errorf("%s token on a page: %d, want 401 and no way to a form", name, w.Code)
		}
	}
}

func TestHealthAndReadiness(t *testing.T) {
	st := newSite(t)
	for path, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if w := st.browser().get(path); w.Code != http.StatusOK || w.Body.String() != want {
			t.Errorf("%s: %d %q", path, w.Code, w.Body)
		}
	}
	if err := st.server.store.Close(); err != nil {
		t.Fatal(err)
	}
	if w := st.browser().get("/healthz"); w.Code != http.StatusOK {
		t.Errorf("/healthz without database: %d", w.Code)
	}
	if w := st.browser().get("/readyz"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("/readyz without database: %d", w.Code)
	}
	b := st.browser()
	b.cookies[sessionCookie] = "any"
	w := b.get("/login")
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), w.Header().Get("X-Request-Id")) {
		t.Errorf("page without database: %d %s", w.Code, w.Body)
	}
}

func TestTakesGzip(t *testing.T) {
	for header, want := range map[string]bool{
		"gzip": true, "br, gzip;q=0.5": true, "gzip ; q=0": false, "gzip;q=0.000": false, "": false, "x-gzip": false, "deflate, br": false,
	} {
		if got := takesGzip(header); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}

func TestHEADAnswersWhereGETDoes(t *testing.T) {
	st := newSite(t)
	if w := st.browser().send(httptest.NewRequest(http.MethodHead, "/login", nil)); w.Code != http.StatusOK {
		t.Errorf("HEAD /login: %d", w.Code)
	}
}

func TestQueryThatCannotBeParsedIsRefused(t *testing.T) {
	st := newSite(t)
	for _, path := range []string{"/login?a=%zz", "/login?a=1;b=2"} {
		if w := st.browser().get(path); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
