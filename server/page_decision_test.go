package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
)

// TestADecisionIsLinked: what a decision concerns is opened from it, and it from
// there; what is not there is said at the field and stays typed.
func TestADecisionIsLinked(t *testing.T) {
	st := sampleSite(t)
	b, viewer := st.signedIn("office"), st.signedIn("viewer")
	d := viewer.page("/chains/all/lists/decisions/YD0008")
	if got := texts(d.Find(".related"), "a"); strings.Join(got, " ") != "光伏支架智能制造项目 用地组卷缺林地手续，已超计划开工时间" {
		t.Errorf("it concerns %v", got)
	}
	for _, i := range []int{0, 1} {
		page := d.Find(".related a").Eq(i).AttrOr("href", "")
		if got := text(viewer.page(page), ".related:contains(相关议定事项)"); !strings.Contains(got, "完成光伏支架智能制造项目用地组卷报批") || !strings.Contains(got, "逾期21天，督办") {
			t.Errorf("%s says of it: %s", page, got)
		}
	}
	figure := viewer.page("/chains/all/lists/decisions/YD0015").Find(".related a").AttrOr("href", "")
	if !strings.HasPrefix(figure, "/trace?") || viewer.get(figure).Code != http.StatusOK {
		t.Errorf("the figure opens %s", figure)
	}
	row := b.page("/chains/all/lists/decisions?q=YD0008").Find("tbody tr")
	if got := row.Find(`td[data-l="涉及"] a`).Eq(1).AttrOr("href", ""); got != "/chains/all/lists/issues/WT0029" {
		t.Errorf("the list links %q", got)
	}
	form := b.page("/chains/all/lists/decisions/YD0008/edit")
	if got := form.Find("#names-subjects option[value='项目:光伏支架智能制造项目']").Length(); got != 1 {
		t.Errorf("%d options", got)
	}
	fields := url.Values{"version": {"1"}, "f.subjects": {"项目:没有的项目"}}
	w := b.post("/chains/all/lists/decisions/YD0008/edit", fields)
	refused := document(t, w)
	if said := text(refused, "form.two"); w.Code != http.StatusBadRequest || refused.Find(`input[name="f.subjects"]`).AttrOr("value", "") != "项目:没有的项目" ||
		!strings.Contains(said, "没有编码或名称为“没有的项目”的项目。写成 项目:名称或编码") {
		t.Errorf("%d %s", w.Code, said)
	}
	// The issue cannot go while the decision concerns it.
	if w := b.post("/chains/all/lists/issues/WT0029/withdraw", url.Values{"version": {"1"}, "reason": {"重复"}}); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "议定事项“完成光伏支架智能制造项目用地组卷报批”") {
		t.Errorf("withdrawn: %d", w.Code)
	}
}

