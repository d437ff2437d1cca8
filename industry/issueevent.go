package industry

import "time"

// IssueEvent is one dated step in the course of an issue.
type IssueEvent struct {
	State   string    `json:"state"` // that it left the issue in
	Step    string    `json:"step"`  // code of IssueSteps; "": told by a sheet or a form
	On      Date      `json:"on"`    // undefined: nobody said
	Note    string    `json:"note"`
	Person  string    `json:"person"`
	Limit   Quantity  `json:"-"` // set or asked for, in working days; unknown: neither
	Version int64     `json:"version"`
	Actor   string    `json:"actor"`
	At      time.Time `json:"at"`
}

// Title is what a page calls the event: its step, else the state it left.
func (e IssueEvent) Title() string {
	if s, ok := IssueStepOf(e.Step); ok {
		return s.Name
	}
	return e.State
}

// IssueEventsBetween returns what a sheet or a form tells of an issue's course by
// what it changed: a day of each step that was set, corrected or taken back, and
// the state where no day tells it.
func IssueEventsBetween(before, after Record) []IssueEvent {
	var events []IssueEvent
	told := false
	for _, step := range [...]struct{ state, column string }{
		{issueRegistered, "raised_on"},
		{issueAssigned, "assigned_on"},
		{issueHandled, "handled_on"},
		{issueRevisited, "revisited_on"},
		{issueStruckOff, "closed_on"},
	} {
		was, is := before.Date(step.column), after.Date(step.column)
		if was == is {
			continue
		}
		e := IssueEvent{State: step.state, On: is}
		switch {
		case !is.Defined():
			e.Note = "日期撤销，原为 " + string(was)
		case was.Defined():
			e.Note = "日期更正，原为 " + string(was)
		}
		told = told || is.Defined() && step.state == IssueState(after)
		events = append(events, e)
	}
	if state := IssueState(after); state != IssueState(before) && !told {
		events = append(events, IssueEvent{State: state})
	}
	return events
}

// IssueMilestone is a station on an issue's way as its page draws it.
type IssueMilestone struct {
	Name    string
	On      Date // when it was reached, as far as known
	Due     Date // of 办结, while it is open
	Reached bool
	Now     bool // where the issue stands
	Late    int  // working days past Due
}

// IssueCourse returns the way of an issue from 登记 to 销号 at the end of a day;
// what is asked for again or sent back stands in its place on the way.
func IssueCourse(r Record, c Calendar, today Date) []IssueMilestone {
	state := IssueState(r)
	reached := map[string]int{
		issueRegistered: 0, issueAssessed: 1, issueAssigned: 2, issueInHand: 3, issueExtending: 3, issueReturned: 3,
		issueHandled: 4, issueRevisited: 5, issueStruckOff: 6,
	}[state]
	way := []IssueMilestone{
		{Name: issueRegistered, On: r.Date("raised_on")},
		{Name: issueAssessed},
		{Name: issueAssigned, On: r.Date("assigned_on")},
		{Name: issueInHand},
		{Name: "办结", On: r.Date("handled_on")},
		{Name: issueRevisited, On: r.Date("revisited_on")},
		{Name: issueStruckOff, On: r.Date("closed_on")},
	}
	for i := range way {
		way[i].Reached, way[i].Now = i <= reached, i == reached
	}
	if state == issueExtending || state == issueReturned {
		way[3].Name = state
	}
	if due := issueDue(r, c); issueOpen(r) && due.Defined() {
		way[4].Due, way[4].Late = due, c.Between(due, today)
	}
	return way
}
