package server

import (
	"bytes"
	"mime"
	"net/http"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

// The original holds single firms' figures and contacts: whoever takes it is in
// the audit log, and its name, which anybody may have chosen, cannot add a
// header or name another folder.
func TestOriginalIsAuditedAndItsNameHarmless(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	data := sheet(t, "企业清单", []string{"统一社会信用代码", "企业名称", "产业链"}, []string{goodFirm, "示例壬子循环有限公司", "ne"})
	const name = `../"企业\x.xlsx`
	w := b.upload(name, data, false)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("upload: %d %s", w.Code, w.Body)
	}
	got := b.get(w.Header().Get("Location") + "/original")
	if got.Code != http.StatusOK || !bytes.Equal(got.Body.Bytes(), data) {
		t.Fatalf("original: %d, %d bytes of %d", got.Code, got.Body.Len(), len(data))
	}
	kind, params, err := mime.ParseMediaType(got.Header().Get("Content-Disposition"))
	if err != nil || kind != "attachment" || strings.ContainsAny(got.Header().Get("Content-Disposition"), "\r\n\"\\") {
		t.Errorf("disposition %q: %s %v %v", got.Header().Get("Content-Disposition"), kind, params, err)
	}
	entries, _, err := st.server.store.AuditLog(t.Context(), store.AuditFilter{Action: string(industry.ActExport), Page: 1, Size: 10})
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d exports in the audit log, %v", len(entries), err)
	}
	if e := entries[0]; e.Actor != "office" || e.Detail != "批次 2 的原始文件" || e.Object != params["filename"] {
		t.Errorf("entry %+v", e)
	}
}
