package server

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// addressOf fills in the parameters of a route's path.
func addressOf(rt route) string {
	return strings.NewReplacer(
		":chain", "all", ":kind", "lists", ":code", "enterprises", ":list", "enterprises", ":map", "chain", ":month", "2026-10", ":name", "none", ":id", "1", "*file", "none",
	).Replace(rt.path)
}

// ask sends what the route expects, as a page of ours would.
func ask(b *browser, rt route) *httptest.ResponseRecorder {
	if rt.path == eventsPath { // answers until whoever asked goes
		ctx, gone := context.WithTimeout(b.site.t.Context(), 20*time.Millisecond)
		defer gone()
		return b.send(httptest.NewRequestWithContext(ctx, rt.method, rt.path, nil))
	}
	if rt.method == http.MethodGet {
		return b.get(addressOf(rt))
	}
	r := httptest.NewRequest(rt.method, addressOf(rt), strings.NewReader(url.Values{"name": {"none"}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://example.com")
	return b.send(r)
}

func refused(w *httptest.ResponseRecorder) bool {
	toSignIn := strings.HasPrefix(w.Header().Get("Location"), "/login") && w.Code == http.StatusSeeOther
	return w.Code == http.StatusForbidden || w.Code == http.StatusUnauthorized || toSignIn
}

// TestEveryRouteForEveryRole walks the table: an account and a token of a role are
// let through exactly where the role holds the route's right; an enterprise only
// where it is shown its own rows.
func TestEveryRouteForEveryRole(t *testing.T) {
	st := newSite(t)
	for _, role := range industry.Roles() {
		name := "u_" + string(role)
		st.addUser(name, role)
		user := industry.User{Roles: []industry.Role{role}}
		token, err := st.office.AddToken(t.Context(), store.Key{Name: name, Role: role}, office.Actor{Name: "测试"})
		if err != nil {
			t.Fatal(err)
		}
		for _, rt := range st.server.table {
			if rt.path == "/login" {
				continue // leads whoever has signed in on
			}
			allowed := rt.need == anyone || role.Has(rt.need)
			if user.OwnRowsOnly() && rt.need == industry.SeeTotals {
				allowed = rt.own
			}
			byToken := st.browser()
			byToken.header.Set("Authorization", "Bearer "+token)
			if w := ask(byToken, rt); refused(w) == allowed && !(role == industry.RoleEnterprise && rt.path == "/") { // without a firm there is no first page
				t.Errorf("token of %s: %s %s (needs %s): %d", role, rt.method, rt.path, rt.need, w.Code)
			}
			if rt.path == "/logout" {
				continue
			}
			allowed = allowed || rt.need == signedIn
			if w := ask(st.signedIn(name), rt); refused(w) == allowed {
				t.Errorf("account of %s: %s %s (needs %s): %d %s", role, rt.method, rt.path, rt.need, w.Code, w.Header().Get("Location"))
			}
		}
	}
}

// TestEveryRouteForNobody walks the table without an identity: pages lead to the
// sign-in page, everything else is 401.
func TestEveryRouteForNobody(t *testing.T) {
	st := newSite(t)
	for _, rt := range st.server.table {
		if rt.path == "/login" {
			continue // answers for itself
		}
		w := ask(st.browser(), rt)
		want := http.StatusSeeOther
		switch {
		case rt.need == anyone:
			if refused(w) {
				t.Errorf("%s %s: %d", rt.method, rt.path, w.Code)
			}
			continue
		case rt.onWall():
			want = http.StatusForbidden
		case strings.HasPrefix(rt.path, "/api/"), strings.HasPrefix(rt.path, "/charts"):
			want = http.StatusUnauthorized
		}
		if w.Code != want || !refused(w) {
			t.Errorf("%s %s: %d, want %d", rt.method, rt.path, w.Code, want)
		}
	}
}

// TestEveryRouteForAWall walks the table with a screen's cookie: only what the
// wall shows is open, whatever the role kiosk may see otherwise.
func TestEveryRouteForAWall(t *testing.T) {
	st := newSite(t)
	b := st.wall(t, store.Key{Name: "大厅"})
	for _, rt := range st.server.table {
		if rt.path == "/login" {
			continue
		}
		allowed := rt.need == anyone || rt.screen
		if w := ask(b, rt); refused(w) == allowed {
			t.Errorf("%s %s: %d", rt.method, rt.path, w.Code)
		}
	}
}

func TestRouteWithoutRightIsRefused(t *testing.T) {
	st := newSite(t)
	fine := func(*request) error { return nil }
	for name, rt := range map[string]route{
		"none":    {method: http.MethodGet, path: "/x", handle: fine},
		"unknown": {method: http.MethodGet, path: "/x", need: "see_everything", handle: fine},
	} {
		if _, err := st.server.engine([]route{rt}); err == nil {
			t.Errorf("%s: a route without a right was registered", name)
		}
	}
	if _, err := st.server.engine([]route{{method: http.MethodGet, path: "/x", need: industry.SeeTotals, handle: fine}}); err != nil {
		t.Errorf("a route with a right was refused: %v", err)
	}
}
