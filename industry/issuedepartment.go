package industry

import (
	"cmp"
	"maps"
	"slices"
)

// DepartmentIssues is how the issues of a 主办单位 stand: those handed on since
// 1 January, which are handled, pending, overdue or without a limit, and beside
// them what is open and overdue from before.
type DepartmentIssues struct {
	Department  string       `json:"department"` // "" where nobody is named
	Assigned    int          `json:"assigned"`
	Handled     int          `json:"handled"`
	OnTime      int          `json:"on_time"`      // of the handled, by their day
	HandledLate int          `json:"handled_late"` // of the handled, past their day
	Pending     int          `json:"pending"`      // 未到期
	Overdue     int          `json:"overdue"`      // open past the day
	Unlimited   int          `json:"unlimited"`    // open without a limit
	Earlier     int          `json:"earlier"`      // open past the day, handed on before 1 January
	Longest     int          `json:"longest"`      // working days past the day of the latest
	Supervised  int          `json:"supervised"`   // 督办, open, whenever handed on
	Rates       []IssueShare `json:"rates"`        // 办结率, 按期办结率; undefined of no issue
}

// issueStanding is an issue with how it stands.
type issueStanding struct {
	record   Record
	issue    Issue
	stands   string
	assigned bool // since 1 January
}

type departmentIssues map[string]*DepartmentIssues

// add counts an issue for its 主办单位.
func (u departmentIssues) add(i issueStanding, f ListFacts) {
	supervised := issueOpen(i.record) && i.record.Yes("supervised")
	if !i.assigned && i.stands != issueOverdue && !supervised {
		return
	}
	name := i.record.Get("lead_department")
	d := u[name]
	if d == nil {
		d = &DepartmentIssues{Department: name}
		u[name] = d
	}
	d.Supervised += boolInt(supervised)
	if i.stands == issueOverdue {
		d.Longest = max(d.Longest, f.Calendar.Between(i.issue.Due, f.Today))
		d.Earlier += boolInt(!i.assigned)
	}
	if !i.assigned {
		return
	}
	d.Assigned++
	d.Handled += boolInt(i.issue.handledBy(f.Today))
	switch i.stands {
	case issueOnTime:
		d.OnTime++
	case issueLate:
		d.HandledLate++
	case issuePending:
		d.Pending++
	case issueOverdue:
		d.Overdue++
	case issueNoLimit:
		d.Unlimited++
	}
}

// sorted returns the departments with their rates, the most issues first, who is
// not named last.
func (u departmentIssues) sorted() []DepartmentIssues {
	list := []DepartmentIssues{}
	for _, name := range slices.Sorted(maps.Keys(u)) {
		d := *u[name]
		d.Rates = []IssueShare{
			closingShare(d.Handled, d.Assigned),
			onTimeShare(d.OnTime, d.OnTime+d.HandledLate+d.Overdue),
		}
		list = append(list, d)
	}
	slices.SortStableFunc(list, func(a, b DepartmentIssues) int {
		return cmp.Or(boolInt(a.Department == "")-boolInt(b.Department == ""), b.Assigned-a.Assigned, b.Overdue-a.Overdue)
	})
	return list
}

func closingShare(hits, of int) IssueShare {
	return IssueShare{"办结率", "已办结 ÷ 已交办", hits, of, "issues.closing"}
}

func onTimeShare(hits, of int) IssueShare {
	return IssueShare{"按期办结率", "按期办结 ÷（按期办结＋逾期办结＋逾期未办结）", hits, of, "issues.on_time"}
}
