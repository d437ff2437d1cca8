package server

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// attachmentsPath is where files beside a record are handed in and fetched.
const attachmentsPath = "/chains/:chain/lists/:list/:id/attachments"

// attachmentBody is what a request with one file may carry, in bytes.
const attachmentBody = industry.MostAttachmentBytes + 256<<10

// attachments is what a page shows of the files beside a record.
type attachments struct {
	Files  []attachedFile
	Upload string // where a file is handed in; "" for those who may not
	CSRF   string
	Error  string
	Accept string
	Most   int64 // MB of one file
}

// attachedFile is a file with where it is fetched and taken back.
type attachedFile struct {
	industry.Attachment
	Stage    string // what it is evidence of, "" of the whole record
	Href     string
	Withdraw string // "" for those who may not
}

// attachmentsOf makes the section of a record's page; nil for those who may not
// see its files.
func (c *request) attachmentsOf(d office.Detail) *attachments {
	if !d.Open {
		return nil
	}
	base := itemAddress(c.Param("chain"), d.List.Code, d.ID) + "/attachments"
	a := &attachments{CSRF: c.csrf, Accept: acceptedFiles(), Most: industry.MostAttachmentBytes >> 20}
	edits := c.can(industry.EditRegisters)
	if edits && d.Stands() {
		a.Upload = base
	}
	for _, f := range d.Files {
		file := attachedFile{Attachment: f, Stage: industry.Stage(f.Place).Label(), Href: fileAddress(base, f)}
		if edits && d.AsOf.IsZero() && !f.Withdrawn() {
			file.Withdraw = file.Href + "/withdraw"
		}
		a.Files = append(a.Files, file)
	}
	return a
}

// acceptedFiles is what a browser offers to choose from.
func acceptedFiles() string { return strings.Join(industry.AttachmentEndings(), ",") }

func fileAddress(base string, f industry.Attachment) string {
	return base + "/" + strconv.FormatInt(f.ID, 10)
}

func (c *request) attachRequest() office.AttachRequest {
	return office.AttachRequest{List: c.Param("list"), ID: c.Param("id"), User: c.user, Actor: c.actor()}
}

// attachmentForm reads a form with at most one file in the field "file", kept in
// memory, and its other fields.
func (c *request) attachmentForm() (*office.FileUpload, map[string]string, error) {
	read, err := c.parts()
	if err != nil {
		return nil, nil, err
	}
	var file *office.FileUpload
	fields := map[string]string{}
	for {
		p, err := read()
		if errors.Is(err, io.EOF) {
			return file, fields, nil
		}
		if err != nil {
			return nil, nil, unreadable(err)
		}
		switch {
		case p.name != "file":
			fields[p.name] = asText(string(p.data))
		case p.file != "": // a browser sends an empty part where none was chosen
			file = &office.FileUpload{Name: asText(p.file), Data: p.data}
		}
	}
}

// addAttachment keeps a file beside a record; a refused one shows the page again with why.
func (s *server) addAttachment(c *request) error {
	file, _, err := c.attachmentForm()
	if err != nil {
		return err
	}
	if file == nil {
		sentence := "请选择要上传的文件"
		err = &industry.Error{Kind: industry.Invalid, Message: sentence, Fields: map[string]string{"file": sentence}}
	} else {
		err = s.office.Attach(c.ctx(), c.attachRequest(), *file)
	}
	if err == nil {
		return c.done(itemAddress(c.Param("chain"), c.Param("list"), c.Param("id"))+"#files", "附件已上传")
	}
	var refused *industry.Error
	if !errors.As(err, &refused) || refused.Fields["file"] == "" {
		return err
	}
	p, err := s.detail(c, c.user)
	if err != nil {
		return err
	}
	p.Files.Error = refused.Message
	return c.html(statusOf(refused.Kind), "detail", p)
}

// attachment sends a file to be kept, never to be shown.
func (s *server) attachment(c *request) error {
	id, err := c.attachmentID()
	if err != nil {
		return err
	}
	a, content, err := s.office.Attachment(c.ctx(), c.attachRequest(), id)
	if err != nil {
		return err
	}
	c.Header("X-Content-Type-Options", "nosniff")
	return c.attach(a.Name, a.MediaType, content)
}

func (s *server) withdrawAttachment(c *request) error {
	id, err := c.attachmentID()
	if err != nil {
		return err
	}
	if err := s.office.WithdrawAttachment(c.ctx(), c.attachRequest(), id); err != nil {
		return err
	}
	return c.done(itemAddress(c.Param("chain"), c.Param("list"), c.Param("id"))+"#files", "附件已撤下")
}

func (c *request) attachmentID() (int64, error) {
	id, err := strconv.ParseInt(c.Param("file"), 10, 64)
	if err != nil || id < 1 {
		return 0, industry.Errorf(industry.NotFound, "没有这份附件，它可能已被撤下")
	}
	return id, nil
}
