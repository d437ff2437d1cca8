package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// Page, file and API score alike; every item tells its formula and its projects.
func TestScoreEverywhere(t *testing.T) {
	st := sampleSite(t)
	office, viewer := st.signedIn("office"), st.signedIn("viewer")
	told := jsonInOK(t, office, "/api/v1/score?month=2026-10")
	first := told["scores"].([]any)[0].(map[string]any)
	d := office.page("/score?month=2026-10")
	row := folded(d.Find(".wt tbody tr").First().Text())
	if !strings.HasPrefix(row, "1"+first["name"].(string)) || !strings.Contains(row, "50 / 100") {
		t.Errorf("first row %q", row)
	}
	section := d.Find("#s-ne")
	if got := folded(section.Text()); !strings.Contains(got, "10÷12，序时应完成10，达序时得满分30分") || !strings.Contains(got, "计入 10 个项目") || !strings.Contains(got, "人工评分，系统不算") {
		t.Errorf("what stands behind the score: %q", got)
	}
	for _, link := range texts(section, "a[data-trace]") {
		if link != "指标溯源" {
			t.Errorf("trace %q", link)
		}
	}
	if href := section.Find("a[data-trace]").First().AttrOr("href", ""); office.get(href).Code != http.StatusOK {
		t.Errorf("%s leads nowhere", href)
	}
	for path, want := range map[string]int{
		"/score?kind=department": 200, "/score?kind=none": 400, "/score?chain=none": 404, "/api/v1/score?kind=none": 400, "/score.xlsx": 403, "/admin/score-rules": 403,
	} {
		if w := viewer.get(path); w.Code != want {
			t.Errorf("%s for a viewer: %d, want %d", path, w.Code, want)
		}
	}
	if w := office.get("/score.xlsx?month=2026-10&kind=department"); w.Code != 200 || !strings.HasPrefix(w.Body.String(), "PK") {
		t.Errorf("file %d", w.Code)
	}
}

// A sheet is kept as a version: what is wrong goes back with what was typed, a
// decision made meanwhile is a conflict, and the page scores by what was kept.
func TestScoreSheetsAreKept(t *testing.T) {
	st := sampleSite(t)
	office := st.signedIn("office")
	form := url.Values{
		"kind": {"chain"}, "version": {"0"}, "name": {"本县办法"}, "reason": {""},
		"item.0.name": {"大项目"}, "item.0.rule": {"tiers"}, "item.0.weight": {"10"}, "item.0.parameter": {"3：1、10:2"},
		"item.2.name": {"未开工"}, "item.2.rule": {"delay"}, "item.2.weight": {""}, "item.2.parameter": {"0.1"},
	}
	w := office.post("/admin/score-rules", form)
	if refused := document(t, w); w.Code != http.StatusBadRequest || refused.Find(`[name="item.0.parameter"]`).AttrOr("value", "") != "3:1、10:2" || refused.Find("#reason-e").Length() != 1 {
		t.Fatalf("without a reason: %d", w.Code)
	}
	form.Set("reason", "示例考〔2026〕1号")
	if w := office.post("/admin/score-rules", form); w.Code != http.StatusSeeOther {
		t.Fatalf("saved: %d %s", w.Code, w.Body)
	}
	if w := office.post("/admin/score-rules", form); w.Code != http.StatusConflict {
		t.Errorf("decided on an old version: %d", w.Code)
	}
	told := jsonInOK(t, office, "/api/v1/score")
	sheet := told["sheet"].(map[string]any)
	if sheet["name"] != "本县办法" || jsonNumber(told["version"]) != "1" || jsonNumber(told["full"]) != "10" || len(sheet["items"].([]any)) != 2 {
		t.Errorf("scored by %v", sheet)
	}
	form.Set("version", "1")
	form.Set("preset", "s59")
	if w := office.post("/admin/score-rules", form); w.Code != http.StatusSeeOther {
		t.Fatalf("preset: %d", w.Code)
	}
	if got := folded(office.page("/score?month=2026-10").Find("#s-ne").Text()); !strings.Contains(got, "×50%】×100分＝") || !strings.Contains(got, "个×0.1分，扣") {
		t.Errorf("by the preset: %q", got)
	}
	if n := office.page("/admin/score-rules").Find("section").Last().Find("tbody tr").Length(); n != 2 {
		t.Errorf("%d decisions told", n)
	}
}
