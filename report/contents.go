package report

import "chainboard/industry"

// heading is a line of 目录.
type heading struct {
	text  string
	level int // 1 or 2
	page  int // that it stands on, from 1
}

// contentsRest is what a line of 目录 keeps for its dots and number, in characters.
const contentsRest = 4

// shown is the heading as 目录 has it, which is one line: shortened where it is wider
// than the room.
func (h heading) shown(room float64, measure func(string) float64) string {
	if measure(h.text) <= room {
		return h.text
	}
	letters := []rune(h.text)
	for len(letters) > 0 && measure(string(letters)+"…") > room {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}

// sectionHeading is the heading of the i-th section as the paper numbers it.
func sectionHeading(i int, s industry.Section) string {
	return industry.Ordinal(i+1) + "、" + s.Heading
}

// contentsTitle stands above the lines of 目录 and takes contentsHead lines of the text.
const (
	contentsTitle = "目　录"
	contentsHead  = 3
)

// contentsPages is how many pages 目录 of so many headings takes, each of which takes a
// line, and whether an empty one comes after it: sheets are printed on both sides, and
// the text begins on the front of one.
func contentsPages(headings int) (pages int, empty bool) {
	pages = (contentsHead + headings + linesOfPage - 1) / linesOfPage
	return pages, pages%2 == 0 // the cover is one before
}
