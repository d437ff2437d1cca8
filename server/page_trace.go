package server

import (
	"net/http"

	"chainboard/industry"
)

// tracePage tells where a figure comes from: what it is made of, by which rule
// it is judged, and what else is reported about it.
type tracePage struct {
	Page
	View     view
	Row      dispatchRow
	Coverage industry.Coverage
	Flagship *industry.Flagships
	Amounts  industry.ScreenUnit // the indicator's own unit, for the formula
}

// flagship is the tile that is no indicator: it is counted in the projects.
const flagship = "flagship"

func (s *server) trace(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &tracePage{Page: Page{Title: "数据来源", Brand: v.Brand()}, View: v}
	if v.Indicator == flagship {
		o, err := s.office.Overview(c.ctx(), v.Query)
		if err != nil {
			return err
		}
		p.Flagship = &industry.Flagships{}
		if o.Investment != nil {
			p.Flagship = &o.Investment.Flagship
		}
		return p.answer(c)
	}
	table, err := s.office.Dispatch(c.ctx(), v.Query)
	if err != nil {
		return err
	}
	if !v.Open {
		table = table.Nameless()
	}
	line, ok := table.Line(v.Indicator)
	if !ok {
		return industry.Errorf(industry.NotFound, "没有编码为“%s”的指标", v.Indicator)
	}
	p.Row, p.Coverage = rowOf(v, line), table.Coverage
	p.Amounts = industry.ScreenUnitOf(line.Unit)
	return p.answer(c)
}

// answer sends the fragment for a popover to a script, and a page to anyone else.
func (p *tracePage) answer(c *request) error {
	if c.scripted() {
		p.unadorned = true
		return c.html(http.StatusOK, "trace_fragment", p)
	}
	return c.html(http.StatusOK, "trace", p)
}

// Own reports whether the amount is the chain's own row and not a sum.
func (p *tracePage) Own() bool { return p.Row.Origin == industry.Reported }

// Summed reports whether the amount is a sum over enterprises or chains.
func (p *tracePage) Summed() bool { return p.Row.Origin == industry.Summed }

// Basis says how the growth is stated.
func (p *tracePage) Basis() string {
	switch p.Row.GrowthBasis {
	case industry.Comparable:
		if p.Own() {
			return "同口径：本期与上年同期均为本级填报数"
		}
		return "同口径：本期与同期为同一名单，同期数由企业今年填报；没有同期数的只计入累计，不计入增速"
	case industry.Published:
		return "可比价：增速由统计部门直报，不用总量推算"
	}
	return "名义：与上年同期数直接相比"
}
