package industry

import (
	"cmp"
	"slices"
	"strconv"
)

// IssueBoard is how the issues of a chain stand, group by group and month by
// month: what a wall shows of them.
type IssueBoard struct {
	IssueSummary
	Categories []IssueGroup `json:"categories"` // the most issues first
	Months     []IssueMonth `json:"months"`     // of the year up to its day
	Steps      []IssueCount `json:"steps"`      // how many stand at each step of the course
	Open       []OpenIssue  `json:"open"`       // the most urgent first
}

// IssueGroup is one category's part in an IssueSummary.
type IssueGroup struct {
	Name      string     `json:"name"` // "" where none is given
	Assigned  int        `json:"assigned"`
	Handled   int        `json:"handled"`
	Pending   int        `json:"pending"`
	Unlimited int        `json:"unlimited"`
	Overdue   int        `json:"overdue"` // open past the day, whenever handed on
	Longest   int        `json:"longest"` // working days past the day of the latest
	OnTime    IssueShare `json:"on_time"`
}

// Closing is 办结率 of the group.
func (g IssueGroup) Closing() IssueShare {
	return closingShare(g.Handled, g.Assigned)
}

// Shown names the group; one without a name is 未填.
func (g IssueGroup) Shown() string { return orElse(g.Name, "未填") }

// IssueMonth is one month's flow of issues, and what became of those handed on in it.
type IssueMonth struct {
	Month    Month `json:"month"`
	Raised   int   `json:"raised"`
	Assigned int   `json:"assigned"`
	Handled  int   `json:"handled"` // in this month, whenever handed on
	Settled  int   `json:"settled"` // of those handed on in it, by the day
}

// Settling is how many of the month's issues are done.
func (m IssueMonth) Settling() IssueShare {
	return closingShare(m.Settled, m.Assigned)
}

// IssueCount is how many issues stand at a step.
type IssueCount struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// OpenIssue is an issue that is still to be handled.
type OpenIssue struct {
	ID         string `json:"id"`
	Content    string `json:"content"`
	Enterprise string `json:"enterprise"` // its name, "" where the issue is nobody's
	Department string `json:"department"`
	Category   string `json:"category"`
	State      string `json:"state"`
	Due        Date   `json:"due"`
	Days       int    `json:"days"` // working days left, negative: past
	Overdue    bool   `json:"overdue"`
	Light      Light  `json:"light"` // red past the day, yellow by the end of the week
	Supervised bool   `json:"supervised"`
}

// Left says how far the day is: 逾期3个工作日, 今日到期, 剩5个工作日, 未定时限.
func (i OpenIssue) Left() string {
	switch {
	case !i.Due.Defined():
		return "未定时限"
	case i.Overdue && i.Days == 0: // past its day, no working day since
		return "逾期"
	case i.Overdue:
		return "逾期" + strconv.Itoa(-i.Days) + "个工作日"
	case i.Days == 0:
		return "今日到期"
	}
	return "剩" + strconv.Itoa(i.Days) + "个工作日"
}

// BoardIssues counts the issues of a list as SummariseIssues does, by category,
// month and step (domain 2.3, S23).
func (l *List) BoardIssues(f ListFacts) IssueBoard {
	b := IssueBoard{IssueSummary: l.SummariseIssues(f), Months: []IssueMonth{}, Open: []OpenIssue{}}
	for m := b.From.Month(); m <= b.To.Month(); m++ {
		b.Months = append(b.Months, IssueMonth{Month: m})
	}
	for _, state := range IssueRegister.Fields[IssueRegister.Index("state")].Choices {
		b.Steps = append(b.Steps, IssueCount{Name: state})
	}
	categories := map[string]*IssueGroup{}
	for _, r := range f.Records {
		if !l.Keeps(r) || !f.InChain(r) {
			continue
		}
		b.add(r, &f)
		name := r.Get("category")
		if categories[name] == nil {
			categories[name] = &IssueGroup{Name: name}
		}
		categories[name].add(r, &f, b.From)
	}
	b.Categories = issueGroups(categories)
	slices.SortStableFunc(b.Departments, func(x, y DepartmentIssues) int { return y.Late() - x.Late() })
	slices.SortFunc(b.Open, func(x, y OpenIssue) int {
		return cmp.Or(boolInt(!x.Due.Defined())-boolInt(!y.Due.Defined()), cmp.Compare(x.Due, y.Due), cmp.Compare(x.ID, y.ID))
	})
	return b
}

