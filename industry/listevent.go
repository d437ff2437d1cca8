package industry

import "fmt"

// eventList is 招商活动. What an event reports as signed stands beside what the
// register of projects says; neither corrects the other.
func eventList() *List {
	note := fmt.Sprintf("项目清单中活动当天及前后%d天签正式合同的项目，框架协议不计", EventDays)
	return &List{
		Code: "events", Name: "招商活动", Register: EventRegister, Title: "name", Order: []string{"-on_date", "name"}, Ledger: true,
		Search: []string{"name", "place", "attendees", "minutes"},
		Columns: columnsOf(EventRegister, []ListColumn{
			{Column: "name"},
			{Column: "on_date"},
			{Column: "place"},
			{Column: "chain", Wide: true, Filter: true},
			{Column: "signed_projects", Name: "报告签约"},
			{Column: "ledger_projects", Name: "台账签约", Kind: Number, Unit: "个", Note: note, cell: ledgerProjectsCell},
			{Column: "signed_amount", Name: "报告金额"},
			{Column: "ledger_amount", Name: "台账合同资金", Kind: Money, Unit: "万元", Note: note, cell: ledgerAmountCell},
			{Column: "ledger_usd", Name: "台账合同资金", Kind: Money, Unit: "万美元", Rare: true, Note: note, cell: ledgerDollarsCell},
			{Column: "comparison", Name: "报告与台账", Kind: Choice, Filter: true, Note: "报告数减台账数，两者分别登记，不互相修改", cell: comparisonCell},
			{Column: "attendees", Place: FilesOnly},
			{Column: "minutes", Place: FilesOnly},
		}),
		Note: "台账数为" + note + "；报告数与台账数不一致的只作提示",
	}
}

// signing is an event beside what the register of projects has for its days.
func (it *listItem) signing() SigningEvent { return EventOf(it.record).signing(it.facts.Projects) }

func ledgerProjectsCell(it *listItem) ListCell {
	return numberCell(Q(int64(it.signing().Signed.Count)))
}

func ledgerAmountCell(it *listItem) ListCell { return numberCell(it.signing().Signed.Contract) }

func ledgerDollarsCell(it *listItem) ListCell { return numberCell(it.signing().USD) }

// comparisonCell says whether an event's reported numbers are the register's.
func comparisonCell(it *listItem) ListCell {
	s := it.signing()
	if !s.Count.Known && !s.Event.Contract.Known {
		return ListCell{Shown: undefined}
	}
	c := textCell("一致")
	if s.Differs || s.AmountDiffers {
		c = textCell("不一致")
	}
	if s.Differs {
		more := s.Count.Minus(Q(int64(s.Signed.Count)))
		c.Note = "个数差" + more.Decimal() + "个"
	}
	if s.AmountDiffers {
		c.Note = joinNotes(c.Note, "金额差"+GroupedText(s.Event.Contract.Minus(s.ledgerAmount()))+"万元")
	}
	if c.Note != "" {
		c.Shown += "：" + c.Note
	}
	return c
}

func joinNotes(a, b string) string {
	if a == "" {
		return b
	}
	return a + "，" + b
}

// EventDays is how many days before and after an event a contract still counts
// as signed there: it is often dated a little beside the ceremony.
const EventDays = 3
