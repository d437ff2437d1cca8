package office

import (
	"testing"

	"chainboard/industry"
)

// A file rounds as a screen does: half away from zero of the six decimals that
// are kept, not of the binary number below 1.005.
func TestFileRoundsAsScreens(t *testing.T) {
	for percent, want := range map[float64][2]string{
		1.005: {"1", "1.01"}, 4.35: {"4.4", "4.35"}, -2.25: {"-2.3", "-2.25"}, 8.349999999: {"8.4", "8.35"}, 0: {"0", "0"},
	} {
		r := industry.Percent(percent)
		if got := [2]string{tenths(r).Decimal(), hundredths(r).Decimal()}; got != want {
			t.Errorf("%v: %v, want %v", percent, got, want)
		}
	}
	if tenths(industry.Rate{}).Known {
		t.Error("an undefined rate became a number")
	}
}

// A rate over a loss is words in a file too (interfaces, Meaning).
func TestGrowthCellWords(t *testing.T) {
	for words, want := range map[string]string{"扭亏为盈": "扭亏为盈", "减亏": "减亏", "增长12.3%": "", "持平": "", "增长1.79倍": "", "—": ""} {
		if got := growthCell(industry.Percent(150), words); got.Text != want || (want == "") != got.Number.Known {
			t.Errorf("%s: %+v", words, got)
		}
	}
}
