package industry

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// TechnologyMap is 技术路线图: a lane for each segment, a bar from the first day
// of 起始年 to the last of 目标年. Across the unit is a year, downwards a track:
// a bar takes two, a line of milestones one.
type TechnologyMap struct {
	From   int                `json:"from"` // first year drawn
	To     int                `json:"to"`   // last year drawn, its end included
	Now    float64            `json:"now"`  // years
	Tracks int                `json:"tracks"`
	Lanes  []TechnologyLane   `json:"lanes"`
	Unread []UnreadMilestones `json:"unread"`
	Tasks  []TechnologyTask   `json:"tasks"` // what is not yet in volume production, the most urgent first
}

// TechnologyLane is the technologies of one segment.
type TechnologyLane struct {
	Segment string          `json:"segment"` // id: chain:code
	Name    string          `json:"name"`
	Branch  string          `json:"branch"`
	Track   int             `json:"track"`
	Tracks  int             `json:"tracks"`
	Bars    []TechnologyBar `json:"bars"`
}

// TechnologyBar is one technology in its place.
type TechnologyBar struct {
	ID         string         `json:"id"`
	Name       string         `json:"name"`
	Stage      string         `json:"stage"`
	Level      string         `json:"level"`
	Start      int            `json:"start_year"`
	Target     int            `json:"target_year"`
	Goal       string         `json:"goal"`
	Leader     *Party         `json:"lead_enterprise"` // null: none named
	Partners   []string       `json:"partners"`
	Platform   string         `json:"platform"`
	Department []string       `json:"department"`
	Track      int            `json:"track"`
	Leftwards  bool           `json:"leftwards"` // its text ends at the bar's end: to the right there is no room
	Milestones []MapMilestone `json:"milestones"`
	Written    string         `json:"-"` // the milestones as they stand in the register
	extent     [2]float64     // years its bar and text take
	marks      []MapMilestone // before they have a track
}

// MapMilestone is a milestone in its place.
type MapMilestone struct {
	Milestone
	Track     int  `json:"track"`
	Leftwards bool `json:"leftwards"` // its text stands left of its mark
}

// UnreadMilestones is a text that gives no date; it is shown as it stands.
type UnreadMilestones struct {
	Technology string `json:"technology"`
	Text       string `json:"text"`
}

// TechnologyMapFacts is what a technology map is drawn from.
type TechnologyMapFacts struct {
	Segments     []Segment
	Technologies []Technology
	Firms        map[string]string // names by credit code
	Now          Date
}

// Measures of the texts of a technology map in the characters of a line: the
// drawing is never narrower than technologyRoom of them.
const (
	technologyRoom = 64.0
	longestTail    = 3 // years drawn after the last target where milestones lie later
)

// TechnologyMapOf lays the technologies out: no two bars, milestones or texts of
// a lane cover each other.
func TechnologyMapOf(f TechnologyMapFacts) TechnologyMap {
	m := TechnologyMap{Lanes: []TechnologyLane{}, Unread: []UnreadMilestones{}, Tasks: technologyTasks(f)}
	if f.Now.Defined() {
		month := f.Now.Month()
		m.Now = float64(month.Year()) + (float64(month.Number()-1)+float64(f.Now.Time().Day())/32)/12
	}
	if len(f.Technologies) == 0 {
		return m
	}
	m.span(f.Technologies)
	bySegment := map[string][]TechnologyBar{}
	var strangers []string
	known := map[string]Segment{}
	for _, s := range f.Segments {
		known[s.Key] = s
	}
	for _, t := range f.Technologies {
		if _, ok := known[t.Segment]; !ok && bySegment[t.Segment] == nil {
			strangers = append(strangers, t.Segment)
		}
		bySegment[t.Segment] = append(bySegment[t.Segment], m.bar(t, f.Firms))
	}
	segments := OrderedSegments(f.Segments)
	for _, key := range strangers {
		segments = append(segments, Segment{Key: key, Name: unknownSegment})
	}
	for _, s := range segments {
		if bars := bySegment[s.Key]; bars != nil {
			lane := TechnologyLane{Segment: MapKey(s.Key), Name: s.Name, Branch: s.Branch, Track: m.Tracks, Bars: bars}
			m.pack(&lane)
			m.Tracks += lane.Tracks
			m.Lanes = append(m.Lanes, lane)
		}
	}
	return m
}

// span decides which years are drawn: those of all bars, and the present one
// where it lies within a year of them.
func (m *TechnologyMap) span(list []Technology) {
	m.From, m.To = list[0].Start, list[0].Target
	for _, t := range list {
		m.From, m.To = min(m.From, t.Start), max(m.To, t.Target, t.Start)
	}
	last := m.To + longestTail
	for _, t := range list {
		milestones, _ := ParseMilestones(t.Milestones)
		for _, s := range milestones {
			if s.Year <= last {
				m.To = max(m.To, s.Year)
			}
			if s.Year >= m.From-longestTail {
				m.From = min(m.From, s.Year)
			}
		}
	}
}

