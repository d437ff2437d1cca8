package server

import (
	"net/http"
	"net/url"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// decisionsSheet is the sheet on which decisions are typed.
const decisionsSheet = "decisions"

// meetingPage is a meeting as it is held: sheets that are turned by keys, all of
// the moment at which it was opened, but for what it decides itself.
type meetingPage struct {
	Page
	View    view
	Meeting industry.Meeting
	Before  industry.DecisionBoard // what meetings decided until this one was opened
	Words   []industry.Section     // 总体情况 and 存在问题 as in the paper
	Rows    []dispatchRow
	Chains  []chainCard
	Parts   parts
	Risers  []industry.Mover // nil where single enterprises are not to be shown
	Fallers []industry.Mover
	Unit    industry.ScreenUnit
	Late    []industry.Overdue
	Issues  []industry.OpenIssue // past their day
	Own     []industry.DecisionItem
	Units   []industry.DecisionGroup // 牵头单位 with what they carried out
	Form    form
	Edit    bool
	Dark    bool
	Paper   string // 通报 of the moment, as a Word document
	Minutes string // 纪要 without the ending of the file; "" before the meeting was opened
	Since   string // what changed after the meeting was opened
	Kept    string // where the papers of the meeting are kept
	Post    string // of the forms, without what they do
	Chain   string // the chain as the addresses of forms carry it
}

func (s *server) meetingPage(c *request) error {
	m, err := s.meetingAt(c)
	if err != nil {
		return err
	}
	p, err := s.meetingOf(c, m)
	if err != nil {
		return err
	}
	return c.html(http.StatusOK, "meeting", p)
}

// meetingOf reads what a meeting sees.
func (s *server) meetingOf(c *request, m industry.Meeting) (*meetingPage, error) {
	v, err := s.view(c)
	if err != nil {
		return nil, err
	}
	v.Query = office.Query{Chain: m.Chain, Month: m.Month, AsOf: m.AsOf}
	if v.Name, err = v.nameOf(m.Chain); err != nil {
		return nil, err
	}
	v.asOf = ""
	p := &meetingPage{
		Page: Page{Title: m.Name, Brand: m.Name}, Meeting: m, Edit: c.can(industry.EditRegisters) && c.can(industry.SeeEnterprises) && !m.Closed(),
		Dark: c.Query("theme") == "dark", Kept: documentsOf(m), Post: meetingsPath + "/" + m.Month.String(), Chain: m.Chain,
	}
	if m.Opened() {
		v.asOf = momentText(m.AsOf)
		since := v
		since.asOf = ""
		p.Minutes = "/api/v1/briefings/" + m.Month.String()
		p.Since = since.To("/changes") + "&from=" + url.QueryEscape(v.asOf)
	}
	p.View = v
	p.Paper = v.To("/api/v1/briefings/" + m.Month.String() + ".docx")
	for _, read := range []func(*request, *meetingPage) error{s.meetingFigures, s.meetingWork, s.meetingDecisions} {
		if err := read(c, p); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// meetingFigures reads the table, the chains and who moves the growth.
func (s *server) meetingFigures(c *request, p *meetingPage) error {
	table, err := s.office.Dispatch(c.ctx(), p.View.Query)
	if err != nil {
		return err
	}
	table = table.Nameless()
	for _, l := range table.Indicators {
		if !l.Empty() || l.Target.Known {
			p.Rows = append(p.Rows, rowOf(p.View, l))
		}
	}
	paper, err := s.office.Bulletin(c.ctx(), p.View.Query)
	if err != nil {
		return err
	}
	for _, section := range paper.Sections {
		if section.Heading == "总体情况" || section.Heading == "存在问题" {
			p.Words = append(p.Words, section)
		}
	}
	if p.Chains, err = s.chainCards(c, p.View); err != nil {
		return err
	}
	line, ok := table.Line(revenue)
	if !ok {
		return nil
	}
	p.Unit = line.ScreenUnit()
	b, err := s.office.Breakdown(c.ctx(), p.View.Query, revenue, industry.ByBranch)
	if err != nil {
		return err
	}
	b = b.Suppressed()
	p.Parts = parts{By: industry.ByBranch, Rows: shownFirst(pullsOf(p.View, revenue, b)), Total: b.Total, view: p.View, indicator: revenue}
	if !p.View.Open || !b.Total.Value.Known {
		return nil
	}
	const most = 3
	movers, err := s.office.Movers(c.ctx(), office.MoverQuery{Query: p.View.Query, Indicator: revenue})
	p.Risers, p.Fallers = movers.Risers[:min(most, len(movers.Risers))], movers.Fallers[:min(most, len(movers.Fallers))]
	return err
}

// meetingWork reads the projects and issues that are late. Issues are shown as
// everybody may see them: a room has guests.
func (s *server) meetingWork(c *request, p *meetingPage) error {
	overview, err := s.office.Overview(c.ctx(), p.View.Query)
	if err != nil {
		return err
	}
	if overview.Investment != nil {
		p.Late = overview.Investment.Overdue
	}
	viewer := industry.User{Roles: []industry.Role{industry.Viewer}}
	board, err := s.office.IssueBoard(c.ctx(), office.ListRequest{Chain: p.View.Query.Chain, AsOf: p.View.Query.AsOf, User: viewer})
	for _, it := range board.Open {
		if it.Overdue {
			p.Issues = append(p.Issues, it)
		}
	}
	return err
}

// meetingDecisions reads what earlier meetings decided, as it stood, and what this
// one decided, as it stands.
func (s *server) meetingDecisions(c *request, p *meetingPage) error {
	var err error
	if p.Before, err = s.office.DecisionsBefore(c.ctx(), p.Meeting); err != nil {
		return err
	}
	p.Units = p.Before.Departments
	now, err := s.office.DecisionBoard(c.ctx(), p.Meeting.ClosedAt)
	p.Own = now.Of(p.Meeting.Name)
	return err
}

// decide saves a decision of the meeting through the form of its register; what is
// to be corrected stands in the form afterwards.
func (s *server) decide(c *request, m industry.Meeting, f *form) error {
	if !m.Opened() || m.Closed() {
		return industry.Errorf(industry.Conflict, "会议不在进行中，请到“议定事项”清单里登记")
	}
	due := f.Values["due"]
	if text := f.Values["days"]; due == "" && text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 250 {
			f.Errors["due"] = "工作日数应为1至250的整数"
			return nil
		}
		calendar, err := s.office.Calendar(c.ctx())
		if err != nil {
			return err
		}
		due = string(calendar.Add(m.HeldOn, n))
	}
	content := f.Values["content"]
	if about := f.Values["about"]; about != "" && content != "" {
		content += "（涉及：" + about + "）"
	}
	request := office.EditRequest{List: "decisions", Chain: m.Chain, User: c.user, Actor: c.actor()}
	_, kept, err := s.office.SaveForm(c.ctx(), request, office.Typed{Fields: map[string]string{
		"meeting": m.Name, "content": content, "lead_department": f.Values["lead"], "support_departments": f.Values["support"], "due": due, "state": "办理中",
	}})
	for _, field := range kept.Fields {
		own := map[string]string{"content": "content", "lead_department": "lead", "support_departments": "support", "due": "due"}[field.Column]
		if own != "" && field.Error != "" && err != nil {
			f.Errors[own] = field.Error
		}
	}
	if len(f.Errors) > 0 {
		return nil
	}
	if err == nil {
		return nil
	}
	return f.blame(err, nil)
}
