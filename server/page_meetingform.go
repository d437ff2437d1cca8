package server

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// meetingForm is how decisions are typed in the room.
type meetingForm struct {
	Form     form
	Subjects []string          // what they may concern: what the meeting sees
	Units    []string          // who may lead and support
	Written  map[string]string // subjects as the form writes them, by their canonical text
}

// meetingDecisions reads what earlier meetings decided, as it stood, and what this
// one decided, as it stands.
func (s *server) meetingDecisions(c *request, p *meetingPage) error {
	var err error
	if p.Before.DecisionBoard, err = s.office.DecisionsBefore(c.ctx(), p.Meeting); err != nil {
		return err
	}
	for _, g := range p.Before.Departments {
		p.Units = append(p.Units, meetingUnit{
			DecisionGroup: g, Rate: p.View.Tally("decisions.completion", "department", g.Name), Late: p.View.Tally("decisions.overdue", "department", g.Name), Traced: true,
		})
	}
	then, err := s.office.DecisionBoard(c.ctx(), p.Meeting.ClosedAt)
	if err != nil {
		return err
	}
	p.Own = then.Of(p.Meeting.Name)
	slices.SortFunc(p.Own, func(a, b industry.DecisionItem) int { return cmp.Compare(b.ID, a.ID) })
	if !p.Meeting.Closed() {
		return nil
	}
	return s.meetingAfter(c, p)
}

// meetingTyping prepares the form of decisions while the meeting is held.
func (s *server) meetingTyping(c *request, p *meetingPage) error {
	if !p.Edit || !p.Meeting.Opened() || p.Meeting.Closed() {
		return nil
	}
	f := &meetingForm{Form: form{Values: map[string]string{"subjects": c.Query("subjects")}, Errors: map[string]string{}}, Written: map[string]string{}}
	subjects := p.subjects()
	texts, err := s.office.WriteSubjects(c.ctx(), subjects)
	if err != nil {
		return err
	}
	for i, x := range subjects {
		f.Written[x.String()] = texts[i]
	}
	f.Subjects = texts
	kept, err := s.office.Form(c.ctx(), office.EditRequest{List: "decisions", Chain: p.Meeting.Chain, User: c.user, Actor: c.actor()})
	if err != nil {
		return err
	}
	f.Units = kept.Names[industry.ObjectDepartment]
	p.Typing = f
	return nil
}

// subjects are what a decision of the meeting most likely concerns: what is late,
// and the figures it sees.
func (p *meetingPage) subjects() []industry.Subject {
	var list []industry.Subject
	for _, x := range p.Late {
		list = append(list, industry.Subject{Kind: industry.ProjectRegister.Noun, Key: x.ID})
	}
	for _, x := range p.Issues {
		list = append(list, industry.Subject{Kind: industry.IssueRegister.Noun, Key: x.ID})
	}
	for _, r := range p.Rows {
		list = append(list, p.figure(p.Meeting.Chain, r.Code))
	}
	for _, card := range p.Chains {
		list = append(list, p.figure(card.Code, revenue))
	}
	return list
}

func (p *meetingPage) figure(chain, indicator string) industry.Subject {
	s := industry.Subject{Kind: industry.IndicatorRegister.Noun, Key: indicator, Month: p.Meeting.Month}
	if chain != industry.AllChains {
		s.Chain = chain
	}
	return s
}

// Project is a project as the form of decisions writes it, "" where none is typed.
func (p *meetingPage) Project(id string) string {
	return p.written(industry.ProjectRegister.Noun + ":" + id)
}

// Issue is an issue as the form of decisions writes it, "" where none is typed.
func (p *meetingPage) Issue(id string) string {
	return p.written(industry.IssueRegister.Noun + ":" + id)
}

// Figure is a figure as the form of decisions writes it, "" where none is typed.
func (p *meetingPage) Figure(chain, indicator string) string {
	return p.written(p.figure(chain, indicator).String())
}

func (p *meetingPage) written(subject string) string {
	if p.Typing == nil {
		return ""
	}
	return p.Typing.Written[subject]
}

// addDecision takes what the meeting decided, as it is typed in the room.
func (s *server) addDecision(c *request) error {
	m, err := s.meetingAt(c)
	if err != nil {
		return err
	}
	f := c.formOf("content", "lead", "support", "due", "days", "subjects")
	if err = s.decide(c, m, &f); err != nil {
		return err
	}
	if statusFor(f) == http.StatusOK {
		return c.seeOther(meetingAddress(m) + "#" + decisionsSheet)
	}
	p, err := s.meetingOf(c, m)
	if err != nil {
		return err
	}
	if p.Typing == nil {
		return industry.Errorf(industry.Forbidden, "您的账号不能登记议定事项，请联系链长办")
	}
	p.Typing.Form = f
	return c.html(statusFor(f), "meeting", p)
}

// decide saves a decision of the meeting through the form of its register; what is
// to be corrected stands in the form afterwards.
func (s *server) decide(c *request, m industry.Meeting, f *form) error {
	if !m.Opened() || m.Closed() {
		return industry.Errorf(industry.Conflict, "会议不在进行中，请到“议定事项”清单里登记")
	}
	due, err := s.dueOf(c, m, f)
	if err != nil || len(f.Errors) > 0 {
		return err
	}
	request := office.EditRequest{List: "decisions", Chain: m.Chain, User: c.user, Actor: c.actor()}
	_, kept, err := s.office.SaveForm(c.ctx(), request, office.Typed{Fields: map[string]string{
		"meeting": m.Name, "content": f.Values["content"], "subjects": f.Values["subjects"],
		"lead_department": f.Values["lead"], "support_departments": f.Values["support"], "due": due, "state": "办理中",
	}})
	if err == nil {
		return nil
	}
	for _, field := range kept.Fields {
		own := map[string]string{
			"content": "content", "subjects": "subjects", "lead_department": "lead", "support_departments": "support", "due": "due",
		}[field.Column]
		if own != "" && field.Error != "" {
			f.Errors[own] = field.Error
		}
	}
	if len(f.Errors) > 0 {
		return nil
	}
	return f.blame(err, nil)
}

// dueOf returns the day a decision is due: as typed, else as many working days
// after the meeting as typed.
func (s *server) dueOf(c *request, m industry.Meeting, f *form) (string, error) {
	due, text := f.Values["due"], f.Values["days"]
	if due != "" || text == "" {
		return due, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(text, "个工作日"))
	if err != nil || n < 1 || n > 250 {
		f.Errors["days"] = "工作日数应为1至250的整数，如 10"
		return "", nil
	}
	calendar, err := s.office.Calendar(c.ctx())
	return string(calendar.Add(m.HeldOn, n)), err
}
