package industry

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
)

// The default's texts, as they stood before texts were written from bands.
const (
	totalRule    = "完成率达到序时为绿；欠序时10个百分点以内（含10个）为黄；欠10个百分点以上为红"
	totalRuleLow = "不超过序时为绿；超序时10个百分点以内（含10个）为黄；超10个百分点以上为红"
	growthRule   = "增速达到目标为绿；低于目标但不为负为黄；负增长为红"
	distanceRule = "达到目标为绿；差10个百分点以内（含10个）为黄；差10个百分点以上为红"
)

func preset(t *testing.T, code, kind string) LightRule {
	t.Helper()
	r, ok := PresetRule(code, kind)
	if !ok {
		t.Fatalf("no preset %s for %s", code, kind)
	}
	return r
}

func TestRuleTexts(t *testing.T) {
	for _, c := range []struct {
		code, kind string
		lower      bool
		want       string
	}{
		{DefaultRule, TotalTarget, false, totalRule},
		{DefaultRule, TotalTarget, true, totalRuleLow},
		{DefaultRule, GrowthTarget, false, growthRule},
		{DefaultRule, GrowthTarget, true, distanceRule},
		{DefaultRule, RatioTarget, false, distanceRule},
		{DefaultRule, RatioTarget, true, distanceRule},
		{"yinchuan", TotalTarget, false, "完成率达到序时为绿；欠序时10至30个百分点（均含）为黄；欠30个百分点以上为红；其余情形规则未规定，不亮灯"},
		{"yinchuan", TotalTarget, true, "不超过序时为绿；超序时10至30个百分点（均含）为黄；超30个百分点以上为红；其余情形规则未规定，不亮灯"},
		{"sanya", TotalTarget, false, "完成率达到序时为绿；比序时低50%以内（含50%）为黄；比序时低50%以上为红"},
		{"sanya", TotalTarget, true, "不超过序时为绿；比序时高50%以内（含50%）为黄；比序时高50%以上为红"},
		{"sanya_district", TotalTarget, false, "完成当月任务为绿；未完成当月任务但完成上月任务为黄；未完成当月任务且未完成上月任务为红"},
		{"sanya_district", TotalTarget, true, "规则未规定，不亮灯"},
		{"tianjin", GrowthTarget, false, "增速达到目标且不低于全市平均为绿；增长但低于目标或低于全市平均为黄；负增长为红；其余情形规则未规定，不亮灯"},
		{"xinhuang", TotalTarget, false, "当月任务完成率低于60%为黄（黄牌）；当月任务完成率60%（含）至80%（不含）列为重点督导，不亮灯；其余情形规则未规定，不亮灯"},
		{"ouhai", TotalTarget, false, "完成当月任务或完成率达到序时为绿；未完成当月任务且欠序时但以后月份补齐为黄；未完成当月任务且欠序时且以后月份没有补齐为红"},
	} {
		if got := preset(t, c.code, c.kind).Text(c.lower); got != c.want {
			t.Errorf("%s %s lower %v:\n got %s\nwant %s", c.code, c.kind, c.lower, got, c.want)
		}
	}
}

// ruled judges a 总量 target of 1200 (100 a month) by a preset.
func ruled(t *testing.T, code, m string, now Quantity, more ...func(*Facts)) Line {
	t.Helper()
	at, target := month(t, m), total(Q(1200))
	target.Year, target.Indicator = at.Year(), taxIndicator.Code
	rule := preset(t, code, TotalTarget)
	rule.Version, rule.Since = 2, month(t, "2026-01")
	f := Facts{
		Chain: Party{ID: "ne"}, Month: at, Indicators: []Indicator{taxIndicator},
		Chains: []ChainFacts{{
			Chain: Party{ID: "ne"}, Targets: []Target{target},
			Reports: []MonthlyReport{own(taxIndicator, at, func(r *MonthlyReport) { r.Cumulative = now })},
		}},
		Rules: RuleBook{{LightRule: rule}},
	}
	for _, change := range more {
		change(&f)
	}
	l, ok := Dispatch(f).Line(taxIndicator.Code)
	if !ok {
		t.Fatal("no line")
	}
	return l
}

