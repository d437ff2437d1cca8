package office_test

import (
	"context"
	"math"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// TestSampleHeadlines holds the figures of 2026年1—10月 that were computed from
// the sample workbook apart from this program.
func TestSampleHeadlines(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		now := o.Now()
		for _, want := range []struct {
			chain, indicator, cumulative string
			growth, nominal              float64
		}{
			{"ne", "revenue", "1335079.56", 12.6478, 15.8448},
			{"nm", "revenue", "629913.69", 8.3062, 11.1918},
			{"all", "revenue", "1964993.25", 11.2137, 14.3114},
			{"ne", "profit", "59667.66", 57.0047, 60.7201},
			{"nm", "rnd_expense", "19095.84", 11.3897, 14.8338},
		} {
			for _, q := range []office.Query{{Chain: want.chain}, {Chain: want.chain, AsOf: now}} {
				table, err := o.Dispatch(context.Background(), q)
				if err != nil {
					t.Fatal(err)
				}
				line, _ := table.Line(want.indicator)
				if table.Month != industry.NewMonth(2026, 10) || line.Cumulative.String() != want.cumulative ||
					!near(line.Growth, want.growth) || !near(line.GrowthNominal, want.nominal) {
					t.Errorf("%s %s: %s %v %v, want %+v", want.chain, want.indicator, line.Cumulative, line.Growth, line.GrowthNominal, want)
				}
			}
		}
	})
}

func near(r industry.Rate, want float64) bool { return r.Known && math.Abs(r.Percent-want) < 0.00005 }
