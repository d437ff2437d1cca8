package server

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

func TestWritesFromOtherSitesAreRefused(t *testing.T) {
	st := newSite(t)
	st.addUser("anquan", industry.SecurityAdmin)
	st.addUser("liang", industry.Viewer)
	b := st.signedIn("anquan")
	csrf := document(t, b.get("/admin/users")).Find("input[name=csrf]").First().AttrOr("value", "")
	if len(csrf) < 40 {
		t.Fatalf("token in the form: %q", csrf)
	}
	for name, c := range map[string]struct {
		header http.Header
		csrf   string
		want   int
	}{
		"same origin":             {http.Header{"Origin": {"http://example.com"}}, "", http.StatusSeeOther},
		"other origin":            {http.Header{"Origin": {"http://evil.example"}}, csrf, http.StatusForbidden},
		"same site by fetch":      {http.Header{"Sec-Fetch-Site": {"same-origin"}}, "", http.StatusSeeOther},
		"cross site by fetch":     {http.Header{"Sec-Fetch-Site": {"cross-site"}}, csrf, http.StatusForbidden},
		"nothing":                 {http.Header{}, "", http.StatusForbidden},
		"nothing, wrong token":    {http.Header{}, csrf + "x", http.StatusForbidden},
		"nothing, token in form":  {http.Header{}, csrf, http.StatusSeeOther},
		"nothing, token in head":  {http.Header{"X-Csrf-Token": {csrf}}, "", http.StatusSeeOther},
		"nothing, null origin":    {http.Header{"Origin": {"null"}}, csrf, http.StatusForbidden},
		"nothing, wrong in head":  {http.Header{"X-Csrf-Token": {"x"}}, csrf, http.StatusForbidden},
		"another port is another": {http.Header{"Origin": {"http://example.com:81"}}, csrf, http.StatusForbidden},
	} {
		form := url.Values{"name": {"liang"}}
		if c.csrf != "" {
			form.Set("csrf", c.csrf)
		}
		r := httptest.NewRequest(http.MethodPost, "/admin/users/unlock", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		for key, values := range c.header {
			r.Header[key] = values
		}
		if w := b.send(r); w.Code != c.want {
			t.Errorf("%s: %d, want %d", name, w.Code, c.want)
		}
	}
}

func TestForeignSignInIsRefused(t *testing.T) {
	st := newSite(t)
	st.addUser("liang", industry.Viewer)
	r := httptest.NewRequest(http.MethodPost, "/login", strings.NewReader(url.Values{"name": {"liang"}, "password": {password}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://evil.example")
	if w := st.browser().send(r); w.Code != http.StatusForbidden || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("%d, cookie %q", w.Code, w.Header().Get("Set-Cookie"))
	}
}

func TestTokensNeedNoOrigin(t *testing.T) {
	st := newSite(t)
	plain, err := st.office.AddToken(t.Context(), store.Key{Name: "甲", Role: industry.ChainOffice}, office.Actor{Name: "测试"})
	if err != nil {
		t.Fatal(err)
	}
	b := st.browser()
	b.header.Set("Authorization", "Bearer "+plain)
	if w := b.send(httptest.NewRequest(http.MethodDelete, "/api/v1/imports/7", nil)); w.Code != http.StatusNotFound {
		t.Errorf("undo of an unknown batch by token: %d", w.Code)
	}
}

// workbookForm is a multipart form with a file and the fields around it.
func workbookForm(t *testing.T, path, name string, data []byte, fields map[string]string) *http.Request {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for field, value := range fields {
		if err := form.WriteField(field, value); err != nil {
			t.Fatal(err)
		}
	}
	if name != "" {
		file, err := form.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return r
}

// TestUploadFromABrowserWithoutOrigin finds both the token and the file in one form.
func TestUploadFromABrowserWithoutOrigin(t *testing.T) {
	st := newSite(t)
	st.addUser("banshi", industry.ChainOffice)
	b := st.signedIn("banshi")
	csrf := document(t, b.get("/account/password")).Find("input[name=csrf]").First().AttrOr("value", "")
	if w := b.send(workbookForm(t, "/api/v1/imports", "坏.xlsx", []byte("no workbook"), nil)); w.Code != http.StatusForbidden {
		t.Errorf("without token: %d", w.Code)
	}
	w := b.send(workbookForm(t, "/api/v1/imports", "坏.xlsx", []byte("no workbook"), map[string]string{"csrf": csrf}))
	if w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("with token: %d %s, want the file to be judged", w.Code, w.Body)
	}
}
