package office_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

func decided(t *testing.T, o *office.Office, preset, kind, indicator string, seen int64) error {
	t.Helper()
	r, ok := industry.PresetRule(preset, kind)
	if !ok {
		t.Fatalf("no preset %s for %s", preset, kind)
	}
	r.Version, r.Since = seen, industry.NewMonth(2026, 6)
	return o.DecideLightRule(context.Background(), industry.RuleVersion{LightRule: r, Indicator: indicator, Reason: "县政府办〔2026〕3号"}, clerk)
}

func june(t *testing.T, o *office.Office, asOf time.Time) industry.Line {
	t.Helper()
	table, err := o.Dispatch(context.Background(), office.Query{Chain: "a", Month: industry.NewMonth(2026, 6), AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	l, ok := table.Line("revenue")
	if !ok {
		t.Fatal("no revenue")
	}
	trace, err := o.Trace(context.Background(), office.TraceRequest{
		Query: office.Query{Chain: "a", Month: table.Month, AsOf: asOf}, Indicator: l.Code, Of: industry.OfLight,
	})
	if err != nil || trace.Line.Light != l.Light || trace.Line.LightRule != l.LightRule {
		t.Errorf("the trace judges %s by %s, the table %s by %s, %v", trace.Line.Light, trace.Line.LightRule, l.Light, l.LightRule, err)
	}
	return l
}

// A light is judged by the version in force for its month as of the moment asked;
// what a rule looks at beside the month is read.
func TestLightsByTheRulesInForce(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := twoChains()
		sheets["年度目标"] = [][]any{{"年份", "对象", "指标", "目标类型", "目标值"}, {"2026", "甲链", "营业收入", "总量", 1200}}
		sheets["区域"] = [][]any{{"编码", "名称", "类型"}, {"361000", "示例市", "市"}}
		take(t, o, sheets)
		take(t, o, reports(
			[]any{"2026-04", "老厂", "营业收入", "", nil, 400, 200}, []any{"2026-05", "老厂", "营业收入", "", nil, 500, 300},
			[]any{"2026-06", "老厂", "营业收入", "", nil, 590, 400},
			[]any{"2026-07", "老厂", "营业收入", "", nil, 700, 500},
		))
		atFirst := o.Now()
		if l := june(t, o, time.Time{}); l.Light != industry.Yellow || l.Rule.Version != 0 {
			t.Fatalf("by default: %s %s", l.Light, l.LightReason)
		}
		for _, c := range []struct {
			preset string
			seen   int64
			want   industry.Light
			word   string
		}{
			{"yinchuan", 0, industry.NoLight, "规则未规定"},
			{"sanya", 1, industry.Yellow, ""},
			{"sanya_district", 2, industry.Yellow, ""}, // June brought 90 of 100, May 100 of 100
			{"ouhai", 3, industry.Yellow, ""},          // made up in July
		} {
			if err := decided(t, o, c.preset, industry.TotalTarget, "", c.seen); err != nil {
				t.Fatal(err)
			}
			if l := june(t, o, time.Time{}); l.Light != c.want || l.LightWord != c.word || l.Rule.Version != c.seen+1 {
				t.Errorf("%s: %s %q %s, version %d", c.preset, l.Light, l.LightWord, l.LightReason, l.Rule.Version)
			}
		}
		if l := june(t, o, atFirst); l.Light != industry.Yellow || l.Rule.Version != 0 || strings.Contains(string(l.LightRule), "版") {
			t.Errorf("as of before: %s by %s", l.Light, l.LightRule)
		}
		var e *industry.Error
		if err := decided(t, o, "yinchuan", industry.TotalTarget, "", 2); !errors.As(err, &e) || e.Kind != industry.Conflict {
			t.Errorf("an overtaken decision: %v", err)
		}
		if err := decided(t, o, "yinchuan", industry.TotalTarget, "nothing", 0); !errors.As(err, &e) || e.Kind != industry.NotFound {
			t.Errorf("an unknown indicator: %v", err)
		}
		rules, err := o.LightRules(context.Background(), office.Query{})
		if err != nil || len(rules.Book) != 4 || len(rules.InForce) != 3 || rules.InForce[0].Rule.Name != "瓯海三色" {
			t.Errorf("%+v %v", rules, err)
		}
	})
}

// 天津's rule wants the city's rate; without a row there is no light, and it says so.
func TestLightBesideTheCity(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := twoChains()
		sheets["年度目标"] = [][]any{{"年份", "对象", "指标", "目标类型", "目标值"}, {"2026", "甲链", "营业收入", "增速", 9}}
		sheets["区域"] = [][]any{{"编码", "名称", "类型"}, {"361000", "示例市", "市"}}
		take(t, o, sheets)
		take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", nil, 440, 400}))
		if err := decided(t, o, "tianjin", industry.GrowthTarget, "revenue", 0); err != nil {
			t.Fatal(err)
		}
		if l := june(t, o, time.Time{}); l.Light != industry.NoLight || l.LightWord != "缺依据" || !strings.Contains(l.LightReason, "缺全市平均") {
			t.Errorf("without the city: %s %s", l.Light, l.LightReason)
		}
		take(t, o, reports([]any{"2026-06", "示例市", "营业收入", "", nil, 1101, 1000}))
		if l := june(t, o, time.Time{}); l.Light != industry.Yellow || !strings.HasSuffix(l.LightReason, "，低于全市平均0.1个百分点") {
			t.Errorf("beside 10.1%%: %s %s", l.Light, l.LightReason)
		}
		take(t, o, reports([]any{"2026-06", "示例市", "营业收入", "", nil, 1100, 1000}))
		if l := june(t, o, time.Time{}); l.Light != industry.Green || !strings.HasSuffix(l.LightReason, "，与全市平均持平") {
			t.Errorf("beside 10%%: %s %s", l.Light, l.LightReason)
		}
	})
}

// A preview tells what the newest month's lights would become, and keeps nothing.
func TestPreviewOfALightRule(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := twoChains()
		sheets["年度目标"] = [][]any{{"年份", "对象", "指标", "目标类型", "目标值"}, {"2026", "甲链", "营业收入", "总量", 1200}}
		take(t, o, sheets)
		take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", nil, 590, 400}))
		r, _ := industry.PresetRule("yinchuan", industry.TotalTarget)
		r.Since = industry.NewMonth(2027, 1)
		changes, month, err := o.PreviewLightRule(context.Background(), industry.RuleVersion{LightRule: r, Reason: "试"})
		if err != nil || month != industry.NewMonth(2026, 6) || len(changes) != 1 {
			t.Fatalf("%+v in %v, %v", changes, month, err)
		}
		c := changes[0]
		if c.Chain.ID != "a" || c.Before.Light != industry.Yellow || c.After.Light != industry.NoLight || c.After.LightLabel() != "规则未规定" {
			t.Errorf("%+v", c)
		}
		if rules, err := o.LightRules(context.Background(), office.Query{}); err != nil || len(rules.Book) != 0 {
			t.Errorf("%d versions kept, %v", len(rules.Book), err)
		}
	})
}
