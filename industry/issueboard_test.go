package industry

import (
	"fmt"
	"testing"
)

// Every group adds up to the summary; whose issues are late stands first.
func TestIssueBoard(t *testing.T) {
	_, f := working("issues")
	f.Records = nil
	for i, r := range [][]string{
		{"assigned_on", "2026-03-02", "limit_days", "15", "state", "销号", "handled_on", "2026-03-20", "satisfaction", "满意", "category", "生产要素", "lead_department", "县住建局"},
		{"assigned_on", "2026-03-03", "limit_days", "15", "state", "回访", "handled_on", "2026-04-24", "category", "其他", "lead_department", "县住建局"},
		{"assigned_on", "2026-10-09", "limit_days", "15", "state", "办理中", "lead_department", "县住建局", "category", "其他", "supervised", "是"},
		{"assigned_on", "2026-09-01", "limit_days", "7", "state", "办理中", "lead_department", "县供电公司", "category", "生产要素", "enterprise", "F1"},
		{"assigned_on", "2025-12-01", "limit_days", "7", "state", "退回重办", "lead_department", "县供电公司", "category", "生产要素"},
		{"state", "登记"},
	} {
		f.Records = append(f.Records, row(IssueRegister, append([]string{"code", fmt.Sprint("W", i), "raised_on", "2026-03-01"}, r...)...))
	}
	b := ListOf("issues").BoardIssues(f)
	var got string
	for _, d := range b.Departments {
		got += fmt.Sprintf("%s %d\n", d.Department, d.Overdue+d.Earlier)
	}
	for _, g := range b.Categories {
		got += fmt.Sprintf("%s %d/%d %d/%d %d %d %d %s\n", g.Shown(), g.Handled, g.Assigned, g.OnTime.Hits, g.OnTime.Of, g.Pending, g.Overdue, g.Longest, g.Closing().Text())
	}
	if want := "县供电公司 2\n县住建局 0\n其他 1/2 0/1 1 0 0 50.0%\n生产要素 1/2 1/2 0 2 205 50.0%\n"; got != want {
		t.Errorf("groups\n%s", got)
	}
	if b.Assigned != 4 || b.Overdue != 2 {
		t.Errorf("summary %+v", b.IssueSummary)
	}
	if len(b.Months) != 10 || b.Months[2].Raised != 6 || b.Months[2].Assigned != 2 || b.Months[2].Handled != 1 || b.Months[2].Settling().Text() != "100.0%" {
		t.Errorf("months %+v", b.Months)
	}
	got = ""
	for _, o := range b.Open {
		got += o.ID + " " + o.Left() + " " + string(o.Light) + " " + o.Enterprise + "\n"
	}
	if want := "W4 逾期205个工作日 red \nW3 逾期18个工作日 red 甲子锂业（集团）\nW2 剩13个工作日 green \nW5 未定时限 none \n"; got != want {
		t.Errorf("open\n%s", got)
	}
}

func TestDecisionBoard(t *testing.T) {
	_, f := working("decisions")
	b := BoardDecisions(DecisionFacts{Records: f.Records, Today: f.Today})
	got := ""
	for _, it := range b.Items {
		got += it.ID + " " + it.Standing() + " " + string(it.Light) + "\n"
	}
	if want := "Y1 逾期2天 red\nY3 今日到期 yellow\nY2 逾期完成 none\nY4 已完成 none\nY5 按期完成 green\n"; got != want {
		t.Errorf("items\n%s", got)
	}
	if b.Total != 5 || b.Done != 3 || b.Overdue != 1 || b.Pending != 1 {
		t.Errorf("%+v", b)
	}
	if got := fmt.Sprint(b.Rates[0].Text(), " ", b.Rates[1].Hits, "/", b.Rates[1].Of); got != "60.0% 1/3" {
		t.Errorf("rates %s", got)
	}
	if len(b.Meetings) != 2 || b.Meetings[0].Name != "9月调度会" || b.Meetings[0].Share().Text() != "66.7%" || len(b.Of("8月调度会")) != 2 {
		t.Errorf("meetings %+v", b.Meetings)
	}
	if first := b.Departments[0]; first.Name != "县供电公司" || first.Longest != 2 {
		t.Errorf("departments %+v", b.Departments)
	}
	if empty := BoardDecisions(DecisionFacts{Today: f.Today}); empty.Rates[0].Text() != "—" {
		t.Errorf("of nothing the rate is %s", empty.Rates[0].Text())
	}
}