// TestSuperviseByOnePress: one press marks a decision wherever it is shown and is
// audited; it leads back to the page it came from, and to no other site.
func TestSuperviseByOnePress(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	st.addUser("auditor", industry.AuditAdmin)
	const post = "/chains/all/lists/decisions/YD0011/supervise"
	if b.page("/chains/all/lists/decisions?q=YD0011").Find(`form[action="`+post+`"] button[aria-pressed=false]`).Length() != 1 {
		t.Fatal("no button")
	}
	if st.signedIn("viewer").page("/chains/all/lists/decisions").Find("form[action$=supervise]").Length() != 0 {
		t.Error("a viewer is offered the button")
	}
	if w := b.post(post, url.Values{"supervised": {"是"}, "back": {"/meetings#form"}}); w.Header().Get("Location") != "/meetings#form" {
		t.Errorf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	for page, selector := range map[string]string{
		"/chains/all/lists/decisions?q=YD0011": "tbody .tag", "/due?kind=decision": "tr:contains(电芯项目110千伏) .tag",
		"/screen/scenes/decisions": "tr:contains(电芯项目110千伏) .tag",
	} {
		if got := text(b.page(page), selector); got != "督办" {
			t.Errorf("%s: %q", page, got)
		}
	}
	if got := text(st.signedIn("auditor").page("/admin/audit"), "tbody"); !strings.Contains(got, "议定事项 YD0011") || !strings.Contains(got, "修改 督办") {
		t.Errorf("audit: %.200s", got)
	}
	for _, back := range []string{"//example.org/", "https://example.org/", `/\example.org`, "javascript:alert(1)", ""} {
		if w := b.post(post, url.Values{"supervised": {"否"}, "back": {back}}); w.Header().Get("Location") != "/chains/all/lists/decisions" {
			t.Errorf("back to %q leads to %s", back, w.Header().Get("Location"))
		}
	}
	if w := b.post("/chains/all/lists/policies/x/supervise", url.Values{"supervised": {"是"}}); w.Code != http.StatusNotFound {
		t.Errorf("a list without the mark: %d", w.Code)
	}
}

// TestAfterAMeeting: what a meeting decided is followed up from its own page, from
// the list of meetings and by API.
func TestAfterAMeeting(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	agenda := "一、通报运行情况（10分钟）\n二、议定事项"
	b.post("/meetings?chain=all&month=2026-10", url.Values{"name": {"2026年11月调度会"}, "held_on": {"2026-11-20"}, "agenda": {agenda}, "version": {"0"}})
	b.post("/meetings/2026-10/open?chain=all", url.Values{"version": {"1"}})
	const page = "/meetings/2026-10?chain=all"
	d := b.page(page)
	if got := texts(d.Find(".agenda"), "li"); strings.Join(got, "|") != "通报运行情况（10分钟）|议定事项" {
		t.Errorf("agenda: %v", got)
	}
	if got := d.Find(`#projects [data-subject="项目:光伏支架智能制造项目"]`).AttrOr("href", ""); !strings.HasPrefix(got, "?subjects=") {
		t.Errorf("a late project leads to %q", got)
	}
	if got := b.page(page+"&subjects="+url.QueryEscape("问题:WT0029")).Find("#subjects").AttrOr("value", ""); got != "问题:WT0029" {
		t.Errorf("filled in: %q", got)
	}
	for _, lane := range []string{"#chain-ne", "#chain-nm"} {
		if got := d.Find(lane + " .quarters h3").Length(); got != 4 || d.Find(lane+" .facts dd").Length() != 6 {
			t.Errorf("%s has %d panels", lane, got)
		}
	}
	typed := url.Values{"content": {"协调林地手续"}, "lead": {"县自然资源局"}, "days": {"5"}, "subjects": {"项目:没有的"}}
	w := b.post("/meetings/2026-10/decisions?chain=all", typed)
	if got := document(t, w); w.Code != http.StatusBadRequest || !strings.Contains(text(got, "#subjects-e"), "没有编码或名称为“没有的”的项目") || got.Find("#content").AttrOr("value", "") != "协调林地手续" {
		t.Errorf("%d %s", w.Code, text(got, "#decisions"))
	}
	typed.Set("subjects", "项目:光伏支架智能制造项目、WT0029")
	if w := b.post("/meetings/2026-10/decisions?chain=all", typed); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	b.post("/meetings/2026-10/close?chain=all", url.Values{"version": {"2"}})
	st.wait(48 * time.Hour)
	b = st.signedIn("office")
	row := b.page(page).Find("#after .items tbody tr")
	if got := row.Text(); row.Length() != 1 || !strings.Contains(got, "剩5天") || !strings.Contains(got, "5 个工作日") || !strings.Contains(got, "还没有报进展") {
		t.Errorf("after the meeting: %s", got)
	}
	after := b.page(page).Find("#after")
	if got := after.Find("p").First().Text(); got != "共 1 项，已完成 0 项，逾期 0 项；完成率 0.0%；按期完成率 —" {
		t.Errorf("counted: %s", got)
	}
	if got := after.Find("p a").First().AttrOr("href", ""); strings.Contains(got, "as_of") || text(document(t, b.fragment(got)), ".big") != "1项" {
		t.Errorf("the count opens %s", got)
	}
	unit := after.Find("[data-block] tbody tr")
	if got := strings.Join(texts(unit, "th, td"), " "); got != "县自然资源局 0/1 0.0% 无" {
		t.Errorf("by unit: %s", got)
	}
	if got := b.page(unit.Find("a").AttrOr("href", "")).Find("tbody tr:contains(协调林地手续)").Length(); got != 1 {
		t.Errorf("the unit's list has %d rows", got)
	}
	for _, paper := range []string{"会议纪要 .docx", "通报 .docx", "会后变动"} {
		if after.Find("a:contains('"+paper+"')").Length() != 1 {
			t.Errorf("no way to %s", paper)
		}
	}
	if got := after.Find("a:contains(会议材料)").AttrOr("href", ""); got != "/documents?chain=all&month=2026-10" {
		t.Errorf("the papers are at %s", got)
	}
	edit, _ := row.Find("a:contains(更新)").Attr("href")
	fields := url.Values{"back": {b.page(edit).Find("input[name=back]").AttrOr("value", "")}, "version": {"1"}, "f.progress": {"林地可研已批"}, "f.state": {"办理中"}}
	if w := b.post(strings.Split(edit, "?")[0], fields); w.Header().Get("Location") != "/meetings/2026-10?chain=all#after" {
		t.Errorf("%d to %s %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	if got := b.page(page).Find("#after .items tbody tr").Text(); !strings.Contains(got, "林地可研已批") {
		t.Errorf("progress: %s", got)
	}
	if got := text(b.page("/meetings"), "tbody"); !strings.Contains(got, "完成 0/1 7天内到期 1") {
		t.Errorf("the list of meetings: %s", got)
	}
	if got := text(b.page("/"), ".note-r"); !strings.Contains(got, "调度会议定事项逾期 4 项，督办 3 项，7天内到期") {
		t.Errorf("the overview: %s", got)
	}
	board := jsonInOK(t, st.signedIn("viewer"), "/api/v1/decisions")
	units := list(t, board["departments"])
	if board["total"] != 18.0 || len(units) < 8 || members(t, units[0], "name", "completion", "soon", "overdue", "supervised")["overdue"] == 0.0 || board["supervised"] != 3.0 {
		t.Errorf("board: %v", board["departments"])
	}
	if got := b.page("/chains/all/lists/decisions").Find(".issues tbody tr").Length(); got != len(units) {
		t.Errorf("%d units in the panel", got)
	}
}

// TestDrillDownShowsWhatAGuestSees: what opens over a sheet tells a record without
// its contacts, whoever holds the meeting.
func TestDrillDownShowsWhatAGuestSees(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	first := list(t, jsonInOK(t, b, "/api/v1/chains/all/lists/enterprises?size=1")["rows"])[0].(map[string]any)
	page := "/chains/all/lists/enterprises/" + first["id"].(string)
	if got := b.page(page).Text(); !strings.Contains(got, first["phone"].(string)) {
		t.Fatal("the page of the office lacks the telephone")
	}
	got := b.fragment(page)
	if got.Code != http.StatusOK || !strings.Contains(got.Body.String(), first["name"].(string)) || strings.Contains(got.Body.String(), first["phone"].(string)) || strings.Contains(got.Body.String(), "<html") {
		t.Errorf("%d %.300s", got.Code, got.Body)
	}
}
