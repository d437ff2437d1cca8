package office_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// A record of a past moment is as everything beside it was known then, and says what
// came after: fields, payments, files, figures, visits, decisions.
func TestDetailOfAPastMoment(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx, user := context.Background(), userOf(industry.ChainOffice)
		sheets := workingSheets()
		firm := creditCode(t, "91360000MA35FAKE")
		sheets["企业清单"][1][0] = firm
		take(t, o, sheets)
		take(t, o, reports([]any{"2026-06", "示例甲子电芯有限公司", "营业收入", "", nil, 500, 400}))
		beside := office.AttachRequest{List: "projects", ID: "P1", User: user, Actor: clerk}
		attach := func(name string) {
			t.Helper()
			if err := o.Attach(ctx, beside, office.FileUpload{Name: name, Data: []byte("%PDF-1.7 " + name)}); err != nil {
				t.Fatal(err)
			}
		}
		attach("合同.pdf")
		then := o.Now()
		time.Sleep(2 * time.Millisecond)
		detail := func(list, id string, at time.Time) office.Detail {
			t.Helper()
			d, err := o.Detail(ctx, office.DetailRequest{List: list, ID: id, User: user, AsOf: at})
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		since := func(d office.Detail) office.DetailLater {
			t.Helper()
			l, err := o.DetailSince(ctx, d, user)
			if err != nil {
				t.Fatal(err)
			}
			return l
		}
		for list, id := range map[string]string{"projects": "P1", "issues": "WT0001", "enterprises": firm} {
			if l := since(detail(list, id, then)); l.Any() {
				t.Errorf("%s: nothing changed, but %+v", list, l)
			}
		}

		attach("施工许可证.pdf")
		if err := o.WithdrawAttachment(ctx, beside, detail("projects", "P1", time.Time{}).Files[0].ID); err != nil {
			t.Fatal(err)
		}
		take(t, o, map[string][][]any{
			"项目清单": {{"项目编码", "项目名称", "产业链", "开工日期"}, {"P1", "示例电芯项目", "新能源", "2026-06-01"}},
			"资金到位": {{"项目编码", "日期", "序号", "金额(亿元)", "类型"}, {"P1", "2026-07-01", 1, 1, "固定资产"}},
			"走访记录": {{"日期", "企业", "问题编号"}, {"2026-10-01", "示例甲子电芯有限公司", "WT0001"}},
			"议定事项": {{"会议", "事项", "牵头单位", "时限", "状态", "涉及"}, {"示例县10月调度会", "协调专线", "县供电公司", "2026-11-30", "办理中", "问题:WT0001"}},
		})
		take(t, o, reports([]any{"2026-06", "示例甲子电芯有限公司", "营业收入", "", nil, 600, 400}))

		p := detail("projects", "P1", then)
		if len(p.Files) != 1 || p.Files[0].Name != "合同.pdf" || p.Files[0].Withdrawn() || len(p.Ledger.Rows) != 2 || p.Record.Get("started_on") != "" || p.Stands() {
			t.Errorf("the project was %+v with %d payments, files %+v", p.Record.Values, len(p.Ledger.Rows), p.Files)
		}
		l := since(p)
		if len(l.Changes) != 1 || l.Changes[0].Label != "开工日期" || l.Changes[0].From != "—" || l.Changes[0].To != "2026-06-01" ||
			strings.Join(l.Parts, " ") != "进度登记 到位资金 附件" {
			t.Errorf("of the project: %+v", l)
		}
		if l := since(detail("issues", "WT0001", then)); strings.Join(l.Parts, " ") != "走访 相关议定事项" || len(l.Changes) != 0 {
			t.Errorf("of the issue: %+v", l)
		}
		e := detail("enterprises", firm, then)
		if len(e.Figures) != 1 || e.Figures[0].Points[len(e.Figures[0].Points)-1].Cumulative.Decimal() != "500" {
			t.Errorf("the enterprise had %+v", e.Figures)
		}
		if l := since(e); !slices.Contains(l.Parts, "月度数据") || !slices.Contains(l.Parts, "走访") {
			t.Errorf("of the enterprise: %+v", l)
		}
		_, err := o.Detail(ctx, office.DetailRequest{List: "projects", ID: "P1", User: user, AsOf: then.AddDate(-1, 0, 0)})
		wantKind(t, "before it was registered", err, industry.NotFound)
	})
}
