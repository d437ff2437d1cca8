package server

import (
	"net/http"
	"net/url"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// Sheets that other pages and forms lead to.
const (
	decisionsSheet = "decisions" // decisions are typed on it
	afterSheet     = "after"     // what became of them
)

// meetingPage is a meeting as it is held: sheets that are turned by keys, all of
// the moment at which it was opened, but for what it decides itself.
type meetingPage struct {
	Page
	View       view
	Meeting    industry.Meeting
	Agenda     []industry.AgendaItem
	Before     meetingDecisions   // what meetings decided until this one was opened
	Words      []industry.Section // 总体情况 and 存在问题 as in the paper
	Rows       []dispatchRow
	Chains     []chainCard // nil of a meeting on one chain
	Lanes      []meetingLane
	Late       []industry.Overdue
	Issues     []industry.OpenIssue    // past their day
	Own        []industry.DecisionItem // the newest first
	Units      []meetingUnit           // with what was decided before
	After      []afterItem             // what became of its decisions, once it is over
	Outcome    meetingDecisions        // counts them
	AfterUnits []meetingUnit
	Typing     *meetingForm
	Edit       bool
	Dark       bool
	Paper      string // 通报 of the moment, as a Word document
	Minutes    string // 纪要 without the ending of the file; "" before the meeting was opened
	Since      string // what changed after the meeting was opened
	Kept       string // where the papers of the meeting are kept
	Post       string // of the forms, without what they do
	Chain      string // the chain as the addresses of forms carry it
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
		Page: Page{Title: m.Name, Brand: m.Name}, Meeting: m, Agenda: m.AgendaItems(), Edit: c.can(industry.EditRegisters) && c.can(industry.SeeEnterprises),
		Dark: c.Query("theme") == "dark", Kept: documentsOf(m), Post: meetingsPath + "/" + m.Month.String(), Chain: m.Chain,
	}
	now := v
	now.Query.AsOf = time.Time{}
	if m.Opened() {
		v.asOf = momentText(m.AsOf)
		p.Minutes = "/api/v1/briefings/" + m.Month.String()
		p.Since = now.To("/changes") + "&from=" + url.QueryEscape(v.asOf)
	}
	p.View = v
	p.Before.View, p.Outcome.View, p.Outcome.Meeting = v, now, m.Name
	p.Paper = v.To("/api/v1/briefings/" + m.Month.String() + ".docx")
	for _, read := range []func(*request, *meetingPage) error{s.meetingFigures, s.meetingLanes, s.meetingWork, s.meetingDecisions, s.meetingTyping} {
		if err := read(c, p); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// meetingFigures reads the table, the words and the chains.
func (s *server) meetingFigures(c *request, p *meetingPage) error {
	table, err := s.office.Dispatch(c.ctx(), p.View.Query)
	if err != nil {
		return err
	}
	for _, l := range table.Nameless().Indicators {
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
	p.Chains, err = s.chainCards(c, p.View)
	return err
}

// meetingWork reads the projects and issues that are late.
func (s *server) meetingWork(c *request, p *meetingPage) (err error) {
	p.Late, p.Issues, err = s.lateWork(c, p.View)
	return err
}

// lateWork returns the projects and issues of a chain that are late. Issues are
// shown as everybody may see them: a room has guests.
func (s *server) lateWork(c *request, v view) (late []industry.Overdue, issues []industry.OpenIssue, err error) {
	overview, err := s.office.Overview(c.ctx(), v.Query)
	if err != nil {
		return nil, nil, err
	}
	if overview.Investment != nil {
		late = overview.Investment.Overdue
	}
	board, err := s.office.IssueBoard(c.ctx(), office.ListRequest{Chain: v.Query.Chain, AsOf: v.Query.AsOf, User: guest()})
	for _, it := range board.Open {
		if it.Overdue {
			issues = append(issues, it)
		}
	}
	return late, issues, err
}

// guest is whoever looks on in a room.
func guest() industry.User { return industry.User{Roles: []industry.Role{industry.Viewer}} }
