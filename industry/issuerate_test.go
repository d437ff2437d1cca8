package industry

import (
	"fmt"
	"testing"
)

// Not yet due stands apart from what is late; an issue of last year counts among
// the overdue only.
func TestIssueSummary(t *testing.T) {
	_, f := working("issues")
	f.Records = nil
	for i, r := range [][]string{
		{"assigned_on", "2026-03-02", "limit_days", "15", "state", "销号", "handled_on", "2026-03-20", "satisfaction", "满意"},
		{"assigned_on", "2026-03-02", "limit_days", "15", "state", "回访", "handled_on", "2026-03-24", "satisfaction", "不满意"}, // due 23 March
		{"assigned_on", "2026-10-09", "limit_days", "15", "state", "办理中", "lead_department", "县住建局"},
		{"assigned_on", "2026-09-01", "limit_days", "7", "state", "办理中", "lead_department", "县供电公司"}, // due 10 September
		{"assigned_on", "2025-12-01", "limit_days", "7", "state", "退回重办", "handled_on", "2025-12-05", "lead_department", "县供电公司", "supervised", "是"},
		{"assigned_on", "2026-09-29", "state", "交办"},
		{"assigned_on", "2026-05-06", "state", "办结待核"}, // no limit, no day: done, and not judged
		{"assigned_on", "2026-09-21", "limit_days", "5", "state", "申请延期", "lead_department", "县林业局"},
		{"state", "登记"},
	} {
		f.Records = append(f.Records, row(IssueRegister, append([]string{"code", fmt.Sprint("W", i), "raised_on", "2025-11-03"}, r...)...))
	}
	s := ListOf("issues").SummariseIssues(f)
	if s.Assigned != 7 || s.Handled != 3 || s.Pending != 1 || s.Unlimited != 1 || s.Overdue != 3 || s.From != "2026-01-01" || s.To != "2026-10-12" {
		t.Errorf("%+v", s)
	}
	got := ""
	for _, r := range s.Rates {
		got += fmt.Sprintf("%s %d/%d %s ", r.Name, r.Hits, r.Of, r.Text())
	}
	if got != "办结率 3/7 42.9% 按期办结率 1/4 25.0% 满意率 1/2 50.0% " {
		t.Errorf("rates %s", got)
	}
	if got := fmt.Sprint(s.Late); got != "[{县供电公司 2 205} {县林业局 1 5}]" {
		t.Errorf("late %s", got)
	}
	got = ""
	for _, d := range s.Departments {
		if d.Assigned != d.Handled+d.Pending+d.Overdue+d.Unlimited {
			t.Errorf("%s: the parts do not make %d", d.Department, d.Assigned)
		}
		got += fmt.Sprintf("%s 交办%d 办结%d(按期%d 逾期%d) 未到期%d 逾期%d+%d 未定%d 最长%d 督办%d %s %s\n", d.Department, d.Assigned, d.Handled, d.OnTime, d.HandledLate,
			d.Pending, d.Overdue, d.Earlier, d.Unlimited, d.Longest, d.Supervised, d.Rates[0].Text(), d.Rates[1].Text())
	}
	if got != `县供电公司 交办1 办结0(按期0 逾期0) 未到期0 逾期1+1 未定0 最长205 督办1 0.0% 0.0%
县林业局 交办1 办结0(按期0 逾期0) 未到期0 逾期1+0 未定0 最长5 督办0 0.0% 0.0%
县住建局 交办1 办结0(按期0 逾期0) 未到期1 逾期0+0 未定0 最长0 督办0 0.0% —
 交办4 办结3(按期1 逾期1) 未到期0 逾期0+0 未定1 最长0 督办0 75.0% 50.0%
` {
		t.Errorf("departments\n%s", got)
	}
	if s.Supervised != 1 {
		t.Errorf("%d are supervised", s.Supervised)
	}
	f.Records = nil
	if got := ListOf("issues").SummariseIssues(f).Rates[0]; got.Text() != "—" || got.Percent().Known {
		t.Errorf("of no issue the rate is %s", got.Text())
	}
}