// bar reads a technology; milestones outside the years drawn are told as text.
func (m *TechnologyMap) bar(t Technology, firms map[string]string) TechnologyBar {
	b := TechnologyBar{
		ID: t.ID, Name: t.Name, Stage: t.Stage, Level: t.Level, Start: t.Start, Target: max(t.Target, t.Start), Goal: t.Goal,
		Partners: emptyNotNil(t.Partners), Platform: t.Platform, Department: emptyNotNil(t.Department),
		Milestones: []MapMilestone{}, Written: t.Milestones,
	}
	if t.Leader != "" {
		b.Leader = &Party{t.Leader, orElse(firms[t.Leader], t.Leader)}
	}
	list, unread := ParseMilestones(t.Milestones)
	for _, s := range list {
		if s.Year < m.From || s.Year > m.To {
			unread = append(unread, s.Text)
			continue
		}
		b.marks = append(b.marks, MapMilestone{Milestone: s})
	}
	for _, text := range unread {
		m.Unread = append(m.Unread, UnreadMilestones{t.Name, text})
	}
	b.extent, b.Leftwards = m.textExtent(float64(b.Start), float64(b.Target+1), max(TextWidth(b.Name)+levelWidth(b.Level), TextWidth(b.Caption()))+1.5)
	return b
}

// levelWidth is how much the level takes beside a name.
func levelWidth(level string) float64 {
	if level == "" {
		return 0
	}
	return TextWidth(level) + 1
}

// Caption is the second line of a bar: who leads it, else the stage it is in.
func (b TechnologyBar) Caption() string {
	if b.Leader != nil {
		return b.Leader.Name
	}
	return b.Stage
}

// textExtent returns the years that a thing and its text take, and whether the
// text ends at the thing's end because to the right it would leave the drawing.
func (m *TechnologyMap) textExtent(from, to, characters float64) (extent [2]float64, leftwards bool) {
	years := characters * float64(m.To+1-m.From) / technologyRoom
	if from+years <= float64(m.To+1) {
		return [2]float64{from, max(to, from+years)}, false
	}
	return [2]float64{min(from, to-years), to}, true
}

// TextWidth measures a text in characters of Chinese, for what has to fit.
func TextWidth(text string) float64 {
	width := 0.0
	for _, r := range text {
		if r < utf8.RuneSelf {
			width += .6
		} else {
			width++
		}
	}
	return width
}

// pack gives the bars of a lane their tracks: each into the first row in which
// nothing is in its way, its milestones above it.
func (m *TechnologyMap) pack(lane *TechnologyLane) {
	slices.SortStableFunc(lane.Bars, func(a, b TechnologyBar) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Target, b.Target), cmp.Compare(a.ID, b.ID))
	})
	var rows [][]int // bars by index
	for i := range lane.Bars {
		row := slices.IndexFunc(rows, func(row []int) bool {
			return !slices.ContainsFunc(row, func(k int) bool { return overlap(lane.Bars[k].extent, lane.Bars[i].extent) })
		})
		if row < 0 {
			row, rows = len(rows), append(rows, nil)
		}
		rows[row] = append(rows[row], i)
	}
	track := lane.Track
	for _, row := range rows {
		lines := m.packMilestones(lane, row, track)
		for _, k := range row {
			lane.Bars[k].Track = track + lines
		}
		track += lines + 2
	}
	lane.Tracks = track - lane.Track
}

// packMilestones puts the milestones of a row of bars on lines above them and
// returns how many lines that takes.
func (m *TechnologyMap) packMilestones(lane *TechnologyLane, row []int, track int) int {
	var lines [][][2]float64
	var marks []*MapMilestone
	for _, k := range row {
		b := &lane.Bars[k]
		b.Milestones = append(b.Milestones, b.marks...)
		for i := range b.Milestones {
			marks = append(marks, &b.Milestones[i])
		}
	}
	slices.SortStableFunc(marks, func(a, b *MapMilestone) int { return cmp.Compare(a.At, b.At) })
	for _, s := range marks {
		var extent [2]float64
		extent, s.Leftwards = m.textExtent(s.At, s.At, TextWidth(s.Text)+2)
		line := slices.IndexFunc(lines, func(taken [][2]float64) bool {
			return !slices.ContainsFunc(taken, func(other [2]float64) bool { return overlap(other, extent) })
		})
		if line < 0 {
			line, lines = len(lines), append(lines, nil)
		}
		lines[line] = append(lines[line], extent)
		s.Track = line // counted upwards from the bars until all lines are known
	}
	for _, s := range marks {
		s.Track = track + len(lines) - 1 - s.Track
	}
	return len(lines)
}

func overlap(a, b [2]float64) bool { return a[0] < b[1] && b[0] < a[1] }

func emptyNotNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
