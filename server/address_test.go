package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
)

// What is no text would be an internal error in PostgreSQL, which takes no NUL
// and no broken UTF-8.
func TestWhatIsNoTextIsRefused(t *testing.T) {
	st := newSite(t)
	clerk := st.bearer(t, industry.ChainOffice)
	for path, want := range map[string]int{
		"/api/v1/chains/%00/dispatch":                       http.StatusNotFound,
		"/api/v1/chains/%ff/dispatch":                       http.StatusNotFound,
		"/api/v1/chains/all/dispatch?month=%00":             http.StatusBadRequest,
		"/api/v1/chains/all/lists/enterprises?q=%ff":        http.StatusBadRequest,
		"/api/v1/chains/all/lists/enterprises?%c0%ae=1":     http.StatusBadRequest,
		"/api/v1/chains/all/lists/enterprises?q=%E9%93%9C":  http.StatusOK,
		"/api/v1/chains/all/lists/enterprises?q=%EF%BF%BDa": http.StatusOK, // U+FFFD itself is text
	} {
		if w := clerk.get(path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	st.addUser("anquan", industry.SecurityAdmin)
	admin := st.signedIn("anquan")
	form := url.Values{"name": {"li\x00ang"}, "display": {"李\xff"}, "role": {"viewer"}}
	if w := admin.post("/admin/users", form); w.Code != http.StatusOK {
		t.Fatalf("%d", w.Code)
	}
	account, err := st.office.Store().Account(t.Context(), "liang")
	if err != nil || account.DisplayName != "李" {
		t.Errorf("display name %q, %v", account.DisplayName, err)
	}
	st.addUser("liuzhong", industry.ChainOffice)
	form = url.Values{"version": {"0"}, "x.备\xff注": {"甲"}}
	w := st.signedIn("liuzhong").post("/chains/all/lists/enterprises/new", form)
	if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "表单不完整") {
		t.Errorf("a column whose name is no text: %d", w.Code)
	}
}

// A moment in the last hours of the year 9999 is in the year 10000 here, which
// JSON cannot tell.
func TestMomentsOutOfTheCalendarAreRefused(t *testing.T) {
	viewer := newSite(t).bearer(t, industry.Viewer)
	for asOf, want := range map[string]int{
		"9999-12-31T23:59:59Z":      http.StatusBadRequest,
		"9999-12-31T15:59:59Z":      http.StatusOK,
		"9999-12-31":                http.StatusOK,
		"0000-01-01T00:00:00Z":      http.StatusBadRequest,
		"0001-01-01":                http.StatusOK,
		"2026-11-05T09:00:00+99:99": http.StatusBadRequest,
	} {
		if w := viewer.get("/api/v1/chains/all/dispatch?as_of=" + url.QueryEscape(asOf)); w.Code != want {
			t.Errorf("as of %s: %d, want %d", asOf, w.Code, want)
		}
	}
}

func TestLongSearchIsRefused(t *testing.T) {
	viewer := newSite(t).bearer(t, industry.Viewer)
	for n, want := range map[int]int{200: http.StatusOK, 201: http.StatusBadRequest} {
		q := url.QueryEscape(strings.Repeat("铜", n))
		if w := viewer.get("/api/v1/chains/all/lists/enterprises?q=" + q); w.Code != want {
			t.Errorf("%d characters: %d, want %d", n, w.Code, want)
		}
	}
}

// Whatever depends on who asks is kept by nobody on the way, redirects included.
func TestNothingPrivateIsCached(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	b := st.signedIn("liang")
	for _, path := range []string{"/", "/projects", "/imports/", "/charts/trend", "/screen", "/nowhere", "/account/password"} {
		if got := b.get(path).Header().Values("Cache-Control"); len(got) == 0 || got[0] != "no-store" {
			t.Errorf("%s: Cache-Control %q", path, got)
		}
	}
	if got := st.browser().get("/imports").Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("the way to the sign-in page: %q", got)
	}
	style := st.server.assets.URL("css/chainboard.css")
	if got := st.browser().get(style).Header().Values("Cache-Control"); len(got) != 1 || got[0] != "public, max-age=31536000, immutable" {
		t.Errorf("%s: %q", style, got)
	}
}

// Routes are chosen by the path as it was sent, sessions by what it means: an
// address in which the two differ opens nothing.
func TestEscapedPathsOpenNothing(t *testing.T) {
	st := newSite(t)
	table := append(st.server.routes(), route{method: http.MethodGet, path: "/:any/*rest", need: industry.ManageUsers, handle: st.server.usersPage})
	table = slices.DeleteFunc(table, func(rt route) bool { return rt.path != "/:any/*rest" })
	st.serve(table)
	for _, path := range []string{"/%73tatic/users", "/static/users"} {
		if w := st.browser().get(path); w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "账号与角色") {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	st.serve(st.server.routes())
	for _, path := range []string{"/%73tatic/none.css", "/static%2f..%2fadmin%2fusers", "/static/%2e%2e/admin/users", "/healthz%2f", "/admin%2fusers"} {
		w := st.browser().get(path)
		if toSignIn := strings.HasPrefix(w.Header().Get("Location"), "/login"); w.Code != http.StatusNotFound && !toSignIn {
			t.Errorf("%s: %d %.200s", path, w.Code, w.Body)
		}
	}
}
