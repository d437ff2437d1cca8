package server

import (
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

// issuesScene is 问题销号: how the issues handed on this year stand, and who is
// late with what.
type issuesScene struct {
	staged
	View view
	industry.IssueBoard
	Groups []shareRow // by category
	Flow   []flowMonth
	Late   []industry.OpenIssue
	Next   []industry.OpenIssue
	Course []shareRow // how many stand at each step
	Chains []chainIssues
}

// shareRow is a group with a bar as long as its share.
type shareRow struct {
	industry.IssueGroup
	Width string
}

// flowMonth is a month with a bar as long as what is done of what was handed on.
type flowMonth struct {
	industry.IssueMonth
	Width string
}

// chainIssues is how the issues of one chain stand.
type chainIssues struct {
	Name string
	industry.IssueSummary
}

func (s *server) issuesScene(c *request, v view) (stage, error) {
	p := &issuesScene{View: v}
	r := office.ListRequest{List: "issues", Chain: v.Query.Chain, User: c.user, AsOf: v.Query.AsOf}
	var err error
	if p.IssueBoard, err = s.office.IssueBoard(c.ctx(), r); err != nil {
		return nil, err
	}
	most := 1
	for _, step := range p.Steps {
		most = max(most, step.Count)
	}
	for _, g := range p.Categories {
		p.Groups = append(p.Groups, shareRow{g, barWidth(industry.RateOf(g.Closing().Percent()))})
	}
	for _, step := range p.Steps {
		p.Course = append(p.Course, shareRow{industry.IssueGroup{Name: step.Name, Assigned: step.Count}, width(float64(step.Count) * 100 / float64(most))})
	}
	for _, m := range slices.Backward(p.Months) { // the newest first: a wall may not have room for all
		p.Flow = append(p.Flow, flowMonth{m, barWidth(industry.RateOf(m.Settling().Percent()))})
	}
	for _, open := range p.Open {
		if open.Overdue {
			p.Late = append(p.Late, open)
		} else {
			p.Next = append(p.Next, open)
		}
	}
	if v.Query.Chain != industry.AllChains {
		return p, nil
	}
	for _, card := range v.Cards {
		r.Chain = card.Code
		summary, err := s.office.IssueSummary(c.ctx(), r)
		if err != nil {
			return nil, err
		}
		p.Chains = append(p.Chains, chainIssues{card.Name, summary})
	}
	return p, nil
}

// None reports whether no issue was ever handed on.
func (p *issuesScene) None() bool { return p.Assigned == 0 && len(p.Open) == 0 }
