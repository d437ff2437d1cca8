package office_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// reformed keeps 1.0版 of a small county's enterprises and of its chain map, and
// then changes the county: F1 has another role, telephone and size, and more
// revenue, F2 is withdrawn, F3 comes in, and the office judges a segment.
func reformed(t *testing.T, o *office.Office) (list, chain industry.Edition) {
	t.Helper()
	fillSmallCounty(t, o)
	list = keep(t, o, industry.Edition{
		Paper: industry.Paper{Chain: "all", Kind: industry.EditionOfList, Code: "enterprises"}, Name: "1.0版", Dated: "2026-11-20", Approver: "县工信局",
	})
	chain = keep(t, o, industry.Edition{
		Paper: industry.Paper{Chain: "ne", Kind: industry.EditionOfMap, Code: industry.MapChain}, Name: "1.0版", Dated: "2026-11-20",
	})
	change := func(kind string, version int64, r industry.Record) store.Change {
		return store.Change{Record: r, Kind: kind, Version: version, Row: 2}
	}
	batch(t, o, "十一月.xlsx",
		change(store.Changed, 2, firmRecord("role", "链主", "phone", "13800000000", "employees", "400", "region", "R1")),
		change(store.Withdrawn, 2, made(industry.EnterpriseRegister, "code", "F2", "name", "乙丑铜箔", "chains", "nm、ne", "segments", "nm␟S1、ne␟S1", "region", "R1", "above_scale", "是")),
		change(store.New, 1, made(industry.EnterpriseRegister, "code", "F3", "name", "丙寅回收", "chains", "ne", "segments", "ne␟S1", "contact", "吴某某")),
		change(store.Changed, 2, figureOf("2026-10", "F1", "cumulative", "9500", "base", "8000", "status", "快报")),
		change(store.Changed, 2, made(industry.RegionRegister, "code", "R1", "name", "城东新区", "type", "园区")),
		change(store.Changed, 2, made(industry.SegmentRegister, "chain", "ne", "code", "S1", "name", "碳酸锂", "branch", "锂电", "position", "上游",
			"diagnosis", "弱链", "diagnosis_reason", "产能不足")),
	)
	return list, chain
}

func keep(t *testing.T, o *office.Office, e industry.Edition) industry.Edition {
	t.Helper()
	e, err := o.KeepEdition(context.Background(), e, office.Reader{User: userOf(industry.ChainOffice), Actor: clerk})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestListOfAnEdition(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e, _ := reformed(t, o)
		chainOffice := userOf(industry.ChainOffice)
		r := office.ListRequest{List: "enterprises", Edition: &e, User: chainOffice}
		p := list(t, o, r)
		if got := rowIDs(p); got != "F1 F2" {
			t.Errorf("rows of 1.0版: %s", got)
		}
		f1, f2 := p.Rows[0], p.Rows[1]
		if f1.Cell("role").Shown != "骨干" || f1.Cell("phone").Shown != "13812345678" || f1.Cell("revenue").Number != industry.Parts(9000_250000) || f1.Gone {
			t.Errorf("F1 of 1.0版: %+v", f1)
		}
		if f2.Cell("region").Shown != "城东片区" || !f2.Gone { // its name of then
			t.Errorf("F2 of 1.0版: %+v", f2.Cell("region"))
		}
		if got := rowIDs(list(t, o, office.ListRequest{List: "enterprises", User: chainOffice})); got != "F1 F3" {
			t.Errorf("rows of now: %s", got)
		}
		// The same withheld, and the same rows for whoever sees only its own.
		r.User = userOf(industry.Viewer)
		text, err := json.Marshal(list(t, o, r))
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range secrets {
			if strings.Contains(string(text), secret) {
				t.Errorf("a viewer finds %q in %s", secret, text)
			}
		}
		r.User = firmUser("F2")
		if got := rowIDs(list(t, o, r)); got != "F2" {
			t.Errorf("F2 sees %q of 1.0版", got)
		}
		// Before anything: nothing, and no chain that is not known.
		early := office.ListRequest{List: "enterprises", Chain: "ne", AsOf: industry.Date("2020-01-01").Time(), User: chainOffice}
		if p := list(t, o, early); p.Total != 0 {
			t.Errorf("2020: %d rows", p.Total)
		}
		early.Chain = "xx"
		_, err = o.List(context.Background(), early)
		wantKind(t, "unknown chain", err, industry.NotFound)
	})
}

