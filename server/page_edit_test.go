package server

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"chainboard/office"
)

// listSite is a site with one or two rows in each register.
func listSite(t *testing.T) *site {
	t.Helper()
	st := newSite(t)
	st.addUser("office", "chain_office")
	st.addUser("viewer", "viewer")
	for _, s := range []struct {
		name string
		rows [][]string
	}{
		{"产业链", [][]string{{"编码", "名称"}, {"ne", "新能源"}}},
		{"环节", [][]string{{"产业链", "编码", "名称", "位置", "细分链"}, {"ne", "cell", "电芯", "中游", "锂电"}}},
		{"企业清单", [][]string{{"统一社会信用代码", "企业名称", "产业链", "环节", "联系电话"}, {"91369921MA2RFT006E", "示例中航锂电有限公司", "ne", "电芯", "13800000000"}}},
		{"技术路线", [][]string{{"产业链", "环节", "技术", "阶段", "起始年", "目标年"}, {"ne", "电芯", "TOPCon/HJT+叠片", "中试", "2024", "2027"}}},
		{"集群清单", [][]string{{"名称", "产业链", "规上企业数", "营业收入"}, {"示例锂电集群", "ne", "2", "88120"}, {"示例铜集群", "ne", "9", "70000"}}},
		{"平台清单", [][]string{{"名称", "产业链", "有效期至"}, {"=示例实验室", "ne", "2026-12-31"}}},
		{"问题清单", [][]string{{"编号", "企业", "内容", "提出日期", "主办单位", "交办日期", "办理时限", "状态"}, {"", "91369921MA2RFT006E", "用电负荷不足", "2026-09-01", "县供电公司", "2026-11-02", "5", "办理中"}}},
		{"政策清单", [][]string{{"文号", "名称", "发布日期"}, {"", "示例县若干措施", "2026-01-05"}}},
	} {
		u := office.Upload{Name: s.name + ".xlsx", Data: sheet(t, s.name, s.rows[0], s.rows[1:]...), Actor: office.Actor{Name: "office"}}
		if i, err := st.office.ImportFile(t.Context(), u); err != nil {
			t.Fatalf("%v %+v", err, i.Problems)
		}
	}
	return st
}

// fields returns what the page's first form would send.
func fields(d *goquery.Document, action string) url.Values {
	values := url.Values{}
	d.Find(`form[action$="` + action + `"]`).First().Find("input[name], select[name], textarea[name]").Each(func(_ int, s *goquery.Selection) {
		value := s.AttrOr("value", "")
		switch goquery.NodeName(s) {
		case "textarea":
			value = s.Text()
		case "select":
			chosen := s.Find("option[selected]")
			value = chosen.AttrOr("value", chosen.Text())
		}
		values.Set(s.AttrOr("name", ""), value)
	})
	return values
}

func TestEditInTheBrowsersWay(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	const item = "/chains/ne/lists/issues/WT0001"
	if got := b.page(item).Find(".whead a.pri").AttrOr("href", ""); got != item+"/edit" {
		t.Errorf("the detail leads to %q", got)
	}
	d := b.page(item + "/edit")
	expect(t, d, ".whead h1", "修改问题")
	if got := d.Find(`input[name="f.code"]`); got.AttrOr("value", "") != "WT0001" || got.AttrOr("readonly", "no") == "no" {
		t.Error("the number can be changed")
	}
	if got := d.Find(`input[name="f.raised_on"]`).AttrOr("type", ""); got != "date" {
		t.Errorf("a date is typed into %s", got)
	}
	if got := d.Find("datalist#names-enterprise option").AttrOr("value", ""); got != "示例中航锂电有限公司" {
		t.Errorf("enterprises offered: %q", got)
	}
	form, stale := fields(d, "/edit"), fields(d, "/edit")
	form.Set("f.assigned_on", "11月3日")
	form.Set("f.limit_days", "半个月")
	form.Set("f.progress", "第一行\r\n<b>第二行</b>")
	w := b.post(item+"/edit", form)
	d = document(t, w)
	if w.Code != http.StatusBadRequest {
		t.Fatalf("wrong fields: %d", w.Code)
	}
	expect(t, d, ".form > .err", "有内容需要改正，改好后再保存")
	for _, name := range []string{"f.assigned_on", "f.limit_days"} {
		x := d.Find(`input[name="` + name + `"]`)
		if x.AttrOr("value", "") != form.Get(name) || x.AttrOr("aria-invalid", "") != "true" || x.AttrOr("type", "") != "text" {
			t.Errorf("%s: %q is not kept", name, x.AttrOr("value", ""))
		}
	}
	if got := d.Find(`textarea[name="f.progress"]`).Text(); got != "第一行\n<b>第二行</b>" {
		t.Errorf("progress came back as %q", got)
	}
	form.Set("f.assigned_on", "2026年11月3日")
	form.Set("f.limit_days", "10个工作日")
	if w := b.post(item+"/edit", form); w.Code == http.StatusSeeOther {
		t.Error("10个工作日 is no number of a known unit and was taken")
	}
	form.Set("f.limit_days", "10")
	w = b.post(item+"/edit", form)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != item {
		t.Fatalf("saved: %d %s", w.Code, w.Body)
	}
	expect(t, b.page(item), ".note", "已保存")
	clash(t, b, item, stale)
}

