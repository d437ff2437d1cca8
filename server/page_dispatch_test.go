package server

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"chainboard/industry"
)

func TestDispatchTable(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/dispatch")
	head := strings.Join(texts(d.Selection, "#indicators thead th"), "|")
	if head != "指标|本年累计|上年同期|同口径同比|名义|位次|年度目标|完成率||超欠|灯" {
		t.Errorf("columns: %s", head)
	}
	for indicator, want := range map[string]string{
		"revenue":          "196.50 亿元|176.07|+11.2%|+14.3%|—|238.00亿元||82.6%|+0.8|绿",
		"fixed_investment": "29.04 亿元|30.05|−3.4%|−3.4%|—|40.00亿元||72.6%|−10.7|红",
		"started_projects": "5 个|8|−3个|−37.5%|—|9个||55.6%|−27.8|红",
		"arrived_funds":    "16.15 亿元|14.56|+10.9% 名义|+10.9%|—|21.00亿元||76.9%|−6.4|黄",
		"electricity":      "9.63 亿千瓦时|9.02|+6.8%|+6.8%|—|—|不考核|—|—|—",
	} {
		row := d.Find(`#indicators a[href*="indicator=` + indicator + `"]`).Closest("tr")
		if got := strings.Join(texts(row, "td"), "|"); got != want {
			t.Errorf("%s: got  %s\nwant %s", indicator, got, want)
		}
	}
	if got := d.Find("#indicators tr.on td").Last().AttrOr("title", ""); got != "完成率82.6%，序时81.8%，超序时0.8个百分点；完成率达到序时为绿；欠序时10个百分点以内（含10个）为黄；欠10个百分点以上为红" {
		t.Errorf("rule of the light: %q", got)
	}
	nm := b.page("/dispatch?chain=nm")
	if got := texts(nm.Find(`#indicators a[href*="=rnd_coverage"]`).Closest("tr"), "td")[2]; got != "−5.1个百分点" {
		t.Errorf("change of a rate: %s", got)
	}
	ne := b.page("/dispatch?chain=ne")
	if got := strings.Join(texts(ne.Find(`#indicators a[href*="=value_added_growth"]`).Closest("tr"), "td"), "|"); got != "—|—|+8.4% 可比价|—|5 持平|增9.0%|增速目标，与目标比|—|−0.6|黄" {
		t.Errorf("a growth target: %s", got)
	}
}

func TestDispatchChartsHaveTables(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("viewer").page("/dispatch?indicator=profit&month=2026-03")
	expect(t, d, ".panel .title h2", "利润总额")
	if got := d.Find(`select[name=indicator] option[selected]`).AttrOr("value", ""); got != "profit" {
		t.Errorf("chosen indicator %q", got)
	}
	months := texts(d.Selection, "details tbody th")
	if strings.Join(months[:2], " ") != "2026年1—2月 2026年3月" {
		t.Errorf("months of the trend: %q", months)
	}
	if got := d.Find(`.chart[data-chart*="/charts/pull"][data-chart*="indicator=profit"]`).Length(); got != 1 {
		t.Errorf("%d pull charts", got)
	}
}

func TestDispatchAsOf(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/dispatch?as_of=2020-01-01&month=2026-10")
	if got := strings.Join(texts(d.Selection, "#indicators tbody th"), " "); got != "" {
		t.Errorf("figures before anything was reported: %s", got)
	}
	for path, want := range map[string]int{
		"/dispatch?indicator=none": http.StatusNotFound, "/dispatch?month=10": http.StatusBadRequest,
		"/dispatch?as_of=x": http.StatusBadRequest, "/dispatch?chain=none": http.StatusNotFound,
	} {
		if w := b.get(path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}

func TestDispatchFile(t *testing.T) {
	st := sampleSite(t)
	w := st.signedIn("viewer").get("/dispatch.xlsx?chain=ne")
	if w.Code != http.StatusOK || !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) {
		t.Fatalf("%d, %q", w.Code, w.Body.String()[:20])
	}
	if got := w.Header().Get("Content-Disposition"); !strings.HasSuffix(got, "-2026-10.xlsx") {
		t.Errorf("name of the file: %s", got)
	}
	st.addUser("auditor", industry.AuditAdmin)
	if log := folded(st.signedIn("auditor").page("/admin/audit").Find("tbody").Text()); !strings.Contains(log, "月度调度表产业链 ne，2026年1—10月") {
		t.Errorf("the file is not in the audit log: %s", log)
	}
}