type ruling struct {
	now  Quantity
	want Light
	word string
	tail string // of the reason
}

func (c ruling) check(t *testing.T, l Line) {
	t.Helper()
	if l.Light != c.want || l.LightWord != c.word || !strings.HasSuffix(l.LightReason, c.tail) {
		t.Errorf("%v: %s %q %s, want %s %q …%s", c.now, l.Light, l.LightWord, l.LightReason, c.want, c.word, c.tail)
	}
}

// At the end of July 700 is due (58.33 %): 580 is 10 points behind, 340 is 30.
func TestYinchuanProgress(t *testing.T) {
	const gap = "；银川项目进度（第2版，2026年1月起）对欠序时10个百分点以内（不含10个）没有规定，不亮灯"
	for _, c := range []ruling{
		{Q(700), Green, "", "与序时持平"},
		{Parts(700*Scale - 1), NoLight, "规则未规定", gap},
		{Parts(580*Scale + 1), NoLight, "规则未规定", gap},
		{Q(580), Yellow, "", "欠序时10.0个百分点"},
		{Q(340), Yellow, "", "欠序时30.0个百分点"},
		{Parts(340*Scale - 1), Red, "", "欠序时略超30个百分点"},
	} {
		c.check(t, ruled(t, "yinchuan", "2026-07", c.now))
	}
	l := ruled(t, "yinchuan", "2026-07", Q(600))
	if !strings.HasPrefix(string(l.LightRule), "银川项目进度（第2版，2026年1月起）：完成率达到序时为绿") || l.LightLabel() != "规则未规定" {
		t.Errorf("%s %s", l.LightRule, l.LightLabel())
	}
}

// Half of what is due is on the boundary: 350 of 700.
func TestSanya(t *testing.T) {
	for _, c := range []ruling{
		{Q(700), Green, "", "与序时相同"},
		{Parts(700*Scale - 1), Yellow, "", "比序时低不足0.000001%"},
		{Q(350), Yellow, "", "比序时低50.0%"},
		{Parts(350*Scale - 1), Red, "", "比序时低略超50%"},
	} {
		c.check(t, ruled(t, "sanya", "2026-07", c.now))
	}
}

// inMonth sets what the month itself brought, and the month before.
func inMonth(now, before Quantity) func(*Facts) {
	return func(f *Facts) {
		f.Chains[0].Reports[0].InMonth = now
		f.Year = map[string]map[Month]Line{taxIndicator.Code: {f.Month - 1: {InMonth: before}}}
	}
}

func TestSanyaDistricts(t *testing.T) {
	for _, c := range []struct {
		month       string
		now, before Quantity
		want        Light
		word        string
	}{
		{"2026-07", Q(100), Q(0), Green, ""},
		{"2026-07", Parts(100*Scale - 1), Q(100), Yellow, ""},
		{"2026-07", Q(99), Parts(100*Scale - 1), Red, ""},
		{"2026-07", Q(99), Quantity{}, NoLight, "缺依据"},
		{"2026-07", Quantity{}, Q(100), NoLight, "缺依据"},
		{"2026-01", Q(99), Quantity{}, Yellow, ""}, // the run begins with the year
	} {
		cumulative := Q(500)
		if c.month == "2026-01" { // the first month is its own cumulative
			cumulative = c.now
		}
		l := ruled(t, "sanya_district", c.month, cumulative, inMonth(c.now, c.before))
		if l.Light != c.want || l.LightWord != c.word {
			t.Errorf("%s %v after %v: %s %q %s", c.month, c.now, c.before, l.Light, l.LightWord, l.LightReason)
		}
	}
	low := ruled(t, "sanya_district", "2026-07", Q(500), inMonth(Q(120), Q(120)), func(f *Facts) { f.Indicators[0].LowerBetter = true })
	if low.Light != NoLight || low.LightWord != "规则未规定" || !strings.HasSuffix(low.LightReason, "对越低越好的指标没有规定，不亮灯") {
		t.Errorf("less is better: %s %s", low.Light, low.LightReason)
	}
	l := ruled(t, "sanya_district", "2026-07", Q(500), inMonth(Parts(99_970_000), Q(80)))
	if !strings.HasSuffix(l.LightReason, "，当月任务完成率99.97%，上月任务完成率80.0%") {
		t.Error(l.LightReason)
	}
}

