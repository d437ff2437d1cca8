package industry

import "strconv"

// nextStep is the first planned step a live project has not taken yet.
type nextStep struct {
	stage   Stage
	planned Date
	overdue *Overdue
}

// nextStepOf returns what a project's plan says comes next, ok when it says
// anything: what it has missed first, as 应开未开 counts it.
func (l OverdueLimits) nextStepOf(p Project, at Date) (nextStep, bool) {
	if !p.Live(at) {
		return nextStep{}, false
	}
	missed := l.overdue([]Project{p}, at)
	for _, s := range p.plan() {
		if !s.planned.Defined() || p.Reached(s.stage, at) {
			continue
		}
		if len(missed) > 0 && s.planned >= at {
			continue
		}
		if len(missed) > 0 {
			s.overdue = &missed[0]
		}
		return s, true
	}
	return nextStep{}, false
}

func (p Project) plan() []nextStep {
	return []nextStep{
		{stage: Started, planned: p.PlannedStart},
		{stage: Completed, planned: p.PlannedCompletion},
		{stage: Operating, planned: p.PlannedOperation},
	}
}

func nextStepCell(it *listItem) ListCell {
	s, ok := it.facts.Limits.nextStepOf(it.project, it.facts.Today)
	if !ok {
		return ListCell{Shown: undefined}
	}
	text := "计划" + s.stage.Label() + " " + string(s.planned)
	if s.overdue != nil {
		text += "，逾期" + strconv.Itoa(s.overdue.Days) + "天"
	}
	c := textCell(text)
	c.Number = dateNumber(s.planned)
	return c
}

// lightCell is red or yellow past a planned date, green before the next one,
// and none where no step is planned. Sorted, the longest overdue is greatest.
func lightCell(it *listItem) ListCell {
	s, ok := it.facts.Limits.nextStepOf(it.project, it.facts.Today)
	if !ok {
		return ListCell{Values: []string{string(NoLight)}, Labels: []string{"无计划节点"}, Shown: undefined}
	}
	light, note, days := Green, "下一节点未到期", 0
	if s.overdue != nil {
		light, note, days = s.overdue.Light, s.overdue.Rule, s.overdue.Days
	}
	return ListCell{
		Values: []string{string(light)}, Labels: []string{light.Label()}, Number: Q(int64(days)),
		Shown: light.Shape() + " " + light.Label(), Note: note,
	}
}

func overdueDaysCell(it *listItem) ListCell {
	s, ok := it.facts.Limits.nextStepOf(it.project, it.facts.Today)
	if !ok || s.overdue == nil {
		return ListCell{Shown: undefined}
	}
	return numberCell(Q(int64(s.overdue.Days)))
}

// ProjectStep is one stage of a project as its page draws the course.
type ProjectStep struct {
	Stage   Stage  `json:"stage"`
	Name    string `json:"name"`
	On      Date   `json:"on"`      // when it was reached
	Planned Date   `json:"planned"` // of 开工, 竣工, 投产
	Reached bool   `json:"reached"` // by its own date or a later stage's
	Overdue int    `json:"overdue"` // days past the planned date without the step
	Light   Light  `json:"light"`   // yellow or red when overdue, else none
}

// Course returns a project's stages in order with its dates and plan at the end
// of day at; 暂停 and 终止 only where they happened.
func (l OverdueLimits) Course(p Project, at Date) []ProjectStep {
	planned := map[Stage]Date{}
	for _, s := range p.plan() {
		planned[s.stage] = s.planned
	}
	next, _ := l.nextStepOf(p, at)
	var course []ProjectStep
	for _, s := range Stages() {
		step := ProjectStep{Stage: s, Name: s.Label(), On: p.Dates[s], Planned: planned[s], Reached: p.Reached(s, at), Light: NoLight}
		if (s == Suspended || s == Terminated) && !step.Reached {
			continue
		}
		if next.stage == s && next.overdue != nil {
			step.Overdue, step.Light = next.overdue.Days, next.overdue.Light
		}
		course = append(course, step)
	}
	return course
}
