package industry

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// working is the county's other registers on Monday 12 October 2026; the first
// week of October counts as worked until holidays are known.
func working(list string) (*List, ListFacts) {
	f := county()
	f.Chain, f.Open, f.Revenue, f.Calendar = AllChains, false, nil, shipped()
	f.Chains = map[string][]string{"enterprise:F1": {"ne"}, "enterprise:F3": {"cu", "ne"}, "project:P9": {"cu"}}
	for _, r := range f.Records {
		f.Directory.Add(r)
	}
	l := ListOf(list)
	f.Records = nil
	for _, r := range []Record{
		row(ClusterRegister, "name", "锂电集群", "chain", "ne", "level", "省级", "above_scale", "12", "revenue", "881200", "tax", "1200.5"),
		row(ClusterRegister, "name", "铜箔集群", "chain", "cu", "above_scale", "2", "enterprises", "30", "revenue", "990001", "tax", "7771"),
		row(ClusterRegister, "name", "县域集群", "enterprises", "3", "revenue", "500"),
		row(IssueRegister, "code", "W1", "enterprise", "F1", "chain", "ne", "content", "用电负荷不足", "raised_on", "2026-09-01", "lead_department", "县供电公司",
			"assigned_on", "2026-09-30", "limit_days", "3", "state", "办理中", "supervised", "是"), // due Sat 10 Oct, which is worked
		row(IssueRegister, "code", "W2", "enterprise", "F3", "content", "招工困难", "raised_on", "2026-10-08", "assigned_on", "2026-10-09", "limit_days", "15", "state", "交办"),
		row(IssueRegister, "code", "W3", "project", "P9", "enterprise", "F1", "content", "用地指标", "raised_on", "2026-10-09", "state", "登记"),
		row(IssueRegister, "code", "W4", "chain", "ne", "content", "道路破损", "raised_on", "2026-08-01", "assigned_on", "2026-08-03", "limit_days", "7",
			"handled_on", "2026-08-13", "state", "销号", "closed_on", "2026-08-20"), // due Wed 12 Aug
		row(IssueRegister, "code", "W5", "chain", "ne", "content", "融资", "raised_on", "2026-08-01", "assigned_on", "2026-08-03", "limit_days", "7",
			"handled_on", "2026-08-12", "state", "回访"),
		row(IssueRegister, "code", "W6", "content", "县级事项", "raised_on", "2026-08-01", "assigned_on", "2026-10-01", "limit_days", "7", "handled_on", "2026-10-08", "state", "退回重办"),
		row(PolicyRegister, "name", "示例县若干措施", "issued_on", "2026-01-05", "valid_until", "2026-10-11"),
		row(PolicyRegister, "code", "示府发〔2026〕3号", "name", "示例行动方案", "chains", "ne", "issued_on", "2026-02-01", "valid_until", "2026-12-11", "level", "县"),
		row(PolicyRegister, "code", "示府发〔2026〕4号", "name", "铜产业办法", "chains", "cu", "issued_on", "2026-03-01", "valid_until", "2026-12-12"),
		row(PlatformRegister, "name", "储能实验室", "chain", "ne", "segment", "ne␟S2", "level", "省级", "valid_until", "2026-10-12"),
		row(PlatformRegister, "name", "众创空间", "chain", "cu"),
		row(TechnologyRegister, "chain", "ne", "segment", "ne␟S1", "name", "提锂", "stage", "中试", "level", "并跑", "start_year", "2024", "target_year", "2027", "lead_enterprise", "F1"),
		row(VisitRegister, "on_date", "2026-09-01", "enterprise", "F1", "leader", "甲领导", "departments", "县工信局、县科技局", "advice", "用电负荷不足", "issues", "W1"),
		row(VisitRegister, "on_date", "2026-09-08", "enterprise", "F3", "leader", "乙领导", "departments", "县工信局", "advice", "暂无诉求"),
		row(DecisionRegister, "code", "Y1", "meeting", "8月调度会", "content", "协调专线", "lead_department", "县供电公司", "due", "2026-10-10", "state", "延期"),
		row(DecisionRegister, "code", "Y2", "meeting", "8月调度会", "content", "银企对接", "lead_department", "县科技局", "due", "2026-09-30", "state", "已完成", "completed_on", "2026-10-01"),
		row(DecisionRegister, "code", "Y3", "meeting", "9月调度会", "content", "专场招聘", "lead_department", "县人社局", "due", "2026-10-12", "state", "办理中"),
		row(DecisionRegister, "code", "Y4", "meeting", "9月调度会", "content", "梳理图谱", "lead_department", "县商务局", "due", "2026-09-30", "state", "已完成"),
		row(DecisionRegister, "code", "Y5", "meeting", "9月调度会", "content", "培训", "lead_department", "县科技局", "due", "2026-09-30", "state", "已完成", "completed_on", "2026-09-30"),
		row(TechnologyRegister, "chain", "ne", "segment", "ne␟S1", "name", "沉锂", "stage", "量产", "start_year", "2023", "target_year", "2026"),
	} {
		if r.Register == l.Register {
			f.Records = append(f.Records, r)
		}
	}
	return l, f
}

