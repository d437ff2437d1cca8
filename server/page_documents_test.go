package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

const keptOctober = "/documents?chain=ne&month=2026-10"

// keep makes a paper by the form of its page and returns the page of what came of it.
func (b *browser) keep(kind industry.DocumentKind, ending string) *goquery.Document {
	b.site.t.Helper()
	return b.finished(b.post(keptOctober, url.Values{"file": {string(kind) + ending}}))
}

// finished follows an answer to the page of a job and waits until it has ended.
func (b *browser) finished(w *httptest.ResponseRecorder) *goquery.Document {
	b.site.t.Helper()
	address := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(address, jobsPath+"/") {
		b.site.t.Fatalf("%d to %s: %s", w.Code, address, w.Body)
	}
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if d := b.page(address); d.Find("[data-running]").Length() == 0 {
			return d
		}
	}
	b.site.t.Fatalf("%s has not ended", address)
	return nil
}

// kept returns what the API lists, the newest first.
func (b *browser) kept() []map[string]any {
	b.site.t.Helper()
	w := b.get("/api/v1/documents?chain=ne&month=2026-10")
	if w.Code != http.StatusOK {
		b.site.t.Fatalf("%d %s", w.Code, w.Body)
	}
	documents, ok := jsonIn(b.site.t, w)["documents"].([]any)
	if !ok {
		b.site.t.Fatalf("no list of documents: %s", w.Body)
	}
	var rows []map[string]any
	for _, d := range documents {
		rows = append(rows, members(b.site.t, d, "id", "month", "chain", "kind", "ending", "title", "as_of", "sha256", "size", "version", "at"))
	}
	return rows
}

// revise gives the firm that grew most another figure of the month.
func (st *site) revise(amount string) {
	st.t.Helper()
	movers, err := st.office.Movers(st.t.Context(), office.MoverQuery{Query: office.Query{Chain: "ne", Month: industry.NewMonth(2026, 10)}, Indicator: revenue})
	if err != nil || len(movers.Risers) == 0 {
		st.t.Fatal(err, movers)
	}
	u := office.Upload{Name: "修订.csv", Register: "report", Actor: office.Actor{Name: "office"}, Data: []byte(
		"月份,对象,指标,本年累计,上年同期,数据状态\n2026-10," + movers.Risers[0].ID + ",营业收入," + amount + ",300000,快报\n")}
	if i, err := st.office.ImportFile(st.t.Context(), u); err != nil {
		st.t.Fatalf("%v %+v", err, i.Problems)
	}
	st.wait(10 * time.Minute)
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// TestKeptDocumentStays: a figure revised after a paper was kept leaves its file
// alone; the paper kept afterwards is another.
func TestKeptDocumentStays(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	b.keep(industry.Bulletin, ".docx")
	first := b.kept()
	if len(first) != 1 {
		t.Fatalf("kept: %v", first)
	}
	file := b.page(keptOctober).Find("#kept a:contains(下载)").AttrOr("href", "")
	before := b.get(file)
	content := before.Body.Bytes()
	if before.Code != http.StatusOK || hashOf(content) != first[0]["sha256"] || float64(len(content)) != first[0]["size"] {
		t.Fatalf("%d: %d bytes of %s, listed as %v", before.Code, len(content), hashOf(content), first[0])
	}
	h := before.Header()
	if h.Get("X-Content-Type-Options") != "nosniff" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment;") || h.Get("Content-Type") != paperTypes[".docx"] {
		t.Errorf("sent as %v", h)
	}
	again := b.keep(industry.Bulletin, ".docx") // of the same moment, which the paper tells: the same bytes
	expect(t, again, "#job td.t2", "与已存档的相同，没有再存")
	if got := b.kept(); len(got) != 1 {
		t.Errorf("the same paper is kept %d times", len(got))
	}
	st.revise("777777")
	b.keep(industry.Bulletin, ".docx")
	now := b.kept()
	if len(now) != 2 || now[0]["sha256"] == first[0]["sha256"] || now[1]["sha256"] != first[0]["sha256"] || now[1]["as_of"] != first[0]["as_of"] {
		t.Errorf("after the revision: %v", now)
	}
	after := st.bearer(t, industry.Viewer).get("/api/v1" + file)
	if after.Code != http.StatusOK || !bytes.Equal(after.Body.Bytes(), content) {
		t.Errorf("the file of before is another: %d, %d bytes", after.Code, after.Body.Len())
	}
	log, _, err := st.office.Store().AuditLog(t.Context(), store.AuditFilter{Page: 1, Size: 2})
	if err != nil || len(log) != 2 || log[0].Action != industry.ActExport || !strings.Contains(log[0].Detail, "存档第 1 号") {
		t.Errorf("the audit log says %+v, %v", log, err)
	}
}

