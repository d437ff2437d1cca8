package industry

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"time"
)

// Shanghai is the business time zone: every date and "today" is meant in it.
var Shanghai = time.FixedZone("CST", 8*60*60)

// Month is a calendar month counted from year 0 (year*12 + month - 1). As a
// data month it means "cumulative to the end of this month". Zero is undefined.
type Month int

// NewMonth returns the month number m (1..12) of year y.
func NewMonth(y, m int) Month { return Month(y*12 + m - 1) }

// MonthOf returns the month in which t falls in the business time zone.
func MonthOf(t time.Time) Month {
	t = t.In(Shanghai)
	return NewMonth(t.Year(), int(t.Month()))
}

// ParseMonth reads "2026-10"; anything else is an Invalid error.
func ParseMonth(s string) (Month, error) {
	if len(s) == 7 && s[4] == '-' {
		y, err1 := strconv.Atoi(s[:4])
		m, err2 := strconv.Atoi(s[5:])
		if err1 == nil && err2 == nil && m >= 1 && m <= 12 && y >= 1900 {
			return NewMonth(y, m), nil
		}
	}
	return 0, Errorf(Invalid, "月份“%s”不能识别，请写成 2026-10", s)
}

// Defined reports whether the month is set.
func (m Month) Defined() bool { return m != 0 }

// Year returns the calendar year.
func (m Month) Year() int { return int(m) / 12 }

// Number returns 1 for January to 12 for December.
func (m Month) Number() int { return int(m)%12 + 1 }

// Add returns the month n months later.
func (m Month) Add(n int) Month { return m + Month(n) }

// First returns the first day of the month.
func (m Month) First() Date {
	return Date(fmt.Sprintf("%04d-%02d-01", m.Year(), m.Number()))
}

// Last returns the last day of the month.
func (m Month) Last() Date {
	return DateOf(time.Date(m.Year(), time.Month(m.Number()+1), 0, 12, 0, 0, 0, Shanghai))
}

// String returns "2026-10", or "" when undefined.
func (m Month) String() string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year(), m.Number())
}

// Span returns the period a cumulative figure covers: "2026年1—10月", "2026年1月".
func (m Month) Span() string {
	if m == 0 {
		return "—"
	}
	if m.Number() == 1 {
		return fmt.Sprintf("%d年1月", m.Year())
	}
	return fmt.Sprintf("%d年1—%d月", m.Year(), m.Number())
}

// Value stores the month as text; undefined is NULL.
func (m Month) Value() (driver.Value, error) {
	if m == 0 {
		return nil, nil
	}
	return m.String(), nil
}

// Scan reads what Value stored.
func (m *Month) Scan(src any) error {
	text, err := scanText(src)
	if err != nil || text == "" {
		*m = 0
		return err
	}
	*m, err = ParseMonth(text)
	return err
}

// MarshalJSON writes "2026-10" or null.
func (m Month) MarshalJSON() ([]byte, error) {
	if m == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + m.String() + `"`), nil
}

func scanText(src any) (string, error) {
	switch v := src.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case []byte:
		return string(v), nil
	}
	return "", fmt.Errorf("industry: cannot scan %T as text", src)
}
