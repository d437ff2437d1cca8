package server

import (
	"net/http"
	"strings"
	"testing"
)

// The panel and the API count alike; a department leads to what it is late with,
// and the panel tells a viewer no more than the list.
func TestIssueSummaryOnPageAndAPI(t *testing.T) {
	st := listSite(t)
	b, viewer := st.signedIn("office"), st.signedIn("viewer")
	d := viewer.page("/chains/ne/lists/issues")
	if got := strings.Join(texts(d.Selection, ".issues .kv > div"), "|"); got != "0.0%办结率 0/1|0.0%按期办结率 0/1|—满意率 0/0|0未到期|1逾期未办结（含往年）" {
		t.Errorf("panel %s", got)
	}
	row := d.Find(".issues .row").First()
	if got := folded(row.Text()); got != "县供电公司1 件，最长逾期 9 个工作日" {
		t.Errorf("late %q", got)
	}
	if n := viewer.page(row.Find("a").AttrOr("href", "")).Find(".cards tbody tr").Length(); n != 1 {
		t.Errorf("the department leads to %d issues", n)
	}
	summary := jsonInOK(t, viewer, "/api/v1/chains/ne/issues/summary")
	rates := summary["rates"].([]any)
	if first := rates[0].(map[string]any); first["name"] != "办结率" || jsonNumber(first["numerator"]) != "0" || jsonNumber(first["denominator"]) != "1" || jsonNumber(first["percent"]) != "0" {
		t.Errorf("%v", first)
	}
	if last := rates[2].(map[string]any); last["percent"] != nil || jsonNumber(summary["overdue"]) != "1" {
		t.Errorf("%v", summary)
	}
	for code, fill := range map[string][]string{"handle": {"progress", "已送电"}} {
		if w := b.step(t, issuePath, code, fill...); w.Code != http.StatusSeeOther {
			t.Fatal(w.Body)
		}
	}
	if got := strings.Join(texts(b.page("/chains/ne/lists/issues").Selection, ".issues .kv > div"), "|"); got != "100.0%办结率 1/1|0.0%按期办结率 0/1|—满意率 0/0|0未到期|0逾期未办结（含往年）" {
		t.Errorf("panel %s", got)
	}
	if w := viewer.get("/api/v1/chains/nowhere/issues/summary"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown chain: %d", w.Code)
	}
	if n := b.page("/chains/ne/lists/policies").Find(".issues").Length(); n != 0 {
		t.Error("another list has the panel")
	}
}
