package industry

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// dueFacts is a county on Friday 2 October 2026, in the National Day holiday:
// 1 to 7 October are off, Saturday 10 October is worked.
func dueFacts() ListFacts {
	f := county()
	f.Chain, f.Today, f.Calendar = AllChains, "2026-10-02", shipped()
	f.Chains = map[string][]string{"enterprise:F1": {"ne"}}
	f.Directory.Add(row(ChainRegister, "code", "ne", "name", "新能源", "lead_department", "县工信局、县科技局"))
	f.Records = []Record{
		row(IssueRegister, "code", "W1", "enterprise", "F1", "content", "用电", "assigned_on", "2026-09-29", "limit_days", "1", "state", "办理中", "lead_department", "县供电公司", "supervised", "是"),
		row(IssueRegister, "code", "W2", "content", "招工", "assigned_on", "2026-09-29", "limit_days", "4", "state", "交办"), // 30 Sep, 8, 9, 10 Oct
		row(IssueRegister, "code", "W3", "content", "已办", "assigned_on", "2026-09-01", "limit_days", "1", "state", "销号"),
		row(IssueRegister, "code", "W4", "content", "未交办", "limit_days", "1", "state", "登记"),
		row(DecisionRegister, "code", "Y1", "content", "专线", "lead_department", "县供电公司", "due", "2026-10-04", "state", "延期"),
		row(DecisionRegister, "code", "Y2", "content", "完成了", "lead_department", "县科技局", "due", "2026-10-04", "state", "已完成"),
		row(ProjectRegister, "code", "P1", "name", "开工晚了", "chain", "ne", "department", "县商务局", "signed_on", "2026-01-01", "planned_start", "2026-07-03", "planned_completion", "2026-10-20"),
		row(ProjectRegister, "code", "P2", "name", "早就晚了", "chain", "cu", "signed_on", "2026-01-01", "planned_start", "2026-07-04"),
		row(ProjectRegister, "code", "P3", "name", "将投产", "chain", "cu", "completed_on", "2026-09-01", "planned_completion", "2026-08-01", "planned_operation", "2026-11-01"),
		row(ProjectRegister, "code", "P4", "name", "终止了", "chain", "cu", "terminated_on", "2026-09-01", "planned_start", "2026-08-01"),
		row(PolicyRegister, "name", "旧政策", "valid_until", "2025-10-02"), // 365 days past
		row(PolicyRegister, "name", "更旧的政策", "valid_until", "2025-10-01"),
		row(PolicyRegister, "name", "将到期", "department", "县财政局", "valid_until", "2026-10-02"),
		row(PolicyRegister, "name", "没有期限"),
		row(PlatformRegister, "name", "实验室", "chain", "ne", "host", "甲子锂业", "valid_until", "2026-11-02"),
		row(EnterpriseRegister, "code", "F1", "name", "甲子锂业", "chains", "ne", "titles", "高新技术企业:2023-10-10~2026-10-09；科技型中小企业:2025-01-01~2025-12-31；潜在瞪羚企业:2022-01-01~2025-12-31；瞪羚企业:2026-01-01~2028-12-31"),
		row(EnterpriseRegister, "code", "F2", "name", "注销了", "chains", "ne", "titles", "高新技术企业:2023-10-10~2026-10-09", "status", "注销"),
	}
	return f
}

func dueLines(d Due) string {
	var lines []string
	for _, it := range d.Items {
		lines = append(lines, fmt.Sprintf("%s %s %s %s %s %s %s", it.Group, it.KindName, it.Name, it.What, it.On, it.Text(), it.Light))
	}
	return strings.Join(lines, "\n")
}

