package server

import (
	"slices"
	"strings"
	"unicode/utf8"

	"chainboard/industry"
)

// segment is a link of the chain as pages show it.
type segment struct {
	industry.Verdict
	Mark  string   // character of its badge
	Class string   // letter of its badge in the style sheet
	Feeds []string // names of the segments its products go to
	Long  bool     // too long a name for half a cell of the map
	Side  string   // of its cell, "" where that is all the same
}

// ID names the segment to the lines that lead to it.
func (s segment) ID() string { return industry.MapKey(s.Segment.Key) }

// Targets are the IDs of the segments it feeds.
func (s segment) Targets() string {
	ids := make([]string, len(s.Segment.Feeds))
	for i, key := range s.Segment.Feeds {
		ids[i] = industry.MapKey(key)
	}
	return strings.Join(ids, " ")
}

func segmentOf(v industry.Verdict) segment {
	mark, class := badge(v.State)
	return segment{Verdict: v, Mark: mark, Class: class}
}

// badge returns the character of a diagnosis and its letter in the style sheet.
func badge(d industry.Diagnosis) (mark, class string) {
	switch d {
	case industry.Strong:
		return "优", "q"
	case industry.Short:
		return "短", "d"
	case industry.Weak:
		return "弱", "r"
	case industry.Broken:
		return "断", "x"
	}
	return "稳", "w"
}

// stateCount is the number of segments in one state with its badge.
type stateCount struct {
	industry.StateCount
	Mark, Class string
}

func countsOf(states []industry.StateCount) []stateCount {
	list := make([]stateCount, len(states))
	for i, c := range states {
		list[i].StateCount = c
		list[i].Mark, list[i].Class = badge(c.State)
	}
	return list
}

// weakest lists the segments to mend: missing, short, weak.
func weakest(verdicts []industry.Verdict) []segment {
	var list []segment
	for _, state := range []industry.Diagnosis{industry.Broken, industry.Short, industry.Weak} {
		for _, v := range verdicts {
			if v.State == state {
				list = append(list, segmentOf(v))
			}
		}
	}
	return list
}

// branch is the segments of one 细分链, in the chain's order.
type branch struct {
	Name     string
	Segments []segment
	Cells    []mapCell // 上游, 中游, 下游, for the map
}

// Even reports whether the name is four characters, which break in the middle.
func (b branch) Even() bool { return utf8.RuneCountInString(b.Name) == 4 }

// branchesOf groups the segments by 细分链.
func branchesOf(verdicts []industry.Verdict) []branch {
	names := map[string]string{}
	for _, v := range verdicts {
		names[v.Segment.Key] = v.Segment.Name
	}
	ordered := slices.Clone(verdicts)
	slices.SortStableFunc(ordered, func(a, b industry.Verdict) int {
		if c := strings.Compare(a.Segment.Chain, b.Segment.Chain); c != 0 {
			return c
		}
		return int(a.Segment.Order.Parts - b.Segment.Order.Parts)
	})
	var branches []branch
	for _, v := range ordered {
		s := segmentOf(v)
		for _, key := range v.Segment.Feeds {
			if name := names[key]; name != "" {
				s.Feeds = append(s.Feeds, name)
			}
		}
		name := v.Segment.Branch
		if name == "" {
			name = "未分细分链"
		}
		i := slices.IndexFunc(branches, func(b branch) bool { return b.Name == name })
		if i < 0 {
			branches, i = append(branches, branch{Name: name}), len(branches)
		}
		branches[i].Segments = append(branches[i].Segments, s)
	}
	return branches
}
