package server

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
)

// The share on the page is the indicator's; a viewer is told counts and no
// enterprise, by page, API and file.
func TestVisitCoverage(t *testing.T) {
	st := sampleSite(t)
	b, viewer := st.signedIn("office"), st.signedIn("viewer")
	d := b.page("/visits?chain=ne&month=2026-10")
	told := jsonInOK(t, b, "/api/v1/chains/ne/visits?month=2026-10")
	coverage := told["coverage"].(map[string]any)
	want := jsonNumber(coverage["visited"]) + "/" + jsonNumber(coverage["listed"])
	if got := folded(d.Find("#coverage small").First().Text()); got != "走访覆盖率 "+want {
		t.Errorf("page %s, API %s", got, want)
	}
	dispatched := false
	for _, line := range jsonInOK(t, b, "/api/v1/chains/ne/dispatch?month=2026-10")["indicators"].([]any) {
		if l := line.(map[string]any); l["code"] == "visit_coverage" {
			dispatched = jsonNumber(l["cumulative"]) == jsonNumber(coverage["percent"])
		}
	}
	if !dispatched {
		t.Errorf("dispatch does not say %v", coverage["percent"])
	}
	unvisited := told["unvisited"].([]any)
	if n := d.Find("#unvisited tbody tr").Length(); n == 0 || n != len(unvisited) {
		t.Errorf("%d not visited on the page, %d in the API", n, len(unvisited))
	}
	who := d.Find("#leader tbody a").First()
	if n := b.page(who.AttrOr("href", "")).Find(".cards tbody tr").Length(); n == 0 {
		t.Errorf("%s leads to no visit", who.Text())
	}
	closed := viewer.page("/visits?chain=ne&month=2026-10")
	firm := unvisited[0].(map[string]any)["name"].(string)
	if text := closed.Find("#main").Text(); strings.Contains(text, "有限公司") || !strings.Contains(text, "企业名称须授权查看") {
		t.Error("a viewer sees who was visited")
	}
	if w := viewer.get("/api/v1/chains/ne/visits?month=2026-10"); strings.Contains(w.Body.String(), firm) || strings.Contains(w.Body.String(), "有限公司") || !strings.Contains(w.Body.String(), `"unvisited":null`) {
		t.Error("the API names enterprises to a viewer")
	}
	for _, reader := range []*browser{b, viewer} {
		if w := reader.get("/visits.xlsx?chain=ne"); w.Code != http.StatusOK || !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) {
			t.Errorf("file: %d", w.Code)
		}
	}
	if w := viewer.get("/visits?chain=none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown chain: %d", w.Code)
	}
}
