package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// TestMeetingsByAPI: the answers tell the meeting, what was decided before and at
// it, and names of people only to those who may see them.
func TestMeetingsByAPI(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	form := url.Values{"name": {"2026年11月新能源调度会"}, "held_on": {"2026-11-20"}, "people": {"张某某"}, "agenda": {"通报"}, "version": {"0"}}
	if w := b.post("/meetings?chain=ne&month=2026-10", form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	one := func(who *browser) map[string]any {
		t.Helper()
		all := list(t, jsonInOK(t, who, "/api/v1/meetings?chain=ne")["meetings"])
		if len(all) != 1 {
			t.Fatalf("%d meetings", len(all))
		}
		return members(t, all[0], "month", "chain", "name", "held_on", "agenda", "state", "as_of", "closed_at", "version")
	}
	if m := one(b); m["people"] != "张某某" || m["state"] != "待召开" || m["as_of"] != nil || m["month"] != "2026-10" {
		t.Errorf("to come: %v", m)
	}
	if all, ok := jsonInOK(t, b, "/api/v1/meetings?chain=all")["meetings"].([]any); !ok || len(all) != 0 {
		t.Errorf("of all chains together: %v", all)
	}
	if w := b.get("/api/v1/meetings?chain=none"); w.Code != http.StatusNotFound {
		t.Errorf("of no chain: %d", w.Code)
	}
	if w := b.get("/api/v1/meetings/2026-09?chain=ne"); w.Code != http.StatusNotFound {
		t.Errorf("no meeting: %d", w.Code)
	}
	b.post("/meetings/2026-10/open?chain=ne", url.Values{"version": {"1"}})
	typed := url.Values{"content": {"协调专线"}, "lead": {"县供电公司"}, "days": {"5"}}
	if w := b.post("/meetings/2026-10/decisions?chain=ne", typed); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	viewer := st.signedIn("viewer")
	if m := one(viewer); m["people"] != nil || m["state"] != "会议中" || m["as_of"] == nil {
		t.Errorf("for a viewer: %v", m)
	}
	m := jsonInOK(t, viewer, "/api/v1/meetings/2026-10?chain=ne")
	own := list(t, m["decisions"])
	if len(own) != 1 || members(t, own[0], "content", "due", "state", "days", "overdue")["due"] != "2026-11-27" {
		t.Errorf("decided: %v", own)
	}
	before := members(t, m["before"], "total", "done", "overdue", "rates", "departments", "items")
	units := list(t, before["departments"])
	if before["total"] != 17.0 || len(units) == 0 {
		t.Fatalf("before: %v", before)
	}
	for _, u := range units {
		u := members(t, u, "name", "total", "done", "completion")
		if u["total"] == u["done"] && u["completion"] != 100.0 || u["done"] == 0.0 && u["completion"] != 0.0 {
			t.Errorf("%v", u)
		}
	}
}

// TestEventsTellOfMeetings: whoever looks at meetings is told of a new one.
func TestEventsTellOfMeetings(t *testing.T) {
	st := newSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	l := listenTo(t, web.URL, st.addToken("看板", industry.Viewer), "")
	l.next()
	l.next()
	m := industry.NewMeeting(industry.NewMonth(2026, 10), industry.AllChains, "", "2026-11-20")
	if err := st.office.SaveMeeting(t.Context(), m, office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	if told := l.next(); !strings.Contains(told, `"topics":["meetings"]`) {
		t.Errorf("told %q", told)
	}
}
