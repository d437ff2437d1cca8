package server

import "chainboard/industry"

// decisionsScene is 议定事项: what meetings decided and whether it is done.
type decisionsScene struct {
	staged
	View view
	industry.DecisionBoard
	Open  []industry.DecisionItem
	Ended []industry.DecisionItem // the latest first
	By    []decisionRow           // by meeting
	Units []decisionRow           // by department
}

// decisionRow is a group with a bar as long as its share.
type decisionRow struct {
	industry.DecisionGroup
	Width string

	view view
	by   string
}

// Of returns where a figure of the group is explained.
func (r decisionRow) Of(figure string) string { return r.view.Tally("decisions."+figure, r.by, r.Name) }

func (s *server) decisionsScene(c *request, v view) (stage, error) {
	p := &decisionsScene{View: v}
	var err error
	if p.DecisionBoard, err = s.office.DecisionBoard(c.ctx(), v.Query.AsOf); err != nil {
		return nil, err
	}
	for _, it := range p.Items {
		if it.Done {
			p.Ended = append([]industry.DecisionItem{it}, p.Ended...)
		} else {
			p.Open = append(p.Open, it)
		}
	}
	p.By, p.Units = decisionRows(v, "meeting", p.Meetings), decisionRows(v, "department", p.Departments)
	return p, nil
}

func decisionRows(v view, by string, groups []industry.DecisionGroup) []decisionRow {
	rows := make([]decisionRow, len(groups))
	for i, g := range groups {
		rows[i] = decisionRow{g, barWidth(industry.RateOf(g.Share().Percent())), v, by}
	}
	return rows
}
