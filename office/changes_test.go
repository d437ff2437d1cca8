package office_test

import (
	"context"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// said writes a revision as one line.
func said(r industry.ChangeRow) string {
	var fields []string
	for _, f := range r.Fields {
		fields = append(fields, f.Name+" "+f.From+"→"+f.To+f.Unit+"@"+string(f.Cell))
	}
	return r.Sheet + " " + r.Name + " " + r.Change + "：" + strings.Join(fields, "；")
}

// What changed between two moments: the totals before and after, and every
// revision behind it with its cell; a slip that was undone leaves no difference
// and two entries.
func TestChangesBetweenMoments(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, twoChains())
		first := take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", 60, 500, 400}, []any{"2026-06", "两链厂", "营业收入", "", 10, 100, 80}))
		start := o.Now()
		second := take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", 60, 550, 400}, []any{"2026-06", "无基数厂", "营业收入", "", 5, 50, nil}))
		slip := take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", 60, 5500, 440}))
		if _, err := o.Undo(context.Background(), slip.ID, clerk); err != nil {
			t.Fatal(err)
		}
		ask := func(r office.ChangesRequest) industry.Changes {
			t.Helper()
			r.Month, r.Page, r.Size = industry.NewMonth(2026, 6), max(r.Page, 1), max(r.Size, 50)
			if r.Chain == "" {
				r.Chain = "a"
			}
			c, err := o.Changes(context.Background(), r)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		c := ask(office.ChangesRequest{From: start, Open: true})
		if len(c.Indicators) != 1 || c.Indicators[0].Code != "revenue" {
			t.Fatalf("indicators %+v", c.Indicators)
		}
		l := c.Indicators[0]
		if l.Before.Cumulative != industry.Q(600) || l.After.Cumulative != industry.Q(650) || l.Difference != industry.Q(50) ||
			l.BaseDifference != industry.Q(0) || !near(l.Before.Growth, 25) || !near(l.GrowthDifference, 650.0/480*100-125) {
			t.Errorf("revenue %+v", l)
		}
		want := []string{
			"月度调度 2026-06 老厂 营业收入 恢复：本年累计 5 500→550万元@；上年同期累计 440→400万元@",
			"月度调度 2026-06 老厂 营业收入 修改：本年累计 550→5 500万元@F2；上年同期累计 400→440万元@G2",
			"月度调度 2026-06 老厂 营业收入 修改：本年累计 500→550万元@F2",
		}
		var got []string
		for _, r := range c.Records {
			got = append(got, strings.ReplaceAll(said(r), "\u2009", " "))
		}
		sameTexts(t, "revisions", got, want)
		if c.Total != 3 || len(c.Groups) != 3 || c.Groups[0].Undone != slip.ID || c.Groups[1].Source.Batch != slip.ID || c.Groups[2].Source.Batch != second.ID {
			t.Errorf("%d in groups %+v", c.Total, c.Groups)
		}
		if all := ask(office.ChangesRequest{Query: office.Query{Chain: "all"}, From: start, Open: true}); all.Total != 4 {
			t.Errorf("all chains: %d revisions", all.Total)
		}
		if only := ask(office.ChangesRequest{From: start, Open: true, Batch: second.ID}); only.Total != 1 || said(only.Records[0]) != want[2] {
			t.Errorf("one import: %d %+v", only.Total, only.Records)
		}
		if tax := ask(office.ChangesRequest{From: start, Open: true, Indicator: "tax"}); tax.Total != 0 || len(tax.Indicators) != 0 {
			t.Errorf("another indicator: %+v", tax)
		}
		if paged := ask(office.ChangesRequest{From: start, Open: true, Page: 2, Size: 50}); paged.Total != 3 || len(paged.Records) != 0 {
			t.Errorf("second page: %+v", paged.Records)
		}
		until := ask(office.ChangesRequest{Query: office.Query{AsOf: second.At}, From: start, Open: true})
		if until.Total != 1 || until.Indicators[0].After.Cumulative != industry.Q(650) || until.To == nil {
			t.Errorf("until the second import: %+v", until)
		}
		closed := ask(office.ChangesRequest{From: start})
		if len(closed.Records) != 0 || closed.Total != 3 || closed.Groups[1].Source.By != "" || closed.Groups[1].Source.File != "" ||
			closed.Indicators[0].Difference != industry.Q(50) {
			t.Errorf("for a viewer: %+v", closed)
		}
		same := ask(office.ChangesRequest{Query: office.Query{AsOf: start}, From: first.At, Open: true})
		if same.Total != 0 || len(same.Indicators) != 0 {
			t.Errorf("nothing happened: %+v", same)
		}
		_, err := o.Changes(context.Background(), office.ChangesRequest{Query: office.Query{AsOf: first.At}, From: start, Page: 1, Size: 1})
		wantKind(t, "from after to", err, industry.Invalid)
	})
}