func TestEditionFiles(t *testing.T) {
	o := openOffice(t, "sqlite:"+t.TempDir()+"/e.db")
	e, chain := reformed(t, o)
	var file bytes.Buffer
	r := office.ListRequest{List: "enterprises", Edition: &e, User: userOf(industry.ChainOffice)}
	if err := o.ListFile(context.Background(), &file, r, clerk); err != nil {
		t.Fatal(err)
	}
	sheet, err := openBook(t, file.Bytes()).GetRows("企业清单")
	if err != nil {
		t.Fatal(err)
	}
	if sheet[0][0] != "全部产业链 企业清单（1.0版）" || !strings.HasPrefix(sheet[len(sheet)-1][0], "版本：1.0版，2026-11-20，县工信局审定（资料时点 2026-11-23 09:00") {
		t.Errorf("head %q, foot %q", sheet[0], sheet[len(sheet)-1])
	}
	file.Reset()
	r.CSV = true
	if err := o.ListFile(context.Background(), &file, r, clerk); err != nil {
		t.Fatal(err)
	}
	if rows, err := csv.NewReader(&file).ReadAll(); err != nil || len(rows) != 3 {
		t.Errorf("csv: %d rows, %v", len(rows), err)
	}
	file.Reset()
	q := office.MapRequest{Map: industry.MapChain, Query: office.Query{Chain: "ne", AsOf: chain.AsOf}, Edition: &chain}
	if err := o.MapFile(context.Background(), &file, q, office.Reader{User: userOf(industry.Viewer), Actor: clerk}); err != nil {
		t.Fatal(err)
	}
	if sheet, err = openBook(t, file.Bytes()).GetRows("产业链图"); err != nil {
		t.Fatal(err)
	}
	var row []string
	for _, x := range sheet {
		if len(x) > 2 && x[2] == "碳酸锂" {
			row = x
		}
	}
	if len(row) < 8 || row[5] != "" || row[6] != "2" {
		t.Errorf("segment of 1.0版: %q", row)
	}
	if got := sheet[len(sheet)-1][0]; !strings.HasPrefix(got, "版本：1.0版，2026-11-20（资料时点") {
		t.Errorf("foot of the map: %q", got)
	}
	if got := lastAudit(t, o, industry.ActExport); !strings.Contains(got, "版本 1.0版") {
		t.Errorf("audited: %s", got)
	}
}

