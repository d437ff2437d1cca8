package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

// What a screen plays is changed by a form: order, seconds, chain and theme.
func TestChangeScreen(t *testing.T) {
	st := newSite(t)
	st.addUser("admin", industry.SystemAdmin)
	st.screenKey(t, store.Key{Name: "大厅"})
	b := st.signedIn("admin")
	d := b.page("/admin/screens")
	expect(t, d, "tbody tr td:nth-child(4)", "全部场景，每个20秒")
	expect(t, d, "tbody tr td:nth-child(2)", "离线")
	edit := d.Find(`tbody a[href^="/admin/screens/edit"]`).AttrOr("href", "")
	if got := b.page(edit).Find("input[type=checkbox][checked]").Length(); got != len(industry.Scenes()) {
		t.Errorf("%d scenes are on", got)
	}
	f := url.Values{
		"name": {"大厅"}, "version": {"1"}, "theme": {"light"}, "on-rnd": {"1"}, "order-rnd": {"1"}, "seconds-rnd": {"40"},
		"on-overview": {"1"}, "order-overview": {"2"}, "seconds-overview": {"4"},
	}
	if w := b.post("/admin/screens/edit", f); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "场景“总览”的秒数应为5至3600的整数") {
		t.Errorf("too short a turn: %d", w.Code)
	}
	f.Set("seconds-overview", "15")
	if w := b.post("/admin/screens/edit", f); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	expect(t, b.page("/admin/screens"), "tbody tr td:nth-child(4)", "研发与资质 40秒、总览 15秒；浅色")
	if w := b.post("/admin/screens/edit", f); w.Code != http.StatusConflict && w.Code != http.StatusBadRequest {
		t.Errorf("change of an older version: %d", w.Code)
	}
	for _, code := range []string{"rnd", "overview"} {
		f.Del("on-" + code)
	}
	f.Set("version", "2")
	if w := b.post("/admin/screens/edit", f); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "请至少选择一个场景") {
		t.Errorf("no scene at all: %d", w.Code)
	}
	if w := b.get("/admin/screens/edit?name=nowhere"); w.Code != http.StatusNotFound {
		t.Errorf("a screen nobody made: %d", w.Code)
	}
}
