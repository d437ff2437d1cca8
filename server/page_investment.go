package server

import (
	"net/http"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

const investmentPath = "/investment"

// investmentPage is 招商引资 of a chain and month: the projects signed in the last
// three years, how far they came, and what stands still.
type investmentPage struct {
	Page
	View view
	industry.InvestmentReport
	Steps    []step
	Rates    []rate
	Amounts  []stageRow
	Late     []lateProject
	Gaps     []signedSegment
	Counted  *industry.Counting // nil: no figure is explained
	Figures  []choice           // of what may be explained, by address
	Download string             // "" for those who may not take files
}

// stageRow is a stage with its amount and the address that explains it.
type stageRow struct {
	industry.StageCount
	Explain string
}

// signedSegment is a segment with the mark of its diagnosis, if it is a gap.
type signedSegment struct {
	industry.SegmentSigned
	Class, Mark string
}

func (s *server) investmentPage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &investmentPage{Page: Page{Title: "招商引资", Brand: v.Brand()}, View: v}
	q := office.InvestmentQuery{Query: v.Query}
	if p.InvestmentReport, err = s.office.InvestmentReport(c.ctx(), q); err != nil {
		return err
	}
	if figure := c.Query("explain"); figure != "" {
		counted, err := s.office.Counted(c.ctx(), q, figure)
		if err != nil {
			return err
		}
		p.Counted = &counted
	}
	if c.can(industry.ExportEnterprises) {
		p.Download = v.To(investmentPath + ".xlsx")
	}
	p.fill()
	return c.html(http.StatusOK, "investment", p)
}

func (p *investmentPage) fill() {
	p.Steps, p.Rates = stepsOf(p.Stages), ratesOf(p.InvestmentReport.Rates)
	for _, c := range p.Stages {
		if slices.Contains(industry.CountedFigures(), string(c.Stage)) {
			p.Amounts = append(p.Amounts, stageRow{c, p.explain(string(c.Stage))})
		}
	}
	for _, o := range p.Overdue {
		missed, _, _ := strings.Cut(o.Rule, "，")
		p.Late = append(p.Late, lateProject{o, missed})
	}
	for _, seg := range p.Segments {
		g := signedSegment{SegmentSigned: seg}
		if seg.State != "" {
			g.Mark, g.Class = badge(seg.State)
		}
		p.Gaps = append(p.Gaps, g)
	}
	for _, figure := range industry.CountedFigures() {
		p.Figures = append(p.Figures, choice{p.explain(figure), industry.CountingLabel(figure), p.Counted != nil && p.Counted.Figure == figure})
	}
}

// explain returns the address of the page that lists what a figure counts.
func (p *investmentPage) explain(figure string) string {
	values := p.View.values()
	values.Set("explain", figure)
	return investmentPath + "?" + values.Encode() + "#counted"
}

// Arrivals is the address that explains 到位资金.
func (p *investmentPage) Arrivals() string { return p.explain(industry.ArrivedFigure) }

// Signings is the address that explains 签约.
func (p *investmentPage) Signings() string { return p.explain(industry.SignedFigure) }

// Kept reports whether funds are kept account of.
func (p *investmentPage) Kept() bool { return p.Arrived.Amount.Known }

// Board is the list of projects of the chain.
func (p *investmentPage) Board() string { return listAddress(p.View.Query.Chain, "projects") }

// investmentFile answers with the tables of the page as a workbook.
func (s *server) investmentFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	file, err := s.office.InvestmentFile(c.ctx(), office.InvestmentQuery{Query: v.Query}, office.Reader{User: c.user, Actor: c.actor()})
	if err != nil {
		return err
	}
	return c.attach("招商引资-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file)
}
