package industry

import (
	"slices"
	"strconv"
	"time"
)

// Track is the course of a project with how long it took and what it went through.
type Track struct {
	Steps  []TrackStep `json:"steps"`
	Days   *int        `json:"days"`   // from signing to operation; null before
	Pauses []Pause     `json:"pauses"` // oldest first
}

// TrackStep is one stage of a project's course with its history.
type TrackStep struct {
	ProjectStep
	Skipped bool          `json:"skipped"` // passed over: a later stage has a date, this one has none
	Current bool          `json:"current"`
	Entered int           `json:"entered"` // how often, 2 and more when it was entered anew
	After   string        `json:"after"`   // the dated stage before it
	Days    *int          `json:"days"`    // since then
	Late    *int          `json:"late"`    // days behind the plan, negative ahead; null without either date
	Changes []StageChange `json:"changes"` // newest first
}

// LateText says how the date lies to the plan: 晚12天, 早3天, 按期, "—" without either.
func (s TrackStep) LateText() string {
	switch {
	case s.Late == nil:
		return undefined
	case *s.Late > 0:
		return "晚" + strconv.Itoa(*s.Late) + "天"
	case *s.Late < 0:
		return "早" + strconv.Itoa(-*s.Late) + "天"
	}
	return "按期"
}

// StageChange is one change of a date, or what was said of it.
type StageChange struct {
	Planned bool         `json:"planned"`
	From    Date         `json:"from"`
	To      Date         `json:"to"` // null: taken back
	Step    string       `json:"step"`
	Note    string       `json:"note"`
	By      string       `json:"by"`
	At      time.Time    `json:"at"`
	Version int64        `json:"version"`
	Files   []Attachment `json:"files"`
}

// Title is what was done, in words.
func (c StageChange) Title() string {
	for _, s := range StageSteps() {
		if s.Code == c.Step {
			return s.Name
		}
	}
	switch {
	case !c.To.Defined():
		return "撤销日期"
	case !c.From.Defined():
		return "登记"
	}
	return "改日期"
}

// Kept reports whether the date stayed as it was.
func (c StageChange) Kept() bool { return c.From == c.To }

// Pause is a time in which a project was suspended.
type Pause struct {
	From Date   `json:"from"`
	To   Date   `json:"to"`   // null: it lasts
	Days *int   `json:"days"` // null while it lasts
	Note string `json:"note"` // why
	Then string `json:"then"` // how it went on
}

// TrackOf lays out the course of a project at the end of a day from its dates, its
// events and the files that prove them.
func (l OverdueLimits) TrackOf(p Project, events []StageEvent, files []Attachment, at Date) Track {
	changes, entered := stageChanges(events, files)
	t := Track{Pauses: pausesOf(p, events, at)}
	current := p.Current(at)
	var last Stage
	for _, step := range l.Course(p, at) {
		s := TrackStep{ProjectStep: step, Current: step.Stage == current, Changes: changes[step.Stage], Entered: entered[step.Stage]}
		s.Skipped = step.Reached && !step.On.Defined()
		if step.On.Defined() && step.Planned.Defined() {
			s.Late = days(step.Planned, step.On)
		}
		if slices.Contains(steps[:], step.Stage) && step.On.Defined() {
			if last != "" {
				s.After, s.Days = last.Label(), days(p.Dates[last], step.On)
			}
			last = step.Stage
		}
		t.Steps = append(t.Steps, s)
	}
	if p.dated(Operating, at) && p.dated(Signed, at) {
		t.Days = days(p.Dates[Signed], p.Dates[Operating])
	}
	return t
}

func days(from, to Date) *int {
	n := to.DaysSince(from)
	return &n
}

// stageChanges sorts events by their stage, newest first, and counts how often each
// was entered: a date taken back by mistake does not count, one given up for an
// earlier stage does.
func stageChanges(events []StageEvent, files []Attachment) (map[Stage][]StageChange, map[Stage]int) {
	type date struct {
		stage   Stage
		planned bool
	}
	kept, changes, entered := map[date]Date{}, map[Stage][]StageChange{}, map[Stage]int{}
	for _, e := range events {
		at := date{e.Stage, e.Planned}
		c := StageChange{Planned: e.Planned, From: kept[at], To: e.On, Step: e.Step, Note: e.Note, By: e.Actor, At: e.At, Version: e.Version, Files: []Attachment{}}
		switch {
		case e.Planned:
		case e.On.Defined() && (!c.From.Defined() || e.Step == "reenter"):
			entered[e.Stage]++
		case !e.On.Defined() && c.From.Defined() && e.Step != "reenter":
			entered[e.Stage]--
		}
		kept[at] = e.On
		stage := e.Stage
		if stage == Resumed {
			stage = Suspended
		} else if e.Stage == Suspended && e.Step == "resume" {
			continue // the resumption tells it
		}
		for _, f := range files {
			if f.Place == string(stage) && f.UploadedAt.Equal(e.At) { // of one transaction
				c.Files = append(c.Files, f)
			}
		}
		changes[stage] = append(changes[stage], c)
	}
	for _, list := range changes {
		slices.Reverse(list)
	}
	return changes, entered
}

// pausesOf pairs suspensions with what ended them: a resumption, or a later stage
// of a sheet that knows no resumption.
func pausesOf(p Project, events []StageEvent, at Date) []Pause {
	pauses := []Pause{}
	open := false
	for _, e := range events {
		last := len(pauses) - 1
		switch {
		case e.Stage == Resumed && open:
			pauses[last].To, pauses[last].Then, open = e.On, e.Note, false
		case e.Stage != Suspended || e.Step == "resume" || e.Step == "evidence":
		case !e.On.Defined() && open:
			pauses, open = pauses[:last], false
		case e.On.Defined() && open && (e.Step == "correct" || e.Step == ""):
			pauses[last].From = e.On
		case e.On.Defined():
			if open {
				pauses[last].To = p.resumedAfter(pauses[last].From)
			}
			pauses, open = append(pauses, Pause{From: e.On, Note: e.Note}), true
		}
	}
	if current := p.Current(at); open && current != Suspended {
		last := &pauses[len(pauses)-1]
		last.To = p.resumedAfter(last.From)
		if !last.To.Defined() {
			last.To = p.Dates[Terminated]
		}
	}
	for i := range pauses {
		if pauses[i].To.Defined() {
			pauses[i].Days = days(pauses[i].From, pauses[i].To)
		}
	}
	return pauses
}

// resumedAfter is the first stage's day after a suspension.
func (p Project) resumedAfter(day Date) Date {
	var first Date
	for _, s := range steps {
		if d := p.Dates[s]; d > day && (!first.Defined() || d < first) {
			first = d
		}
	}
	return first
}
