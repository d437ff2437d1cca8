package office_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// editing is a small county whose records came from a file.
type editing struct {
	t     *testing.T
	o     *office.Office
	batch int64
	firm  string // credit code of 示例甲子电芯有限公司
}

func edited(t *testing.T, o *office.Office) editing {
	t.Helper()
	sheets := workingSheets()
	firm := creditCode(t, "91360000MA35FAKE")
	sheets["企业清单"][1][0] = firm
	return editing{t, o, take(t, o, sheets).ID, firm}
}

func (e editing) request(list, id string) office.EditRequest {
	return office.EditRequest{List: list, ID: id, Chain: "ne", User: userOf(industry.ChainOffice), Actor: clerk}
}

// form opens a form and returns what it would send back unchanged.
func (e editing) form(list, id string) (office.Form, office.Typed) {
	e.t.Helper()
	f, err := e.o.Form(context.Background(), e.request(list, id))
	if err != nil {
		e.t.Fatal(err)
	}
	typed := office.Typed{Version: f.Version, Fields: map[string]string{}, Extra: map[string]string{}}
	for _, x := range f.Fields {
		if x.Header != "" {
			typed.Extra[x.Header] = x.Value
		} else {
			typed.Fields[x.Column] = x.Value
		}
	}
	return f, typed
}

func (e editing) save(list, id string, typed office.Typed) (string, office.Form, error) {
	return e.o.SaveForm(context.Background(), e.request(list, id), typed)
}

func formField(t *testing.T, f office.Form, column string) office.FormField {
	t.Helper()
	for _, x := range f.Fields {
		if x.Column == column && x.Header == "" {
			return x
		}
	}
	t.Fatalf("no field %s", column)
	return office.FormField{}
}

func (e editing) kept(g *industry.Register, key string) store.Entry {
	e.t.Helper()
	all, err := e.o.Store().Records(context.Background(), g)
	if err != nil {
		e.t.Fatal(err)
	}
	return all[key]
}

func TestEditSavesAsTheImporterReads(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e := edited(t, o)
		f, typed := e.form("projects", "P1")
		if x := formField(t, f, "total_investment"); x.Value != "30000" || x.Unit != "万元" || f.Name != "示例电芯项目" {
			t.Errorf("%+v", x)
		}
		if x := formField(t, f, "chain"); x.Value != "新能源" || !formField(t, f, "code").Fixed || strings.Join(f.Names["segment"], " ") != "电芯" {
			t.Errorf("%+v, segments %v", x, f.Names["segment"])
		}
		if id, _, err := e.save("projects", "P1", typed); id != "P1" || err != nil || e.kept(industry.ProjectRegister, "P1").Version != 1 {
			t.Errorf("nothing changed: %s %v", id, err)
		}
		typed.Fields["total_investment"] = "3.5亿元"
		typed.Fields["started_on"] = "2026年4月1日"
		typed.Fields["segment"] = "cell"
		typed.Fields["department"] = "县工信局，县商务局"
		typed.Fields["investor"] = ""
		typed.Fields["code"] = "P9" // of an existing record it cannot change
		if _, f, err := e.save("projects", "P1", typed); err != nil {
			t.Fatalf("%v %+v", err, f.Fields)
		}
		entry := e.kept(industry.ProjectRegister, "P1")
		r := entry.Record
		if entry.Version != 2 || r.Get("total_investment") != "35000" || r.Get("started_on") != "2026-04-01" || r.Get("segment") != "ne␟cell" ||
			r.Get("department") != "县工信局、县商务局" || r.Get("investor") != "" || r.Get("code") != "P1" {
			t.Errorf("version %d %v", entry.Version, r.Values)
		}
		history, err := o.Store().History(context.Background(), industry.ProjectRegister, "P1")
		if err != nil || len(history) != 2 || history[0].Source.Batch != 0 || history[0].Source.By != "clerk" || history[0].Row != 0 {
			t.Errorf("%+v %v", history, err)
		}
		if got := lastAudit(t, o, industry.ActSave); got != "项目清单 P1: 修改 环节、投资方、总投资、开工日期、责任单位" {
			t.Errorf("audit %s", got)
		}
		_, err = o.Undo(context.Background(), e.batch, clerk)
		wantKind(t, "undo of the file", err, industry.Conflict)
		if err == nil || !strings.Contains(err.Error(), "项目清单 P1") {
			t.Errorf("undo does not name the row: %v", err)
		}
	})
}

