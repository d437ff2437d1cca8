package report

import "chainboard/industry"

// heading is a line of 目录.
type heading struct {
	text  string
	level int // 1 or 2
	page  int // that it stands on, from 1
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
