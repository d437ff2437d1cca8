package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

const documentTemplatePath = documentsPath + "/template"

// documentTemplatePage is how the county words a kind of papers, with the paper of
// a month beside it.
type documentTemplatePage struct {
	Page
	drawings
	View     view
	Kind     industry.DocumentKind
	Kinds    []choice
	Template industry.DocumentTemplate // its version is the newest kept one, 0 before any
	Text     string                    // as typed
	Own      string                    // the program's own
	Form     form
	Paper    industry.Document
	Notes    []industry.TemplateNote
	Words    []industry.Word
	Passages []industry.Passage
	Versions []industry.DocumentTemplate
	Names    bool // of those who wrote them may be shown
	Post     string
	Back     string
}

func documentTemplateAddress(v view, kind industry.DocumentKind) string {
	return v.To(documentTemplatePath) + "&" + url.Values{"kind": {string(kind)}}.Encode()
}

func (s *server) documentTemplatePage(c *request) error {
	v, q, err := s.draftQuery(c)
	if err != nil {
		return err
	}
	t, err := s.office.DocumentTemplate(c.ctx(), q.Kind)
	if err != nil {
		return err
	}
	return s.showDocumentTemplate(c, v, q, t, form{})
}

// showDocumentTemplate shows a template as typed, with the paper it would make.
func (s *server) showDocumentTemplate(c *request, v view, q office.DocumentQuery, t industry.DocumentTemplate, f form) error {
	fields, err := s.office.Fields(c.ctx(), q.Query, q.Kind)
	if err != nil {
		return err
	}
	p := &documentTemplatePage{
		Page: Page{Title: q.Kind.Label() + "模板"}, drawings: drawings{q.Query}, View: v, Kind: q.Kind, Template: t, Text: t.Text, Own: industry.OwnTemplate(q.Kind).Text, Form: f,
		Words: fields.Words, Passages: fields.Passages, Names: c.can(industry.SeeEnterprises), Post: documentTemplateAddress(v, q.Kind), Back: v.To(documentsPath),
	}
	p.Paper, p.Notes = t.Write(fields)
	if err := s.office.Caption(c.ctx(), q.Query, &p.Paper); err != nil {
		return err
	}
	for _, k := range industry.TemplateKinds() {
		p.Kinds = append(p.Kinds, choice{string(k), k.Label(), k == q.Kind})
	}
	if p.Versions, err = s.office.DocumentTemplates(c.ctx(), q.Kind); err != nil {
		return err
	}
	return c.html(statusFor(f), "documenttemplate", p)
}

// saveDocumentTemplate keeps a template, or shows what it would make.
func (s *server) saveDocumentTemplate(c *request) error {
	v, q, err := s.draftQuery(c)
	if err != nil {
		return err
	}
	f := c.formOf("version", "preview")
	t := industry.DocumentTemplate{Kind: q.Kind, Text: strings.ReplaceAll(c.field("text"), "\r\n", "\n")}
	if t.Version, err = strconv.ParseInt(f.Values["version"], 10, 64); err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再保存")
	}
	if c.field("own") != "" {
		t.Text = industry.OwnTemplate(q.Kind).Text
	}
	if f.Values["preview"] != "" {
		return s.showDocumentTemplate(c, v, q, t, f)
	}
	err = s.office.SaveDocumentTemplate(c.ctx(), q.Query, t, c.actor())
	if err == nil {
		return c.done(documentTemplateAddress(v, q.Kind), "已保存"+q.Kind.Label()+"模板，以后生成的"+q.Kind.Label()+"都按它写")
	}
	if err := f.blame(err, map[string]string{"text": "text"}); err != nil {
		return err
	}
	return s.showDocumentTemplate(c, v, q, t, f)
}

// apiDocumentTemplate answers GET /api/v1/document-templates/{kind}.
func (s *server) apiDocumentTemplate(c *request) error {
	kind, err := industry.ParseDocumentKind(c.Param("kind"), "")
	if err != nil {
		return err
	}
	if industry.OwnTemplate(kind).Text == "" {
		return industry.Errorf(industry.NotFound, "%s没有模板", kind.Label())
	}
	t, err := s.office.DocumentTemplate(c.ctx(), kind)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, t)
}
