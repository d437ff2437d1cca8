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
)

// signedInStill reports whether the browser's session is a live one.
func (b *browser) signedInStill() bool { return b.get("/account/password").Code == http.StatusOK }

func TestSessionCookie(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	w := st.browser().post("/login", url.Values{"name": {"liang"}, "password": {password}})
	cookie := w.Header().Get("Set-Cookie")
	for _, part := range []string{"chainboard_session=", "HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, part) {
			t.Errorf("cookie %q has no %s", cookie, part)
		}
	}
	if strings.Contains(cookie, "Secure") || strings.Contains(cookie, "Max-Age") {
		t.Errorf("cookie over plain HTTP: %q", cookie)
	}
	r := httptest.NewRequest(http.MethodPost, "https://example.com/login",
		strings.NewReader(url.Values{"name": {"liang"}, "password": {password}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "https://example.com")
	if cookie := st.browser().send(r).Header().Get("Set-Cookie"); !strings.Contains(cookie, "; Secure") {
		t.Errorf("cookie over TLS: %q", cookie)
	}
}

func TestSessionEndsWithoutUseAndAfterTwelveHours(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	idle, busy := st.signedIn("liang"), st.signedIn("liang")
	st.wait(29 * time.Minute)
	if !busy.signedInStill() {
		t.Fatal("ended after 29 minutes")
	}
	st.wait(2 * time.Minute)
	if idle.signedInStill() {
		t.Error("goes on after 31 minutes without use")
	}
	for range 27 { // to 11 h 28 min at most, never 30 minutes idle
		st.wait(24 * time.Minute)
		if !busy.signedInStill() {
			t.Fatalf("ended at %v although in use", st.clock())
		}
	}
	st.wait(25 * time.Minute)
	if !busy.signedInStill() {
		t.Fatal("ended before 12 hours")
	}
	st.wait(20 * time.Minute)
	if busy.signedInStill() {
		t.Error("goes on after 12 hours")
	}
}

func TestNewTokenAtSignInAndEndAtSignOut(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	b := st.signedIn("liang")
	first := b.cookies[sessionCookie]
	if w := b.post("/login", url.Values{"name": {"liang"}, "password": {password}}); w.Code != http.StatusSeeOther {
		t.Fatalf("second sign-in: %d", w.Code)
	}
	if b.cookies[sessionCookie] == first {
		t.Error("the token is the same after signing in again")
	}
	old := st.browser()
	old.cookies[sessionCookie] = first
	if old.signedInStill() {
		t.Error("the token of before is still good")
	}
	kept := b.cookies[sessionCookie]
	if w := b.post("/logout", nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/login" {
		t.Errorf("sign-out: %d to %q", w.Code, w.Header().Get("Location"))
	}
	old.cookies[sessionCookie] = kept
	if old.signedInStill() {
		t.Error("the token is still good after signing out")
	}
}

func TestSessionEndsWithTheAccount(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	actor := office.Actor{Name: "测试"}
	closed := st.signedIn("liang")
	if err := st.office.DisableUser(t.Context(), "liang", actor); err != nil {
		t.Fatal(err)
	}
	if closed.signedInStill() {
		t.Error("the session of a closed account goes on")
	}
	if err := st.office.EnableUser(t.Context(), "liang", actor); err != nil {
		t.Fatal(err)
	}
	if closed.signedInStill() {
		t.Error("the session came back with the account")
	}
}

func TestGivenPasswordMustBeChanged(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.SecurityAdmin)
	elsewhere := st.signedIn("liang")
	given, err := st.office.ResetUser(t.Context(), "liang", office.Actor{Name: "测试"})
	if err != nil {
		t.Fatal(err)
	}
	if elsewhere.signedInStill() {
		t.Error("a reset password leaves other sessions open")
	}
	b := st.browser()
	if w := b.post("/login", url.Values{"name": {"liang"}, "password": {given}, "next": {"/admin/users"}}); w.Header().Get("Location") != "/account/password" {
		t.Fatalf("sign-in with a given password leads to %q", w.Header().Get("Location"))
	}
	if w := b.get("/admin/users"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/account/password" {
		t.Errorf("page before the change: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if w := b.get("/api/v1/chains"); w.Code != http.StatusForbidden {
		t.Errorf("API before the change: %d", w.Code)
	}
	const chosen = "自己选的密码2026Cc"
	wrong := document(t, b.post("/account/password", url.Values{"old": {given}, "new": {chosen}, "again": {"other"}}))
	if got := text(wrong, "#again-e"); got != "两次输入的新密码不一致，请重新输入" {
		t.Errorf("two different passwords: %q", got)
	}
	before := b.cookies[sessionCookie]
	if w := b.post("/account/password", url.Values{"old": {given}, "new": {chosen}, "again": {chosen}}); w.Code != http.StatusSeeOther {
		t.Fatalf("change: %d %s", w.Code, w.Body)
	}
	if b.cookies[sessionCookie] == before {
		t.Error("the token is the same after the change")
	}
	page := b.get("/admin/users")
	if page.Code != http.StatusOK {
		t.Fatalf("page after the change: %d", page.Code)
	}
	if got := text(document(t, page), ".note-g"); got != "密码已修改，其他地方的登录已退出" {
		t.Errorf("notice %q", got)
	}
	if again := document(t, b.get("/admin/users")); again.Find(".note-g").Length() != 0 {
		t.Error("the notice shows twice")
	}
}

func TestStoreKnowsNoToken(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	token := st.signedIn("liang").cookies[sessionCookie]
	if _, found, err := st.server.store.Session(t.Context(), token); found || err != nil {
		t.Errorf("the session lies under its token: %v, %v", found, err)
	}
}

func TestOnlySignInDependsOnTheSessionBeingKept(t *testing.T) {
	st := newSite(t)
	kept := sessionStore{st.server.store, st.server.log}
	if err := st.server.store.Close(); err != nil {
		t.Fatal(err)
	}
	use := &sessionUse{}
	ctx := context.WithValue(t.Context(), sessionUseKey, use)
	if err := kept.CommitCtx(ctx, "token", nil, time.Now()); err != nil {
		t.Errorf("noting the time of use: %v", err)
	}
	mustKeep(ctx)
	if err := kept.CommitCtx(ctx, "token", nil, time.Now()); err == nil {
		t.Error("a sign-in that is not kept passes for one")
	}
}
