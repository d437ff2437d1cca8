package server

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// Page, API, file and navigation of what is due count alike; whoever answers for
// single enterprises sees the count on every page.
func TestDueEverywhere(t *testing.T) {
	st := sampleSite(t)
	b, viewer := st.signedIn("office"), st.signedIn("viewer")
	d := b.page("/due?days=60")
	told := jsonInOK(t, b, "/api/v1/chains/all/due?days=60")
	items := told["items"].([]any)
	if n := d.Find(".due tbody tr[data-href]").Length(); n == 0 || n != len(items) {
		t.Errorf("%d rows on the page, %d in the API", n, len(items))
	}
	if got := strings.Join(texts(d.Selection, ".box .kv small"), "|"); got != "已逾期|本周|60天内" {
		t.Error(got)
	}
	first := items[0].(map[string]any)
	if row := d.Find(".due tr[data-href]").First(); !strings.Contains(row.Text(), first["name"].(string)) || b.get(row.AttrOr("data-href", "")).Code != http.StatusOK {
		t.Errorf("first row %q leads to %s", folded(row.Text()), row.AttrOr("data-href", ""))
	}
	issues := b.page("/due?kind=issue")
	if n := issues.Find(".due tr[data-href]").Length(); n == 0 || n != len(texts(issues.Selection, `.due td[data-l="类别"]`)) || folded(issues.Find(`.due td[data-l="类别"]`).Last().Text()) != "问题" {
		t.Errorf("%d issues", n)
	}
	usual := jsonInOK(t, b, "/api/v1/chains/all/due")
	waiting := fmt.Sprint(usual["overdue"].(float64) + usual["week"].(float64))
	if got := folded(b.page("/chains/all/lists/projects").Find(`.side a[href="/due"] .num`).Text()); got != waiting || got == "0" {
		t.Errorf("navigation says %q, waiting are %s", got, waiting)
	}
	if n := viewer.page("/due").Find(`.side a[href="/due"] .num`).Length(); n != 0 {
		t.Error("a viewer is counted to")
	}
	for path, want := range map[string]int{"/due?days=0": 400, "/due?kind=none": 400, "/due?chain=none": 404, "/api/v1/chains/none/due": 404, "/due.xlsx?chain=ne&kind=project": 200} {
		w := viewer.get(path)
		if w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
		if strings.HasPrefix(path, "/due.xlsx") && !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) {
			t.Error("no workbook")
		}
	}
}
