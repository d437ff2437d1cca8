package server

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

// The page of a batch with problems offers the file with its bad cells marked;
// whoever takes it is in the audit log as with the original.
func TestAnnotatedFileOfABatch(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	w := b.upload("企业清单(2).csv", []byte("统一社会信用代码,企业名称,产业链\n91440300708461136X,示例壬子循环有限公司,ne\n"), false)
	page := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther {
		t.Fatalf("upload: %d %s", w.Code, w.Body)
	}
	if body := b.get(page).Body.String(); !strings.Contains(body, `href="`+page+`/annotated.xlsx"`) || !strings.Contains(body, "下载标注后的表") {
		t.Error("the page does not offer the marked file")
	}
	got := b.get(page + "/annotated.xlsx")
	if got.Code != http.StatusOK || got.Header().Get("Content-Type") != workbookType || !bytes.HasPrefix(got.Body.Bytes(), []byte("PK")) {
		t.Fatalf("annotated: %d %s", got.Code, got.Header().Get("Content-Type"))
	}
	if original := b.get(page + "/original"); original.Header().Get("Content-Type") != "application/octet-stream" {
		t.Errorf("the original is %s", original.Header().Get("Content-Type"))
	}
	entries, _, err := st.server.store.AuditLog(t.Context(), store.AuditFilter{Action: string(industry.ActExport), Page: 1, Size: 10})
	if err != nil || len(entries) != 2 || entries[1].Detail != "批次 2 的标注表" {
		t.Errorf("exports in the audit log %+v, %v", entries, err)
	}
	if again := b.get("/imports/99/annotated.xlsx"); again.Code != http.StatusNotFound {
		t.Errorf("of no batch: %d", again.Code)
	}
}

// A file dropped on one list's page says whose it is, in a field or in the address.
func TestUploadForOneList(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	data := sheet(t, "统计", []string{"统一社会信用代码", "企业名称", "产业链"}, []string{goodFirm, "示例壬子循环有限公司", "ne"})
	send := func(address, register string) *httptest.ResponseRecorder {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		if err := form.WriteField("register", register); err != nil {
			t.Fatal(err)
		}
		part, err := form.CreateFormFile("file", "统计.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			t.Fatal(err)
		}
		if err := form.Close(); err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodPost, address, &body)
		r.Header.Set("Content-Type", form.FormDataContentType())
		r.Header.Set("Origin", "http://example.com")
		return b.send(r)
	}
	for _, test := range []struct {
		register, address string
		code              int
		says              string
	}{
		{"enterprise", "/api/v1/imports?dry_run=1", http.StatusOK, `"register":"enterprise"`},
		{"", "/api/v1/imports?dry_run=1&register=enterprise", http.StatusOK, `"read":1`},
		{"", "/api/v1/imports?dry_run=1", http.StatusOK, "不认识工作表“统计”"},
		{"nothing", "/api/v1/imports?dry_run=1", http.StatusBadRequest, "没有名为“nothing”的清单"},
		{"enterprise", "/imports", http.StatusSeeOther, ""},
	} {
		if w := send(test.address, test.register); w.Code != test.code || !strings.Contains(w.Body.String(), test.says) {
			t.Errorf("%s with %q: %d %s", test.address, test.register, w.Code, w.Body)
		}
	}
}
