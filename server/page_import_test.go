package server

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// goodFirm is an enterprise of the sample; badFirm has a wrong check digit.
const (
	goodFirm = "91369921MAPGH8108J"
	badFirm  = "91369921MAPGH8108X"
)

func handedIn(t *testing.T, b *browser, rows ...[]string) string {
	t.Helper()
	header := []string{"统一社会信用代码", "企业名称", "主要产品", "产业链"}
	w := b.upload("企业.xlsx", sheet(t, "企业清单", header, rows...), true)
	var answer struct{ Location string }
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code != http.StatusOK {
		t.Fatalf("upload: %d %s", w.Code, w.Body)
	}
	return answer.Location
}

func (b *browser) products() string {
	return folded(b.page("/chains/ne/lists/enterprises/" + goodFirm).Find(`dt:contains(主要产品) + dd`).Contents().First().Text())
}

func TestImportFromPreviewToUndo(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	before := b.products()
	path := handedIn(t, b, []string{goodFirm, "示例壬子循环有限公司", "再生石墨", "ne"})
	d := b.page(path)
	expect(t, d, ".whead .tag", "已预览")
	if got := strings.Join(texts(d.Selection, ".sum > div"), "|"); got != "1读取行数|0新增|1更新|0未变|0提醒|0错误" {
		t.Errorf("counts: %s", got)
	}
	if b.products() != before {
		t.Fatal("a preview changed the register")
	}
	if w := b.post(path+"/apply", url.Values{}); w.Header().Get("Location") != path {
		t.Fatalf("apply: %d %s", w.Code, w.Body)
	}
	d = b.page(path)
	expect(t, d, ".whead .tag", "已写入")
	expect(t, d, ".note-g", "批次 2 已写入，各页面已按新数据显示")
	if got := b.products(); got != "再生石墨" {
		t.Errorf("applied: %q", got)
	}
	if got := b.page("/imports").Find("tbody tr").Length(); got != 2 {
		t.Errorf("%d batches in the list", got)
	}
	if w := b.post(path+"/undo", nil); w.Header().Get("Location") != path {
		t.Fatalf("undo: %d %s", w.Code, w.Body)
	}
	expect(t, b.page(path), ".whead .tag", "已撤销")
	if got := b.products(); got != before {
		t.Errorf("undone: %q, was %q", got, before)
	}
	again := b.post(path+"/undo", nil)
	if again.Code != http.StatusConflict {
		t.Errorf("a second undo: %d", again.Code)
	}
	expect(t, document(t, again), ".note-r", "批次 2 是“已撤销”状态，没有可以撤销的写入")
}

func TestImportWithRefusedRows(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	path := handedIn(t, b,
		[]string{goodFirm, "示例壬子循环有限公司", "再生石墨", "ne"},
		[]string{badFirm, "示例错码有限公司", "石墨", "ne"})
	d := b.page(path)
	row := texts(d.Find("table.probs tbody tr").First(), "td")
	if len(row) != 7 || row[0] != "错误" || row[1] != "企业清单" || row[2] != "A4" || row[3] != "统一社会信用代码" || row[4] != badFirm {
		t.Errorf("first problem: %q", row)
	}
	if _, off := d.Find(".btn.pri").Attr("disabled"); !off {
		t.Error("写入 can be pressed although a row was refused")
	}
	w := b.post(path+"/apply", url.Values{})
	if w.Code != http.StatusBadRequest {
		t.Errorf("applied all the same: %d", w.Code)
	}
	expect(t, document(t, w), ".note-r", "有 1 行没有通过，什么都没有写入。请按问题清单改正后重新导入，或选择只写入通过的行")
	if w := b.post(path+"/apply", url.Values{"good_rows": {"1"}}); w.Header().Get("Location") != path {
		t.Fatalf("the good rows: %d %s", w.Code, w.Body)
	}
	if got := b.products(); got != "再生石墨" {
		t.Errorf("the good row is not there: %q", got)
	}
}

func TestImportProblemsByLevel(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	d := b.page("/imports/1")
	if got := d.Find("table.probs tbody tr").Length(); got != 19 {
		t.Errorf("%d problems of the sample", got)
	}
	if got := b.page("/imports/1?level=error").Find("table.probs tbody tr").Length(); got != 0 {
		t.Errorf("%d errors of the sample", got)
	}
	if w := b.get("/imports/99"); w.Code != http.StatusNotFound {
		t.Errorf("unknown batch: %d", w.Code)
	}
	if w := b.get("/imports/1/original"); w.Code != http.StatusOK || w.Body.Len() < 100_000 {
		t.Errorf("original: %d, %d bytes", w.Code, w.Body.Len())
	}
}

func TestImportWithoutScripts(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	w := b.upload("企业.xlsx", sheet(t, "企业清单", []string{"统一社会信用代码", "企业名称"}, []string{goodFirm, "示例壬子循环有限公司"}), false)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/imports/2" {
		t.Errorf("%d to %q", w.Code, w.Header().Get("Location"))
	}
	w = b.upload("不是表格.xlsx", []byte("hello"), false)
	if d := document(t, w); w.Code != http.StatusUnsupportedMediaType || d.Find(".note-r").Length() != 1 || d.Find("form.drop").Length() != 1 {
		t.Errorf("a file that is no workbook: %d", w.Code)
	}
	w = b.upload("不是表格.xlsx", []byte("hello"), true)
	var answer struct{ Error struct{ Message string } }
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code < 400 || answer.Error.Message == "" {
		t.Errorf("the same for the script: %d %s", w.Code, w.Body)
	}
}
