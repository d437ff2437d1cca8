package server

import (
	"net/http"
	"strings"
	"testing"

	"chainboard/industry"
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
	expect(t, d, ".trace .fx", "Σ 52 户企业本年累计 ＝ 1 335 079.56 万元 同比 ＝ 可比本期 1 328 262.92 ÷ 上年同期 1 179 129.23 − 1 ＝ +12.6% "+
		"完成率 ＝ 本年累计 1 335 079.56 ÷ 年度目标 1 600 000 ＝ 83.4% 超欠 ＝ 完成率 83.4% − 序时 82.1% ＝ +1.4 个百分点")
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
	if got := folded(d.Find(".inputs tbody").Text()); got != "方形铁锂电芯项目32.00 亿元计入总投资达到 20.00 亿元项目清单 导入批次 1" {
		t.Errorf("flagships: %q", got)
	}
	if w := st.signedIn("viewer").get("/trace?indicator=none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown indicator: %d", w.Code)
	}
}

func TestTraceShowsTheCells(t *testing.T) {
	st := sampleSite(t)
	office := st.signedIn("office")
	d := office.page("/trace?chain=ne&indicator=revenue&of=growth")
	if got := strings.Join(texts(d.Selection, ".inputs thead th"), "|"); got != "记录|本年累计 万元|上年同期 万元|来源" {
		t.Errorf("heads: %s", got)
	}
	row := d.Find(".inputs tbody tr").First()
	if got := strings.Join(texts(row, "th, td"), "|"); !strings.HasPrefix(got, "示例癸酉正极股份有限公司 快报|189 741.8|171 865.39|月度调度!G") {
		t.Errorf("largest input: %s", got)
	}
	if got := row.Find(`a[href="/imports/1"]`).Length(); got != 1 {
		t.Error("no link to the import")
	}
	if got := d.Find(".inputs tbody tr").Length(); got != 51 {
		t.Errorf("%d inputs on the page", got)
	}
	popover := document(t, office.fragment("/trace?chain=ne&indicator=revenue&of=growth&sort=name"))
	if got := popover.Find(".inputs tbody tr").Length(); got != popoverInputs {
		t.Errorf("%d inputs in the popover", got)
	}
	if got := folded(popover.Find(".under").Text()); got != "共 51 条，列出前 20 条 查看全部 下载 .xlsx" {
		t.Errorf("below the inputs: %q", got)
	}
	names := texts(popover.Selection, ".inputs tbody th")
	if names[0] > names[1] || popover.Find(`.inputs th[aria-sort="ascending"]`).Length() != 1 {
		t.Errorf("by name: %q", names[:2])
	}
	viewer := st.signedIn("viewer")
	closed := viewer.page("/trace?chain=ne&indicator=revenue")
	if got := strings.Join(texts(closed.Find(".inputs tbody tr").First(), "th, td"), "|"); got != "52 条记录|—|月度调度，导入批次 1" {
		t.Errorf("a viewer sees: %s", got)
	}
	if w := viewer.get("/trace.xlsx?chain=ne&indicator=revenue"); w.Code != http.StatusForbidden {
		t.Errorf("a viewer's file: %d", w.Code)
	}
	wall := office.page("/trace?chain=ne&indicator=revenue&wall=1")
	if got := wall.Find("main").Text(); strings.Contains(got, "有限公司") {
		t.Error("the wall names firms to whoever opens a figure on it")
	}
	w := office.get("/trace.xlsx?chain=ne&indicator=revenue&of=growth")
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "PK") {
		t.Errorf("file: %d", w.Code)
	}
	st.addUser("auditor", industry.AuditAdmin)
	if log := folded(st.signedIn("auditor").page("/admin/audit").Find("tbody").Text()); !strings.Contains(log, "营业收入同比来源产业链 ne，2026年1—10月，51 条记录，含单个企业数据") {
		t.Errorf("the file is not in the audit log: %.300s", log)
	}
}
