package industry

import (
	"fmt"
	"maps"
	"math"
	"time"
	"unicode/utf8"
)

// Kinds of rules of investment that a county decides by itself.
const (
	RatesRule    = "rates"
	FlagshipRule = "flagship"
	OverdueRule  = "overdue"
)

// InvestmentRuleKinds returns the kinds with a rule each, in the order of pages.
func InvestmentRuleKinds() []string { return []string{RatesRule, FlagshipRule, OverdueRule} }

// InvestmentRules are the rules in force.
type InvestmentRules struct {
	Rates    RateSet            `json:"rates"`
	Flagship FlagshipThresholds `json:"flagship"`
	Overdue  OverdueLimits      `json:"overdue"`
}

// DefaultInvestmentRules hold where nothing was decided.
func DefaultInvestmentRules() InvestmentRules {
	return InvestmentRules{
		Rates:    RatePresets()[0],
		Flagship: FlagshipThresholds{National: Q(500_000), Provincial: Q(200_000), Inclusive: true},
		Overdue:  OverdueLimits{PlannedDays: graceDays, StartMonths: 6, FundsMonths: 12, FundsPercent: Q(30)},
	}
}

// FlagshipThresholds make a project one of the 5020: its total investment in 万元
// against the level of its park. Whether 超 includes the threshold is not settled
// in the published rule (domain S76).
type FlagshipThresholds struct {
	National   Quantity `json:"national"`   // 国家级园区
	Provincial Quantity `json:"provincial"` // 省级园区
	Inclusive  bool     `json:"inclusive"`
}

// Threshold returns the total investment in 万元 for a park of this level,
// unknown for other levels.
func (f FlagshipThresholds) Threshold(parkLevel string) Quantity {
	switch parkLevel {
	case "国家级":
		return f.National
	case "省级":
		return f.Provincial
	}
	return Quantity{}
}

// met reports whether a total investment reaches a threshold.
func (f FlagshipThresholds) met(total, least Quantity) bool {
	if !least.Known || !total.Known {
		return false
	}
	return total.Parts > least.Parts || f.Inclusive && total.Parts == least.Parts
}

// Text states the rule.
func (f FlagshipThresholds) Text() string {
	sign, side := "＞", "不含本数"
	if f.Inclusive {
		sign, side = "≥", "含本数"
	}
	return "国家级园区总投资" + sign + yiShort(f.National) + "亿元，省级园区总投资" + sign + yiShort(f.Provincial) + "亿元（" + side + "）"
}

// yiShort writes 万元 as 亿元 without needless decimals: 50, 20.5.
func yiShort(q Quantity) string { return Quantity{Parts: q.Parts / wanInYi, Known: q.Known}.Decimal() }

// wanInYi is how many 万元 are one 亿元.
const wanInYi = 10_000

// ThresholdFields are the thresholds in 亿元 as a form shows them.
func (f FlagshipThresholds) ThresholdFields() (national, provincial string) {
	return yiShort(f.National), yiShort(f.Provincial)
}

// ParseThreshold reads a threshold typed in 亿元 as 万元, unknown where it is no
// number or finer than 万元.
func ParseThreshold(text string) Quantity {
	q, err := ParseQuantity(text, nil)
	if err != nil || !q.Known || q.Parts%(Scale/wanInYi) != 0 || q.Parts > math.MaxInt64/wanInYi || q.Parts < 0 {
		return Quantity{}
	}
	return Quantity{Parts: q.Parts * wanInYi, Known: true}
}

// OverdueLimits say how long a planned date may have passed before the light is
// red, and how long after signing a project may stand without a start or without
// its funds. That is settled nowhere: the numbers are the county's.
type OverdueLimits struct {
	PlannedDays  int      `json:"planned_days"`  // past a planned date: yellow up to it, red above; 0: not decided
	StartMonths  int      `json:"start_months"`  // after signing without a start: yellow; twice that: red
	FundsMonths  int      `json:"funds_months"`  // after signing
	FundsPercent Quantity `json:"funds_percent"` // of the contract that should have arrived by then
}

