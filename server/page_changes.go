package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// changesPage tells what became of a month's figures between two moments.
type changesPage struct {
	Page
	View     view
	Changes  industry.Changes
	Lines    []changedLine
	Groups   []changedGroup
	Paging   paging
	From, To string // as the form shows them
	Choices  []choice
	Sheets   []choice
	Spans    []choice // addresses of the usual spans
	Batch    int64
	Download string // "" for those who may not take files
}

// changedLine is an indicator as it was and is.
type changedLine struct {
	industry.LineChange
	Traces changedTraces
	New    bool // there was no figure before

	Cumulative, Base, Growth, Target, Completion, Reported turn
}

// turn is a text that became another; From is empty where they are the same, or
// where there was nothing.
type turn struct{ From, To string }

func turnOf(from, to string) turn {
	if from == to || from == "—" {
		return turn{To: to}
	}
	return turn{from, to}
}

func changedLineOf(l industry.LineChange) changedLine {
	unit := industry.ScreenUnitOf(l.Unit, l.Before.Cumulative, l.After.Cumulative)
	was, is := l.Before, l.After
	return changedLine{
		LineChange: l, New: !was.Cumulative.Known && !was.Growth.Known,
		Cumulative: turnOf(unit.Figure(was.Cumulative).String(), unit.Figure(is.Cumulative).String()), Base: turnOf(unit.Text(was.Base), unit.Text(is.Base)),
		Growth: turnOf(was.GrowthText, is.GrowthText), Target: turnOf(was.TargetText, is.TargetText),
		Completion: turnOf(industry.PercentText(was.Completion), industry.PercentText(is.Completion)),
		Reported:   turnOf(industry.GroupedText(was.Reported), industry.GroupedText(is.Reported)),
	}
}

// changedTraces are where the figures of both moments are explained.
type changedTraces struct{ Before, After string }

// changedGroup is what was saved together, with what it was.
type changedGroup struct {
	industry.ChangeGroup
	What string // 导入批次 3, 撤销导入批次 3, 网页填报
	Link string // of the import, "" where it may not be opened
	Only string // the page with these alone
}

func (s *server) changesPage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	r, err := c.changesRequest(changeRows)
	if err != nil {
		return err
	}
	r.Chain, r.Month = v.Query.Chain, v.Query.Month
	p := &changesPage{Page: Page{Title: "数据变动", Brand: v.Brand()}, View: v, Batch: r.Batch}
	if p.Changes, err = s.office.Changes(c.ctx(), r); err != nil {
		return err
	}
	table, err := s.office.Dispatch(c.ctx(), office.Query{Chain: r.Chain, Month: r.Month, AsOf: r.AsOf})
	if err != nil {
		return err
	}
	p.fill(c, r, table)
	return c.html(http.StatusOK, "changes", p)
}

func (p *changesPage) fill(c *request, r office.ChangesRequest, table industry.DispatchTable) {
	p.From, p.To = momentField(p.Changes.From), strings.TrimSpace(c.Query("to"))
	p.Paging = c.paging(r.Page, r.Size, p.Changes.Total)
	for _, l := range p.Changes.Indicators {
		line := changedLineOf(l)
		line.Traces = p.traces(l.Code)
		p.Lines = append(p.Lines, line)
	}
	imports := p.View.Open && c.can(industry.Import)
	for _, g := range p.Changes.Groups {
		group := changedGroup{ChangeGroup: g, What: "网页填报"}
		switch batch := strconv.FormatInt(g.Source.Batch, 10); {
		case g.Undone != 0:
			group.What = "撤销导入批次 " + strconv.FormatInt(g.Undone, 10)
		case g.Source.Batch != 0:
			group.What, group.Only = "导入批次 "+batch, p.with("batch", batch)
			if imports {
				group.Link = "/imports/" + batch
			}
		}
		p.Groups = append(p.Groups, group)
	}
	p.Choices = []choice{{"", "全部指标", r.Indicator == ""}}
	for _, l := range table.Indicators {
		p.Choices = append(p.Choices, choice{l.Code, l.Name, l.Code == r.Indicator})
	}
	p.Sheets = []choice{{"", "全部资料表", r.Register == ""}}
	for _, g := range office.ChangeRegisters() {
		p.Sheets = append(p.Sheets, choice{g.Noun, g.Sheet, g.Noun == r.Register})
	}
	p.spans(c)
	if p.View.Open && c.can(industry.ExportEnterprises) && p.Changes.Total > 0 {
		p.Download = "/changes.xlsx?" + p.values().Encode()
	}
}

// spans offers the usual moments to compare with.
func (p *changesPage) spans(c *request) {
	today := c.s.office.Now()
	if to := p.Changes.To; to != nil {
		today = *to
	}
	month := industry.MonthOf(today)
	for _, s := range []struct {
		label string
		from  time.Time
	}{
		{"近7天", today.AddDate(0, 0, -7)},
		{"近30天", today.AddDate(0, 0, -office.ChangeDays)},
		{"上月末以来", month.Add(-1).Last().End()},
		{"年初以来", industry.NewMonth(month.Year()-1, 12).Last().End()},
	} {
		day := string(industry.DateOf(s.from))
		p.Spans = append(p.Spans, choice{p.with("from", day), s.label, c.Query("from") == day})
	}
}

// traces are the explanations of an indicator at both moments.
func (p *changesPage) traces(code string) changedTraces {
	at := func(moment string) string {
		values := url.Values{"chain": {p.View.Query.Chain}, "month": {p.View.Query.Month.String()}, "indicator": {code}}
		if moment != "" {
			values.Set("as_of", moment)
		}
		return "/trace?" + values.Encode()
	}
	return changedTraces{Before: at(p.Changes.From.Format(time.RFC3339)), After: at(p.To)}
}

// values are what carries the page to another address, the form's fields apart
// from the page number.
func (p *changesPage) values() url.Values {
	values := url.Values{"chain": {p.View.Query.Chain}, "month": {p.View.Query.Month.String()}, "from": {p.From}}
	if p.To != "" {
		values.Set("to", p.To)
	}
	for name, choices := range map[string][]choice{"indicator": p.Choices, "register": p.Sheets} {
		for _, c := range choices {
			if c.Selected && c.Value != "" {
				values.Set(name, c.Value)
			}
		}
	}
	if p.Batch != 0 {
		values.Set("batch", strconv.FormatInt(p.Batch, 10))
	}
	return values
}

// with returns the page's address with another value.
func (p *changesPage) with(name, value string) string {
	values := p.values()
	values.Set(name, value)
	return "/changes?" + values.Encode()
}

// Without returns the page's address for every import.
func (p *changesPage) Without() string {
	values := p.values()
	values.Del("batch")
	return "/changes?" + values.Encode()
}

// momentField writes a moment as its field takes it: the day where it is the end
// of one.
func momentField(at time.Time) string {
	at = at.In(industry.Shanghai)
	if day := industry.DateOf(at); day.End().Equal(at) {
		return string(day)
	}
	return at.Format(time.RFC3339)
}

// changesFile sends the revisions as a workbook.
func (s *server) changesFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	r, err := c.changesRequest(changeRows)
	if err != nil {
		return err
	}
	r.Chain, r.Month = v.Query.Chain, v.Query.Month
	file, err := s.office.ChangesFile(c.ctx(), r, office.Reader{User: c.user, Actor: c.actor()})
	if err != nil {
		return err
	}
	return c.attach("数据变动-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file)
}
