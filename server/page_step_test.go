package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const issuePath = "/chains/ne/lists/issues/WT0001"

// step fills in the form of a step as its page offers it and sends it.
func (b *browser) step(t *testing.T, item, code string, fill ...string) *httptest.ResponseRecorder {
	t.Helper()
	form := fields(b.page(item+"/steps/"+code), "/steps/"+code)
	for i := 0; i+1 < len(fill); i += 2 {
		form.Set("f."+fill[i], fill[i+1])
	}
	return b.post(item+"/steps/"+code, form)
}

// An issue goes its way step by step, is sent back once, and ends struck off with
// who confirmed it; every step stands on its page.
func TestAnIssueGoesItsWay(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	for _, s := range []struct {
		code string
		fill []string
	}{
		{"supervise", []string{"note", "县领导批示"}},
		{"extend", []string{"limit_days", "12", "note", "变压器待到货"}},
		{"grant", nil}, // the limit asked for stands in the form
		{"handle", []string{"progress", "专线已送电"}},
		{"revisit", []string{"satisfaction", "不满意", "person", "张某", "note", "仍限电"}},
		{"return", []string{"note", "负荷仍不足"}},
		{"begin", nil},
		{"handle", []string{"progress", "增容完成"}},
		{"revisit", []string{"satisfaction", "满意"}},
		{"close", []string{"person", "李某"}},
	} {
		if w := b.step(t, issuePath, s.code, s.fill...); w.Code != http.StatusSeeOther || w.Header().Get("Location") != issuePath {
			t.Fatalf("%s: %d %s", s.code, w.Code, w.Body)
		}
	}
	d := b.page(issuePath)
	want := "销号 回访 办结 开始办理 退回重办 回访 办结 同意延期 申请延期 列入督办 办理中 交办 登记"
	if got := strings.Join(texts(d.Selection, "section:not(#history) > .hist b"), " "); got != want {
		t.Errorf("steps %s\nwant  %s", got, want)
	}
	text := folded(d.Find("main, #main").Text())
	for _, part := range []string{"李某", "变压器待到货", "12 个工作日", "负荷仍不足"} {
		if !strings.Contains(text, part) {
			t.Errorf("the page lacks %q", part)
		}
	}
	if n := d.Find("#way .acts a").Length(); n != 0 {
		t.Errorf("%d steps offered after the end", n)
	}
	row := jsonInOK(t, b, "/api/v1/chains/ne/lists/issues")["rows"].([]any)[0].(map[string]any)
	if row["state"] != "销号" || row["supervised"] != true || row["closed_on"] != "2026-11-20" || jsonNumber(row["limit_days"]) != "12" || row["deadline"] != "late" {
		t.Errorf("row %v", row)
	}

	viewer := st.signedIn("viewer").page(issuePath)
	if text := viewer.Text(); strings.Contains(text, "李某") || strings.Contains(text, "仍限电") || viewer.Find("#way .acts").Length() != 0 {
		t.Error("a viewer sees persons and notes, or is offered steps")
	}
	if w := st.signedIn("viewer").get(issuePath + "/steps/close"); w.Code != http.StatusForbidden {
		t.Errorf("a viewer opens a step: %d", w.Code)
	}
	audit := false
	st.addUser("auditor", "audit_admin")
	for _, line := range texts(st.signedIn("auditor").page("/admin/audit").Selection, "tbody tr") {
		audit = audit || strings.Contains(line, "问题清单 WT0001") && strings.Contains(line, "销号，修改 状态、销号日期")
	}
	if !audit {
		t.Error("the audit log does not tell of the last step")
	}
}

