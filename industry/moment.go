package industry

import (
	"strings"
	"time"
)

// ParseMoment reads a past moment: a date, which means the end of that day, or
// an RFC 3339 instant, in which a space is read as the + that a query lost.
func ParseMoment(s string) (time.Time, error) {
	if d, err := ParseDate(s); err == nil {
		return d.End(), nil
	}
	t, err := time.Parse(time.RFC3339Nano, strings.Replace(s, " ", "+", 1))
	if err != nil {
		return time.Time{}, Errorf(Invalid, "时点“%s”不能识别，请写成 2026-11-05 或 2026-11-05T09:00:00+08:00", s)
	}
	return t, nil
}
