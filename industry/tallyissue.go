package industry

import "strconv"

// issueTallies are the figures of an IssueBoard that can be traced, by what
// follows the point of their code.
var issueTallies = map[string]struct{ name, rule string }{
	"assigned":     {"本年交办", "本年1月1日以来交办的问题"},
	"handled":      {"已办结", "本年交办、已办结的问题"},
	"closing":      {"办结率", "已办结 ÷ 已交办"},
	"on_time":      {"按期办结率", "按期办结 ÷（按期办结＋逾期办结＋逾期未办结）"},
	"satisfaction": {"满意率", "满意和基本满意 ÷ 已回访评价"},
	"pending":      {"未到期", "本年交办、未办结、时限未到的问题"},
	"unlimited":    {"未定时限", "本年交办、未办结、没有时限的问题"},
	"overdue":      {"逾期未办结", "未办结、时限已过的问题，含往年交办"},
	"supervised":   {"督办", "未办结的督办问题"},
	"step":         {"办理环节", "现处于该环节的问题，含往年"},
	"raised":       {"当月提出", "当月提出的问题"},
	"assigned_in":  {"当月交办", "当月交办的问题"},
	"handled_in":   {"当月办结", "当月办结的问题，含以前交办的"},
	"settled":      {"当月交办已办结", "当月交办中已办结 ÷ 当月交办"},
}

// TallyIssues explains a figure of the issues of a list, of the group that is asked
// for: by department, category, month or step.
func (l *List) TallyIssues(f ListFacts, q TallyQuestion) (Tally, error) {
	_, figure := q.Parts()
	kind, known := issueTallies[figure]
	t := Tally{
		Figure: q.Figure, By: q.By, Name: kind.name, Group: Optional(q.Group), Sources: l.Name,
		Basis: "按工作日计，已扣除节假日和调休；截至 " + string(f.Today),
	}
	month, err := ParseMonth(q.Group)
	if !known || q.By == "month" && err != nil {
		return t, q.unknown()
	}
	if q.By == "month" {
		t.Group = Optional(strconv.Itoa(month.Number()) + "月")
	}
	from := NewMonth(f.Today.Time().Year(), 1).First()
	for _, r := range f.Records {
		if !l.Keeps(r) || !f.InChain(r) || !issueOfGroup(r, q) {
			continue
		}
		at := issueTallied{r, IssueOf(r, f.Calendar), deadlineOf(r, f.Calendar, f.Today), from, f.Today, month, 0}
		if at.stands == issueOverdue {
			at.late = f.Calendar.Between(at.issue.Due, f.Today)
		}
		if part, reason, column := at.part(figure); part != "" {
			t.add(IssueRegister.Noun, TallyRecord{Key: Optional(r.Key()), Name: r.Get("content"), Part: part, Reason: reason, Column: column})
		}
	}
	switch figure {
	case "closing", "on_time", "satisfaction", "settled":
		t.shares(kind.rule)
	default:
		t.counts("件", kind.rule)
	}
	return t, nil
}

// issueOfGroup reports whether an issue belongs to the group that is asked for.
func issueOfGroup(r Record, q TallyQuestion) bool {
	switch q.By {
	case "department":
		return r.Get("lead_department") == q.Group
	case "category":
		return r.Get("category") == q.Group
	case "step":
		return r.Get("state") == q.Group
	}
	return true
}

// issueTallied is an issue as figures of a year count it.
type issueTallied struct {
	record   Record
	issue    Issue
	stands   string
	from, to Date
	month    Month
	late     int // working days past the day
}

// part says what the issue is in a figure, why, and by which field; "" where it has
// nothing to do with it.
func (x issueTallied) part(figure string) (part, reason, column string) {
	assigned, open := x.issue.assignedIn(x.from, x.to), issueOpen(x.record)
	counted := func(is bool) string {
		if is {
			return TallyCounted
		}
		return ""
	}
	switch figure {
	case "raised":
		return counted(x.record.Date("raised_on").in(x.month)), "提出于 " + string(x.record.Date("raised_on")), "raised_on"
	case "assigned_in":
		return counted(x.issue.Assigned.in(x.month)), "交办于 " + string(x.issue.Assigned), "assigned_on"
	case "handled_in":
		return counted(x.issue.Handled.in(x.month)), "办结于 " + string(x.issue.Handled), "handled_on"
	case "overdue":
		return counted(x.stands == issueOverdue), "时限 " + string(x.issue.Due) + "，逾期 " + strconv.Itoa(x.late) + " 个工作日", "limit_days"
	case "supervised":
		return counted(open && x.record.Yes("supervised")), x.record.Get("state"), "supervised"
	case "step":
		return TallyCounted, x.record.Get("state"), "state"
	case "settled":
		if !x.issue.Assigned.in(x.month) {
			return "", "", ""
		}
		return partOfShare(x.issue.handledBy(x.to)), x.reason(), "handled_on"
	}
	if !assigned {
		return "", "", ""
	}
	switch figure {
	case "assigned":
		return TallyCounted, "交办于 " + string(x.issue.Assigned), "assigned_on"
	case "handled":
		return counted(x.issue.handledBy(x.to)), "办结于 " + string(x.issue.Handled), "handled_on"
	case "closing":
		return partOfShare(x.issue.handledBy(x.to)), x.reason(), "handled_on"
	case "pending":
		return counted(x.stands == issuePending), "时限 " + string(x.issue.Due), "limit_days"
	case "unlimited":
		return counted(x.stands == issueNoLimit), "未定时限", "limit_days"
	case "satisfaction":
		if x.record.Get("satisfaction") == "" {
			return TallyLeftOut, "还没有回访评价", "satisfaction"
		}
		return partOfShare(satisfied(x.record)), x.record.Get("satisfaction"), "satisfaction"
	}
	return x.onTime()
}

// onTime says what the issue is in 按期办结率.
func (x issueTallied) onTime() (part, reason, column string) {
	switch x.stands {
	case issueOnTime:
		return TallyHit, "按期办结", "handled_on"
	case issueLate, issueOverdue:
		return TallyBase, x.reason(), "handled_on"
	}
	return TallyLeftOut, x.reason(), "limit_days"
}

// reason says where the issue stands towards its day.
func (x issueTallied) reason() string {
	switch x.stands {
	case issueOverdue:
		return "逾期未办结"
	case issuePending:
		return "未办结，时限未到"
	case issueNoLimit:
		return "未办结，未定时限"
	case issueLate:
		return "逾期办结"
	case issueOnTime:
		return "按期办结"
	}
	return "已办结，缺时限或办结日期"
}
