package office

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

// StepForm is the form of one step of an issue.
type StepForm struct {
	Step    industry.IssueStep
	ID      string
	Issue   industry.ListRow // as its list shows it
	Name    string
	Version int64
	Fields  []FormField         // of the register, then on, note and person
	Names   map[string][]string // what references may be, by noun
	Steps   []industry.IssueEvent
}

// StepTyped is what a step's form sends back.
type StepTyped struct {
	Version int64
	Input   industry.StepInput
}

// StepForm returns the form of a step. One that cannot be taken with the issue as
// it stands is a Conflict that says why.
func (o *Office) StepForm(ctx context.Context, r EditRequest, code string) (StepForm, error) {
	e, f, err := o.stepForm(ctx, r, code)
	if err != nil {
		return f, err
	}
	if why := f.Step.Refused(e.entry.Record); why != "" {
		return f, industry.Errorf(industry.Conflict, "%s", why)
	}
	return f, nil
}

func (o *Office) stepForm(ctx context.Context, r EditRequest, code string) (*editor, StepForm, error) {
	var f StepForm
	step, ok := industry.IssueStepOf(code)
	l := industry.ListOf(r.List)
	if !ok || l == nil || l.Register != industry.IssueRegister || r.ID == "" {
		return nil, f, industry.Errorf(industry.NotFound, "没有这个办理步骤")
	}
	if !r.User.Can(step.Who) {
		return nil, f, industry.Errorf(industry.Forbidden, "您的账号不能%s，请联系链长办", step.Name)
	}
	e, err := o.edit(ctx, r)
	if err != nil {
		return nil, f, err
	}
	if e.entry.Withdrawn {
		return nil, f, industry.Errorf(industry.NotFound, "这条问题已被撤回")
	}
	events, err := o.store.IssueEvents(ctx, r.ID)
	if err != nil {
		return nil, f, err
	}
	_, facts, err := o.listFacts(ctx, ListRequest{List: r.List, User: r.User})
	if err != nil {
		return nil, f, err
	}
	f = StepForm{Step: step, ID: r.ID, Name: e.list.RowName(e.entry.Record, e.directory), Version: e.entry.Version, Steps: events}
	if f.Issue, err = rowOf(e.list, facts, e.entry.Record); err != nil {
		return nil, f, err
	}
	e.stepFields(&f, string(o.Today()))
	return e, f, nil
}

// stepFields lays out what a step is filled in with, as far as it is known already.
func (e *editor) stepFields(f *StepForm, today string) {
	form := e.form()
	f.Names = form.Names
	for _, column := range slices.Concat(f.Step.Needs, f.Step.Takes) {
		for _, x := range form.Fields {
			if x.Column != column || x.Header != "" {
				continue
			}
			field := *x.Field
			field.Required = slices.Contains(f.Step.Needs, column)
			x.Field = &field
			switch {
			case column == "satisfaction":
				x.Value = ""
			case column == "limit_days":
				field.Note = "自交办次日起算的总工作日数"
				x.Value = f.askedLimit(x.Value)
			}
			f.Fields = append(f.Fields, x)
		}
	}
	if i := len(f.Fields) - 1; f.Step.Asks && i >= 0 {
		f.Fields[i].Name = "申请时限"
	}
	f.Fields = append(f.Fields,
		FormField{Field: &industry.Field{Name: f.Step.Name + "日期", Column: "on", Kind: industry.DateField, Required: true}, Value: today},
		FormField{Field: &industry.Field{Name: f.Step.PersonName(), Column: "person", Required: f.Step.PersonNeeded}},
		FormField{Field: &industry.Field{Name: f.Step.NoteName(), Column: "note", Required: f.Step.NoteNeeded}},
	)
}

// askedLimit is the limit to begin with: the one asked for where it is to be
// granted, the present one where an issue is handed on again.
func (f *StepForm) askedLimit(kept string) string {
	switch f.Step.Code {
	case "grant":
		for _, e := range slices.Backward(f.Steps) {
			if e.Step == "extend" && e.Limit.Known {
				return e.Limit.Decimal()
			}
		}
		return ""
	case "extend":
		return ""
	}
	return kept
}

