package server

import (
	"net/http"
	"net/url"
	"testing"

	"chainboard/industry"
)

func TestSignInOpensASessionUnderANewToken(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.SecurityAdmin)
	b := st.browser()
	b.cookies[sessionCookie] = "chosen-by-an-attacker"
	r := b.post("/login", url.Values{"name": {"liang"}, "password": {password}, "next": {"/account/password"}})
	if r.Code != http.StatusSeeOther || r.Header().Get("Location") != "/account/password" {
		t.Fatalf("got %d to %q", r.Code, r.Header().Get("Location"))
	}
	if token := b.cookies[sessionCookie]; token == "" || token == "chosen-by-an-attacker" {
		t.Fatalf("session token %q", token)
	}
	page := document(t, b.get("/account/password"))
	if got := text(page, ".whead h1"); got != "修改密码" {
		t.Errorf("page after sign-in: %q\n%s", got, st.log)
	}
	if got := text(page, ".who"); got == "" {
		t.Error("the side bar does not say who has signed in")
	}
}
