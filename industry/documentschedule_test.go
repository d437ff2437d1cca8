package industry

import (
	"errors"
	"testing"
	"time"
)

// TestScheduleIsDue: the newest planned moment counts, once it has come and only
// where the schedule was decided before it.
func TestScheduleIsDue(t *testing.T) {
	at := func(text string) time.Time {
		t.Helper()
		m, err := time.ParseInLocation("2006-01-02 15:04", text, Shanghai)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	s := NewDocumentSchedule()
	s.On, s.At = true, at("2026-09-20 10:00")
	for _, test := range []struct{ now, slot, next string }{
		{"2026-09-30 09:00", "", "2026-10-10 08:00"}, // planned for 10 September, before it was decided
		{"2026-10-10 07:59", "", "2026-10-10 08:00"},
		{"2026-10-10 08:00", "2026-10-10 08:00", "2026-11-10 08:00"},
		{"2026-11-09 23:00", "2026-10-10 08:00", "2026-11-10 08:00"},
		{"2027-01-05 12:00", "2026-12-10 08:00", "2027-01-10 08:00"}, // only the newest of those that were missed
	} {
		slot, due := s.Due(at(test.now))
		if due != (test.slot != "") || due && !slot.Equal(at(test.slot)) {
			t.Errorf("at %s due %v %v, want %q", test.now, due, slot, test.slot)
		}
		if next := s.Next(at(test.now).UTC()); !next.Equal(at(test.next)) {
			t.Errorf("after %s comes %v, want %s", test.now, next, test.next)
		}
	}
	if slot, _ := s.Due(at("2026-11-30 16:30").UTC()); !slot.Equal(at("2026-11-10 08:00")) { // 1 December there is 30 November here
		t.Errorf("by another zone's clock: %v", slot)
	}
	s.On = false
	if _, due := s.Due(at("2026-10-10 09:00")); due || !s.Next(at("2026-10-10 09:00")).IsZero() {
		t.Error("a schedule that is off has something due")
	}
}

// TestScheduleIsChecked: each field that cannot be is named.
func TestScheduleIsChecked(t *testing.T) {
	good := NewDocumentSchedule()
	good.Chains = []string{AllChains, "ne"}
	if err := good.Check([]string{"ne"}); err != nil {
		t.Error(err)
	}
	bad := DocumentSchedule{Day: 29, Hour: 24, Chains: []string{"gone"}, Files: []DocumentFile{{Minutes, ".docx"}}}
	var told *Error
	if err := bad.Check([]string{"ne"}); !errors.As(err, &told) || told.Kind != Invalid || len(told.Fields) != 4 {
		t.Errorf("%v %v", err, told)
	}
	if err := (DocumentSchedule{Day: 1}).Check(nil); !errors.As(err, &told) || told.Fields["chains"] == "" || told.Fields["files"] == "" || len(told.Fields) != 2 {
		t.Errorf("%v %v", err, told)
	}
}

// TestDocumentFilesAreRead: the texts of files come back in the order people are
// shown them, each once.
func TestDocumentFilesAreRead(t *testing.T) {
	for _, f := range DocumentFiles() {
		if got, err := ParseDocumentFile(f.String()); err != nil || got != f {
			t.Errorf("%s is read as %v, %v", f, got, err)
		}
	}
	files, err := ParseDocumentFiles("slides.pptx, bulletin.docx,slides.pptx")
	if err != nil || len(files) != 2 || files[0].Label() != "通报 .docx" {
		t.Errorf("%v %v", files, err)
	}
	if _, err := ParseDocumentFiles(""); err == nil {
		t.Error("no file at all is read")
	}
}

// TestStandingOfAPaper: against the meeting where there is one, else against what
// was saved last.
func TestStandingOfAPaper(t *testing.T) {
	opened := time.Date(2026, 11, 20, 9, 0, 0, 0, Shanghai)
	d, m := KeptDocument{AsOf: opened.Add(-time.Hour)}, Meeting{AsOf: opened}
	for want, got := range map[string]func() (Light, string){
		"黄早于会上数据": func() (Light, string) { return d.Standing(m, time.Time{}) },
		"绿会上数据":   func() (Light, string) { return KeptDocument{AsOf: opened}.Standing(m, opened.Add(time.Hour)) },
		"黄此后有新数据": func() (Light, string) { return d.Standing(Meeting{}, opened) },
		"绿最新数据":   func() (Light, string) { return d.Standing(Meeting{}, d.AsOf) },
	} {
		if light, words := got(); light.Label()+words != want {
			t.Errorf("%s, want %s", light.Label()+words, want)
		}
	}
}
