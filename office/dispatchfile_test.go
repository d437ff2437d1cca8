package office_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// The file has every table of the page; whoever may not see single enterprises
// gets no sheet and no cell that names one.
func TestDispatchFileByRight(t *testing.T) {
	o := openOffice(t, "sqlite:"+t.TempDir()+"/sample.db")
	loadSample(t, o)
	ctx := context.Background()
	file := func(role industry.Role) ([]string, string, map[string][][]string) {
		var b bytes.Buffer
		q := office.DispatchQuery{Query: office.Query{Chain: "ne"}, Indicator: "revenue"}
		if err := o.DispatchFile(ctx, &b, q, office.Reader{User: userOf(role), Actor: clerk}); err != nil {
			t.Fatal(err)
		}
		f := openBook(t, b.Bytes())
		sheets, text := map[string][][]string{}, ""
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			sheets[name] = rows
			for _, r := range rows {
				text += strings.Join(r, "|") + "\n"
			}
		}
		return f.GetSheetList(), text, sheets
	}
	names, _, sheets := file(industry.ChainOffice)
	if got := strings.Join(names, " "); got != "月度调度 走势对比 细分链 分环节 分区域 分企业 企业升降 停产减产 逐月同比" {
		t.Errorf("sheets of the chain office: %s", got)
	}
	if got := strings.Join(sheets["走势对比"][4], "|"); !strings.HasPrefix(got, "月份|本年累计|上年同期|同比(%)|当月|当月来历|全国同比(%)|全省同比(%)|全市同比(%)") {
		t.Errorf("header of the trend: %s", got)
	}
	firms := map[string]bool{}
	for _, r := range sheets["分企业"][5:] {
		if r[0] != "合计" {
			firms[r[0]] = true
		}
	}
	if len(firms) != 53 || len(sheets["逐月同比"])-5 != 53 {
		t.Errorf("%d enterprises, %d rows by month", len(firms), len(sheets["逐月同比"])-5)
	}
	for _, role := range []industry.Role{industry.Viewer, industry.Department} {
		names, text, _ := file(role)
		if got := strings.Join(names, " "); got != "月度调度 走势对比 细分链 分环节 分区域 逐月同比" {
			t.Errorf("sheets of %s: %s", role, got)
		}
		for firm := range firms {
			if strings.Contains(text, firm) {
				t.Errorf("%s reads of %s", role, firm)
			}
		}
		if !strings.Contains(text, "隐去") {
			t.Errorf("nothing is hidden from %s", role)
		}
	}
	var b bytes.Buffer
	q := office.DispatchQuery{Query: office.Query{Chain: "ne"}, Indicator: "none"}
	if err := o.DispatchFile(ctx, &b, q, office.Reader{User: userOf(industry.Viewer), Actor: clerk}); err == nil || b.Len() > 0 {
		t.Errorf("an unknown indicator: %v, %d bytes", err, b.Len())
	}
}
