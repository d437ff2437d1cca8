package workbook

import (
	"strconv"
	"strings"
)

// parseMonth reads a month: 2026-03, 202603, 2026/3, 2026年3月, a date in it, or
// the cumulative span 2026年1—3月. A bare year (2026, 2026年) is a whole year,
// cumulative to December, and is reported as such.
func parseMonth(c *cell, date1904 bool) (month string, annual bool, wrong *fault) {
	if c.kind == booleanCell {
		return "", false, notMonth(c.text)
	}
	if c.kind != dateCell && plainDecimal(c.text) {
		return numberMonth(c.text, date1904)
	}
	if notReported(c.text) {
		return "", false, nil
	}
	s := fold(c.text)
	if year, span, ok := strings.Cut(s, "年"); ok && span != "" && span != "度" {
		month, wrong = spanMonth(year, span, c)
		return month, false, wrong
	}
	if year, ok := strings.CutSuffix(strings.TrimSuffix(s, "度"), "年"); ok {
		if y, ok := yearOf(year); ok {
			return monthText(y, 12), true, nil
		}
		return "", false, notMonth(c.text)
	}
	if parts, ok := dateParts(s); ok && len(parts) == 2 {
		return checkedMonth(parts[0], parts[1], c.text)
	}
	month, wrong = dayMonth(c, date1904)
	return month, false, wrong
}

func notMonth(text string) *fault {
	return &fault{"“" + shown(text) + "”不是月份", "月份写成 2026-03 或 2026年3月"}
}

// numberMonth reads 202603, a bare year or an Excel serial; 2026.1 is refused,
// because 2026.10 would have lost its zero.
func numberMonth(text string, date1904 bool) (string, bool, *fault) {
	n, err := strconv.Atoi(text)
	switch {
	case err != nil && strings.Contains(text, "."):
		return "", false, &fault{"“" + shown(text) + "”分不清是 1 月还是 10 月（小数会丢掉末尾的 0）", "月份写成文本 2026-01 或 2026-10"}
	case err != nil:
		return "", false, notMonth(text)
	case n >= firstYear && n <= lastYear:
		return monthText(n, 12), true, nil
	case n >= firstYear*100 && n <= lastYear*100+99:
		return checkedMonth(n/100, n%100, text)
	}
	month, wrong := dayMonth(&cell{text: text}, date1904)
	return month, false, wrong
}

// dayMonth returns the month of a date, which Excel likes to make of a month.
func dayMonth(c *cell, date1904 bool) (string, *fault) {
	day, wrong := parseDate(c, date1904)
	if wrong != nil || len(day) < 7 {
		return "", notMonth(c.text)
	}
	return day[:7], nil
}

func checkedMonth(year, month int, text string) (string, bool, *fault) {
	if month < 1 || month > 12 || year < firstYear || year > lastYear {
		return "", false, notMonth(text)
	}
	return monthText(year, month), false, nil
}

// spanMarks turns what stands between the months of a span into "-".
var spanMarks = strings.NewReplacer("—", "-", "–", "-", "−", "-", "~", "-", "至", "-", "到", "-", "月", "")

// spanMonth reads what follows 年: 3月, 3月份, 1—3月, 3月5日.
func spanMonth(yearText, span string, c *cell) (string, *fault) {
	year, ok := yearOf(yearText)
	if !ok {
		return "", notMonth(c.text)
	}
	if strings.HasSuffix(span, "日") || strings.HasSuffix(span, "号") {
		return dayMonth(c, false)
	}
	for _, tail := range [...]string{"累计", "份", "月"} {
		span = strings.TrimSuffix(span, tail)
	}
	span = spanMarks.Replace(span)
	from, to, isSpan := strings.Cut(span, "-")
	if !isSpan {
		from, to = "1", span
	}
	to = strings.TrimLeft(to, "-")
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || last < 1 || last > 12 || len(to) > 2 {
		return "", notMonth(c.text)
	}
	if first != 1 {
		return "", &fault{"“" + shown(c.text) + "”不是从 1 月起的累计", "累计写成 2026年1—" + strconv.Itoa(last) + "月，单月写成 2026-" + twoDigits(last)}
	}
	return monthText(year, last), nil
}

func yearOf(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) == 4 && n >= firstYear && n <= lastYear
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
