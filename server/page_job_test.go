package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
)

// postJSON sends a body to the API as a token.
func (b *browser) sendJSON(method, path, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return b.send(r)
}

// TestKeepDocumentsByTheAPI: papers are accepted at once with the address of their
// job, whose owner alone sees and ends it.
func TestKeepDocumentsByTheAPI(t *testing.T) {
	st := sampleSite(t)
	token, person := st.bearer(t, industry.ChainOffice), st.signedIn("office")
	w := token.sendJSON(http.MethodPost, "/api/v1/documents", `{"month":"2026-10","chain":"ne","files":["annex.xlsx","bulletin.docx"]}`)
	if w.Code != http.StatusAccepted {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	address := w.Header().Get("Location")
	j := jsonIn(t, w)
	if j["state"] != "running" || j["address"] != address || !strings.HasPrefix(address, "/api/v1/jobs/") {
		t.Errorf("accepted as %v at %s", j, address)
	}
	for _, other := range []struct{ method, path string }{{http.MethodGet, address}, {http.MethodDelete, address}, {http.MethodGet, strings.TrimPrefix(address, "/api/v1")}} {
		if w := person.sendJSON(other.method, other.path, ""); w.Code != http.StatusNotFound && w.Code != http.StatusForbidden {
			t.Errorf("somebody else's %s %s: %d", other.method, other.path, w.Code)
		}
	}
	for end := time.Now().Add(time.Minute); j["state"] == "running" && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		j = jsonIn(t, token.get(address))
	}
	outcome := members(t, j["outcome"], "documents")
	documents, _ := outcome["documents"].([]any)
	if j["state"] != "done" || j["percent"] != 100.0 || len(documents) != 2 {
		t.Fatalf("ended as %v", j)
	}
	first := members(t, documents[0], "kind", "ending", "added", "sha256")
	if first["kind"] != "annex" || first["added"] != true || len(person.kept()) != 2 {
		t.Errorf("kept %v of %d", first, len(person.kept()))
	}
	for body, says := range map[string]string{
		`{"files":["novel.docx"]}`: "没有“novel.docx”这种材料或格式",
		`{"month":"2026-13"}`:      "month",
		`{"months":"2026-10"}`:     "months",
		`{`:                        "JSON",
		`{"chain":"none"}`:         "none",
		`{"files":["minutes.docx"],"month":"2026-10"}`:  "开会后才能生成纪要",
		`{"month":"2026-10","files":["annex.xlsx"]} {}`: "JSON",
	} {
		if w := token.sendJSON(http.MethodPost, "/api/v1/documents", body); w.Code != http.StatusBadRequest && w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), says) {
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
	}
}

// TestCancelByTheAPI: a job that is cancelled keeps nothing.
func TestCancelByTheAPI(t *testing.T) {
	st := sampleSite(t)
	token := st.bearer(t, industry.ChainOffice)
	w := token.sendJSON(http.MethodPost, "/api/v1/documents", `{"chain":"ne","month":"2026-10"}`)
	address := w.Header().Get("Location")
	if w = token.sendJSON(http.MethodDelete, address, ""); w.Code != http.StatusAccepted {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	j := jsonIn(t, w)
	for end := time.Now().Add(time.Minute); j["state"] == "running" && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		j = jsonIn(t, token.get(address))
	}
	if j["state"] != "cancelled" || len(token.kept()) != 0 {
		t.Errorf("ended as %v with %d kept", j["state"], len(token.kept()))
	}
}

// TestNewestPapersStandFirst: the newest of each form stands first, with how it
// stands to the data; all that was kept is paged and filtered.
func TestNewestPapersStandFirst(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	b.keep(industry.Annex, ".xlsx")
	expect(t, b.page(keptOctober), "#make tr:contains(附表) [data-l=数据]", "最新数据")
	st.wait(10 * time.Minute)
	st.revise("777777")
	b.keep(industry.Bulletin, ".docx")
	d := b.page(keptOctober)
	expect(t, d, "#make tr:contains(附表) [data-l=数据]", "此后有新数据")
	expect(t, d, "#make tr:contains(通报) [data-l=数据]", "最新数据")
	if rows := d.Find("#make tbody tr").Length(); rows != len(industry.DocumentFiles()) {
		t.Errorf("%d forms are shown", rows)
	}
	d = b.page(keptOctober + "&kind=annex&span=all")
	if d.Find("#kept tbody tr").Length() != 1 || !strings.Contains(text(d, "#kept tbody"), "附表") {
		t.Errorf("annexes of every month: %s", folded(text(d, "#kept")))
	}
	if d = b.page(keptOctober + "&size=1&page=2"); !strings.Contains(text(d, ".pages"), "共 2 条") || text(d, "#kept tbody [data-l=号]") != "1" {
		t.Errorf("the second page: %s", folded(text(d, "#kept")))
	}
	for _, wrong := range []string{"&kind=novel", "&page=0"} {
		if w := b.get(keptOctober + wrong); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", wrong, w.Code)
		}
	}
}

// TestLongImportIsAJob: an import that takes longer than is waited for goes on as a
// job, whose page leads to the batch; one that is cancelled writes nothing.
func TestLongImportIsAJob(t *testing.T) {
	st := newSite(t)
	st.addUser("office", industry.ChainOffice)
	b := st.signedIn("office")
	st.server.quickly = time.Millisecond
	st.server.heavy <- struct{}{} // another is under way
	data := sheet(t, "区域", []string{"编码", "名称", "类型"}, []string{"1", "甲", "县"})
	send := func() string {
		t.Helper()
		form := workbookForm(t, importsPath, "区域.xlsx", data, nil)
		form.Header.Set("Origin", "http://example.com")
		w := b.send(form)
		address := w.Header().Get("Location")
		if w.Code != http.StatusSeeOther || !strings.HasPrefix(address, jobsPath+"/") {
			t.Fatalf("%d to %s: %s", w.Code, address, w.Body)
		}
		return address
	}
	cancelled, kept := send(), send()
	if w := b.post(cancelled+"/cancel", nil); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if d := b.finished(b.post(cancelled+"/cancel", nil)); !strings.Contains(text(d, "#job"), "已取消，没有留下任何结果") {
		t.Errorf("cancelled: %s", folded(text(d, "#job")))
	}
	if d := b.page(kept); d.Find("[data-running]").Length() == 0 {
		t.Errorf("read beside another: %s", folded(text(d, "#job")))
	}
	if said := text(b.page("/documents"), ".note-a"); said != "核对 区域.xlsx：已完成0%查看" {
		t.Errorf("another page says %q", said)
	}
	<-st.server.heavy
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		w := b.get(kept)
		if w.Code == http.StatusSeeOther {
			if to := w.Header().Get("Location"); to != importsPath+"/1" {
				t.Errorf("the preview is at %s", to)
			}
			break
		}
		if time.Now().After(end) {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
	}
	if _, n, err := st.office.Imports(t.Context(), 1, 9); err != nil || n != 1 {
		t.Errorf("%d batches, %v", n, err)
	}
}
