package server

import (
	"net/url"
	"slices"
	"strconv"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

const documentsPath = "/documents"

// everyMonth is the span of papers of all months.
const everyMonth = "all"

// keptRows is how many kept papers stand on a page.
const keptRows = 20

// documentsPage is the papers of a month and chain: the newest of each form with
// how it is made, and everything that was kept.
type documentsPage struct {
	Page
	View    view
	Post    string           // where a form makes papers; "" for those who may not
	Meeting industry.Meeting // of the month and chain, opened or not
	Forms   []documentForm
	Rows    []documentRow
	Paging  paging
	Kinds   []choice
	Spans   []choice
	Names   bool // of those who kept papers may be shown
	Form    form

	Schedule *schedulePart // nil for those who may not decide it
}

// documentsTyped is what was refused on the page of papers.
type documentsTyped struct {
	Form     form
	Schedule *industry.DocumentSchedule // nil: another form
}

// documentForm is one form of a paper, with the newest kept of it.
type documentForm struct {
	industry.DocumentFile
	Newest   *documentRow // nil: none is kept
	Makeable bool         // minutes are of a meeting that was opened
	Draft    string       // where it is edited, at the first form of its kind; "" where it is not
}

// documentRow is a kept paper with where its file is.
type documentRow struct {
	industry.KeptDocument
	File     string
	Changes  string // what changed in the data since
	Light    industry.Light
	Standing string
	Again    bool // asked for, and kept already
}

// documentAddress is where the file of a kept paper is fetched.
func documentAddress(d industry.KeptDocument) string {
	return documentsPath + "/" + strconv.FormatInt(d.ID, 10) + "/file"
}

func (s *server) documentsPage(c *request) error { return s.showDocuments(c, documentsTyped{}) }

// documentView settles month and chain. What is kept is not looked at as of
// another moment: it stays.
func (s *server) documentView(c *request) (view, error) {
	v, err := s.view(c)
	v.Query.AsOf, v.asOf = office.Query{}.AsOf, ""
	return v, err
}

// showDocuments lists what is kept, with what was refused.
func (s *server) showDocuments(c *request, typed documentsTyped) error {
	v, err := s.documentView(c)
	if err != nil {
		return err
	}
	p := &documentsPage{Page: Page{Title: "会议材料"}, View: v, Names: c.can(industry.SeeEnterprises), Form: typed.Form}
	standing, err := s.standings(c, v.Query.Chain)
	if err != nil {
		return err
	}
	p.Meeting = standing.meetings[v.Query.Month]
	if c.can(industry.EditRegisters) {
		p.Post = v.To(documentsPath)
		if p.Schedule, err = s.scheduled(c, v, typed.Schedule); err != nil {
			return err
		}
		if err := s.draftNotices(c, &p.Page, v); err != nil {
			return err
		}
	}
	if err := p.list(c, standing); err != nil {
		return err
	}
	return c.html(statusFor(p.Form), "documents", p)
}

// list fills in what is kept: a page of all that is asked for, and of the month the
// newest of each form.
func (p *documentsPage) list(c *request, standing standings) error {
	v := p.View
	filter, err := c.keptFilter(v, keptRows)
	if err != nil {
		return err
	}
	kept, total, err := c.s.office.KeptDocuments(c.ctx(), filter)
	if err != nil {
		return err
	}
	for _, d := range kept {
		row := standing.row(d)
		if _, met := standing.meetings[d.Month]; !met && d.Month != v.Query.Month { // what was saved since is of other months
			row.Light, row.Standing = industry.NoLight, "没有开会"
		}
		p.Rows = append(p.Rows, row)
	}
	p.Paging = c.paging(filter.Page, filter.Size, total)
	p.Kinds = []choice{{"", "全部材料", filter.Kind == ""}}
	for _, k := range industry.DocumentKinds() {
		p.Kinds = append(p.Kinds, choice{string(k), k.Label(), k == filter.Kind})
	}
	p.Spans = []choice{{"", v.Span(), filter.Month.Defined()}, {everyMonth, "全部月份", !filter.Month.Defined()}}
	filter.Month, filter.Kind, filter.Page, filter.Size = v.Query.Month, "", 0, 0
	if kept, _, err = c.s.office.KeptDocuments(c.ctx(), filter); err != nil {
		return err
	}
	p.fill(kept, standing)
	return nil
}

// fill lists every form of the month's papers, with the newest of each in kept.
func (p *documentsPage) fill(kept []industry.KeptDocument, standing standings) {
	var last industry.DocumentKind
	for _, file := range industry.DocumentFiles() {
		form := documentForm{DocumentFile: file, Makeable: slices.Contains(office.KeepableFiles(p.Meeting), file)}
		newest := slices.IndexFunc(kept, func(d industry.KeptDocument) bool { return d.Kind == file.Kind && d.Ending == file.Ending })
		if newest >= 0 {
			row := standing.row(kept[newest])
			form.Newest = &row
		}
		if file.Kind != last && form.Makeable && industry.OwnTemplate(file.Kind).Text != "" {
			form.Draft = draftAddress(p.View, file.Kind)
		}
		if last = file.Kind; p.Post != "" || form.Newest != nil {
			p.Forms = append(p.Forms, form)
		}
	}
}

// All is how many papers one press makes.
func (p *documentsPage) All() int { return len(office.KeepableFiles(p.Meeting)) }

// standings is what papers of a chain are held against.
type standings struct {
	meetings map[industry.Month]industry.Meeting // that were opened
	saved    time.Time                           // when anything was saved last
}

func (s *server) standings(c *request, chain string) (standings, error) {
	k := standings{meetings: map[industry.Month]industry.Meeting{}}
	all, err := s.office.Meetings(c.ctx())
	if err != nil {
		return k, err
	}
	for _, m := range all {
		if m.Chain == chain && m.Opened() {
			k.meetings[m.Month] = m
		}
	}
	k.saved, err = s.office.LastSaved(c.ctx())
	return k, err
}

func (k standings) row(d industry.KeptDocument) documentRow {
	r := documentRow{KeptDocument: d, File: documentAddress(d)}
	r.Light, r.Standing = d.Standing(k.meetings[d.Month], k.saved)
	r.Changes = "/changes?" + url.Values{"chain": {d.Chain}, "month": {d.Month.String()}, "from": {d.AsOf.Format(time.RFC3339)}}.Encode()
	return r
}

// documentFile sends the file of a kept paper, as it was kept.
func (s *server) documentFile(c *request) error {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return industry.Errorf(industry.NotFound, "没有这份存档材料，请从“会议材料”里重新选择")
	}
	d, content, err := s.office.KeptDocument(c.ctx(), id, c.actor())
	if err != nil {
		return err
	}
	chain, err := s.office.ChainName(c.ctx(), d.Chain)
	if err != nil {
		return err
	}
	c.Header("X-Content-Type-Options", "nosniff")
	name := d.Kind.Label() + d.VersionText()
	if d.Draft {
		name += "草稿"
	}
	name += "-" + chain + "-" + d.Month.String() + "-存档" + strconv.FormatInt(d.ID, 10) + d.Ending
	return c.attach(name, paperTypes[d.Ending], content)
}
