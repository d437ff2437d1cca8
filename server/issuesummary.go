package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// issuePanel is what stands at the head of the list of issues.
type issuePanel struct {
	industry.IssueSummary
	Units       []unitRow
	Earlier     bool   // some department is late with issues of earlier years
	Limitless   bool   // some department has issues without a limit
	PendingList string // the list of what is not yet due
	OverdueList string // the list of what is overdue
	WatchedList string // the list of what is supervised
}

// unitRow is a department with the lists of its issues.
type unitRow struct {
	industry.DepartmentIssues
	Name, Href string
	Late       string // the list of what it is late with
}

// narrowing returns what gives the address of a list narrowed to columns and their values.
func (c *request) narrowing(r office.ListRequest) func(filters ...string) string {
	return func(filters ...string) string {
		values := momentOf(c.Request.URL.Query())
		for i := 0; i+1 < len(filters); i += 2 {
			values.Set(filters[i], filters[i+1])
		}
		return listAddress(r.Chain, r.List) + "?" + values.Encode()
	}
}

// summariseIssues puts the panel at the head of 问题清单.
func (s *server) summariseIssues(c *request, r office.ListRequest) (*issuePanel, error) {
	if r.List != "issues" {
		return nil, nil
	}
	summary, err := s.office.IssueSummary(c.ctx(), r)
	if err != nil {
		return nil, err
	}
	narrowed := c.narrowing(r)
	p := &issuePanel{
		IssueSummary: summary, PendingList: narrowed("deadline", "pending"), OverdueList: narrowed("deadline", "overdue"), WatchedList: narrowed("supervised", "是"),
	}
	for _, d := range summary.Departments {
		name, filter := d.Department, d.Department
		if name == "" {
			name, filter = "未定主办单位", "—"
		}
		p.Units = append(p.Units, unitRow{d, name, narrowed("lead_department", filter), narrowed("deadline", "overdue", "lead_department", filter)})
		p.Earlier, p.Limitless = p.Earlier || d.Earlier > 0, p.Limitless || d.Unlimited > 0
	}
	return p, nil
}

// apiIssueSummary answers GET /api/v1/chains/{chain}/issues/summary.
func (s *server) apiIssueSummary(c *request) error {
	at, err := c.instant("as_of")
	if err != nil {
		return err
	}
	summary, err := s.office.IssueSummary(c.ctx(), office.ListRequest{List: "issues", Chain: c.Param("chain"), User: c.user, AsOf: at})
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, summary)
}
