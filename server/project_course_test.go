package server

import (
	"mime"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

const projectPath = "/chains/ne/lists/projects/XM1"

// courseSite is a site with an enterprise's project in renminbi and one in dollars.
func courseSite(t *testing.T) *site {
	t.Helper()
	st := listSite(t)
	rows := sheet(t, "项目清单", []string{"项目编码", "项目名称", "产业链", "业主企业", "总投资", "合同资金", "币种", "签约日期", "注册日期", "计划开工"},
		[]string{"XM1", "电芯项目", "ne", "91369921MA2RFT006E", "5000", "4000", "人民币", "2026-03-02", "2026-04-01", "2026-06-30"},
		[]string{"XM2", "美资项目", "ne", "", "900", "800", "美元", "2026-05-08", "", ""})
	if i, err := st.office.ImportFile(t.Context(), office.Upload{Name: "项目.xlsx", Data: rows, Actor: office.Actor{Name: "office"}}); err != nil {
		t.Fatalf("%v %+v", err, i.Problems)
	}
	st.addUser("leader", "chain_leader")
	st.addUser("bureau", "department")
	own := industry.User{Name: "firm", Roles: []industry.Role{industry.RoleEnterprise}, Enterprise: "91369921MA2RFT006E"}
	if _, err := st.office.AddUser(t.Context(), own, password, office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	st.addUser("other", "enterprise")
	return st
}

// hand sends a form with a file as a page of ours does.
func (b *browser) hand(t *testing.T, path, name, content string, fields map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	r := workbookForm(t, path, name, []byte(content), fields)
	r.Header.Set("Origin", "http://example.com")
	return b.send(r)
}

// stage takes a step of a stage as its page offers it.
func (b *browser) stage(t *testing.T, stage, step, on, note string) *httptest.ResponseRecorder {
	t.Helper()
	version := b.page(projectPath+"/stages/"+stage+"?step="+step).Find(`input[name="version"]`).AttrOr("value", "")
	return b.hand(t, projectPath+"/stages/"+stage, "", "", map[string]string{"version": version, "step": step, "f.on": on, "f.note": note})
}

// Files are fetched as attachments by those who may see single enterprises, an
// enterprise its own project's; nobody else so much as learns their names.
func TestAttachmentsByRole(t *testing.T) {
	st := courseSite(t)
	b := st.signedIn("office")
	const content = "%PDF-1.7 机密合同"
	hostile := "..\\..\\机密\u202e合同\r\n\"" + strings.Repeat("长", 300) + ".pdf"
	if w := b.hand(t, projectPath+"/attachments", hostile, content, nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != projectPath+"#files" {
		t.Fatalf("handed in: %d %s", w.Code, w.Body)
	}
	file := b.page(projectPath).Find("#files .filelist a").First()
	address, name := file.AttrOr("href", ""), file.Text()
	if len([]rune(name)) != 100 || !strings.HasPrefix(name, "机密合同") || strings.ContainsAny(name, "\\\r\n\"\u202e") {
		t.Errorf("kept as %q", name)
	}
	for user, want := range map[string]int{"office": 200, "leader": 200, "firm": 200, "bureau": 403, "viewer": 403, "other": 404} {
		w := st.signedIn(user).get(address)
		if w.Code != want {
			t.Errorf("%s fetches: %d, want %d", user, w.Code, want)
		}
		if shown := w.Body.String() == content; shown != (want == 200) {
			t.Errorf("%s sees the content: %t", user, shown)
		}
		if want == 200 {
			kind, params, err := mime.ParseMediaType(w.Header().Get("Content-Disposition"))
			if err != nil || kind != "attachment" || params["filename"] != name || w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Content-Type") != "application/pdf" {
				t.Errorf("%s: %v %v", user, w.Header(), err)
			}
		}
		if w := st.signedIn(user).get(projectPath); user != "other" && strings.Contains(w.Body.String(), "机密合同") != (want == 200) {
			t.Errorf("%s sees the name on the page: %d", user, w.Code)
		}
		for _, path := range []string{projectPath + "/attachments", address + "/withdraw"} {
			if user == "office" {
				continue
			}
			if w := st.signedIn(user).hand(t, path, "x.txt", "x", nil); w.Code != http.StatusForbidden {
				t.Errorf("%s posts to %s: %d", user, path, w.Code)
			}
		}
	}
	if w := b.get("/chains/ne/lists/projects/XM2/attachments/1"); w.Code != http.StatusNotFound {
		t.Errorf("by way of another record: %d", w.Code)
	}
	if w := b.post(address+"/withdraw", nil); w.Code != http.StatusSeeOther {
		t.Fatalf("withdrawn: %d", w.Code)
	}
	if w := st.signedIn("leader").get(address); w.Code != http.StatusNotFound {
		t.Errorf("a withdrawn file: %d", w.Code)
	}
	if w := b.post(address+"/withdraw", nil); w.Code != http.StatusConflict {
		t.Errorf("withdrawn twice: %d", w.Code)
	}
	st.addUser("auditor", "audit_admin")
	log := strings.Join(texts(st.signedIn("auditor").page("/admin/audit").Selection, "tbody tr"), "\n")
	for _, want := range []string{"上传附件 机密合同", "下载附件 机密合同", "撤下附件 机密合同"} {
		if !strings.Contains(log, want) {
			t.Errorf("the audit log lacks %s", want)
		}
	}
}

// A refused file says why beside the field, on the page it was handed in on.
func TestAttachmentsAreRefused(t *testing.T) {
	st := courseSite(t)
	b := st.signedIn("office")
	for _, c := range []struct {
		name, content string
		code          int
		want          string
	}{
		{"", "", 400, "请选择要上传的文件"},
		{"a.exe", "MZ", 415, "附件只收 .pdf、.jpg"},
		{"a.pdf", "<script>alert(1)</script>", 415, "“a.pdf”的内容不是 .pdf 文件"},
		{"a.txt", strings.Repeat("x", industry.MostAttachmentBytes+1), 413, "文件“a.txt”有 20.0 MB，单个附件最多 20 MB"},
	} {
		w := b.hand(t, projectPath+"/attachments", c.name, c.content, map[string]string{"x": "y"})
		if got := text(document(t, w), "#file-e"); w.Code != c.code || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %d %q", c.name, w.Code, got)
		}
	}
	if w := b.hand(t, projectPath+"/attachments", "a.txt", strings.Repeat("x", attachmentBody), nil); w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "最多 20 MB") {
		t.Errorf("more than a request holds: %d", w.Code)
	}
}