// TakeStep takes a step of an issue: the record, its event and the audit entry in
// one transaction. Where something is to be corrected the form comes back with
// what was typed: Invalid with a sentence at each wrong field, Conflict where the
// issue has moved on meanwhile.
func (o *Office) TakeStep(ctx context.Context, r EditRequest, code string, typed StepTyped) (StepForm, error) {
	e, f, err := o.stepForm(ctx, r, code)
	if err != nil {
		return f, err
	}
	typed.Input = trimmedInput(typed.Input)
	refuse := func(err error) (StepForm, error) { return f.refused(e, typed, err), err }
	if e.entry.Version != typed.Version {
		return refuse(industry.Errorf(industry.Conflict, "这条问题刚被别人改过，现在是“%s”。请核对后再提交", industry.IssueState(e.entry.Record)))
	}
	written, err := f.Step.Apply(e.entry.Record, typed.Input, o.Today())
	if err != nil {
		return refuse(err)
	}
	change, err := e.change(ctx, o.store, Typed{typed.Version, written, nil})
	if err == nil && change == nil {
		err = &industry.Error{Kind: industry.Invalid, Message: "内容没有变化", Fields: map[string]string{"progress": "请填写新的办理进展"}}
	}
	if err != nil {
		return refuse(err)
	}
	change.Step = f.event(typed.Input)
	entry := r.Actor.Entry(industry.ActSave, e.list.Register.Sheet+" "+readable(r.ID))
	entry.Detail = f.Step.Name + "，" + e.changed(change.Record)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.Save(ctx, store.Origin{Actor: r.Actor.Name}, []store.Change{*change})
	})
	if isKind(err, industry.Conflict) { // between reading and writing
		return refuse(industry.Errorf(industry.Conflict, "这条问题刚被别人改过，请重新打开后再提交"))
	}
	return f, err
}

func trimmedInput(in industry.StepInput) industry.StepInput {
	clean := Typed{Fields: in.Fields}.trimmed()
	return industry.StepInput{
		On: strings.TrimSpace(in.On), Note: strings.TrimSpace(strings.ReplaceAll(in.Note, "\r\n", "\n")), Person: strings.TrimSpace(in.Person), Fields: clean.Fields,
	}
}

// event is what is kept of a step beside the record.
func (f *StepForm) event(in industry.StepInput) *industry.IssueEvent {
	e := &industry.IssueEvent{Step: f.Step.Code, On: industry.Date(in.On), Note: in.Note, Person: in.Person}
	if n, err := strconv.Atoi(in.Fields["limit_days"]); err == nil && slices.Contains(f.Step.Needs, "limit_days") {
		e.Limit = industry.Q(int64(n))
	}
	return e
}

// refused is the form that goes back with an error.
func (f StepForm) refused(e *editor, typed StepTyped, err error) StepForm {
	var known *industry.Error
	errors.As(err, &known)
	for i := range f.Fields {
		x := &f.Fields[i]
		switch x.Column {
		case "on":
			x.Value = typed.Input.On
		case "note":
			x.Value = typed.Input.Note
		case "person":
			x.Value = typed.Input.Person
		default:
			x.Value = typed.Input.Fields[x.Column]
		}
		if known != nil {
			x.Error = known.Fields[x.Column]
		}
		for _, p := range e.problems {
			if p.Level == industry.LevelError && p.Column == f.header(x) && x.Error == "" {
				x.Error = sentence(p)
			}
		}
	}
	return f
}

// header is what a sheet calls the column a field is written to.
func (f *StepForm) header(x *FormField) string {
	if x.Column == "on" && f.Step.On != "" {
		return industry.IssueRegister.Field(f.Step.On).Name
	}
	return x.Name
}

// issueEvents returns an issue's steps, the newest first, as far as they may be
// seen: notes and persons are for who may see single enterprises.
func (o *Office) issueEvents(ctx context.Context, issue string, open bool) ([]industry.IssueEvent, error) {
	events, err := o.store.IssueEvents(ctx, issue)
	if err != nil {
		return nil, err
	}
	slices.Reverse(events)
	for i := range events {
		if !open {
			events[i].Note, events[i].Person, events[i].Actor = "", "", ""
		}
	}
	return events, nil
}
