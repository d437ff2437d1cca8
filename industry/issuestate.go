package industry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The states of an issue, as 问题清单 writes them.
const (
	issueRegistered = "登记"
	issueAssessed   = "研判"
	issueAssigned   = "交办"
	issueInHand     = "办理中"
	issueExtending  = "申请延期"
	issueHandled    = "办结待核"
	issueRevisited  = "回访"
	issueReturned   = "退回重办"
	issueStruckOff  = "销号"
)

// IssueStates returns the states of an issue in the order of its course.
func IssueStates() []string { return slices.Clone(IssueRegister.Field("state").Choices) }

// IssueState returns where an issue stands: its state or, where none is reported,
// what its dates say.
func IssueState(r Record) string {
	switch {
	case r.Get("state") != "":
		return r.Get("state")
	case r.Get("closed_on") != "":
		return issueStruckOff
	case r.Get("revisited_on") != "":
		return issueRevisited
	case r.Get("handled_on") != "":
		return issueHandled
	case r.Get("assigned_on") != "":
		return issueAssigned
	}
	return issueRegistered
}

// IssueStep is a line of the table of what can be done with an issue: nothing else can.
type IssueStep struct {
	Code string
	Name string   // what its button says
	From []string // the states it is taken in
	To   string   // the state it leads to; "" where the state stays
	Who  Right

	Needs  []string // columns to be filled in
	Takes  []string // columns that may be
	On     string   // the column of its date; "" where only its event has one
	Note   string   // what the note is called; "" 说明
	Person string   // what the person named is called; "" 经办人

	NoteNeeded, PersonNeeded bool
	Asks                     bool // limit_days is asked for, not yet granted

	sets    map[string]string
	refuses func(Record) string // why not now, "" where nothing is in the way
}

// IssueSteps returns the table of steps: 登记→研判→交办→办理中→(申请延期→办理中)→办结待核→
// 回访→销号, with 退回重办 from 办结待核 and 回访; 督办 is a mark and moves nothing.
func IssueSteps() []IssueStep {
	open := slices.DeleteFunc(IssueStates(), func(state string) bool { return state == issueStruckOff })
	// Sent back, an issue keeps its revisit until it is handed on or handled anew: dates follow each other.
	reopened := map[string]string{"handled_on": "", "closed_on": ""}
	anew := map[string]string{"handled_on": "", "revisited_on": "", "satisfaction": "", "closed_on": ""}
	return []IssueStep{
		{Code: "assess", Name: "研判", From: []string{issueRegistered}, To: issueAssessed, Who: EditRegisters, Needs: []string{"category"}, Takes: []string{"lead_department"}, Note: "研判意见"},
		{
			Code: "assign", Name: "交办", From: []string{issueAssessed, issueReturned}, To: issueAssigned, Who: EditRegisters,
			Needs: []string{"lead_department", "limit_days"}, Takes: []string{"support_departments"}, On: "assigned_on", Note: "交办意见", sets: anew,
		},
		{Code: "begin", Name: "开始办理", From: []string{issueAssigned, issueReturned}, To: issueInHand, Who: EditRegisters, Takes: []string{"progress"}},
		{Code: "progress", Name: "记录进展", From: []string{issueInHand, issueExtending}, Who: EditRegisters, Needs: []string{"progress"}},
		{
			Code: "extend", Name: "申请延期", From: []string{issueInHand}, To: issueExtending, Who: EditRegisters,
			Needs: []string{"limit_days"}, Note: "延期理由", NoteNeeded: true, Asks: true,
		},
		{Code: "grant", Name: "同意延期", From: []string{issueExtending}, To: issueInHand, Who: EditRegisters, Needs: []string{"limit_days"}},
		{Code: "deny", Name: "不予延期", From: []string{issueExtending}, To: issueInHand, Who: EditRegisters, Note: "理由", NoteNeeded: true},
		{Code: "handle", Name: "办结", From: []string{issueInHand}, To: issueHandled, Who: EditRegisters, Needs: []string{"progress"}, On: "handled_on", sets: anew},
		{Code: "revisit", Name: "回访", From: []string{issueHandled}, To: issueRevisited, Who: EditRegisters, Needs: []string{"satisfaction"}, On: "revisited_on", Note: "回访情况", Person: "回访对象"},
		{
			Code: "return", Name: "退回重办", From: []string{issueHandled, issueRevisited}, To: issueReturned, Who: EditRegisters,
			Note: "退回原因", NoteNeeded: true, sets: reopened, refuses: returnRefused,
		},
		{
			Code: "close", Name: "销号", From: []string{issueRevisited}, To: issueStruckOff, Who: EditRegisters,
			On: "closed_on", Person: "确认人", PersonNeeded: true, refuses: closeRefused,
		},
		{Code: "supervise", Name: "列入督办", From: open, Who: EditRegisters, Note: "督办要求", sets: map[string]string{"supervised": "是"}, refuses: func(r Record) string {
			return ifText(r.Get("supervised") == "是", "已列入督办")
		}},
		{Code: "release", Name: "解除督办", From: open, Who: EditRegisters, Note: "解除理由", NoteNeeded: true, sets: map[string]string{"supervised": "否"}, refuses: func(r Record) string {
			return ifText(r.Get("supervised") != "是", "没有列入督办")
		}},
	}
}

