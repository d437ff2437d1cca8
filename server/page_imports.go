package server

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"path"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// importsPage is where a workbook is handed in, and the list of those that were.
type importsPage struct {
	Page
	Imports []importRow
	Paging  paging
	Message string // why the file just handed in cannot be read
}

// importRow is a batch in the list.
type importRow struct {
	office.Import
	StateName  string
	StateClass string
}

func importRowOf(i office.Import) importRow {
	r := importRow{Import: i, StateName: office.StateLabel(i.State), StateClass: "n"}
	switch i.State {
	case office.Applied:
		r.StateClass = "g"
	case office.Previewed:
		r.StateClass = "y"
	case office.Rejected:
		r.StateClass = "r"
	}
	return r
}

const importsSize = 20

func (s *server) importsPage(c *request) error {
	return s.showImports(c, http.StatusOK, "")
}

func (s *server) showImports(c *request, status int, message string) error {
	page, size, err := c.pageOf(importsSize)
	if err != nil {
		return err
	}
	imports, total, err := s.office.Imports(c.ctx(), page, size)
	if err != nil {
		return err
	}
	p := &importsPage{Page: Page{Title: "导入资料"}, Paging: c.paging(page, size, total), Message: message}
	for _, i := range imports {
		p.Imports = append(p.Imports, importRowOf(i))
	}
	return c.html(status, "imports", p)
}

// postImport previews a file that was handed in. The script wants to know where
// to go on; a plain form is led there.
func (s *server) postImport(c *request) error {
	u, err := c.upload()
	if err != nil {
		return s.refuseUpload(c, err)
	}
	i, location, err := s.importing(c, importing{"核对 " + u.Name, importsPath}, func(ctx context.Context) (office.Import, error) {
		return s.office.Preview(ctx, u)
	})
	if err != nil {
		return s.refuseUpload(c, err)
	}
	if location == "" {
		location = importPath(i.ID)
	}
	if c.scripted() {
		return c.json(http.StatusOK, map[string]string{"location": location})
	}
	return c.seeOther(location)
}

// refuseUpload tells a plain form on its own page what is wrong with the file.
func (s *server) refuseUpload(c *request, err error) error {
	var e *industry.Error
	if c.scripted() || !errors.As(err, &e) {
		return err
	}
	switch e.Kind {
	case industry.Invalid, industry.Unsupported, industry.TooLarge:
		return s.showImports(c, statusOf(e.Kind), e.Message)
	}
	return err
}

const importsPath = "/imports"

func importPath(id int64) string { return importsPath + "/" + strconv.FormatInt(id, 10) }

// template sends the empty workbook.
func (s *server) template(c *request) error {
	var file bytes.Buffer
	if err := s.office.Template(c.ctx(), &file); err != nil {
		return err
	}
	return c.attach("产业链资料模板.xlsx", workbookType, file.Bytes())
}

// original sends the file of a batch as it was handed in.
func (s *server) original(c *request) error {
	id, err := c.batch()
	if err != nil {
		return err
	}
	name, data, err := s.office.Original(c.ctx(), id, c.actor())
	if err != nil {
		return err
	}
	if !strings.EqualFold(path.Ext(name), ".xlsx") {
		return c.attach(name, "application/octet-stream", data)
	}
	return c.attach(name, workbookType, data)
}

// annotated sends the file of a batch with its problems marked at their cells.
func (s *server) annotated(c *request) error {
	id, err := c.batch()
	if err != nil {
		return err
	}
	var name string
	var data []byte
	err = s.alone(c.ctx(), func() (err error) {
		name, data, err = s.office.Annotated(c.ctx(), id, c.actor())
		return err
	})
	if err != nil {
		return err
	}
	return c.attach(name, workbookType, data)
}
