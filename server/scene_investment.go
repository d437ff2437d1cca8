package server

import (
	"chainboard/industry"
	"chainboard/office"
)

// investmentScene is 招商签约: how far the projects signed in the last three years
// came, what arrived, and what stands still.
type investmentScene struct {
	staged
	View view
	industry.InvestmentReport
	Steps    []step
	Rates    []rate
	Amounts  []industry.StageCount // the stages of the steps
	Late     []lateProject
	Gaps     []signedSegment
	Sources  []sourceRow
	Months   []signedMonth
	Headline []dispatchRow // the year's indicators of 招商, which can be traced
}

// signedMonth is a month of both years with a bar for each.
type signedMonth struct {
	industry.SignedMonth
	Now, Before string // widths
}

// investmentIndicators are what the county is assessed by, as far as it follows them.
func investmentIndicators() []string {
	return []string{"signed_projects", "signed_contract", "arrived_funds", "started_projects", "operating_projects"}
}

func (s *server) investmentScene(c *request, v view) (stage, error) {
	p := &investmentScene{View: v}
	var err error
	if p.InvestmentReport, err = s.office.InvestmentReport(c.ctx(), office.InvestmentQuery{Query: v.Query}); err != nil {
		return nil, err
	}
	page := investmentPage{View: v, InvestmentReport: p.InvestmentReport}
	page.fill()
	p.Steps, p.Rates, p.Late, p.Gaps = page.Steps, page.Rates, page.Late, page.Gaps
	for _, st := range p.Steps {
		p.Amounts = append(p.Amounts, st.StageCount)
	}
	p.Sources = sourcesOf(p.InvestmentReport.Sources, screenSources)
	p.Months = monthBars(p.SignedYear)
	if v.Empty() {
		return p, nil
	}
	table, err := s.office.Dispatch(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	table = table.Nameless()
	for _, code := range investmentIndicators() {
		if l, ok := table.Line(code); ok {
			p.Headline = append(p.Headline, rowOf(v, l))
		}
	}
	return p, nil
}

// monthBars draws the months of a year, the longest bar all across.
func monthBars(y industry.SignedYear) []signedMonth {
	most := 1
	for _, m := range y.Months {
		most = max(most, m.Now.Count, m.Before.Count)
	}
	rows := make([]signedMonth, len(y.Months))
	for i, m := range y.Months {
		rows[i] = signedMonth{m, width(float64(m.Now.Count) * 100 / float64(most)), width(float64(m.Before.Count) * 100 / float64(most))}
	}
	return rows
}

// None reports whether there is nothing to show: no project of any kind.
func (p *investmentScene) None() bool {
	return p.Signed.Count == 0 && !p.Signed.Contract.Known && len(p.Late) == 0
}

// Kept reports whether funds are kept account of.
func (p *investmentScene) Kept() bool { return p.Arrived.Amount.Known }
