package server

import (
	"net/http"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

const documentsPath = "/documents"

// documentsPage is the papers kept of a month and chain, and the forms that keep more.
type documentsPage struct {
	Page
	View    view
	Post    string           // where a form keeps a paper; "" for those who may not
	Meeting industry.Meeting // of the month and chain, opened or not
	Kinds   []documentChoice
	Rows    []documentRow
	Names   bool // of those who kept papers may be shown
	Form    form
}

// documentChoice is a kind of papers with the files it can be made as.
type documentChoice struct {
	Kind    industry.DocumentKind
	Endings []string // none: it cannot be made yet
	Draft   string   // where it is edited; "" where it is not
}

// documentRow is a kept paper with where its file is.
type documentRow struct {
	industry.KeptDocument
	File string
}

// documentAddress is where the file of a kept paper is fetched.
func documentAddress(d industry.KeptDocument) string {
	return documentsPath + "/" + strconv.FormatInt(d.ID, 10) + "/file"
}

func (s *server) documentsPage(c *request) error { return s.showDocuments(c, form{}) }

// documentView settles month and chain. What is kept is not looked at as of
// another moment: it stays.
func (s *server) documentView(c *request) (view, error) {
	v, err := s.view(c)
	v.Query.AsOf, v.asOf = office.Query{}.AsOf, ""
	return v, err
}

// showDocuments lists what is kept, with what was refused where f says so.
func (s *server) showDocuments(c *request, f form) error {
	v, err := s.documentView(c)
	if err != nil {
		return err
	}
	p := &documentsPage{Page: Page{Title: "会议材料"}, View: v, Names: c.can(industry.SeeEnterprises), Form: f}
	if p.Meeting, err = s.office.OpenedMeeting(c.ctx(), v.Query.Month, v.Query.Chain); err != nil {
		return err
	}
	if c.can(industry.EditRegisters) {
		p.Post = v.To(documentsPath)
		p.Kinds = documentChoices(v, p.Meeting)
	}
	kept, err := s.office.KeptDocuments(c.ctx(), v.Query.Month, v.Query.Chain)
	if err != nil {
		return err
	}
	for _, d := range kept {
		p.Rows = append(p.Rows, documentRow{d, documentAddress(d)})
	}
	return c.html(statusFor(f), "documents", p)
}

// documentChoices are the kinds of papers; minutes are of a meeting that was opened.
func documentChoices(v view, m industry.Meeting) []documentChoice {
	var choices []documentChoice
	for _, k := range industry.DocumentKinds() {
		choice := documentChoice{Kind: k}
		if k != industry.Minutes || m.Opened() {
			choice.Endings = k.Endings()
			if industry.OwnTemplate(k).Text != "" {
				choice.Draft = draftAddress(v, k)
			}
		}
		choices = append(choices, choice)
	}
	return choices
}

// keepDocument makes a paper and keeps it.
func (s *server) keepDocument(c *request) error {
	v, err := s.documentView(c)
	if err != nil {
		return err
	}
	f := c.formOf("kind", "ending")
	q := office.DocumentQuery{Query: v.Query, Kind: industry.DocumentKind(f.Values["kind"]), Ending: f.Values["ending"], Actor: c.actor()}
	if !slices.Contains(industry.DocumentKinds(), q.Kind) || !slices.Contains(q.Kind.Endings(), q.Ending) {
		f.Message = "没有这种材料或格式，请用下面的按钮生成"
		return s.showDocuments(c, f)
	}
	d, added, err := s.office.KeepDocument(c.ctx(), q)
	if err == nil && added {
		return c.done(v.To(documentsPath), "已存档："+d.Title+" "+d.Ending)
	}
	if err == nil {
		return c.done(v.To(documentsPath), d.Kind.Label()+" "+d.Ending+" 与已存档的第 "+strconv.FormatInt(d.ID, 10)+" 号内容相同，没有再存")
	}
	if err := f.blame(err, nil); err != nil {
		return err
	}
	return s.showDocuments(c, f)
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
	name := d.Kind.Label() + d.VersionText() + "-" + chain + "-" + d.Month.String() + "-存档" + strconv.FormatInt(d.ID, 10) + d.Ending
	return c.attach(name, paperTypes[d.Ending], content)
}

// apiDocuments answers GET /api/v1/documents?month=&chain=.
func (s *server) apiDocuments(c *request) error {
	v, err := s.documentView(c)
	if err != nil {
		return err
	}
	kept, err := s.office.KeptDocuments(c.ctx(), v.Query.Month, v.Query.Chain)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, struct {
		Month     industry.Month          `json:"month"`
		Chain     string                  `json:"chain"`
		Documents []industry.KeptDocument `json:"documents"`
	}{v.Query.Month, v.Query.Chain, kept})
}
