package office_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
	"chainboard/testkit"
)

func userOf(roles ...industry.Role) industry.User {
	return industry.User{Name: "u", Roles: roles}
}

func firmUser(code string) industry.User {
	u := userOf(industry.RoleEnterprise)
	u.Enterprise = code
	return u
}

func made(g *industry.Register, pairs ...string) industry.Record {
	r := industry.NewRecord(g)
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i], pairs[i+1])
	}
	return r
}

// batch saves changes as an import would: with a file, its columns and rows.
func batch(t *testing.T, o *office.Office, file string, changes ...store.Change) int64 {
	t.Helper()
	ctx := context.Background()
	var id int64
	err := o.Store().Write(ctx, clerk.Entry(industry.ActImport, file), func(tx *store.Tx) error {
		var err error
		b := store.Batch{File: file, SHA256: store.HashFile([]byte(file)), State: office.Applied, Actor: clerk.Name, Report: json.RawMessage(`{}`)}
		if id, err = tx.AddBatch(ctx, b, []byte(file)); err != nil {
			return err
		}
		kept := map[string]bool{}
		for _, c := range changes {
			g := c.Record.Register
			if !kept[g.Sheet] {
				kept[g.Sheet] = true
				letters := map[string]string{}
				for i := range g.Fields {
					letters[g.Fields[i].Column] = string(rune('A' + i))
				}
				if err := tx.KeepSheet(ctx, id, g.Sheet, letters); err != nil {
					return err
				}
			}
			if err := tx.Save(ctx, store.Origin{Batch: id, Sheet: g.Sheet, Actor: clerk.Name}, []store.Change{c}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func added(records ...industry.Record) []store.Change {
	changes := make([]store.Change, len(records))
	for i, r := range records {
		changes[i] = store.Change{Record: r, Kind: store.New, Version: 1, Row: i + 2}
	}
	return changes
}

func firmRecord(pairs ...string) industry.Record {
	r := made(industry.EnterpriseRegister, "code", "F1", "name", "甲子锂业", "chains", "ne", "segments", "ne␟S1", "role", "骨干", "above_scale", "是",
		"contact", "周某某", "phone", "13812345678", "employees", "321", "products", "碳酸锂", "status", "在产")
	r.Extra = map[string]string{"法人手机": "13987654321"}
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i], pairs[i+1])
	}
	return r
}

func figureOf(month, firm string, pairs ...string) industry.Record {
	r := made(industry.ReportRegister, "month", month, "object", "enterprise:"+firm, "indicator", "revenue", "source", "工信局")
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i], pairs[i+1])
	}
	return r
}

// smallCounty has two firms of ne, one shared with nm, and two projects.
func smallCounty(t *testing.T) *office.Office {
	t.Helper()
	o := openOffice(t, testkit.SQLite(t))
	fillSmallCounty(t, o)
	return o
}

func fillSmallCounty(t *testing.T, o *office.Office) {
	t.Helper()
	other := figureOf("2026-10", "F1", "cumulative", "77777")
	other.Set("source", "统计局")
	doubtful := store.Change{Record: figureOf("2026-10", "F2", "cumulative", "500"), Kind: store.New, Version: 1, Row: 9, Warning: "比上月减少"}
	batch(t, o, "九月.xlsx", append(added(
		made(industry.ChainRegister, "code", "ne", "name", "新能源"), made(industry.ChainRegister, "code", "nm", "name", "新材料"),
		made(industry.RegionRegister, "code", "R1", "name", "城东片区", "type", "园区"),
		made(industry.SegmentRegister, "chain", "ne", "code", "S1", "name", "碳酸锂", "branch", "锂电", "position", "上游"),
		made(industry.SegmentRegister, "chain", "nm", "code", "S1", "name", "铜箔", "branch", "铜基", "position", "中游"),
		made(industry.RegionRegister, "code", "R2", "name", "城西片区", "type", "园区"),
		firmRecord(),
		made(industry.EnterpriseRegister, "code", "F2", "name", "乙丑铜箔", "chains", "nm、ne", "segments", "nm␟S1、ne␟S1", "region", "R1", "above_scale", "是"),
		made(industry.ProjectRegister, "code", "P1", "name", "储能基地", "chain", "ne", "segment", "ne␟S1", "investor", "示例集团", "owner", "F1",
			"total_investment", "126000.5", "signed_on", "2026-01-12", "planned_start", "2026-09-01"),
		made(industry.ProjectRegister, "code", "P2", "name", "铜箔二期", "chain", "nm", "total_investment", "900"),
		figureOf("2026-09", "F1", "cumulative", "8000"),
		figureOf("2026-10", "F1", "cumulative", "9000.25", "base", "8000", "status", "快报"), other,
		figureOf("2025-10", "F1", "cumulative", "7000"),
	), doubtful)...)
}

