package server

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// stagesPath is where steps of a project's stages are taken.
const stagesPath = "/chains/:chain/lists/:list/:id/stages/:stage"

// stagePage is the form of one stage of a project.
type stagePage struct {
	Page
	Form    office.StageForm
	Fields  []editField
	Steps   []stageChoice // what else can be done with the stage
	Back    string
	Post    string
	Message string
	Accept  string
	Most    int64 // MB of a file
	Told    []stepFact
	Base    string // of the addresses of files
}

// stageChoice is a step of a stage's form.
type stageChoice struct {
	Name, Href string
	Chosen     bool
}

// trackRow is a stage as the page of a project lays it out.
type trackRow struct {
	industry.TrackStep
	Class string // of the course: "" done, o overdue, w waiting
	Href  string // its form; "" where nothing can be done with it
	Act   string // what its form begins with
	Base  string // of the addresses of files
}

// Aside reports 暂停 and 终止, which are no stations on the way.
func (r trackRow) Aside() bool {
	return r.Stage == industry.Suspended || r.Stage == industry.Terminated
}

// FileHref is where a file of a stage is fetched.
func (r trackRow) FileHref(f industry.Attachment) string { return fileAddress(r.Base, f) }

// trackRows lays out the stages of a project; those not reached before the last
// ones stay, so that what was skipped is seen.
func (c *request) trackRows(d office.Detail) []trackRow {
	item := itemAddress(c.Param("chain"), d.List.Code, d.ID)
	edits := c.can(industry.EditRegisters) && d.Open && d.Stands()
	var rows []trackRow
	for _, s := range d.Track.Steps {
		row := trackRow{TrackStep: s, Class: courseClass(s.ProjectStep), Base: item + "/attachments"}
		if steps := industry.NextStageSteps(d.Record, s.Stage, c.s.office.Today()); edits && len(steps) > 0 {
			row.Href, row.Act = item+"/stages/"+string(s.Stage), steps[0].Name
		}
		rows = append(rows, row)
	}
	return rows
}

// stageActs offers the next stage, 暂停, 恢复 and 终止 as the project stands.
func (c *request) stageActs(d office.Detail) []stepLink {
	if !c.can(industry.EditRegisters) || !d.Open || !d.Stands() {
		return nil
	}
	item := itemAddress(c.Param("chain"), d.List.Code, d.ID) + "/stages/"
	var links []stepLink
	for _, next := range d.Track.Steps {
		if steps := industry.NextStageSteps(d.Record, next.Stage, c.s.office.Today()); !next.Reached && len(steps) > 0 && steps[0].Code == "reach" {
			links = append(links, stepLink{"登记" + next.Name, item + string(next.Stage) + "?step=reach", true})
			break
		}
	}
	for _, stage := range []industry.Stage{industry.Suspended, industry.Terminated} {
		for _, s := range industry.NextStageSteps(d.Record, stage, c.s.office.Today()) {
			if s.Code == "suspend" || s.Code == "resume" || s.Code == "terminate" || s.Code == "retract" {
				name := s.Name
				if s.Code == "retract" {
					name = "撤销" + stage.Label()
				}
				links = append(links, stepLink{name, item + string(stage) + "?step=" + s.Code, s.Code == "resume"})
			}
		}
	}
	return links
}

func (s *server) stagePage(c *request) error {
	f, err := s.office.StageForm(c.ctx(), c.editRequest(), c.Param("stage"), c.Query("step"))
	if err != nil {
		return err
	}
	return c.html(http.StatusOK, "stage", c.stageForm(f))
}

func (c *request) stageForm(f office.StageForm) *stagePage {
	p := &stagePage{
		Page: Page{Title: f.Title()}, Form: f, Back: itemAddress(c.Param("chain"), c.Param("list"), f.ID),
		Accept: acceptedFiles(), Most: industry.MostAttachmentBytes >> 20,
	}
	p.Post, p.Base = p.Back+"/stages/"+string(f.Stage), p.Back+"/attachments"
	for _, s := range f.Steps {
		p.Steps = append(p.Steps, stageChoice{s.Name, p.Post + "?" + url.Values{"step": {s.Code}}.Encode(), s.Code == f.Step.Code})
	}
	if !f.Step.Dateless {
		name := f.Stage.Label() + "日期"
		switch {
		case f.Step.Planned:
			name = "计划" + name
		case f.Step.Code == "resume":
			name = "恢复日期"
		}
		p.Fields = append(p.Fields, editFieldOf(office.FormField{
			Field: &industry.Field{Name: name, Column: "on", Kind: industry.DateField, Required: true}, Value: f.On, Error: f.Errors["on"],
		}))
	}
	note := editFieldOf(office.FormField{
		Field: &industry.Field{Name: f.Step.Note, Column: "note", Required: f.Step.NoteNeeded}, Value: f.Note, Error: f.Errors["note"],
	})
	note.Type, note.Long = "", true
	p.Fields = append(p.Fields, note)
	for _, column := range []string{"stage", "segment", "investor", "region", "total_investment", "total_investment_usd", "contract_amount", "contract_amount_usd", "next_step", "department"} {
		if cell := f.Project.Cell(column); !cell.Empty() && cell.Shown != "" {
			p.Told = append(p.Told, stepFact{f.Columns.ColumnName(column), cell.Shown + unitAfter(column)})
		}
	}
	return p
}

func unitAfter(column string) string {
	switch column {
	case "total_investment", "contract_amount":
		return " 万元"
	case "total_investment_usd", "contract_amount_usd":
		return " 万美元"
	}
	return ""
}

// Error is what is wrong with the chosen file.
func (p *stagePage) Error() string { return p.Form.Errors["file"] }

// Clears says what a step takes away beside its own date.
func (p *stagePage) Clears() string {
	switch p.Form.Step.Code {
	case "reenter":
		return "适用于再次发生，如换投资方后重新签约：之后各阶段的日期将清空并重新登记，原日期留在变更记录中。只是填错日期的，请选“更正日期”"
	case "retract":
		return "适用于误登：撤销后本阶段没有日期，原日期留在变更记录中"
	}
	return ""
}

// Row is the stage as the project's page lays it out.
func (p *stagePage) Row() trackRow {
	return trackRow{TrackStep: p.Form.Stood, Class: courseClass(p.Form.Stood.ProjectStep), Base: p.Base}
}

// takeStage takes a step of a stage and shows the project; what is to be corrected
// comes back with everything that was typed. A chosen file has to be chosen again:
// no browser lets a page do that.
func (s *server) takeStage(c *request) error {
	file, fields, err := c.attachmentForm()
	if err != nil {
		return err
	}
	version, err := strconv.ParseInt(fields["version"], 10, 64)
	if err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再填写")
	}
	f, err := s.office.TakeStage(c.ctx(), c.editRequest(), c.Param("stage"), office.StageTyped{
		Version: version, Step: fields["step"], On: fields[fieldInput+"on"], Note: fields[fieldInput+"note"], File: file,
	})
	if err == nil {
		return c.done(itemAddress(c.Param("chain"), c.Param("list"), c.Param("id"))+"#track", "已"+f.Title())
	}
	var refused *industry.Error
	if f.ID == "" || f.Step.Code == "" || !errors.As(err, &refused) {
		return err
	}
	p := c.stageForm(f)
	p.Message = refused.Message
	if file != nil && f.Errors["file"] == "" {
		p.Form.Errors["file"] = "请重新选择“" + industry.SafeFileName(file.Name) + "”"
	}
	return c.html(statusOf(refused.Kind), "stage", p)
}
