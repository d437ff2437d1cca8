package server

import "chainboard/industry"

// overviewScene is the month at a glance: totals, the chain and its projects.
type overviewScene struct {
	staged
	figures
	Map     *chainMap
	Lanes   []laneStates // where there is no room for a map
	Wide    []chainCard  // each chain's headline, where there is room
	Posts   []post       // of a single chain instead: who leads it
	Sources []sourceRow
}

// sourceRow is a place projects came from with a bar as long as its count.
type sourceRow struct {
	industry.SourceCount
	Width string
}

// Rows of the wall's lists; what does not fit is counted.
const (
	screenPaces   = 8
	screenOverdue = 4
	screenSources = 6
)

func (s *server) overviewScene(c *request, v view) (stage, error) {
	p := &overviewScene{}
	o, err := s.office.Overview(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	verdicts, err := s.office.Verdicts(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	p.figures = figuresOf(v, o, verdicts)
	p.Tiles = wallTiles(p.Tiles)
	p.Paces = p.Paces[:min(len(p.Paces), screenPaces)]
	if len(verdicts) > 0 {
		if p.Map = chainMapOf(verdicts); p.Map == nil {
			p.Lanes = lanesOf(verdicts)
		}
	}
	if o.Investment != nil {
		p.Late = p.Late[:min(len(p.Late), screenOverdue)]
		p.Sources = sourcesOf(o.Investment.Sources, screenSources)
	}
	if p.Wide, err = s.chainCards(c, v); err != nil {
		return nil, err
	}
	if card := v.Card(); card != nil {
		p.Posts, _ = postsOf(inOffice(card.Leaders, "总链长", "链长", "副链长", "链长办", "牵头单位"))
	}
	return p, nil
}

func sourcesOf(sources []industry.SourceCount, count int) []sourceRow {
	rows := make([]sourceRow, 0, count)
	most := 0
	for _, source := range sources {
		most = max(most, source.Count)
	}
	for _, source := range sources[:min(len(sources), count)] {
		r := sourceRow{SourceCount: source}
		r.Width = width(float64(source.Count) * 100 / float64(max(most, 1)))
		rows = append(rows, r)
	}
	return rows
}

// More counts the overdue projects that are not listed.
func (p *overviewScene) More() int { return len(p.Investment.Overdue) - len(p.Late) }