func list(t *testing.T, o *office.Office, r office.ListRequest) industry.ListPage {
	t.Helper()
	p, err := o.List(context.Background(), r)
	if err != nil {
		t.Fatalf("%+v: %v", r, err)
	}
	return p
}

func rowIDs(p industry.ListPage) string {
	var ids []string
	for _, r := range p.Rows {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, " ")
}

func TestListByChainAndUser(t *testing.T) {
	o := smallCounty(t)
	chainOffice := userOf(industry.ChainOffice)
	for _, test := range []struct {
		r    office.ListRequest
		want string
	}{
		{office.ListRequest{List: "enterprises", Chain: "ne", User: chainOffice}, "F1 F2"},
		{office.ListRequest{List: "enterprises", Chain: "nm", User: chainOffice}, "F2"},
		{office.ListRequest{List: "enterprises", User: chainOffice}, "F1 F2"}, // the shared firm once
		{office.ListRequest{List: "enterprises", Query: industry.ListQuery{Q: "jiazi"}, User: chainOffice}, "F1"},
		{office.ListRequest{List: "enterprises", Query: industry.ListQuery{Q: "YCTB"}, User: chainOffice}, "F2"},
		{office.ListRequest{List: "enterprises", Query: industry.ListQuery{Q: "铜箔"}, User: userOf(industry.Viewer)}, "F2"},
		{office.ListRequest{List: "enterprises", Query: industry.ListQuery{Filters: map[string]string{"region": "R1"}}, User: userOf(industry.Kiosk)}, "F2"},
		{office.ListRequest{List: "enterprises", Query: industry.ListQuery{Sort: "-revenue"}, User: chainOffice}, "F1 F2"},
		{office.ListRequest{List: "enterprises", User: firmUser("F2")}, "F2"},
		{office.ListRequest{List: "projects", Chain: "all", User: userOf(industry.Department)}, "P1 P2"},
		{office.ListRequest{List: "projects", User: firmUser("F1")}, "P1"},
		{office.ListRequest{List: "projects", User: firmUser("")}, ""},
	} {
		if got := rowIDs(list(t, o, test.r)); got != test.want {
			t.Errorf("%+v: got %q, want %q", test.r, got, test.want)
		}
	}
	p := list(t, o, office.ListRequest{List: "enterprises", User: chainOffice})
	if p.Month != industry.NewMonth(2026, 10) || p.Rows[0].Cell("revenue").Number != industry.Parts(9000_250000) || p.Rows[0].Cell("growth").Shown != "+12.5%" {
		t.Errorf("month %s, %+v: the newest month, from the main source only", p.Month, p.Rows[0].Cell("revenue"))
	}
	if got := p.Rows[1].Cell("revenue").Note; got != "待说明：比上月减少" {
		t.Errorf("note %q", got)
	}
	p = list(t, o, office.ListRequest{List: "enterprises", Month: industry.NewMonth(2026, 9), User: chainOffice})
	if p.Rows[0].Cell("revenue").Number != industry.Q(8000) || !p.Rows[1].Cell("revenue").Empty() {
		t.Errorf("September: %+v", p.Rows[0].Cell("revenue"))
	}
	for _, test := range []struct {
		r    office.ListRequest
		want industry.Kind
	}{
		{office.ListRequest{List: "nothing", User: chainOffice}, industry.NotFound},
		{office.ListRequest{List: "clusters", User: firmUser("F1")}, industry.Forbidden},
		{office.ListRequest{List: "projects", Chain: "xx", User: chainOffice}, industry.NotFound},
		{office.ListRequest{List: "projects", User: userOf(industry.Metrics)}, industry.Forbidden},
		{office.ListRequest{List: "projects", User: industry.User{Roles: []industry.Role{industry.ChainOffice}, Disabled: true}}, industry.Forbidden},
		{office.ListRequest{List: "enterprises", Query: industry.ListQuery{Sort: "revenue"}, User: userOf(industry.Viewer)}, industry.Invalid},
	} {
		_, err := o.List(context.Background(), test.r)
		wantKind(t, fmt.Sprintf("%+v", test.r), err, test.want)
	}
}

func wantKind(t *testing.T, what string, err error, want industry.Kind) {
	t.Helper()
	var e *industry.Error
	if !errors.As(err, &e) || e.Kind != want {
		t.Errorf("%s: got %v, want %s", what, err, want)
	}
}

