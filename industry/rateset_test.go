package industry

import (
	"errors"
	"testing"
)

// The published formulas: 履约率＝履约数÷签约数, 到位率＝到位总额÷合同项目投资总额
// (玉林, domain S75); 许昌, 安徽, 四川 and 云南 name other sets of the same signed
// projects (S71–S74).
func TestPublishedRateSets(t *testing.T) {
	arrivals := []Arrival{{Project: "A", On: "2026-03-01", Amount: Q(30_000)}, {Project: "D", On: "2026-07-01", Amount: Q(1_000)}}
	projects := cohort()
	projects[2].Dates[Landed] = "2026-08-01"
	want := map[string][]NamedRate{
		"xuchang": {
			{"履约率", "注册 ÷ 签约", Q(3), Q(4), Percent(75)},
			{"开工率", "开工 ÷ 签约", Q(2), Q(4), Percent(50)},
			{"资金到位率", "到位资金 ÷ 合同资金", Q(31_000), Q(155_000), Percent(20)},
		},
		"anhui": {
			{"注册率", "注册 ÷ 签约", Q(3), Q(4), Percent(75)},
			{"开工率", "开工 ÷ 签约", Q(2), Q(4), Percent(50)},
			{"资金到位率", "到位资金 ÷ 合同资金", Q(31_000), Q(155_000), Percent(20)},
		},
		"yunnan": {
			{"履约率", "注册 ÷ 签约", Q(3), Q(4), Percent(75)},
			{"落地率", "供地 ÷ 签约", Q(3), Q(4), Percent(75)},
			{"开工率", "开工 ÷ 签约", Q(2), Q(4), Percent(50)},
			{"资金到位率", "到位资金 ÷ 合同资金", Q(31_000), Q(155_000), Percent(20)},
		},
		"yulin": {
			{"履约率", "注册 ÷ 签约", Q(3), Q(4), Percent(75)},
			{"开竣工率", "开工 ÷ 签约", Q(2), Q(4), Percent(50)},
			{"资金到位率", "到位资金 ÷ 总投资", Q(31_000), Q(310_000), Percent(10)},
		},
	}
	for _, set := range RatePresets() {
		if faults := set.faults(); len(faults) > 0 {
			t.Errorf("%s: %v", set.Preset, faults)
		}
		rules := DefaultInvestmentRules()
		rules.Rates = set
		got := rules.Investments(projects, arrivals, tenMonths).Rates
		if len(got) != len(set.Rates) {
			t.Errorf("%s: %+v", set.Preset, got)
		}
		for i, r := range want[set.Preset] {
			if got[i] != r {
				t.Errorf("%s: %+v, want %+v", set.Preset, got[i], r)
			}
		}
	}
}

func TestRateSetIsChecked(t *testing.T) {
	for field, set := range map[string]RateSet{
		"rates":  {Name: "空"},
		"rate.0": {Name: "错", Rates: []RateRule{{"错率", ArrivedAmount, string(Signed)}}},
		"rate.1": {Name: "重", Rates: []RateRule{fulfilled, fulfilled}},
		"name":   {Rates: []RateRule{fulfilled}},
		"reason": {Name: "对", Rates: []RateRule{fulfilled}},
	} {
		var e *Error
		if err := (InvestmentRule{Kind: RatesRule, Rates: set}).Check(); !errors.As(err, &e) || e.Fields[field] == "" {
			t.Errorf("%s: %v", field, err)
		}
	}
	backwards := RateSet{Name: "倒", Rates: []RateRule{{"倒率", string(Enrolled), string(Operating)}}}
	if backwards.faults()["rate.0"] == "" {
		t.Error("投产 before 注册 is taken")
	}
	if same := (RateSet{Name: "同", Rates: []RateRule{{"同率", string(Started), string(Started)}}}); same.faults()["rate.0"] == "" {
		t.Error("a stage over itself is taken")
	}
	if err := (InvestmentRule{Kind: RatesRule, Rates: RateSet{Name: "开工到投产", Rates: []RateRule{{"投产率", string(Operating), string(Started)}}}, Reason: "会议"}).Check(); err != nil {
		t.Error(err)
	}
}

// 5020: 国家级 50 亿元, 省级 20 亿元; whether 超 includes the number is the
// county's to state (domain S76, trap 10).
func TestFlagshipThresholds(t *testing.T) {
	rules := DefaultInvestmentRules()
	count := func() int { return rules.Investments(cohort(), nil, tenMonths).Flagship.Count }
	if count() != 1 { // A is 20 亿元 to the fen in a 省级 park
		t.Errorf("含本数: %d", count())
	}
	rules.Flagship.Inclusive = false
	if count() != 0 {
		t.Errorf("不含本数: %d", count())
	}
	if got := rules.Flagship.Text(); got != "国家级园区总投资＞50亿元，省级园区总投资＞20亿元（不含本数）" {
		t.Error(got)
	}
	rules.Flagship = FlagshipThresholds{National: Q(80_000), Provincial: Q(205_000), Inclusive: true}
	if inv := rules.Investments(cohort(), nil, tenMonths); inv.Flagship.Count != 1 || inv.Flagship.Projects[0].ID != "B" {
		t.Errorf("%+v", inv.Flagship)
	}
	if got := rules.Flagship.Text(); got != "国家级园区总投资≥8亿元，省级园区总投资≥20.5亿元（含本数）" {
		t.Error(got)
	}
}

func TestStalled(t *testing.T) {
	projects := []Project{
		signedOn("S", 1000, map[Stage]Date{Signed: "2026-04-30"}, nil), // six months at the end of October
		signedOn("L", 1000, map[Stage]Date{Signed: "2025-10-31"}, func(p *Project) { p.Department = "县商务局" }),
		signedOn("Y", 1000, map[Stage]Date{Signed: "2026-05-01"}, nil),
		signedOn("O", 1000, map[Stage]Date{Signed: "2024-01-01", Operating: "2025-01-01"}, nil),
		signedOn("T", 1000, map[Stage]Date{Signed: "2024-01-01", Terminated: "2025-01-01"}, nil),
	}
	limits := DefaultInvestmentRules().Overdue
	list := limits.Stalled(projects, []Arrival{{Project: "O", On: "2025-02-01", Amount: Q(299)}}, "2026-10-31")
	var got []string
	for _, s := range list {
		got = append(got, s.ID+" "+s.Kind+" "+string(s.Light)+" "+s.Reason+" "+s.Department)
	}
	want := []string{
		"O funds yellow 签约满33个月，到位资金占合同资金29.9% ", "L start red 签约满12个月未开工 县商务局",
		"L funds red 签约满12个月，到位资金占合同资金0.0% 县商务局", "S start yellow 签约满6个月未开工 ",
	}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
	if list := limits.Stalled(projects, nil, "2026-10-31"); len(list) != 2 {
		t.Errorf("without a ledger: %+v", list)
	}
}