// TestKeptDocumentOfAMeeting: after a meeting was opened every paper of it tells
// the figures it saw, in every form there is.
func TestKeptDocumentOfAMeeting(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	if text(b.page(keptOctober), "#make tr:contains(纪要) [data-l=数据]") != "开会后才能生成" {
		t.Error("minutes of no meeting are offered")
	}
	if w := b.post(keptOctober, url.Values{"file": {"minutes.docx"}}); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "开会后才能生成纪要") {
		t.Errorf("minutes of no meeting: %d", w.Code)
	}
	form := url.Values{"name": {"2026年11月调度会"}, "held_on": {"2026-11-20"}, "version": {"0"}}
	if w := b.post("/meetings?chain=ne&month=2026-10", form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := b.post("/meetings/2026-10/open?chain=ne", url.Values{"version": {"1"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	opened := st.clock()
	st.wait(10 * time.Minute)
	forms := 0
	for _, kind := range industry.DocumentKinds() {
		for _, ending := range kind.Endings() {
			b.keep(kind, ending)
			forms++
		}
	}
	seen := b.kept()
	if buttons := b.page(keptOctober).Find("#make form button").Length(); len(seen) != forms || buttons != forms {
		t.Fatalf("%d forms, %d kept, %d buttons", forms, len(seen), buttons)
	}
	st.revise("777777")
	for _, kind := range industry.DocumentKinds() {
		for _, ending := range kind.Endings() {
			b.keep(kind, ending)
		}
	}
	if again := b.kept(); len(again) != forms {
		t.Errorf("%d papers of the meeting are others after the revision", len(again)-forms)
	}
	for _, d := range seen {
		if at, err := time.Parse(time.RFC3339, d["as_of"].(string)); err != nil || !at.Equal(opened) {
			t.Errorf("%s %s is as of %v, the meeting was opened %v", d["kind"], d["ending"], d["as_of"], opened)
		}
	}
	for page, selector := range map[string]string{"/meetings": "tbody a:contains(会议材料)", "/meetings/2026-10?chain=ne": "#decisions a:contains(会议材料)"} {
		if got := b.page(page).Find(selector).AttrOr("href", ""); got != keptOctober {
			t.Errorf("%s leads to %q", page, got)
		}
	}
}

// TestKeptDocumentRights: a viewer sees and takes papers, makes none, and is not
// told who made them.
func TestKeptDocumentRights(t *testing.T) {
	st := sampleSite(t)
	viewer, maker := st.signedIn("viewer"), st.signedIn("office")
	bulletin := url.Values{"file": {"bulletin.docx"}}
	if w := viewer.post(keptOctober, bulletin); w.Code != http.StatusForbidden {
		t.Errorf("a viewer made a paper: %d", w.Code)
	}
	if rows := viewer.kept(); len(rows) != 0 {
		t.Errorf("kept by a viewer: %v", rows)
	}
	maker.keep(industry.Bulletin, ".docx")
	d := viewer.page(keptOctober)
	if d.Find("#make form").Length() != 0 || d.Find("#kept tbody tr").Length() != 1 || d.Find("th:contains(存档人)").Length() != 0 {
		t.Errorf("a viewer sees %s", folded(text(d, "#main")))
	}
	if maker.page(keptOctober).Find("#kept td[data-l=存档人]").Text() != "office" {
		t.Error("the office is not told who kept it")
	}
	if w := viewer.get("/documents/1/file"); w.Code != http.StatusOK {
		t.Errorf("a viewer takes the paper: %d", w.Code)
	}
	for address, want := range map[string]int{
		"/documents/99/file": http.StatusNotFound, "/documents/x/file": http.StatusNotFound, "/documents?chain=none": http.StatusNotFound,
		"/api/v1/documents?month=2026-13": http.StatusBadRequest,
	} {
		if w := viewer.get(address); w.Code != want {
			t.Errorf("%s: %d, want %d", address, w.Code, want)
		}
	}
	for _, wrong := range []url.Values{{"file": {"novel.docx"}}, {"file": {"bulletin.exe"}}, {}} {
		if w := maker.post(keptOctober, wrong); w.Code != http.StatusBadRequest {
			t.Errorf("%v: %d", wrong, w.Code)
		}
	}
}
