package office_test

import (
	"context"
	"errors"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// A decision changes the rates from then on and not what was seen before it; a
// second one begun on the same version is a conflict.
func TestDecideInvestmentRule(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		take(t, o, investments())
		before := o.Now()
		set, _ := industry.PresetRates("yunnan")
		rule := industry.InvestmentRule{Kind: industry.RatesRule, Rates: set, Reason: "链长办会议"}
		if err := o.DecideInvestmentRule(ctx, rule, clerk); err != nil {
			t.Fatal(err)
		}
		var refused *industry.Error
		if err := o.DecideInvestmentRule(ctx, rule, clerk); !errors.As(err, &refused) || refused.Kind != industry.Conflict {
			t.Errorf("decided twice: %v", err)
		}
		flagship := industry.InvestmentRule{
			Kind: industry.FlagshipRule, Flagship: industry.FlagshipThresholds{National: industry.Q(400_000), Provincial: industry.Q(200_000)}, Reason: "县委会议",
		}
		if err := o.DecideInvestmentRule(ctx, flagship, clerk); err != nil {
			t.Fatal(err)
		}
		inv, err := invested(o, "all", "2026-01-01", "2026-10-31")
		if err != nil {
			t.Fatal(err)
		}
		// P7 and others reach no 供地; 开工 and 投产 are past it.
		if r := inv.Rates[1]; len(inv.Rates) != 4 || r.Name != "落地率" || r.Numerator != industry.Q(2) || r.Denominator != industry.Q(8) {
			t.Errorf("rates %+v", inv.Rates)
		}
		// 20 亿元 and 40 亿元 to the fen are no longer more than the threshold.
		if inv.Flagship.Count != 1 || inv.Flagship.Projects[0].ID != "P3" {
			t.Errorf("flagship %+v", inv.Flagship)
		}
		book, err := o.InvestmentRules(ctx)
		if err != nil || len(book) != 2 || book[0].Actor != clerk.Name || book.Latest(industry.RatesRule) != 1 {
			t.Errorf("book %+v, %v", book, err)
		}
		if past := book.InForce(before); past.Rates.Preset != "default" || !past.Flagship.Inclusive {
			t.Errorf("before the decision: %+v", past)
		}
	})
}
