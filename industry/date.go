package industry

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Date is a calendar day as "2026-10-31"; "" is undefined. Dates compare as text.
type Date string

// DateOf returns the day of t in the business time zone.
func DateOf(t time.Time) Date { return Date(t.In(Shanghai).Format(time.DateOnly)) }

// ParseDate reads "2026-10-31"; anything else is an Invalid error.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", Errorf(Invalid, "日期“%s”不能识别，请写成 2026-10-31", s)
	}
	return Date(s), nil
}

// Defined reports whether the date is set.
func (d Date) Defined() bool { return d != "" }

// Time returns midnight of the day in the business time zone, or the zero time.
func (d Date) Time() time.Time {
	t, err := time.ParseInLocation(time.DateOnly, string(d), Shanghai)
	if err != nil {
		return time.Time{}
	}
	return t
}

// End returns the last instant of the day (as of this day means until its end).
func (d Date) End() time.Time { return d.Time().AddDate(0, 0, 1).Add(-time.Microsecond) }

// Month returns the month of the day, undefined for an undefined date.
func (d Date) Month() Month {
	if d == "" {
		return 0
	}
	return MonthOf(d.Time())
}

// Add returns the day n days later, earlier where n is negative.
func (d Date) Add(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// DaysSince returns the calendar days from e to d.
func (d Date) DaysSince(e Date) int { return int(d.Time().Sub(e.Time()).Hours() / 24) }

// Words writes the day as papers do: 2026年10月31日; "" where there is none.
func (d Date) Words() string {
	if !d.Defined() {
		return ""
	}
	t := d.Time()
	return fmt.Sprintf("%d年%d月%d日", t.Year(), int(t.Month()), t.Day())
}

// Value stores the date as text; undefined is NULL.
func (d Date) Value() (driver.Value, error) {
	if d == "" {
		return nil, nil
	}
	return string(d), nil
}

// Scan reads what Value stored.
func (d *Date) Scan(src any) error {
	text, err := scanText(src)
	*d = Date(text)
	return err
}

// MarshalJSON writes "2026-10-31" or null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + string(d) + `"`), nil
}
