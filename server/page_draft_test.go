package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

const draftOctober = "/documents/draft?chain=ne&month=2026-10&kind=bulletin"

// TestDraft: a paragraph is reworded on its page, the paper says it, whoever had the
// page open before is told and keeps what was typed.
func TestDraft(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	page := b.page(draftOctober)
	was := page.Find("input[name=was-p1]").AttrOr("value", "")
	serial := page.Find("input[name=serial]").AttrOr("value", "")
	if !strings.HasPrefix(was, "1—10月，") || page.Find("textarea").Length() < 5 || page.Find(".paper table").Length() == 0 {
		t.Fatalf("the draft begins with %q and has %d fields", was, page.Find("textarea").Length())
	}
	drawn := page.Find(".paperfig img").AttrOr("src", "")
	if w := b.get(drawn); w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/png" || !strings.Contains(drawn, "chain=ne") {
		t.Errorf("the picture at %q: %d %s", drawn, w.Code, w.Header().Get("Content-Type"))
	}
	typed := url.Values{"serial": {serial}, "was-number": {"【文号】"}, "number": {"示链办[2026]12号"}, "was-p1": {was}, "p1": {"<b>总体平稳</b>。"}}
	if w := b.post(draftOctober, typed); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	page = b.page(draftOctober)
	if got := page.Find("#p1").Text(); got != "<b>总体平稳</b>。" || !strings.Contains(page.Find("form.paper").Text(), "原文："+was) || page.Find("#number").AttrOr("value", "") != "示链办〔2026〕12号" {
		t.Errorf("%q, number %s", got, page.Find("#number").AttrOr("value", ""))
	}
	typed.Set("p1", "另一种说法。")
	if w := b.post(draftOctober, typed); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "另一种说法。") || !strings.Contains(w.Body.String(), "刚被别人改过") {
		t.Errorf("a page of before: %d", w.Code)
	}
	gone := url.Values{"serial": {page.Find("input[name=serial]").AttrOr("value", "")}, "was-number": {"【文号】"}, "number": {"示链办〔2026〕12号"}, "was-p1": {"一段数据变了的话。"}, "p1": {"没有丢的话。"}}
	if w := b.post(draftOctober, gone); w.Code != http.StatusSeeOther || !strings.Contains(folded(b.page(draftOctober).Find("#unused").Text()), "没有丢的话。") {
		t.Errorf("what was typed for a paragraph that changed meanwhile is lost: %d", w.Code)
	}
	for file, want := range map[string]int{"docx?chain=ne&kind=bulletin": http.StatusOK, "docx?chain=ne&kind=bulletin&marks=1": http.StatusOK, "pdf?chain=ne&kind=bulletin&marks=1": http.StatusUnsupportedMediaType} {
		if w := b.get("/api/v1/briefings/2026-10." + file); w.Code != want {
			t.Errorf("%s: %d", file, w.Code)
		}
	}
	viewer := st.signedIn("viewer")
	for _, path := range []string{draftOctober, "/documents/template", "/api/v1/document-templates/bulletin", "/api/v1/briefings/2026-10.docx?chain=ne&marks=1"} {
		if w := viewer.get(path); w.Code != http.StatusForbidden {
			t.Errorf("a viewer gets %s: %d", path, w.Code)
		}
	}
	if w := b.get("/documents/draft?kind=annex"); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("附表 edited: %d", w.Code)
	}
}

// TestDocumentTemplatePage: a preview keeps nothing, a fault is told beside the text,
// what is saved stands in the paper and can be taken back.
func TestDocumentTemplatePage(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	const path = "/documents/template?chain=ne&month=2026-10&kind=bulletin"
	mine := "【标题】\n{县}{对象}月报\n【经济运行】\n营业收入{营业收入}。\n{主要指标表}"
	w := b.post(path, url.Values{"version": {"0"}, "text": {mine}, "preview": {"1"}})
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "示例县新能源产业链月报") {
		t.Fatalf("preview: %d", w.Code)
	}
	if page := b.page(path); strings.Contains(page.Find("#text").Text(), "月报") {
		t.Error("a preview was kept")
	}
	letter := "【版头】\n{县}链长办文件\n" + mine + "\n【印发】\n{县}链长办\n【附件】\n{附表}\n"
	w = b.post(path, url.Values{"version": {"0"}, "text": {letter}, "preview": {"1"}})
	for _, want := range []string{`<p class="paperred">示例县链长办文件</p>`, "附件：2026年1—10月示例县新能源产业链运行情况附表", "日印发"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the preview of a letter lacks %s", want)
		}
	}
	if w := b.post(path, url.Values{"version": {"0"}, "text": {mine + "\n{营收}"}}); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "第6行：没有{营收}这个字段") || !strings.Contains(w.Body.String(), "月报") {
		t.Errorf("a wrong field: %d", w.Code)
	}
	if w := b.post(path, url.Values{"version": {"0"}, "text": {mine}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if page := b.page(draftOctober); page.Find(".paper h3").Text() != "一、经济运行" {
		t.Errorf("the paper has %s", page.Find(".paper h3").Text())
	}
	if w := b.get("/api/v1/document-templates/bulletin"); jsonIn(t, w)["version"] != 1.0 {
		t.Errorf("%s", w.Body)
	}
	if w := b.post(path, url.Values{"version": {"1"}, "text": {mine}, "own": {"1"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("taking back: %d", w.Code)
	}
	if page := b.page(draftOctober); page.Find(".paper h3").Length() < 4 {
		t.Error("the program's own template is not back")
	}
}
