package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// The page, the API and the dispatch table say the same of the sample.
func TestRnDPage(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	d := b.page("/rnd?chain=ne&month=2026-10")
	for i, want := range []string{"4.40亿元", "47/ 53 户", "3.3%", "5.22亿元", "1.21亿元", "3.98亿元"} {
		if got := texts(d.Selection, ".kpi .v")[i]; got != want {
			t.Errorf("figure %d: %q, want %q", i, got, want)
		}
	}
	if got := strings.Join(texts(d.Selection, ".kpi .tag"), " "); got != "快报 最终认定" {
		t.Errorf("marks: %s", got)
	}
	years := texts(d.Selection, "#certified tbody tr")
	want := "2026年——57 000——待次年认定 2025年52 184+7.6%52 000100.4%3.6%最终认定 2024年48 517+2.7%50 00097.0%3.5%最终认定"
	if got := strings.Join(years, " "); got != want {
		t.Errorf("years: %q, want %q", got, want)
	}
	if got := len(texts(d.Selection, "#silent tbody tr")); got != 6 {
		t.Errorf("%d enterprises without expenses", got)
	}
	if got := texts(d.Selection, "#silent tbody tr")[0]; !strings.Contains(got, "未填报") || !strings.Contains(got, "高新技术企业") {
		t.Errorf("the first of them: %q", got)
	}
	var raw struct {
		Coverage struct{ Active, Listed, Zero, Missing float64 }
		Titles   []struct {
			Name           string
			Valid, Expired int
		}
		Indicators []struct {
			Code       string
			Cumulative float64
		}
	}
	if err := json.Unmarshal(b.get("/api/v1/chains/ne/rnd?month=2026-10").Body.Bytes(), &raw); err != nil {
		t.Fatal(err)
	}
	if raw.Coverage.Active != 47 || raw.Coverage.Listed != 53 || raw.Coverage.Zero != 5 || raw.Coverage.Missing != 1 {
		t.Errorf("coverage: %+v", raw.Coverage)
	}
	if raw.Indicators[0].Code != "rnd_expense" || raw.Indicators[0].Cumulative != 44041.19 {
		t.Errorf("expenses: %+v", raw.Indicators[0])
	}
	if title := raw.Titles[0]; title.Name != "高新技术企业" || title.Valid != 25 || title.Expired != 2 {
		t.Errorf("titles: %+v", title)
	}
}

// Whoever may not see single enterprises finds none of them, in no form.
func TestRnDByRight(t *testing.T) {
	st := sampleSite(t)
	clerk, viewer := st.signedIn("office"), st.signedIn("viewer")
	var firms []string
	for _, chain := range []string{"ne", "nm"} {
		firms = append(firms, texts(clerk.page("/rnd?chain="+chain).Selection, "#silent tbody th, #holders tbody th")...)
	}
	if len(firms) < 20 {
		t.Fatalf("%d firms", len(firms))
	}
	for _, path := range []string{"/rnd?chain=ne", "/rnd?chain=nm", "/rnd", "/api/v1/chains/ne/rnd", "/api/v1/chains/all/rnd"} {
		w := viewer.get(path)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", path, w.Code)
		}
		body := w.Body.String()
		for _, firm := range firms {
			if strings.Contains(body, firm) {
				t.Errorf("%s: a visitor sees %s", path, firm)
			}
		}
	}
	d := viewer.page("/rnd?chain=ne")
	if d.Find("#silent, #holders").Length() != 0 || !strings.Contains(d.Find("#segments").Text(), "隐去") {
		t.Error("sections of single enterprises, or no segment is hidden")
	}
	if w := viewer.get("/rnd?chain=none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown chain: %d", w.Code)
	}
	if got := d.Find(`#side a[href="/rnd"]`).Text(); got != "研发" {
		t.Errorf("in the navigation: %q", got)
	}
	if w := viewer.get("/rnd?chain=ne&month=2020-01"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "还没有年度认定数") {
		t.Errorf("before anything was reported: %d", w.Code)
	}
}
