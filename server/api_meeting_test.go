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
	form := url.Values{"name": {"2026年11月新能源调度会"}, "held_on": {"2026-11-20"}, "people": {"张某某"}, "agenda": {"一、通报（10分钟）\n二、议定事项"}, "version": {"0"}}
	if w := b.post("/meetings?chain=ne&month=2026-10", form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	one := func(who *browser) map[string]any {
		t.Helper()
		all := list(t, jsonInOK(t, who, "/api/v1/meetings?chain=ne")["meetings"])
		if len(all) != 1 {
			t.Fatalf("%d meetings", len(all))
		}
		return members(t, all[0], "month", "chain", "name", "held_on", "agenda", "state", "as_of", "closed_at", "version", "agenda_items", "decided")
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
	typed := url.Values{"content": {"协调专线"}, "lead": {"县供电公司"}, "days": {"5"}, "subjects": {"问题:WT0025、指标:新能源产业链:营业收入:2026-10"}}
	if w := b.post("/meetings/2026-10/decisions?chain=ne", typed); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	viewer := st.signedIn("viewer")
	if m := one(viewer); m["people"] != nil || m["state"] != "会议中" || m["as_of"] == nil {
		t.Errorf("for a viewer: %v", m)
	} else if items := list(t, m["agenda_items"]); len(items) != 2 || items[0].(map[string]any)["minutes"] != 10.0 || items[0].(map[string]any)["text"] != "通报" {
		t.Errorf("agenda: %v", items)
	} else if decided := members(t, m["decided"], "total", "done", "pending", "soon", "completion"); decided["total"] != 1.0 || decided["soon"] != 1.0 || decided["completion"] != 0.0 {
		t.Errorf("decided: %v", decided)
	}
	m := jsonInOK(t, viewer, "/api/v1/meetings/2026-10?chain=ne")
	own := list(t, m["decisions"])
	if units := list(t, m["departments"]); len(units) != 1 || members(t, units[0], "name", "total", "done", "completion", "overdue")["name"] != "县供电公司" {
		t.Errorf("units of its own decisions: %v", units)
	}
	if len(own) != 1 || members(t, own[0], "content", "due", "state", "days", "overdue")["due"] != "2026-11-27" {
		t.Errorf("decided: %v", own)
	}
	concerned := list(t, own[0].(map[string]any)["subjects"])
	if len(concerned) != 2 || members(t, concerned[0], "kind", "id", "name")["name"] != "110千伏专线路由跨河段待批复，影响2027年6月受电" {
		t.Errorf("it concerns %v", concerned)
	} else if figure := members(t, concerned[1], "kind", "id", "chain", "month", "name"); figure["id"] != "revenue" || figure["chain"] != "ne" || figure["month"] != "2026-10" {
		t.Errorf("it concerns the figure %v", figure)
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
