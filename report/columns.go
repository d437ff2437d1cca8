package report

import (
	"unicode"

	"chainboard/industry"
)

// columnShares returns the share of each column in the width of a table: by the
// weights, but no column of figures narrower than its longest figure and no other
// narrower than four characters or its longest text, so that no figure is broken.
// across is how many Chinese characters the table is wide, gap how many of them the
// margins of a cell take. It does not fit where the columns need more than there is:
// all of them are narrower then than they should be.
func columnShares(t *industry.Table, across, gap float64) (shares []float64, fits bool) {
	need := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		for _, row := range t.Rows {
			width := wide(row[i])
			if !c.Figure {
				width = min(width, 4)
			}
			need[i] = max(need[i], width+gap+0.2)
		}
	}
	shares = make([]float64, len(need))
	fixed := make([]bool, len(need))
	for {
		left, weights := across, 0
		for i, c := range t.Columns {
			if fixed[i] {
				left -= need[i]
			} else {
				weights += max(c.Weight, 1)
			}
		}
		again := false
		for i, c := range t.Columns {
			shares[i] = need[i]
			if !fixed[i] {
				shares[i] = left * float64(max(c.Weight, 1)) / float64(weights)
				if shares[i] < need[i] {
					fixed[i], again = true, true
				}
			}
		}
		if !again {
			break
		}
	}
	sum := 0.0
	for _, s := range shares {
		sum += s
	}
	for i := range shares {
		shares[i] /= sum
	}
	return shares, sum < across*1.001
}

// wide is the width of a text in Chinese characters; digits of the fonts of papers
// are wider than half of one where a font stands in for another.
func wide(text string) float64 {
	width := 0.0
	for _, r := range text {
		if r > unicode.MaxLatin1 { // − too: some fonts draw it as wide as a character
			width++
		} else {
			width += 0.64
		}
	}
	return width
}