// What is to be corrected comes back with everything typed; a step that cannot be
// taken now says why, and so does one that somebody else was faster with.
func TestAStepIsRefusedWithWhatWasTyped(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	if w := b.get(issuePath + "/steps/close"); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "问题现在是“办理中”，不能销号；须为回访") {
		t.Errorf("close: %d", w.Code)
	}
	for _, path := range []string{issuePath + "/steps/nothing", "/chains/ne/lists/policies/x/steps/close", "/chains/ne/lists/issues/WT0009/steps/handle"} {
		if w := b.get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	form := fields(b.page(issuePath+"/steps/handle"), "/steps/handle")
	form.Set("f.on", "2026-11-01")
	form.Set("f.note", "<b>说明</b>\r\n第二行")
	form.Set("f.progress", "")
	w := b.post(issuePath+"/steps/handle", form)
	d := document(t, w)
	if w.Code != http.StatusBadRequest {
		t.Fatalf("handed in: %d", w.Code)
	}
	if got := d.Find(`textarea[name="f.note"]`).Text(); got != "<b>说明</b>\n第二行" {
		t.Errorf("the note came back as %q", got)
	}
	for name, want := range map[string]string{"f.on": "早于交办日期 2026-11-02", "f.progress": "请填写办理进展"} {
		if got := strings.TrimSpace(d.Find(`[id="` + name + `-e"]`).Text()); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	stale := url.Values{"csrf": form["csrf"], "version": form["version"], "f.on": {"2026-11-20"}, "f.progress": {"已送电"}}
	if w := b.step(t, issuePath, "supervise"); w.Code != http.StatusSeeOther {
		t.Fatalf("supervise: %d", w.Code)
	}
	w = b.post(issuePath+"/steps/handle", stale)
	if w.Code != http.StatusConflict {
		t.Fatalf("stale: %d", w.Code)
	}
	d = document(t, w)
	expect(t, d, ".form > .err", "这条问题刚被别人改过，现在是“办理中”。请核对后再提交")
	if got := fields(d, "/steps/handle"); got.Get("f.progress") != "已送电" {
		t.Errorf("progress %q", got.Get("f.progress"))
	}
	if w := b.post(issuePath+"/steps/handle", fields(d, "/steps/handle")); w.Code != http.StatusSeeOther {
		t.Errorf("sent again: %d", w.Code)
	}
}

// TestAnIssueInABrowser registers an issue and walks it to its end as a hand would.
func TestAnIssueInABrowser(t *testing.T) {
	st := listSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/chains/ne/lists/issues/new"))
	fill := func(fields string) {
		t.Helper()
		w.text(t, `(function () { var v = `+fields+`; for (var n in v) { document.querySelector('[name="f.' + n + '"]').value = v[n]; }
			var button = document.querySelector('main form .acts button, #main form .acts button');
			setTimeout(function () { button.click(); }, 0); return ''; })()`)
	}
	fill(`{content: '厂区道路积水', raised_on: '2026-11-02', state: '登记', enterprise: '示例中航锂电有限公司'}`)
	const item = "/chains/ne/lists/issues/WT0002"
	w.until(t, `location.pathname`, item)
	for _, s := range []struct{ button, fields, state string }{
		{"研判", `{category: '生产要素'}`, "研判"},
		{"交办", `{lead_department: '县住建局', limit_days: '7', on: '2026-11-04'}`, "交办"},
		{"开始办理", `{on: '2026-11-05'}`, "办理中"},
		{"办结", `{progress: '管网已疏通', on: '2026-11-10'}`, "办结待核"},
		{"回访", `{satisfaction: '满意', on: '2026-11-12'}`, "回访"},
		{"销号", `{person: '王某'}`, "销号"},
	} {
		w.text(t, `(Array.prototype.filter.call(document.querySelectorAll('#way .acts a'), function (a) { return a.textContent === '`+s.button+`'; }).forEach(function (a) { setTimeout(function () { a.click(); }, 0); }), '')`)
		w.until(t, `(document.querySelector('h1') || {}).textContent || ''`, s.button)
		fill(s.fields)
		w.until(t, `location.pathname + (document.querySelector('.hist b') || {}).textContent`, item+s.button)
	}
	w.until(t, `Array.prototype.map.call(document.querySelectorAll('#way li'), function (li) { return li.className; }).join('')`, "")
	for _, problem := range w.take() {
		t.Error(problem)
	}
}
