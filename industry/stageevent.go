package industry

import "time"

// Resumed marks in a project's events the day work went on after a suspension. It
// is no stage of a record: there the suspension's date is taken away.
const Resumed Stage = "resumed"

// StageEvent is one dated change in a project's course.
type StageEvent struct {
	Stage   Stage
	Planned bool      // the date is of the plan
	On      Date      // undefined: the date was taken back
	Step    string    // code of StageSteps; "": told by a sheet or a form
	Note    string    // evidence or reason
	Version int64     // of the project, that brought it
	Actor   string    // account
	At      time.Time // when it was entered
}

// plannedColumns are the columns of planned dates and what they plan.
var plannedColumns = map[Stage]string{Started: "planned_start", Completed: "planned_completion", Operating: "planned_operation"}

// StageColumn returns the column of 项目清单 that carries a stage's date, or its
// planned one; "" where the sheet has none.
func StageColumn(s Stage, planned bool) string {
	if planned {
		return plannedColumns[s]
	}
	return stageNames[s].column
}

// StageEventsBetween returns what changed in the dates of a project: a stage
// reached or planned, corrected, or a date taken back.
func StageEventsBetween(before, after Record) []StageEvent {
	var events []StageEvent
	for i := range after.Register.Fields {
		f := &after.Register.Fields[i]
		if f.Kind != DateField || after.Values[i] == before.Values[i] {
			continue
		}
		if e := (StageEvent{On: Date(after.Values[i])}); e.tells(f.Column) {
			events = append(events, e)
		}
	}
	return events
}

// tells names the stage of a column, false where it is none.
func (e *StageEvent) tells(column string) bool {
	for _, s := range Stages() {
		for _, planned := range []bool{false, true} {
			if StageColumn(s, planned) == column {
				e.Stage, e.Planned = s, planned
				return true
			}
		}
	}
	return false
}
