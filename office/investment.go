package office

import (
	"context"

	"chainboard/industry"
)

// InvestmentQuery asks for the investments of a chain. Without days it is the
// cohort of InvestmentYears up to the month.
type InvestmentQuery struct {
	Query
	From, To industry.Date
}

// investmentFacts reads what a report is made of, and the rules in force.
func (o *Office) investmentFacts(ctx context.Context, q InvestmentQuery) (industry.ReportFacts, industry.InvestmentRules, error) {
	var f industry.ReportFacts
	opened, c, err := o.open(ctx, q.Query)
	if err != nil {
		return f, industry.InvestmentRules{}, err
	}
	if _, err := c.party(opened.Chain); err != nil {
		return f, industry.InvestmentRules{}, err
	}
	period := o.cohort(opened)
	if q.From.Defined() {
		period.From = q.From
	}
	if q.To.Defined() {
		period.To = q.To
	}
	if period.To < period.From {
		return f, industry.InvestmentRules{}, industry.Errorf(industry.Invalid, "起始日期 %s 在截止日期 %s 之后", period.From, period.To)
	}
	own := c.of(opened.Chain)
	f = industry.ReportFacts{Month: opened.Month, Period: period, Projects: own.projects, Arrivals: c.arrivals}
	f.Verdicts = industry.Diagnose(own.segments, c.enterprises, opened.Month)
	records, err := o.entries(ctx, industry.EventRegister, opened.AsOf)
	if err != nil {
		return f, industry.InvestmentRules{}, err
	}
	for _, r := range records {
		if e := industry.EventOf(r); opened.Chain == industry.AllChains || e.Chain == "" || e.Chain == opened.Chain {
			f.Events = append(f.Events, e)
		}
	}
	rules, err := o.investmentRules(ctx, opened.AsOf)
	return f, rules, err
}

// InvestmentReport describes the projects of a chain signed in a period with
// where they came from, what they fill and what stands still.
func (o *Office) InvestmentReport(ctx context.Context, q InvestmentQuery) (industry.InvestmentReport, error) {
	f, rules, err := o.investmentFacts(ctx, q)
	if err != nil {
		return industry.InvestmentReport{}, err
	}
	return rules.Report(f), nil
}

// Counted tells which projects a figure of the report counts and which it leaves
// out, and why.
func (o *Office) Counted(ctx context.Context, q InvestmentQuery, figure string) (industry.Counting, error) {
	f, _, err := o.investmentFacts(ctx, q)
	if err != nil {
		return industry.Counting{}, err
	}
	return industry.CountedIn(figure, f.Projects, f.Arrivals, f.Period)
}
