package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
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
	row := d.Find(".issues tbody tr").First()
	if got := strings.Join(texts(row, "th, td"), "|"); got != "县供电公司|1|0|0|0|1|0|9 个工作日|0|0.0%|0.0%" {
		t.Errorf("department %q", got)
	}
	row.Find("a").Each(func(_ int, a *goquery.Selection) {
		if n := viewer.page(a.AttrOr("href", "")).Find(".cards tbody tr").Length(); n != 1 {
			t.Errorf("the department leads to %d issues by %s", n, a.AttrOr("href", ""))
		}
	})
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