func lastAudit(t *testing.T, o *office.Office, action industry.Action) string {
	t.Helper()
	entries, _, err := o.Store().AuditLog(context.Background(), store.AuditFilter{Action: string(action), Page: 1, Size: 1})
	if err != nil || len(entries) == 0 {
		t.Fatal(err)
	}
	return entries[0].Object + ": " + entries[0].Detail
}

func TestEditKeepsWhatWasTypedWrong(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e := edited(t, o)
		_, typed := e.form("projects", "P1")
		for column, text := range map[string]string{
			"total_investment": "三亿", "started_on": "2026-13-01", "segment": "没有的环节", "agreement": "口头", "name": "",
		} {
			typed.Fields[column] = text
		}
		_, f, err := e.save("projects", "P1", typed)
		wantKind(t, "wrong fields", err, industry.Invalid)
		for column, want := range map[string]string{
			"total_investment": "“三亿”不是数字。只填一个数字（可带单位），如 1234.56；没有数据请留空",
			"started_on":       "日历上没有“2026-13-01”这一天。核对后写成 2026-03-05 的样子",
			"agreement":        "“口头”不在可填的内容里。填其中一个：框架协议、正式合同",
			"name":             "必填的“项目名称”没有填写。填写“项目名称”",
		} {
			if x := formField(t, f, column); x.Error != want || x.Value != typed.Fields[column] {
				t.Errorf("%s: %q with %q", column, x.Error, x.Value)
			}
		}
		if x := formField(t, f, "segment"); x.Value != "没有的环节" || f.Version != 1 {
			t.Errorf("%+v, version %d", x, f.Version)
		}
		_, typed = e.form("projects", "P1")
		typed.Fields["started_on"], typed.Fields["segment"] = "2026-01-05", "没有的环节"
		_, f, err = e.save("projects", "P1", typed)
		wantKind(t, "unknown segment", err, industry.Invalid)
		if x := formField(t, f, "segment"); !strings.HasPrefix(x.Error, "产业链“新能源”没有环节“没有的环节”") {
			t.Errorf("%+v", x)
		}
		typed.Fields["segment"] = ""
		_, f, err = e.save("projects", "P1", typed)
		wantKind(t, "dates out of order", err, industry.Invalid)
		if x := formField(t, f, "started_on"); !strings.HasPrefix(x.Error, "开工日期 2026-01-05 早于签约日期 2026-03-01") {
			t.Errorf("%+v", x)
		}
		if e.kept(industry.ProjectRegister, "P1").Version != 1 {
			t.Error("a wrong row was saved")
		}
	})
}

func TestEditClash(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e := edited(t, o)
		_, mine := e.form("issues", "WT0001")
		_, other := e.form("issues", "WT0001")
		other.Fields["progress"], other.Fields["state"] = "已立项", "申请延期"
		if _, _, err := e.save("issues", "WT0001", other); err != nil {
			t.Fatal(err)
		}
		mine.Fields["progress"], mine.Fields["satisfaction"] = "已勘察", "满意"
		_, f, err := e.save("issues", "WT0001", mine)
		wantKind(t, "clash", err, industry.Conflict)
		if f.Clash == nil || f.Clash.By != "clerk" || f.Version != 2 {
			t.Fatalf("%+v, version %d", f.Clash, f.Version)
		}
		if x := formField(t, f, "progress"); x.Value != "已勘察" || x.Theirs == nil || *x.Theirs != (office.Theirs{Now: "已立项"}) {
			t.Errorf("both changed: %+v %+v", x, x.Theirs)
		}
		if x := formField(t, f, "state"); x.Value != "申请延期" || x.Theirs == nil || *x.Theirs != (office.Theirs{Now: "申请延期", Was: "办理中", Taken: true}) {
			t.Errorf("theirs alone: %+v %+v", x, x.Theirs)
		}
		if x := formField(t, f, "satisfaction"); x.Value != "满意" || x.Theirs != nil {
			t.Errorf("mine alone: %+v", x)
		}
		for _, x := range f.Fields {
			if x.Header == "" {
				mine.Fields[x.Column] = x.Value
			}
		}
		mine.Version = f.Version
		if _, _, err := e.save("issues", "WT0001", mine); err != nil {
			t.Fatal(err)
		}
		r := e.kept(industry.IssueRegister, "WT0001").Record
		if r.Get("progress") != "已勘察" || r.Get("state") != "申请延期" || r.Get("satisfaction") != "满意" {
			t.Errorf("%v", r.Values)
		}
	})
}

