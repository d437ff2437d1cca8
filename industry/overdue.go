package industry

import (
	"cmp"
	"fmt"
	"slices"
)

// graceDays is how long a missed date stays yellow where the county decided
// nothing: three months, after the 银川 rule of 应开未开 (domain S54).
const graceDays = 90

// grace returns how many days a missed date stays yellow. Decisions kept before
// that could be decided say nothing of it.
func (l OverdueLimits) grace() int {
	if l.PlannedDays == 0 {
		return graceDays
	}
	return l.PlannedDays
}

// overdue returns the live projects whose next planned step has passed at the
// end of day at, the longest first. A project is listed once, by the first step
// it missed: what is not started cannot be completed either.
func (l OverdueLimits) overdue(projects []Project, at Date) []Overdue {
	grace := l.grace()
	list := []Overdue{}
	for _, p := range projects {
		if !p.Live(at) {
			continue
		}
		for _, step := range []struct {
			planned Date
			stage   Stage
		}{{p.PlannedStart, Started}, {p.PlannedCompletion, Completed}, {p.PlannedOperation, Operating}} {
			if !step.planned.Defined() || step.planned >= at || p.Reached(step.stage, at) {
				continue
			}
			o := Overdue{ID: p.ID, Name: p.Name, Days: at.DaysSince(step.planned), Light: Yellow, Department: p.Department}
			if o.Days > grace {
				o.Light = Red
			}
			o.Rule = fmt.Sprintf("计划%s %s，逾期未%s；逾期%d天以内（含）为黄，以上为红",
				step.stage.Label(), step.planned, step.stage.Label(), grace)
			list = append(list, o)
			break
		}
	}
	slices.SortFunc(list, func(a, b Overdue) int {
		return cmp.Or(cmp.Compare(b.Days, a.Days), cmp.Compare(a.ID, b.ID))
	})
	return list
}
