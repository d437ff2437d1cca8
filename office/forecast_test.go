package office_test

import (
	"context"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// A forecast rests on what is kept, as of the moment asked about: own rows of
// one chain, sums over the list of the other.
func TestForecast(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, twoChains())
		take(t, o, reports(
			[]any{"2024-06", "老厂", "营业收入", "", nil, 400, 300}, []any{"2024-12", "老厂", "营业收入", "", nil, 800, 600},
			[]any{"2025-06", "老厂", "营业收入", "", nil, 600, 400}, []any{"2025-12", "老厂", "营业收入", "", nil, 1000, 800},
			[]any{"2026-06", "老厂", "营业收入", "", nil, 660, 600},
		))
		before := o.Now()
		q := office.Query{Chain: "a", Month: industry.NewMonth(2026, 6)}
		forecast := func(q office.Query) industry.Forecast {
			table, err := o.Dispatch(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			l, _ := table.Line("revenue")
			return l.Forecast
		}
		// 660 ÷ the mean of 50 % and 60 %, from 660 ÷ 60 % to 660 ÷ 50 %.
		if f := forecast(q); f.Year != industry.Q(1200) || f.Low != industry.Q(1100) || f.High != industry.Q(1320) || f.Basis != industry.Seasonal {
			t.Errorf("%+v", f)
		}
		trace, err := o.Trace(context.Background(), office.TraceRequest{Query: q, Indicator: "revenue", Of: industry.OfForecast, Open: true})
		want := "预测全年 ＝ 本年累计 660 ÷ 往年同期占全年比重的平均数（2024年 400 ÷ 800 ＝ 50.0%，2025年 600 ÷ 1\u2009000 ＝ 60.0%）＝ 1\u2009200 万元，区间 1\u2009100 至 1\u2009320；"
		if err != nil || trace.Value != industry.Q(1200) || !strings.HasPrefix(trace.Formula, want) || len(trace.Inputs) != 1 || trace.Line.Forecast.Year != industry.Q(1200) {
			t.Errorf("%v %v %s %+v", err, trace.Value, trace.Formula, trace.Inputs)
		}
		take(t, o, reports([]any{"2025-12", "老厂", "营业收入", "", nil, 1200, 800}))
		if f := forecast(q); f.Year != industry.Q(1320) || f.Low != f.Year || f.High != f.Year {
			t.Errorf("restated: %+v", f)
		}
		q.AsOf = before
		if f := forecast(q); f.Year != industry.Q(1200) {
			t.Errorf("as of before the restatement: %+v", f)
		}
		q.AsOf = before.AddDate(-30, 0, 0)
		if f := forecast(q); f.Year.Known || f.Basis != "" {
			t.Errorf("before anything: %+v", f)
		}
		// The chain's own row stands before the sum, in the past as now.
		take(t, o, reports(
			[]any{"2024-06", "甲链", "营业收入", "", nil, 30, 20}, []any{"2024-12", "甲链", "营业收入", "", nil, 40, 20},
			[]any{"2025-06", "甲链", "营业收入", "", nil, 30, 20}, []any{"2025-12", "甲链", "营业收入", "", nil, 40, 20},
		))
		if f := forecast(office.Query{Chain: "a", Month: industry.NewMonth(2026, 6)}); f.Year != industry.Q(880) {
			t.Errorf("by the chain's own rows: %+v", f)
		}
	})
}
