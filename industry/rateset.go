package industry

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// RateRule is a rate of conversion of what was signed: what reached the
// numerator over the denominator. Both are stages, counted as reached at least,
// or both are amounts.
type RateRule struct {
	Name        string `json:"name"`
	Numerator   string `json:"numerator"`
	Denominator string `json:"denominator"`
}

// Amounts that a rate may be made of; a stage goes by its own code.
const (
	ArrivedAmount  = "arrived"  // 到位资金
	ContractAmount = "contract" // 合同资金
	TotalAmount    = "total"    // 总投资
)

// RateSet is the rates a county reports, with who published them.
type RateSet struct {
	Preset string     `json:"preset"` // "" is the county's own
	Name   string     `json:"name"`
	Source string     `json:"source"`
	Rates  []RateRule `json:"rates"`
}

var (
	fulfilled = RateRule{"履约率", string(Enrolled), string(Signed)}
	started   = RateRule{"开工率", string(Started), string(Signed)}
	operating = RateRule{"投产率", string(Operating), string(Signed)}
	paidUp    = RateRule{"资金到位率", ArrivedAmount, ContractAmount}
)

// RatePresets are the published sets; there is no national one (domain §4,
// S71–S75). The first is the default.
func RatePresets() []RateSet {
	return []RateSet{
		{"default", "履约、开工、投产、资金到位", "四川等地通报口径", []RateRule{fulfilled, started, operating, paidUp}},
		{"xuchang", "许昌三率", "许昌市招商引资通报：履约率、开工率、资金到位率", []RateRule{fulfilled, started, paidUp}},
		{"anhui", "安徽三率", "安徽省亿元以上项目通报：注册率、开工率、资金到位率", []RateRule{{"注册率", string(Enrolled), string(Signed)}, started, paidUp}},
		{"sichuan", "四川三率", "四川省人大常委会审议材料：履约率、开工率、投产率和资金到位率", []RateRule{fulfilled, started, operating, paidUp}},
		{"yunnan", "云南四率", "云南省招商引资通报：履约率、落地率、开工率、资金到位率", []RateRule{fulfilled, {"落地率", string(Landed), string(Signed)}, started, paidUp}},
		{
			"yulin", "玉林三率", "玉林市招商引资办法：履约率＝履约数÷签约数，到位率＝到位总额÷合同项目投资总额；开竣工率按达到开工（含竣工）计",
			[]RateRule{fulfilled, {"开竣工率", string(Started), string(Signed)}, {"资金到位率", ArrivedAmount, TotalAmount}},
		},
	}
}

// PresetRates returns a published set.
func PresetRates(code string) (RateSet, bool) {
	for _, set := range RatePresets() {
		if set.Preset == code {
			return set, true
		}
	}
	return RateSet{}, false
}

// RateParts returns what a rate may be made of: the numerators and denominators
// by code, stages first.
func RateParts() (numerators, denominators []string) {
	for _, s := range steps[slices.Index(steps[:], Signed):] {
		denominators = append(denominators, string(s))
	}
	numerators = slices.Clone(denominators[1:])
	return append(numerators, ArrivedAmount), append(denominators, ContractAmount, TotalAmount)
}

// RatePartLabel names a part of a rate: 注册, 到位资金.
func RatePartLabel(part string) string {
	switch part {
	case ArrivedAmount:
		return "到位资金"
	case ContractAmount:
		return "合同资金"
	case TotalAmount:
		return "总投资"
	}
	return Stage(part).Label()
}

// Text writes a rate as a formula: 履约率＝注册 ÷ 签约.
func (r RateRule) Text() string { return r.Name + "＝" + r.of() }

func (r RateRule) of() string {
	return RatePartLabel(r.Numerator) + " ÷ " + RatePartLabel(r.Denominator)
}

// mostRates is how many rates a set may have: more do not fit beside a funnel.
const mostRates = 5

// faults returns what is wrong with a set, by field of its form.
func (set RateSet) faults() map[string]string {
	wrong := map[string]string{}
	numerators, denominators := RateParts()
	names := map[string]bool{}
	for i, r := range set.Rates {
		field := fmt.Sprintf("rate.%d", i)
		top, bottom := slices.Index(numerators, r.Numerator), slices.Index(denominators, r.Denominator)
		money := r.Numerator == ArrivedAmount
		switch n := utf8.RuneCountInString(r.Name); {
		case n == 0 || n > longestRateName:
			wrong[field] = "名称须为1至8个字"
		case names[r.Name]:
			wrong[field] = "“" + r.Name + "”重复"
		case top < 0 || bottom < 0:
			wrong[field] = "请选择分子和分母"
		case money != (r.Denominator == ContractAmount || r.Denominator == TotalAmount):
			wrong[field] = "个数只能与个数相比，资金只能与资金相比"
		case !money && top < bottom:
			// Numerators lack 签约, so the same index is one stage later.
			wrong[field] = "分子须是分母之后的阶段"
		}
		names[r.Name] = true
	}
	if n := len(set.Rates); n == 0 || n > mostRates {
		wrong["rates"] = fmt.Sprintf("须有1至%d个率", mostRates)
	}
	return wrong
}

const longestRateName = 8

// ratesOf computes the rates of a set from what was reached and paid.
func (set RateSet) ratesOf(inv Investment) []NamedRate {
	parts := map[string]Quantity{
		ArrivedAmount: inv.Arrived.Amount, ContractAmount: inv.Arrived.Contract, TotalAmount: inv.Signed.Total,
		string(Signed): Q(int64(inv.Signed.Count)),
	}
	for _, c := range inv.Stages {
		if c.Stage != Signed {
			parts[string(c.Stage)] = Q(int64(c.Reached))
		}
	}
	rates := make([]NamedRate, len(set.Rates))
	for i, r := range set.Rates {
		n, d := parts[r.Numerator], parts[r.Denominator]
		rates[i] = NamedRate{r.Name, r.of(), n, d, Ratio(n, d)}
	}
	return rates
}
