package office_test

import (
	"errors"
	"fmt"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// TestAStageIsTakenWithItsEvidence: record, event, file and audit are written
// together or not at all, on both databases.
func TestAStageIsTakenWithItsEvidence(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := t.Context()
		take(t, o, map[string][][]any{"产业链": {{"编码", "名称"}, {"ne", "新能源"}}})
		take(t, o, map[string][][]any{"项目清单": {{"项目编码", "项目名称", "产业链", "协议类型", "框架协议日期"}, {"P1", "电芯项目", "ne", "框架协议", "2026-03-01"}}})
		r := office.EditRequest{List: "projects", Chain: "ne", ID: "P1", User: userOf(industry.ChainOffice), Actor: clerk}
		file := &office.FileUpload{Name: "合同.pdf", Data: []byte("%PDF-1.7 合同")}
		typed := office.StageTyped{Version: 1, Step: "reach", On: "2026-05-08", Note: "正式合同", File: file}
		var e *industry.Error
		if _, err := o.TakeStage(ctx, r, "signed", typed); !errors.As(err, &e) || e.Message != "已签约的项目没有填总投资。补填总投资，或在未签约前不填签约日期；请先在“修改”中补填" {
			t.Fatalf("signed without a total: %v", err)
		}
		detail := func() office.Detail {
			d, err := o.Detail(ctx, office.DetailRequest{List: "projects", ID: "P1", User: r.User})
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		if d := detail(); len(d.Files) != 0 || len(d.Events) != 1 {
			t.Fatalf("a refused step left %d files, %d events", len(d.Files), len(d.Events))
		}
		take(t, o, map[string][][]any{"项目清单": {{"项目编码", "项目名称", "总投资"}, {"P1", "电芯项目", "5000"}}})
		typed.Version = 2
		if _, err := o.TakeStage(ctx, r, "signed", typed); err != nil {
			t.Fatal(err)
		}
		d := detail()
		step := d.Track.Steps[3]
		if d.Record.Get("agreement") != "正式合同" || step.On != "2026-05-08" || len(step.Changes) != 1 || step.Changes[0].Note != "正式合同" || step.Changes[0].By != clerk.Name || len(step.Changes[0].Files) != 1 {
			t.Errorf("signed as %+v", step)
		}
		if got := lastAudit(t, o, industry.ActSave); got != "项目清单 P1: 登记进展 签约 2026-05-08，正式合同，上传附件 合同.pdf（1 KB）" {
			t.Errorf("audit %s", got)
		}
		typed = office.StageTyped{Version: 3, Step: "evidence", Note: "公证书", File: file}
		if f, err := o.TakeStage(ctx, r, "signed", typed); !errors.As(err, &e) || e.Kind != industry.Conflict || f.Errors["file"] == "" || len(detail().Track.Steps[3].Changes) != 1 {
			t.Errorf("the same file again: %v %v", err, f.Errors)
		}
		viewer := userOf(industry.Viewer)
		if d, err := o.Detail(ctx, office.DetailRequest{List: "projects", ID: "P1", User: viewer}); err != nil || len(d.Files) != 0 || d.Ledger != nil || d.Track.Steps[3].Changes[0].Note+d.Track.Steps[3].Changes[0].By != "" {
			t.Errorf("a viewer sees %+v %v", d.Track.Steps[3], err)
		}
	})
}

// TestPaymentsOfADayAreNumbered: whoever enters a second payment of a day need not
// know its number.
func TestPaymentsOfADayAreNumbered(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, map[string][][]any{"产业链": {{"编码", "名称"}, {"ne", "新能源"}}})
		take(t, o, map[string][][]any{"项目清单": {{"项目编码", "项目名称", "产业链"}, {"P1", "电芯项目", "ne"}}})
		r := office.EditRequest{List: "arrivals", Chain: "ne", User: userOf(industry.ChainOffice), Actor: clerk}
		for n := 1; n <= 3; n++ {
			id, _, err := o.SaveForm(t.Context(), r, office.Typed{Fields: map[string]string{"project": "电芯项目", "on_date": "2026-05-01", "amount": "10"}})
			if want := fmt.Sprintf("P1␟2026-05-01␟%d", n); err != nil || id != want {
				t.Errorf("payment %d is %q, %v", n, id, err)
			}
		}
	})
}
