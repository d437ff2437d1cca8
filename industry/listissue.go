package industry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Where an issue stands against its limit.
const (
	issueOverdue = "overdue" // open past its day
	issuePending = "pending" // open, the day not over
	issueNoLimit = "none"    // open, handed on without a limit or not at all
	issueLate    = "late"    // handled past its day
	issueOnTime  = "on_time" // handled by its day
)

// deadlines are these, the most urgent first.
var deadlines = []string{issueOverdue, issuePending, issueNoLimit, issueLate, issueOnTime}

func deadlineLabel(value string) string {
	switch value {
	case issueOverdue:
		return "逾期"
	case issuePending:
		return "未到时限"
	case issueNoLimit:
		return "未定时限"
	case issueLate:
		return "逾期办结"
	}
	return "按期办结"
}

// workdayNote tells how working days are counted.
const workdayNote = "自交办次日起计工作日，按国务院办公厅节假日安排扣除放假、计入调休上班"

// issueDue returns the last day on which an issue is to be handled, undefined
// where it was not handed on or has no limit.
func issueDue(r Record, c Calendar) Date {
	limit := r.Quantity("limit_days")
	if !limit.Known {
		return ""
	}
	return c.Add(r.Date("assigned_on"), int(limit.Parts/Scale))
}

// issueOpen reports whether an issue is still to be handled; one that was sent
// back is open again.
func issueOpen(r Record) bool {
	switch r.Get("state") {
	case "退回重办":
		return true
	case "办结待核", "回访", "销号":
		return false
	}
	return r.Get("handled_on") == "" && r.Get("closed_on") == ""
}

// issueClosed reports an issue that was struck off.
func issueClosed(r Record) bool { return r.Get("state") == "销号" || r.Get("closed_on") != "" }

// deadlineOf returns where an issue stands; "" where nobody can tell, because it
// was handled without a day or a limit.
func deadlineOf(r Record, c Calendar, today Date) string {
	due, handled := issueDue(r, c), r.Date("handled_on")
	switch {
	case issueOpen(r) && !due.Defined():
		return issueNoLimit
	case issueOpen(r) && today > due:
		return issueOverdue
	case issueOpen(r):
		return issuePending
	case !due.Defined() || !handled.Defined():
		return ""
	case handled > due:
		return issueLate
	}
	return issueOnTime
}

func dueCell(it *listItem) ListCell {
	due := issueDue(it.record, it.facts.Calendar)
	c := textCell(string(due))
	c.Note = it.facts.Calendar.Doubt(it.record.Date("assigned_on"), due)
	return c
}

// deadlineCell says how an issue stands against its limit, the most urgent first
// when sorted.
func deadlineCell(it *listItem) ListCell {
	calendar, today := it.facts.Calendar, it.facts.Today
	due, value := issueDue(it.record, calendar), deadlineOf(it.record, calendar, today)
	if value == "" {
		return ListCell{Shown: undefined}
	}
	c := namedCell([]string{value}, []string{deadlineLabel(value)})
	c.Number = Q(int64(slices.Index(deadlines, value)))
	switch value {
	case issueOverdue:
		if n := calendar.Between(due, today); n > 0 {
			c.Shown = "逾期" + strconv.Itoa(n) + "个工作日"
		}
	case issuePending:
		c.Shown = "今日到期"
		if n := calendar.Between(today, due); n > 0 {
			c.Shown = "剩" + strconv.Itoa(n) + "个工作日"
		}
	}
	if due.Defined() {
		c.Note = fmt.Sprintf("%s交办，时限%s个工作日，应于%s前办结", it.record.Get("assigned_on"), it.record.Get("limit_days"), due)
		if doubt := calendar.Doubt(it.record.Date("assigned_on"), max(due, today)); doubt != "" {
			c.Note += "；" + doubt
		}
	}
	return c
}

func issueOverdueDaysCell(it *listItem) ListCell {
	calendar, today := it.facts.Calendar, it.facts.Today
	if deadlineOf(it.record, calendar, today) != issueOverdue {
		return ListCell{Shown: undefined}
	}
	return numberCell(Q(int64(calendar.Between(issueDue(it.record, calendar), today))))
}

// issueChains returns the chains an issue belongs to: its own, else its
// project's, else its enterprise's.
func (f *ListFacts) issueChains(r Record) []string {
	if own := r.Get("chain"); own != "" {
		return []string{own}
	}
	for _, noun := range []string{ProjectRegister.Noun, EnterpriseRegister.Noun} {
		if chains := f.Chains[noun+":"+r.Get(noun)]; len(chains) > 0 {
			return chains
		}
	}
	return nil
}

func issueChainCell(it *listItem) ListCell {
	chains := it.facts.issueChains(it.record)
	return it.facts.Directory.namedCells(ChainRegister.Noun, chains)
}

// dateNumber orders dates as numbers: 20261031.
func dateNumber(d Date) Quantity {
	n, err := strconv.ParseInt(strings.ReplaceAll(string(d), "-", ""), 10, 64)
	if err != nil {
		return Quantity{}
	}
	return Q(n)
}
