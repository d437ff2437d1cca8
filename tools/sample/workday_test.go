package main

import (
	"slices"
	"testing"
	"time"
)

// holidays are the days off of 2024 to 2026 by the State Council's notices,
// first and last day.
func holidays() [][2]string {
	return [][2]string{
		{"2024-01-01", "2024-01-01"},
		{"2024-02-10", "2024-02-17"},
		{"2024-04-04", "2024-04-06"},
		{"2024-05-01", "2024-05-05"},
		{"2024-06-10", "2024-06-10"},
		{"2024-09-15", "2024-09-17"},
		{"2024-10-01", "2024-10-07"},
		{"2025-01-01", "2025-01-01"},
		{"2025-01-28", "2025-02-04"},
		{"2025-04-04", "2025-04-06"},
		{"2025-05-01", "2025-05-05"},
		{"2025-05-31", "2025-06-02"},
		{"2025-10-01", "2025-10-08"},
		{"2026-01-01", "2026-01-03"},
		{"2026-02-15", "2026-02-23"},
		{"2026-04-04", "2026-04-06"},
		{"2026-05-01", "2026-05-05"},
		{"2026-06-19", "2026-06-21"},
		{"2026-09-25", "2026-09-27"},
		{"2026-10-01", "2026-10-07"},
	}
}

func isWeekday(d time.Time) bool { return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday }

// isWorkday leaves out holidays too, but not the weekends worked for them.
func isWorkday(d time.Time) bool {
	text := d.Format(time.DateOnly)
	return isWeekday(d) && !slices.ContainsFunc(holidays(), func(h [2]string) bool { return h[0] <= text && text <= h[1] })
}

// workday holds that officials did something on a day they work, before the
// workbook was made up.
func workday(t *testing.T, what string, d time.Time) {
	t.Helper()
	if last := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC); !isWorkday(d) || d.After(last) {
		t.Errorf("%s on %s %s", what, d.Weekday(), d.Format(time.DateOnly))
	}
}

// due is the last of n days after d that count.
func due(d time.Time, n int, counts func(time.Time) bool) time.Time {
	for n > 0 {
		d = d.AddDate(0, 0, 1)
		if counts(d) {
			n--
		}
	}
	return d
}
