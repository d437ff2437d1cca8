package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// Each count above the policies leads to as many; a policy and its segments lead
// to each other.
func TestPolicySummaryOnPageAndAPI(t *testing.T) {
	st := sampleSite(t)
	viewer := st.signedIn("viewer")
	d := viewer.page("/chains/all/lists/policies")
	links := 0
	d.Find(".policies .kv a").Each(func(_ int, a *goquery.Selection) {
		links++
		if got := folded(viewer.page(a.AttrOr("href", "")).Find(".pages .num").Last().Text()); got != a.Text() {
			t.Errorf("%s: %s policies, the panel says %s", a.AttrOr("href", ""), got, a.Text())
		}
	})
	told := jsonInOK(t, viewer, "/api/v1/chains/all/policies/summary")
	if links < 5 || len(told["pending"].([]any)) == 0 || told["notice_days"].(float64) != 60 {
		t.Errorf("%d links, %v", links, told)
	}
	pending := told["pending"].([]any)[0].(map[string]any)
	if got := d.Find(`.policies a[href="` + itemAddress("all", "policies", pending["id"].(string)) + `"]`).Length(); got == 0 {
		t.Errorf("%v awaits its review and is not named", pending["name"])
	}
	const policy = "/chains/ne/lists/policies/示府发〔2025〕4号"
	page := viewer.page(policy)
	if got := texts(page.Selection, "#clauses li"); len(got) != 1 || !strings.Contains(got[0], "普惠性补助") {
		t.Errorf("clauses %v", got)
	}
	segment := page.Find(".related a").First()
	if note := viewer.page(segment.AttrOr("href", "")); !strings.Contains(note.Find(".trace").Text(), "示例县支持锂电产业链补链强链若干措施") {
		t.Errorf("%s does not name its policy", segment.AttrOr("href", ""))
	}
	if w := viewer.get("/api/v1/chains/none/policies/summary"); w.Code != http.StatusNotFound {
		t.Errorf("unknown chain: %d", w.Code)
	}
}
