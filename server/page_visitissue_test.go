package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// A visit is typed in, saved and made into an issue in one go; the pages of both
// lead to each other.
func TestVisitIsMadeIntoAnIssue(t *testing.T) {
	st := sampleSite(t)
	b, viewer := st.signedIn("office"), st.signedIn("viewer")
	const list = "/chains/ne/lists/visits"
	form := fields(b.page(list+"/new"), list+"/new")
	form.Set("f.on_date", "2026-11-19")
	form.Set("f.enterprise", "示例乙巳电芯有限责任公司")
	form.Set("f.advice", "蒸汽管网检修影响生产")
	form.Set("then", "issue")
	w := b.post(list+"/new", form)
	raise := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasSuffix(raise, "/issue") {
		t.Fatalf("%d to %q: %s", w.Code, raise, w.Body)
	}
	visit := strings.TrimSuffix(raise, "/issue")
	if got := b.page(visit).Find(`.whead a[href="` + raise + `"]`).Text(); got != "转为问题" {
		t.Errorf("the visit's page offers %q", got)
	}
	d := b.page(raise)
	expect(t, d, ".whead h1", "走访转为问题")
	issue := fields(d, raise)
	if issue.Get("f.content") != "蒸汽管网检修影响生产" || issue.Get("f.enterprise") != "示例乙巳电芯有限责任公司" || issue.Get("f.raised_on") != "2026-11-19" || issue.Get("f.origin") != "走访" {
		t.Errorf("%v", issue)
	}
	issue.Set("f.content", "")
	issue.Set("f.lead_department", "县住建局")
	refused := b.post(raise, issue)
	if back := fields(document(t, refused), raise); refused.Code != http.StatusBadRequest || back.Get("f.lead_department") != "县住建局" || back.Get("version") != issue.Get("version") {
		t.Errorf("%d, what was typed is lost: %v", refused.Code, back)
	}
	issue.Set("f.content", "蒸汽管网检修影响生产")
	w = b.post(raise, issue)
	made := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(made, "/chains/ne/lists/issues/WT") {
		t.Fatalf("%d to %q: %s", w.Code, made, w.Body)
	}
	if got, _ := url.PathUnescape(b.page(made).Find(".related a").AttrOr("href", "")); !strings.HasPrefix(got, list+"/2026-11-19") {
		t.Errorf("the issue leads to %q", got)
	}
	if got := b.page(visit).Find(".related a").AttrOr("href", ""); got != made {
		t.Errorf("the visit leads to %q", got)
	}
	if w := b.post(raise, issue); w.Code != http.StatusConflict {
		t.Errorf("the old form again: %d", w.Code)
	}
	if page := viewer.page(visit); page.Find(`a[href$="/issue"]`).Length() != 0 || strings.Contains(page.Find(".dl").Text(), "蒸汽") {
		t.Error("a viewer may make issues, or reads what the enterprise said")
	}
}
