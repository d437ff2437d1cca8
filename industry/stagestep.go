package industry

import (
	"fmt"
	"slices"
)

// The standings of a project in which steps are taken.
const (
	projectLive       = "推进中"
	projectSuspended  = "暂停"
	projectTerminated = "终止"
)

// ProjectStanding returns whether a project goes on, is suspended or terminated at
// the end of a day.
func ProjectStanding(r Record, at Date) string {
	switch ProjectOf(r).Current(at) {
	case Terminated:
		return projectTerminated
	case Suspended:
		return projectSuspended
	}
	return projectLive
}

// StageStep is a line of the table of what can be done with a stage of a project:
// nothing else can.
type StageStep struct {
	Code   string
	Name   string   // what its button says
	From   []string // standings it is taken in
	Stages []Stage  // whose form offers it

	Planned    bool   // its date is of the plan
	Dateless   bool   // asks for no date
	Note       string // what the note is called
	NoteNeeded bool
	dated      whether // whether the stage has its date by then
	reaches    bool    // the stage is entered on the date
}

// whether is a condition that may be left open.
type whether int

const (
	either whether = iota
	onlyDated
	onlyUndated
)

// StageSteps returns the table of steps: the twelve stages are reached, corrected,
// entered anew and taken back; 开工, 竣工 and 投产 are planned; 暂停 and 终止 say why.
// 终止 is final but for a registration by mistake.
func StageSteps() []StageStep {
	going, open := []string{projectLive}, []string{projectLive, projectSuspended}
	every := []string{projectLive, projectSuspended, projectTerminated}
	twelve := slices.Clone(steps[:])
	planned := []Stage{Started, Completed, Operating}
	ended := []Stage{Terminated}
	return []StageStep{
		{Code: "reach", Name: "登记进展", From: going, Stages: twelve, Note: "证明材料说明", dated: onlyUndated, reaches: true},
		{Code: "plan", Name: "登记计划", From: open, Stages: planned, Note: "计划调整说明", Planned: true, dated: onlyUndated},
		{Code: "evidence", Name: "补充证明", From: every, Stages: Stages(), Note: "证明材料说明", Dateless: true, dated: onlyDated},
		{Code: "correct", Name: "更正日期", From: open, Stages: twelve, Note: "更正原因", NoteNeeded: true, dated: onlyDated},
		{Code: "reenter", Name: "重新进入", From: going, Stages: twelve, Note: "原因", NoteNeeded: true, dated: onlyDated, reaches: true},
		{Code: "retract", Name: "撤销登记", From: open, Stages: twelve, Note: "撤销原因", NoteNeeded: true, Dateless: true, dated: onlyDated},
		{Code: "suspend", Name: "暂停", From: going, Stages: []Stage{Suspended}, Note: "暂停原因", NoteNeeded: true},
		{Code: "resume", Name: "恢复", From: []string{projectSuspended}, Stages: []Stage{Suspended}, Note: "恢复情况", NoteNeeded: true},
		{Code: "correct", Name: "更正日期", From: []string{projectSuspended}, Stages: []Stage{Suspended}, Note: "更正原因", NoteNeeded: true, dated: onlyDated},
		{Code: "terminate", Name: "终止", From: open, Stages: ended, Note: "终止原因", NoteNeeded: true},
		{Code: "correct", Name: "更正日期", From: []string{projectTerminated}, Stages: ended, Note: "更正原因", NoteNeeded: true, dated: onlyDated},
		{Code: "retract", Name: "撤销登记", From: []string{projectTerminated}, Stages: ended, Note: "撤销原因", NoteNeeded: true, Dateless: true, dated: onlyDated},
	}
}

// StageStepOf returns the step of this code that a stage's form offers.
func StageStepOf(code string, stage Stage) (StageStep, bool) {
	for _, s := range StageSteps() {
		if s.Code == code && slices.Contains(s.Stages, stage) {
			return s, true
		}
	}
	return StageStep{}, false
}

// NextStageSteps returns the steps that can be taken with a stage of a project as
// it stands on a day.
func NextStageSteps(r Record, stage Stage, today Date) []StageStep {
	return slices.DeleteFunc(StageSteps(), func(s StageStep) bool { return s.Refused(r, stage, today) != "" })
}

// Refused says why a step cannot be taken with a stage of a project as it stands,
// "" where it can.
func (s StageStep) Refused(r Record, stage Stage, today Date) string {
	standing, on := ProjectStanding(r, today), ProjectOf(r).Dates[stage]
	switch {
	case !slices.Contains(s.Stages, stage):
		return fmt.Sprintf("“%s”不能%s", stage.Label(), s.Name)
	case !slices.Contains(s.From, standing):
		return fmt.Sprintf("项目%s，不能%s%s", map[string]string{projectLive: "没有暂停或终止", projectSuspended: "已暂停，须先恢复", projectTerminated: "已终止"}[standing], s.Name, s.of(stage))
	case s.dated == onlyDated && !on.Defined():
		return fmt.Sprintf("“%s”还没有登记日期，不能%s", stage.Label(), s.Name)
	case s.dated == onlyUndated && on.Defined():
		return fmt.Sprintf("“%s”已于 %s 登记，不能再%s", stage.Label(), on, s.Name)
	}
	return ""
}

