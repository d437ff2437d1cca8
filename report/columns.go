package report

import (
	"unicode"
	"unicode/utf8"

	"chainboard/industry"
)

// columnShares returns the share of each column in the width of a table: by the
// weights, but no column of figures narrower than its longest figure and no other
// narrower than four characters or its longest text, or than a date in it, so that no
// figure is broken, and none narrower than its head in two lines.
// across is how many Chinese characters the table is wide, gap how many of them the
// margins of a cell take. It does not fit where the columns need more than there is:
// all of them are narrower then than they should be.
func columnShares(t *industry.Table, across, gap float64) (shares []float64, fits bool) {
	need := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		for _, line := range headLines(c.Name, 0) {
			need[i] = max(need[i], wide(line)+gap+0.2)
		}
		for _, row := range t.Rows {
			width := wide(row[i])
			if !c.Figure {
				width = min(width, max(4, longestPiece(row[i])))
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

// fits reports whether a table of that width breaks no figure.
func fits(t *industry.Table, across, gap float64) bool {
	_, ok := columnShares(t, across, gap)
	return ok
}

// mostLines is how many lines the rows of a table have at most by and large on a page
// that stands.
const mostLines = 3.5

// lies reports whether a table stands on a page that lies, because its figures do not
// fit across one that stands, or its texts make narrow columns of many lines there.
func lies(t *industry.Table) bool {
	const small, em = sizeSmall * 10., sizeTable * 10.
	if !fits(t, textWidth/small, 2*57/small) {
		return true
	}
	shares, _ := columnShares(t, textWidth/em, 2*57/em)
	lines := 0
	for _, row := range t.Rows {
		most := 1
		for i, text := range row {
			most = max(most, len(breakLines(text, (shares[i]*textWidth-2*57)/em, 0, wide)))
		}
		lines += most
	}
	return float64(lines) > mostLines*float64(len(t.Rows))
}

// longestPiece is the width of the longest piece of a text that no line is broken
// within.
func longestPiece(text string) float64 {
	most := 0.0
	for _, piece := range pieces(text) {
		most = max(most, wide(piece))
	}
	return most
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

// headLines breaks the head of a column that is wider than its room: before a unit
// in brackets, else into halves.
func headLines(name string, room float64) []string {
	runes := []rune(name)
	if wide(name) <= room || len(runes) < 2 {
		return []string{name}
	}
	at := (len(runes) + 1) / 2
	for i, r := range runes {
		if i > 0 && (r == '（' || r == '(') {
			at = i
		}
	}
	return []string{string(runes[:at]), string(runes[at:])}
}

// marksOnly reports whether a column has nothing but words of one or two characters,
// such as lights and places: they stand in the middle.
func marksOnly(t *industry.Table, column int) bool {
	for _, row := range t.Rows {
		if utf8.RuneCountInString(row[column]) > 2 {
			return false
		}
	}
	return !t.Columns[column].Figure
}
