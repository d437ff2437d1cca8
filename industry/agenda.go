package industry

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// AgendaItem is one line of a meeting's agenda.
type AgendaItem struct {
	Text    string `json:"text"`    // without the number it begins with and its minutes
	Minutes int    `json:"minutes"` // that it is to take; 0: not said
}

var agendaMinutes = regexp.MustCompile(`[（(]\s*(\d{1,3})\s*分钟?\s*[)）]\s*$`)

// AgendaItems returns the lines of the agenda: 二、通报运行情况（10分钟） is to take ten minutes.
func (m Meeting) AgendaItems() []AgendaItem {
	items := []AgendaItem{}
	for _, line := range strings.Split(m.Agenda, "\n") {
		line = strings.TrimSpace(line)
		number, rest, ok := strings.Cut(line, "、")
		if ok && strings.Trim(number, "一二三四五六七八九十") == "" || ok && strings.TrimFunc(number, unicode.IsDigit) == "" {
			line = rest
		}
		var item AgendaItem
		line = trimStop(line)
		if found := agendaMinutes.FindStringSubmatch(line); found != nil {
			item.Minutes, _ = strconv.Atoi(found[1])
			line = strings.TrimSuffix(line, found[0])
		}
		if item.Text = trimStop(line); item.Text != "" {
			items = append(items, item)
		}
	}
	return items
}

func trimStop(line string) string { return strings.TrimRight(strings.TrimSpace(line), "。；;") }
