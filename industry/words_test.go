package industry

import (
	"strings"
	"testing"
)

// A group's words compare those with a base, whatever the others brought: five
// less lost is 减亏, even where a newcomer without a base turned the sum positive.
func TestHeatOfPartsWords(t *testing.T) {
	m := month(t, "2026-03")
	group := GroupSum{Group: Party{"a", "甲环节"}, Expected: 4, Sum: Sum{
		Reported: 4, Cumulative: Q(95), Based: 3, BasedCumulative: Q(-5), Base: Q(-10),
	}}
	h := HeatOfParts(profitIndicator, m, 1, map[Month]Breakdown{m: BreakdownOf(profitIndicator, []GroupSum{group})})
	if got := heatTexts(h); got != "甲环节: 减亏" {
		t.Errorf("%q", got)
	}
}

// Where last year's published total was a loss, the nominal rate too is words and
// not +400.0% (interfaces, Meaning), and its formula is the one that is computed.
func TestNominalOfALoss(t *testing.T) {
	m := month(t, "2026-03")
	c := ChainFacts{Reports: []MonthlyReport{
		own(profitIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Base = Q(300), Q(200) }),
		own(profitIndicator, m-12, func(r *MonthlyReport) { r.Cumulative = Q(-100) }),
	}}
	l := single(profitIndicator, m, c)
	if !near(l.GrowthNominal, 400) || l.NominalShort() != "扭亏为盈" || l.GrowthShort() != "+50.0%" {
		t.Errorf("nominal %v %q, growth %q", l.GrowthNominal, l.NominalShort(), l.GrowthShort())
	}
	if said := formulaOf(t, profitIndicator, m, c, OfNominal); said != "（本年累计 300 − 上年当时公布数 −100）÷ |−100| ＝ +400.0%，扭亏为盈" {
		t.Errorf("formula %q", said)
	}
}

// Where less is better the distance is taken the other way round, and so says the
// formula.
func TestFormulaWhereLessIsBetter(t *testing.T) {
	m := month(t, "2026-06")
	ind := powerIndicator
	ind.LowerBetter = true
	c := ChainFacts{
		Reports: []MonthlyReport{own(ind, m, func(r *MonthlyReport) { r.Cumulative = Q(60) })},
		Targets: []Target{{Year: 2026, Chain: "nem", Indicator: ind.Code, Kind: TotalTarget, Value: Q(100)}},
	}
	if said := formulaOf(t, ind, m, c, OfAhead); said != "序时 50.0% − 完成率 60.0% ＝ −10.0 个百分点" {
		t.Errorf("formula %q", said)
	}
}

func formulaOf(t *testing.T, ind Indicator, m Month, c ChainFacts, of Aspect) string {
	t.Helper()
	c.Chain = Party{"nem", "新能源新材料"}
	trace, _, err := TraceOf(Facts{Chain: c.Chain, Month: m, Indicators: []Indicator{ind}, Chains: []ChainFacts{c}}, ind.Code, of)
	if err != nil {
		t.Fatal(err)
	}
	return trace.Formula
}

// In January nobody owes a figure that is 免报 then (domain 3.3.3, S39): nobody is
// missing, and a row that stands there from before is no figure of the month.
func TestJanuaryIsExempt(t *testing.T) {
	m := month(t, "2026-01")
	f := Facts{Chain: Party{"nem", "新能源新材料"}, Month: m, Indicators: []Indicator{revenueIndicator, taxIndicator}, Chains: []ChainFacts{{
		Chain: Party{"nem", "新能源新材料"}, Expected: 50, Missing: []Party{{"1", "甲"}},
		Reports: []MonthlyReport{own(revenueIndicator, m, func(r *MonthlyReport) { r.Cumulative, r.Base = Q(9), Q(8) })},
		Sums:    []Sum{{Indicator: "tax", Reported: 49, Cumulative: Q(5)}},
		Targets: []Target{{Year: 2026, Chain: "nem", Indicator: "revenue", Kind: TotalTarget, Value: Q(100)}},
	}}}
	d := Dispatch(f)
	if d.Coverage.Expected != 0 || d.Coverage.Reported != 0 || len(d.Coverage.Missing) != 0 {
		t.Errorf("coverage %+v", d.Coverage)
	}
	l := d.Indicators[0]
	if l.Cumulative.Known || l.Growth.Known || l.Coverage.Expected.Known || l.Light != NoLight || !l.Exempt || !strings.Contains(l.LightReason, "免报") {
		t.Errorf("revenue %+v", l)
	}
	if len(l.Warnings) != 1 || l.Warnings[0] != exemptWarning {
		t.Errorf("warnings %q", l.Warnings)
	}
	if tax := d.Indicators[1]; tax.Coverage.Expected != Q(50) || tax.Coverage.MissingCount != 1 || tax.Cumulative != Q(5) {
		t.Errorf("tax %+v", tax.Coverage)
	}
	f.Month = month(t, "2026-02")
	if d := Dispatch(f); d.Coverage.Expected != 50 || len(d.Coverage.Missing) != 1 {
		t.Errorf("in 1—2月: %+v", d.Coverage)
	}
}
