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

// chainMapOf lays out the segments. Where all of them do not fit, those in a
// normal state are counted in their cell; where not even the rest fits, the map
// is nil and the page shows the counts of states alone.
func chainMapOf(verdicts []industry.Verdict) *chainMap {
	for _, folded := range []bool{false, true} {
		m := &chainMap{Folded: folded, Lanes: branchesOf(verdicts)}
		if m.layOut() <= mapRows {
			return m
		}
	}
	return nil
}

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
		for _, cell := range lane.Cells {
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

// rows counts the rows of two nodes a cell needs; a long name takes one alone.
func (c *mapCell) rows() int {
	halves := 0
	for _, s := range c.Segments {
		if s.Long {
			halves += halves%2 + 2
		} else {
			halves++
		}
	}
	if c.Sound > 0 {
		halves++
	}
	return (halves + 1) / 2
}