func TestWorkingLists(t *testing.T) {
	for _, test := range []struct {
		list, chain string
		q           ListQuery
		want        string
	}{
		{"issues", AllChains, ListQuery{}, "W1 W6 W2 W3 W4 W5"}, // overdue, pending by day, no limit, handled late, in time
		{"issues", "ne", ListQuery{}, "W1 W2 W4 W5"},
		{"issues", "cu", ListQuery{}, "W2 W3"}, // by the firm's chains; the project's before the firm's
		{"issues", AllChains, ListQuery{Filters: map[string]string{"deadline": "逾期"}}, "W1"},
		{"issues", AllChains, ListQuery{Filters: map[string]string{"deadline": "pending"}}, "W6 W2"},
		{"issues", AllChains, ListQuery{Filters: map[string]string{"supervised": "是"}}, "W1"},
		{"issues", AllChains, ListQuery{Q: "丙寅铜箔"}, "W2"},
		{"issues", AllChains, ListQuery{Sort: "-raised_on"}, "W3 W2 W1 W4 W5 W6"},
		{"bottlenecks", AllChains, ListQuery{}, "W1 W6 W2 W3 W5"}, // not struck off
		{"bottlenecks", "ne", ListQuery{}, "W1 W2 W5"},
		{"policies", AllChains, ListQuery{}, "示府发〔2026〕4号 示府发〔2026〕3号 示例县若干措施"},
		{"policies", "ne", ListQuery{}, "示府发〔2026〕3号 示例县若干措施"}, // what names no chain is for all
		{"policies", AllChains, ListQuery{Filters: map[string]string{"of_chains": "全部产业链"}}, "示例县若干措施"},
		{"policies", AllChains, ListQuery{Filters: map[string]string{"validity": "expired"}}, "示例县若干措施"},
		{"policies", AllChains, ListQuery{Filters: map[string]string{"validity": "即将到期"}}, "示府发〔2026〕3号"}, // 60 days ahead
		{"platforms", AllChains, ListQuery{}, "储能实验室 众创空间"},
		{"platforms", AllChains, ListQuery{Filters: map[string]string{"segment": "PACK 与储能"}}, "储能实验室"},
		{"technologies", AllChains, ListQuery{}, "ne␟ne␟S1␟沉锂 ne␟ne␟S1␟提锂"},
		{"technologies", AllChains, ListQuery{Filters: map[string]string{"branch": "锂电", "level": "并跑"}}, "ne␟ne␟S1␟提锂"},
		{"technologies", AllChains, ListQuery{Q: "甲子锂业"}, "ne␟ne␟S1␟提锂"},
		{"visits", AllChains, ListQuery{}, "2026-09-08␟F3 2026-09-01␟F1"},
		{"visits", "ne", ListQuery{Filters: map[string]string{"departments": "县科技局"}}, "2026-09-01␟F1"},
		{"visits", "cu", ListQuery{}, "2026-09-08␟F3"}, // by the firm's chains
		{"visits", AllChains, ListQuery{Filters: map[string]string{"raised": "未转"}}, "2026-09-08␟F3"},
		{"visits", AllChains, ListQuery{Q: "用电负荷"}, ""},    // what a firm said is withheld
		{"decisions", "cu", ListQuery{}, "Y1 Y3 Y2 Y5 Y4"}, // overdue, due today, late, in time, on an unknown day; every chain's
		{"decisions", AllChains, ListQuery{Filters: map[string]string{"deadline": "late"}}, "Y2"},
		{"clusters", AllChains, ListQuery{}, "锂电集群 县域集群 铜箔集群"}, // by revenue as far as a viewer may see it
		{"clusters", "cu", ListQuery{}, "铜箔集群"},
		{"clusters", AllChains, ListQuery{Filters: map[string]string{"revenue": "990001"}}, ""},
	} {
		l, f := working(test.list)
		f.Chain = test.chain
		if got := ids(t, l, f, test.q); got != test.want {
			t.Errorf("%s of %s %+v: got %q, want %q", test.list, test.chain, test.q, got, test.want)
		}
	}
}

