package office_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// The file has every table of the page, single enterprises only for who may see
// them, and its figures are those of dispatch.
func TestRnDFileByRight(t *testing.T) {
	o := openOffice(t, "sqlite:"+t.TempDir()+"/sample.db")
	loadSample(t, o)
	file := func(role industry.Role) (string, string) {
		var b bytes.Buffer
		if err := o.RnDFile(context.Background(), &b, office.Query{Chain: "nm"}, office.Reader{User: userOf(role), Actor: clerk}); err != nil {
			t.Fatal(err)
		}
		f := openBook(t, b.Bytes())
		text := ""
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				text += strings.Join(r, "|") + "\n"
			}
		}
		return strings.Join(f.GetSheetList(), " "), text
	}
	sheets, text := file(industry.ChainOffice)
	if sheets != "研发指标 分环节 全社会研发投入 企业资质 部门分工 资质到期与新认定 无研发费用企业" {
		t.Errorf("sheets: %s", sheets)
	}
	for _, want := range []string{"会计口径、月度、快报", "2025年|", "已到期未续|"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	r, err := o.RnD(context.Background(), office.Query{Chain: "nm"}, true)
	if err != nil {
		t.Fatal(err)
	}
	if l := line(t, o, "nm", "2026-10", "rnd_expense"); r.Line("rnd_expense").Cumulative != l.Cumulative || r.Total.Value != l.Cumulative || l.Cumulative.Decimal() != "19095.84" {
		t.Errorf("expenses %v, by segment %v, in dispatch %v", r.Line("rnd_expense").Cumulative, r.Total.Value, l.Cumulative)
	}
	if r.Coverage.Active != industry.Q(31) || r.Coverage.Listed != industry.Q(36) {
		t.Errorf("coverage %+v", r.Coverage)
	}
	sheets, text = file(industry.Viewer)
	if strings.Contains(sheets, "企业 ") && strings.Contains(sheets, "无研发费用企业") || strings.Contains(sheets, "资质到期") {
		t.Errorf("sheets of a visitor: %s", sheets)
	}
	for _, f := range r.Silent {
		if strings.Contains(text, f.Name) {
			t.Errorf("a visitor's file names %s", f.Name)
		}
	}
}

// The rates of the registers in the sample: 14 of 25 issues handed on are done, 56
// of 89 listed enterprises were visited.
func TestSampleShares(t *testing.T) {
	o := openOffice(t, "sqlite:"+t.TempDir()+"/sample.db")
	loadSample(t, o)
	for _, want := range []struct{ chain, code, cumulative, base string }{
		{"ne", "issue_closing", "52.941176", "75"},
		{"nm", "issue_closing", "62.5", "100"},
		{"all", "issue_closing", "56", "85.714286"},
		{"ne", "visit_coverage", "69.811321", "37.5"},
		{"nm", "visit_coverage", "52.777778", "32.352941"},
		{"all", "visit_coverage", "62.921348", "35.365854"},
	} {
		l := line(t, o, want.chain, "2026-10", want.code)
		if l.Cumulative.Decimal() != want.cumulative || l.Base.Decimal() != want.base || l.Growth.Known || l.Origin != industry.Registered {
			t.Errorf("%s %s: %s, a year ago %s", want.chain, want.code, l.Cumulative.Decimal(), l.Base.Decimal())
		}
	}
	for of, want := range map[industry.Aspect]string{
		industry.OfCumulative: "已办结 14 ÷ 已交办 25 ＝ 56%（其中未到期 4 件）", industry.OfBase: "已办结 6 ÷ 已交办 7 ＝ 85.71%",
	} {
		tr, err := o.Trace(context.Background(), office.TraceRequest{Query: office.Query{Chain: "all"}, Indicator: "issue_closing", Of: of, Open: true})
		if err != nil || tr.Formula != want {
			t.Errorf("%s: %q, %v", of, tr.Formula, err)
		}
		if of == industry.OfCumulative && len(tr.Inputs) != 25 {
			t.Errorf("%d issues behind it", len(tr.Inputs))
		}
	}
}
