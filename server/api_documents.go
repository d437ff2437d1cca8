package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// apiDocuments answers GET /api/v1/documents?month=&chain=&kind=&page=&size=; the
// papers of every month with span=all.
func (s *server) apiDocuments(c *request) error {
	v, err := s.documentView(c)
	if err != nil {
		return err
	}
	f, err := c.keptFilter(v, mostRows)
	if err != nil {
		return err
	}
	kept, total, err := s.office.KeptDocuments(c.ctx(), f)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, struct {
		Month     industry.Month          `json:"month"` // null: every one
		Chain     string                  `json:"chain"`
		Total     int                     `json:"total"`
		Documents []industry.KeptDocument `json:"documents"`
	}{f.Month, f.Chain, total, kept})
}

// keepBody is what POST /api/v1/documents takes; what is left out is the newest
// month, all chains, every paper there can be.
type keepBody struct {
	Month string                  `json:"month"`
	Chain string                  `json:"chain"`
	Files []industry.DocumentFile `json:"files"`
}

// apiKeepDocuments answers POST /api/v1/documents: papers are made and kept by a
// job.
func (s *server) apiKeepDocuments(c *request) error {
	var body keepBody
	if err := c.jsonBody(&body); err != nil {
		return err
	}
	r := office.KeepRequest{Query: office.Query{Chain: body.Chain}, Files: body.Files, Actor: c.actor()}
	if body.Month != "" {
		var err error
		if r.Month, err = industry.ParseMonth(body.Month); err != nil {
			return blamed("month", err)
		}
	}
	w, err := s.keepWork(c, r)
	if err != nil {
		return err
	}
	j, err := s.start(c, w)
	if err != nil {
		return err
	}
	return c.accepted(j)
}

// jsonBody reads the body of a request; what it does not know is refused by name.
func (c *request) jsonBody(into any) error {
	data, err := io.ReadAll(c.Request.Body)
	if err != nil {
		return unreadable(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	err = decoder.Decode(into)
	if err == nil && decoder.More() {
		err = errors.New("more than one value")
	}
	var told *industry.Error
	switch {
	case err == nil, errors.As(err, &told):
		return err
	}
	return industry.Errorf(industry.Invalid, "请求正文应为 JSON，写法有误：%v", err)
}

// keptFilter reads which of the papers kept are wanted: those of the view's month
// unless span=all, of one kind where kind= names it.
func (c *request) keptFilter(v view, usual int) (f office.KeptFilter, err error) {
	f = office.KeptFilter{Chain: v.Query.Chain, Month: v.Query.Month, Kind: industry.DocumentKind(c.Query("kind"))}
	if c.Query("span") == everyMonth {
		f.Month = 0
	}
	if f.Kind != "" {
		if _, err := industry.ParseDocumentKind(string(f.Kind), ""); err != nil {
			return f, blamed("kind", err)
		}
	}
	f.Page, f.Size, err = c.pageOf(usual)
	return f, err
}
