package server

import (
	"slices"

	"chainboard/industry"
)

// rndScene is 研发与资质: totals of the provisional months, titles with their
// validity and the technologies that are not yet produced.
type rndScene struct {
	staged
	View     view
	R        *rndPage
	Branches parts                     // 研发费用
	Tasks    []industry.TechnologyTask // the most urgent first
}

func (s *server) rndScene(c *request, v view) (stage, error) {
	v.Indicator = rndExpense
	p := &rndScene{View: v, R: &rndPage{View: v}}
	if v.Empty() {
		return p, nil
	}
	if err := s.fillRnD(c, p.R); err != nil {
		return nil, err
	}
	slices.SortStableFunc(p.R.Segments, func(a, b industry.RnDSegment) int { // what may be shown first
		switch {
		case a.Suppressed == b.Suppressed:
			return 0
		case b.Suppressed:
			return -1
		}
		return 1
	})
	b, err := s.office.Breakdown(c.ctx(), v.Query, rndExpense, industry.ByBranch)
	if err != nil {
		return nil, err
	}
	if b = b.Suppressed(); b.Total.Value.Known {
		p.Branches = parts{industry.ByBranch, pullsOf(v, rndExpense, b), b.Total, v, rndExpense}
	}
	m, _, err := s.office.TechnologyMap(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	p.Tasks = m.Tasks
	return p, nil
}

// TaskRule says how technologies are judged.
func (p *rndScene) TaskRule() string { return industry.TechnologyTaskRule }
