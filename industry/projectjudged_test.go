package industry

import (
	"fmt"
	"testing"
)

// TestJudgeProjects counts by 银川's rules (domain S54): missed in the planned
// month yellow, three months running red; without any day of entry that rule is
// not judged at all.
func TestJudgeProjects(t *testing.T) {
	projects := []Project{
		{ID: "P1", Name: "应开未开", PlannedStart: "2026-08-10", Dates: map[Stage]Date{Signed: "2026-01-01"}},
		{ID: "P2", Name: "连续三月", PlannedStart: "2026-05-10", Dates: map[Stage]Date{Signed: "2026-01-01"}},
		{ID: "P3", Name: "已开工", PlannedStart: "2026-05-10", Dates: map[Stage]Date{Started: "2026-05-20"}},
		{ID: "P4", Name: "已终止", PlannedStart: "2026-05-10", Dates: map[Stage]Date{Terminated: "2026-06-20"}},
		{ID: "P5", Name: "无计划", Dates: map[Stage]Date{Signed: "2026-01-01"}},
	}
	j := JudgeProjects(projects, "2026-08-31")
	if got := fmt.Sprint(j.Lights); got != "[{开工 1 1 1}]" || j.Entries || len(j.Rules) != 1 {
		t.Errorf("lights %s, rules %v", got, j.Rules)
	}
	if len(j.Projects) != 2 || j.Projects[0].ID != "P2" || j.Projects[0].Light != Red || j.Projects[1].ID != "P1" {
		t.Errorf("projects %+v", j.Projects)
	}
	projects[0].EnteredOn = "2026-08-20"
	if j = JudgeProjects(projects, "2026-08-31"); fmt.Sprint(j.Lights) != "[{开工 1 1 1} {入库 0 0 1}]" {
		t.Errorf("with entries: %v", j.Lights)
	}
}
