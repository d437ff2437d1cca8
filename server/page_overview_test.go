package server

import (
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
)

// TestOverviewHeadlines holds the sample's figures of 2026年1—10月, computed
// from the workbook apart from this program.
func TestOverviewHeadlines(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	for _, want := range []struct{ path, revenue, growth string }{
		{"/", "196.50亿元缺3户", "同口径 +11.2%"},
		{"/?chain=ne", "133.51亿元缺1户", "同口径 +12.6%"},
		{"/?chain=nm&month=2026-10", "62.99亿元缺2户", "同口径 +8.3%"},
	} {
		d := b.page(want.path)
		expect(t, d, ".kpi .k span", "营业收入")
		expect(t, d, ".kpi .v", want.revenue)
		expect(t, d, ".kpi .s span", want.growth)
	}
}

func TestOverviewParts(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("office").page("/")
	expect(t, d, ".top .brand .demo", "示例数据")
	if got := texts(d.Selection, ".pick select[name=chain] option"); strings.Join(got, " ") != "全部产业链 新能源产业链 新材料产业链" {
		t.Errorf("chains to choose: %q", got)
	}
	if got := texts(d.Selection, ".pick select[name=month] option"); len(got) != 31 || got[0] != "2026年1—10月" || got[8] != "2026年1—2月" {
		t.Errorf("months to choose: %q", got) // three years without their January
	}
	if got := texts(d.Selection, ".rate"); len(got) != 4 || got[0] != "履约率85.3%注册 29 / 签约 34" || got[3] != "资金到位率43.7%到位 52.55 / 合同 120.35 亿元" {
		t.Errorf("rates: %q", got)
	}
	if got := texts(d.Selection, ".stp"); strings.Join(got, " ") != "34签约 29注册 19开工 11竣工 10投产 6入规" {
		t.Errorf("funnel: %q", got)
	}
	if got := texts(d.Selection, ".chaincard .num.big"); strings.Join(got, " ") != "133.51亿元 62.99亿元" {
		t.Errorf("cards of chains: %q", got)
	}
	if got := folded(d.Find(".chaincard").First().Find("dl").Text()); !strings.Contains(got, "链长陈示明") || strings.Contains(got, "方示谦") {
		t.Errorf("who leads: %q", got)
	}
	if got := texts(d.Selection, ".segs, .panel:contains(环节诊断) tbody th"); len(got) != 15 || got[0] != "钠离子电池" {
		t.Errorf("segments to mend: %q", got)
	}
	for _, panel := range d.Find("main .panel").Nodes {
		s := d.FindNodes(panel)
		if s.Find(".pf").Length() == 0 && s.Find("h2").Text() != "数据提醒" {
			t.Errorf("panel %q has no footnote", s.Find("h2").Text())
		}
	}
}

func TestOverviewNamesNobodyToViewers(t *testing.T) {
	st := sampleSite(t)
	const missing = "示例壬子循环有限公司"
	open, closed := st.signedIn("office"), st.signedIn("viewer")
	for _, path := range []string{"/", "/dispatch", "/chains/ne", "/trace?indicator=revenue", "/api/v1/chains/ne/dispatch"} {
		if !strings.Contains(open.get(path).Body.String(), missing) {
			t.Errorf("%s does not tell the office who is missing", path)
		}
		for _, word := range []string{"有限公司", "有限责任公司"} {
			if strings.Contains(closed.get(path).Body.String(), word) {
				t.Errorf("%s tells a viewer of single firms: %s", path, word)
			}
		}
	}
	if got := folded(closed.page("/").Find(".panel:contains(填报情况) .kv").Text()); got != "86/ 89 户已报 / 应报规上企业" {
		t.Errorf("coverage: %q", got)
	}
}

func TestSmallBranchesAreHiddenFromViewers(t *testing.T) {
	group := func(name string, firms int, value int64) industry.GroupSum {
		sum := industry.Sum{Reported: firms, Cumulative: industry.Q(value), Based: firms, BasedCumulative: industry.Q(value), Base: industry.Q(value - 1)}
		return industry.GroupSum{Group: industry.Party{ID: name, Name: name}, Expected: firms, Sum: sum}
	}
	b := industry.BreakdownOf(industry.Indicator{Code: revenue}, []industry.GroupSum{group("甲", 1, 50), group("乙", 9, 90), group("丙", 5, 70)})
	o := industry.Overview{Branches: &b}
	shown := func(v view) []bool {
		var list []bool
		for _, row := range figuresOf(v, o, nil).Pulls {
			list = append(list, row.Value.Known)
		}
		return list
	}
	if got := shown(view{Open: true}); !slices.Equal(got, []bool{true, true, true}) {
		t.Errorf("for the office: %v", got)
	}
	if got := shown(view{}); !slices.Equal(got, []bool{false, true, false}) { // a second one, or subtraction tells
		t.Errorf("for a viewer: %v", got)
	}
}

func TestEnterpriseOpensOnItself(t *testing.T) {
	st := sampleSite(t)
	st.addUser("firm", industry.RoleEnterprise)
	w := st.signedIn("firm").get("/")
	if got := w.Header().Get("Location"); got != "/chains/all/lists/enterprises/91369921MAPGH8108J" {
		t.Errorf("led to %q (%d)", got, w.Code)
	}
	expect(t, st.signedIn("firm").page(w.Header().Get("Location")), ".whead h1", "示例壬子循环有限公司")
}

func TestOverviewWithoutData(t *testing.T) {
	st := newSite(t)
	st.addUser("office", industry.ChainOffice)
	d := st.signedIn("office").page("/")
	if got := d.Find(".state a.go").AttrOr("href", ""); got != "/imports" {
		t.Errorf("the empty page leads to %q", got)
	}
	if d.Find(".kpi").Length() != 0 {
		t.Error("tiles without figures")
	}
}
