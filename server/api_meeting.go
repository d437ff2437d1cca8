package server

import (
	"net/http"
	"time"

	"chainboard/industry"
)

// meetingAnswer is a meeting as the API tells it: what is not settled yet is null.
type meetingAnswer struct {
	industry.Meeting
	Month    industry.Month `json:"month"`
	State    string         `json:"state"`            // 待召开, 会议中, 已结束
	People   *string        `json:"people,omitempty"` // left out for those who may not see names
	AsOf     *time.Time     `json:"as_of"`
	ClosedAt *time.Time     `json:"closed_at"`

	Items   []industry.AgendaItem  `json:"agenda_items"`
	Decided industry.DecisionGroup `json:"decided"` // how much of what it decided is carried out, as it stands
}

// answerOf gives a meeting its form in answers.
func (c *request) answerOf(m industry.Meeting, now industry.DecisionBoard) meetingAnswer {
	a := meetingAnswer{Meeting: m, Month: m.Month, State: m.State(), Items: m.AgendaItems(), Decided: now.GroupOf(m.Name)}
	if c.can(industry.SeeEnterprises) {
		a.People = &m.People
	}
	if m.Opened() {
		a.AsOf = &m.AsOf
	}
	if m.Closed() {
		a.ClosedAt = &m.ClosedAt
	}
	return a
}

// apiMeetings answers GET /api/v1/meetings?chain=: every meeting, or those of a
// chain, of the newest month first.
func (s *server) apiMeetings(c *request) error {
	chain := c.Query("chain")
	if chain != "" {
		if _, err := s.office.ChainName(c.ctx(), chain); err != nil {
			return err
		}
	}
	all, err := s.office.Meetings(c.ctx())
	if err != nil {
		return err
	}
	now, err := s.office.DecisionBoard(c.ctx(), time.Time{})
	if err != nil {
		return err
	}
	meetings := []meetingAnswer{}
	for _, m := range all {
		if chain == "" || m.Chain == chain {
			meetings = append(meetings, c.answerOf(m, now))
		}
	}
	return c.json(http.StatusOK, struct {
		Meetings []meetingAnswer `json:"meetings"`
	}{meetings})
}

// apiMeeting answers GET /api/v1/meetings/{month}?chain=: the meeting, how earlier
// decisions stood when it was opened, and its own as they stand.
func (s *server) apiMeeting(c *request) error {
	m, err := s.meetingAt(c)
	if err != nil {
		return err
	}
	before, err := s.office.DecisionsBefore(c.ctx(), m)
	if err != nil {
		return err
	}
	own, err := s.office.DecisionsOf(c.ctx(), m)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, struct {
		meetingAnswer
		Before      industry.DecisionBoard   `json:"before"`
		Decisions   []industry.DecisionItem  `json:"decisions"`
		Departments []industry.DecisionGroup `json:"departments"` // of its own decisions
	}{c.answerOf(m, own), before, own.Items, own.Departments})
}
