package main

import (
	"fmt"
	"time"
)

// month is a calendar month counted as year*12 + month - 1. As the month of a
// report it means "cumulative to the end of this month"; zero means none.
type month int

func ym(year, number int) month { return month(year*12 + number - 1) }

func (m month) year() int   { return int(m) / 12 }
func (m month) number() int { return int(m)%12 + 1 }

// january is the first month of m's year.
func (m month) january() month { return ym(m.year(), 1) }

func (m month) String() string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.year(), m.number())
}

const (
	firstYear = 2024
	simulated = 2023 // the year before the first report, known only as a base
)

// newest is the last month anybody has reported.
func newest() month { return ym(2026, 10) }

// reportMonths lists the months an indicator is reported for, 2024 to the
// newest one. Without January the year starts with 1–2月 (month 02).
func reportMonths(withJanuary bool) []month {
	var list []month
	for m := ym(firstYear, 1); m <= newest(); m++ {
		if m.number() > 1 || withJanuary {
			list = append(list, m)
		}
	}
	return list
}

// day is a calendar date written yyyy-mm-dd; "" means none.
type day string

func (d day) time() (time.Time, error) { return time.Parse("2006-01-02", string(d)) }

// status is what a report of month m is by November 2026.
func status(m month) string {
	switch {
	case m == newest():
		return "快报"
	case m.year() == newest().year():
		return "初步"
	}
	return "最终"
}
