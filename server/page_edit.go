package server

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// editPage is the form of one record.
type editPage struct {
	Page
	Form     office.Form
	Fields   []editField
	Names    []nameList
	Back     string
	Address  string // of the record; "" for a new one
	Post     string // where the form goes
	Message  string
	Return   string // where it came from and goes afterwards; "" for the record
	Reason   string // why it is to be withdrawn
	Withdraw string // what is wrong with that
	Raises   bool   // of a visit: what is saved may be made into an issue
}

// editField is a field with the input it is typed into.
type editField struct {
	office.FormField
	Input string // its name in the form
	Type  string // of an input element; "" is a select or a text area
	List  string // id of the names it may take
	Long  bool   // a text area
}

// nameList is what references of a noun may be.
type nameList struct {
	ID    string
	Names []string
}

// Prefixes of the inputs: columns and headers cannot clash with the form's own.
const (
	fieldInput = "f."
	extraInput = "x."
)

func (c *request) editRequest() office.EditRequest {
	return office.EditRequest{
		List: c.Param("list"), Chain: c.Param("chain"), ID: c.Param("id"), User: c.user, Actor: c.actor(), Given: map[string]string{"project": c.Query("project")},
	}
}

// editPage shows the form of a record, an empty one for a new record.
func (s *server) editPage(c *request) error {
	f, err := s.office.Form(c.ctx(), c.editRequest())
	if err != nil {
		return err
	}
	c.prefill(&f)
	return c.html(http.StatusOK, "edit", c.edited(f))
}

// prefill takes over what the address says of a new record: a page that leads to
// its form knows the segment.
func (c *request) prefill(f *office.Form) {
	if f.ID != "" {
		return
	}
	for i := range f.Fields {
		if text := c.Query(fieldInput + f.Fields[i].Column); text != "" {
			f.Fields[i].Value = text
		}
	}
}

// edited makes the page of a form.
func (c *request) edited(f office.Form) *editPage {
	chain, list := c.Param("chain"), c.Param("list")
	p := &editPage{Page: Page{Title: "新增" + f.List.Register.Label}, Form: f, Back: listAddress(chain, list)}
	p.Post = p.Back + "/new"
	p.Raises = f.List.Register == industry.VisitRegister
	if f.ID != "" {
		p.Title = "修改" + f.List.Register.Label
		p.Address = itemAddress(chain, list, f.ID)
		p.Back, p.Post = p.Address, p.Address+"/edit"
	}
	if project := c.Query("project"); f.ID == "" && project != "" && list == "arrivals" {
		p.Back = itemAddress(chain, "projects", project)
	}
	if back := c.backTo(c.Query("back")); localPath(back) {
		p.Back, p.Return = back, back
	}
	used := map[string]bool{}
	for _, x := range f.Fields {
		field := editFieldOf(x)
		used[field.List] = field.List != ""
		p.Fields = append(p.Fields, field)
	}
	for noun, names := range f.Names {
		if used[namesID(noun)] {
			p.Names = append(p.Names, nameList{namesID(noun), names})
		}
	}
	slices.SortFunc(p.Names, func(a, b nameList) int { return strings.Compare(a.ID, b.ID) })
	return p
}

func namesID(noun string) string { return "names-" + noun }

func editFieldOf(x office.FormField) editField {
	e := editField{FormField: x, Input: fieldInput + x.Column, Type: "text", Long: isLong(x.Column)}
	if x.Header != "" {
		e.Input = extraInput + x.Header
	}
	switch {
	case x.Kind == industry.Choice || x.Kind == industry.YesNo || e.Long && !x.Fixed:
		e.Type = ""
	case x.Kind == industry.DateField && plain(x.Value, time.DateOnly):
		e.Type = "date" // which drops text that is no date: what was typed wrong stays in a field of text
	case x.Kind == industry.MonthField && plain(x.Value, "2006-01"):
		e.Type = "month"
	}
	switch {
	case x.Kind == industry.Reference:
		e.List = namesID(x.Refers)
	case x.Kind == industry.SubjectField:
		e.List = namesID(x.Column)
	case strings.Contains(x.Column, "department"):
		e.List = namesID(industry.ObjectDepartment)
	}
	return e
}

