package server

import (
	"net/http"
	"net/url"
	"testing"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/office"
)

func TestSignInOpensASessionUnderANewToken(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.SecurityAdmin)
	b := st.browser()
	b.cookies[sessionCookie] = "chosen-by-an-attacker"
	r := b.post("/login", url.Values{"name": {"liang"}, "password": {password}, "next": {"/admin/users?x=1"}})
	if r.Code != http.StatusSeeOther || r.Header().Get("Location") != "/admin/users?x=1" {
		t.Fatalf("got %d to %q", r.Code, r.Header().Get("Location"))
	}
	if token := b.cookies[sessionCookie]; token == "" || token == "chosen-by-an-attacker" {
		t.Fatalf("session token %q", token)
	}
	page := document(t, b.get("/admin/users"))
	if got := text(page, ".whead h1"); got != "账号与角色" {
		t.Errorf("page after sign-in: %q", got)
	}
	if got := text(page, ".side a[aria-current=page]"); got != "账号与角色" {
		t.Errorf("current entry of the side bar: %q", got)
	}
	if page.Find(`.side a[href="/admin/audit"]`).Length() != 0 {
		t.Error("the side bar offers a page that the role may not open")
	}
}

func TestWrongPasswordsLockAndUnlock(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	for _, name := range []string{"liang", "nobody"} {
		form := url.Values{"name": {name}, "password": {"wrong"}}
		w := st.browser().post("/login", form)
		if w.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, w.Code)
		}
		d := document(t, w)
		if got := text(d, ".err"); got != "账号或密码不正确，还可尝试4次" {
			t.Errorf("%s: %q", name, got)
		}
		if got := d.Find("input[name=name]").AttrOr("value", ""); got != name {
			t.Errorf("the name typed was %s, the form shows %q", name, got)
		}
		if _, kept := d.Find("input[name=password]").Attr("value"); kept {
			t.Error("the password is given back")
		}
		for range 4 {
			w = st.browser().post("/login", form)
		}
		if w.Code != http.StatusTooManyRequests {
			t.Errorf("%s, fifth wrong password: %d", name, w.Code)
		}
		if got := text(document(t, w), ".err"); got != "密码连续输错，账号已锁定，请在11月20日09:15以后再登录，急需使用可请安全管理员解锁" {
			t.Errorf("%s, lock: %q", name, got)
		}
	}
	st.addUser("anquan", industry.SecurityAdmin)
	admin := st.signedIn("anquan")
	if got := text(document(t, admin.get("/admin/users")), "tbody tr:last-child td[data-l=状态]"); got != "锁定至09:15" {
		t.Errorf("state of the locked account: %q", got)
	}
	if w := admin.post("/admin/users/unlock", url.Values{"name": {"liang"}}); w.Header().Get("Location") != "/admin/users" {
		t.Fatalf("unlock: %d", w.Code)
	}
	st.signedIn("liang")
}

func TestAddressThatTriesTooOftenIsSlowedDown(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	st.server.signIns = auth.NewAddressLimiter(1, 2)
	b := st.browser()
	for range 2 {
		b.post("/login", url.Values{"name": {"someone"}, "password": {"x"}})
	}
	if w := b.post("/login", url.Values{"name": {"liang"}, "password": {password}}); w.Code != http.StatusTooManyRequests {
		t.Errorf("third try at once: %d", w.Code)
	}
}

func TestOwnPathRefusesOtherSites(t *testing.T) {
	for next, want := range map[string]string{
		"/dispatch?month=2026-10": "/dispatch?month=2026-10",
		"/chains/nem#top":         "/chains/nem#top",
		"":                        "/",
		"dispatch":                "/",
		"//evil.example/":         "/",
		"/\\evil.example":         "/",
		"/\t/evil.example":        "/",
		"https://evil.example/":   "/",
		"javascript:alert(1)":     "/",
		"/login?next=/login":      "/",
		"/logout":                 "/",
		"/%0d%0aSet-Cookie:x=1":   "/%0d%0aSet-Cookie:x=1", // stays escaped
		"/\r\nSet-Cookie: x=1":    "/",
	} {
		if got := ownPath(next); got != want {
			t.Errorf("%q: %q, want %q", next, got, want)
		}
	}
}

func TestSignInPageLeadsBack(t *testing.T) {
	st := newSite(t)
	w := st.browser().get("/admin/audit?actor=a&page=2")
	if got := w.Header().Get("Location"); w.Code != http.StatusSeeOther || got != "/login?next=%2Fadmin%2Faudit%3Factor%3Da%26page%3D2" {
		t.Fatalf("%d to %q", w.Code, got)
	}
	d := document(t, st.browser().get(w.Header().Get("Location")))
	if got := d.Find("input[name=next]").AttrOr("value", ""); got != "/admin/audit?actor=a&page=2" {
		t.Errorf("the form carries %q", got)
	}
}

func TestFirstAccountIsToldItsTwoRoles(t *testing.T) {
	st := newSite(t)
	name, given, err := st.office.FirstAccount(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := st.office.ChangePassword(t.Context(), given, password, office.Actor{Name: name}); err != nil {
		t.Fatal(err)
	}
	d := document(t, st.signedIn(name).get("/admin/screens"))
	if got := text(d, ".note-y"); got == "" {
		t.Error("the first account is not told that it holds two roles")
	}
	if got := text(d, ".who"); got == "" || d.Find(`.who:contains("系统管理员、链长办")`).Length() != 1 {
		t.Errorf("roles in the side bar: %q", got)
	}
}
