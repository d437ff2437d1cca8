package workbook

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
)

// Dates outside these years are slips: a bare "2026" in a date column would
// otherwise be the Excel serial of 18 July 1905.
const (
	firstYear = 1950
	lastYear  = 2199
)

// serialDate reads an Excel serial day of the 1900 or the 1904 system.
func serialDate(serial float64, date1904 bool) (time.Time, bool) {
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if serial < 0 || serial > 3_000_000 {
		return time.Time{}, false
	}
	day := base.AddDate(0, 0, int(serial))
	return day, day.Year() >= firstYear && day.Year() <= lastYear
}

// parseDate reads a day: an Excel serial, 2026-03-05, 2026/3/5, 2026.3.5,
// 2026年3月5日 or 20260305, with or without a time of day.
func parseDate(c *cell, date1904 bool) (string, *fault) {
	if c.kind == booleanCell {
		return "", notDate(c.text)
	}
	if c.kind != dateCell && plainDecimal(c.text) {
		return numberDate(c.text, date1904)
	}
	if notReported(c.text) {
		return "", nil
	}
	s := half(c.text)
	if day, clock, ok := strings.Cut(strings.Replace(s, "T", " ", 1), " "); ok && strings.Contains(clock, ":") {
		s = day
	}
	s = strings.TrimSuffix(strings.TrimSuffix(fold(s), "日"), "号")
	parts, ok := dateParts(s)
	switch {
	case ok && len(parts) == 2:
		return "", &fault{"“" + shown(c.text) + "”缺少日", "日期写到日，如 2026-03-05"}
	case !ok || len(parts) != 3:
		return "", notDate(c.text)
	}
	return dayText(parts[0], parts[1], parts[2], c.text)
}

func notDate(text string) *fault {
	return &fault{"“" + shown(text) + "”不是日期", "日期写成 2026-03-05"}
}

// numberDate reads a number as a day: yyyymmdd or an Excel serial.
func numberDate(text string, date1904 bool) (string, *fault) {
	if n, err := strconv.Atoi(text); err == nil && n >= 19_000_101 && n <= 99_991_231 {
		return dayText(n/10_000, n/100%100, n%100, text)
	}
	serial, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return "", notDate(text)
	}
	day, ok := serialDate(serial, date1904)
	if !ok {
		return "", &fault{"“" + shown(text) + "”不是完整的日期", "日期写到日，如 2026-03-05"}
	}
	return day.Format(time.DateOnly), nil
}

// dateMarks turns what stands between year, month and day into "-".
var dateMarks = strings.NewReplacer("年", "-", "月", "-", "/", "-", ".", "-", "−", "-", "–", "-", "—", "-")

// dateParts splits 2026-3-5, 2026/3/5, 2026.3.5, 2026年3月5 or 2026年3月 into numbers.
func dateParts(s string) ([]int, bool) {
	s = strings.TrimSuffix(dateMarks.Replace(s), "-")
	fields := strings.Split(s, "-")
	if len(fields) > 3 {
		return nil, false
	}
	parts := make([]int, len(fields))
	for i, f := range fields {
		n, err := strconv.ParseUint(f, 10, 16)
		if err != nil || i == 0 && len(f) != 4 || i > 0 && len(f) > 2 {
			return nil, false
		}
		parts[i] = int(n)
	}
	return parts, true
}

func dayText(year, month, day int, text string) (string, *fault) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", &fault{"日历上没有“" + shown(text) + "”这一天", "核对后写成 2026-03-05 的样子"}
	}
	if year < firstYear || year > lastYear {
		return "", &fault{fmt.Sprintf("“%s”的年份不在 %d—%d 年之间", shown(text), firstYear, lastYear), "核对年份"}
	}
	return t.Format(time.DateOnly), nil
}

// parseYear reads 2026, 2026年 or 2026年度.
func parseYear(c *cell) (string, *fault) {
	if c.kind != booleanCell && c.kind != dateCell {
		s := fold(c.text)
		if notReported(s) {
			return "", nil
		}
		s = strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年")
		if n, err := strconv.Atoi(s); err == nil && len(s) == 4 && n >= firstYear && n <= lastYear {
			return s, nil
		}
	}
	return "", &fault{"“" + shown(c.text) + "”不是年份", "年份写成四位数字，如 2026"}
}

// monthText writes a canonical month.
func monthText(year, month int) string { return industry.NewMonth(year, month).String() }
