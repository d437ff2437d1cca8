package industry

import "time"

// workingDay reports Monday to Friday. Public holidays and the days worked in
// their place are not known yet, so a limit that spans some may end later.
func workingDay(t time.Time) bool {
	return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday
}

// AddWorkdays returns the last of n working days after a day, which itself is not
// counted (民法典 201). It is undefined where the day is, or n is below 1.
func (d Date) AddWorkdays(n int) Date {
	const most = 10_000 // some forty years: no limit of an issue is longer
	if !d.Defined() || n < 1 || n > most {
		return ""
	}
	t := d.Time()
	for n > 0 {
		t = t.AddDate(0, 0, 1)
		if workingDay(t) {
			n--
		}
	}
	return DateOf(t)
}

// WorkdaysSince returns the working days after e up to and with d, 0 where d is
// not after e.
func (d Date) WorkdaysSince(e Date) int {
	if d <= e || !e.Defined() {
		return 0
	}
	days := d.DaysSince(e)
	n := days / 7 * 5
	for t := e.Time().AddDate(0, 0, days/7*7); DateOf(t) < d; {
		t = t.AddDate(0, 0, 1)
		if workingDay(t) {
			n++
		}
	}
	return n
}