// clash saves a form that was opened before another was saved.
func clash(t *testing.T, b *browser, item string, stale url.Values) {
	t.Helper()
	stale.Set("f.progress", "我的进展")
	stale.Set("f.origin", "走访")
	w := b.post(item+"/edit", stale)
	d := document(t, w)
	if w.Code != http.StatusConflict {
		t.Fatalf("an old form: %d", w.Code)
	}
	if got := folded(d.Find(".note-y").Text()); !strings.HasPrefix(got, "office 于 2026-11-20 09:00 保存了这条记录") {
		t.Errorf("who was faster: %q", got)
	}
	both := map[string]string{}
	d.Find(".fld.theirs").Each(func(_ int, s *goquery.Selection) {
		both[s.Find("label").Text()] = folded(s.Find(".both").Text())
	})
	for label, want := range map[string]string{
		"办理进展": "您填的在上面，清单中现在是“第一行 <b>第二行</b>”；保存将以您填的为准",
		"交办日期": "已被改为“2026-11-03”，您打开时是“2026-11-02”，上面已换成新值",
		"办理时限": "已被改为“10”，您打开时是“5”，上面已换成新值",
	} {
		if both[label] != want {
			t.Errorf("%s: %q, want %q", label, both[label], want)
		}
	}
	again := fields(d, "/edit")
	if len(both) != 3 || again.Get("f.progress") != "我的进展" || again.Get("f.origin") != "走访" || again.Get("f.limit_days") != "10" {
		t.Errorf("%v, form %v", both, again)
	}
	if w := b.post(item+"/edit", again); w.Code != http.StatusSeeOther {
		t.Errorf("saved again: %d", w.Code)
	}
	if got := texts(b.page(item).Selection, "#history li b"); len(got) == 0 || got[0] != "修改" {
		t.Errorf("history %v", got)
	}
}

func TestNewAndWithdrawnRecord(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	if got := b.page("/chains/ne/lists/clusters").Find(`.whead a[href="/chains/ne/lists/clusters/new"]`).Text(); got != "新增" {
		t.Errorf("the list offers %q", got)
	}
	form := fields(b.page("/chains/ne/lists/clusters/new"), "/new")
	if form.Get("f.chain") != "新能源" {
		t.Errorf("a new record begins with %v", form)
	}
	form.Set("f.name", "光伏/储能+集群")
	w := b.post("/chains/ne/lists/clusters/new", form)
	item := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || item != "/chains/ne/lists/clusters/%E5%85%89%E4%BC%8F%2F%E5%82%A8%E8%83%BD+%E9%9B%86%E7%BE%A4" {
		t.Fatalf("%d %s", w.Code, item)
	}
	expect(t, b.page(item), ".whead h1", "光伏/储能+集群")
	withdraw := fields(b.page(item+"/edit"), "/withdraw")
	w = b.post(item+"/withdraw", withdraw)
	if d := document(t, w); w.Code != http.StatusBadRequest || folded(d.Find("#withdraw .err").Text()) != "请填写撤回原因，最多200个字" {
		t.Errorf("without a reason: %d", w.Code)
	}
	withdraw.Set("reason", "并入其他集群")
	if w = b.post(item+"/withdraw", withdraw); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/chains/ne/lists/clusters" {
		t.Errorf("withdrawn: %d", w.Code)
	}
	if got := texts(b.page("/chains/ne/lists/clusters").Selection, "tbody td.b"); strings.Join(got, " ") != "示例锂电集群 示例铜集群" {
		t.Errorf("left: %v", got)
	}
	const firm = "/chains/ne/lists/enterprises/91369921MA2RFT006E"
	withdraw = fields(b.page(firm+"/edit"), "/withdraw")
	withdraw.Set("reason", "重复")
	w = b.post(firm+"/withdraw", withdraw)
	d := document(t, w)
	if w.Code != http.StatusConflict || !strings.Contains(d.Find("#withdraw .err").Text(), "问题清单“用电负荷不足”") || d.Find("#reason").AttrOr("value", "") != "重复" {
		t.Errorf("what is referred to: %d %s", w.Code, folded(d.Find("#withdraw .err").Text()))
	}
}

