package main

import "fmt"

// issue is one row of 问题清单. path dates its steps, "提出 2026-03-11 交办
// 2026-03-13 办结 …", in their order; limit is in working days.
type issue struct {
	firm, project  string // key of the enterprise, name of the project; either may be ""
	category       string
	content        string
	origin, path   string
	lead, support  string
	limit          int
	state          string
	supervised     bool
	progress, mood string // 办理进展, 满意度
}

// Categories of issues (类别) and where they come from (来源).
const (
	inputs, policyAid, approval = "生产要素", "政策扶持", "审批服务"
	market, safety, other       = "产业发展", "安全环保", "其他"

	fromVisit, fromTalk, fromHotline, fromMeeting = "走访", "座谈", "热线", "调度会"
)

// closedState is the last state of an issue (状态).
const closedState = "销号"

func issueSteps() []string { return []string{"提出", "交办", "办结", "回访", closedState} }

// issues in the order in which they were raised.
func issues() []issue {
	list := earlierIssues()
	return append(append(list, springIssues()...), recentIssues()...)
}

func issueCode(i int) string { return fmt.Sprintf("WT%04d", i+1) }

func issueTable(d *directory) (table, error) {
	t := table{
		name: "问题清单",
		columns: []column{
			{"编号", text, 10},
			{"企业", text, 32},
			{"项目", text, 30},
			{"产业链", text, 16},
			{"类别", text, 11},
			{"内容", long, 50},
			{"来源", text, 9},
			{"提出日期", date, 13},
			{"主办单位", text, 16},
			{"协办单位", text, 26},
			{"交办日期", date, 13},
			{"办理时限(工作日)", count, 17},
			{"状态", text, 11},
			{"督办", text, 7},
			{"办理进展", long, 50},
			{"办结日期", date, 13},
			{"回访日期", date, 13},
			{"满意度", text, 11},
			{"销号日期", date, 13},
		},
	}
	for i, q := range issues() {
		on, err := datesAmong(issueSteps(), q.path)
		if err != nil {
			return t, fmt.Errorf("%s: %w", issueCode(i), err)
		}
		f, p := d.firm(q.firm), d.project(q.project)
		t.rows = append(t.rows, []any{
			issueCode(i), orNil(f.name), orNil(q.project), orNil(d.chainOf(p, f)), q.category, q.content, q.origin, on["提出"],
			orNil(q.lead), orNil(q.support), on["交办"], orNil(q.limit), q.state, yesNo(q.supervised), orNil(q.progress),
			on["办结"], on["回访"], orNil(q.mood), on[closedState],
		})
	}
	return t, nil
}
