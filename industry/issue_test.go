package industry

import (
	"strings"
	"testing"
)

func issueRecord(code, assigned, state, handled string) Record {
	r := NewRecord(IssueRegister)
	for column, value := range map[string]string{
		"code": code, "content": "用电", "assigned_on": assigned, "limit_days": "15", "state": state, "handled_on": handled,
	} {
		r.Set(column, value)
	}
	return r
}

// 办结率 = 已办结 ÷ 已交办, 未到期 in the denominator and shown apart (domain 2.3,
// S23); each period by what was done when it ended.
func TestIssueClosing(t *testing.T) {
	var r CountedRegisters
	for _, record := range []Record{
		issueRecord("a", "2026-03-02", "销号", "2026-03-20"),
		issueRecord("b", "2026-10-09", "回访", "2026-11-02"),   // done after the month
		issueRecord("c", "2026-10-26", "办理中", ""),            // 15 working days not over
		issueRecord("d", "2026-08-03", "退回重办", "2026-08-20"), // sent back: open, past its limit
		issueRecord("e", "2026-11-02", "办理中", ""),            // handed on after the month
		issueRecord("f", "", "登记", ""),                       // not handed on
		issueRecord("g", "2026-02-10", "办结待核", ""),           // nobody wrote down when
		issueRecord("h", "2025-05-06", "销号", "2025-05-20"),
		issueRecord("i", "2025-12-01", "销号", "2025-12-20"), // after last year's period
	} {
		r.Issues = append(r.Issues, IssueOf(record, shipped()))
	}
	m := month(t, "2026-10")
	got, pending := r.closing(m)
	if got != (share{Q(2), Q(5)}) || pending != Q(1) {
		t.Errorf("%v of %v, %v pending; want 2 of 5, 1", got.hits, got.of, pending)
	}
	if then, _ := r.closing(m - 12); then != (share{Q(1), Q(1)}) {
		t.Errorf("last year %v of %v", then.hits, then.of)
	}
	if none := rated("issue_closing", share{Q(0), Q(0)}, share{}); none.Cumulative.Known {
		t.Errorf("of no issue the rate is %v", none.Cumulative)
	}
	var hits, of Quantity
	for _, in := range RegisterInputs("issue_closing", r, m) {
		if in.Value.Known {
			hits, of = hits.Plus(in.Value), of.Plus(Q(1))
		}
	}
	if hits != Q(2) || of != Q(5) {
		t.Errorf("the trace lists %v of %v", hits, of)
	}
}

// 走访覆盖率 = enterprises of the list visited this year ÷ those on it.
func TestVisitCoverage(t *testing.T) {
	r := CountedRegisters{
		Enterprises: []Enterprise{
			{ID: "1", Name: "甲", AboveScale: true},
			{ID: "2", Name: "乙", AboveScale: true, Entered: NewMonth(2026, 2)},
			{ID: "3", Name: "丙", AboveScale: true},
			{ID: "4", Name: "丁"},
		},
		Visits: []Visit{
			{Key: "v1", Enterprise: "1", On: "2026-01-05"}, {Key: "v2", Enterprise: "1", On: "2026-09-30"}, {Key: "v3", Enterprise: "4", On: "2026-05-01"}, // 丁 is not on the list
			{Key: "v4", Enterprise: "2", On: "2026-11-01"}, {Key: "v5", Enterprise: "3", On: "2025-06-01"},
		},
	}
	m := month(t, "2026-10")
	if got := r.visited(m); got != (share{Q(1), Q(3)}) {
		t.Errorf("%v of %v, want 1 of 3", got.hits, got.of)
	}
	if got := r.visited(m - 12); got != (share{Q(1), Q(2)}) {
		t.Errorf("last year %v of %v, want 1 of 2", got.hits, got.of)
	}
	if got := r.visited(m - 24); got.of.Known {
		t.Errorf("before the first visit on record: %v", got)
	}
	var keys []string
	for _, in := range RegisterInputs("visit_coverage", r, m) {
		if in.Value.Known {
			keys = append(keys, in.Key)
		}
	}
	if got := strings.Join(keys, " "); got != "v2 2 3" {
		t.Errorf("the trace rests on %s", got)
	}
}

// Shares of several chains are Σ ÷ Σ; a chain with nothing to be a share of lacks
// nothing.
func TestSharesOfChainsAddUp(t *testing.T) {
	ind := Indicator{Code: "issue_closing", Name: "问题办结率", Unit: "%", Period: "比率", January: true, FromRegister: true}
	m := month(t, "2026-10")
	chain := func(id string, hits, of int64) ChainFacts {
		return ChainFacts{Chain: Party{id, id}, Expected: 3, Register: []Computed{rated(ind.Code, share{Q(hits), Q(of)}, share{Q(hits), Q(of)})}}
	}
	f := Facts{
		Chain: Party{AllChains, "全部产业链"}, Month: m, Indicators: []Indicator{ind},
		Chains: []ChainFacts{chain("a", 1, 2), chain("b", 5, 6), chain("c", 0, 0)},
	}
	for i := range f.Chains {
		f.Chains[i].Targets = []Target{{Year: 2026, Chain: f.Chains[i].Chain.ID, Indicator: ind.Code, Kind: RatioTarget, Value: Q(70)}}
	}
	l, _ := Dispatch(f).Line(ind.Code)
	if l.Cumulative != Q(75) || l.Change != Q(0) || len(l.Warnings) != 0 || l.Growth.Known {
		t.Errorf("%v, change %v, growth %v, %q", l.Cumulative, l.Change, l.Growth, l.Warnings)
	}
	one := f
	one.Chain, one.Chains = Party{"b", "b"}, f.Chains[1:2]
	if l, _ := Dispatch(one).Line(ind.Code); l.Target != Q(70) || l.Light != Green || l.Completion.Known {
		t.Errorf("against a ratio target: %v %v %v", l.Target, l.Light, l.Completion)
	}
}