// issueGroups lists groups that something was handed to or is late, the largest first.
func issueGroups(groups map[string]*IssueGroup) []IssueGroup {
	list := []IssueGroup{}
	for _, g := range groups {
		if g.Assigned > 0 || g.Overdue > 0 {
			list = append(list, *g)
		}
	}
	slices.SortFunc(list, func(x, y IssueGroup) int { return cmp.Or(y.Assigned-x.Assigned, cmp.Compare(x.Name, y.Name)) })
	return list
}

// add counts an issue in its group as SummariseIssues does in the whole.
func (g *IssueGroup) add(r Record, f *ListFacts, from Date) {
	issue, stands := IssueOf(r, f.Calendar), deadlineOf(r, f.Calendar, f.Today)
	if stands == issueOverdue {
		g.Overdue++
		g.Longest = max(g.Longest, f.Calendar.Between(issue.Due, f.Today))
	}
	if !issue.assignedIn(from, f.Today) {
		return
	}
	g.Assigned++
	if issue.handledBy(f.Today) {
		g.Handled++
	}
	switch stands {
	case issuePending:
		g.Pending++
	case issueNoLimit:
		g.Unlimited++
	case issueOnTime:
		g.OnTime.Hits, g.OnTime.Of = g.OnTime.Hits+1, g.OnTime.Of+1
	case issueLate, issueOverdue:
		g.OnTime.Of++
	}
}

// add counts an issue by month and step, and lists it while it is open.
func (b *IssueBoard) add(r Record, f *ListFacts) {
	issue := IssueOf(r, f.Calendar)
	for i := range b.Months {
		m := &b.Months[i]
		m.Raised += boolInt(r.Date("raised_on").in(m.Month))
		m.Handled += boolInt(issue.Handled.in(m.Month))
		if issue.Assigned.in(m.Month) {
			m.Assigned++
			m.Settled += boolInt(issue.handledBy(b.To))
		}
	}
	for i := range b.Steps {
		b.Steps[i].Count += boolInt(b.Steps[i].Name == r.Get("state"))
	}
	if !issueOpen(r) {
		return
	}
	open := OpenIssue{
		ID: r.Key(), Content: r.Get("content"), Department: r.Get("lead_department"), Category: r.Get("category"), State: r.Get("state"),
		Due: issue.Due, Supervised: r.Yes("supervised"), Light: NoLight,
	}
	if firm := r.Get("enterprise"); firm != "" {
		open.Enterprise = f.Directory.Name(EnterpriseRegister.Noun, firm)
	}
	if open.Due.Defined() {
		open.Days = f.Calendar.Between(f.Today, open.Due) - f.Calendar.Between(open.Due, f.Today)
		open.Overdue, open.Light = f.Today > open.Due, dueLight(open.Due, f.Today)
	}
	b.Open = append(b.Open, open)
}

// dueLight is the light of a day to do something by: red once it is past, yellow
// in its week, as DueRule says.
func dueLight(due, today Date) Light {
	switch {
	case due < today:
		return Red
	case due <= today.sunday():
		return Yellow
	}
	return Green
}

// in reports whether the day lies in a month.
func (d Date) in(m Month) bool { return d.Defined() && d.Month() == m }

// Late counts what the department has open past its day, whenever handed on.
func (d DepartmentIssues) Late() int { return d.Overdue + d.Earlier }
