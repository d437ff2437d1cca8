package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// tallyRow is a record of a tally with its place and page.
type tallyRow struct {
	industry.TallyRecord
	Places []place
	Link   string // the record's page, "" for those who may not open it
}

// tallyQuestion reads which figure that counts records is asked for; the tile of
// 5020 projects has an address of its own.
func (c *request) tallyQuestion(v view) industry.TallyQuestion {
	q := industry.TallyQuestion{Figure: c.Query(figureParameter), By: c.Query("by"), Group: c.Query("group")}
	if q.Figure == "" && v.Indicator == flagship {
		q.Figure = flagshipFigure
	}
	return q
}

// tallyRequest asks for whoever reads: what a wall opens is the same for everybody.
func (c *request) tallyRequest(v view, q industry.TallyQuestion) office.TallyRequest {
	r := office.TallyRequest{Query: v.Query, TallyQuestion: q, User: c.user}
	if !v.Open {
		r.User = industry.User{Roles: []industry.Role{industry.Kiosk}}
	}
	return r
}

// tally explains a figure that counts records.
func (s *server) tally(c *request, p *tracePage, q industry.TallyQuestion) error {
	t, err := s.office.Tally(c.ctx(), c.tallyRequest(p.View, q))
	if err != nil {
		return err
	}
	p.Tally, p.Whole = &t, c.Request.URL.RequestURI()
	if p.View.Open && c.can(industry.ExportEnterprises) && len(t.Records) > 0 {
		p.Download = "/trace.xlsx?" + c.Request.URL.RawQuery
	}
	p.Batches = tallyBatches(t)
	return p.answer(c)
}

// tallyBatches returns each import of the records once.
func tallyBatches(t industry.Tally) []industry.Source {
	var inputs []industry.TraceInput
	for _, r := range t.Records {
		inputs = append(inputs, industry.TraceInput{Cells: []industry.TraceCell{{Source: r.Source}}})
	}
	return batchesOf(inputs)
}

// TallyRows are the records that there is room for.
func (p *tracePage) TallyRows() []tallyRow {
	most := pageInputs
	if p.scripted {
		most = popoverInputs
	}
	lists := map[string]string{"project": "projects", "issue": "issues", "decision": "decisions", "enterprise": "enterprises"}
	var rows []tallyRow
	for _, r := range p.Tally.Records[:min(most, len(p.Tally.Records))] {
		row := tallyRow{TallyRecord: r}
		if r.Source != nil && (r.Source.Batch != 0 || r.Source.Sheet != "" || r.Source.By != "") {
			row.Places = []place{p.place(r.Source)}
		}
		if list := lists[r.Noun]; list != "" && p.View.Lists && p.View.Open && r.Key != "" {
			row.Link = p.View.Item(list, string(r.Key))
		}
		rows = append(rows, row)
	}
	return rows
}

// TallyAmounts reports whether any record has a value beside its place.
func (p *tracePage) TallyAmounts() bool {
	for _, r := range p.Tally.Records {
		if r.Amount != "" {
			return true
		}
	}
	return false
}

// apiTally answers GET /api/v1/trace?figure=.
func (s *server) apiTally(c *request, q industry.TallyQuestion) error {
	about, err := c.query()
	if err != nil {
		return err
	}
	t, err := s.office.Tally(c.ctx(), office.TallyRequest{Query: about, TallyQuestion: q, User: c.user})
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, t)
}

// tallyFile sends the records of a figure as a workbook.
func (s *server) tallyFile(c *request, v view, q industry.TallyQuestion) error {
	name, file, err := s.office.TallyFile(c.ctx(), c.tallyRequest(v, q), office.Reader{User: c.user, Actor: c.actor()})
	if err != nil {
		return err
	}
	return c.attach(name+"-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file)
}
