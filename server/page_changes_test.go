package server

import (
	"net/http"
	"strings"
	"testing"

	"chainboard/industry"
)

func TestChangesPage(t *testing.T) {
	st := sampleSite(t)
	office := st.signedIn("office")
	if got := office.page("/dispatch?chain=ne&month=2026-10&as_of=2026-11-20").Find(`.asof a[href="/changes?chain=ne&month=2026-10&to=2026-11-20"]`).Length(); got != 1 {
		t.Error("the dispatch page does not lead to the changes up to its moment")
	}
	d := office.page("/changes?chain=ne&month=2026-10")
	revenue := strings.Join(texts(d.Find("#lines tbody tr").First(), "th, td"), "|")
	if revenue != "营业收入 新报|133.51亿元|—|117.91|增长12.6%|—|160.00亿元|83.4%|52|绿" {
		t.Errorf("since before the sample: %s", revenue)
	}
	if got := strings.Join(texts(d.Find("#groups tbody tr").First(), "th, td")[1:4], "|"); got != "导入批次 1|示例县新能源新材料产业链.xlsx|系统" {
		t.Errorf("source: %s", got)
	}
	record := d.Find("#records tbody tr").First()
	if got := folded(record.Text()); !strings.Contains(got, "月度调度!") || !strings.Contains(got, "导入批次 1") {
		t.Errorf("first record: %s", got)
	}
	if got := office.page("/changes?chain=ne&month=2026-10&from=2026-11-20T09:00:00%2B08:00").Find("#lines .state, #groups .state").Length(); got != 2 {
		t.Errorf("%d of 2 panels say that nothing changed since the import", got)
	}
	viewer := st.signedIn("viewer")
	closed := viewer.page("/changes?chain=ne&month=2026-10")
	if got := folded(closed.Find("main").Text()); strings.Contains(got, "有限公司") || strings.Contains(got, ".xlsx") || strings.Contains(got, "系统") || !strings.Contains(got, "须授权查看") {
		t.Errorf("a viewer sees: %s", got)
	}
	if w := viewer.get("/changes.xlsx?chain=ne&month=2026-10"); w.Code != http.StatusForbidden {
		t.Errorf("a viewer's file: %d", w.Code)
	}
	if w := office.get("/changes.xlsx?chain=ne&month=2026-10&register=target"); w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "PK") {
		t.Errorf("file: %d", w.Code)
	}
	for path, want := range map[string]int{
		"/changes?from=x": http.StatusBadRequest, "/changes?register=x": http.StatusBadRequest, "/changes?batch=x": http.StatusBadRequest,
		"/changes?from=2026-11-20&to=2026-11-01": http.StatusBadRequest, "/changes?chain=none": http.StatusNotFound,
	} {
		if w := office.get(path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}

func TestAPIChangesByRole(t *testing.T) {
	st := sampleSite(t)
	for role, open := range map[industry.Role]bool{industry.ChainOffice: true, industry.Viewer: false, industry.Kiosk: false, industry.Department: false} {
		w := st.bearer(t, role).get("/api/v1/changes?chain=ne&month=2026-10&size=20")
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", role, w.Code, w.Body)
		}
		text := w.Body.String()
		body := members(t, jsonIn(t, w), "chain", "month", "from", "to", "indicators", "groups", "records", "total", "page", "size")
		members(t, list(t, body["indicators"])[0], "code", "before", "after", "difference", "growth_difference")
		members(t, list(t, body["groups"])[0], "source", "counts", "total", "undone")
		if records := body["records"].([]any); len(records) != map[bool]int{true: 20}[open] {
			t.Errorf("%s: %d records", role, len(records))
		}
		if named := strings.Contains(text, "有限公司") || strings.Contains(text, "系统"); named != open {
			t.Errorf("%s: names %v", role, named)
		}
	}
}
