package server

import (
	"path"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// paperTypes are the media types of a paper's files.
var paperTypes = map[string]string{
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".pdf":  "application/pdf",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// apiBriefing answers GET /api/v1/briefings/{month}.docx|xlsx|pptx|pdf?chain=&kind=&marks=.
func (s *server) apiBriefing(c *request) error {
	name := c.Param("file")
	q := office.DocumentQuery{Ending: path.Ext(name), Actor: c.actor()}
	var err error
	if q.Month, err = industry.ParseMonth(strings.TrimSuffix(name, q.Ending)); err != nil {
		return invalidParameter("month", "月份应写成 2026-09")
	}
	if q.Kind, err = industry.ParseDocumentKind(c.Query("kind"), q.Ending); err != nil {
		return err
	}
	v, err := s.view(c)
	if err != nil {
		return err
	}
	if q.Marks = c.Query("marks") == "1"; q.Marks && !c.can(industry.EditRegisters) { // the marks name who wrote them
		return industry.Errorf(industry.Forbidden, "花脸稿只给修改材料的人看")
	}
	q.Chain, q.AsOf = v.Query.Chain, v.Query.AsOf
	file, err := s.office.Document(c.ctx(), q)
	if err != nil {
		return err
	}
	return c.attach(q.Kind.Label()+"-"+v.Name+"-"+q.Month.String()+q.Ending, paperTypes[q.Ending], file)
}
