package industry

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// issueIn is an issue as far as its state goes.
func issueIn(state, satisfaction, supervised string) Record {
	r := row(IssueRegister, "code", "W1", "content", "用电负荷不足", "raised_on", "2026-03-02", "state", state, "supervised", supervised, "satisfaction", satisfaction)
	if !slices.Contains([]string{"登记", "研判"}, state) {
		r.Set("assigned_on", "2026-03-04")
		r.Set("limit_days", "15")
	}
	return r
}

// Every state with every step: what is not listed is refused.
func TestEveryStepOfAnIssueIsAllowedOrRefused(t *testing.T) {
	allowed := map[string]string{
		"登记":      "assess",
		"研判":      "assign",
		"交办":      "begin",
		"办理中":     "progress extend handle",
		"申请延期":    "progress grant deny",
		"办结待核":    "revisit return",
		"回访":      "return", // nobody has answered: not satisfied
		"回访 满意":   "close",
		"回访 基本满意": "close",
		"回访 不满意":  "return",
		"退回重办":    "assign begin",
		"销号 满意":   "",
	}
	leads := map[string]string{
		"assess": "研判", "assign": "交办", "begin": "办理中", "progress": "", "extend": "申请延期", "grant": "办理中", "deny": "办理中",
		"handle": "办结待核", "revisit": "回访", "return": "退回重办", "close": "销号", "supervise": "", "release": "",
	}
	tried := map[string]bool{}
	for key, want := range allowed {
		state, satisfaction, _ := strings.Cut(key, " ")
		tried[state] = true
		for _, supervised := range []string{"", "是", "否"} {
			r := issueIn(state, satisfaction, supervised)
			steps := strings.Fields(want)
			if state != "销号" {
				steps = append(steps, map[bool]string{true: "release", false: "supervise"}[supervised == "是"])
			}
			for _, s := range IssueSteps() {
				may := slices.Contains(steps, s.Code)
				if got := s.Refused(r); may != (got == "") {
					t.Errorf("%s, 督办 %q: %s says %q", key, supervised, s.Name, got)
				}
				written, err := s.Apply(r, filled(s), "2026-04-30")
				var e *Error
				switch {
				case may && err != nil:
					t.Errorf("%s: %s: %v", key, s.Name, err)
				case may && written["state"] != leads[s.Code]:
					t.Errorf("%s: %s leads to %q", key, s.Name, written["state"])
				case !may && (!errors.As(err, &e) || e.Kind != Conflict):
					t.Errorf("%s: %s is not refused: %v", key, s.Name, err)
				}
			}
		}
	}
	for _, state := range IssueStates() {
		if !tried[state] {
			t.Errorf("%s was not tried", state)
		}
	}
}

// filled is an input with everything a step may need.
func filled(s IssueStep) StepInput {
	in := StepInput{On: "2026-04-01", Note: "理由", Person: "张某", Fields: map[string]string{}}
	for _, column := range s.Needs {
		in.Fields[column] = map[string]string{"limit_days": "20", "satisfaction": "满意"}[column]
		if in.Fields[column] == "" {
			in.Fields[column] = "内容"
		}
	}
	return in
}

