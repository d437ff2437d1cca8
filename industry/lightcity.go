package industry

import (
	"math/big"
	"slices"
	"strings"
)

// CityRate returns 全市's growth of an indicator in a month in exact percent: of
// the chain's own trade where the city reports that, else of its whole industry.
// It is nil where no 市, or more than one, reports a rate.
func CityRate(ind Indicator, m Month, facts []ReferenceFacts) *big.Rat {
	facts = slices.DeleteFunc(slices.Clone(facts), func(f ReferenceFacts) bool { return f.Region.Type != "市" })
	slices.SortStableFunc(facts, func(a, b ReferenceFacts) int { return strings.Compare(b.Chain, a.Chain) })
	rates := map[string]*big.Rat{}
	for _, f := range facts {
		reports, _ := mainReports(ind, f.Reports)
		for i := range reports {
			r := &reports[i]
			if r.Month != m || rates[f.Region.Code] != nil {
				continue
			}
			if rate := growthsOf(ind, amountsOf(ind, m, evidence{own: r})).shown; rate != nil {
				rates[f.Region.Code] = rate
			}
		}
	}
	if len(rates) != 1 {
		return nil
	}
	for _, rate := range rates {
		return rate
	}
	return nil
}