func plain(value, layout string) bool {
	_, err := time.Parse(layout, value)
	return value == "" || err == nil
}

// isLong reports fields of sentences; some of them no list shows. Departments and
// subjects are picked, however many.
func isLong(column string) bool {
	if strings.Contains(column, "department") || column == "subjects" {
		return false
	}
	return longColumn(column) || slices.Contains([]string{"titles", "diagnosis_reason", "summary", "cause", "advice", "minutes", "evidence"}, column)
}

// Options are what a select offers.
func (e editField) Options() []string {
	if e.Kind == industry.YesNo {
		return []string{"是", "否"}
	}
	return e.Choices
}

// Strange reports a value the select does not offer; it is shown all the same.
func (e editField) Strange() bool { return e.Value != "" && !slices.Contains(e.Options(), e.Value) }

// Must reports a field that cannot be left empty.
func (e editField) Must() bool { return e.Required }

// Hint says how a field is written where that is not plain.
func (e editField) Hint() string {
	switch {
	case e.Fixed:
		return "用来识别这条记录，不能修改"
	case e.Note != "":
		return e.Note
	case e.Many:
		return "多个用“、”分隔"
	}
	return ""
}

// typed reads the posted form of a record.
func (c *request) typed() (office.Typed, error) {
	t := office.Typed{Fields: map[string]string{}, Extra: map[string]string{}}
	var err error
	if t.Version, err = strconv.ParseInt(c.field("version"), 10, 64); err != nil {
		return t, industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再填写")
	}
	for name := range c.Request.PostForm {
		if !isText(name) {
			return t, industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再填写")
		}
		if column, ok := strings.CutPrefix(name, fieldInput); ok {
			t.Fields[column] = c.field(name)
		} else if header, ok := strings.CutPrefix(name, extraInput); ok {
			t.Extra[header] = c.field(name)
		}
	}
	return t, nil
}

// saveEdit saves a form and shows the record; what is to be corrected comes back
// with everything that was typed.
func (s *server) saveEdit(c *request) error {
	typed, err := c.typed()
	if err != nil {
		return err
	}
	id, f, err := s.office.SaveForm(c.ctx(), c.editRequest(), typed)
	if err == nil {
		address := c.backTo(saved(c.Param("chain"), c.Param("list"), id))
		if c.field("then") == "issue" {
			address = c.raiseAddress(industry.ListOf(c.Param("list")).Register, id)
		}
		return c.done(address, "已保存")
	}
	var refused *industry.Error
	if f.List == nil || !errors.As(err, &refused) {
		return err
	}
	p := c.edited(f)
	p.Message = refused.Message
	return c.html(statusOf(refused.Kind), "edit", p)
}

// withdraw takes a record back.
func (s *server) withdraw(c *request) error {
	version, err := strconv.ParseInt(c.field("version"), 10, 64)
	if err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再撤回")
	}
	r, reason := c.editRequest(), c.field("reason")
	err = s.office.Withdraw(c.ctx(), r, version, reason)
	if err == nil {
		address := listAddress(r.Chain, r.List)
		if r.List == "arrivals" {
			address = saved(r.Chain, r.List, r.ID)
		}
		return c.done(address, "已撤回")
	}
	var refused *industry.Error
	if !errors.As(err, &refused) || refused.Kind != industry.Conflict && refused.Kind != industry.Invalid {
		return err
	}
	f, formErr := s.office.Form(c.ctx(), r)
	if formErr != nil {
		return formErr
	}
	p := c.edited(f)
	p.Reason, p.Withdraw = reason, refused.Message
	return c.html(statusOf(refused.Kind), "edit", p)
}
