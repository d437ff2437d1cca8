package server

import (
	"math"
	"strconv"
	"strings"

	"chainboard/industry"
)

// figures are the parts that the overview, a chain's page and the wall share.
// They put the values of an overview into the places of the page.
type figures struct {
	View view
	industry.Overview
	Tiles []tile
	Grid  string // class of the grid of tiles
	Steps []step
	Pulls []pullRow
	Weak  []industry.Verdict // 断链, 短链, 弱链, worst first
	Notes []indicatorNotes   // warnings of the table
}

// figuresOf puts an overview into places; whoever may not see single
// enterprises gets neither their names nor small groups.
func figuresOf(v view, o industry.Overview, verdicts []industry.Verdict) figures {
	if !v.Open {
		o.Table = o.Table.Nameless()
		if o.Branches != nil {
			b := o.Branches.Suppressed()
			o.Branches = &b
		}
	}
	f := figures{View: v, Overview: o, Tiles: tilesOf(v, o.Tiles), Weak: weakest(verdicts), Notes: notesOf(o.Table)}
	if o.Investment != nil {
		f.Steps = stepsOf(o.Investment.Stages)
	}
	if o.Branches != nil {
		f.Pulls = pullsOf(o.Branches.Rows)
	}
	return f
}

// tile is a key figure with what its place needs.
type tile struct {
	industry.Tile
	Label string // of the growth: 同口径
	Rate  string // +11.2%
	Done  string // of the completion: 完成
	Part  string // 82.6%
	Trace string
	Rule  string // why the light is what it is
	Extra bool   // only where there is room for eight
}

func tilesOf(v view, list []industry.Tile) []tile {
	tiles := make([]tile, len(list))
	for i, t := range list {
		tiles[i] = tile{Tile: t, Trace: v.About("/trace", t.Code), Extra: i >= mainTiles}
		tiles[i].Label, tiles[i].Rate, _ = strings.Cut(t.Growth, " ")
		tiles[i].Done, tiles[i].Part, _ = strings.Cut(t.Completion, " ")
		tiles[i].Rule = strings.Trim(t.LightReason+"；"+t.LightRule, "；")
	}
	return tiles
}

// Lit reports whether the tile has a light: flagships and indicators without a
// target have none.
func (t tile) Lit() bool { return t.Light != industry.NoLight }

// mainTiles is how many tiles a row has at 16:9; two more show at 32:9.
const mainTiles = 6

// wallTiles are the tiles of the wall: six, and two more where it is wide.
func wallTiles(tiles []tile) []tile { return tiles[:min(len(tiles), mainTiles+2)] }

// pageTiles fills whole rows of a page that may scroll.
func pageTiles(tiles []tile) ([]tile, string) {
	for i := range tiles {
		tiles[i].Extra = false
	}
	switch n := len(tiles); {
	case n >= 10:
		return tiles[:10], "k5"
	case n >= 8:
		return tiles[:8], "k4"
	case n >= mainTiles:
		return tiles[:mainTiles], ""
	case n > 1:
		return tiles, "k" + strconv.Itoa(n)
	}
	return tiles, "k2"
}

// width is a part of 100 as a style sheet takes it, for drawing only.
func width(percent float64) string {
	return strconv.FormatFloat(math.Min(math.Max(percent, 0), 100), 'f', 1, 64)
}

// barWidth draws a rate; one that is not known has no bar.
func barWidth(r industry.Rate) string {
	if !r.Known {
		return "0"
	}
	return width(r.Percent)
}

// step is one column of the funnel.
type step struct {
	industry.StageCount
	Height string
}

// tallest is the height of the first column, so that its number stands above it.
const tallest = 68

func stepsOf(stages []industry.StageCount) []step {
	var steps []step
	most := 0
	for _, c := range stages {
		switch c.Stage {
		case industry.Signed, industry.Enrolled, industry.Started, industry.Completed, industry.Operating, industry.Enlisted:
			steps = append(steps, step{StageCount: c})
			most = max(most, c.Reached)
		}
	}
	for i := range steps {
		steps[i].Height = width(float64(steps[i].Reached) * tallest / float64(max(most, 1)))
	}
	return steps
}

// pullRow is a branch with a bar as long as its pull; a negative one grows from
// the right.
type pullRow struct {
	industry.Part
	Width    string
	Negative bool
}

func pullsOf(parts []industry.Part) []pullRow {
	longest := 0.0
	for _, p := range parts {
		if p.Pull.Known {
			longest = math.Max(longest, math.Abs(p.Pull.Percent))
		}
	}
	rows := make([]pullRow, len(parts))
	for i, p := range parts {
		rows[i] = pullRow{Part: p, Width: "0", Negative: p.Pull.Known && p.Pull.Percent < 0}
		if p.Pull.Known && longest > 0 {
			rows[i].Width = width(math.Abs(p.Pull.Percent) / longest * 100)
		}
	}
	return rows
}

// weakest lists the segments to mend: missing, short, weak.
func weakest(verdicts []industry.Verdict) []industry.Verdict {
	var list []industry.Verdict
	for _, state := range []industry.Diagnosis{industry.Broken, industry.Short, industry.Weak} {
		for _, v := range verdicts {
			if v.State == state {
				list = append(list, v)
			}
		}
	}
	return list
}

// indicatorNotes are the warnings of one indicator.
type indicatorNotes struct {
	Name     string
	Warnings []string
}

func notesOf(t industry.DispatchTable) []indicatorNotes {
	var notes []indicatorNotes
	for _, l := range t.Indicators {
		if len(l.Warnings) > 0 {
			notes = append(notes, indicatorNotes{l.Name, l.Warnings})
		}
	}
	return notes
}

// stateClass returns the letter of a diagnosis in the style sheet.
func stateClass(d industry.Diagnosis) string {
	switch d {
	case industry.Strong:
		return "q"
	case industry.Short:
		return "d"
	case industry.Weak:
		return "r"
	case industry.Broken:
		return "x"
	}
	return "w"
}

// stateMark returns the character of a diagnosis' badge.
func stateMark(d industry.Diagnosis) string {
	switch d {
	case industry.Strong:
		return "优"
	case industry.Short:
		return "短"
	case industry.Weak:
		return "弱"
	case industry.Broken:
		return "断"
	}
	return "稳"
}
