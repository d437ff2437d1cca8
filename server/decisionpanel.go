package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// decisionPanel is what stands at the head of the list of decisions.
type decisionPanel struct {
	industry.DecisionBoard
	Units       []decisionUnit
	PendingList string // the list of what is not yet due
	OverdueList string // the list of what is overdue
	WatchedList string // the list of what is supervised
	DueList     string // what is due in the next days, with everything else that is
}

// decisionUnit is a department with the lists of its decisions.
type decisionUnit struct {
	industry.DecisionGroup
	Href string
	Late string // the list of what it is late with
}

// summariseDecisions puts the panel at the head of 议定事项.
func (s *server) summariseDecisions(c *request, r office.ListRequest) (*decisionPanel, error) {
	if r.List != "decisions" {
		return nil, nil
	}
	at := r.AsOf
	if r.Edition != nil {
		at = r.Edition.AsOf
	}
	board, err := s.office.DecisionBoard(c.ctx(), at)
	if err != nil || board.Total == 0 {
		return nil, err
	}
	narrowed := c.narrowing(r)
	p := &decisionPanel{
		DecisionBoard: board, PendingList: narrowed("deadline", "pending"), OverdueList: narrowed("deadline", "overdue"), WatchedList: narrowed("supervised", "是"),
		DueList: duePath + "?chain=" + industry.AllChains + "&days=7&kind=" + string(industry.DueDecision),
	}
	for _, g := range board.Departments {
		p.Units = append(p.Units, decisionUnit{g, narrowed("lead_department", g.Name), narrowed("deadline", "overdue", "lead_department", g.Name)})
	}
	return p, nil
}

// apiDecisions answers GET /api/v1/decisions?as_of=: what meetings decided, how far
// it is, and the completion of each meeting and department.
func (s *server) apiDecisions(c *request) error {
	at, err := c.instant("as_of")
	if err != nil {
		return err
	}
	board, err := s.office.DecisionBoard(c.ctx(), at)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, board)
}
