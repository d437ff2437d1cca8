package industry

import (
	"fmt"
	"slices"
	"strconv"
)

// visitList is 走访记录: who visited which enterprise when, and what became of
// it. What an enterprise said is a detail of its own: withheld as contacts are.
func visitList() *List {
	return &List{
		Code: "visits", Name: "走访记录", Register: VisitRegister, Title: "enterprise", Order: []string{"-on_date", "enterprise"}, Ledger: true,
		Search: []string{"enterprise", "leader", "departments", "issues"},
		Columns: columnsOf(VisitRegister, []ListColumn{
			{Column: "enterprise"},
			{Column: "on_date"},
			{Column: "of_chain", Name: "产业链", Kind: Reference, Wide: true, Filter: true, cell: visitChainCell},
			{Column: "leader", Filter: true},
			{Column: "departments", Filter: true},
			{Column: "advice"},
			{Column: "raised", Name: "转问题", Kind: Choice, Filter: true, Place: FilesOnly, cell: raisedCell},
			{Column: "issues"},
		}),
		call: func(r Record, name string) string { return r.Get("on_date") + " 走访" + name },
	}
}

// visitChains returns the chains of the enterprise that was visited.
func (f *ListFacts) visitChains(r Record) []string {
	return f.Chains[EnterpriseRegister.Noun+":"+r.Get("enterprise")]
}

func visitChainCell(it *listItem) ListCell {
	return it.facts.Directory.namedCells(ChainRegister.Noun, it.facts.visitChains(it.record))
}

// raisedCell says whether a visit brought an issue.
func raisedCell(it *listItem) ListCell {
	if it.record.Get("issues") == "" {
		return namedCell([]string{"no"}, []string{"未转"})
	}
	return namedCell([]string{"yes"}, []string{"已转"})
}

// decisionList is 议定事项: what meetings decided. Meetings are the county's, so
// each decision stands in the list of every chain.
func decisionList() *List {
	return &List{
		Code: "decisions", Name: "议定事项", Register: DecisionRegister, Title: "content", Order: []string{"deadline", "due", "id"}, Ledger: true,
		Search: []string{"code", "meeting", "content", "subjects", "lead_department", "support_departments", "progress"},
		Columns: columnsOf(DecisionRegister, []ListColumn{
			{Column: "code", Place: FilesOnly},
			{Column: "content"},
			{Column: "subjects"},
			{Column: "meeting", Filter: true},
			{Column: "lead_department", Filter: true},
			{Column: "support_departments", Place: FilesOnly},
			{Column: "deadline", Name: "时限情况", Kind: Choice, Filter: true, cell: decisionDeadlineCell},
			{Column: "overdue_days", Name: "逾期", Kind: Number, Unit: "天", Place: FilesOnly, cell: decisionOverdueCell},
			{Column: "due"},
			{Column: "supervised", Filter: true},
			{Column: "state", Filter: true},
			{Column: "progress"},
			{Column: "completed_on", Place: FilesOnly},
		}),
		Note: "逾期按日历天计；延期的事项在时限改定之前仍按原时限计",
	}
}

// decisionOpen reports whether a decision is still to be carried out.
func decisionOpen(r Record) bool { return r.Get("state") != "已完成" && r.Get("completed_on") == "" }

// decisionDeadline returns where a decision stands at the end of a day against
// its 时限, a calendar day that counts; "" where it was carried out on a day that
// nobody wrote down.
func decisionDeadline(r Record, today Date) string {
	due, done := r.Date("due"), r.Date("completed_on")
	switch {
	case decisionOpen(r) && !due.Defined():
		return issueNoLimit
	case decisionOpen(r) && today > due:
		return issueOverdue
	case decisionOpen(r):
		return issuePending
	case !due.Defined() || !done.Defined():
		return ""
	case done > due:
		return issueLate
	}
	return issueOnTime
}

func decisionDeadlineCell(it *listItem) ListCell {
	today, due := it.facts.Today, it.record.Date("due")
	value := decisionDeadline(it.record, today)
	label := map[string]string{
		issueOverdue: "逾期", issuePending: "未到时限", issueNoLimit: "未定时限", issueLate: "逾期完成", issueOnTime: "按期完成",
	}[value]
	if value == "" {
		return ListCell{Shown: undefined}
	}
	c := namedCell([]string{value}, []string{label})
	c.Number = Q(int64(slices.Index(deadlines, value)))
	switch {
	case value == issueOverdue:
		c.Shown = fmt.Sprintf("逾期%d天", today.DaysSince(due))
	case value == issuePending && due == today:
		c.Shown = "今日到期"
	case value == issuePending:
		c.Shown = "剩" + strconv.Itoa(due.DaysSince(today)) + "天"
	}
	return c
}

func decisionOverdueCell(it *listItem) ListCell {
	if decisionDeadline(it.record, it.facts.Today) != issueOverdue {
		return ListCell{Shown: undefined}
	}
	return numberCell(Q(int64(it.facts.Today.DaysSince(it.record.Date("due")))))
}
