package server

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"chainboard/office"
)

const (
	firmEditions = "/chains/ne/editions/lists/enterprises"
	mapEditions  = "/chains/ne/editions/maps/chain"
)

// editionSite keeps 1.0版 of the enterprises and of the chain map, and an hour
// later another telephone, role and enterprise come in, under a name of no sheet.
func editionSite(t *testing.T) *site {
	t.Helper()
	st := listSite(t)
	b := st.signedIn("office")
	for _, path := range []string{firmEditions, mapEditions} {
		form := url.Values{"name": {"1.0版"}, "dated": {"2026-11-18"}, "approver": {"县工信局"}}
		if w := b.post(path, form); w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	st.wait(time.Hour)
	u := office.Upload{Name: "新下载的表(3).csv", Register: "enterprise", Actor: office.Actor{Name: "office"}, Data: []byte(
		"统一社会信用代码,企业名称,产业链,环节,企业角色,联系电话\n91369921MA2RFT006E,示例中航锂电有限公司,ne,电芯,链主,13911112222\n91369921MAPGH8108J,示例乙丑储能有限公司,ne,电芯,配套,13733334444\n")}
	if i, err := st.office.ImportFile(t.Context(), u); err != nil {
		t.Fatalf("%v %+v", err, i.Problems)
	}
	st.wait(time.Hour)
	return st
}

func TestEditionsPage(t *testing.T) {
	st := editionSite(t)
	b := st.signedIn("office")
	d := b.page(firmEditions)
	expect(t, d, ".whead h1", "企业清单的版本")
	expect(t, d, ".wt tbody tr", "1.0版2026-11-18县工信局2026-11-20 09:00—office 2026-11-20 09:00查看与现状比较下载 .xlsx撤回")
	// What is wrong stays in the form with a sentence at its field.
	form := fields(d, firmEditions)
	form.Set("name", "1.0版")
	form.Set("as_of", "昨天")
	w := b.post(firmEditions, form)
	d = document(t, w)
	if w.Code != http.StatusBadRequest || d.Find("#name").AttrOr("value", "") != "1.0版" || text(d, "#as_of-e") == "" {
		t.Errorf("%d %s", w.Code, text(d, "#as_of-e"))
	}
	form.Set("as_of", "2026-11-20") // today is now
	if d = document(t, b.post(firmEditions, form)); text(d, "#name-e") != "已经有名为“1.0版”的版本，请换一个名称" {
		t.Errorf("the name again: %q", text(d, "#name-e"))
	}
	form.Set("name", "2.0版")
	if w = b.post(firmEditions, form); w.Code != http.StatusSeeOther {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	expect(t, b.page(firmEditions), ".note", "已存为新版本：2.0版，2026-11-20")
	// Without the right: to be seen, not to be changed.
	viewer := st.signedIn("viewer")
	d = viewer.page(firmEditions)
	if d.Find(`form[method="post"]`).Closest(".wmain").Length() > 0 || strings.Contains(d.Find(".wt").Text(), "office") {
		t.Error("a viewer is offered to change editions, or told who kept them")
	}
	if w := viewer.post(firmEditions, form); w.Code != http.StatusForbidden {
		t.Errorf("kept by a viewer: %d", w.Code)
	}
	if w := b.post(firmEditions+"/withdraw", url.Values{"edition": {"1"}}); w.Code != http.StatusSeeOther {
		t.Errorf("withdrawn: %d %s", w.Code, w.Body)
	}
	if w := b.get("/chains/ne/lists/enterprises?edition=1"); w.Code != http.StatusNotFound {
		t.Errorf("the list of a withdrawn edition: %d", w.Code)
	}
	for _, path := range []string{"/chains/ne/editions/lists/chain", "/chains/ne/editions/papers/chain", "/chains/xx/editions/lists/enterprises", firmEditions + "/compare?from=9", firmEditions + "/compare?from=x"} {
		if w := b.get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestListShowsAnEdition(t *testing.T) {
	st := editionSite(t)
	b := st.signedIn("office")
	d := b.page("/chains/ne/lists/enterprises?columns=role&columns=phone&edition=1")
	expect(t, d, ".note-a", "1.0版，2026-11-18，县工信局审定 按 2026-11-20 09:00 的资料显示 看现状 与现状比较")
	expect(t, d, `select[name=edition] option[selected]`, "1.0版（2026-11-18）")
	if rows := texts(d.Selection, ".wt tbody tr"); len(rows) != 1 || rows[0] != "1示例中航锂电有限公司—13800000000" {
		t.Errorf("rows of 1.0版: %q", rows)
	}
	if d.Find(".whead .drop").Length() > 0 || d.Find(`.whead a[href$="/new"]`).Length() > 0 {
		t.Error("the past can be written to")
	}
	if d.Find(`.filt input[name=edition][value="1"]`).Length() != 1 {
		t.Error("a search leaves the edition")
	}
	if d = b.page("/chains/ne/lists/enterprises?as_of=2026-11-19"); d.Find(".wt").Length() > 0 || text(d, ".state p") != "当时企业清单没有记录" {
		t.Errorf("before anything: %q", text(d, ".state p"))
	}
	w := b.get("/chains/ne/lists/enterprises.xlsx?edition=1")
	if name, _ := url.PathUnescape(w.Header().Get("Content-Disposition")); !strings.HasSuffix(name, "企业清单-1.0版-2026-11-18.xlsx") {
		t.Errorf("file %q", name)
	}
	w = b.get("/api/v1/chains/ne/lists/enterprises?edition=1")
	var page struct {
		Total   int
		AsOf    string `json:"as_of"`
		Edition struct{ Name string }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil || page.Total != 1 || page.AsOf != "2026-11-20T09:00:00+08:00" || page.Edition.Name != "1.0版" {
		t.Errorf("%v %+v", err, page)
	}
	viewer := st.signedIn("viewer").page("/chains/ne/lists/enterprises?edition=1")
	if strings.Contains(viewer.Text(), "13800000000") {
		t.Error("a viewer sees the telephone of then")
	}
}

func TestDifferencesPage(t *testing.T) {
	st := editionSite(t)
	st.addUser("firm", "enterprise")
	for _, test := range []struct{ user, changed, added string }{
		{
			"office", "示例中航锂电有限公司企业角色—链主|示例中航锂电有限公司联系电话1380000000013911112222",
			"示例乙丑储能有限公司统一社会信用代码：91369921MAPGH8108J；产业链：新能源；环节：电芯；企业角色：配套；联系电话：13733334444",
		},
		{
			"viewer", "示例中航锂电有限公司企业角色—链主",
			"示例乙丑储能有限公司统一社会信用代码：91369921MAPGH8108J；产业链：新能源；环节：电芯；企业角色：配套",
		},
		{"firm", "", "示例乙丑储能有限公司统一社会信用代码：91369921MAPGH8108J；产业链：新能源；环节：电芯；企业角色：配套；联系电话：13733334444"},
	} {
		b := st.signedIn(test.user)
		d := b.page(firmEditions + "/compare")
		sections := d.Find("section.box")
		var changed, added []string
		if test.changed != "" {
			changed, added = texts(sections.Eq(0), "tbody tr"), texts(sections.Eq(1), "tbody tr")
		} else {
			added = texts(sections.Eq(0), "tbody tr")
		}
		if strings.Join(changed, "|") != test.changed || strings.Join(added, "|") != test.added {
			t.Errorf("%s: changed %q, added %q", test.user, changed, added)
		}
		text := b.get(firmEditions + "/compare.xlsx").Body.Bytes()
		if rows := fileText(t, text, "版本比较"); strings.Contains(rows, "联系电话") != (test.user == "office") || !strings.Contains(rows, "新增|示例乙丑储能有限公司|91369921MAPGH8108J|企业角色") && test.user == "office" {
			t.Errorf("file of %s: %s", test.user, rows)
		}
	}
	firm := st.signedIn("firm")
	for _, path := range []string{mapEditions, mapEditions + "/compare", "/chains/ne/editions/lists/clusters"} {
		if w := firm.get(path); w.Code != http.StatusForbidden {
			t.Errorf("an enterprise asks for %s: %d", path, w.Code)
		}
	}
	var answer struct {
		Kind, Name string
		From       struct{ ID int }
		To         *struct{}
		Unchanged  int
		Added      []struct {
			ID     string
			Values map[string]any
		}
		Changed []struct{ Changes []map[string]any }
	}
	w := st.signedIn("viewer").get("/api/v1" + firmEditions + "/compare?from=1&to=now")
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Kind != "list" || answer.Name != "企业清单" || answer.From.ID != 1 || answer.To != nil || len(answer.Added) != 1 || answer.Added[0].Values["role"] != "配套" || len(answer.Changed[0].Changes) != 1 || answer.Changed[0].Changes[0]["from"] != nil || answer.Changed[0].Changes[0]["to"] != "链主" {
		t.Errorf("%s", w.Body)
	}
}

// fileText returns the cells of a sheet, a row a line.
func fileText(t *testing.T, data []byte, sheet string) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = strings.Join(row, "|")
	}
	return strings.Join(lines, "\n")
}

func TestMapShowsAnEdition(t *testing.T) {
	st := editionSite(t)
	b := st.signedIn("viewer")
	d := b.page("/chains/ne/maps/chain?edition=2")
	if got := folded(d.Find(".title").First().Text()); !strings.Contains(got, "1.0版，2026-11-18，县工信局审定") {
		t.Errorf("title %q", got)
	}
	expect(t, d, ".nd .ct", "1户")
	expect(t, b.page("/chains/ne/maps/chain"), ".nd .ct", "2户")
	expect(t, d, ".pick select[name=edition] option[selected]", "1.0版（2026-11-18）")
	if got := fileText(t, b.get("/chains/ne/maps/chain.xlsx?edition=2").Body.Bytes(), "产业链图"); !strings.Contains(got, "锂电|cell|电芯|中游|弱链||1|0|0|0|1") || !strings.Contains(got, "版本：1.0版，2026-11-18，县工信局审定（资料时点 2026-11-20 09:00）") {
		t.Errorf("file %s", got)
	}
	// Another chain has no such edition: the choice does not follow there.
	if got := b.get("/chains/ne/maps/chain?chain=all&edition=2&month=2026-10").Header().Get("Location"); got != "/chains/all/maps/chain?month=2026-10" {
		t.Errorf("led to %q", got)
	}
	if w := b.get("/chains/ne/maps/region?edition=2"); w.Code != http.StatusNotFound {
		t.Errorf("the edition of another map: %d", w.Code)
	}
	if w := b.get("/chains/ne/maps/chain.csv"); w.Code != http.StatusNotFound {
		t.Errorf("a map as separated text: %d", w.Code)
	}
	var answer struct{ Nodes []map[string]any }
	if err := json.Unmarshal(b.get("/api/v1/chains/ne/maps/chain?edition=2").Body.Bytes(), &answer); err != nil || len(answer.Nodes) != 1 || answer.Nodes[0]["enterprises_count"] != 1.0 {
		t.Errorf("%v %v", err, answer)
	}
}

// A list's own page takes a file for that list by a plain form too.
func TestListTakesAFile(t *testing.T) {
	st := listSite(t)
	d := st.signedIn("office").page("/chains/all/lists/bottlenecks")
	form := d.Find("form.drop[data-import][data-page]")
	if form.AttrOr("action", "") != "/imports?register=issue" || form.AttrOr("enctype", "") != "multipart/form-data" || form.Find("input[name=csrf]").Length() != 1 {
		t.Errorf("the form of the bottlenecks: %s", form.AttrOr("action", ""))
	}
	if st.signedIn("viewer").page("/chains/all/lists/enterprises").Find("form.drop").Length() > 0 {
		t.Error("a viewer is offered to import")
	}
}