// lines writes differences one a line, as a test can read them.
func lines(d industry.Differences) string {
	var out []string
	row := func(mark string, r industry.SnapshotRow) {
		text := mark + r.Name
		for _, v := range r.Values {
			text += " " + v.Name + "=" + v.Text()
		}
		out = append(out, text)
	}
	for _, r := range d.Added {
		row("+", r)
	}
	for _, r := range d.Removed {
		row("-", r)
	}
	for _, r := range d.Changed {
		text := "~" + r.Name
		for _, c := range r.Changes {
			text += " " + c.Name() + ":" + c.From.Text() + "→" + c.To.Text()
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func TestDifferencesOfEditions(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		e, chain := reformed(t, o)
		ask := func(paper industry.Paper, from int64, u industry.User) office.Differences {
			d, err := o.Differences(context.Background(), office.DifferencesRequest{Paper: paper, From: from, User: u})
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		for _, test := range []struct {
			what  string
			paper industry.Paper
			from  int64
			user  industry.User
			want  string
		}{
			{
				"for the chain office", e.Paper, e.ID, userOf(industry.ChainOffice),
				"+丙寅回收 统一社会信用代码=F3 企业名称=丙寅回收 产业链=新能源 环节=碳酸锂 联系人=吴某某\n" +
					"-乙丑铜箔 统一社会信用代码=F2 企业名称=乙丑铜箔 产业链=新材料、新能源 环节=铜箔、碳酸锂 区域=城东片区 规上=是\n" +
					"~甲子锂业 企业角色:骨干→链主 区域:—→城东新区 从业人数:321 人→400 人 联系电话:13812345678→13800000000",
			},
			{
				"without contacts and figures of firms", e.Paper, e.ID, userOf(industry.Viewer),
				"+丙寅回收 统一社会信用代码=F3 企业名称=丙寅回收 产业链=新能源 环节=碳酸锂\n" +
					"-乙丑铜箔 统一社会信用代码=F2 企业名称=乙丑铜箔 产业链=新材料、新能源 环节=铜箔、碳酸锂 区域=城东片区 规上=是\n" +
					"~甲子锂业 企业角色:骨干→链主 区域:—→城东新区",
			},
			{"an enterprise's own row", e.Paper, e.ID, firmUser("F3"), "+丙寅回收 统一社会信用代码=F3 企业名称=丙寅回收 产业链=新能源 环节=碳酸锂 联系人=吴某某"},
			{"the present with itself", e.Paper, 0, userOf(industry.ChainOffice), ""},
			{
				"a map's rows", chain.Paper, chain.ID, userOf(industry.Viewer),
				"~碳酸锂 诊断理由:—→产能不足 诊断:正常→弱链（链长办认定） 规上企业:2 户→1 户",
			},
		} {
			if got := lines(ask(test.paper, test.from, test.user).Content); got != test.want {
				t.Errorf("%s:\n%s\nwant\n%s", test.what, got, test.want)
			}
		}
		_, err := o.Differences(context.Background(), office.DifferencesRequest{Paper: chain.Paper, User: firmUser("F3")})
		wantKind(t, "an enterprise and a map", err, industry.Forbidden)
		_, err = o.Differences(context.Background(), office.DifferencesRequest{Paper: e.Paper, From: chain.ID, User: userOf(industry.Viewer)})
		wantKind(t, "an edition of another paper", err, industry.NotFound)
	})
}

func TestEditionsAreCheckedAndAudited(t *testing.T) {
	o := openOffice(t, "sqlite:"+t.TempDir()+"/e.db")
	fillSmallCounty(t, o)
	paper := industry.Paper{Chain: "ne", Kind: industry.EditionOfList, Code: "enterprises"}
	by := office.Reader{User: userOf(industry.ChainOffice), Actor: clerk}
	good := industry.Edition{Paper: paper, Name: "2.0版", Dated: "2026-09-15", Approver: "县工信局"}
	for what, spoil := range map[string]func(e *industry.Edition){
		"name":     func(e *industry.Edition) { e.Name = "" },
		"dated":    func(e *industry.Edition) { e.Dated = "2026-11-24" },
		"as_of":    func(e *industry.Edition) { e.AsOf = industry.Date("2026-11-24").Time() },
		"approver": func(e *industry.Edition) { e.Approver = strings.Repeat("局", industry.MostEditionApprover+1) },
	} {
		e := good
		spoil(&e)
		_, err := o.KeepEdition(context.Background(), e, by)
		wantKind(t, what, err, industry.Invalid)
		if refused, ok := err.(*industry.Error); !ok || refused.Fields[what] == "" || len(refused.Fields) != 1 {
			t.Errorf("%s: %+v", what, err)
		}
	}
	for _, p := range []industry.Paper{
		{Chain: "xx", Kind: industry.EditionOfList, Code: "enterprises"},
		{Chain: "ne", Kind: industry.EditionOfList, Code: "chain"},
		{Chain: "ne", Kind: industry.EditionOfMap, Code: "enterprises"},
		{Chain: "ne", Kind: "x", Code: "enterprises"},
	} {
		e := good
		e.Paper = p
		_, err := o.KeepEdition(context.Background(), e, by)
		wantKind(t, "nothing to keep", err, industry.NotFound)
	}
	e := keep(t, o, good)
	if got := lastAudit(t, o, industry.ActSave); !strings.Contains(got, "存为新版本：2.0版，2026-09-15，县工信局审定，资料时点 2026-11-23 09:00") {
		t.Errorf("audited: %s", got)
	}
	_, err := o.KeepEdition(context.Background(), good, by)
	wantKind(t, "the name again", err, industry.Conflict)
	if err := o.WithdrawEdition(context.Background(), paper, e.ID, by); err != nil {
		t.Fatal(err)
	}
	if got := lastAudit(t, o, industry.ActWithdraw); !strings.Contains(got, "撤回版本：2.0版") {
		t.Errorf("audited: %s", got)
	}
	wantKind(t, "withdrawn again", o.WithdrawEdition(context.Background(), paper, e.ID, by), industry.NotFound)
	left, err := o.Editions(context.Background(), paper, userOf(industry.Viewer))
	if err != nil || len(left) != 0 {
		t.Errorf("%v, %v", left, err)
	}
}
