package server

import (
	"cmp"
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

// overviewScene is the month at a glance: totals, the chain and its projects.
type overviewScene struct {
	staged
	figures
	Map     *chainMap
	Lanes   []laneStates // where there is no room for a map
	Wide    []chainCard  // each chain's headline, where there is room
	Posts   []post       // of a single chain instead: who leads it
	Sources []sourceRow

	Areas   []areaRow // parks and townships, where the most stands first
	Board   industry.IssueBoard
	Urgent  []industry.OpenIssue
	Decided industry.DecisionBoard
	Due     []industry.DecisionItem // of the meetings, the latest first
	Rows    []dispatchRow           // every indicator, where there is room
}

// areaRow is a park or township with a bar as long as its 规上 enterprises are many.
type areaRow struct {
	industry.Area
	Width string
	Of    string // where its revenue is explained
}

// sourceRow is a place projects came from with a bar as long as its count.
type sourceRow struct {
	industry.SourceCount
	Width string
}

// Rows of the wall's lists; what does not fit is counted.
const (
	screenPaces   = 8
	screenOverdue = 8
	screenSources = 6
	screenAreas   = 7
	screenIssues  = 12
	screenDue     = 24 // of the ticker, which turns them
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
		} else {
			p.Map.view = v
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
	return p, s.overviewLists(c, v, p)
}

// overviewLists reads what the overview tells of places, issues and decisions.
func (s *server) overviewLists(c *request, v view, p *overviewScene) error {
	m, _, err := s.office.RegionMap(c.ctx(), v.Query, false)
	if err != nil {
		return err
	}
	for _, a := range append(m.Areas, m.Elsewhere...) {
		if a.AboveScale > 0 {
			at := partPlace{indicator: revenue, by: industry.ByRegion, id: a.ID}
			p.Areas = append(p.Areas, areaRow{Area: a, Of: v.TracePart(at, "cumulative")})
		}
	}
	slices.SortStableFunc(p.Areas, func(a, b areaRow) int { return cmp.Compare(b.AboveScale, a.AboveScale) })
	for i := range p.Areas {
		p.Areas[i].Width = width(float64(p.Areas[i].AboveScale) * 100 / float64(p.Areas[0].AboveScale))
	}
	// The same for everybody: what a wall may see, whoever looks at it.
	wall := industry.User{Roles: []industry.Role{industry.Kiosk}}
	if p.Board, err = s.office.IssueBoard(c.ctx(), office.ListRequest{Chain: v.Query.Chain, Month: v.Query.Month, AsOf: v.Query.AsOf, User: wall}); err != nil {
		return err
	}
	p.Urgent = p.Board.Open[:min(len(p.Board.Open), screenIssues)]
	if p.Decided, err = s.office.DecisionBoard(c.ctx(), v.Query.AsOf); err != nil {
		return err
	}
	for _, it := range p.Decided.Items {
		if len(p.Due) < screenDue && !it.Done {
			p.Due = append(p.Due, it)
		}
	}
	for _, l := range p.Table.Indicators {
		if l.Empty() && !l.Target.Known {
			continue
		}
		p.Rows = append(p.Rows, rowOf(v, l))
	}
	return nil
}

// LaterIssues counts the open issues that are not listed.
func (p *overviewScene) LaterIssues() int { return len(p.Board.Open) - len(p.Urgent) }

// OpenDue counts the open decisions, LaterDue those that are not listed.
func (p *overviewScene) OpenDue() int { return p.Decided.Total - p.Decided.Done }

// LaterDue counts the open decisions that are not listed.
func (p *overviewScene) LaterDue() int { return p.OpenDue() - len(p.Due) }

// FewAreas are the areas a panel holds, LaterAreas those it does not.
func (p *overviewScene) FewAreas() []areaRow { return p.Areas[:min(len(p.Areas), screenAreas)] }

// LaterAreas counts the areas that are not listed.
func (p *overviewScene) LaterAreas() int { return len(p.Areas) - len(p.FewAreas()) }

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

// Ranked reports whether any indicator has a place in the city.
func (p *overviewScene) Ranked() bool { return ranked(p.Rows) }