func TestViewersEditNothing(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("viewer")
	const item = "/chains/ne/lists/issues/WT0001"
	for _, path := range []string{item + "/edit", "/chains/ne/lists/issues/new", listsPath} {
		if w := b.get(path); w.Code != http.StatusForbidden {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	for _, path := range []string{item + "/edit", item + "/withdraw", "/chains/ne/lists/issues/new", listsPath} {
		if w := b.post(path, url.Values{"version": {"1"}}); w.Code != http.StatusForbidden {
			t.Errorf("post %s: %d", path, w.Code)
		}
	}
	if n := b.page(item).Find(`a[href$="/edit"]`).Length() + b.page("/chains/ne/lists/issues").Find(`a[href$="/new"]`).Length(); n != 0 {
		t.Error("a viewer is offered to edit")
	}
}

func TestEveryListHasPages(t *testing.T) {
	st := listSite(t)
	office, viewer := st.signedIn("office"), st.signedIn("viewer")
	for list, want := range map[string]string{
		"clusters":     "示例锂电集群 示例铜集群",
		"issues":       "用电负荷不足",
		"bottlenecks":  "用电负荷不足",
		"policies":     "示例县若干措施",
		"platforms":    "=示例实验室",
		"technologies": "TOPCon/HJT+叠片",
	} {
		d := office.page("/chains/ne/lists/" + list)
		if got := strings.Join(texts(d.Selection, "tbody td.b"), " "); got != want {
			t.Errorf("%s: %q", list, got)
		}
		detail := d.Find("tbody td.b a").First().AttrOr("href", "")
		expect(t, viewer.page(detail), ".whead h1", strings.Fields(want)[0])
		if got := len(texts(office.page(detail).Selection, "#history li")); got != 1 {
			t.Errorf("%s has %d revisions", detail, got)
		}
		if got := jsonInOK(t, viewer, "/api/v1/chains/ne/lists/"+list)["total"]; jsonNumber(got) == "0" {
			t.Errorf("%s by the API: %v", list, got)
		}
	}
	if got := folded(viewer.page("/chains/ne/lists/clusters?sort=name").Find("tbody tr").Last().Text()); !strings.Contains(got, "隐去") || strings.Contains(got, "88 120") {
		t.Errorf("a cluster of two firms shows a viewer %q", got)
	}
	row := office.page("/chains/ne/lists/issues").Find(".wt.tall tbody tr").First()
	if got := folded(row.Find(`td[data-l="时限"]`).Text()); got != "逾期9个工作日" { // 5 working days from 2 November end on the 9th
		t.Errorf("deadline %q", got)
	}
	if got := viewer.get("/issues?sort=due").Header().Get("Location"); got != "/chains/all/lists/issues?sort=due" {
		t.Errorf("led to %q", got)
	}
	for words, want := range map[string]int{"zhonghang": 1, "zhld": 1, "hanglidian": 1, "zhongli": 0} {
		if got := office.page("/chains/all/lists/enterprises?q=" + words).Find("tbody tr").Length(); got != want {
			t.Errorf("%s finds %d", words, got)
		}
	}
}

func TestListColumnsAndCSV(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	d := b.page("/chains/ne/lists/platforms?columns=valid_until,host&sort=name&columns=type")
	if got := strings.Join(texts(d.Selection, "thead th"), "|"); got != "序|名称|有效期至|依托单位|类型" {
		t.Errorf("columns %s", got)
	}
	if got := d.Find("thead a").Last().AttrOr("href", ""); got != "?columns=valid_until%2Chost&columns=type&sort=type" {
		t.Errorf("sorting loses the columns: %s", got)
	}
	if got := d.Find(".menu input[type=checkbox]:checked, .menu input[checked]").Length(); got != 3 {
		t.Errorf("%d columns ticked", got)
	}
	var file *httptest.ResponseRecorder
	for _, a := range d.Find(".whead .btn").Nodes {
		for _, x := range a.Attr {
			if x.Key == "href" && strings.Contains(x.Val, ".csv") {
				file = b.get(x.Val)
			}
		}
	}
	want := "\ufeff名称,有效期至,依托单位,类型\r\n'=示例实验室,2026-12-31,,\r\n"
	if file == nil || file.Body.String() != want || file.Header().Get("Content-Type") != csvType {
		t.Errorf("file %q", file.Body)
	}
	if w := b.get("/chains/ne/lists/platforms?columns=nothing"); w.Code != http.StatusBadRequest {
		t.Errorf("an unknown column: %d", w.Code)
	}
	closed := st.signedIn("viewer").get("/chains/ne/lists/enterprises.csv?columns=phone&columns=products")
	if bytes.Contains(closed.Body.Bytes(), []byte("138")) || !strings.HasPrefix(closed.Body.String(), "\ufeff企业名称,主要产品\r\n") {
		t.Errorf("a viewer's file %q", closed.Body)
	}
}

func TestListSetting(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	nav := func() string {
		return strings.Join(texts(b.page("/chains/all/lists/projects").Selection, `.side a[href*="/lists/"]`), " ")
	}
	if got := nav(); got != "企业清单 项目清单 集群清单 问题清单 政策清单 走访记录 议定事项 招商活动 招商目标 资金到位" {
		t.Errorf("navigation %s", got)
	}
	b.post(listsPath, url.Values{"version": {"0"}, "preset": {"second"}})
	if got := nav(); got != "企业清单 项目清单 平台清单 技术清单 瓶颈清单 走访记录 议定事项 招商活动 招商目标 资金到位" {
		t.Errorf("second preset: %s", got)
	}
	form := fields(b.page(listsPath), listsPath)
	form.Del("shown.platforms")
	for name := range form { // unticked boxes are not sent
		if strings.HasPrefix(name, "shown.") && b.page(listsPath).Find(`input[name="`+name+`"][checked]`).Length() == 0 {
			form.Del(name)
		}
	}
	form.Set("name.bottlenecks", "堵点清单")
	form.Set("place.bottlenecks", "0")
	if w := b.post(listsPath, form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if got := nav(); got != "堵点清单 企业清单 项目清单 技术清单 走访记录 议定事项 招商活动 招商目标 资金到位" {
		t.Errorf("renamed: %s", got)
	}
	expect(t, b.page("/chains/ne/lists/bottlenecks"), ".whead h1", "堵点清单")
	if w := b.post(listsPath, form); w.Code != http.StatusConflict {
		t.Errorf("an old form: %d", w.Code)
	}
	form = fields(b.page(listsPath), listsPath)
	form.Set("name.projects", "企业清单")
	w := b.post(listsPath, form)
	if d := document(t, w); w.Code != http.StatusBadRequest || folded(d.Find(".listset .err").Text()) != "与另一张清单同名" {
		t.Errorf("two of a name: %d", w.Code)
	}
}

func TestFirmsSeeTheirOwnLists(t *testing.T) {
	st := listSite(t)
	st.addUser("firm", "enterprise")
	b := st.signedIn("firm")
	if got := texts(b.page("/chains/all/lists/policies").Selection, `.side a[href*="/lists/"]`); strings.Join(got, " ") != "企业清单 项目清单 问题清单 政策清单" {
		t.Errorf("navigation %v", got)
	}
	if w := b.get("/chains/all/lists/clusters"); w.Code != http.StatusForbidden {
		t.Errorf("clusters: %d", w.Code)
	}
	if got := b.page("/chains/all/lists/issues").Find("tbody tr").Length(); got != 0 {
		t.Errorf("%d issues of another firm", got)
	}
}

// What a county calls a list is what its page, navigation, file and the API call it.
func TestListSettingEverywhere(t *testing.T) {
	st := listSite(t)
	b := st.signedIn("office")
	form := fields(b.page(listsPath), listsPath)
	for name := range form { // unticked boxes are not sent
		if strings.HasPrefix(name, "shown.") && b.page(listsPath).Find(`input[name="`+name+`"][checked]`).Length() == 0 {
			form.Del(name)
		}
	}
	form.Set("name.issues", "问题/困难清单")
	if w := b.post(listsPath, form); w.Code != http.StatusBadRequest || !strings.Contains(folded(document(t, w).Find(".listset .err").Text()), "名称不能有") {
		t.Errorf("a name that no file can bear: %d", w.Code)
	}
	form.Set("name.issues", "问题困难清单")
	form.Set("name.visits", "走访台账")
	form.Set("place.issues", "0")
	if w := b.post(listsPath, form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	d := b.page("/chains/ne/lists/issues")
	expect(t, d, ".whead h1", "问题困难清单")
	if got := texts(d.Selection, `.side a[href*="/lists/"]`); got[0] != "问题困难清单" || !slices.Contains(got, "走访台账") || slices.Contains(got, "走访记录") {
		t.Errorf("navigation %v", got)
	}
	if got := jsonInOK(t, b, "/api/v1/chains/ne/lists/issues"); got["name"] != "问题困难清单" || got["list"] != "issues" {
		t.Errorf("API calls %v %v", got["list"], got["name"])
	}
	for _, ending := range []string{".xlsx", ".csv"} {
		w := b.get("/chains/ne/lists/issues" + ending)
		name := w.Header().Get("Content-Disposition")
		if w.Code != http.StatusOK || !strings.Contains(name, url.PathEscape("问题困难清单")) {
			t.Errorf("%d %s", w.Code, name)
		}
	}
}
