package server

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// editionsPage is the editions of a list or map, and the form that keeps another.
type editionsPage struct {
	Page
	Paper     industry.Paper
	Name      string // of the list or map
	ChainName string
	Back      string // the list or map itself
	Here      string // this page
	Rows      []editionRow
	From, To  []choice // what can be compared
	Edit      bool
	Names     bool // of those who kept them may be shown
	Form      form
	Today     industry.Date
}

// editionRow is one edition with where its pages are.
type editionRow struct {
	industry.Edition
	Number  string
	Show    string
	File    string
	Compare string // with the present
}

func (s *server) editionsPage(c *request) error {
	p, err := c.paper()
	if err != nil {
		return err
	}
	return s.showEditions(c, p, http.StatusOK, form{Values: map[string]string{"dated": string(s.office.Today())}})
}

func (s *server) showEditions(c *request, paper industry.Paper, status int, f form) error {
	name, err := s.office.PaperName(c.ctx(), paper, c.user)
	if err != nil {
		return err
	}
	editions, err := s.office.Editions(c.ctx(), paper, c.user)
	if err != nil {
		return err
	}
	p := &editionsPage{
		Page: Page{Title: name + "的版本"}, Paper: paper, Name: name, Back: paperAddress(paper), Here: editionsAddress(paper), Form: f,
		Edit: c.can(industry.EditRegisters), Names: c.can(industry.SeeEnterprises), Today: s.office.Today(),
	}
	if p.ChainName, err = s.office.ChainName(c.ctx(), paper.Chain); err != nil {
		return err
	}
	for _, e := range editions {
		number := strconv.FormatInt(e.ID, 10)
		p.Rows = append(p.Rows, editionRow{
			Edition: e, Number: number, Show: p.Back + "?edition=" + number, File: p.Back + ".xlsx?edition=" + number, Compare: compareAddress(paper, e.ID, 0),
		})
	}
	if len(editions) > 0 {
		p.From, p.To = editionChoices(editions, present, editions[0].ID), editionChoices(editions, present, 0)
	}
	return c.html(status, "editions", p)
}

// keepEdition takes the form of a new edition. A day as its moment means the end
// of that day, today and nothing mean now.
func (s *server) keepEdition(c *request) error {
	p, err := c.paper()
	if err != nil {
		return err
	}
	f := c.formOf("name", "dated", "approver", "as_of", "note")
	e := industry.Edition{
		Paper: p, Name: f.Values["name"], Dated: industry.Date(f.Values["dated"]), Approver: f.Values["approver"], Note: f.Values["note"],
	}
	if e.Dated.Defined() {
		if _, err := industry.ParseDate(string(e.Dated)); err != nil {
			f.Errors["dated"] = err.Error()
		}
	}
	if text := f.Values["as_of"]; text != "" && text != string(s.office.Today()) {
		if e.AsOf, err = industry.ParseMoment(text); err != nil {
			f.Errors["as_of"] = err.Error()
		}
	}
	if len(f.Errors) == 0 {
		e, err = s.office.KeepEdition(c.ctx(), e, office.Reader{User: c.user, Actor: c.actor()})
		if err == nil {
			return c.done(editionsAddress(p), "已存为新版本："+e.Heading())
		}
		err = f.blame(err, map[string]string{"name": "name", "dated": "dated", "approver": "approver", "as_of": "as_of", "note": "note"})
		if err != nil {
			return err
		}
	}
	return s.showEditions(c, p, http.StatusBadRequest, f)
}

// withdrawEdition takes an edition back.
func (s *server) withdrawEdition(c *request) error {
	p, err := c.paper()
	if err != nil {
		return err
	}
	id, err := editionID(c.field("edition"))
	if err != nil {
		return err
	}
	if err := s.office.WithdrawEdition(c.ctx(), p, id, office.Reader{User: c.user, Actor: c.actor()}); err != nil {
		return err
	}
	return c.done(editionsAddress(p), "版本已撤回")
}

