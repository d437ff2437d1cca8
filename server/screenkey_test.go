package server

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// wallRoute is a page that a wall may show, for tests that need one.
func (st *site) wallTable() []route {
	for _, rt := range st.server.routes() {
		if rt.path == screenPath {
			return st.server.routes()
		}
	}
	return append(st.server.routes(), route{
		method: http.MethodGet, path: screenPath, need: industry.SeeTotals, screen: true,
		handle: func(c *request) error { return c.json(http.StatusOK, c.user) },
	})
}

func (st *site) screenKey(t *testing.T, key store.Key) string {
	t.Helper()
	plain, err := st.office.AddScreen(t.Context(), key, office.Actor{Name: "测试"})
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// wall returns a browser that has opened the link of a screen.
func (st *site) wall(t *testing.T, key store.Key) *browser {
	t.Helper()
	st.serve(st.wallTable())
	b := st.browser()
	w := b.get("/screen?scene=1&key=" + st.screenKey(t, key))
	if w.Code != http.StatusFound || w.Header().Get("Location") != "/screen?scene=1" {
		t.Fatalf("link of a screen: %d to %q", w.Code, w.Header().Get("Location"))
	}
	return b
}

func TestWallKeepsItsKeyOutOfSight(t *testing.T) {
	st := newSite(t)
	st.serve(st.wallTable())
	plain := st.screenKey(t, store.Key{Name: "大厅"})
	b := st.browser()
	w := b.get("/screen?key=" + plain)
	cookie := w.Header().Get("Set-Cookie")
	for _, part := range []string{"chainboard_screen=", "HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, part) {
			t.Errorf("cookie %q has no %s", cookie, part)
		}
	}
	if w.Header().Get("Location") != "/screen" {
		t.Errorf("redirect to %q", w.Header().Get("Location"))
	}
	if w := b.get("/screen"); w.Code != http.StatusOK {
		t.Errorf("the wall's page: %d", w.Code)
	}
	b.get("/screen?key=cbk_wrong-but-secret")
	for _, secret := range []string{plain, "cbk_wrong-but-secret"} {
		if strings.Contains(st.log.String(), secret) {
			t.Errorf("the log holds the key %s", secret)
		}
	}
	screens, err := st.office.Screens(t.Context())
	if err != nil || !screens[0].LastSeen.Equal(st.clock()) {
		t.Errorf("last seen %v, %v", screens, err)
	}
}

func TestLastSeenIsWrittenOnceAMinute(t *testing.T) {
	st := newSite(t)
	b := st.wall(t, store.Key{Name: "大厅"})
	first := st.clock()
	seen := func() time.Time {
		b.get("/screen")
		screens, err := st.office.Screens(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return screens[0].LastSeen
	}
	st.wait(59 * time.Second)
	if got := seen(); !got.Equal(first) {
		t.Errorf("after 59 s: %v, want still %v", got, first)
	}
	st.wait(time.Second)
	if got := seen(); !got.Equal(st.clock()) {
		t.Errorf("after 60 s: %v, want %v", got, st.clock())
	}
}

func TestClosedWallSaysSoCalmly(t *testing.T) {
	st := newSite(t)
	expiring := st.wall(t, store.Key{Name: "甲", ExpiresAt: st.clock().Add(time.Hour)})
	revoked := st.wall(t, store.Key{Name: "乙"})
	if err := st.office.RevokeScreen(t.Context(), "乙", office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	st.wait(time.Hour)
	for name, w := range map[string]*browser{"expired": expiring, "revoked": revoked, "never opened": st.browser()} {
		for _, path := range []string{"/screen", "/screen?key=cbk_wrong"} {
			answer := w.get(path)
			if answer.Code != http.StatusForbidden {
				t.Errorf("%s %s: %d, want 403", name, path, answer.Code)
			}
			d := document(t, answer)
			if got := text(d, "h2"); got != "大屏链接已失效" {
				t.Errorf("%s %s: title %q", name, path, got)
			}
			if d.Find("input[name=password]").Length() != 0 {
				t.Errorf("%s %s: a sign-in form on a wall", name, path)
			}
		}
	}
}

// A wall that cannot be given a scene says so calmly and asks again by itself; it
// is not led into the workbench.
func TestWallWithoutAScene(t *testing.T) {
	st := sampleSite(t)
	b := st.wall(t, store.Key{Name: "大厅"})
	w := b.get("/screen?chain=gone")
	if w.Code != http.StatusNotFound || w.Header().Get("Refresh") != "60" {
		t.Errorf("%d, asked again after %q", w.Code, w.Header().Get("Refresh"))
	}
	d := document(t, w)
	if d.Find("nav, form, a[href]").Length() != 0 {
		t.Errorf("something leads away: %s", w.Body)
	}
	expect(t, d, ".card p", "没有编码为“gone”的产业链。")
}
