package office_test

import (
	"context"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// Every earlier state stays readable: before anything, before and after a
// restatement, during a batch that was undone, and as the registers stood then.
func TestDispatchAsOf(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := twoChains()
		delete(sheets, "企业清单")
		take(t, o, sheets)
		take(t, o, map[string][][]any{"企业清单": twoChains()["企业清单"][:3]})
		empty := o.Now()
		first := take(t, o, reports(
			[]any{"2026-05", "老厂", "营业收入", "", nil, 400, 300}, []any{"2026-06", "老厂", "营业收入", "", nil, 500, 400},
			[]any{"2026-06", "两链厂", "营业收入", "", nil, 100, 100},
		)).At
		restated := take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", nil, 550, 440})).At
		slip := take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", nil, 5500, 440}))
		undone, err := o.Undo(context.Background(), slip.ID, clerk)
		if err != nil || undone.State != office.Undone {
			t.Fatalf("%+v %v", undone, err)
		}
		afterUndo := o.Now()
		// The leaver leaves, another department takes over, the next month comes in.
		take(t, o, map[string][][]any{"企业清单": {twoChains()["企业清单"][0], {firms[1], "两链厂", "a", "环节二", "是", "", "2026-06", "在产"}}})
		left := o.Now()
		take(t, o, map[string][][]any{"指标": {{"编码", "名称", "单位", "主来源"}, {"revenue", "营业收入", "万元", "统计局"}}})
		take(t, o, reports([]any{"2026-07", "老厂", "营业收入", "", nil, 700, 600}))
		for _, c := range []struct {
			what             string
			at               time.Time
			cumulative, base string
			reported         string
		}{
			{"before anything", time.Date(2020, 1, 1, 0, 0, 0, 0, industry.Shanghai), "", "", ""},
			{"as first reported", first, "600", "500", "2"},
			{"before any figure", empty, "", "", "0"},
			{"restated", restated, "650", "540", "2"},
			{"with the slip", slip.At, "5600", "540", "2"},
			{"after the undo", afterUndo, "650", "540", "2"},
			{"without the leaver", left, "550", "440", "1"},
			{"now: the rows of 工信局 only check the new main source", time.Time{}, "", "", "0"},
		} {
			for _, chain := range []string{"a", "all"} {
				q := office.Query{Chain: chain, Month: industry.NewMonth(2026, 6), AsOf: c.at}
				table, err := o.Dispatch(context.Background(), q)
				if err != nil {
					t.Fatalf("%s: %v", c.what, err)
				}
				l, ok := table.Line("revenue")
				if !ok || l.Cumulative.Decimal() != c.cumulative || l.Base.Decimal() != c.base || l.Coverage.Reported.Decimal() != c.reported {
					t.Errorf("%s, %s: %v over %v, %v reported", c.what, chain, l.Cumulative, l.Base, l.Coverage.Reported)
				}
				trend, err := o.Trend(context.Background(), q, "revenue", 2)
				if err != nil || trend.Points[1].Cumulative != l.Cumulative || trend.Points[1].Base != l.Base {
					t.Errorf("%s, %s: series %+v, %v", c.what, chain, trend.Points, err)
				}
				b, err := o.Breakdown(context.Background(), q, "revenue", "branch")
				if err != nil || b.Total.Value != l.Cumulative {
					t.Errorf("%s, %s: breakdown of %v, %v", c.what, chain, b.Total.Value, err)
				}
			}
		}
		// Without a month it is the newest with a figure by then, else of now.
		for at, want := range map[time.Time]string{{}: "2026-07", restated: "2026-06", empty: "2026-07"} {
			table, err := o.Dispatch(context.Background(), office.Query{Chain: "a", AsOf: at})
			if err != nil || table.Month.String() != want {
				t.Errorf("as of %v: %s, want %s, %v", at, table.Month, want, err)
			}
		}
	})
}
