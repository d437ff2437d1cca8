package server

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"

	"chainboard/industry"
)

// technologyScene is 技术路线图 on a wall: lanes in as many blocks as fit beside
// each other, and what is to be solved.
type technologyScene struct {
	mapStage
	From, To int
	Count    int
	Years    []drawnYear
	Now      string
	NowOn    bool
	Blocks   []technologyBlock
	Lanes    int
	Tasks    []industry.TechnologyTask
	Unsolved int // tasks, more than are sent
	States   []taskCount
	Levels   []levelCount
	Stages   []levelCount
	Next     []nextStep // milestones to come, where the tasks leave room
}

// nextStep is a milestone that lies ahead.
type nextStep struct {
	When, Text, Name string
	at               float64
}

// levelCount is how many technologies are on one level, or in one stage.
type levelCount struct {
	Name  string
	Class string
	Count int
}

// technologyBlock is what stands one lane below the other.
type technologyBlock struct {
	Lanes []wallTechnologyLane
	Dense bool // bars of one line
	After int  // lanes that stand in no block up to this one
}

type wallTechnologyLane struct {
	drawnTechnologyLane
	Size template.CSS // height in rem where there is room, and its part of the block's
}

// Heights on a wall in rem: of a bar's track, of one line of milestones, between
// two lanes; the most blocks; the most tasks that are sent.
const (
	barTrack       = 1.5
	denseBarTrack  = .9
	milestoneTrack = 1.4
	laneSpace      = .3
	mostBlocks     = 3
	wallTasks      = 60
	fewRows        = 7 // of a list beside a map: below it something else has room
)

