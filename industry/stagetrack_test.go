package industry

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A project that skipped stages, was suspended and resumed, and entered one anew.
func TestTrackOf(t *testing.T) {
	p := ProjectOf(projectRecord(map[string]string{
		"code": "P1", "name": "电芯", "chain": "ne", "lead_on": "2025-11-01", "signed_on": "2026-02-10", "started_on": "2026-04-11", "operating_on": "2026-10-08",
		"planned_start": "2026-04-01", "planned_operation": "2026-10-31",
	}))
	at := time.Date(2026, 2, 10, 9, 0, 0, 0, Shanghai)
	events := []StageEvent{
		{Stage: Lead, On: "2025-11-01", Version: 1, At: at},
		{Stage: Signed, On: "2026-01-12", Version: 1, At: at},
		{Stage: Started, Planned: true, On: "2026-03-01", Version: 1, At: at},
		{Stage: Signed, On: "2026-02-10", Step: "reenter", Note: "换投资方", Version: 2, Actor: "a", At: at.Add(time.Hour)},
		{Stage: Suspended, On: "2026-02-20", Step: "suspend", Note: "环评", Version: 3, At: at},
		{Stage: Suspended, Step: "resume", Version: 4, At: at},
		{Stage: Resumed, On: "2026-03-05", Step: "resume", Note: "批复", Version: 4, At: at},
		{Stage: Started, Planned: true, On: "2026-04-01", Step: "plan", Note: "雨季", Version: 5, At: at},
		{Stage: Started, On: "2026-04-11", Version: 6, At: at},
		{Stage: Operating, On: "2026-10-08", Version: 7, At: at},
		{Stage: Operating, Version: 8, At: at},
		{Stage: Operating, On: "2026-10-08", Version: 9, At: at},
	}
	files := []Attachment{{Name: "合同.pdf", Place: "signed", Version: 2, UploadedAt: at.Add(time.Hour)}, {Name: "别的.pdf", Place: "signed", Version: 1, UploadedAt: at.Add(time.Minute)}}
	track := DefaultInvestmentRules().Overdue.TrackOf(p, events, files, "2026-11-20")
	if track.Days == nil || *track.Days != 240 { // 10 February to 8 October: 18+31+30+31+30+31+31+30+8
		t.Errorf("signing to operation: %v", track.Days)
	}
	var lines []string
	for _, s := range track.Steps {
		lines = append(lines, fmt.Sprintf("%s %s skipped=%t current=%t entered=%d after=%s %s late=%s changes=%d", s.Stage, s.On, s.Skipped, s.Current, s.Entered, s.After, number(s.Days), number(s.Late), len(s.Changes)))
	}
	want := `lead 2025-11-01 skipped=false current=false entered=1 after= - late=- changes=1
negotiating  skipped=true current=false entered=0 after= - late=- changes=0
framework  skipped=true current=false entered=0 after= - late=- changes=0
signed 2026-02-10 skipped=false current=false entered=2 after=线索 101 late=- changes=2
registered  skipped=true current=false entered=0 after= - late=- changes=0
filed  skipped=true current=false entered=0 after= - late=- changes=0
landed  skipped=true current=false entered=0 after= - late=- changes=0
started 2026-04-11 skipped=false current=false entered=1 after=签约 60 late=10 changes=3
completed  skipped=true current=false entered=0 after= - late=- changes=0
operating 2026-10-08 skipped=false current=true entered=1 after=开工 180 late=-23 changes=3
enlisted  skipped=false current=false entered=0 after= - late=- changes=0
at_capacity  skipped=false current=false entered=0 after= - late=- changes=0`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if c := track.Steps[3].Changes[0]; c.From != "2026-01-12" || c.To != "2026-02-10" || c.Note != "换投资方" || c.Title() != "重新进入" || len(c.Files) != 1 || c.Files[0].Name != "合同.pdf" {
		t.Errorf("newest change of the signing %+v", c)
	}
	if c := track.Steps[7].Changes[1]; !c.Planned || c.From != "2026-03-01" || c.To != "2026-04-01" {
		t.Errorf("the plan's change %+v", c)
	}
	if len(track.Pauses) != 1 || track.Pauses[0].From != "2026-02-20" || track.Pauses[0].To != "2026-03-05" || number(track.Pauses[0].Days) != "13" || track.Pauses[0].Note != "环评" || track.Pauses[0].Then != "批复" {
		t.Errorf("pauses %+v", track.Pauses)
	}
}

func number(n *int) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

// Suspensions that a sheet tells: taken back, corrected, lasting, and ended by a
// later stage alone.
func TestPauses(t *testing.T) {
	suspended := func(on Date) StageEvent { return StageEvent{Stage: Suspended, On: on} }
	for _, c := range []struct {
		name   string
		dates  map[Stage]Date
		events []StageEvent
		want   string
	}{
		{"lasting", map[Stage]Date{Suspended: "2026-05-01"}, []StageEvent{suspended("2026-05-01")}, "2026-05-01~ -"},
		{"corrected", map[Stage]Date{Suspended: "2026-05-03"}, []StageEvent{suspended("2026-05-01"), suspended("2026-05-03")}, "2026-05-03~ -"},
		{"taken back", nil, []StageEvent{suspended("2026-05-01"), suspended("")}, ""},
		{"ended by a stage", map[Stage]Date{Suspended: "2026-05-01", Started: "2026-06-01"}, []StageEvent{suspended("2026-05-01")}, "2026-05-01~2026-06-01 31"},
		{"ended for good", map[Stage]Date{Suspended: "2026-05-01", Terminated: "2026-05-31"}, []StageEvent{suspended("2026-05-01")}, "2026-05-01~2026-05-31 30"},
		{"twice", map[Stage]Date{Suspended: "2026-07-01"}, []StageEvent{
			suspended("2026-05-01"),
			{Stage: Suspended, Step: "resume"},
			{Stage: Resumed, On: "2026-05-11", Step: "resume"},
			{Stage: Suspended, On: "2026-07-01", Step: "suspend"},
		}, "2026-05-01~2026-05-11 10 2026-07-01~ -"},
	} {
		var got []string
		for _, p := range pausesOf(Project{Dates: c.dates}, c.events, "2026-11-20") {
			got = append(got, fmt.Sprintf("%s~%s %s", p.From, p.To, number(p.Days)))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, strings.Join(got, " "), c.want)
		}
	}
}
