package server

import (
	"net/url"
	"strconv"
	"time"

	"chainboard/industry"
)

const meetingsPath = "/meetings"

// meetingsPage is every meeting, and the form of one.
type meetingsPage struct {
	Page
	View  view
	Rows  []meetingRow
	Form  form
	Known industry.Meeting // the one the form changes; its version is 0 for a new one
	Edit  bool
	Names bool // of people may be shown

	Decided industry.DecisionBoard // what all meetings decided, as it stands
}

// meetingRow is a meeting with where it is held and changed.
type meetingRow struct {
	industry.Meeting
	ChainName             string
	Show, Form, Documents string
	Decided               industry.DecisionGroup // how much of what it decided is carried out, as it stands
}

// meetingAddress is where a meeting is held.
func meetingAddress(m industry.Meeting) string {
	return meetingsPath + "/" + m.Month.String() + "?" + url.Values{"chain": {m.Chain}}.Encode()
}

// documentsOf is where the papers of a meeting are kept.
func documentsOf(m industry.Meeting) string {
	return documentsPath + "?" + url.Values{"chain": {m.Chain}, "month": {m.Month.String()}}.Encode()
}

func (s *server) meetingsPage(c *request) error { return s.showMeetings(c, form{}) }

// showMeetings lists the meetings; a form without values begins with what is kept
// of the chain and month asked for, or with what is usual.
func (s *server) showMeetings(c *request, f form) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &meetingsPage{Page: Page{Title: "调度会"}, View: v, Form: f, Edit: c.can(industry.EditRegisters), Names: c.can(industry.SeeEnterprises)}
	all, err := s.office.Meetings(c.ctx())
	if err != nil {
		return err
	}
	board, err := s.office.DecisionBoard(c.ctx(), time.Time{})
	if err != nil {
		return err
	}
	p.Known = industry.NewMeeting(v.Query.Month, v.Query.Chain, v.Name, s.office.Today())
	for _, m := range all {
		row := meetingRow{Meeting: m, ChainName: m.Chain, Show: meetingAddress(m)}
		row.Form = meetingsPath + "?" + url.Values{"chain": {m.Chain}, "month": {m.Month.String()}}.Encode() + "#form"
		row.Documents = documentsOf(m)
		row.Decided = board.GroupOf(m.Name)
		for _, chain := range v.Chains() {
			if chain.Value == m.Chain {
				row.ChainName = chain.Label
			}
		}
		if m.Month == v.Query.Month && m.Chain == v.Query.Chain {
			p.Known = m
		}
		p.Rows = append(p.Rows, row)
	}
	if err := s.draftNotices(c, &p.Page, v); err != nil {
		return err
	}
	if p.Form.Values == nil {
		p.Form.Values = map[string]string{"name": p.Known.Name, "held_on": string(p.Known.HeldOn), "people": p.Known.People, "agenda": p.Known.Agenda}
	}
	p.Decided = board
	return c.html(statusFor(f), "meetings", p)
}

// meetingForm reads which meeting a posted form is of. The chain and month stand
// in the address.
func (s *server) meetingForm(c *request) (industry.Meeting, error) {
	m := industry.Meeting{Chain: c.chain()}
	var err error
	if m.Month, err = c.month("month"); err != nil {
		return m, err
	}
	m.Version, err = strconv.ParseInt(c.field("version"), 10, 64)
	if err != nil || !m.Month.Defined() {
		return m, industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再保存")
	}
	return m, nil
}

// saveMeeting takes the form of a meeting, new or known.
func (s *server) saveMeeting(c *request) error {
	m, err := s.meetingForm(c)
	if err != nil {
		return err
	}
	f := c.formOf("name", "held_on", "people", "agenda")
	m.Name, m.People, m.Agenda = f.Values["name"], f.Values["people"], f.Values["agenda"]
	if m.Version > 0 { // its name stays: decisions bear it
		known, err := s.office.Meeting(c.ctx(), m.Month, m.Chain)
		if err != nil {
			return err
		}
		m.Name = known.Name
	}
	if text := f.Values["held_on"]; text != "" {
		if m.HeldOn, err = industry.ParseDate(text); err != nil {
			f.Errors["held_on"] = err.Error()
			return s.showMeetings(c, f)
		}
	}
	err = s.office.SaveMeeting(c.ctx(), m, c.actor())
	if err == nil {
		return c.done(meetingsPath, "已保存："+m.Name)
	}
	if err := f.blame(err, map[string]string{"name": "name", "held_on": "held_on", "people": "people", "agenda": "agenda"}); err != nil {
		return err
	}
	return s.showMeetings(c, f)
}

// openMeeting settles what the meeting sees.
func (s *server) openMeeting(c *request) error {
	return s.moveMeeting(c, func(m industry.Meeting) error { return s.office.OpenMeeting(c.ctx(), m, c.actor()) })
}

// closeMeeting ends the meeting.
func (s *server) closeMeeting(c *request) error {
	return s.moveMeeting(c, func(m industry.Meeting) error { return s.office.CloseMeeting(c.ctx(), m, c.actor()) })
}

func (s *server) moveMeeting(c *request, move func(industry.Meeting) error) error {
	m, err := s.meetingAt(c)
	if err != nil {
		return err
	}
	if m.Version, err = strconv.ParseInt(c.field("version"), 10, 64); err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再提交")
	}
	if err := move(m); err != nil {
		return err
	}
	return c.seeOther(meetingAddress(m))
}

// meetingAt returns the meeting of the address: /meetings/2026-10?chain=ne.
func (s *server) meetingAt(c *request) (industry.Meeting, error) {
	month, err := industry.ParseMonth(c.Param("month"))
	if err != nil {
		return industry.Meeting{}, industry.Errorf(industry.NotFound, "没有“%s”这个月份的调度会，月份应写成 2026-09", c.Param("month"))
	}
	return s.office.Meeting(c.ctx(), month, c.chain())
}
