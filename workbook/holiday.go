package workbook

import (
	"errors"
	"io"
	"strings"
)

// HolidayLines reads the first sheet of a file as lines of an arrangement of
// holidays (industry.ParseHolidays): 日期, 类型 and perhaps the holiday's name. What
// is no file of a table is an Invalid or Unsupported error.
func HolidayLines(name string, data []byte) (string, error) {
	b, err := openBook(name, data, contractLimits())
	if err != nil {
		return "", err
	}
	if err := b.requireData(); err != nil {
		return "", err
	}
	i := 0
	for !b.sheets[i].data {
		i++
	}
	g, err := b.grid(b.sheets[i])
	if err != nil {
		return "", err
	}
	var lines []string
	const most = 400 // a line a day, at most
	for len(lines) < most {
		l, err := g.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", errors.Join(err, g.close())
		}
		if clean(l.at(0).text) == "日期" { // what stands above the table's head is its title
			lines = nil
			continue
		}
		lines = append(lines, b.holidayLine(l))
	}
	return strings.Join(lines, "\n"), g.close()
}

func (b *book) holidayLine(l line) string {
	first := l.at(0)
	words := []string{clean(first.text)}
	if day, wrong := parseDate(first, b.date1904); wrong == nil && day != "" {
		words[0] = day
	}
	for i := 1; i < min(len(l.cells), 3); i++ {
		words = append(words, clean(l.at(i).text))
	}
	return strings.TrimSpace(strings.Join(words, " "))
}
