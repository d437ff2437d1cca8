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
		{"assigned_on", "2025-12-01", "limit_days", "7", "state", "退回重办", "handled_on", "2025-12-05", "lead_department", "县供电公司"},
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
	f.Records = nil
	if got := ListOf("issues").SummariseIssues(f).Rates[0]; got.Text() != "—" || got.Percent().Known {
		t.Errorf("of no issue the rate is %s", got.Text())
	}
}
