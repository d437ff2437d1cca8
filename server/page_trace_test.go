package server

import (
	"net/http"
	"strings"
	"testing"
)

func TestTraceTellsTheFormula(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	w := b.fragment("/trace?chain=ne&indicator=revenue")
	if body := w.Body.String(); strings.Contains(body, "<html") || !strings.HasPrefix(strings.TrimSpace(body), `<div class="trace">`) {
		t.Errorf("a fragment is a whole page: %.80s", body)
	}
	d := document(t, w)
	expect(t, d, ".trace .big", "133.51亿元 2026年1—10月")
	expect(t, d, ".trace .fx", "Σ 52 户企业本年累计 ＝ 1 335 079.56 万元同比 ＝ 可比增量 +149 133.69 ÷ 上年同期 1 179 129.23 ＝ +12.6%"+
		"完成率 ＝ 累计 ÷ 目标 160.00亿元 ＝ 83.4%；序时 82.1%，超欠 +1.4 个百分点")
	if got := folded(d.Find(".ck").Text()); !strings.Contains(got, "名义增速 +15.8%") {
		t.Errorf("check: %q", got)
	}
	if got := d.Find(`a[href="/chains/ne/lists/enterprises?listed=%E6%98%AF"]`).Length(); got != 1 {
		t.Error("no link to the enterprises behind the sum")
	}
	if got := st.signedIn("viewer").page("/trace?chain=ne&indicator=revenue").Find(`a[href*="/lists/enterprises"]`).FilterFunction(inMain).Length(); got != 0 {
		t.Error("a viewer is led to the enterprises")
	}
}

func TestTraceOfOtherSources(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("viewer").page("/trace?chain=ne&indicator=output")
	if got := folded(d.Find(".ck").Text()); !strings.Contains(got, "统计局 1 370 098.05 万元，相差 −12 710.75 万元") {
		t.Errorf("check: %q", got)
	}
}

func TestTraceOfFlagships(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("viewer").page("/trace?indicator=flagship")
	if got := folded(d.Find(".inputs tbody").Text()); got != "方形铁锂电芯项目32.0020.00" {
		t.Errorf("flagships: %q", got)
	}
	if w := st.signedIn("viewer").get("/trace?indicator=none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown indicator: %d", w.Code)
	}
}