// differencesPage tells what changed between two editions.
type differencesPage struct {
	Page
	office.Differences
	Back     string
	Editions string // the page of the editions
	Here     string
	File     string
	Before   []choice
	After    []choice
	Changes  []changeRow
	Parts    []differencesPart
	Cut      bool // the page shows less than there is
	Most     int  // lines of a part that it shows; the file has them all
}

// changeRow is one changed value.
type changeRow struct {
	Name   string
	Change industry.ValueChange
}

// differencesPart is the rows that came, or those that went.
type differencesPart struct {
	Title string
	Rows  []partRow
}

// partRow is a row with its values in one line.
type partRow struct {
	Name, Content string
}

// mostDifferences is how many lines of each part a page shows.
const mostDifferences = 500

// differencesAsked reads which two moments are to be compared: the newest edition
// with the present where nothing is said.
func (s *server) differencesAsked(c *request) (office.DifferencesRequest, []industry.Edition, error) {
	r := office.DifferencesRequest{User: c.user}
	var err error
	if r.Paper, err = c.paper(); err != nil {
		return r, nil, err
	}
	editions, err := s.office.Editions(c.ctx(), r.Paper, c.user)
	if err != nil {
		return r, nil, err
	}
	if r.From, err = editionID(c.Query("from")); err != nil {
		return r, nil, err
	}
	if c.Query("from") == "" && len(editions) > 0 {
		r.From = editions[0].ID
	}
	r.To, err = editionID(c.Query("to"))
	return r, editions, err
}

func (s *server) differencesPage(c *request) error {
	r, editions, err := s.differencesAsked(c)
	if err != nil {
		return err
	}
	d, err := s.office.Differences(c.ctx(), r)
	if err != nil {
		return err
	}
	p := &differencesPage{
		Page: Page{Title: d.Name + "版本比较"}, Differences: d, Back: paperAddress(r.Paper), Editions: editionsAddress(r.Paper), Most: mostDifferences,
		Before: editionChoices(editions, present, r.From), After: editionChoices(editions, present, r.To),
	}
	p.Here = p.Editions + "/compare"
	p.File = p.Here + ".xlsx?" + c.Request.URL.RawQuery
	for _, row := range d.Content.Changed {
		for _, change := range row.Changes {
			p.Changes = append(p.Changes, changeRow{row.Name, change})
		}
	}
	p.Cut = len(p.Changes) > mostDifferences
	p.Changes = p.Changes[:min(len(p.Changes), mostDifferences)]
	p.part("新增", d.Content.Added)
	p.part("移出", d.Content.Removed)
	return c.html(http.StatusOK, "differences", p)
}

// part adds rows with their values in one line, without what they are called by.
func (p *differencesPage) part(title string, rows []industry.SnapshotRow) {
	if len(rows) == 0 {
		return
	}
	part := differencesPart{Title: title}
	for _, row := range rows[:min(len(rows), mostDifferences)] {
		var values []string
		for _, v := range row.Values {
			if v.Cell.Shown != row.Name {
				values = append(values, v.Name+"："+v.Text())
			}
		}
		part.Rows = append(part.Rows, partRow{row.Name, strings.Join(values, "；")})
	}
	p.Cut = p.Cut || len(rows) > mostDifferences
	p.Parts = append(p.Parts, part)
}

func (s *server) differencesFile(c *request) error {
	r, _, err := s.differencesAsked(c)
	if err != nil {
		return err
	}
	name, err := s.office.PaperName(c.ctx(), r.Paper, c.user)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.DifferencesFile(c.ctx(), &file, r, c.actor()); err != nil {
		return err
	}
	return c.attach(name+"版本比较-"+string(s.office.Today())+".xlsx", workbookType, file.Bytes())
}

// editionFile names the file of a list or map: by its edition, else by the day.
func (s *server) editionFile(name string, e *industry.Edition, ending string) string {
	if e == nil {
		return name + "-" + string(s.office.Today()) + ending
	}
	return name + "-" + e.Name + "-" + string(e.Dated) + ending
}

// momentText writes a moment as addresses do.
func momentText(at time.Time) string { return at.In(industry.Shanghai).Format(time.RFC3339Nano) }
