package server

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// stepsPath is where steps of a record are taken.
const stepsPath = "/chains/:chain/lists/:list/:id/steps/:step"

// stepPage is the form of one step of an issue.
type stepPage struct {
	Page
	Form    office.StepForm
	Fields  []editField
	Names   []nameList
	Back    string
	Post    string
	Message string
	Told    []stepFact // what is known of the issue already
}

// stepFact is one line about the issue beside the form.
type stepFact struct{ Label, Text string }

// stepLink is a step that can be taken now.
type stepLink struct {
	Name, Href string
	Main       bool // moves the issue on
}

// nextSteps offers what can be done with an issue as it stands, for those who may.
func (c *request) nextSteps(d office.Detail) []stepLink {
	if d.List.Register != industry.IssueRegister || !d.Stands() || !c.can(industry.SeeEnterprises) {
		return nil
	}
	var links []stepLink
	for _, s := range industry.NextIssueSteps(d.Record) {
		if c.can(s.Who) {
			address := itemAddress(c.Param("chain"), d.List.Code, d.ID) + "/steps/" + s.Code
			links = append(links, stepLink{s.Name, address, s.To != "" && s.Code != "return" && s.Code != "deny" && s.Code != "extend"})
		}
	}
	return links
}

func (s *server) stepPage(c *request) error {
	f, err := s.office.StepForm(c.ctx(), c.editRequest(), c.Param("step"))
	if err != nil {
		return err
	}
	return c.html(http.StatusOK, "step", c.stepForm(f))
}

func (c *request) stepForm(f office.StepForm) *stepPage {
	p := &stepPage{Page: Page{Title: f.Step.Name}, Form: f, Back: itemAddress(c.Param("chain"), c.Param("list"), f.ID)}
	p.Post = p.Back + "/steps/" + f.Step.Code
	used := map[string]bool{}
	for _, x := range f.Fields {
		field := editFieldOf(x)
		if x.Column == "note" {
			field.Type, field.Long = "", true
		}
		used[field.List] = field.List != ""
		p.Fields = append(p.Fields, field)
	}
	for noun, names := range f.Names {
		if used[namesID(noun)] {
			p.Names = append(p.Names, nameList{namesID(noun), names})
		}
	}
	slices.SortFunc(p.Names, func(a, b nameList) int { return strings.Compare(a.ID, b.ID) })
	row := f.Issue
	for _, column := range []string{"content", "enterprise", "project", "state", "lead_department", "support_departments", "assigned_on", "limit_days", "due", "deadline", "progress", "satisfaction"} {
		if cell := row.Cell(column); !cell.Empty() && cell.Shown != "" {
			text := cell.Shown
			if column == "limit_days" {
				text += " 个工作日"
			}
			p.Told = append(p.Told, stepFact{industry.ListOf("issues").ColumnName(column), text})
		}
	}
	return p
}

// takeStep takes a step and shows the issue; what is to be corrected comes back
// with everything that was typed.
func (s *server) takeStep(c *request) error {
	version, err := strconv.ParseInt(c.field("version"), 10, 64)
	if err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再填写")
	}
	typed := office.StepTyped{Version: version, Input: industry.StepInput{
		On: c.field(fieldInput + "on"), Note: c.field(fieldInput + "note"), Person: c.field(fieldInput + "person"), Fields: map[string]string{},
	}}
	if step, ok := industry.IssueStepOf(c.Param("step")); ok {
		for _, column := range slices.Concat(step.Needs, step.Takes) {
			typed.Input.Fields[column] = c.field(fieldInput + column)
		}
	}
	f, err := s.office.TakeStep(c.ctx(), c.editRequest(), c.Param("step"), typed)
	if err == nil {
		return c.done(itemAddress(c.Param("chain"), c.Param("list"), c.Param("id")), "已"+f.Step.Name)
	}
	var refused *industry.Error
	if f.ID == "" || !errors.As(err, &refused) {
		return err
	}
	p := c.stepForm(f)
	p.Message = refused.Message
	return c.html(statusOf(refused.Kind), "step", p)
}
