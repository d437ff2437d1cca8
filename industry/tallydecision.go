package industry

// decisionTallies are the figures of a DecisionBoard that can be traced.
var decisionTallies = map[string]struct{ name, rule string }{
	"total":      {"议定事项", "历次会议议定的事项"},
	"done":       {"已完成", "已完成的事项"},
	"completion": {"完成率", doneRule},
	"on_time":    {"按期完成率", "按期完成 ÷（按期完成＋逾期完成＋逾期未完成）"},
	"open":       {"未完成", "未完成的事项"},
	"pending":    {"未到时限", "未完成、时限未到的事项"},
	"overdue":    {"逾期未完成", "未完成、时限已过的事项"},
	"soon":       {"7天内到期", "未完成、时限在今天起7天内的事项"},
	"supervised": {"督办", "未完成的督办事项"},
}

// TallyDecisions explains a figure of what meetings decided, of one meeting or
// department where that is asked for.
func TallyDecisions(records []Record, today Date, q TallyQuestion) (Tally, error) {
	_, figure := q.Parts()
	kind, known := decisionTallies[figure]
	t := Tally{Figure: q.Figure, By: q.By, Name: kind.name, Group: Optional(q.Group), Sources: "议定事项", Basis: "按日历天计；延期的事项在时限改定之前仍按原时限计。截至 " + string(today)}
	if !known {
		return t, q.unknown()
	}
	facts := DecisionFacts{Today: today}
	for _, r := range records {
		it := facts.item(r)
		if q.By == "meeting" && it.Meeting != q.Group || q.By == "department" && it.Department != q.Group {
			continue
		}
		if part := it.part(figure); part != "" {
			t.add(DecisionRegister.Noun, TallyRecord{Key: Optional(it.ID), Name: it.Content, Part: part, Reason: it.Standing(), Column: "state"})
		}
	}
	if figure == "completion" || figure == "on_time" {
		t.shares(kind.rule)
	} else {
		t.counts("项", kind.rule)
	}
	return t, nil
}

// part says what the item is in a figure, "" where it has nothing to do with it.
func (d DecisionItem) part(figure string) string {
	is := false
	switch figure {
	case "total":
		is = true
	case "done":
		is = d.Done
	case "open":
		is = !d.Done
	case "pending":
		is = !d.Done && !d.Overdue
	case "overdue":
		is = d.Overdue
	case "soon":
		is = d.soon()
	case "supervised":
		is = d.watched()
	case "completion":
		return partOfShare(d.Done)
	case "on_time":
		switch d.standing {
		case issueOnTime, issueLate, issueOverdue:
			return partOfShare(d.standing == issueOnTime)
		}
		return TallyLeftOut
	}
	if is {
		return TallyCounted
	}
	return ""
}