func TestXinhuang(t *testing.T) {
	for _, c := range []ruling{
		{Parts(60*Scale - 1), Yellow, "黄牌", "，黄牌"},
		{Q(60), NoLight, "重点督导", "，重点督导"},
		{Parts(80*Scale - 1), NoLight, "重点督导", "，重点督导"},
		{Q(80), NoLight, "规则未规定", "新晃（第2版，2026年1月起）对当月任务完成率达到80%没有规定，不亮灯"},
	} {
		c.check(t, ruled(t, "xinhuang", "2026-07", Q(500), inMonth(c.now, Quantity{})))
	}
}

// March missed its task; April's own is done and March's gap with it: then April
// is green and March has turned yellow (温州日报 2020-05-21).
func TestOuhaiMakesUp(t *testing.T) {
	later := func(cumulative Quantity) func(*Facts) {
		return func(f *Facts) {
			f.Year = map[string]map[Month]Line{taxIndicator.Code: {f.Month + 1: {Cumulative: cumulative}}}
		}
	}
	march := inMonth(Q(80), Quantity{})
	for _, c := range []struct {
		name string
		line Line
		want Light
	}{
		{"March alone", ruled(t, "ouhai", "2026-03", Q(280), march), Red},
		{"April fell short by a fen's part", ruled(t, "ouhai", "2026-03", Q(280), march, later(Parts(400*Scale-1))), Red},
		{"April made it up", ruled(t, "ouhai", "2026-03", Q(280), march, later(Q(400))), Yellow},
		{"April itself", ruled(t, "ouhai", "2026-04", Q(400), inMonth(Q(120), Q(80))), Green},
		{"a weak month ahead of time", ruled(t, "ouhai", "2026-04", Q(450), inMonth(Q(50), Q(100))), Green},
		{"its own task only", ruled(t, "ouhai", "2026-04", Q(380), inMonth(Q(100), Q(80))), Green},
		{"both missed", ruled(t, "ouhai", "2026-04", Parts(400*Scale-1), inMonth(Parts(100*Scale-1), Q(80))), Red},
	} {
		if c.line.Light != c.want {
			t.Errorf("%s: %s %s", c.name, c.line.Light, c.line.LightReason)
		}
	}
}

func TestTianjinGrowth(t *testing.T) {
	m := month(t, "2026-07")
	rule := preset(t, "tianjin", GrowthTarget)
	rule.Version, rule.Since = 1, month(t, "2026-03")
	for _, c := range []struct {
		growth, city string
		want         Light
		word         string
	}{
		{"9", "9", Green, ""},
		{"9", "9.000001", Yellow, ""},
		{"8.999999", "5", Yellow, ""},
		{"0.000001", "5", Yellow, ""},
		{"0", "-1", NoLight, "规则未规定"},
		{"-0.000001", "-5", Red, ""},
		{"9", "", NoLight, "缺依据"},
		{"8", "", Yellow, ""}, // below the plan: whatever the city's is
		{"-1", "", Red, ""},
	} {
		f := Facts{
			Chain: Party{ID: "ne"}, Month: m, Indicators: []Indicator{taxIndicator}, Rules: RuleBook{{LightRule: rule}},
			Chains: []ChainFacts{{
				Chain:   Party{ID: "ne"},
				Reports: []MonthlyReport{own(taxIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Growth = Q(5), amount(t, c.growth) })},
				Targets: []Target{{Year: 2026, Indicator: taxIndicator.Code, Kind: GrowthTarget, Value: Q(9)}},
			}},
		}
		if c.city != "" {
			f.City = map[string]*big.Rat{taxIndicator.Code: percentage(amount(t, c.city))}
		}
		l, _ := Dispatch(f).Line(taxIndicator.Code)
		if l.Light != c.want || l.LightWord != c.word {
			t.Errorf("%s beside %s: %s %q %s", c.growth, c.city, l.Light, l.LightWord, l.LightReason)
		}
		if c.city == "" && c.word != "" && !strings.HasSuffix(l.LightReason, "；缺全市平均，按天津增速（第1版，2026年3月起）不能评定") {
			t.Error(l.LightReason)
		}
	}
}