// A project walks from signing to operation, is suspended and resumed, enters a
// stage anew; its page tells all of it, and a viewer's page no note, person or file.
func TestAProjectGoesItsWay(t *testing.T) {
	st := courseSite(t)
	b := st.signedIn("office")
	version := b.page(projectPath+"/stages/started").Find(`input[name="version"]`).AttrOr("value", "")
	w := b.hand(t, projectPath+"/stages/started", "施工许可证.pdf", "%PDF-1.7", map[string]string{"version": version, "step": "reach", "f.on": "2026-07-20", "f.note": "许可证 〔2026〕7号"})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != projectPath+"#track" {
		t.Fatalf("started: %d %s", w.Code, w.Body)
	}
	for _, s := range [][4]string{
		{"suspended", "suspend", "2026-08-01", "甲方资金紧张"},
		{"suspended", "resume", "2026-08-21", "已注资"},
		{"operating", "reach", "2026-10-28", ""},
		{"operating", "evidence", "", "首批产品下线照片已存"},
		{"registered", "correct", "2026-04-03", "执照日期"},
		{"started", "reenter", "2026-11-02", "变更厂址重新开工"},
	} {
		if w := b.stage(t, s[0], s[1], s[2], s[3]); w.Code != http.StatusSeeOther {
			t.Fatalf("%s %s: %d %s", s[0], s[1], w.Code, folded(document(t, w).Find(".err").Text()))
		}
	}
	page := folded(b.page(projectPath).Find("#track").Text())
	for _, want := range []string{"曾暂停 2026-08-01 至 2026-08-21，20 天，原因：甲方资金紧张；恢复情况：已注资", "第2次进入", "施工许可证.pdf", "2026-07-20 → 2026-11-02变更厂址重新开工", "晚125天", "备案—已越过，未登记", "2026-10-28 → 无", "首批产品下线照片已存"} {
		if !strings.Contains(page, want) {
			t.Errorf("the track lacks %q in %s", want, page)
		}
	}
	viewer := folded(st.signedIn("viewer").page(projectPath).Text())
	for _, hidden := range []string{"甲方资金紧张", "施工许可证", "变更厂址", "更正或补充"} {
		if strings.Contains(viewer, hidden) {
			t.Errorf("a viewer sees %s", hidden)
		}
	}
	if !strings.Contains(viewer, "曾暂停 2026-08-01 至 2026-08-21") {
		t.Error("a viewer does not see the suspension")
	}
	if w := st.signedIn("viewer").get(projectPath + "/stages/started"); w.Code != http.StatusForbidden {
		t.Errorf("a viewer opens a stage: %d", w.Code)
	}
	row := jsonInOK(t, b, "/api/v1/chains/ne/lists/projects?q=电芯项目")["rows"].([]any)[0].(map[string]any)
	if row["stage"] != "started" || row["started_on"] != "2026-11-02" || row["operating_on"] != nil || row["suspended_on"] != nil {
		t.Errorf("row %v", row)
	}
	detail := jsonInOK(t, b, "/api/v1/chains/ne/lists/projects/XM1")
	if n := len(detail["stages"].([]any)); n != 12 || len(detail["pauses"].([]any)) != 1 || len(detail["attachments"].([]any)) != 1 || detail["days"] != nil {
		t.Errorf("%d stages, %v", n, detail["pauses"])
	}
}

