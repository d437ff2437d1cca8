package industry

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Holiday is a day on which the State Council's arrangement departs from Monday
// to Friday: a day off, or a day of a weekend worked in its place (调休).
type Holiday struct {
	On     Date   `json:"on"`
	Worked bool   `json:"worked"`
	Name   string `json:"name"` // 春节; may be empty
}

// HolidayYear is the arrangement of one year. It may begin in the December before.
type HolidayYear struct {
	Year   int
	Notice string // the notice's number (文号)
	Days   []Holiday

	Version int64 // of the county's own arrangement; 0: shipped with the program
	Actor   string
	At      time.Time
}

// Off and Worked count the days of each kind.
func (y HolidayYear) Off() int { return len(y.Days) - y.Worked() }

// Worked counts the days of weekends that are worked.
func (y HolidayYear) Worked() int {
	n := 0
	for _, h := range y.Days {
		if h.Worked {
			n++
		}
	}
	return n
}

// HolidaySpan is a run of days in a row of one name and kind.
type HolidaySpan struct {
	Holiday
	Until Date
}

// Text returns the span as the page's form writes a line: 2026-02-15至2026-02-23 放假 春节.
func (s HolidaySpan) Text() string {
	days, kind := string(s.On), holidayOff
	if s.Until != s.On {
		days += holidayTo + string(s.Until)
	}
	if s.Worked {
		kind = holidayWorked
	}
	return strings.TrimSpace(days + " " + kind + " " + s.Name)
}

// Spans returns the days in order, those in a row together.
func (y HolidayYear) Spans() []HolidaySpan {
	days := slices.Clone(y.Days)
	slices.SortFunc(days, func(a, b Holiday) int { return strings.Compare(string(a.On), string(b.On)) })
	var spans []HolidaySpan
	for _, h := range days {
		last := len(spans) - 1
		if last >= 0 && spans[last].Worked == h.Worked && spans[last].Name == h.Name && !h.Worked && h.On.DaysSince(spans[last].Until) == 1 {
			spans[last].Until = h.On
		} else {
			spans = append(spans, HolidaySpan{h, h.On})
		}
	}
	return spans
}

// mostHolidays bounds the days of an arrangement.
const mostHolidays = 100

// Check refuses, as Invalid at "days", an arrangement that cannot be one: no day
// off, a day twice, of another year, or a day off in place of none.
func (y HolidayYear) Check() error {
	if y.Year < 2000 || y.Year > 2100 {
		return fieldError("year", "年份应为 2000 至 2100")
	}
	if y.Off() == 0 || len(y.Days) > mostHolidays {
		return fieldError("days", fmt.Sprintf("请填写当年的全部放假和上班日期，放假至少1天，合计不超过%d天", mostHolidays))
	}
	if n := len([]rune(y.Notice)); n > 60 {
		return fieldError("notice", "文号最多60个字")
	}
	seen := map[Date]bool{}
	for _, h := range y.Days {
		t := h.On.Time()
		before := t.Year() == y.Year-1 && t.Month() == time.December
		weekend := t.Weekday() == time.Saturday || t.Weekday() == time.Sunday
		switch {
		case seen[h.On]:
			return fieldError("days", string(h.On)+" 写了两次")
		case t.Year() != y.Year && !before:
			return fieldError("days", fmt.Sprintf("%s 不属于%d年的安排", h.On, y.Year))
		case h.Worked && !weekend:
			return fieldError("days", string(h.On)+" 不是周六或周日，本来就上班")
		}
		seen[h.On] = true
	}
	return nil
}

// How lines and tables of holidays say what a day is.
const (
	holidayOff    = "放假"
	holidayWorked = "上班"
	holidayTo     = "至"
)

// ParseHolidays reads an arrangement, a line or row each: a date or 2026-02-15至2026-02-23,
// 放假 or 上班, and perhaps the holiday's name, parted by commas, tabs or blanks. A
// heading is passed over. What cannot be read is Invalid at "days" and names the line.
func ParseHolidays(text string) ([]Holiday, error) {
	var days []Holiday
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		words := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",，;；\t\r \u3000", r) })
		if len(words) == 0 || i == 0 && strings.Contains(words[0], "日期") {
			continue
		}
		found, err := parseHolidayLine(words)
		if err != nil {
			return nil, fieldError("days", fmt.Sprintf("第%d行“%s”%s", i+1, strings.TrimSpace(line), err))
		}
		if days = append(days, found...); len(days) > mostHolidays {
			return nil, fieldError("days", fmt.Sprintf("日期太多，一年的安排不超过%d天", mostHolidays))
		}
	}
	return days, nil
}

func parseHolidayLine(words []string) ([]Holiday, error) {
	if len(words) < 2 || words[1] != holidayOff && words[1] != holidayWorked {
		return nil, fmt.Errorf("应为“日期 放假”或“日期 上班”")
	}
	h := Holiday{Worked: words[1] == holidayWorked, Name: strings.Join(words[2:], "")}
	first, last, several := strings.Cut(words[0], holidayTo)
	if !several {
		last = first
	}
	from, err := holidayDate(first)
	if err != nil {
		return nil, err
	}
	to, err := holidayDate(last)
	if err != nil {
		return nil, err
	}
	n := to.DaysSince(from)
	if n < 0 || n > 31 {
		return nil, fmt.Errorf("的起止日期不对")
	}
	days := make([]Holiday, 0, n+1)
	for k := range n + 1 {
		h.On = DateOf(from.Time().AddDate(0, 0, k))
		days = append(days, h)
	}
	return days, nil
}

// holidayDate reads 2026-2-15, 2026/2/15 and 2026年2月15日.
func holidayDate(s string) (Date, error) {
	s = strings.TrimSuffix(strings.NewReplacer("年", "-", "月", "-", "/", "-", ".", "-").Replace(s), "日")
	t, err := time.Parse("2006-1-2", s)
	if err != nil {
		return "", fmt.Errorf("的日期不能识别，请写成 2026-02-15")
	}
	return Date(t.Format(time.DateOnly)), nil
}
