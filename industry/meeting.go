package industry

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Meeting is 调度会 on a data month, of a chain or of all of them. What it saw is
// the registers at one moment, which stays whatever is revised afterwards.
type Meeting struct {
	Month    Month     `json:"month"` // of the data, cumulative to its end
	Chain    string    `json:"chain"` // a chain's code, or AllChains
	Name     string    `json:"name"`  // 议定事项 name it by this
	HeldOn   Date      `json:"held_on"`
	People   string    `json:"-"` // who attends, for those who may see names
	Agenda   string    `json:"agenda"`
	AsOf     time.Time `json:"as_of"` // zero until it is opened
	OpenedBy string    `json:"-"`
	ClosedAt time.Time `json:"closed_at"` // zero until it is over
	ClosedBy string    `json:"-"`
	Version  int64     `json:"version"` // 0: not kept yet
	By       string    `json:"-"`
	At       time.Time `json:"at"`
}

// Limits of a meeting's texts, in characters.
const (
	MostMeetingName   = 40
	MostMeetingPeople = 500
	MostMeetingAgenda = 1000
)

// NewMeeting is what the form of a meeting begins with: named after the month it
// is held in, with the usual order of a dispatch meeting (domain 3.2).
// chainName is not needed of all chains together.
func NewMeeting(month Month, chain, chainName string, today Date) Meeting {
	subject := "重点产业链"
	if chain != AllChains {
		subject = chainName
	}
	t := today.Time()
	return Meeting{
		Month: month, Chain: chain, HeldOn: today,
		Name:   fmt.Sprintf("%d年%d月%s调度会", t.Year(), int(t.Month()), subject),
		Agenda: "一、通报上次会议议定事项办理情况\n二、通报" + month.Span() + "运行情况\n三、各责任单位汇报\n四、研究项目和问题\n五、议定事项",
	}
}

// Opened reports whether what the meeting sees is settled.
func (m Meeting) Opened() bool { return !m.AsOf.IsZero() }

// Closed reports whether the meeting is over.
func (m Meeting) Closed() bool { return !m.ClosedAt.IsZero() }

// State is 待召开, 会议中 or 已结束.
func (m Meeting) State() string {
	switch {
	case m.Closed():
		return "已结束"
	case m.Opened():
		return "会议中"
	}
	return "待召开"
}

// Light marks a meeting that is under way.
func (m Meeting) Light() Light {
	switch {
	case m.Closed():
		return Green
	case m.Opened():
		return Yellow
	}
	return NoLight
}

// Check returns an Invalid error, by name, held_on, people and agenda under
// Fields, where something is missing or too long.
func (m Meeting) Check() error {
	fields := map[string]string{}
	if m.Name == "" {
		fields["name"] = "请填写会议名称，如 2026年11月调度会"
	}
	if strings.ContainsFunc(m.Name, unicode.IsControl) {
		fields["name"] = "只能写一行，请去掉换行"
	}
	if !m.HeldOn.Defined() {
		fields["held_on"] = "请填写开会日期，如 2026-11-20"
	}
	for _, text := range []struct {
		field, value string
		most         int
	}{{"name", m.Name, MostMeetingName}, {"people", m.People, MostMeetingPeople}, {"agenda", m.Agenda, MostMeetingAgenda}} {
		if utf8.RuneCountInString(text.value) > text.most {
			fields[text.field] = fmt.Sprintf("最多%d个字，请缩短", text.most)
		}
	}
	if len(fields) == 0 {
		return nil
	}
	err := Errorf(Invalid, "会议信息有误，请按提示改正")
	err.Fields = fields
	return err
}

// Past is how many working days an issue is past its day, 0 before.
func (i OpenIssue) Past() int { return max(0, -i.Days) }