// A visit is called by its day and enterprise; what the enterprise said is for
// those who may see single ones. A decision is late by calendar days.
func TestLedgers(t *testing.T) {
	l, f := working("visits")
	if got := l.RowName(f.Records[0], f.Directory); got != "2026-09-01 走访甲子锂业（集团）" {
		t.Errorf("called %q", got)
	}
	for _, open := range []bool{false, true} {
		f.Open = open
		p, err := l.Page(f, ListQuery{Sort: "id"})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Rows[0].Cell("advice").Shown == "用电负荷不足"; got != open {
			t.Errorf("open %v: %q", open, p.Rows[0].Cell("advice").Shown)
		}
		if text := marshal(t, p); strings.Contains(text, "用电负荷") != open || !strings.Contains(text, `"raised":"yes","raised_name":"已转"`) {
			t.Errorf("open %v: %s", open, text)
		}
	}
	l, f = working("decisions")
	p, err := l.Page(f, ListQuery{Sort: "id"})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range p.Rows {
		lines = append(lines, r.ID+" "+r.Cell("deadline").Shown+" "+r.Cell("overdue_days").Shown)
	}
	if got := strings.Join(lines, "|"); got != "Y1 逾期2天 2|Y2 逾期完成 —|Y3 今日到期 —|Y4 — —|Y5 按期完成 —" {
		t.Error(got)
	}
}

func TestIssueDeadlines(t *testing.T) {
	l, f := working("issues")
	p, err := l.Page(f, ListQuery{Sort: "id"})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range p.Rows {
		lines = append(lines, fmt.Sprintf("%s %s %s %s %s", r.ID, r.Cell("due").Shown, r.Cell("deadline").Shown, r.Cell("overdue_days").Shown, r.Cell("of_chain").Shown))
	}
	want := `W1 2026-10-10 逾期1个工作日 1 新能源
W2 2026-10-29 剩13个工作日 — 铜基新材料、新能源
W3 — 未定时限 — 铜基新材料
W4 2026-08-12 逾期办结 — 新能源
W5 2026-08-12 按期办结 — 新能源
W6 2026-10-15 剩3个工作日 — —`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := p.Rows[0].Cell("deadline").Note; got != "2026-09-30交办，时限3个工作日，应于2026-10-10前办结" {
		t.Errorf("note %q", got)
	}
	text := marshal(t, p)
	for _, member := range []string{`"due":"2026-10-10"`, `"deadline":"overdue","deadline_name":"逾期"`, `"overdue_days":1`, `"enterprise":"甲子锂业（集团）","enterprise_key":"F1"`, `"limit_days":3`, `"supervised":true`} {
		if !strings.Contains(text, member) {
			t.Errorf("JSON lacks %s: %s", member, text)
		}
	}
}

func TestClusterFiguresOfFewFirmsAreHidden(t *testing.T) {
	l, f := working("clusters")
	p, err := l.Page(f, ListQuery{Sort: "name"})
	if err != nil {
		t.Fatal(err)
	}
	text := marshal(t, p)
	if strings.Contains(text, "990001") || strings.Contains(text, "7771") || !strings.Contains(text, "881200") {
		t.Errorf("a viewer's JSON: %s", text)
	}
	few := p.Rows[1] // 铜箔集群
	if c := few.Cell("revenue"); c.Shown != "隐去" || c.Note != "规上企业不足3户，数据隐去" || few.Record.Get("tax") != "" || few.Shown.Get("revenue") != "" {
		t.Errorf("%+v %v", c, few.Record.Values)
	}
	if len(p.Sums) != 0 {
		t.Errorf("clusters overlap, sums %v", p.Sums)
	}
	f.Open = true
	if got := ids(t, l, f, ListQuery{}); got != "铜箔集群 锂电集群 县域集群" {
		t.Errorf("for the office: %s", got)
	}
}

