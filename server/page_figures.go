package server

import (
	"fmt"
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
	Paces []paceRow
	Grid  string // class of the grid of tiles
	Steps []step
	Rates []rate
	Late  []lateProject
	Pulls []pullRow
	Weak  []segment // 断链, 短链, 弱链, worst first
	State []stateCount
	Notes []indicatorNotes // warnings of the table
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
	if o.Segments != nil {
		f.State = countsOf(o.Segments.States)
	}
	for _, row := range o.Pace {
		pace := paceRow{PaceRow: row, Width: barWidth(row.Completion), Tick: barWidth(row.Pace)}
		pace.Trace, pace.Done, pace.Off = v.Trace(row.Code, "light"), v.Trace(row.Code, "completion"), v.Trace(row.Code, "ahead")
		f.Paces = append(f.Paces, pace)
	}
	if o.Investment != nil {
		f.Steps, f.Rates = stepsOf(o.Investment.Stages), ratesOf(o.Investment.Rates)
		for _, project := range o.Investment.Overdue {
			missed, _, _ := strings.Cut(project.Rule, "，")
			f.Late = append(f.Late, lateProject{project, missed})
		}
	}
	if o.Branches != nil {
		f.Pulls = pullsOf(v, revenue, *o.Branches)
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
		tiles[i] = tile{Tile: t, Trace: v.Trace(t.Code, "cumulative"), Extra: i >= mainTiles}
		tiles[i].Label, tiles[i].Rate, _ = strings.Cut(t.Growth, " ")
		tiles[i].Done, tiles[i].Part, _ = strings.Cut(t.Completion, " ")
		tiles[i].Rule = strings.Trim(t.LightReason+"；"+t.LightRule, "；")
	}
	return tiles
}

// Lit reports whether the tile has a light: flagships and indicators without a
// target have none.
func (t tile) Lit() bool { return t.Light != industry.NoLight || t.LightLabel() != t.Light.Label() }

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

// paceRow is a target with its bar and the tick of where it should stand.
type paceRow struct {
	industry.PaceRow
	Width, Tick string
	Trace       string // where its light is explained,
	Done, Off   string // its completion and its distance to the pace
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

// rate is a rate of conversion with the names of what it divides.
type rate struct {
	industry.NamedRate
	Parts string
}

// ratesOf leaves out what cannot be computed, such as funds nobody keeps a
// ledger of.
func ratesOf(named []industry.NamedRate) []rate {
	var rates []rate
	for _, n := range named {
		if n.Percent.Known {
			rates = append(rates, rate{n, rateOf(n)})
		}
	}
	return rates
}

// rateOf says what a rate is a ratio of: 注册 29 / 签约 34, 到位 52.55 / 合同 120.35 亿元.
func rateOf(n industry.NamedRate) string {
	top, bottom, _ := strings.Cut(n.Of, " ÷ ")
	short, money := strings.CutSuffix(top, "资金")
	if !money {
		return fmt.Sprintf("%s %s / %s %s", top, industry.GroupedText(n.Numerator), bottom, industry.GroupedText(n.Denominator))
	}
	return fmt.Sprintf("%s %s / %s %s 亿元", short, industry.YiText(n.Numerator), strings.TrimSuffix(bottom, "资金"), industry.YiText(n.Denominator))
}

// lateProject is an overdue project with the step it missed; the whole rule is
// too long for a row.
type lateProject struct {
	industry.Overdue
	Missed string
}

// pullRow is a branch with a bar as long as its pull; a negative one grows from
// the right.
type pullRow struct {
	industry.Part
	Width    string
	Negative bool

	view  view
	place partPlace
}

// Firms returns where the group's enterprises are counted.
func (r pullRow) Firms() string {
	return r.view.Tally("enterprises.listed", string(r.place.by), r.place.id)
}

// Of returns where a figure of the group is explained.
func (r pullRow) Of(aspect string) string { return r.view.TracePart(r.place, aspect) }

func pullsOf(v view, indicator string, b industry.Breakdown) []pullRow {
	longest := 0.0
	for _, p := range b.Rows {
		if p.Pull.Known {
			longest = math.Max(longest, math.Abs(p.Pull.Percent))
		}
	}
	rows := make([]pullRow, len(b.Rows))
	for i, p := range b.Rows {
		rows[i] = pullRow{Part: p, Width: "0", Negative: p.Pull.Known && p.Pull.Percent < 0, view: v, place: partPlace{indicator, b.By, p.ID}}
		if p.Pull.Known && longest > 0 {
			rows[i].Width = width(math.Abs(p.Pull.Percent) / longest * 100)
		}
	}
	return rows
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
