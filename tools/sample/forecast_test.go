package main

import (
	"fmt"
	"math"
	"testing"

	"chainboard/industry"
)

// truth is one series of a chain: what dispatch adds up for a month as reported,
// and what the model brings in December of the newest year, which nobody has
// reported yet.
type truth struct {
	indicator industry.Indicator
	reported  func(month) amount
	year      amount
}

// truths are the amounts that run up over a year, of one chain.
func truths(t *testing.T, chain string) []truth {
	firms, err := enterprises()
	if err != nil {
		t.Fatal(err)
	}
	december := ym(newest().year(), 12)
	var list []truth
	for _, code := range []string{"revenue", "profit", "rnd_expense"} {
		total := func(m month) amount {
			var sum amount
			for _, f := range firms {
				if f.chain() == chain && f.inList(m) {
					sum += f.cumulative(code, m)
				}
			}
			return sum
		}
		list = append(list, truth{industry.Indicator{Code: code, Unit: "万元", Period: "累计"}, total, total(december)})
	}
	for _, s := range chainSeries() {
		if s.object == chainName(chain) && s.indicator != "technology_loan_firms" {
			list = append(list, truth{industry.Indicator{Code: s.indicator, Unit: "万元", Period: "累计", January: s.january}, s.cumulative, s.cumulative(december)})
		}
	}
	return list
}

// quantity turns hundredths of a unit into millionths.
func (a amount) quantity() industry.Quantity {
	return industry.Parts(int64(a) * (industry.Scale / int64(unit)))
}

// forecast dispatches one series at the end of m, from what was reported by then.
func (s truth) forecast(m month) industry.Forecast {
	at := func(m month) industry.Month { return industry.NewMonth(m.year(), m.number()) }
	c := industry.ChainFacts{Sums: []industry.Sum{{Indicator: s.indicator.Code, Reported: 1, Cumulative: s.reported(m).quantity()}}, Expected: 1}
	for _, past := range industry.PastMonths(at(m)) {
		if p := ym(past.Year(), past.Number()); p.year() >= firstYear && p < m {
			c.Past = append(c.Past, industry.PastTotal{Month: past, Indicator: s.indicator.Code, Sum: s.reported(p).quantity()})
		}
	}
	table := industry.Dispatch(industry.Facts{Month: at(m), Indicators: []industry.Indicator{s.indicator}, Chains: []industry.ChainFacts{c}})
	return table.Indicators[0].Forecast
}

// The projection of each of the sample's last twelve months against what the
// model brings by December. The sample is smooth: these errors say that the
// method is right, not how good it is on a real county. Before 2026 there are no
// two complete years and nothing is shown.
func TestForecastErrorOfTheSample(t *testing.T) {
	var sum, worst float64
	n, inside := 0, 0
	for _, chain := range []string{energy, materials} {
		for _, s := range truths(t, chain) {
			var own, most float64
			points := 0
			for m := newest() - 11; m <= newest(); m++ {
				if m.number() == 1 && !s.indicator.January {
					continue
				}
				f := s.forecast(m)
				if shown := m.year() > firstYear+1; f.Year.Known != shown {
					t.Errorf("%s %s %s: forecast %+v", chain, s.indicator.Code, m, f)
				}
				if !f.Year.Known {
					continue
				}
				off := math.Abs(industry.Growth(f.Year, s.year.quantity()).Percent)
				own, most, points = own+off, max(most, off), points+1
				if year := s.year.quantity().Parts; f.Low.Parts <= year && year <= f.High.Parts {
					inside++
				}
			}
			t.Logf("%s %s: mean error %.1f%%, worst %.1f%%, %d months", chain, s.indicator.Code, own/float64(points), most, points)
			sum, worst, n = sum+own, max(worst, most), n+points
		}
	}
	mean := sum / float64(n)
	t.Logf("all: mean error %.1f%%, worst %.1f%%, %d of %d within the range", mean, worst, inside, n)
	if got, want := fmt.Sprintf("%.1f%% %.1f%% %d/%d", mean, worst, inside, n), "1.3% 15.6% 96/212"; got != want {
		t.Errorf("mean, worst, within the range: %s; docs/调度口径.md says %s", got, want)
	}
}
