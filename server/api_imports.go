package server

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// refusedBody is the answer when rows were refused and nothing was applied.
type refusedBody struct {
	Error  apiError      `json:"error"`
	Report office.Import `json:"report"`
}

// apiImport answers POST /api/v1/imports: a preview with dry_run=1, or preview
// and apply in one go.
func (s *server) apiImport(c *request) error {
	u, err := c.upload()
	if err != nil {
		return err
	}
	read := s.office.ImportFile
	if flag(c.Query("dry_run")) {
		read = s.office.Preview
	}
	var done office.Import
	err = s.alone(c.ctx(), func() (err error) {
		done, err = read(c.ctx(), u)
		return err
	})
	var e *industry.Error
	if errors.As(err, &e) && e.Kind == industry.Invalid && done.State == office.Rejected {
		return c.json(http.StatusBadRequest, refusedBody{errorOf(e, c.id()), done})
	}
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, done)
}

// apiImportGet answers GET /api/v1/imports/{id}.
func (s *server) apiImportGet(c *request) error {
	id, err := c.batch()
	if err != nil {
		return err
	}
	batch, err := s.office.Import(c.ctx(), id)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, batch)
}

// apiImportUndo answers DELETE /api/v1/imports/{id}.
func (s *server) apiImportUndo(c *request) error {
	id, err := c.batch()
	if err != nil {
		return err
	}
	undone, err := s.office.Undo(c.ctx(), id, c.actor())
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, undone)
}

// batch reads the number of an import from the path.
func (c *request) batch() (int64, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return 0, industry.Errorf(industry.NotFound, "没有批次“%s”", c.Param("id"))
	}
	return id, nil
}

// workbookType is the media type of .xlsx.
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// apiExport answers GET /api/v1/export.xlsx. The workbook is finished before any
// of it is sent: half of one would open as a damaged file.
func (s *server) apiExport(c *request) error {
	asOf, err := c.instant("as_of")
	if err != nil {
		return err
	}
	var file bytes.Buffer
	err = s.office.Export(c.ctx(), &file, office.ExportOptions{Chain: c.chain(), AsOf: asOf, Actor: c.actor()})
	if err != nil {
		return err
	}
	return c.attach("产业链资料-"+string(s.office.Today())+".xlsx", workbookType, file.Bytes())
}

// attach answers with a file to be kept under a name.
func (c *request) attach(name, mediaType string, data []byte) error {
	c.Header("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(name))
	c.Header("Content-Type", mediaType)
	c.Header("Cache-Control", "no-store")
	c.Header("Content-Length", strconv.Itoa(len(data)))
	c.Status(http.StatusOK)
	// An error here means that the other side has gone: nobody is left to tell.
	_, _ = c.Writer.Write(data)
	return nil
}
