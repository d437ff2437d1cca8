package industry

import (
	"cmp"
	"slices"
	"strings"
)

// TechnologyTask is a technology that is not yet in volume production, with the
// step it has to take next: a row of 关键共性技术攻关.
type TechnologyTask struct {
	Technology string    `json:"technology"` // id
	Name       string    `json:"name"`
	Segment    string    `json:"segment"` // name
	Stage      string    `json:"stage"`
	Level      string    `json:"level"`
	Goal       string    `json:"goal"`
	Leader     *Party    `json:"lead_enterprise"` // null: none named
	Partners   []string  `json:"partners"`
	Department []string  `json:"department"`
	Step       string    `json:"step"`
	Due        Month     `json:"due"`
	State      TaskState `json:"state"`
	Light      Light     `json:"light"` // of the state
}

// TaskState says how a technology stands towards its next step.
type TaskState string

// The states of a task.
const (
	TaskLate   TaskState = "逾期"
	TaskNear   TaskState = "临近"
	TaskOnTime TaskState = "按期"
	TaskAhead  TaskState = "未启动" // its first year has not come
)

// Light returns the light that goes with a state.
func (s TaskState) Light() Light {
	switch s {
	case TaskLate:
		return Red
	case TaskNear:
		return Yellow
	case TaskOnTime:
		return Green
	}
	return NoLight
}

// taskNear is how many months before its step a task counts as near.
const taskNear = 3

// TechnologyTaskRule is the text of the rule by which technologyTasks judges.
const TechnologyTaskRule = "攻关为未到量产的技术；节点取里程碑中最早一个尚未达到的中试或量产（投产），没有的取目标年年底；节点已过为逾期，3个月内到期为临近，起始年未到为未启动，其余为按期"

// unknownSegment names a segment that is no longer registered.
const unknownSegment = "未登记的环节"

// technologyRank orders stages; a text that names none is 0.
func technologyRank(text string) int {
	switch {
	case strings.Contains(text, "量产"), strings.Contains(text, "投产"):
		return 2
	case strings.Contains(text, "中试"):
		return 1
	}
	return 0
}

// technologyTasks judges the technologies that are not in volume production, the
// most urgent first. A milestone counts as reached when the technology is in the
// stage it names: the register keeps no day on which a milestone was reached.
func technologyTasks(f TechnologyMapFacts) []TechnologyTask {
	names := make(map[string]string, len(f.Segments))
	for _, s := range f.Segments {
		names[s.Key] = s.Name
	}
	tasks := []TechnologyTask{}
	for _, t := range f.Technologies {
		if technologyRank(t.Stage) == 2 {
			continue
		}
		task := TechnologyTask{
			Technology: t.ID, Name: t.Name, Segment: orElse(names[t.Segment], unknownSegment), Stage: t.Stage, Level: t.Level, Goal: t.Goal,
			Partners: emptyNotNil(t.Partners), Department: emptyNotNil(t.Department),
		}
		if t.Leader != "" {
			task.Leader = &Party{t.Leader, orElse(f.Firms[t.Leader], t.Leader)}
		}
		task.Step, task.Due = t.next()
		task.State = taskState(t, task.Due, f.Now)
		task.Light = task.State.Light()
		tasks = append(tasks, task)
	}
	urgency := []TaskState{TaskLate, TaskNear, TaskOnTime, TaskAhead}
	slices.SortStableFunc(tasks, func(a, b TechnologyTask) int {
		return cmp.Or(
			cmp.Compare(slices.Index(urgency, a.State), slices.Index(urgency, b.State)), cmp.Compare(a.Due, b.Due),
			strings.Compare(a.Technology, b.Technology),
		)
	})
	return tasks
}

// next returns the step a technology has to take next and its month: December
// where only a year is known.
func (t Technology) next() (step string, due Month) {
	milestones, _ := ParseMilestones(t.Milestones)
	slices.SortStableFunc(milestones, func(a, b Milestone) int { return cmp.Compare(a.At, b.At) })
	for _, m := range milestones {
		if technologyRank(m.Text) > technologyRank(t.Stage) {
			month := m.Month
			if month == 0 {
				month = 12
			}
			return m.Text, NewMonth(m.Year, month)
		}
	}
	return "目标", NewMonth(max(t.Target, t.Start), 12)
}

func taskState(t Technology, due Month, now Date) TaskState {
	month := now.Month()
	switch {
	case due < month:
		return TaskLate
	case t.Start > month.Year():
		return TaskAhead
	case due <= month.Add(taskNear):
		return TaskNear
	}
	return TaskOnTime
}
