package server

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
)

const investmentRulesPath = "/admin/investment-rules"

// investmentRulesPage shows and sets what figures of investment go by.
type investmentRulesPage struct {
	Page
	Form      form // of the kind that was posted
	InForce   industry.InvestmentRules
	Rates     []rateRow
	Presets   []industry.RateSet
	Counting  []industry.CountingRule
	History   []investmentDecision // newest first
	Versions  map[string]int64     // by kind
	Inclusive bool
}

// rateRow is one rate of the form; an empty one is left out.
type rateRow struct {
	Field, Name, Error       string
	Numerators, Denominators []choice
}

// investmentDecision is a past decision with the name of its kind.
type investmentDecision struct {
	industry.InvestmentRule
	Label string
}

// rateRows is how many rates the form has room for.
const rateRows = 5

func (s *server) investmentRulesPage(c *request) error { return s.showInvestmentRules(c, nil, form{}) }

// showInvestmentRules shows what is in force, and in the place of one kind what
// was typed but refused.
func (s *server) showInvestmentRules(c *request, typed *industry.InvestmentRule, f form) error {
	book, err := s.office.InvestmentRules(c.ctx())
	if err != nil {
		return err
	}
	p := &investmentRulesPage{
		Page: Page{Title: "招商口径"}, Form: f, InForce: book.InForce(time.Time{}), Presets: industry.RatePresets(),
		Counting: industry.CountingRules(), Versions: map[string]int64{},
	}
	shown := p.InForce.Rates
	if f.Values == nil {
		p.Form.Values = investmentValues(p.InForce)
	}
	for _, kind := range industry.InvestmentRuleKinds() {
		p.Versions[kind] = book.Latest(kind)
	}
	p.Inclusive = p.InForce.Flagship.Inclusive
	if typed != nil {
		p.Versions[typed.Kind] = typed.Version // what was begun on: a decision made meanwhile stays a conflict
		for name, value := range investmentValues(p.InForce) {
			if _, sent := p.Form.Values[name]; !sent {
				p.Form.Values[name] = value
			}
		}
		switch typed.Kind {
		case industry.RatesRule:
			shown = typed.Rates
		case industry.FlagshipRule:
			p.Inclusive = typed.Flagship.Inclusive
		}
	}
	p.Rates = rateRowsOf(shown, f.Errors)
	for _, r := range slices.Backward(book) {
		p.History = append(p.History, investmentDecision{r, investmentKindLabel(r.Kind)})
	}
	return c.html(statusFor(f), "investmentrules", p)
}

func investmentKindLabel(kind string) string {
	switch kind {
	case industry.RatesRule:
		return "比率"
	case industry.FlagshipRule:
		return "5020项目"
	}
	return "逾期、久未开工、资金滞后"
}

// investmentValues are the fields as the rules in force fill them.
func investmentValues(r industry.InvestmentRules) map[string]string {
	national, provincial := r.Flagship.ThresholdFields()
	return map[string]string{
		"name": r.Rates.Name, "national": national, "provincial": provincial,
		"planned_days": strconv.Itoa(r.Overdue.PlannedDays), "start_months": strconv.Itoa(r.Overdue.StartMonths), "funds_months": strconv.Itoa(r.Overdue.FundsMonths),
		"funds_percent": r.Overdue.FundsPercent.Decimal(),
	}
}

func rateRowsOf(set industry.RateSet, wrong map[string]string) []rateRow {
	numerators, denominators := industry.RateParts()
	rows := make([]rateRow, rateRows)
	for i := range rows {
		var r industry.RateRule
		if i < len(set.Rates) {
			r = set.Rates[i]
		}
		field := "rate." + strconv.Itoa(i)
		rows[i] = rateRow{
			Field: field, Name: r.Name, Error: wrong[field], Numerators: partChoices(numerators, r.Numerator), Denominators: partChoices(denominators, r.Denominator),
		}
	}
	return rows
}

func partChoices(parts []string, chosen string) []choice {
	list := []choice{{"", "请选择", chosen == ""}}
	for _, part := range parts {
		list = append(list, choice{part, industry.RatePartLabel(part), part == chosen})
	}
	return list
}

// saveInvestmentRule appends a decision on one kind of rule.
func (s *server) saveInvestmentRule(c *request) error {
	r := c.typedInvestmentRule()
	err := s.office.DecideInvestmentRule(c.ctx(), r, c.actor())
	if err == nil {
		return c.done(investmentRulesPath, investmentKindLabel(r.Kind)+"口径已保存为新版本")
	}
	var refused *industry.Error
	if !errors.As(err, &refused) || refused.Kind != industry.Invalid {
		return err
	}
	names := []string{"name", "national", "provincial", "planned_days", "start_months", "funds_months", "funds_percent"}
	f := form{Values: map[string]string{}, Errors: refused.Fields, Message: refused.Message}
	for _, name := range names {
		if value, sent := c.GetPostForm(name); sent {
			f.Values[name] = asText(value)
		}
	}
	if sentence := refused.Fields["reason"]; sentence != "" {
		f.Errors["reason."+r.Kind] = sentence
	}
	f.Values["reason."+r.Kind] = r.Reason
	return s.showInvestmentRules(c, &r, f)
}

func (c *request) typedInvestmentRule() industry.InvestmentRule {
	r := industry.InvestmentRule{Kind: c.field("kind")}
	r.Reason = c.field("reason." + r.Kind)
	r.Version, _ = strconv.ParseInt(c.field("version"), 10, 64) // missing: a conflict
	switch r.Kind {
	case industry.RatesRule:
		r.Rates = c.typedRates()
	case industry.FlagshipRule:
		r.Flagship = industry.FlagshipThresholds{
			National: industry.ParseThreshold(c.field("national")), Provincial: industry.ParseThreshold(c.field("provincial")), Inclusive: c.field("side") == "in",
		}
	case industry.OverdueRule: // what is no number becomes 0, which Check refuses by field
		r.Overdue.PlannedDays, _ = strconv.Atoi(c.field("planned_days"))
		r.Overdue.StartMonths, _ = strconv.Atoi(c.field("start_months"))
		r.Overdue.FundsMonths, _ = strconv.Atoi(c.field("funds_months"))
		r.Overdue.FundsPercent, _ = industry.ParseQuantity(c.field("funds_percent"), nil)
	}
	return r
}

// typedRates reads a preset by its button, or the rows that were filled in.
func (c *request) typedRates() industry.RateSet {
	if set, ok := industry.PresetRates(c.field("preset")); ok {
		return set
	}
	set := industry.RateSet{Name: c.field("name"), Source: "本县自定"}
	for i := range rateRows {
		field := "rate." + strconv.Itoa(i)
		rate := industry.RateRule{Name: c.field(field + ".name"), Numerator: c.field(field + ".n"), Denominator: c.field(field + ".d")}
		if strings.TrimSpace(rate.Name+rate.Numerator+rate.Denominator) != "" {
			set.Rates = append(set.Rates, rate)
		}
	}
	return set
}
