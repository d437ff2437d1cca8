package industry

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
)

const stepDay Date = "2026-11-20"

// A project in each standing, and what each stage's form offers then: every other
// step of the table is refused.
func TestEveryStageStep(t *testing.T) {
	base := map[string]string{"code": "P1", "name": "电芯", "chain": "ne", "total_investment": "1000", "signed_on": "2026-01-12", "started_on": "2026-03-01", "planned_completion": "2026-09-30"}
	with := func(more ...string) Record {
		r := projectRecord(base)
		for i := 0; i+1 < len(more); i += 2 {
			r.Set(more[i], more[i+1])
		}
		return r
	}
	live, suspended := with(), with("suspended_on", "2026-05-01")
	terminated, resumed := with("suspended_on", "2026-05-01", "terminated_on", "2026-06-01"), with("suspended_on", "2026-02-01")
	for _, c := range []struct {
		name  string
		r     Record
		stage Stage
		want  string
	}{
		{"live, dated", live, Started, "evidence correct reenter retract"},
		{"live, undated and planned", live, Completed, "reach plan"},
		{"live, undated", live, Filed, "reach"},
		{"live", live, Suspended, "suspend"},
		{"live", live, Terminated, "terminate"},
		{"suspended, dated", suspended, Started, "evidence correct retract"},
		{"suspended, undated and planned", suspended, Operating, "plan"},
		{"suspended, undated", suspended, Filed, ""},
		{"suspended", suspended, Suspended, "evidence resume correct"},
		{"suspended", suspended, Terminated, "terminate"},
		{"terminated, dated", terminated, Started, "evidence"},
		{"terminated, undated", terminated, Completed, ""},
		{"terminated", terminated, Suspended, "evidence"},
		{"terminated", terminated, Terminated, "evidence correct retract"},
		{"gone on after a suspension", resumed, Started, "evidence correct reenter retract"},
		{"gone on after a suspension", resumed, Suspended, "evidence suspend"},
		{"nothing such", live, Resumed, ""},
	} {
		var got []string
		for _, s := range NextStageSteps(c.r, c.stage, stepDay) {
			got = append(got, s.Code)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, %s: %q, want %q", c.name, c.stage, strings.Join(got, " "), c.want)
		}
		for _, s := range StageSteps() {
			_, _, err := s.Apply(c.r, c.stage, StageInput{On: "2026-11-19", Note: "说明"}, stepDay)
			var e *Error
			conflict := errors.As(err, &e) && e.Kind == Conflict
			if why := s.Refused(c.r, c.stage, stepDay); (why != "") != conflict {
				t.Errorf("%s, %s, %s: refused %q, applied %v", c.name, c.stage, s.Code, why, err)
			}
		}
	}
}

// What a step writes, and the pair of dates it names where they do not follow.
func TestStageStepsWrite(t *testing.T) {
	base := map[string]string{
		"code": "P1", "name": "电芯", "chain": "ne", "total_investment": "1000", "agreement": "框架协议", "negotiating_on": "2025-12-01", "framework_on": "2026-01-12",
		"planned_start": "2026-03-01", "planned_operation": "2026-12-31",
	}
	signed := map[string]string{"code": "P1", "name": "电芯", "chain": "ne", "agreement": "正式合同", "signed_on": "2026-01-12", "registered_on": "2026-02-01", "started_on": "2026-03-01", "completed_on": "2026-09-01"}
	paused := map[string]string{"code": "P1", "name": "电芯", "chain": "ne", "signed_on": "2026-01-12", "suspended_on": "2026-05-01"}
	for _, c := range []struct {
		record           map[string]string
		code             string
		stage            Stage
		on, note         string
		written, refused string
	}{
		{base, "reach", Signed, "2026-02-01", "", "agreement=正式合同 signed_on=2026-02-01", ""},
		{base, "reach", Lead, "2025-11-01", "", "lead_on=2025-11-01", ""},
		{base, "reach", Lead, "2025-12-02", "", "", "on:晚于在谈日期 2025-12-01"},
		{base, "reach", Signed, "2026-01-11", "", "", "on:早于框架协议日期 2026-01-12"},
		{base, "reach", Signed, "2026-11-21", "", "", "on:日期在今天之后，还没有发生的登记为计划"},
		{base, "reach", Signed, "11月1日", "", "", "on:请填写日期，如 2026-10-31"},
		{base, "reach", Signed, "2026-02-01", strings.Repeat("长", 501), "", "note:证明材料说明最多500个字"},
		{base, "plan", Completed, "2027-01-01", "", "", "on:计划投产 2026-12-31 早于计划竣工 2027-01-01"},
		{base, "plan", Completed, "2026-12-01", "", "planned_completion=2026-12-01", ""},
		{base, "plan", Operating, "2027-06-30", "", "", "note:请填写计划调整说明"},
		{base, "plan", Operating, "2027-06-30", "设备交货延迟", "planned_operation=2027-06-30", ""},
		{base, "evidence", Framework, "", "", "", "note:请填写说明或选择附件"},
		{base, "evidence", Framework, "", "协议扫描件", "", ""},
		{signed, "correct", Enrolled, "2026-02-05", "执照日期", "registered_on=2026-02-05", ""},
		{signed, "correct", Enrolled, "2026-02-05", "", "", "note:请填写更正原因"},
		{signed, "correct", Enrolled, "2026-03-02", "x", "", "on:晚于开工日期 2026-03-01"},
		{signed, "reenter", Signed, "2026-10-08", "投资方更换", "completed_on= registered_on= signed_on=2026-10-08 started_on=", ""},
		{signed, "reenter", Signed, "2026-08-01", "投资方更换", "", "on:早于竣工日期 2026-09-01"},
		{signed, "retract", Completed, "", "误登", "completed_on=", ""},
		{signed, "suspend", Suspended, "2026-08-31", "资金", "", "on:早于竣工日期 2026-09-01"},
		{signed, "suspend", Suspended, "2026-09-02", "", "", "note:请填写暂停原因"},
		{signed, "suspend", Suspended, "2026-09-02", "资金", "suspended_on=2026-09-02", ""},
		{paused, "resume", Suspended, "2026-04-30", "已注资", "", "on:早于暂停日期 2026-05-01"},
		{paused, "resume", Suspended, "2026-06-01", "已注资", "suspended_on=", ""},
		{paused, "terminate", Terminated, "2026-04-30", "撤资", "", "on:早于暂停日期 2026-05-01"},
		{paused, "terminate", Terminated, "2026-06-30", "撤资", "terminated_on=2026-06-30", ""},
	} {
		s, ok := StageStepOf(c.code, c.stage)
		if !ok {
			t.Fatalf("no step %s of %s", c.code, c.stage)
		}
		written, event, err := s.Apply(projectRecord(c.record), c.stage, StageInput{On: c.on, Note: c.note}, stepDay)
		if got := pairs(written, "="); err == nil && got != c.written {
			t.Errorf("%s %s %s writes %q, want %q", c.code, c.stage, c.on, got, c.written)
		}
		refused := ""
		var e *Error
		if errors.As(err, &e) {
			refused = pairs(e.Fields, ":")
		}
		if refused != c.refused {
			t.Errorf("%s %s %s refused %q, want %q", c.code, c.stage, c.on, refused, c.refused)
		}
		if err == nil && (event.Step != c.code || event.Note != c.note) {
			t.Errorf("%s told as %+v", c.code, event)
		}
	}
}

// pairs writes a map as sorted pairs.
func pairs(m map[string]string, sign string) string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(m)) {
		list = append(list, name+sign+m[name])
	}
	return strings.Join(list, " ")
}
