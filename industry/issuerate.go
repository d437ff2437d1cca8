package industry

import (
	"cmp"
	"encoding/json"
	"slices"
)

// IssueShare is a rate of issues with what it is a share of.
type IssueShare struct {
	Name     string
	Rule     string // what is counted over what
	Hits, Of int
	Figure   string // by which its tally is asked for
}

// Percent returns the rate in percent, undefined of no issue.
func (s IssueShare) Percent() Quantity {
	return share{Q(int64(s.Hits)), Q(int64(s.Of))}.percent()
}

// Text returns the rate as a screen prints it.
func (s IssueShare) Text() string { return PercentText(RateOf(s.Percent())) }

// MarshalJSON writes name, rule, numerator, denominator and percent (null of no issue).
func (s IssueShare) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name        string   `json:"name"`
		Rule        string   `json:"rule"`
		Numerator   int      `json:"numerator"`
		Denominator int      `json:"denominator"`
		Percent     Quantity `json:"percent"`
	}{s.Name, s.Rule, s.Hits, s.Of, s.Percent()})
}

// LateDepartment is a department with the issues it is late with.
type LateDepartment struct {
	Department string `json:"department"` // "" where nobody is named
	Overdue    int    `json:"overdue"`
	Longest    int    `json:"longest"` // working days past the day of the latest
}

// IssueSummary is how the issues of a chain stand at the end of a day.
type IssueSummary struct {
	Chain      string           `json:"chain"`
	From       Date             `json:"from"` // the rates are of issues handed on from here
	To         Date             `json:"to"`
	Assigned   int              `json:"assigned"`
	Handled    int              `json:"handled"`
	Pending    int              `json:"pending"`    // 未到期: open within the limit
	Unlimited  int              `json:"unlimited"`  // open without a limit
	Rates      []IssueShare     `json:"rates"`      // 办结率, 按期办结率, 满意率
	Overdue    int              `json:"overdue"`    // open past the day, whenever handed on
	Late       []LateDepartment `json:"late"`       // the most issues first
	Supervised int              `json:"supervised"` // 督办, open, whenever handed on

	Departments []DepartmentIssues `json:"departments"` // by 主办单位, the most issues first
	Doubt       string             `json:"doubt"`       // years counted without their holidays
}

// SummariseIssues counts the issues of a list from 1 January to the end of its
// day (domain 2.3, S23). 办结率 is handled ÷ handed on, as the indicator
// issue_closing counts it; 按期办结率 leaves out what is not yet due and what has no
// limit or day to judge by; 满意率 is of those who answered. What is overdue counts
// whenever it was handed on.
func (l *List) SummariseIssues(f ListFacts) IssueSummary {
	s := IssueSummary{Chain: f.Chain, From: NewMonth(f.Today.Time().Year(), 1).First(), To: f.Today, Late: []LateDepartment{}}
	onTime := onTimeShare(0, 0)
	pleased := IssueShare{Name: "满意率", Rule: "满意和基本满意 ÷ 已回访评价", Figure: "issues.satisfaction"}
	late, units := map[string]LateDepartment{}, departmentIssues{}
	for _, r := range f.Records {
		if !l.Keeps(r) || !f.InChain(r) {
			continue
		}
		issue, stands := IssueOf(r, f.Calendar), deadlineOf(r, f.Calendar, f.Today)
		units.add(issueStanding{r, issue, stands, issue.assignedIn(s.From, s.To)}, f)
		if issueOpen(r) && r.Yes("supervised") {
			s.Supervised++
		}
		if stands == issueOverdue {
			d := late[r.Get("lead_department")]
			d.Department, d.Overdue = r.Get("lead_department"), d.Overdue+1
			d.Longest = max(d.Longest, f.Calendar.Between(issue.Due, f.Today))
			late[d.Department] = d
			s.Overdue++
		}
		if !issue.assignedIn(s.From, s.To) {
			continue
		}
		s.Assigned++
		if issue.handledBy(s.To) {
			s.Handled++
		}
		switch stands {
		case issuePending:
			s.Pending++
		case issueNoLimit:
			s.Unlimited++
		case issueOnTime:
			onTime.Hits, onTime.Of = onTime.Hits+1, onTime.Of+1
		case issueLate, issueOverdue:
			onTime.Of++
		}
		if r.Get("satisfaction") != "" {
			pleased.Of++
			pleased.Hits += boolInt(satisfied(r))
		}
		if s.Doubt == "" {
			s.Doubt = f.Calendar.Doubt(issue.Assigned, max(issue.Due, issue.Assigned))
		}
	}
	s.Rates = []IssueShare{closingShare(s.Handled, s.Assigned), onTime, pleased}
	s.Departments = units.sorted()
	for _, d := range late {
		s.Late = append(s.Late, d)
	}
	slices.SortFunc(s.Late, func(a, b LateDepartment) int {
		return cmp.Or(b.Overdue-a.Overdue, b.Longest-a.Longest, cmp.Compare(a.Department, b.Department))
	})
	return s
}