func (s *server) technologyScene(c *request, v view) (stage, error) {
	common, err := s.mapStageOf(c, v)
	if err != nil {
		return nil, err
	}
	p := &technologyScene{mapStage: common}
	m, head, err := s.office.TechnologyMap(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	p.Head, p.Lanes = head, len(m.Lanes)
	if p.Lanes == 0 {
		return p, nil
	}
	d := drawnTechnology(m)
	p.From, p.To, p.Count, p.Years, p.Now, p.NowOn, p.States = m.From, m.To, d.Count, d.Years, d.Now, d.NowOn, d.States
	p.Tasks = m.Tasks[:min(len(m.Tasks), wallTasks)]
	p.Unsolved = len(m.Tasks)
	p.Blocks = blocksOf(d, m.Tasks)
	if len(p.Tasks) <= fewRows {
		p.Next = nextSteps(m)
	}
	p.Levels = levelsOf(m, []string{"领跑", "并跑", "跟跑", "空白"}, func(b industry.TechnologyBar) string { return b.Level })
	p.Stages = levelsOf(m, []string{"量产", "中试", "研发"}, func(b industry.TechnologyBar) string { return b.Stage })
	return p, nil
}

// nextSteps lists the milestones after the present, the nearest first.
func nextSteps(m industry.TechnologyMap) []nextStep {
	var list []nextStep
	for _, lane := range m.Lanes {
		for _, b := range lane.Bars {
			for _, s := range b.Milestones {
				if s.At >= m.Now {
					list = append(list, nextStep{whenText(s.Milestone), s.Text, b.Name, s.At})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b nextStep) int { return cmp.Compare(a.at, b.at) })
	return list
}

// levelsOf counts the technologies by one of their choices.
func levelsOf(m industry.TechnologyMap, names []string, of func(industry.TechnologyBar) string) []levelCount {
	list := make([]levelCount, len(names))
	for i, name := range names {
		list[i] = levelCount{Name: name, Class: barClass(industry.TechnologyBar{Stage: name})}
		for _, lane := range m.Lanes {
			for _, b := range lane.Bars {
				if of(b) == name {
					list[i].Count++
				}
			}
		}
	}
	return list
}

// levelClass is the letter of a level in the style sheet.
func levelClass(level string) string {
	return map[string]string{"领跑": "lead", "并跑": "even", "跟跑": "behind", "空白": "blank"}[level]
}

// LevelClass is the letter of the bar's level in the style sheet.
func (b drawnBar) LevelClass() string { return levelClass(b.Level) }

// blocksOf puts the lanes into blocks as high as a wall. Where they do not fit
// into one, bars are a line high, and the first block has the lanes whose tasks
// are most urgent: a wall may have room for that one only.
func blocksOf(d *technologyDrawing, tasks []industry.TechnologyTask) []technologyBlock {
	total := 0.0
	for _, l := range d.Lanes {
		total += laneHeight(l, barTrack)
	}
	bar := barTrack
	if total > mapHigh {
		bar = denseBarTrack
	}
	rest := slices.Clone(d.Lanes)
	first := fillBlock(urgentFirst(rest, tasks), bar)
	slices.SortStableFunc(first, func(a, b drawnTechnologyLane) int { return a.Track - b.Track })
	var blocks []technologyBlock
	for lanes := first; len(lanes) > 0 && len(blocks) < mostBlocks; lanes = fillBlock(rest, bar) {
		rest = slices.DeleteFunc(rest, func(l drawnTechnologyLane) bool {
			return slices.ContainsFunc(lanes, func(taken drawnTechnologyLane) bool { return taken.Segment == l.Segment })
		})
		block := technologyBlock{Dense: bar == denseBarTrack, After: len(rest)}
		for _, l := range lanes {
			block.Lanes = append(block.Lanes, wallLane(l, bar))
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// urgentFirst orders lanes by the first of their tasks; those without come last.
func urgentFirst(lanes []drawnTechnologyLane, tasks []industry.TechnologyTask) []drawnTechnologyLane {
	rank := func(l drawnTechnologyLane) int {
		if i := slices.IndexFunc(tasks, func(t industry.TechnologyTask) bool {
			return slices.ContainsFunc(l.Bars, func(b drawnBar) bool { return b.ID == t.Technology })
		}); i >= 0 {
			return i
		}
		return len(tasks)
	}
	ordered := slices.Clone(lanes)
	slices.SortStableFunc(ordered, func(a, b drawnTechnologyLane) int { return rank(a) - rank(b) })
	return ordered
}

// fillBlock takes lanes as long as they fit, one at least.
func fillBlock(lanes []drawnTechnologyLane, bar float64) []drawnTechnologyLane {
	high := 0.0
	for i, l := range lanes {
		if high += laneHeight(l, bar); high > mapHigh && i > 0 {
			return slices.Clone(lanes[:i])
		}
	}
	return slices.Clone(lanes)
}

// laneScale gives the tracks of a lane their heights: where a bar stands, two of
// its own, elsewhere a line of milestones.
func laneScale(l drawnTechnologyLane, bar float64) scale {
	heights := make([]float64, l.Tracks)
	for i := range heights {
		heights[i] = milestoneTrack
	}
	for _, b := range l.Bars {
		heights[b.Track-l.Track], heights[b.Track-l.Track+1] = bar, bar
	}
	return scaleOf(heights)
}

func laneHeight(l drawnTechnologyLane, bar float64) float64 {
	return laneScale(l, bar).whole() + laneSpace
}

// wallLane places bars and milestones by parts of the lane's height.
func wallLane(l drawnTechnologyLane, bar float64) wallTechnologyLane {
	sc := laneScale(l, bar)
	w := wallTechnologyLane{drawnTechnologyLane: l, Size: area("--lane:%.3f", sc.whole()+laneSpace)}
	w.Bars, w.Marks = slices.Clone(l.Bars), slices.Clone(l.Marks)
	place := func(old template.CSS, track, tracks int) template.CSS {
		from, to := sc.part(float64(track-l.Track)), sc.part(float64(track+tracks-l.Track))
		return old + template.CSS(fmt.Sprintf(";top:%.2f%%;height:%.2f%%", from, to-from))
	}
	for i := range w.Bars {
		w.Bars[i].Place = place(w.Bars[i].Across, w.Bars[i].Track, 2)
	}
	for i := range w.Marks {
		w.Marks[i].Place = place(w.Marks[i].Across, w.Marks[i].Track, 1)
	}
	return w
}
