package server

import (
	"net/http"
	"net/url"

	"chainboard/industry"
	"chainboard/office"
)

// detailPage is everything known about one enterprise or project.
type detailPage struct {
	Page
	Detail  office.Detail
	Back    string // the list it stands in
	Filled  []office.DetailField
	Vacant  []string // names of fields nobody has filled in
	Batches bool     // sources may be opened
	Course  []courseStep
	Figures []figureSeries
	Stage   string
	Light   industry.Light
	Next    industry.ListCell
}

// courseStep is a step of a project as the timeline shows it.
type courseStep struct {
	industry.ProjectStep
	Class string // "" done, o overdue, w waiting
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

func (s *server) detailPage(c *request) error {
	d, err := s.office.Detail(c.ctx(), office.DetailRequest{List: c.Param("list"), ID: c.Param("id"), User: c.user})
	if err != nil {
		return err
	}
	p := &detailPage{
		Page: Page{Title: d.Name}, Detail: d, Batches: c.can(industry.Import),
		Back: "/chains/" + url.PathEscape(c.Param("chain")) + "/lists/" + d.List.Code,
	}
	for _, f := range append(d.Fields, d.Extra...) {
		if f.Value == "" && len(f.Earlier) == 0 {
			p.Vacant = append(p.Vacant, f.Label)
		} else {
			p.Filled = append(p.Filled, f)
		}
	}
	for _, step := range d.Course {
		p.Course = append(p.Course, courseStep{step, courseClass(step)})
	}
	for _, f := range d.Figures {
		p.Figures = append(p.Figures, seriesOf(f))
	}
	if d.List.Register == industry.ProjectRegister {
		p.Stage, p.Next = d.Row.Cell("stage").Shown, d.Row.Cell("next_step")
		p.Light = industry.Light(d.Row.Cell("light").Value())
	}
	return c.html(http.StatusOK, "detail", p)
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
