package server

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// TestMeetingStaysAsItWasOpened: a figure revised after the meeting was opened
// leaves its page and its paper alone, and the page of changes tells it.
func TestMeetingStaysAsItWasOpened(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	form := url.Values{"name": {"2026年11月调度会"}, "held_on": {"2026-11-20"}, "people": {"张某某"}, "agenda": {"通报"}, "version": {"0"}}
	if w := b.post("/meetings?chain=ne&month=2026-10", form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := b.post("/meetings?chain=ne&month=2026-10", form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "已经登记") {
		t.Errorf("the same meeting twice: %d", w.Code)
	}
	minutes := "/api/v1/briefings/2026-10.docx?chain=ne&kind=minutes"
	if w := b.get(minutes); w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "还没有开会") {
		t.Errorf("minutes of a meeting to come: %d %s", w.Code, w.Body)
	}
	// Before it is opened nothing can be decided, by whatever path.
	if w := b.post("/meetings/2026-10/decisions?chain=ne", url.Values{"content": {"甲"}}); w.Code != http.StatusConflict {
		t.Errorf("decided too early: %d", w.Code)
	}
	if w := b.post("/meetings/2026-10/open?chain=ne", url.Values{"version": {"1"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := b.post("/meetings/2026-10/open?chain=ne", url.Values{"version": {"1"}}); w.Code != http.StatusConflict {
		t.Errorf("opened twice: %d", w.Code)
	}
	const page = "/meetings/2026-10?chain=ne"
	opened := b.page(page)
	seen := text(opened, "#indicators")
	bulletin := opened.Find("#decisions a:contains(通报)").AttrOr("href", "")
	issued := b.get(bulletin)
	if issued.Code != http.StatusOK {
		t.Fatalf("%s: %d", bulletin, issued.Code)
	}
	st.wait(10 * time.Minute)
	movers, err := st.office.Movers(t.Context(), office.MoverQuery{Query: office.Query{Chain: "ne", Month: industry.NewMonth(2026, 10)}, Indicator: revenue})
	if err != nil || len(movers.Risers) == 0 {
		t.Fatal(err, movers)
	}
	u := office.Upload{Name: "修订.csv", Register: "report", Actor: office.Actor{Name: "office"}, Data: []byte(
		"月份,对象,指标,本年累计,上年同期,数据状态\n2026-10," + movers.Risers[0].ID + ",营业收入,777777,300000,快报\n")}
	if i, err := st.office.ImportFile(t.Context(), u); err != nil {
		t.Fatalf("%v %+v", err, i.Problems)
	}
	st.wait(10 * time.Minute)
	d := b.page(page)
	if got := text(d, "#indicators"); got != seen {
		t.Errorf("the meeting's table moved:\n%s\n%s", seen, got)
	}
	if again := b.get(bulletin); again.Code != http.StatusOK || !bytes.Equal(again.Body.Bytes(), issued.Body.Bytes()) {
		t.Errorf("%s is another paper after the revision", bulletin)
	}
	now := texts(b.page("/dispatch?chain=ne&month=2026-10").Find("#indicators tbody tr").First(), "td")[0]
	if strings.Contains(seen, now) {
		t.Errorf("the dispatch page did not take the revision: %s", now)
	}
	since := d.Find("#decisions a:contains(会后变动)").AttrOr("href", "")
	if got := text(b.page(since), "main"); !strings.Contains(got, "777") || !strings.Contains(got, "导入批次") {
		t.Errorf("%s does not tell the revision: %s", since, got)
	}
	// A decision by working days stands in the meeting and in its register.
	typed := url.Values{"content": {"协调专线"}, "lead": {"县供电公司"}, "days": {"5"}, "subjects": {"指标:营业收入"}}
	if w := b.post("/meetings/2026-10/decisions?chain=ne", typed); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if got := text(b.page(page), "#decisions tbody"); !strings.Contains(got, "协调专线指标：营业收入") || !strings.Contains(got, "2026-11-27") {
		t.Errorf("decided: %s", got)
	}
	if got := b.page(page).Find("#decisions a:contains(会议纪要)").First().AttrOr("href", ""); got != minutes {
		t.Errorf("the meeting leads to %s", got)
	}
	for _, want := range []string{"2026年11月调度会纪要", "2026年1—10月", "协调专线。", "涉及指标：营业收入", "牵头单位：县供电公司", "完成时限：2026年11月27日", "历次会议议定"} {
		if got := paperText(t, b.get(minutes)); !strings.Contains(got, want) || strings.Contains(got, "张某某") {
			t.Errorf("the minutes lack %s, or name who came: %s", want, got)
		}
	}
	typed.Del("lead")
	if w := b.post("/meetings/2026-10/decisions?chain=ne", typed); w.Code != http.StatusBadRequest || text(document(t, w), "#lead-e") == "" {
		t.Errorf("without 牵头单位: %d", w.Code)
	}
	if w := b.post("/meetings/2026-10/close?chain=ne", url.Values{"version": {"2"}}); w.Code != http.StatusSeeOther {
		t.Errorf("close: %d %s", w.Code, w.Body)
	}
	if b.page(page).Find("#decisions form").Length() != 0 {
		t.Error("a meeting that is over still takes decisions")
	}
}