// of names the stage where the step's own name does not.
func (s StageStep) of(stage Stage) string {
	return ifText(s.Name != stage.Label(), "“"+stage.Label()+"”")
}

// StageInput is what somebody fills in to take a step.
type StageInput struct {
	On, Note string
	File     bool // evidence comes with it
}

// Apply returns what the step writes into a project, by column, as the cells of a
// sheet, and the event that tells of it. A step that cannot be taken now is a
// Conflict, what is missing or wrong Invalid by "on" and "note".
func (s StageStep) Apply(r Record, stage Stage, in StageInput, today Date) (map[string]string, StageEvent, error) {
	event := StageEvent{Stage: stage, Planned: s.Planned, On: Date(in.On), Step: s.Code, Note: in.Note}
	if why := s.Refused(r, stage, today); why != "" {
		return nil, event, Errorf(Conflict, "%s", why)
	}
	wrong := map[string]string{}
	if sentence := s.noteWrong(r, stage, in); sentence != "" {
		wrong["note"] = sentence
	}
	written := map[string]string{}
	if s.Dateless {
		event.On = ""
	} else if sentence := dayWrong(in.On, today, s.Planned); sentence != "" {
		wrong["on"] = sentence
	}
	if wrong["on"] == "" {
		s.write(r, stage, Date(in.On), written)
		if sentence := s.orderWrong(r, stage, Date(in.On), written); sentence != "" {
			wrong["on"] = sentence
		}
	}
	if len(wrong) > 0 {
		return nil, event, &Error{Kind: Invalid, Message: "有内容需要补填或改正", Fields: wrong}
	}
	switch s.Code {
	case "resume":
		event.Stage = Resumed
	case "evidence":
		event.On = r.Date(StageColumn(stage, false))
	}
	return written, event, nil
}

func (s StageStep) noteWrong(r Record, stage Stage, in StageInput) string {
	replaced := s.Planned && r.Get(StageColumn(stage, true)) != ""
	switch n := len([]rune(in.Note)); {
	case n > longestNote:
		return fmt.Sprintf("%s最多%d个字", s.Note, longestNote)
	case n == 0 && (s.NoteNeeded || replaced):
		return "请填写" + s.Note
	case n == 0 && s.Code == "evidence" && !in.File:
		return "请填写说明或选择附件"
	}
	return ""
}

func dayWrong(on string, today Date, planned bool) string {
	day, err := ParseDate(on)
	switch {
	case err != nil || on != string(day):
		return "请填写日期，如 2026-10-31"
	case !planned && day > today:
		return "日期在今天之后，还没有发生的登记为计划"
	}
	return ""
}

// write lays out the cells. What is entered anew begins again from there: the
// later stages lose their dates, which their events keep.
func (s StageStep) write(r Record, stage Stage, on Date, written map[string]string) {
	column := StageColumn(stage, s.Planned)
	switch s.Code {
	case "evidence":
	case "retract", "resume":
		written[column] = ""
	default:
		written[column] = string(on)
	}
	if s.Code == "reenter" {
		for _, later := range steps[slices.Index(steps[:], stage)+1:] {
			if c := StageColumn(later, false); r.Get(c) != "" {
				written[c] = ""
			}
		}
	}
	if s.reaches && stage == Signed && r.Get("agreement") == "框架协议" {
		written["agreement"] = "正式合同"
	}
}

// orderWrong names the pair of dates that do not follow each other.
func (s StageStep) orderWrong(r Record, stage Stage, on Date, written map[string]string) string {
	switch {
	case s.Dateless:
		return ""
	case s.Planned:
		return planWrong(r, written)
	case s.Code == "resume":
		return earlierThan(on, Suspended, r.Date("suspended_on"))
	case s.Code == "reenter" || stage == Suspended || stage == Terminated:
		for _, other := range slices.Backward(Stages()) {
			d := r.Date(StageColumn(other, false))
			if sentence := earlierThan(on, other, d); sentence != "" && other != stage && other != Terminated && (other != Suspended || stage == Terminated) {
				return sentence
			}
		}
		if s.Code == "reenter" {
			return earlierThan(on, stage, r.Date(StageColumn(stage, false)))
		}
		return ""
	}
	i := slices.Index(steps[:], stage)
	for _, before := range slices.Backward(steps[:i]) {
		if sentence := earlierThan(on, before, r.Date(StageColumn(before, false))); sentence != "" {
			return sentence
		}
	}
	for _, after := range steps[i+1:] {
		if d := r.Date(StageColumn(after, false)); d.Defined() && on > d {
			return fmt.Sprintf("晚于%s日期 %s", after.Label(), d)
		}
	}
	return ""
}

func earlierThan(on Date, other Stage, day Date) string {
	return ifText(day.Defined() && on < day, fmt.Sprintf("早于%s日期 %s", other.Label(), day))
}

// planWrong holds 计划开工, 计划竣工 and 计划投产 to their order.
func planWrong(r Record, written map[string]string) string {
	var last Stage
	var at Date
	for _, s := range []Stage{Started, Completed, Operating} {
		column := StageColumn(s, true)
		d := r.Date(column)
		if text, given := written[column]; given {
			d = Date(text)
		}
		if d.Defined() && last != "" && d < at {
			return fmt.Sprintf("计划%s %s 早于计划%s %s", s.Label(), d, last.Label(), at)
		}
		if d.Defined() {
			last, at = s, d
		}
	}
	return ""
}
