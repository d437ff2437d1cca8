package server

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// keepDocuments begins to make papers: the one whose button was pressed, or all
// there can be.
func (s *server) keepDocuments(c *request) error {
	v, err := s.documentView(c)
	if err != nil {
		return err
	}
	f := c.formOf("file", "all")
	r := office.KeepRequest{Query: v.Query, Actor: c.actor()}
	if f.Values["all"] == "" {
		file, err := industry.ParseDocumentFile(f.Values["file"])
		if err != nil {
			f.Message = "没有这种材料或格式，请用下面的按钮生成"
			return s.showDocuments(c, documentsTyped{Form: f})
		}
		r.Files = []industry.DocumentFile{file}
	}
	w, err := s.keepWork(c, r)
	if err == nil {
		w.Back = v.To(documentsPath)
		err = s.begin(c, w)
	}
	var told *industry.Error
	if errors.As(err, &told) && (told.Kind == industry.RateLimited || told.Kind == industry.Invalid) {
		f.Message = told.Message
		return s.showDocuments(c, documentsTyped{Form: f})
	}
	return err
}

// keepWork is the work of making papers; what cannot be made is Invalid at once.
func (s *server) keepWork(c *request, r office.KeepRequest) (w office.Work, err error) {
	if r.Query, err = s.office.Settle(c.ctx(), r.Query); err != nil {
		return w, err
	}
	chain, err := s.office.ChainName(c.ctx(), r.Chain)
	if err != nil {
		return w, err
	}
	m, err := s.office.OpenedMeeting(c.ctx(), r.Month, r.Chain)
	if err != nil {
		return w, err
	}
	can := office.KeepableFiles(m)
	for _, f := range r.Files {
		if !slices.Contains(can, f) {
			return w, industry.Errorf(industry.Invalid, "%s的调度会还没有开会，开会后才能生成%s", r.Month.Span(), f.Kind.Label())
		}
	}
	w.Name = "生成" + chain + r.Month.Span() + "会议材料"
	switch len(r.Files) {
	case 0:
		w.Name += "，全部" + strconv.Itoa(len(can)) + "份"
	case 1:
		w.Name = "生成" + chain + r.Month.Span() + r.Files[0].Label()
	default:
		w.Name += "，" + strconv.Itoa(len(r.Files)) + "份"
	}
	w.Do = func(ctx context.Context) (office.Outcome, error) {
		kept, err := s.office.KeepDocuments(ctx, r)
		return office.Outcome{Documents: kept}, err
	}
	return w, nil
}
