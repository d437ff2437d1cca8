package server

import (
	"bytes"
	"net/http"
	"net/url"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

const duePath = "/due"

// duePage is 到期提醒: what is past its day, due this week and after.
type duePage struct {
	Page
	industry.Due
	View        view
	Name        string // of the chain
	Groups      []dueGroup
	KindChoices []choice
	UnitChoices []choice
	SpanChoices []choice
	Filtered    bool
	Download    string
}

// dueGroup is a heading of the list with what stands under it.
type dueGroup struct {
	Label string
	Items []dueRow
}

// dueRow is an item with the address of what it is about.
type dueRow struct {
	industry.DueItem
	Href string
}

// dueQuery reads ?days=, ?kind= and ?department=.
func (c *request) dueQuery() (industry.DueQuery, error) {
	q := industry.DueQuery{Kind: industry.DueKind(c.Query("kind")), Department: c.Query("department")}
	var err error
	q.Days, err = c.number("days", span{1, industry.MostDueDays, industry.DefaultDueDays})
	return q, err
}

func (s *server) duePage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	q, err := c.dueQuery()
	if err != nil {
		return err
	}
	p := &duePage{Page: Page{Title: "到期提醒"}, View: v, Name: v.Name, Filtered: q.Kind != "" || q.Department != ""}
	if p.Due, err = s.office.Due(c.ctx(), v.Query.Chain, q); err != nil {
		return err
	}
	for _, group := range []string{industry.DueLate, industry.DueWeek, industry.DueLater} {
		g := dueGroup{Label: p.GroupLabel(group)}
		for _, it := range p.Of(group) {
			g.Items = append(g.Items, dueRow{it, v.Item(it.List, it.ID)})
		}
		p.Groups = append(p.Groups, g)
	}
	p.KindChoices, p.UnitChoices = dueChoices(p.Kinds, string(q.Kind)), dueChoices(p.Departments, q.Department)
	for _, days := range []int{7, 30, 60, 90, 180} {
		text := strconv.Itoa(days)
		p.SpanChoices = append(p.SpanChoices, choice{text, text + "天内", days == p.Days})
	}
	if err := s.draftNotices(c, &p.Page, v); err != nil {
		return err
	}
	p.Download = duePath + ".xlsx?" + chainSaid(v.Query.Chain, c.Request.URL.Query())
	return c.html(http.StatusOK, "due", p)
}

// chainSaid keeps the parameters of an address with the chain that they mean.
func chainSaid(chain string, values url.Values) string {
	values.Set("chain", chain)
	return values.Encode()
}

func dueChoices(counts []industry.DueCount, chosen string) []choice {
	list := make([]choice, len(counts))
	for i, n := range counts {
		list[i] = choice{n.Value, n.Name + " (" + strconv.Itoa(n.Count) + ")", n.Value == chosen}
	}
	return list
}

// dueFile sends the list as a workbook.
func (s *server) dueFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	q, err := c.dueQuery()
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.DueFile(c.ctx(), &file, office.DueFileQuery{Chain: v.Query.Chain, DueQuery: q}, c.actor()); err != nil {
		return err
	}
	return c.attach("到期提醒-"+v.Name+"-"+string(s.office.Today())+".xlsx", workbookType, file.Bytes())
}

// apiDue answers GET /api/v1/chains/{chain}/due.
func (s *server) apiDue(c *request) error {
	q, err := c.dueQuery()
	if err != nil {
		return err
	}
	d, err := s.office.Due(c.ctx(), c.Param("chain"), q)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, d)
}
