package server

import (
	"net/url"

	"chainboard/industry"
)

// meetingDecisions are what meetings decided, or one of them, with where their
// counts are told.
type meetingDecisions struct {
	industry.DecisionBoard
	View    view
	Meeting string // "": all of them
}

// Of is where a count or share is told: done, overdue …
func (d meetingDecisions) Of(figure string) string {
	if d.Meeting == "" {
		return d.View.Tally(figure)
	}
	return d.View.Tally(figure, "meeting", d.Meeting)
}

// meetingUnit is a department with how much of what it was given is carried out,
// and where that is told.
type meetingUnit struct {
	industry.DecisionGroup
	Rate, Late string
	Traced     bool // they open over the sheet
}

// afterItem is a decision of a meeting that is over, as it stands now.
type afterItem struct {
	industry.DecisionItem
	Edit  string // its form, "" for those who may not change it
	Press press
	Links []cellLink // of what it concerns, as that stands now
}

// meetingAfter reads what became of the decisions of a meeting that is over.
func (s *server) meetingAfter(c *request, p *meetingPage) error {
	var err error
	if p.Outcome.DecisionBoard, err = s.office.DecisionsOf(c.ctx(), p.Meeting); err != nil {
		return err
	}
	for _, g := range p.Outcome.Departments {
		own := func(filter ...string) string {
			values := url.Values{"meeting": {p.Meeting.Name}, "lead_department": {g.Name}}
			if len(filter) == 2 {
				values.Set(filter[0], filter[1])
			}
			return listAddress(industry.AllChains, "decisions") + "?" + values.Encode()
		}
		p.AfterUnits = append(p.AfterUnits, meetingUnit{DecisionGroup: g, Rate: own(), Late: own("deadline", "overdue")})
	}
	back := meetingAddress(p.Meeting) + "#" + afterSheet
	for _, it := range p.Outcome.Items {
		item := afterItem{DecisionItem: it, Links: view{}.Subjects(it.Subjects)}
		if p.Edit {
			address := itemAddress(industry.AllChains, "decisions", it.ID)
			item.Edit = address + "/edit?" + backQuery(back)
			item.Press = press{Post: address + "/supervise", Back: back, CSRF: c.csrf, On: it.Supervised}
		}
		p.After = append(p.After, item)
	}
	return nil
}
