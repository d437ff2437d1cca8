package industry

import (
	"strconv"
	"strings"
)

// Technology is one row of 技术路线: what a segment is to be able to do, by when.
type Technology struct {
	ID         string // key of the record
	Chain      string
	Segment    string // key
	Name       string
	Stage      string // 研发, 中试, 量产
	Level      string // 领跑, 并跑, 跟跑, 空白
	Start      int    // year
	Target     int    // year
	Goal       string
	Milestones string // 2026-06:中试；2027:量产
	Leader     string // credit code
	Partners   []string
	Platform   string
	Department []string
}

// TechnologyOf reads a technology record.
func TechnologyOf(r Record) Technology {
	t := Technology{
		ID: r.Key(), Chain: r.Get("chain"), Name: r.Get("name"), Stage: r.Get("stage"), Level: r.Get("level"),
		Start: yearOf(r.Get("start_year")), Target: yearOf(r.Get("target_year")), Goal: r.Get("goal"),
		Milestones: r.Get("milestones"), Leader: r.Get("lead_enterprise"), Partners: r.List("partners"),
		Platform: r.Get("platform"), Department: r.List("department"),
	}
	t.Segment = segmentKey(t.Chain, r.Get("segment"))
	return t
}

// yearOf returns 0 for what is no year.
func yearOf(text string) int {
	y, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return y
}

// Milestone is a step on the way of a technology.
type Milestone struct {
	Text  string  `json:"text"`
	Year  int     `json:"year"`
	Month int     `json:"month"` // 0: some time in the year
	At    float64 `json:"at"`    // years, 2026.5 = the middle of 2026
}

// ParseMilestones reads 2026-06:中试；2027:量产. What does not begin with a year
// or a month comes back as text, unread.
func ParseMilestones(text string) (list []Milestone, unread []string) {
	for _, item := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("；;\n", r) }) {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		when, what, found := strings.Cut(strings.Replace(item, "：", ":", 1), ":")
		m, ok := milestoneAt(strings.TrimSpace(when))
		if m.Text = strings.TrimSpace(what); !found || !ok || m.Text == "" {
			unread = append(unread, item)
			continue
		}
		list = append(list, m)
	}
	return list, unread
}

// milestoneAt reads 2026-06, 2026年6月, 2026.6 or 2027. A month stands at its
// middle, a year at its own.
func milestoneAt(text string) (Milestone, bool) {
	text = strings.TrimSuffix(strings.NewReplacer("年", "-", "/", "-", ".", "-").Replace(text), "月")
	year, month, dated := strings.Cut(strings.TrimSuffix(text, "-"), "-")
	y := yearOf(year)
	if len(year) != 4 || y < 1900 {
		return Milestone{}, false
	}
	if !dated {
		return Milestone{Year: y, At: float64(y) + .5}, true
	}
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		return Milestone{}, false
	}
	return Milestone{Year: y, Month: m, At: float64(y) + (float64(m)-.5)/12}, true
}
