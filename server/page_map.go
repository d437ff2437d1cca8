package server

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"chainboard/industry"
)

// chainMap is the compact map of the wall: branches as lanes, 上中下游 as columns.
type chainMap struct {
	Lanes   []branch
	Columns []mapColumn
	Rows    string // of the grid: a lane's height follows what it holds
	Folded  bool   // 正常 segments are counted, not named: there is no room
	Linked  bool   // what feeds stands left of what is fed, and lines lead there

	view view // for the addresses of what it opens
}

// mapColumn is a stage of the chain.
type mapColumn struct {
	Name     string
	Segments int
}

// mapCell is what a lane holds of one stage.
type mapCell struct {
	Segments []segment
	Sound    int // 正常 ones that are counted only
}

// What fits into the map of a wall at 16:9. The root size follows the window, so
// this holds for every one of them.
const (
	mapRows    = 13 // of nodes, all lanes together
	nodeLength = 24 // of a name beside a badge and a count in half a cell: 4 a character, 3 a letter
)

var mapStages = [...]string{"上游", "中游", "下游"}

// chainMapOf lays out the segments. Where all of them do not fit in the order of
// their links, they are packed without lines; then those in a normal state are
// counted in their cell; where not even the rest fits, the map is nil and the
// page counts states by lane.
func chainMapOf(verdicts []industry.Verdict) *chainMap {
	for _, m := range []*chainMap{{Linked: true}, {}, {Folded: true}} {
		m.Lanes = branchesOf(verdicts)
		if m.layOut() <= mapRows {
			return m
		}
	}
	return nil
}

// Note returns where a segment is told of.
func (m *chainMap) Note(key string) string { return m.view.segmentNote(industry.MapKey(key)) }

// Sound returns where the sound segments of a stage of a branch are counted.
func (m *chainMap) Sound(branch string, stage int) string {
	return m.view.Tally("segments.sound", "stage", branch+industry.KeySeparator+m.Columns[stage].Name)
}

// laneStates is a lane of a map that has no room for its segments.
type laneStates struct {
	Name     string
	Segments int
	States   []stateCount
}

// mostLanes is how many lanes are counted one by one.
const mostLanes = 10

// lanesOf counts the states of every lane; those that are too many share the last.
func lanesOf(verdicts []industry.Verdict) []laneStates {
	var lanes []laneStates
	for _, b := range branchesOf(verdicts) {
		if len(lanes) < mostLanes {
			lanes = append(lanes, laneStates{Name: b.Name})
			for _, state := range diagnoses {
				mark, class := badge(state)
				lane := &lanes[len(lanes)-1]
				lane.States = append(lane.States, stateCount{industry.StateCount{State: state}, mark, class})
			}
		} else {
			lanes[mostLanes-1].Name = "其他"
		}
		lane := &lanes[len(lanes)-1]
		lane.Segments += len(b.Segments)
		for _, s := range b.Segments {
			lane.States[slices.Index(diagnoses[:], s.State)].Count++
		}
	}
	return lanes
}

// diagnoses are the states in the order legends have them.
var diagnoses = [...]industry.Diagnosis{industry.Strong, industry.Sound, industry.Short, industry.Weak, industry.Broken}

// layOut fills the cells and returns how many rows of nodes the lanes need.
func (m *chainMap) layOut() int {
	total := 0
	for _, stage := range mapStages {
		m.Columns = append(m.Columns, mapColumn{Name: stage})
	}
	for i := range m.Lanes {
		lane := &m.Lanes[i]
		lane.Cells = make([]mapCell, len(mapStages))
		for _, s := range lane.Segments {
			stage := max(slices.Index(mapStages[:], s.Segment.Position), 0)
			m.Columns[stage].Segments++
			lane.Cells[stage].put(s, m.Folded)
		}
		rows := 1
		for k := range lane.Cells {
			cell := &lane.Cells[k]
			if m.Linked {
				cell.takeSides(mapStages[k])
			}
			rows = max(rows, cell.rows())
		}
		total += rows
		m.Rows += strconv.Itoa(rows) + ".3fr " // a little more for the rules between lanes
	}
	return total
}

func (c *mapCell) put(s segment, folded bool) {
	if folded && s.State == industry.Sound {
		c.Sound++
		return
	}
	length := 0
	for _, r := range s.Segment.Name {
		length += 3
		if r >= utf8.RuneSelf {
			length++
		}
	}
	if s.State == industry.Sound || s.State == industry.Broken {
		length -= 4 // no badge, or no count
	}
	s.Long = length > nodeLength
	c.Segments = append(c.Segments, s)
}

// The sides of a cell.
const (
	leftSide  = "left"
	rightSide = "right"
)

// takeSides gives every segment its half of the cell: left what feeds another one
// in it, right what is fed, the rest where there is room, at the stage's outer end
// first on the way downstream.
func (c *mapCell) takeSides(stage string) {
	fed := map[string]bool{}
	for _, s := range c.Segments {
		for _, key := range s.Segment.Feeds {
			fed[key] = fed[key] || key != s.Segment.Key
		}
	}
	here := func(key string) bool {
		return slices.ContainsFunc(c.Segments, func(s segment) bool { return s.Segment.Key == key })
	}
	count := map[string]int{}
	for i := range c.Segments {
		s := &c.Segments[i]
		feeds := slices.ContainsFunc(s.Segment.Feeds, func(key string) bool { return key != s.Segment.Key && here(key) })
		switch {
		case s.Long:
		case feeds:
			s.Side = leftSide
		case fed[s.Segment.Key]:
			s.Side = rightSide
		}
		count[s.Side]++
	}
	first, second := rightSide, leftSide
	if stage == mapStages[len(mapStages)-1] {
		first, second = leftSide, rightSide
	}
	for i := range c.Segments {
		if s := &c.Segments[i]; s.Side == "" && !s.Long {
			if s.Side = first; count[first] > count[second] {
				s.Side = second
			}
			count[s.Side]++
		}
	}
}

// rows counts the rows of two nodes a cell needs; a long name takes one alone.
func (c *mapCell) rows() int {
	halves, sides, long := 0, map[string]int{}, 0
	for _, s := range c.Segments {
		sides[s.Side]++
		switch {
		case s.Long:
			halves += halves%2 + 2
			long++
		default:
			halves++
		}
	}
	if sides[leftSide]+sides[rightSide] > 0 {
		return long + max(sides[leftSide], sides[rightSide])
	}
	if c.Sound > 0 {
		halves++
	}
	return (halves + 1) / 2
}
