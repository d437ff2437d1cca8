package server

import (
	"cmp"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// heatView is the heat map of the dispatch page with its switches.
type heatView struct {
	industry.Heat
	BySegment bool
	Page      int
	Kinds     []NavItem // enterprises or segments; empty for who sees segments only
	Measures  []NavItem
	Before    string // address of the page of rows before, "" where there is none
	After     string
	Chart     string
}

// Size is the class of the chart's height: rows keep theirs.
func (h heatView) Size() string {
	switch n := len(h.Rows); {
	case n > 14:
		return "h40"
	case n > 7:
		return "h24"
	}
	return "h16"
}

// yearChoice leads to the newest month with data of another year.
type yearChoice struct {
	Year int
	Path string
}

// calendarPoint is a month of the indicator's year; without data it leads nowhere.
type calendarPoint struct {
	industry.CalendarMonth
	Path string
}

// with returns the address of the page with other choices, at a section of it.
// Whatever else was chosen stays, except the page of the heat map.
func (p *dispatchPage) with(section string, pairs ...string) string {
	values := p.View.values()
	values.Set("indicator", p.View.Indicator)
	for _, name := range []string{"by", "heat", "measure"} {
		if v := p.asked.Get(name); v != "" {
			values.Set(name, v)
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	address := "/dispatch?" + values.Encode()
	if section != "" {
		address += "#" + section
	}
	return address
}

// calendar reads in which months the chosen indicator has a figure.
func (s *server) calendar(c *request, p *dispatchPage) error {
	data := p.View.Months
	if ind := p.Shown.Indicator; ind.Code != revenue && !ind.FromRegister && ind.Basis != industry.Published {
		var err error
		if data, err = s.office.IndicatorMonths(c.ctx(), p.View.Query.Chain, ind.Code); err != nil {
			return err
		}
	}
	for _, m := range industry.CalendarOf(p.Shown.Indicator, p.View.Query.Month, data) {
		point := calendarPoint{CalendarMonth: m}
		if m.Data && !m.Shown {
			point.Path = p.with("", "month", m.Month.String())
		}
		p.Calendar = append(p.Calendar, point)
	}
	before, after := industry.YearsAround(p.View.Query.Month, data)
	if before.Defined() {
		p.Before = &yearChoice{before.Year(), p.with("", "month", before.String())}
	}
	if after.Defined() {
		p.After = &yearChoice{after.Year(), p.with("", "month", after.String())}
	}
	return nil
}

// groupings are the switches of who makes the growth; single enterprises only
// for who may see them.
func (p *dispatchPage) groupings(by industry.Grouping) []NavItem {
	var tabs []NavItem
	for _, g := range []industry.Grouping{industry.ByBranch, industry.BySegment, industry.ByRegion, industry.ByEnterprise} {
		if g != industry.ByEnterprise || p.View.Open {
			tabs = append(tabs, NavItem{Label: "分" + g.Label(), Path: p.with("pull", "by", string(g)), Current: g == by})
		}
	}
	tabs[0].Label = industry.ByBranch.Label()
	return tabs
}

// PullChart is the address of the waterfall of what makes the growth.
func (p *dispatchPage) PullChart() string {
	return p.View.About("/charts/waterfall", p.View.Indicator) + "&by=" + string(p.By)
}

// strongest puts those with a pull first, the largest pull before the others.
func strongest(rows []pullRow) []pullRow {
	known := slices.DeleteFunc(slices.Clone(rows), func(r pullRow) bool { return !r.Pull.Known })
	slices.SortStableFunc(known, func(a, b pullRow) int { return cmp.Compare(b.Pull.Percent, a.Pull.Percent) })
	return known
}

// heat reads the heat map with its switches.
func (s *server) heat(c *request, p *dispatchPage) error {
	q, err := c.heatQuery(p.View)
	if err != nil {
		return err
	}
	h := heatView{BySegment: q.BySegment || !q.Open, Page: q.Page}
	if h.Heat, err = s.office.Heat(c.ctx(), p.View.Query, q); err != nil {
		return err
	}
	amounts := h.Measure == industry.HeatInMonth
	if q.Open {
		h.Kinds = []NavItem{
			{Label: "企业", Path: p.with("heat", "heat", "enterprise"), Current: !h.BySegment}, {Label: "环节", Path: p.with("heat", "heat", "segment"), Current: h.BySegment},
		}
	}
	if !h.BySegment {
		h.Measures = []NavItem{
			{Label: "累计同比", Path: p.with("heat", "measure", industry.HeatGrowth), Current: !amounts}, {Label: "当月数", Path: p.with("heat", "measure", industry.HeatInMonth), Current: amounts},
		}
	}
	if q.Page > 1 {
		h.Before = p.with("heat", "page", strconv.Itoa(q.Page-1))
	}
	if h.More(p.Table.Coverage.Expected, q) {
		h.After = p.with("heat", "page", strconv.Itoa(q.Page+1))
	}
	values := p.View.values()
	for name, value := range map[string]string{
		"indicator": p.View.Indicator, "heat": p.asked.Get("heat"), "measure": p.asked.Get("measure"), "page": strconv.Itoa(q.Page),
	} {
		if value != "" {
			values.Set(name, value)
		}
	}
	h.Chart = "/charts/heatmap?" + values.Encode()
	p.Heat = h
	return nil
}

// HeatShown reports whether the heat map has anything to show: of what no
// enterprise reports, an empty frame would only puzzle.
func (p *dispatchPage) HeatShown() bool {
	return len(p.Heat.Rows) > 0 && (p.Shown.Coverage.Reported.Parts > 0 || p.Heat.filled())
}

func (h heatView) filled() bool {
	known := func(c industry.HeatCell) bool { return c.Known }
	return slices.ContainsFunc(h.Rows, func(r industry.HeatRow) bool { return slices.ContainsFunc(r.Cells, known) })
}

// More reports whether rows follow after this page.
func (h heatView) More(listed int, q office.HeatQuery) bool {
	if h.BySegment {
		return h.Total > q.Page*industry.HeatRows
	}
	return listed > q.Page*industry.HeatRows
}

// Foreseen says with which range and on what basis the year is projected, ""
// where it is not.
func (r dispatchRow) Foreseen() string {
	text := r.ForecastText()
	if text != "" {
		text += "；" + r.ForecastBasis() + "：" + string(r.Forecast.Note)
	}
	return text
}

// Foreseeable is what the year is expected to come to.
func (r dispatchRow) Foreseeable() string {
	return r.YearFigure().String()
}

// YearFigure is the same with its unit apart.
func (r dispatchRow) YearFigure() industry.Figure {
	return industry.FigureOf(r.Forecast.Year, r.Unit)
}

// Forecasts reports whether any indicator of the table has a projection.
func (p *dispatchPage) Forecasts() bool {
	return slices.ContainsFunc(p.Rows, func(r dispatchRow) bool { return r.Forecast.Year.Known })
}
