package testkit

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ContentsLine is a line of 目录 in a printed paper.
type ContentsLine struct {
	Text   string
	Page   int // as the line has it
	Stands int // the number on the page where the heading stands
	Right  float64
}

var (
	contentsLine  = regexp.MustCompile(`^(.*?)\.{3,}(\d+)$`)
	printedNumber = regexp.MustCompile(`^—(\d+)—$`)
)

// Contents reads the lines of 目录 and looks for each heading on the pages after it, one
// after the other. It fails where there is none, or a heading is not to be found.
func Contents(t testing.TB, pages []PrintedPage) []ContentsLine {
	t.Helper()
	type place struct {
		text string
		page int
	}
	var list []ContentsLine
	var text []place
	for _, page := range pages {
		number := 0
		for _, l := range page.Lines {
			if m := printedNumber.FindStringSubmatch(l.Text); m != nil {
				number, _ = strconv.Atoi(m[1])
			}
		}
		for _, l := range joined(page.Lines) {
			if m := contentsLine.FindStringSubmatch(l.Text); m != nil && number == 0 {
				n, _ := strconv.Atoi(m[2])
				list = append(list, ContentsLine{Text: m[1], Page: n, Right: l.Right})
			} else if number > 0 {
				text = append(text, place{l.Text, number})
			}
		}
	}
	if len(list) == 0 {
		t.Error("there is no 目录")
	}
	for i := range list {
		at := slices.IndexFunc(text, func(p place) bool { return p.text == list[i].Text })
		if at < 0 {
			t.Errorf("目录 has %s, no page has it after the heading before", list[i].Text)
			break
		}
		list[i].Stands, text = text[at].page, text[at+1:]
	}
	return list
}

// joined puts together what stands at one height.
func joined(lines []PrintedLine) []PrintedLine {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b PrintedLine) int {
		if math.Abs(a.Middle()-b.Middle()) < 1 {
			return cmp.Compare(a.Left, b.Left)
		}
		return cmp.Compare(a.Middle(), b.Middle())
	})
	var list []PrintedLine
	for _, l := range lines {
		if n := len(list) - 1; n >= 0 && math.Abs(list[n].Middle()-l.Middle()) < 1 {
			list[n].Text = strings.Join([]string{list[n].Text, l.Text}, "")
			list[n].Right = l.Right
			continue
		}
		list = append(list, l)
	}
	return list
}
