package server

import (
	"net/http"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// tracePage tells where a figure comes from: its formula with the numbers put
// in, the records it rests on with the cells they were read from, by which rule
// it is judged, and what else is reported about it.
type tracePage struct {
	Page
	View     view
	Trace    industry.Trace
	Row      dispatchRow
	Amounts  industry.ScreenUnit // the indicator's own unit, for the formula
	Tally    *industry.Tally     // of a figure that counts records; the rest is empty then
	Inputs   []inputRow          // as many as there is room for
	Batches  []industry.Source   // the imports they came with, each once
	Heads    traceHeads
	Imports  bool   // batches may be opened
	Download string // "" for those who may not take files
	Whole    string // the page with the inputs that have no room here
	scripted bool   // it is a popover
}

// flagship is the tile that is no indicator: it is counted in the projects.
const (
	flagship        = "flagship"
	flagshipFigure  = "projects.flagship"
	figureParameter = "figure"
)

// Inputs that a popover and a page show; the rest is in the file.
const (
	popoverInputs = 20
	pageInputs    = 500
)

func (s *server) trace(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	if flag(c.Query("wall")) { // what the wall opens says no more than the wall
		v.Open, v.Lists = false, false
	}
	p := &tracePage{Page: Page{Title: "数据来源", Brand: v.Brand()}, View: v, Imports: v.Open && c.can(industry.Import), scripted: c.scripted()}
	if question := c.tallyQuestion(v); question.Figure != "" {
		return s.tally(c, p, question)
	}
	r, err := c.traceRequest()
	if err != nil {
		return err
	}
	r.Query, r.Indicator, r.Open = v.Query, v.Indicator, v.Open
	if p.Trace, err = s.office.Trace(c.ctx(), r); err != nil {
		return err
	}
	p.fill(c)
	return p.answer(c)
}

func (p *tracePage) fill(c *request) {
	p.Row, p.Amounts = rowOf(p.View, p.Trace.Line), industry.ScreenUnitOf(p.Trace.Unit)
	p.Heads = headsOf(p.Trace, c.Request.URL)
	p.Batches = batchesOf(p.Trace.Inputs)
	most := pageInputs
	if c.scripted() {
		most = popoverInputs
	}
	for _, in := range p.Trace.Inputs[:min(most, len(p.Trace.Inputs))] {
		p.Inputs = append(p.Inputs, inputRow{in, p.places(in)})
	}
	p.Whole = c.Request.URL.RequestURI()
	if p.View.Open && c.can(industry.ExportEnterprises) && len(p.Trace.Inputs) > 0 {
		p.Download = "/trace.xlsx?" + c.Request.URL.RawQuery
	}
}

// answer sends the fragment for a popover to a script, and a page to anyone else.
func (p *tracePage) answer(c *request) error {
	if c.scripted() {
		p.unadorned = true
		return c.html(http.StatusOK, "trace_fragment", p)
	}
	return c.html(http.StatusOK, "trace", p)
}

// Summed reports whether the amount is a sum over enterprises or chains.
func (p *tracePage) Summed() bool { return p.Row.Origin == industry.Summed }

// Main reports whether the whole line is explained and not one figure of it.
func (p *tracePage) Main() bool { return p.Trace.Of == industry.OfCumulative && p.Trace.Group == "" }

// Judged reports whether the figure is one that a light is given by.
func (p *tracePage) Judged() bool {
	switch p.Trace.Of {
	case industry.OfCompletion, industry.OfPace, industry.OfAhead, industry.OfLight:
		return true
	}
	return false
}

// Label names the figure that is explained.
func (p *tracePage) Label() string {
	if p.Main() && p.Row.Indicator.Period == "时点" {
		return "期末数"
	}
	return p.Trace.Of.Label()
}

// batchesOf returns each import once, in the order of the inputs.
func batchesOf(inputs []industry.TraceInput) []industry.Source {
	var list []industry.Source
	seen := map[int64]bool{}
	for _, in := range inputs {
		for _, cell := range in.Cells {
			if s := cell.Source; s != nil && s.Batch != 0 && s.File != "" && !seen[s.Batch] {
				seen[s.Batch] = true
				list = append(list, *s)
			}
		}
	}
	return list
}

// words splits a formula for its template, so that no line ends within a number.
func words(formula string) []word {
	var list []word
	for _, w := range strings.Split(formula, " ") {
		list = append(list, word{w, strings.Contains(w, "\u2009")})
	}
	return list
}

type word struct {
	Text string
	Nums bool // digits in groups: it stays on one line
}

// traceFile sends the inputs of a figure as a workbook.
func (s *server) traceFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	if q := c.tallyQuestion(v); q.Figure != "" {
		return s.tallyFile(c, v, q)
	}
	r, err := c.traceRequest()
	if err != nil {
		return err
	}
	r.Query, r.Indicator = v.Query, v.Indicator
	name, file, err := s.office.TraceFile(c.ctx(), r, office.Reader{User: c.user, Actor: c.actor()})
	if err != nil {
		return err
	}
	return c.attach(name+"-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file)
}
