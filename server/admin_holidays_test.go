package server

import (
	"net/http"
	"strings"
	"testing"
)

// The county enters a year that is not known; limits that touch it follow, and
// say so as long as it is not.
func TestHolidaysOfTheCounty(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	if w := b.step(t, issuePath, "extend", "limit_days", "40", "note", "跨年"); w.Code != http.StatusSeeOther {
		t.Fatal(w.Body)
	}
	if w := b.step(t, issuePath, "grant"); w.Code != http.StatusSeeOther {
		t.Fatal(w.Body)
	}
	due := func() (date, note string) {
		cell := b.page("/chains/ne/lists/issues").Find(`td[data-l="应办结日期"]`)
		return folded(cell.Text()), cell.AttrOr("title", "")
	}
	// 41 weekdays remain of 2026 after 2 November, 1 January 2027 would be the 44th.
	if date, note := due(); date != "2026-12-28" || note != "" {
		t.Errorf("due %s, %q", date, note)
	}
	if w := b.step(t, issuePath, "extend", "limit_days", "45", "note", "跨年"); w.Code != http.StatusSeeOther {
		t.Fatal(w.Body)
	}
	if w := b.step(t, issuePath, "grant"); w.Code != http.StatusSeeOther {
		t.Fatal(w.Body)
	}
	if date, note := due(); date != "2027-01-04" || note != "2027年节假日安排未录入，按周一至周五计" {
		t.Errorf("due %s, %q", date, note)
	}
	d := b.page(holidaysPath)
	expect(t, d, ".note-y", "2027年节假日安排未录入，按周一至周五计。 录入")
	form := fields(d, holidaysPath)
	if form.Get("year") != "2027" || form.Get("days") != "" {
		t.Errorf("the form begins with %v", form)
	}
	form.Set("days", "2027-01-01至2027-01-03 休息")
	w := b.post(holidaysPath, form)
	if d = document(t, w); w.Code != http.StatusBadRequest || !strings.Contains(d.Find("#days-e").Text(), "第1行") || d.Find("#days").Text() != form.Get("days") {
		t.Errorf("%d: %s", w.Code, d.Find("#days-e").Text())
	}
	form.Set("days", "2027-01-01至2027-01-03 放假 元旦\n2027-02-20 上班 春节")
	if w = b.post(holidaysPath, form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	if date, note := due(); date != "2027-01-05" || note != "" {
		t.Errorf("due %s, %q", date, note)
	}
	if w = b.post(holidaysPath, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "2027年的节假日安排刚被别人改过") {
		t.Errorf("the same version again: %d", w.Code)
	}
	d = b.page(holidaysPath + "?year=2026")
	if got := d.Find("#days").Text(); !strings.Contains(got, "2026-02-15至2026-02-23 放假 春节") {
		t.Errorf("2026 begins with %q", got)
	}
	if got := d.Find("tbody tr").Length(); got != 9 {
		t.Errorf("%d years", got)
	}
	viewer := st.signedIn("viewer")
	if w := viewer.get(holidaysPath); w.Code != http.StatusForbidden {
		t.Errorf("a viewer gets %d", w.Code)
	}
}

func TestHolidaysFromAFile(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	read := func(name string, data []byte) string {
		t.Helper()
		w := b.uploadTo(holidayFilePath, name, data, false)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", name, w.Code, w.Body)
		}
		form := fields(document(t, w), holidaysPath)
		return form.Get("year") + " " + form.Get("version") + " " + strings.ReplaceAll(form.Get("days"), "\n", "|")
	}
	want := "2027 0 2027-01-01 放假 元旦|2027-02-20 上班 春节"
	table := sheet(t, "节假日", []string{"日期", "类型", "名称"}, []string{"2027-01-01", "放假", "元旦"}, []string{"2027/2/20", "上班", "春节"})
	if got := read("2027.xlsx", table); got != want {
		t.Errorf("xlsx: %s", got)
	}
	if got := read("2027.csv", []byte("日期,类型,名称\n2027-1-1,放假,元旦\n2027年2月20日,上班,春节\n")); got != want {
		t.Errorf("csv: %s", got)
	}
	if w := b.uploadTo(holidayFilePath, "x.csv", []byte("日期,类型\n2027-1-1,休\n"), false); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "第1行") {
		t.Errorf("a wrong line: %d", w.Code)
	}
	if w := b.uploadTo(holidayFilePath, "x.pdf", []byte("%PDF-1.4"), false); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("a PDF: %d", w.Code)
	}
}