// What is wrong comes back with what was typed, the pair of dates named.
func TestAStageIsRefusedWithWhatWasTyped(t *testing.T) {
	st := courseSite(t)
	b := st.signedIn("office")
	w := b.hand(t, projectPath+"/stages/started", "许可证.exe", "MZ", map[string]string{"version": "1", "step": "reach", "f.on": "2026-03-31", "f.note": "<b>证</b>"})
	d := document(t, w)
	if w.Code != http.StatusBadRequest {
		t.Fatalf("out of order: %d", w.Code)
	}
	for id, want := range map[string]string{"f.on-e": "早于注册日期 2026-04-01", "file-e": "附件只收 .pdf"} {
		if got := text(d, `[id="`+id+`"]`); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", id, got)
		}
	}
	if d.Find(`input[name="f.on"]`).AttrOr("value", "") != "2026-03-31" || d.Find(`textarea[name="f.note"]`).Text() != "<b>证</b>" {
		t.Error("what was typed is lost")
	}
	if w := b.stage(t, "started", "reach", "2026-11-21", ""); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "日期在今天之后") {
		t.Errorf("in the future: %d", w.Code)
	}
	if w := b.stage(t, "filed", "reach", "2026-05-01", ""); w.Code != http.StatusSeeOther {
		t.Fatalf("filed: %d", w.Code)
	}
	w = b.hand(t, projectPath+"/stages/started", "", "", map[string]string{"version": "1", "step": "reach", "f.on": "2026-06-01", "f.note": "我的说明"})
	if w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "这个项目刚被别人改过") || !strings.Contains(w.Body.String(), "我的说明") {
		t.Errorf("overtaken: %d", w.Code)
	}
	for path, want := range map[string]int{"/stages/none": 404, "/stages/started?step=none": 404, "/stages/signed?step=reach": 409, "/stages/suspended?step=resume": 409} {
		if w := b.get(projectPath + path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	if w := b.get("/chains/ne/lists/issues/WT0001/stages/started"); w.Code != http.StatusNotFound {
		t.Errorf("a stage of an issue: %d", w.Code)
	}
}

// What arrived is entered, corrected and withdrawn, and stands in the ledger, the
// rate and the figures of investment; dollars keep to themselves.
func TestFundsOfAProject(t *testing.T) {
	st := courseSite(t)
	b := st.signedIn("office")
	pay := func(project, on, amount, kind string) *httptest.ResponseRecorder {
		t.Helper()
		form := fields(b.page("/chains/ne/lists/arrivals/new?project="+project), "/arrivals/new")
		form.Set("f.on_date", on)
		form.Set("f.amount", amount)
		form.Set("f.kind", kind)
		form.Set("f.evidence", "机密凭证")
		return b.post("/chains/ne/lists/arrivals/new", form)
	}
	for i, p := range [][4]string{{"XM1", "2026-05-01", "1000", "固定资产"}, {"XM1", "2026-05-01", "200.5", "流动资金"}, {"XM2", "2026-06-01", "400", ""}} {
		if w := pay(p[0], p[1], p[2], p[3]); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/chains/ne/lists/projects/"+p[0]+"#funds" {
			t.Fatalf("payment %d: %d %s", i, w.Code, folded(document(t, w).Find(".err").Text()))
		}
	}
	d := b.page(projectPath)
	if got := strings.Join(texts(d.Selection, "#funds .kv .num"), " "); got != "1 200.5 4 000 30.0% 1 000 200.5" {
		t.Errorf("ledger %q", got)
	}
	if got := strings.Join(texts(b.page("/chains/ne/lists/projects/XM2").Selection, "#funds h2, #funds .kv .num"), " "); got != "资金到位单位 万美元 400 800 50.0% 0 0 400" {
		t.Errorf("in dollars %q", got)
	}
	edit := d.Find("#funds tbody a.btn").Last().AttrOr("href", "")
	form := fields(b.page(edit), "/edit")
	form.Set("f.amount", "1100")
	if w := b.post(edit, form); w.Code != http.StatusSeeOther {
		t.Fatalf("corrected: %d", w.Code)
	}
	inv := jsonInOK(t, b, "/api/v1/chains/ne/investment?from=2026-01-01&to=2026-11-20")["arrived"].(map[string]any)
	if jsonNumber(inv["amount"]) != "1300.5" || jsonNumber(inv["contract"]) != "4000" {
		t.Errorf("the figures of investment %v", inv)
	}
	if w := b.post(strings.TrimSuffix(edit, "/edit")+"/withdraw", map[string][]string{"version": {"2"}, "reason": {"重复登记"}}); w.Code != http.StatusSeeOther || w.Header().Get("Location") != projectPath+"#funds" {
		t.Fatalf("withdrawn: %d %s", w.Code, w.Header().Get("Location"))
	}
	if got := text(b.page(projectPath), "#funds .kv .num"); got != "200.5" {
		t.Errorf("after the withdrawal %q", got)
	}
	for _, user := range []string{"viewer", "bureau"} {
		v := st.signedIn(user)
		list, api := v.get("/chains/ne/lists/arrivals").Body.String(), v.get("/api/v1/chains/ne/lists/arrivals").Body.String()
		if v.page(projectPath).Find("#funds").Length() != 0 || strings.Contains(list+api, "机密凭证") || strings.Contains(list+api, "200.5") {
			t.Errorf("%s sees what was paid", user)
		}
		if ledger := jsonInOK(t, v, "/api/v1/chains/ne/lists/projects/XM1")["ledger"]; ledger != nil {
			t.Errorf("%s sees %v by the API", user, ledger)
		}
	}
	firm := st.signedIn("firm").page(projectPath)
	if firm.Find("#funds tbody tr").Length() != 1 || firm.Find("#funds a").Length() != 0 {
		t.Error("an enterprise does not see its own ledger, or is offered to change it")
	}
	if w := st.signedIn("firm").get("/chains/ne/lists/arrivals"); w.Code != http.StatusForbidden {
		t.Errorf("an enterprise opens the whole ledger: %d", w.Code)
	}
}
