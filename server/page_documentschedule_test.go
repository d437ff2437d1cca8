package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
)

// TestDocumentScheduleByItsForm: the office decides when papers are drafted, what is
// wrong comes back as typed, and what was drafted is told where it waits.
func TestDocumentScheduleByItsForm(t *testing.T) {
	st := sampleSite(t)
	b, viewer := st.signedIn("office"), st.signedIn("viewer")
	good := url.Values{"version": {"0"}, "on": {"1"}, "day": {"28"}, "hour": {"8"}, "chains": {"all"}, "files": {"annex.xlsx"}}
	if w := viewer.post(documentSchedulePath, good); w.Code != http.StatusForbidden {
		t.Errorf("a viewer decided: %d", w.Code)
	}
	if viewer.page("/documents").Find("#schedule").Length() != 0 {
		t.Error("a viewer sees the schedule")
	}
	wrong := url.Values{"version": {"0"}, "on": {"1"}, "day": {"9"}, "hour": {"8"}}
	w := b.post(documentSchedulePath, wrong)
	d := document(t, w)
	if w.Code != http.StatusBadRequest || d.Find("#schedule .err").Length() != 2 || d.Find("#day option[selected]").AttrOr("value", "") != "9" || d.Find("#schedule [name=on][checked]").Length() != 1 {
		t.Errorf("%d %s", w.Code, folded(text(d, "#schedule")))
	}
	if w := b.post(documentSchedulePath, good); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	expect(t, b.page("/documents"), "#schedule h2 + p", "每月28日8时起草附表 .xlsx，下次 2026-11-28 08:00。")
	if w := b.post(documentSchedulePath, good); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "刚被别人改过") {
		t.Errorf("by an older version: %d", w.Code)
	}
	st.wait(8 * 24 * time.Hour) // from 20 November
	if made, err := st.office.DraftDue(t.Context()); err != nil || len(made) != 1 {
		t.Fatalf("%+v %v", made, err)
	}
	b, viewer = st.signedIn("office"), st.signedIn("viewer") // the sessions of before are over
	for _, path := range []string{"/documents?chain=all", duePath, meetingsPath} {
		if said := text(b.page(path), ".note-a"); !strings.HasPrefix(said, "全部产业链2026年1—10月附表草稿已生成，请修改后印发（2026-11-28 09:00 自动起草）") {
			t.Errorf("%s says %s", path, said)
		}
		if viewer.page(path).Find(".note-a").Length() != 0 {
			t.Errorf("%s tells a viewer of drafts", path)
		}
	}
	expect(t, viewer.page("/documents?chain=all"), "#make tr:contains(附表) .tag", "草稿")
	b.finished(b.post("/documents?chain=all&month=2026-10", url.Values{"file": {"bulletin.docx"}}))
	if b.page(duePath).Find(".note-a").Length() != 0 {
		t.Error("drafts that somebody worked on still wait")
	}
}

// TestDocumentScheduleByTheAPI: the schedule is read and decided as JSON.
func TestDocumentScheduleByTheAPI(t *testing.T) {
	st := sampleSite(t)
	token := st.bearer(t, industry.ChainOffice)
	const path = "/api/v1" + documentSchedulePath
	if got := jsonIn(t, token.get(path)); got["on"] != false || got["version"] != 0.0 || got["next"] != nil {
		t.Errorf("before: %v", got)
	}
	w := token.sendJSON(http.MethodPut, path, `{"on":true,"day":10,"hour":8,"chains":["all","ne"],"files":["bulletin.docx"],"version":0}`)
	if got := jsonIn(t, w); w.Code != http.StatusOK || got["version"] != 1.0 || got["next"] == nil {
		t.Errorf("decided: %d %v", w.Code, got)
	}
	for body, status := range map[string]int{
		`{"on":true,"day":10,"hour":8,"chains":["all"],"files":["bulletin.docx"],"version":0}`: http.StatusConflict,
		`{"on":true,"day":40,"hour":8,"chains":["all"],"files":["bulletin.docx"],"version":1}`: http.StatusBadRequest,
		`{"day":"ten"}`: http.StatusBadRequest,
	} {
		if w := token.sendJSON(http.MethodPut, path, body); w.Code != status {
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
	}
	if w := st.bearer(t, industry.Viewer).get(path); w.Code != http.StatusForbidden {
		t.Errorf("a viewer: %d", w.Code)
	}
	if s, err := st.office.DocumentSchedule(t.Context()); err != nil || len(s.Chains) != 2 || s.Version != 1 {
		t.Errorf("%+v %v", s, err)
	}
}
