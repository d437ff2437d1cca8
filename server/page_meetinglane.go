package server

import (
	"chainboard/industry"
	"chainboard/office"
)

// meetingLane is one chain of a meeting on a sheet of its own: its growth, who
// pulls it, who rises and falls, what is late.
type meetingLane struct {
	View    view
	Revenue *dispatchRow // nil where nothing was reported
	Parts   parts
	Risers  []industry.Mover // nil where single enterprises are not to be shown
	Fallers []industry.Mover
	Unit    industry.ScreenUnit
	Late    []industry.Overdue
	Issues  []industry.OpenIssue
}

// mostMovers is how many enterprises a lane names on either side.
const mostMovers = 4

// meetingLanes reads a sheet for each chain the meeting is on.
func (s *server) meetingLanes(c *request, p *meetingPage) error {
	codes := []string{p.Meeting.Chain}
	if p.Meeting.Chain == industry.AllChains {
		codes = nil
		for _, card := range p.Chains {
			codes = append(codes, card.Code)
		}
	}
	for _, code := range codes {
		v := p.View
		v.Query.Chain = code
		lane, err := s.meetingLane(c, v)
		if err != nil {
			return err
		}
		p.Lanes = append(p.Lanes, lane)
	}
	return nil
}

func (s *server) meetingLane(c *request, v view) (meetingLane, error) {
	l := meetingLane{View: v}
	var err error
	if l.View.Name, err = v.nameOf(v.Query.Chain); err != nil {
		return l, err
	}
	if l.Late, l.Issues, err = s.lateWork(c, v); err != nil {
		return l, err
	}
	table, err := s.office.Dispatch(c.ctx(), v.Query)
	if err != nil {
		return l, err
	}
	line, ok := table.Nameless().Line(revenue)
	if !ok {
		return l, nil
	}
	row := rowOf(v, line)
	l.Revenue, l.Unit = &row, line.ScreenUnit()
	b, err := s.office.Breakdown(c.ctx(), v.Query, revenue, industry.ByBranch)
	if err != nil {
		return l, err
	}
	b = b.Suppressed()
	l.Parts = parts{By: industry.ByBranch, Rows: shownFirst(pullsOf(v, revenue, b)), Total: b.Total, view: v, indicator: revenue}
	if !v.Open || !b.Total.Value.Known {
		return l, nil
	}
	movers, err := s.office.Movers(c.ctx(), office.MoverQuery{Query: v.Query, Indicator: revenue})
	l.Risers, l.Fallers = movers.Risers[:min(mostMovers, len(movers.Risers))], movers.Fallers[:min(mostMovers, len(movers.Fallers))]
	return l, err
}