func TestEditNewRecords(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e := edited(t, o)
		f, typed := e.form("issues", "")
		if formField(t, f, "chain").Value != "新能源" || formField(t, f, "code").Fixed {
			t.Errorf("%+v", f.Fields)
		}
		typed.Fields["content"], typed.Fields["raised_on"], typed.Fields["enterprise"] = "道路破损", "2026-10-08", e.firm
		id, _, err := e.save("issues", "", typed)
		if id != "WT0002" || err != nil || e.kept(industry.IssueRegister, id).Record.Get("enterprise") != e.firm {
			t.Fatalf("%s %v", id, err)
		}
		_, f, err = e.save("issues", "", typed) // the same once more
		wantKind(t, "the same issue", err, industry.Invalid)
		if x := formField(t, f, "code"); !strings.Contains(x.Error, "WT0002") {
			t.Errorf("%+v", x)
		}
		for list, fields := range map[string]map[string]string{
			"enterprises":  {"code": e.firm, "name": "同号企业", "chains": "ne", "segments": "电芯"},
			"clusters":     {"name": "示例锂电集群"},
			"policies":     {"name": "示例县若干措施"},
			"platforms":    {"name": "示例重点实验室"},
			"technologies": {"chain": "新能源", "segment": "电芯", "name": "叠片", "start_year": "2024", "target_year": "2027"},
		} {
			_, typed := e.form(list, "")
			for column, text := range fields {
				typed.Fields[column] = text
			}
			_, _, err := e.save(list, "", typed)
			wantKind(t, list+" that exists", err, industry.Invalid)
			typed.Fields["name"] += "（新）"
			if list == "enterprises" {
				typed.Fields["code"] = creditCode(t, "91360000MA35FAKF")
			}
			id, f, err := e.save(list, "", typed)
			if err != nil || id == "" {
				t.Errorf("new one of %s: %v %+v", list, err, f.Fields)
			}
			if _, err := o.Detail(context.Background(), office.DetailRequest{List: list, ID: id, User: userOf(industry.ChainOffice)}); err != nil {
				t.Errorf("%s %s: %v", list, id, err)
			}
		}
	})
}

func TestEditPoliciesAndExtraColumns(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e := edited(t, o)
		f, typed := e.form("policies", "示例县若干措施") // goes by its name
		if !formField(t, f, "name").Fixed || !formField(t, f, "code").Fixed {
			t.Error("the key of a policy without a number can be changed")
		}
		typed.Fields["name"], typed.Fields["fulfilment"] = "改名", "已兑现3户"
		if id, _, err := e.save("policies", "示例县若干措施", typed); err != nil || id != "示例县若干措施" {
			t.Errorf("%s %v", id, err)
		}
		f, _ = e.form("policies", "示府发〔2026〕3号")
		if formField(t, f, "name").Fixed {
			t.Error("the name of a policy with a number is fixed")
		}
		take(t, o, map[string][][]any{"集群清单": {{"名称", "级别", "备注栏"}, {"示例锂电集群", "省级", "旧备注"}}})
		f, typed = e.form("clusters", "示例锂电集群")
		if x := f.Fields[len(f.Fields)-1]; x.Header != "备注栏" || x.Value != "旧备注" {
			t.Fatalf("%+v", x)
		}
		typed.Extra["备注栏"] = ""
		if _, _, err := e.save("clusters", "示例锂电集群", typed); err != nil {
			t.Fatal(err)
		}
		if extra := e.kept(industry.ClusterRegister, "示例锂电集群").Record.Extra; len(extra) != 0 {
			t.Errorf("kept %v", extra)
		}
		if got := lastAudit(t, o, industry.ActSave); got != "集群清单 示例锂电集群: 修改 备注栏" {
			t.Errorf("audit %s", got)
		}
	})
}