// Text states the rules.
func (l OverdueLimits) Text() string {
	return fmt.Sprintf("过计划日期%d天以内（含）为黄，以上为红；签约满%d个月未开工为黄，满%d个月为红；签约满%d个月，到位资金不足合同资金%s%%为黄，没有到位为红",
		l.grace(), l.StartMonths, 2*l.StartMonths, l.FundsMonths, l.FundsPercent.Decimal())
}

// InvestmentRule is one decision on one kind of rule: appended, never changed.
type InvestmentRule struct {
	Kind     string
	Version  int64
	Rates    RateSet
	Flagship FlagshipThresholds
	Overdue  OverdueLimits
	Reason   string
	Actor    string
	At       time.Time
}

// Text states what was decided.
func (r InvestmentRule) Text() string {
	switch r.Kind {
	case RatesRule:
		text := r.Rates.Name + "："
		for i, rate := range r.Rates.Rates {
			if i > 0 {
				text += "，"
			}
			text += rate.Text()
		}
		return text
	case FlagshipRule:
		return r.Flagship.Text()
	}
	return r.Overdue.Text()
}

// Check returns an Invalid error that names every wrong field, or nil.
func (r InvestmentRule) Check() error {
	e := Errorf(Invalid, "招商口径有误，请按提示改正")
	e.Fields = map[string]string{}
	switch r.Kind {
	case RatesRule:
		if n := utf8.RuneCountInString(r.Rates.Name); n == 0 || n > longestRuleName {
			e.Fields["name"] = "名称须为1至20个字"
		}
		maps.Copy(e.Fields, r.Rates.faults())
	case FlagshipRule:
		for field, q := range map[string]Quantity{"national": r.Flagship.National, "provincial": r.Flagship.Provincial} {
			if !q.Known || q.Parts <= 0 {
				e.Fields[field] = "须为大于 0 的亿元数"
			}
		}
	case OverdueRule:
		for field, n := range map[string]int{"start_months": r.Overdue.StartMonths, "funds_months": r.Overdue.FundsMonths} {
			if n < 1 || n > mostWait {
				e.Fields[field] = fmt.Sprintf("须为1至%d的整数", mostWait)
			}
		}
		if n := r.Overdue.PlannedDays; n < 1 || n > mostDays {
			e.Fields["planned_days"] = fmt.Sprintf("须为1至%d的整数", mostDays)
		}
		if p := r.Overdue.FundsPercent; !p.Known || p.Parts <= 0 || p.Parts > 100*Scale {
			e.Fields["funds_percent"] = "须大于 0、不超过 100"
		}
	default:
		e.Fields["kind"] = "没有这种招商口径"
	}
	if n := utf8.RuneCountInString(r.Reason); n == 0 || n > longestReason {
		e.Fields["reason"] = "请写明依据，如文件名和文号，最多200个字"
	}
	if len(e.Fields) > 0 {
		return e
	}
	return nil
}

// mostWait bounds the months of a delay, mostDays the days of one.
const (
	mostWait = 120
	mostDays = 3650
)

// InvestmentBook is every decision, oldest first.
type InvestmentBook []InvestmentRule

// InForce returns the rules in force at a moment; the zero moment is now.
func (b InvestmentBook) InForce(at time.Time) InvestmentRules {
	rules := DefaultInvestmentRules()
	for _, r := range b {
		switch {
		case !at.IsZero() && r.At.After(at):
		case r.Kind == RatesRule:
			rules.Rates = r.Rates
		case r.Kind == FlagshipRule:
			rules.Flagship = r.Flagship
		case r.Kind == OverdueRule:
			rules.Overdue = r.Overdue
			rules.Overdue.PlannedDays = r.Overdue.grace()
		}
	}
	return rules
}

// Latest returns the number of the newest decision of a kind, 0 where there is
// none.
func (b InvestmentBook) Latest(kind string) int64 {
	var latest int64
	for _, r := range b {
		if r.Kind == kind {
			latest = max(latest, r.Version)
		}
	}
	return latest
}
