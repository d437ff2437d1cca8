package report

import (
	"strings"
	"unicode"
)

// opening and closing punctuation may not end or begin a line (GB/T 15834).
const (
	neverFirst = "，。；：、？！）》〉」』】〕”’％%‰°℃—…·,.;:?!)]}"
	neverLast  = "（《〈「『【〔“‘([{"
)

// breakLines breaks a text into lines no wider than width, the first one by
// indent less. measure tells how wide a text is. Numbers and words of letters
// stay whole where they fit into a line.
func breakLines(text string, width, indent float64, measure func(string) float64) []string {
	var lines []string
	line, used, room := "", 0.0, width-indent
	put := func(s string, w float64) { line, used = line+s, used+w }
	for _, piece := range pieces(text) {
		w := measure(piece)
		if used+w <= room || line == "" && w <= room {
			put(piece, w)
			continue
		}
		if w > width { // no line holds it: break it anywhere
			for _, r := range piece {
				one := measure(string(r))
				if used+one > room && line != "" {
					lines, line, used, room = append(lines, line), "", 0, width
				}
				put(string(r), one)
			}
			continue
		}
		lines, line, used, room = append(lines, line), "", 0, width
		put(piece, w)
	}
	return append(lines, line)
}

// pieces are what a line may not be broken within: a run of letters and digits, or
// a character with the punctuation that clings to it.
func pieces(text string) []string {
	var list []string
	runes := []rune(text)
	for i := 0; i < len(runes); {
		from := i
		for i < len(runes)-1 && strings.ContainsRune(neverLast, runes[i]) {
			i++
		}
		if clings(runes[i]) {
			for i < len(runes) && clings(runes[i]) {
				i++
			}
		} else {
			i++
		}
		for i < len(runes) && strings.ContainsRune(neverFirst, runes[i]) {
			i++
		}
		list = append(list, string(runes[from:i]))
	}
	return list
}

// clings reports a character of a number or a word of letters.
func clings(r rune) bool {
	return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '.' || r == '+' || r == '−' || r == '-'
}
