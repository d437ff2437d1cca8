package office_test

import (
	"context"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// A visit becomes an issue: record, number at the visit and audit stand together,
// and what is refused leaves both as they were.
func TestVisitBecomesIssue(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		firm := creditCode(t, "91360000MA35FAKE")
		sheets := workingSheets()
		sheets["企业清单"][1][0] = firm
		sheets["走访记录"] = [][]any{{"日期", "企业", "意见建议"}, {"2026-09-01", "示例甲子电芯有限公司", "蒸汽价格偏高"}}
		take(t, o, sheets)
		id := "2026-09-01" + industry.KeySeparator + firm
		r := office.EditRequest{List: "visits", Chain: "ne", ID: id, User: userOf(industry.ChainOffice), Actor: clerk}

		f, err := o.VisitIssueForm(ctx, r)
		if err != nil {
			t.Fatal(err)
		}
		typed := office.Typed{Version: f.Version, Fields: map[string]string{}}
		for _, x := range f.Fields {
			typed.Fields[x.Column] = x.Value
		}
		if f.Visit != "2026-09-01 走访示例甲子电芯有限公司" || typed.Fields["enterprise"] != "示例甲子电芯有限公司" || typed.Fields["chain"] != "新能源" ||
			typed.Fields["origin"] != "走访" || typed.Fields["raised_on"] != "2026-09-01" || typed.Fields["content"] != "蒸汽价格偏高" {
			t.Errorf("%s: %v", f.Visit, typed.Fields)
		}
		visit := func() store.Entry {
			t.Helper()
			all, err := o.Store().Records(ctx, industry.VisitRegister)
			if err != nil {
				t.Fatal(err)
			}
			return all[id]
		}

		wrong := office.Typed{Version: f.Version, Fields: map[string]string{"content": "", "raised_on": "2026-09-01"}}
		_, back, err := o.RaiseIssue(ctx, r, wrong)
		wantKind(t, "without content", err, industry.Invalid)
		if back.List == nil || back.Version != f.Version {
			t.Errorf("the form does not come back: %+v", back)
		}
		code, _, err := o.RaiseIssue(ctx, r, typed)
		if err != nil || code != "WT0002" {
			t.Fatalf("%s %v", code, err)
		}
		if got := visit(); got.Record.Get("issues") != "WT0002" || got.Version != 2 {
			t.Errorf("the visit says %q at version %d", got.Record.Get("issues"), got.Version)
		}
		if got := lastAudit(t, o, industry.ActSave); !strings.HasPrefix(got, "问题清单 WT0002: 由走访记录 2026-09-01 "+firm+" 转为问题") {
			t.Errorf("audit %s", got)
		}
		_, back, err = o.RaiseIssue(ctx, r, typed)
		wantKind(t, "a second time from the old page", err, industry.Conflict)
		typed.Version = back.Version
		_, _, err = o.RaiseIssue(ctx, r, typed)
		wantKind(t, "the same issue again", err, industry.Invalid)
		typed.Fields["content"] = "招工困难"
		if code, _, err = o.RaiseIssue(ctx, r, typed); err != nil || visit().Record.Get("issues") != "WT0002、"+code {
			t.Errorf("another one: %v, %q", err, visit().Record.Get("issues"))
		}

		d, err := o.Detail(ctx, office.DetailRequest{List: "issues", ID: code, User: r.User})
		if err != nil {
			t.Fatal(err)
		}
		groups, err := o.Related(ctx, d, r.User)
		if err != nil || len(groups) != 1 || groups[0].Rows[0].ID != id {
			t.Errorf("the issue's visits: %+v %v", groups, err)
		}
		if groups, err := o.Related(ctx, d, firmUser(firm)); err != nil || len(groups) != 0 {
			t.Errorf("an enterprise is told of visits: %+v %v", groups, err)
		}
		r.User = userOf(industry.Viewer)
		_, err = o.VisitIssueForm(ctx, r)
		wantKind(t, "a viewer", err, industry.Forbidden)
		r.User, r.List, r.ID = userOf(industry.ChainOffice), "issues", code
		_, err = o.VisitIssueForm(ctx, r)
		wantKind(t, "an issue is no visit", err, industry.NotFound)
	})
}
