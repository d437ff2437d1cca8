package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// detailPage is everything known about one enterprise or project.
type detailPage struct {
	Page
	Detail     office.Detail
	Past       *pastDetail // nil where it is looked at as it stands
	Back       string      // the list it stands in
	Edit       string      // its form; "" for those who may not change it
	Marks      []listCell
	Computed   []computedField
	Filled     []office.DetailField
	Vacant     []string   // names of fields nobody has filled in
	Batches    bool       // sources may be opened
	Course     []trackRow // of a project
	Funds      *funds     // that arrived for it; nil for those who may not see them
	Files      *attachments
	Figures    []figureSeries
	Stage      string
	Light      industry.Light
	Next       industry.ListCell
	Steps      []stepLink // what can be done with an issue now
	Raise      string     // where a visit is made into an issue; "" elsewhere
	Related    []relatedGroup
	Cluster    []industry.ClusterFigure // of a cluster
	Clauses    []string                 // of a policy, with how they were honoured
	Fulfilment string
}

// computedField is what a list works out about a record.
type computedField struct {
	industry.ListCell
	Label, Unit string
}

// figureSeries is an enterprise's series of one indicator, newest month first.
type figureSeries struct {
	office.DetailFigure
	Unit   industry.ScreenUnit
	Latest industry.Point
	Rows   []figurePoint
	Said   []office.FigureNote // causes and doubts, newest first
}

// figurePoint is a month with the status of its report.
type figurePoint struct {
	industry.Point
	Status string
}

// detailPage shows a record; a script gets the main points of it for a popover, as
// everybody may see them: a room has guests.
func (s *server) detailPage(c *request) error {
	user := c.user
	if c.scripted() && !user.OwnRowsOnly() {
		user = guest()
	}
	p, err := s.detail(c, user)
	if err != nil {
		return err
	}
	if c.scripted() {
		p.unadorned = true
		return c.html(http.StatusOK, "detail_fragment", p)
	}
	return c.html(http.StatusOK, "detail", p)
}

// detail makes the page of a record.
func (s *server) detail(c *request, user industry.User) (*detailPage, error) {
	d, past, err := s.detailAt(c, user)
	if err != nil {
		return nil, err
	}
	p := &detailPage{
		Page: Page{Title: d.Name}, Detail: d, Past: past, Batches: c.can(industry.Import),
		Back: asOf(listAddress(c.Param("chain"), d.List.Code), d.AsOf),
	}
	if c.can(industry.EditRegisters) && d.Stands() {
		p.Edit = itemAddress(c.Param("chain"), d.List.Code, d.ID) + "/edit"
	}
	for _, f := range append(d.Fields, d.Extra...) {
		if f.Value == "" && len(f.Earlier) == 0 {
			p.Vacant = append(p.Vacant, f.Label)
		} else {
			p.Filled = append(p.Filled, f)
		}
	}
	p.Files = c.attachmentsOf(d)
	for _, f := range d.Figures {
		p.Figures = append(p.Figures, seriesOf(f))
	}
	p.compute()
	if p.Related, err = s.related(c, d); err != nil {
		return nil, err
	}
	if p.Cluster, err = s.office.ClusterFigures(c.ctx(), d); err != nil {
		return nil, err
	}
	if d.Stands() {
		p.Raise = c.raiseAddress(d.List.Register, d.ID)
	}
	if d.List.Register == industry.PolicyRegister {
		p.Clauses, p.Fulfilment = industry.Clauses(d.Record.Get("clauses")), d.Record.Get("fulfilment")
	}
	if d.List.Register == industry.ProjectRegister {
		p.Stage, p.Next = d.Row.Cell("stage").Shown, d.Row.Cell("next_step")
		p.Light = industry.Light(d.Row.Cell("light").Value())
		p.Course, p.Steps, p.Funds = c.trackRows(d), c.stageActs(d), c.fundsOf(d)
	}
	if d.List.Register == industry.IssueRegister {
		p.Stage, p.Steps = industry.IssueState(d.Record), c.nextSteps(d)
	}
	return p, nil
}

// compute takes over what the list works out beside the fields; enterprises and
// projects have sections of their own for it.
func (p *detailPage) compute() {
	l := p.Detail.List
	if l.Register == industry.ProjectRegister || l.Register == industry.EnterpriseRegister {
		return
	}
	for _, column := range l.Columns {
		cell := p.Detail.Row.Cell(column.Column)
		switch {
		case l.Register.Index(column.Column) >= 0 || cell.Empty() || p.said(column.Column):
		case column.Column == "deadline" || column.Column == "validity":
			p.Marks = append(p.Marks, listCell{ListCell: cell, Mark: mark(cell.Value())})
		default:
			if column.Note != "" && cell.Note == "" {
				cell.Note = column.Note
			}
			p.Computed = append(p.Computed, computedField{cell, column.Name, column.Unit})
		}
	}
}

// said reports what stands elsewhere on the page: a chain that the record names
// itself, the days behind the mark of being overdue.
func (p *detailPage) said(computed string) bool {
	r := p.Detail.Row.Record
	named := func(column string) bool { return r.Register.Index(column) >= 0 && r.Get(column) != "" }
	return computed == "overdue_days" || computed == "of_chain" && named("chain") || computed == "of_chains" && named("chains")
}

func courseClass(step industry.ProjectStep) string {
	switch {
	case step.Overdue > 0:
		return "o"
	case step.Reached:
		return ""
	}
	return "w"
}

// seriesOf leaves out the months without a figure: an enterprise may have begun
// to report at any time.
func seriesOf(f office.DetailFigure) figureSeries {
	s := figureSeries{DetailFigure: f}
	status := map[industry.Month]string{}
	for _, n := range f.Notes {
		status[n.Month] = n.Status
		if n.Cause != "" || n.Warning != "" {
			s.Said = append(s.Said, n)
		}
	}
	for i := len(f.Points) - 1; i >= 0; i-- {
		point := f.Points[i]
		if point.Cumulative.Known || point.Growth.Known {
			s.Rows = append(s.Rows, figurePoint{point, status[point.Month]})
		}
	}
	if len(s.Rows) > 0 {
		s.Latest = s.Rows[0].Point
	}
	s.Unit = industry.ScreenUnitOf(f.Unit)
	return s
}
