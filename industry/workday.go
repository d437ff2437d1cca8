package industry

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Calendar says which days are worked: Monday to Friday, but for what the
// arrangements of holidays it knows say. The zero Calendar knows none.
type Calendar struct {
	years map[int]bool
	days  map[int64]bool // by day number: whether it is worked
}

// NewCalendar returns a calendar of arrangements; a later one of the same year
// stands in place of the earlier.
func NewCalendar(arrangements ...HolidayYear) Calendar {
	newest := map[int]HolidayYear{}
	for _, y := range arrangements {
		newest[y.Year] = y
	}
	c := Calendar{years: map[int]bool{}, days: map[int64]bool{}}
	for _, year := range slices.Sorted(maps.Keys(newest)) {
		c.years[year] = true
		for _, h := range newest[year].Days {
			c.days[dayNumber(h.On)] = h.Worked
		}
	}
	return c
}

// dayNumber counts days since 1970-01-01.
func dayNumber(d Date) int64 {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return t.Unix() / 86400
}

// works reports whether the day of a number is worked; the first day was a Thursday.
func (c Calendar) works(day int64) bool {
	if worked, known := c.days[day]; known {
		return worked
	}
	return weekday(day)
}

func weekday(day int64) bool { return (day+3)%7 < 5 } // from 1970 on

// Works reports whether a day is worked.
func (c Calendar) Works(d Date) bool { return d.Defined() && c.works(dayNumber(d)) }

// Add returns the last of n working days after a day, which itself is not counted
// (民法典 201). It is undefined where the day is, or n is below 1.
func (c Calendar) Add(d Date, n int) Date {
	const most = 10_000 // some forty years: no limit of an issue is longer
	if !d.Defined() || n < 1 || n > most {
		return ""
	}
	day := dayNumber(d)
	for n > 0 {
		if day++; c.works(day) {
			n--
		}
	}
	return Date(time.Unix(day*86400, 0).UTC().Format(time.DateOnly))
}

// Between returns the working days after e up to and with d, 0 where d is not
// after e.
func (c Calendar) Between(e, d Date) int {
	if d <= e || !e.Defined() {
		return 0
	}
	first, last := dayNumber(e), dayNumber(d)
	weeks := (last - first) / 7
	n := int(weeks * 5)
	for day := first + weeks*7 + 1; day <= last; day++ {
		if weekday(day) {
			n++
		}
	}
	for day, worked := range c.days {
		switch {
		case day <= first || day > last || worked == weekday(day):
		case worked:
			n++
		default:
			n--
		}
	}
	return n
}

// Unknown returns the years from one day to another, both included, whose
// arrangement is not known, oldest first.
func (c Calendar) Unknown(from, to Date) []int {
	var years []int
	if !from.Defined() || !to.Defined() {
		return nil
	}
	for year := from.Time().Year(); year <= to.Time().Year(); year++ {
		if !c.years[year] {
			years = append(years, year)
		}
	}
	return years
}

// Doubt says which years between two days are counted without their holidays, ""
// where all are known.
func (c Calendar) Doubt(from, to Date) string {
	years := c.Unknown(from, to)
	if len(years) == 0 {
		return ""
	}
	names := make([]string, len(years))
	for i, year := range years {
		names[i] = fmt.Sprintf("%d年", year)
	}
	return strings.Join(names, ListSeparator) + "节假日安排未录入，按周一至周五计"
}