// secrets are what only those who may see single enterprises get.
var secrets = []string{"周某某", "13812345678", "13987654321", "法人手机", "9000.25", "8000", "321", `"revenue"`, `"contact"`, `"employees"`}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestListAndDetailWithhold(t *testing.T) {
	o := smallCounty(t)
	ctx := context.Background()
	for _, role := range industry.Roles() {
		user := userOf(role)
		if !user.Can(industry.SeeTotals) || user.OwnRowsOnly() {
			continue
		}
		seen := user.Can(industry.SeeEnterprises)
		d, err := o.Detail(ctx, office.DetailRequest{List: "enterprises", ID: "F1", User: user})
		if err != nil {
			t.Fatal(err)
		}
		for what, text := range map[string]string{
			"list": asJSON(t, list(t, o, office.ListRequest{List: "enterprises", User: user})), "detail": asJSON(t, d),
		} {
			for _, secret := range secrets {
				if strings.Contains(text, secret) != seen {
					t.Errorf("%s %s: %s shown = %v, want %v", role, what, secret, !seen, seen)
				}
			}
		}
	}
	d, err := o.Detail(ctx, office.DetailRequest{List: "enterprises", ID: "F1", User: firmUser("F1")})
	if err != nil || len(d.Figures) != 1 || !strings.Contains(asJSON(t, d), "13812345678") {
		t.Errorf("a firm sees itself: %v", err)
	}
}

func TestDetailTellsSourcesAndHistory(t *testing.T) {
	o := smallCounty(t)
	ctx := context.Background()
	changed := firmRecord("role", "链主", "products", "", "phone", "13800001111")
	changed.Extra["法人手机"] = "13900002222"
	id := batch(t, o, "十月.xlsx", store.Change{Record: changed, Kind: store.Changed, Version: 2, Row: 17})
	request := office.DetailRequest{List: "enterprises", ID: "F1", User: userOf(industry.ChainLeader)}
	d, err := o.Detail(ctx, request)
	if err != nil {
		t.Fatal(err)
	}
	if got := describe(fieldOf(t, d, "role")); got != "企业角色=链主 十月.xlsx 企业清单!E17; 骨干 九月.xlsx 企业清单!E8" {
		t.Errorf("role: %s", got)
	}
	if got := describe(fieldOf(t, d, "segments")); got != "环节=碳酸锂 九月.xlsx 企业清单!D8" {
		t.Errorf("a value the second file repeats comes from the first: %s", got)
	}
	if got := describe(fieldOf(t, d, "products")); got != "主要产品=— 十月.xlsx 企业清单!G17; 碳酸锂 九月.xlsx 企业清单!G8" {
		t.Errorf("a value taken back: %s", got)
	}
	if f := fieldOf(t, d, "sponsor"); f.Source != nil || len(f.Earlier) != 0 {
		t.Errorf("never filled in: %+v", f)
	}
	if len(d.Extra) != 1 || d.Extra[0].Label != "法人手机" || d.Extra[0].Value != "13900002222" || d.Extra[0].Earlier[0].Value != "13987654321" {
		t.Errorf("extra %+v", d.Extra)
	}
	if len(d.History) != 2 || d.History[1].Label != "新增" || d.History[0].Source.Batch != id || d.History[0].Row != 17 || d.History[0].Source.By != "clerk" ||
		fmt.Sprint(d.History[0].Changes) != "[{role 企业角色  骨干 链主 E17} {products 主要产品  碳酸锂 — G17} {phone 联系电话  13812345678 13800001111 N17} { 法人手机  13987654321 13900002222 }]" {
		t.Errorf("history %+v", d.History)
	}
	// The undo gives the values back; they still come from the first file.
	if _, err := o.Undo(ctx, id, clerk); err != nil {
		t.Fatal(err)
	}
	if d, err = o.Detail(ctx, request); err != nil {
		t.Fatal(err)
	}
	if got := describe(fieldOf(t, d, "role")); got != "企业角色=骨干 九月.xlsx 企业清单!E8; 链主 十月.xlsx 企业清单!E17; 骨干 九月.xlsx 企业清单!E8" {
		t.Errorf("after the undo: %s", got)
	}
	if d.History[0].Label != "恢复" || len(d.History[0].Changes) != 4 {
		t.Errorf("history %+v", d.History[0])
	}
	request.User = userOf(industry.Viewer)
	if d, err = o.Detail(ctx, request); err != nil {
		t.Fatal(err)
	}
	if s := fieldOf(t, d, "role").Source; s.Batch == 0 || s.Sheet != "企业清单" || s.File+s.Cell+s.By != "" {
		t.Errorf("a viewer's source %+v: sheet and batch only", s)
	}
}

