package server

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

func TestEnterpriseList(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	d := b.page("/chains/ne/lists/enterprises?sort=-revenue&role=链主")
	if got := strings.Join(texts(d.Selection, "thead th"), "|"); got != "序|企业名称|环节|企业角色|区域|1—10月营业收入|上年同期(本年填报)|同比|资质及有效期|状态" {
		t.Errorf("columns: %s", got)
	}
	if got := folded(d.Find("tbody tr").First().Text()); !strings.HasPrefix(got, "1示例癸酉正极股份有限公司磷酸铁锂正极链主示例县经济开发区189 741.8171 865.39+10.4%") {
		t.Errorf("first row: %s", got)
	}
	if got := d.Find("th[aria-sort=descending] a").AttrOr("href", ""); got != "?role=%E9%93%BE%E4%B8%BB&sort=revenue" {
		t.Errorf("the head of the sorted column leads to %s", got)
	}
	if got := d.Find("select[name=role] option[selected]").AttrOr("value", ""); got != "链主" {
		t.Errorf("filter shows %q", got)
	}
	found := d.Find("tbody tr").Length()
	if got := folded(d.Find("tfoot td").Eq(1).Text()); found == 0 || got != folded(d.Find(".pages .num").Last().Text())+" 条合计" {
		t.Errorf("%d rows, total line %q", found, got)
	}
}

func TestListPages(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("office").page("/chains/all/lists/enterprises?page=2&size=20")
	expect(t, d, "tbody tr td", "21")
	expect(t, d, ".pages", "上一页第 2 / 8 页，共 151 条下一页")
	lines := texts(d.Selection, "tfoot tr")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "本页 20 条小计") || !strings.HasPrefix(lines[1], "151 条合计") || !strings.Contains(lines[1], "1 964 993.25") {
		t.Errorf("lines under the table: %q", lines)
	}
}

func TestListForViewers(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/chains/all/lists/enterprises?q=铜箔")
	if got := strings.Join(texts(d.Selection, "thead th"), "|"); strings.Contains(got, "营业收入") || strings.Contains(got, "同比") {
		t.Errorf("a viewer sees figures of firms: %s", got)
	}
	if w := b.get("/chains/all/lists/enterprises?sort=-revenue"); w.Code != http.StatusBadRequest {
		t.Errorf("sorted by what is withheld: %d", w.Code)
	}
	if w := b.get("/chains/all/lists/none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown list: %d", w.Code)
	}
}

func TestListWithoutRows(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("viewer").page("/chains/ne/lists/projects?q=没有这个词")
	expect(t, d, ".state p", "没有符合条件的记录")
	if got := d.Find(".state a").AttrOr("href", ""); got != "/chains/ne/lists/projects" {
		t.Errorf("the way out leads to %q", got)
	}
}

func TestProjectsLeadToTheList(t *testing.T) {
	st := sampleSite(t)
	w := st.signedIn("viewer").get("/projects?stage=signed")
	if got := w.Header().Get("Location"); got != "/chains/all/lists/projects?stage=signed" {
		t.Errorf("led to %q", got)
	}
}

func TestListFile(t *testing.T) {
	st := sampleSite(t)
	w := st.signedIn("office").get("/chains/ne/lists/projects.xlsx?stage=started")
	if w.Code != http.StatusOK || !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) || w.Header().Get("Content-Type") != workbookType {
		t.Errorf("%d %s", w.Code, w.Header().Get("Content-Type"))
	}
}

func TestListAPI(t *testing.T) {
	st := sampleSite(t)
	var page struct {
		Rows  []map[string]any
		Total int
	}
	w := st.signedIn("office").get("/api/v1/chains/ne/lists/enterprises?sort=-revenue&size=1")
	if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	if page.Total != 95 || len(page.Rows) != 1 || page.Rows[0]["revenue"] != 189741.8 {
		t.Errorf("%d rows in all, %v", page.Total, page.Rows)
	}
}

func TestProjectDetail(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	d := b.page("/chains/all/lists/projects/XM043")
	expect(t, d, ".whead h1", "新能源线束项目")
	expect(t, d, ".tline li.o", "竣工逾期 143 天") // the plan said 30 June, it is 20 November
	if got := d.Find(`a.src[href="/imports/1"]`).First().Text(); got != "项目清单!A44" {
		t.Errorf("source of the code: %q", got)
	}
	if got := d.Find(".hist li").Length(); got != 1 {
		t.Errorf("%d revisions", got)
	}
	if w := b.get("/chains/all/lists/projects/none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown project: %d", w.Code)
	}
}

func TestEnterpriseDetail(t *testing.T) {
	st := sampleSite(t)
	const path = "/chains/ne/lists/enterprises/91369921MA2RFT006E"
	d := st.signedIn("office").page(path)
	expect(t, d, ".two .stack:last-child .box h2", "营业收入单位 万元")
	expect(t, d, ".two .kv .num", "189 741.8")
	expect(t, d, "details .wt tbody tr", "2026年10月189 741.8171 865.39+10.4%21 514.71快报")
	if !strings.Contains(d.Find(".dl").Text(), "联系电话") {
		t.Error("the office sees no telephone")
	}
	closed := st.signedIn("viewer").page(path)
	if text := closed.Find(".wmain").Text(); strings.Contains(text, "联系电话") || strings.Contains(text, "189 741.8") || closed.Find(".kv").Length() > 0 {
		t.Error("a viewer sees contacts or figures of a firm")
	}
}
