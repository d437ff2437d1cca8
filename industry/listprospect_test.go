package industry

import (
	"slices"
	"testing"
)

// An event's numbers stand beside the contracts of its days: dollars apart,
// increments in the amount only, other chains' and other days' left out.
func TestEventsBesideTheRegister(t *testing.T) {
	event := NewRecord(EventRegister)
	for column, value := range map[string]string{"name": "推介会", "on_date": "2026-05-28", "chain": "ne", "signed_projects": "3", "signed_amount": "15000"} {
		event.Set(column, value)
	}
	dollars := Project{ID: "2", Chain: "ne", USD: true, Contract: Q(3200), Dates: map[Stage]Date{Signed: "2026-05-31"}}
	projects := []Project{
		{ID: "1", Chain: "ne", Contract: Q(10000), Dates: map[Stage]Date{Signed: "2026-05-25"}},
		dollars,
		{ID: "3", Chain: "ne", Origin: "1", Contract: Q(5000), Dates: map[Stage]Date{Signed: "2026-05-28"}},
		{ID: "4", Chain: "ne", Contract: Q(900), Dates: map[Stage]Date{Signed: "2026-06-01"}},
		{ID: "5", Chain: "nm", Contract: Q(900), Dates: map[Stage]Date{Signed: "2026-05-28"}},
		{ID: "6", Chain: "ne", Total: Q(900), Dates: map[Stage]Date{Framework: "2026-05-28"}},
	}
	f := ListFacts{Records: []Record{event}, Directory: NewDirectory(), Projects: projects, Chain: "ne", Open: true}
	p, err := eventList().Page(f, ListQuery{})
	if err != nil {
		t.Fatal(err)
	}
	row := p.Rows[0]
	for column, want := range map[string]string{
		"signed_projects": "3", "ledger_projects": "2", "signed_amount": "15\u2009000", "ledger_amount": "15\u2009000", "ledger_usd": "3\u2009200",
		"comparison": "不一致：个数差1个",
	} {
		if got := row.Cell(column).Shown; got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
	event.Set("signed_projects", "")
	event.Set("signed_amount", "")
	if got := (&listItem{facts: &f, record: event}).signing(); got.Differs || got.AmountDiffers {
		t.Errorf("what is not reported differs: %+v", got)
	}
}

// Who may not see single enterprises sees whom the office talks to, not how to
// reach them.
func TestProspectsWithoutContacts(t *testing.T) {
	var records []Record
	for _, state := range []string{"暂缓", "", "在谈"} {
		r := NewRecord(ProspectRegister)
		r.Set("code", "MB"+state)
		r.Set("name", "示例"+state)
		r.Set("state", state)
		r.Set("contact", "张示例")
		r.Set("phone", "0000")
		records = append(records, r)
	}
	f := ListFacts{Records: records, Directory: NewDirectory(), Chain: AllChains}
	p, err := prospectList().File(f, ListQuery{})
	if err != nil {
		t.Fatal(err)
	}
	state := slices.IndexFunc(p.Columns, func(c ListColumn) bool { return c.Column == "state" })
	for i, want := range []string{"未联系", "在谈", "暂缓"} {
		row := p.Rows[i]
		if row.Cells[state].Shown != want || !row.Cell("contact").Empty() || !row.Cell("phone").Empty() || row.Record.Get("contact") != "" {
			t.Errorf("row %d: %+v", i, row)
		}
	}
}