func fieldOf(t *testing.T, d office.Detail, column string) office.DetailField {
	t.Helper()
	for _, f := range d.Fields {
		if f.Column == column {
			return f
		}
	}
	t.Fatalf("no field %s", column)
	return office.DetailField{}
}

func describe(f office.DetailField) string {
	source := func(s industry.Source) string { return fmt.Sprintf("%s %s!%s", s.File, s.Sheet, s.Cell) }
	text := f.Label + "=" + f.Shown + " " + source(*f.Source)
	for _, e := range f.Earlier {
		text += "; " + e.Shown + " " + source(e.Source)
	}
	return text
}

func TestDetailOfFiguresAndCourse(t *testing.T) {
	o := smallCounty(t)
	ctx := context.Background()
	d, err := o.Detail(ctx, office.DetailRequest{List: "enterprises", ID: "F1", User: userOf(industry.ChainOffice)})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Figures) != 1 || d.Figures[0].Indicator != "revenue" || len(d.Figures[0].Points) != 22 { // 24 months, no January
		t.Fatalf("figures %+v", d.Figures)
	}
	last := d.Figures[0].Points[21]
	if last.Month != industry.NewMonth(2026, 10) || last.Cumulative.String() != "9000.25" || last.InMonth.String() != "1000.25" || last.Growth != industry.Percent(12.503125) {
		t.Errorf("October %+v", last)
	}
	if s := d.Figures[0].Source; s == nil || s.File != "九月.xlsx" || s.Sheet != "月度调度" || s.Cell != "G13" {
		t.Errorf("source %+v", s)
	}
	if n := d.Figures[0].Notes; len(n) != 1 || n[0].Status != "快报" {
		t.Errorf("notes %+v", n)
	}
	p, err := o.Detail(ctx, office.DetailRequest{List: "projects", ID: "P1", User: userOf(industry.Viewer)})
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Row.Cell("stage").Shown + p.Row.Cell("light").Value(); got != "签约yellow" {
		t.Errorf("stage and light %s", got)
	}
	var course []string
	for _, s := range p.Course {
		course = append(course, fmt.Sprintf("%s %s%s%d %v", s.Name, s.On, s.Planned, s.Overdue, s.Reached))
	}
	if got := strings.Join(course[3:9], ";"); len(course) != 12 || got != "签约 2026-01-120 true;注册 0 false;备案 0 false;供地 0 false;开工 2026-09-0183 false;竣工 0 false" {
		t.Errorf("course %s", got)
	}
	if len(p.Events) != 2 || p.Events[0].Name != "签约" || p.Events[0].On != "2026-01-12" || p.Events[0].By != "" ||
		p.Events[1].Name != "开工" || !p.Events[1].Planned || !strings.HasPrefix(p.Events[1].At, "2026-11-23T09:00:") {
		t.Errorf("events %+v", p.Events)
	}
	for _, r := range []office.DetailRequest{
		{List: "enterprises", ID: "F9", User: userOf(industry.ChainOffice)},
		{List: "enterprises", ID: "F1", User: firmUser("F2")},
		{List: "projects", ID: "P2", User: firmUser("F1")},
		{List: "policies", ID: "P2", User: userOf(industry.ChainOffice)},
	} {
		_, err := o.Detail(ctx, r)
		wantKind(t, fmt.Sprintf("%+v", r), err, industry.NotFound)
	}
}

func TestDetailOfAWithdrawnRecord(t *testing.T) {
	o := smallCounty(t)
	ctx := context.Background()
	id := batch(t, o, "误.xlsx", added(made(industry.ProjectRegister, "code", "P3", "name", "误填项目", "chain", "ne"))...)
	if _, err := o.Undo(ctx, id, clerk); err != nil {
		t.Fatal(err)
	}
	if got := rowIDs(list(t, o, office.ListRequest{List: "projects", User: userOf(industry.ChainOffice)})); got != "P1 P2" {
		t.Errorf("list %s", got)
	}
	d, err := o.Detail(ctx, office.DetailRequest{List: "projects", ID: "P3", User: userOf(industry.ChainOffice)})
	if err != nil || !d.Withdrawn || d.Name != "误填项目" || fieldOf(t, d, "name").Value != "误填项目" || d.History[0].Label != "撤回" {
		t.Errorf("%+v, %v", d, err)
	}
	_, err = o.Detail(ctx, office.DetailRequest{List: "projects", ID: "P3", User: userOf(industry.Viewer)})
	wantKind(t, "a viewer", err, industry.NotFound)
}