func ifText(is bool, text string) string {
	if is {
		return text
	}
	return ""
}

// satisfied reports an answer that lets an issue be struck off: only the one who
// raised it can say so.
func satisfied(r Record) bool {
	return r.Get("satisfaction") == "满意" || r.Get("satisfaction") == "基本满意"
}

func returnRefused(r Record) string {
	return ifText(IssueState(r) == issueRevisited && satisfied(r), "回访结果为"+r.Get("satisfaction")+"，不需要退回重办")
}

func closeRefused(r Record) string {
	return ifText(!satisfied(r), "回访结果为满意或基本满意才能销号；不满意的须退回重办")
}

// IssueStepOf returns the step with this code.
func IssueStepOf(code string) (IssueStep, bool) {
	for _, s := range IssueSteps() {
		if s.Code == code {
			return s, true
		}
	}
	return IssueStep{}, false
}

// Refused says why a step cannot be taken with an issue as it stands, "" where it can.
func (s IssueStep) Refused(r Record) string {
	if state := IssueState(r); !slices.Contains(s.From, state) {
		return fmt.Sprintf("问题现在是“%s”，不能%s；须为%s", state, s.Name, strings.Join(s.From, ListSeparator))
	}
	if s.refuses != nil {
		return s.refuses(r)
	}
	return ""
}

// NextIssueSteps returns the steps that can be taken with an issue as it stands.
func NextIssueSteps(r Record) []IssueStep {
	return slices.DeleteFunc(IssueSteps(), func(s IssueStep) bool { return s.Refused(r) != "" })
}

// StepInput is what somebody fills in to take a step.
type StepInput struct {
	On           string            // the day, 2026-10-31
	Fields       map[string]string // by column
	Note, Person string
}

// longestNote bounds notes of a step, in characters.
const longestNote = 500

// Apply returns what the step writes into an issue, by column, as the cells of a
// sheet. A step that cannot be taken now is a Conflict, what is missing or wrong
// Invalid by column ("on", "note" and "person" beside them).
func (s IssueStep) Apply(r Record, in StepInput, today Date) (map[string]string, error) {
	if why := s.Refused(r); why != "" {
		return nil, Errorf(Conflict, "%s", why)
	}
	wrong := s.missing(in)
	s.checkDay(r, in.On, today, wrong)
	if slices.Contains(s.Needs, "limit_days") && wrong["limit_days"] == "" {
		s.checkLimit(r, in.Fields["limit_days"], wrong)
	}
	if len(wrong) > 0 {
		return nil, &Error{Kind: Invalid, Message: "有内容需要补填或改正", Fields: wrong}
	}
	written := map[string]string{}
	for _, column := range slices.Concat(s.Needs, s.Takes) {
		if text, given := in.Fields[column]; given && !(s.Asks && column == "limit_days") {
			written[column] = text
		}
	}
	for column, value := range s.sets {
		written[column] = value
	}
	if s.On != "" {
		written[s.On] = in.On
	}
	if s.To != "" {
		written["state"] = s.To
	}
	return written, nil
}

func (s IssueStep) missing(in StepInput) map[string]string {
	wrong := map[string]string{}
	for _, column := range s.Needs {
		if in.Fields[column] == "" {
			wrong[column] = "请填写" + IssueRegister.Field(column).Name
		}
	}
	for _, text := range []struct {
		column, name, value string
		needed              bool
	}{{"note", s.NoteName(), in.Note, s.NoteNeeded}, {"person", s.PersonName(), in.Person, s.PersonNeeded}} {
		switch n := len([]rune(text.value)); {
		case text.needed && n == 0:
			wrong[text.column] = "请填写" + text.name
		case n > longestNote:
			wrong[text.column] = fmt.Sprintf("%s最多%d个字", text.name, longestNote)
		}
	}
	return wrong
}

// checkDay holds a step to the days between the last one of the issue and today.
func (s IssueStep) checkDay(r Record, on string, today Date, wrong map[string]string) {
	day, err := ParseDate(on)
	switch {
	case err != nil:
		wrong["on"] = "请填写日期，如 2026-10-31"
	case day > today:
		wrong["on"] = "日期在今天之后"
	default:
		for _, column := range []string{"raised_on", "assigned_on", "handled_on", "revisited_on"} {
			if s.On != column && day < r.Date(column) {
				wrong["on"] = fmt.Sprintf("早于%s %s", IssueRegister.Field(column).Name, r.Get(column))
			}
		}
	}
}

// checkLimit holds a limit to whole working days, a longer one when it is extended.
func (s IssueStep) checkLimit(r Record, text string, wrong map[string]string) {
	const longest = 366
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 || n > longest {
		wrong["limit_days"] = fmt.Sprintf("请填写1至%d的整数个工作日，自交办次日起算", longest)
		return
	}
	old := r.Quantity("limit_days")
	if s.Code != "assign" && old.Known && Q(int64(n)).Parts <= old.Parts {
		wrong["limit_days"] = "应比现在的时限" + old.Decimal() + "个工作日长，从交办次日起算总数"
	}
}

// NoteName is what the note of a step is called.
func (s IssueStep) NoteName() string { return orElse(s.Note, "说明") }

// PersonName is what the person named with a step is called.
func (s IssueStep) PersonName() string { return orElse(s.Person, "经办人") }
