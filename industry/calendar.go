package industry

// exemptWarning says why January has no figure (domain 3.3.3, S39).
const exemptWarning = "1月数据免报，与2月合并为1—2月"

// CalendarMonth is one point of an indicator's year.
type CalendarMonth struct {
	Month Month
	Label string // 1—2月, 3月, …
	Data  bool   // somebody has reported it
	Shown bool   // it is the month that is looked at
}

// CalendarOf returns the points of the year of the shown month as the indicator
// counts them: eleven where there is no January, of which 1—2月 is the first
// (domain 3.3.3), else twelve.
func CalendarOf(ind Indicator, shown Month, data []Month) []CalendarMonth {
	known := make(map[Month]bool, len(data))
	for _, m := range data {
		known[m] = true
	}
	var points []CalendarMonth
	for n := ind.First(); n <= 12; n++ {
		m := NewMonth(shown.Year(), n)
		points = append(points, CalendarMonth{m, pointLabel(ind, m), known[m], m == shown})
	}
	return points
}

// YearsAround returns the newest month with data of the year before and of the
// year after the shown month's; undefined where there is none.
func YearsAround(shown Month, data []Month) (before, after Month) {
	for _, m := range data {
		switch {
		case m.Year() == shown.Year()-1 && m > before:
			before = m
		case m.Year() == shown.Year()+1 && m > after:
			after = m
		}
	}
	return before, after
}