func TestRulesInForce(t *testing.T) {
	version := func(n int64, indicator, code, since string) RuleVersion {
		r := preset(t, orElse(map[bool]string{true: DefaultRule}[code == InheritRule], code), TotalTarget)
		r.Preset, r.Version, r.Since = code, n, month(t, since)
		return RuleVersion{LightRule: r, Indicator: indicator}
	}
	book := RuleBook{
		version(1, "", "yinchuan", "2026-03"), version(2, "", "sanya", "2026-07"),
		version(1, "tax", "xinhuang", "2026-05"), version(2, "tax", InheritRule, "2026-09"),
	}
	for _, c := range []struct{ indicator, month, want string }{
		{"revenue", "2026-02", DefaultRule},
		{"revenue", "2026-03", "yinchuan"},
		{"revenue", "2026-06", "yinchuan"},
		{"revenue", "2026-07", "sanya"},
		{"tax", "2026-04", "yinchuan"},
		{"tax", "2026-05", "xinhuang"},
		{"tax", "2026-08", "xinhuang"},
		{"tax", "2026-09", "sanya"},
	} {
		if got := book.InForce(c.indicator, TotalTarget, month(t, c.month)); got.Preset != c.want {
			t.Errorf("%s %s: %s", c.indicator, c.month, got.Preset)
		}
	}
	if got := book.InForce("tax", GrowthTarget, month(t, "2026-08")); got.Preset != DefaultRule || got.Version != 0 {
		t.Errorf("another kind of target: %+v", got)
	}
	if book.Latest("tax", TotalTarget) != 2 || book.Latest("profit", TotalTarget) != 0 {
		t.Error("latest version")
	}
}

func TestRuleVersionCheck(t *testing.T) {
	good := RuleVersion{LightRule: preset(t, "yinchuan", TotalTarget), Reason: "县政府办〔2026〕3号"}
	good.Since = month(t, "2026-10")
	if err := good.Check(); err != nil {
		t.Errorf("a sound version: %v", err)
	}
	for field, spoil := range map[string]func(*RuleVersion){
		"name":   func(v *RuleVersion) { v.Name = "" },
		"since":  func(v *RuleVersion) { v.Since = 0 },
		"reason": func(v *RuleVersion) { v.Reason = "" },
		"kind":   func(v *RuleVersion) { v.Kind = "其他" },
		"preset": func(v *RuleVersion) { v.Bands = nil },
		"bands": func(v *RuleVersion) {
			v.Bands = slices.Clone(v.Bands)
			v.Bands[1] = yellow(atLeast(Distance, 5), atMost(Distance, 10)) // green already
		},
	} {
		v := good
		spoil(&v)
		var e *Error
		if err := v.Check(); !errors.As(err, &e) || e.Fields[field] == "" {
			t.Errorf("%s: %v", field, err)
		}
	}
	for _, p := range LightPresets() {
		for _, r := range p.Rules {
			if i := idle(r.Bands); i >= 0 {
				t.Errorf("%s %s: band %d never decides", p.Code, r.Kind, i)
			}
		}
	}
}
