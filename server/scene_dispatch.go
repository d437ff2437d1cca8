package server

import (
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

// dispatchScene is 经济运行调度: the table of the month with who makes it.
type dispatchScene struct {
	staged
	View     view
	Table    industry.DispatchTable
	Rows     []dispatchRow
	Due      industry.Rate // where revenue should stand
	Shown    industry.Line // 营业收入
	Trend    industry.Trend
	Branches parts
	Segments parts
	Regions  parts
	Chains   []chainCard // of all chains
	Counted  []industry.Line
	Notes    []indicatorNotes
	Heat     bool // segments have a month to show
}

// parts are the groups of a breakdown of 营业收入 with what they add up to.
type parts struct {
	By    industry.Grouping
	Rows  []pullRow
	Total industry.PartTotal

	view      view
	indicator string
}

// Of returns where a figure of the whole is explained.
func (p parts) Of(aspect string) string { return p.view.Trace(p.indicator, aspect) }

// Firms returns where the enterprises of the whole are counted.
func (p parts) Firms() string { return p.view.Tally("enterprises.listed") }

func (s *server) dispatchScene(c *request, v view) (stage, error) {
	p := &dispatchScene{View: v}
	if v.Empty() {
		return p, nil
	}
	table, err := s.office.Dispatch(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	p.Table = table.Nameless()
	p.fill()
	if p.Shown, _ = p.Table.Line(revenue); p.Shown.Code != "" {
		if p.Trend, err = s.office.Trend(c.ctx(), v.Query, revenue, trendMonths(v.Query)); err != nil {
			return nil, err
		}
		if err := s.dispatchParts(c, p); err != nil {
			return nil, err
		}
	}
	p.Chains, err = s.chainCards(c, v)
	return p, err
}

// fill puts what is assessed first: a wall has not room for every indicator.
func (p *dispatchScene) fill() {
	p.Notes = notesOf(p.Table)
	for _, l := range p.Table.Indicators {
		if l.Code == revenue {
			p.Due = l.Pace
		}
		if l.Empty() && !l.Target.Known {
			continue
		}
		p.Rows = append(p.Rows, rowOf(p.View, l))
		if l.Coverage.Reported.Parts > 0 {
			p.Counted = append(p.Counted, l)
		}
	}
	assessed := func(r dispatchRow) int {
		if r.Target.Known {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(p.Rows, func(a, b dispatchRow) int { return assessed(a) - assessed(b) })
}

func (s *server) dispatchParts(c *request, p *dispatchScene) error {
	for _, part := range []*parts{&p.Branches, &p.Segments, &p.Regions} {
		switch part {
		case &p.Branches:
			part.By = industry.ByBranch
		case &p.Segments:
			part.By = industry.BySegment
		case &p.Regions:
			part.By = industry.ByRegion
		}
		b, err := s.office.Breakdown(c.ctx(), p.View.Query, revenue, part.By)
		if err != nil {
			return err
		}
		b = b.Suppressed()
		if b.Total.Value.Known {
			part.Rows, part.Total = shownFirst(pullsOf(p.View, revenue, b)), b.Total
			part.view, part.indicator = p.View, revenue
		}
	}
	heat, err := s.office.Heat(c.ctx(), p.View.Query, office.HeatQuery{Indicator: revenue, BySegment: true, Page: 1})
	p.Heat = len(heat.Rows) > 0
	return err
}

// shownFirst puts the groups of too few enterprises last: a wall has not room for
// every one.
func shownFirst(rows []pullRow) []pullRow {
	shown := slices.DeleteFunc(slices.Clone(rows), func(r pullRow) bool { return r.Suppressed })
	return append(shown, slices.DeleteFunc(slices.Clone(rows), func(r pullRow) bool { return !r.Suppressed })...)
}

// Ranked reports whether any indicator has a place in the city.
func (p *dispatchScene) Ranked() bool { return ranked(p.Rows) }

func ranked(rows []dispatchRow) bool {
	return slices.ContainsFunc(rows, func(r dispatchRow) bool { return r.Rank.Known })
}

// HeatChart is the address of the heat map of segments, which tells of no single
// enterprise.
func (p *dispatchScene) HeatChart() string {
	return p.View.About("/charts/heatmap", revenue) + "&heat=segment"
}

// Waterfall is the address of the picture of what makes the growth, by region.
func (p *dispatchScene) Waterfall() string {
	return p.View.About("/charts/waterfall", revenue) + "&by=" + string(industry.ByRegion)
}

// Forecasts reports whether any indicator of the table has a projection.
func (p *dispatchScene) Forecasts() bool {
	return slices.ContainsFunc(p.Rows, func(r dispatchRow) bool { return r.Forecast.Year.Known })
}

// Against says how the chain's growth compares with the areas around.
func (p *dispatchScene) Against() string {
	who := "本链"
	if p.View.Query.Chain == industry.AllChains {
		who = "各链合计"
	}
	return p.Trend.Compare().Text(who)
}