func TestWhatAStepNeeds(t *testing.T) {
	for _, test := range []struct {
		state, step string
		change      func(*StepInput)
		column      string // that is wrong
	}{
		{"研判", "assign", func(in *StepInput) { in.Fields["lead_department"] = "" }, "lead_department"},
		{"研判", "assign", func(in *StepInput) { in.Fields["limit_days"] = "" }, "limit_days"},
		{"研判", "assign", func(in *StepInput) { in.Fields["limit_days"] = "1.5" }, "limit_days"},
		{"研判", "assign", func(in *StepInput) { in.On = "2026-05-01" }, "on"}, // after today
		{"研判", "assign", func(in *StepInput) { in.On = "2026-03-01" }, "on"}, // before it was raised
		{"研判", "assign", func(in *StepInput) { in.On = "" }, "on"},
		{"办理中", "extend", func(in *StepInput) { in.Note = "" }, "note"},
		{"办理中", "extend", func(in *StepInput) { in.Fields["limit_days"] = "15" }, "limit_days"}, // no longer than now
		{"申请延期", "deny", func(in *StepInput) { in.Note = "" }, "note"},
		{"办理中", "handle", func(in *StepInput) { in.Fields["progress"] = "" }, "progress"},
		{"办结待核", "revisit", func(in *StepInput) { in.Fields["satisfaction"] = "" }, "satisfaction"},
		{"办结待核", "return", func(in *StepInput) { in.Note = "" }, "note"},
		{"办结待核", "return", func(in *StepInput) { in.Note = strings.Repeat("长", 501) }, "note"},
	} {
		s, _ := IssueStepOf(test.step)
		in := filled(s)
		test.change(&in)
		_, err := s.Apply(issueIn(test.state, "", ""), in, "2026-04-30")
		var e *Error
		if !errors.As(err, &e) || len(e.Fields) != 1 || e.Fields[test.column] == "" {
			t.Errorf("%s %s: %v", test.state, test.step, err)
		}
	}
	s, _ := IssueStepOf("close")
	in := filled(s)
	in.Person = ""
	if _, err := s.Apply(issueIn("回访", "满意", ""), in, "2026-04-30"); err == nil || err.(*Error).Fields["person"] != "请填写确认人" {
		t.Errorf("closed without who confirmed it: %v", err)
	}
}

func TestAStepWritesWhatItSays(t *testing.T) {
	extend, _ := IssueStepOf("extend")
	written, err := extend.Apply(issueIn("办理中", "", ""), filled(extend), "2026-04-30")
	if _, granted := written["limit_days"]; err != nil || granted || written["state"] != "申请延期" {
		t.Errorf("asking for a limit writes %v, %v", written, err)
	}
	r := issueIn("回访", "不满意", "")
	r.Set("handled_on", "2026-03-30")
	r.Set("revisited_on", "2026-03-31")
	again, _ := IssueStepOf("return")
	if written, err = again.Apply(r, filled(again), "2026-04-30"); err != nil {
		t.Fatal(err)
	}
	if text, given := written["handled_on"]; !given || text != "" {
		t.Errorf("sent back, it was handled on %q", text)
	}
	if _, given := written["revisited_on"]; given {
		t.Error("sent back, it forgets its revisit")
	}
	for _, code := range []string{"assign", "handle"} { // anew: the revisit before would come before it
		s, _ := IssueStepOf(code)
		r := issueIn(s.From[len(s.From)-1], "不满意", "")
		r.Set("revisited_on", "2026-03-31")
		if written, err = s.Apply(r, filled(s), "2026-04-30"); err != nil {
			t.Fatal(err)
		}
		for _, column := range []string{"revisited_on", "satisfaction"} {
			if text, given := written[column]; !given || text != "" {
				t.Errorf("%s: %s is %q", s.Name, column, text)
			}
		}
		early := filled(s)
		early.On = "2026-03-30"
		if _, err = s.Apply(r, early, "2026-04-30"); err == nil {
			t.Errorf("%s before the revisit is taken", s.Name)
		}
	}
	for want, r := range map[string]Record{
		"登记":   row(IssueRegister, "raised_on", "2026-03-02"),
		"交办":   row(IssueRegister, "raised_on", "2026-03-02", "assigned_on", "2026-03-03"),
		"办结待核": row(IssueRegister, "assigned_on", "2026-03-03", "handled_on", "2026-03-04"),
		"回访":   row(IssueRegister, "handled_on", "2026-03-04", "revisited_on", "2026-03-05"),
		"销号":   row(IssueRegister, "closed_on", "2026-03-06"),
		"研判":   row(IssueRegister, "closed_on", "2026-03-06", "state", "研判"),
	} {
		if got := IssueState(r); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
