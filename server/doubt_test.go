package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// A report that nobody has explained marks its figure wherever it stands, until
// a cause comes with it.
func TestUnexplainedFiguresAreMarked(t *testing.T) {
	st := sampleSite(t)
	office, viewer := st.signedIn("office"), st.signedIn("viewer")
	pages := map[string]string{
		"/?chain=ne": ".kpi:first-child .doubt", "/screen?chain=ne": ".kpi:first-child .doubt", "/dispatch?chain=ne": "#table tr.on .tag-y",
		"/trace?chain=ne&indicator=revenue": ".hd .doubt", "/chains/ne": ".kpi:first-child .doubt", "/": ".chaincard .doubt",
	}
	marked := func(want bool) {
		t.Helper()
		for path, selector := range pages {
			for who, b := range map[string]*browser{"office": office, "viewer": viewer} {
				found := b.page(path).Find(selector)
				if (found.Length() > 0) != want || want && !strings.Contains(found.Text(), "待说明") {
					t.Errorf("%s sees %d marks on %s, want %v", who, found.Length(), path, want)
				}
			}
		}
		option := viewer.get("/charts/trend?chain=ne&indicator=revenue").Body.String()
		if strings.Contains(option, "待说明") != want {
			t.Errorf("mark in the chart: want %v", want)
		}
	}
	marked(false)
	header := []string{"月份", "对象", "指标", "本年累计", "上年同期累计", "原因分析"}
	firm := []string{"2026-10", "示例癸酉正极股份有限公司", "营业收入", "1897418", "171865.39", ""}
	if w := office.upload("十倍.xlsx", sheet(t, "月度调度", header, firm), true); w.Code != http.StatusOK {
		t.Fatalf("upload: %d %s", w.Code, w.Body)
	}
	if w := office.post("/imports/2/apply", url.Values{}); w.Header().Get("Location") != "/imports/2" {
		t.Fatalf("apply: %d %s", w.Code, w.Body)
	}
	marked(true)
	firm[5] = "并购后合并报表"
	if w := office.upload("说明.xlsx", sheet(t, "月度调度", header, firm), true); w.Code != http.StatusOK {
		t.Fatalf("upload: %d %s", w.Code, w.Body)
	}
	if w := office.post("/imports/3/apply", url.Values{}); w.Header().Get("Location") != "/imports/3" {
		t.Fatalf("apply: %d %s", w.Code, w.Body)
	}
	marked(false)
}
