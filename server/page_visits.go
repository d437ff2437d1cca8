package server

import (
	"bytes"
	"net/http"
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

const visitsPath = "/visits"

// visitsPage is 走访覆盖率: who visited whom, and whom nobody did.
type visitsPage struct {
	Page
	industry.VisitReport
	View     view
	Rule     string
	Tables   []visitorTable
	List     string // the records
	Trace    string // of the share
	Download string
}

// visitorTable is who visited, by leader or by department.
type visitorTable struct {
	Title, Who, Column string
	Visitors           []industry.Visitor
}

// visitView is the view of the page: the month of the clock can be chosen before
// anybody has reported it, because visits are known by the day.
func (s *server) visitView(c *request) (view, error) {
	v, err := s.view(c)
	if now := s.office.Today().Month(); !slices.Contains(v.Months, now) {
		v.Months = append([]industry.Month{now}, v.Months...)
	}
	return v, err
}

func (s *server) visitsPage(c *request) error {
	v, err := s.visitView(c)
	if err != nil {
		return err
	}
	p := &visitsPage{
		Page: Page{Title: "走访覆盖率"}, View: v, Rule: office.VisitRule, List: v.List("visits"), Trace: v.About("/trace", "visit_coverage"), Download: v.To(visitsPath + ".xlsx"),
	}
	if p.VisitReport, err = s.office.Visits(c.ctx(), v.Query, v.Open); err != nil {
		return err
	}
	p.Tables = []visitorTable{{"按带队领导", "带队领导", "leader", p.Leaders}, {"按参加单位", "参加单位", "departments", p.Departments}}
	return c.html(http.StatusOK, "visits", p)
}

// visitFile sends the page's tables as a workbook.
func (s *server) visitFile(c *request) error {
	v, err := s.visitView(c)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.VisitFile(c.ctx(), &file, v.Query, office.Reader{User: c.user, Actor: c.actor()}); err != nil {
		return err
	}
	return c.attach("走访覆盖率-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file.Bytes())
}

// apiVisits answers GET /api/v1/chains/{chain}/visits.
func (s *server) apiVisits(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	report, err := s.office.Visits(c.ctx(), q, c.can(industry.SeeEnterprises))
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, report)
}
