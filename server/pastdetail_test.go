package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"chainboard/office"
)

// TestRecordsOverAMeetingAreOfItsMoment: what is opened over a sheet says what the
// meeting sees, that it changed since, and leads to how it stands now.
func TestRecordsOverAMeetingAreOfItsMoment(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	b.post("/meetings?chain=all&month=2026-10", url.Values{"name": {"2026年11月调度会"}, "held_on": {"2026-11-20"}, "version": {"0"}})
	if w := b.post("/meetings/2026-10/open?chain=all", url.Values{"version": {"1"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	d := b.page("/meetings/2026-10?chain=all")
	project := d.Find("#projects tbody a:contains(光伏支架智能制造项目)").AttrOr("href", "")
	issue := d.Find("#issues tbody a:contains(用地组卷缺林地手续)").AttrOr("href", "")
	for _, address := range []string{project, issue} {
		if got := text(document(t, b.fragment(address)), ".past"); !strings.HasPrefix(got, "截至会议时点 ") || !strings.Contains(got, "（2026年11月调度会），会后没有变化") {
			t.Fatalf("%s: %q", address, got)
		}
	}
	st.wait(10 * time.Minute)
	change := "项目编码,项目名称,产业链,责任单位\nXM9901,会后登记的项目,ne,县发改委\n"
	for _, u := range []office.Upload{
		{Name: "项目.csv", Register: "project", Data: []byte(change)},
		{Name: "问题.csv", Register: "issue", Data: []byte("编号,问题内容,状态,办理进展\nWT0029,用地组卷缺林地手续，已超计划开工时间,办结待核,林地手续已批\n")},
	} {
		u.Actor = office.Actor{Name: "office"}
		if i, err := st.office.ImportFile(t.Context(), u); err != nil {
			t.Fatalf("%v %+v", err, i.Problems)
		}
	}
	id := strings.Split(project[strings.LastIndex(project, "/")+1:], "?")[0]
	stages := "/chains/all/lists/projects/" + id + "/stages/started"
	version := b.page(stages).Find(`input[name="version"]`).AttrOr("value", "")
	if w := b.hand(t, stages, "", "", map[string]string{"version": version, "step": "reach", "f.on": string(st.office.Today())}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}

	for address, want := range map[string]struct{ then, since, now string }{
		project: {"签约", "开工日期 — → " + string(st.office.Today()), "开工"},
		issue:   {"办理中", "状态 办理中 → 办结待核", "办结待核"},
	} {
		got := document(t, b.fragment(address))
		if stage := text(got, ".tag"); stage != want.then {
			t.Errorf("%s is at %q in the meeting, want %q", address, stage, want.then)
		}
		if said := got.Find(".past").Text(); !strings.Contains(said, "会后有变化") || !strings.Contains(said, want.since) {
			t.Errorf("%s says %q", address, said)
		}
		link := got.Find(".past a").AttrOr("href", "")
		if now := document(t, b.fragment(link)); text(now, ".tag") != want.now || text(now, ".past") != "现在的记录" {
			t.Errorf("%s leads to %s: %s", address, link, now.Text())
		}
		page := b.page(address)
		if page.Find("main form, .hd a:contains(修改)").Length() != 0 || page.Find("a:contains(销号)").Length() != 0 {
			t.Errorf("%s can be changed", address)
		}
	}
	if again := b.page("/meetings/2026-10?chain=all"); again.Find(`#projects a[href="`+project+`"]`).Length() != 1 {
		t.Error("the meeting lost the project")
	}
	moment := project[strings.Index(project, "?"):]
	late := document(t, b.fragment("/chains/all/lists/projects/XM9901"+moment))
	if said := text(late, ".past"); !strings.Contains(said, "还没有登记，以下为现状") {
		t.Errorf("a project of later says %q", said)
	}
	viewer := st.signedIn("viewer")
	api := jsonInOK(t, viewer, "/api/v1"+strings.TrimPrefix(issue, ""))
	since := members(t, api["since"], "gone", "changes", "parts")
	if api["as_of"] == nil || since["gone"] != false || len(list(t, since["changes"])) == 0 {
		t.Errorf("by API: as of %v, since %v", api["as_of"], since)
	}
	if now := jsonInOK(t, viewer, "/api/v1/chains/all/lists/issues/WT0029"); now["as_of"] != nil || now["since"] != nil {
		t.Errorf("by API now: %v %v", now["as_of"], now["since"])
	}
	if w := viewer.get("/api/v1/chains/all/lists/projects/XM9901" + moment); w.Code != http.StatusNotFound {
		t.Errorf("by API before it was registered: %d", w.Code)
	}
}