func TestDue(t *testing.T) {
	d, err := DueOf(dueFacts(), DueQuery{})
	if err != nil {
		t.Fatal(err)
	}
	want := `overdue 政策 旧政策 有效期至 2025-10-02 已到期365天 red
overdue 企业资质 甲子锂业 科技型中小企业有效期至 2025-12-31 已到期275天 red
overdue 项目节点 开工晚了 计划开工 2026-07-03 逾期91天 red
overdue 项目节点 早就晚了 计划开工 2026-07-04 逾期90天 yellow
overdue 问题 用电 应办结 2026-09-30 逾期 red
week 政策 将到期 有效期至 2026-10-02 今日到期 yellow
week 议定事项 专线 时限 2026-10-04 剩2天 yellow
later 企业资质 甲子锂业 高新技术企业有效期至 2026-10-09 剩7天 yellow
later 问题 招工 应办结 2026-10-10 剩3个工作日 green
later 项目节点 将投产 计划投产 2026-11-01 剩30天 green`
	if got := dueLines(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if d.Overdue != 5 || d.Week != 2 || d.Later != 3 || d.Until != "2026-11-01" || d.Doubt != "" {
		t.Errorf("%d %d %d until %s, %s", d.Overdue, d.Week, d.Later, d.Until, d.Doubt)
	}
	if !d.Items[4].Supervised || d.Items[4].List != "issues" || d.Items[4].ID != "W1" {
		t.Errorf("%+v", d.Items[4])
	}
	if got := d.Items[1].Department; got != "县科技局" { // as the registers write 科技局
		t.Errorf("responsible for the title: %s", got)
	}
}

func TestDueIsNarrowed(t *testing.T) {
	for _, test := range []struct {
		chain string
		q     DueQuery
		want  string
		kinds string
		units string
	}{
		{"cu", DueQuery{}, "旧政策 早就晚了 将到期 专线 将投产", "议定事项1 项目节点2 政策2", "未定单位3 县供电公司1 县财政局1"}, // policies and decisions are every chain's
		{"ne", DueQuery{Kind: DueIssue}, "用电", "问题1 议定事项1 项目节点1 政策2 企业资质2", "县供电公司1"},
		{AllChains, DueQuery{Department: "县供电公司"}, "用电 专线", "问题1 议定事项1", "未定单位4 县供电公司2 县科技局2 县商务局1 县财政局1"},
		{AllChains, DueQuery{Department: "—", Kind: DuePolicy}, "旧政策", "问题1 项目节点2 政策1", "未定单位1 县财政局1"},
		{AllChains, DueQuery{Days: 31, Kind: DuePlatform}, "实验室", "问题2 议定事项1 项目节点3 政策2 平台1 企业资质2", "甲子锂业1"},
		{AllChains, DueQuery{Department: "县某局"}, "", "", "未定单位4 县供电公司2 县科技局2 县商务局1 县财政局1 县某局0"},
	} {
		f := dueFacts()
		f.Chain = test.chain
		d, err := DueOf(f, test.q)
		if err != nil {
			t.Fatal(err)
		}
		names, kinds, units := []string{}, []string{}, []string{}
		for _, it := range d.Items {
			names = append(names, it.Name)
		}
		for _, n := range d.Kinds {
			kinds = append(kinds, fmt.Sprint(n.Name, n.Count))
		}
		for _, n := range d.Departments {
			units = append(units, fmt.Sprint(n.Name, n.Count))
		}
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("%s %+v: %s, want %s", test.chain, test.q, got, test.want)
		}
		if got := strings.Join(kinds, " "); got != test.kinds {
			t.Errorf("%s %+v: kinds %s, want %s", test.chain, test.q, got, test.kinds)
		}
		if got := strings.Join(units, " "); got != test.units {
			t.Errorf("%s %+v: units %s, want %s", test.chain, test.q, got, test.units)
		}
	}
	for _, q := range []DueQuery{{Days: -1}, {Days: MostDueDays + 1}, {Kind: "none"}} {
		var e *Error
		if _, err := DueOf(dueFacts(), q); !errors.As(err, &e) || e.Kind != Invalid {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

// The week ends on Sunday, whichever day it is.
func TestWeekEndsOnSunday(t *testing.T) {
	for day, want := range map[Date]Date{"2026-10-05": "2026-10-11", "2026-10-10": "2026-10-11", "2026-10-11": "2026-10-11", "2026-12-28": "2027-01-03"} {
		if got := day.sunday(); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}