func TestChosenColumns(t *testing.T) {
	l := ListOf("enterprises")
	headers := func(open bool, columns ...string) string {
		f := county()
		f.Open = open
		p, err := l.Page(f, ListQuery{Columns: columns})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, c := range p.Columns {
			names = append(names, c.Name)
		}
		return strings.Join(names, "|")
	}
	if got := headers(true, "status", "revenue", "products", "status"); got != "企业名称|状态|1—9月营业收入|主要产品" {
		t.Errorf("chosen: %s", got)
	}
	if got := headers(false, "revenue", "contact", "products"); got != "企业名称|主要产品" {
		t.Errorf("for a viewer: %s", got)
	}
	var e *Error
	if _, err := l.Page(county(), ListQuery{Columns: []string{"profit"}}); !errors.As(err, &e) || e.Kind != Invalid {
		t.Errorf("unknown column: %v", err)
	}
	f := county()
	f.Open = false
	p, err := l.Page(f, ListQuery{})
	if err != nil {
		t.Fatal(err)
	}
	offered := fmt.Sprint(p.Choices)
	if strings.Count(offered, " 环节 ") != 1 || strings.Contains(offered, "营业收入") || strings.Contains(offered, "联系电话") || !strings.Contains(offered, "{products 主要产品 false}") || !strings.Contains(offered, "{status 状态 true}") {
		t.Errorf("offered to a viewer: %s", offered)
	}
}

func TestSearchBySound(t *testing.T) {
	l := ListOf("enterprises")
	var asked []string
	q := ListQuery{Q: "JZ", Sounds: func(label, word string) bool {
		asked = append(asked, word)
		return label == "甲子锂业（集团）" && word == "jz"
	}}
	if got := ids(t, l, county(), q); got != "F1" || len(asked) == 0 {
		t.Errorf("found %s after %v", got, asked)
	}
	for _, words := range []string{"x", "lc99", "甲z"} { // no spelling
		q.Q, asked = words, nil
		ids(t, l, county(), q)
		if len(asked) > 0 {
			t.Errorf("%s was taken for pinyin", words)
		}
	}
}

func TestListSets(t *testing.T) {
	for i, want := range []string{
		"企业清单 项目清单 集群清单 问题清单 政策清单 |平台清单 技术清单 瓶颈清单 走访记录 议定事项 招商活动 招商目标 资金到位 ",
		"企业清单 项目清单 平台清单 技术清单 瓶颈清单 |集群清单 问题清单 政策清单 走访记录 议定事项 招商活动 招商目标 资金到位 ",
	} {
		set := ListPresets()[i].Set()
		text, ended := "", false
		for _, e := range set {
			if l := ListOf(e.Code); l.Ledger && !e.Shown {
				t.Errorf("%s is hidden", e.Name)
			}
			if !e.Shown && !ended {
				text, ended = text+"|", true
			}
			text += e.Name + " "
		}
		if text != want || set.Check() != nil {
			t.Errorf("preset %d: %s, %v", i, text, set.Check())
		}
	}
	set := ListPresets()[0].Set()
	set[1].Name, set[2].Name, set[3].Name = "", set[0].Name, "一二三四五六七八九十十一二"
	var e *Error
	if err := set.Check(); !errors.As(err, &e) || len(e.Fields) != 3 || e.Fields["clusters"] != "与另一张清单同名" {
		t.Errorf("%v %v", err, e)
	}
	for name, fine := range map[string]bool{"问题[县]": false, "企业/项目": false, "问题（县）": true} {
		set := ListPresets()[0].Set()
		set[0].Name = name
		if got := set.Check() == nil; got != fine || strings.ContainsAny(FileName(name), unnameable) {
			t.Errorf("%s is taken: %v; a file is called %s", name, got, FileName(name))
		}
	}
	for i := range set {
		set[i].Shown, set[i].Name = false, fmt.Sprint(i)
	}
	if err := set.Check(); err == nil {
		t.Error("a set without any list shown was taken")
	}
}