func TestWithdraw(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e := edited(t, o)
		ctx := context.Background()
		err := o.Withdraw(ctx, e.request("enterprises", e.firm), 1, "重复登记")
		wantKind(t, "what others refer to", err, industry.Conflict)
		for _, name := range []string{"问题清单“用电负荷不足”", "技术路线“叠片”", "走访记录“2026-09-01 示例甲子电芯有限公司”"} {
			if err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("does not name %s: %v", name, err)
			}
		}
		wantKind(t, "no reason", o.Withdraw(ctx, e.request("clusters", "示例锂电集群"), 1, ""), industry.Invalid)
		wantKind(t, "old version", o.Withdraw(ctx, e.request("clusters", "示例锂电集群"), 7, "撤并"), industry.Conflict)
		if err := o.Withdraw(ctx, e.request("clusters", "示例锂电集群"), 1, "撤并"); err != nil {
			t.Fatal(err)
		}
		if entry := e.kept(industry.ClusterRegister, "示例锂电集群"); !entry.Withdrawn || entry.Version != 2 {
			t.Errorf("%+v", entry)
		}
		if got := lastAudit(t, o, industry.ActWithdraw); got != "集群清单 示例锂电集群: 撤并" {
			t.Errorf("audit %s", got)
		}
		_, err = o.Form(ctx, e.request("clusters", "示例锂电集群"))
		wantKind(t, "form of a withdrawn record", err, industry.NotFound)
		wantKind(t, "twice", o.Withdraw(ctx, e.request("clusters", "示例锂电集群"), 2, "撤并"), industry.NotFound)
		_, typed := e.form("clusters", "")
		typed.Fields["name"], typed.Fields["area"] = "示例锂电集群", "100"
		if id, _, err := e.save("clusters", "", typed); err != nil || id != "示例锂电集群" || e.kept(industry.ClusterRegister, id).Version != 3 {
			t.Errorf("registered again: %s %v", id, err)
		}
	})
}

func TestEditingNeedsItsRight(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e := edited(t, o)
		for _, role := range industry.Roles() {
			r := e.request("clusters", "示例锂电集群")
			r.User = userOf(role)
			_, err := o.Form(context.Background(), r)
			var refused *industry.Error
			if got := errors.As(err, &refused) && refused.Kind == industry.Forbidden; got == role.Has(industry.EditRegisters) {
				t.Errorf("%s: %v", role, err)
			}
		}
	})
}

func TestListSetIsKept(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		set, version, err := o.ListSet(ctx)
		if err != nil || version != 0 || len(set) != len(industry.Lists()) || set[2].Name != "集群清单" {
			t.Fatalf("%v version %d %v", set, version, err)
		}
		set = industry.ListPresets()[1].Set()
		set[4].Name = "堵点清单"
		if err := o.SaveListSet(ctx, set, 0, clerk); err != nil {
			t.Fatal(err)
		}
		wantKind(t, "the same version twice", o.SaveListSet(ctx, set, 0, clerk), industry.Conflict)
		again, version, err := o.ListSet(ctx)
		if err != nil || version != 1 || again[4] != (industry.ListEntry{Code: "bottlenecks", Name: "堵点清单", Shown: true}) || again[5].Shown {
			t.Errorf("%v version %d %v", again, version, err)
		}
		if err := o.SaveListSet(ctx, again, 1, clerk); err != nil {
			t.Error(err)
		}
		if got := lastAudit(t, o, industry.ActSave); got != "清单设置: 企业清单、项目清单、平台清单、技术清单、堵点清单、走访记录、议定事项、招商活动、招商目标、资金到位" {
			t.Errorf("audit %s", got)
		}
	})
}
