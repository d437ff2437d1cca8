package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

// StageForm is the form of one stage of a project: what can be done with it now.
type StageForm struct {
	Stage   industry.Stage
	Steps   []industry.StageStep
	Step    industry.StageStep // the one chosen
	ID      string
	Name    string
	Version int64
	On      string
	Note    string
	Errors  map[string]string     // by on, note and file
	Track   industry.Track        // of the project as it stands
	Stood   industry.TrackStep    // of the stage
	Project industry.ListRow      // as its list shows it
	Columns *industry.List        // what its columns are called
	record  industry.Record       // as it is kept
	files   []industry.Attachment // beside it
}

// StageTyped is what a stage's form sends back.
type StageTyped struct {
	Version  int64
	Step     string
	On, Note string
	File     *FileUpload // nil: none was chosen
}

// StageForm returns the form of a stage, of the step asked for or the first that
// can be taken. Where none can it is a Conflict that says why.
func (o *Office) StageForm(ctx context.Context, r EditRequest, stage, step string) (StageForm, error) {
	_, f, err := o.stageForm(ctx, r, stage)
	if err != nil {
		return f, err
	}
	if len(f.Steps) == 0 {
		return f, industry.Errorf(industry.Conflict, "%s", f.refusal(o.Today()))
	}
	if err := f.choose(step, o.Today()); err != nil {
		return f, err
	}
	f.On = f.begun(o.Today())
	return f, nil
}

func (o *Office) stageForm(ctx context.Context, r EditRequest, stage string) (*editor, StageForm, error) {
	f := StageForm{Stage: industry.Stage(stage), Errors: map[string]string{}}
	l := industry.ListOf(r.List)
	if l == nil || l.Register != industry.ProjectRegister || r.ID == "" || !slices.Contains(industry.Stages(), f.Stage) {
		return nil, f, industry.Errorf(industry.NotFound, "没有这个项目阶段")
	}
	e, err := o.edit(ctx, r)
	if err != nil {
		return nil, f, err
	}
	if e.entry.Withdrawn {
		return nil, f, industry.Errorf(industry.NotFound, "这个项目已被撤回")
	}
	_, facts, err := o.listFacts(ctx, ListRequest{List: r.List, User: r.User})
	if err != nil {
		return nil, f, err
	}
	if f.Project, err = rowOf(e.list, facts, e.entry.Record); err != nil {
		return nil, f, err
	}
	if f.files, err = o.files(ctx, e.list.Register, r.ID, r.User); err != nil {
		return nil, f, err
	}
	if f.Track, err = o.track(ctx, Detail{Record: e.entry.Record, Files: f.files, Open: true}); err != nil {
		return nil, f, err
	}
	for _, s := range f.Track.Steps {
		if s.Stage == f.Stage {
			f.Stood = s
		}
	}
	f.ID, f.Name, f.Version, f.record, f.Columns = r.ID, e.entry.Record.Get("name"), e.entry.Version, e.entry.Record, e.list
	f.Steps = industry.NextStageSteps(f.record, f.Stage, o.Today())
	return e, f, nil
}

// refusal says why nothing can be done with the stage.
func (f *StageForm) refusal(today industry.Date) string {
	for _, s := range industry.StageSteps() {
		if slices.Contains(s.Stages, f.Stage) {
			return s.Refused(f.record, f.Stage, today)
		}
	}
	return ""
}

// choose takes the step of a code, the first where none is asked for.
func (f *StageForm) choose(code string, today industry.Date) error {
	if code == "" && len(f.Steps) > 0 {
		code = f.Steps[0].Code
	}
	for _, s := range f.Steps {
		if s.Code == code {
			f.Step = s
			return nil
		}
	}
	s, known := industry.StageStepOf(code, f.Stage)
	if !known {
		return industry.Errorf(industry.NotFound, "没有这个办理步骤")
	}
	f.Step = s
	return industry.Errorf(industry.Conflict, "%s", s.Refused(f.record, f.Stage, today))
}

// begun is the day to begin with: the one to be corrected, else today.
func (f *StageForm) begun(today industry.Date) string {
	switch {
	case f.Step.Dateless:
		return ""
	case f.Step.Planned:
		return f.record.Get(industry.StageColumn(f.Stage, true))
	case f.Step.Code == "correct":
		return f.record.Get(industry.StageColumn(f.Stage, false))
	}
	return string(today)
}

// track lays out the course of a project; notes, persons and files are for who may
// see single enterprises.
func (o *Office) track(ctx context.Context, d Detail) (industry.Track, error) {
	events, err := o.stageEventsOf(ctx, d)
	if err != nil {
		return industry.Track{}, err
	}
	files, today := d.Files, o.Today()
	if !d.Open {
		files = nil
		for i := range events {
			events[i].Note, events[i].Actor = "", ""
		}
	}
	if !d.AsOf.IsZero() {
		today = industry.DateOf(d.AsOf)
	}
	rules, err := o.investmentRules(ctx, d.AsOf)
	return rules.Overdue.TrackOf(industry.ProjectOf(d.Record), events, files, today), err
}

// stageEventsOf returns what a project went through until the moment looked at.
func (o *Office) stageEventsOf(ctx context.Context, d Detail) ([]industry.StageEvent, error) {
	events, err := o.store.StageEvents(ctx, d.Record.Key())
	return without(events, func(e industry.StageEvent) bool { return !knownBy(e.At, d.AsOf) }), err
}

// TakeStage takes a step of a stage: the record, its event, the evidence and the
// audit entry in one transaction. Where something is to be corrected the form comes
// back with what was typed: Invalid with a sentence at each wrong field, Conflict
// where the project has moved on meanwhile.
func (o *Office) TakeStage(ctx context.Context, r EditRequest, stage string, typed StageTyped) (StageForm, error) {
	e, f, err := o.stageForm(ctx, r, stage)
	if err != nil {
		return f, err
	}
	f.On, f.Note = strings.TrimSpace(typed.On), strings.TrimSpace(strings.ReplaceAll(typed.Note, "\r\n", "\n"))
	if err := f.choose(typed.Step, o.Today()); err != nil {
		return f.refused(e, err)
	}
	if e.entry.Version != typed.Version {
		return f.refused(e, industry.Errorf(industry.Conflict, "这个项目刚被别人改过。请核对后再提交"))
	}
	taken, err := o.takenStage(ctx, e, &f, typed)
	if err != nil {
		return f.refused(e, err)
	}
	err = o.store.Write(ctx, f.audit(r, e, taken.file), func(tx *store.Tx) error {
		if taken.change == nil {
			err = tx.AddStageEvent(ctx, r.ID, taken.event)
		} else {
			err = tx.Save(ctx, store.Origin{Actor: r.Actor.Name}, []store.Change{*taken.change})
		}
		if err == nil && typed.File != nil {
			err = addAttachment(ctx, tx, taken.file, typed.File.Data)
		}
		return err
	})
	if err != nil {
		return f.refused(e, err)
	}
	return f, nil
}

// takenStage is what a step writes.
type takenStage struct {
	change *store.Change // nil: the record stays, only something is said of it
	event  industry.StageEvent
	file   industry.Attachment
}

func (o *Office) takenStage(ctx context.Context, e *editor, f *StageForm, typed StageTyped) (takenStage, error) {
	var t takenStage
	in := industry.StageInput{On: f.On, Note: f.Note, File: typed.File != nil}
	written, event, err := f.Step.Apply(e.entry.Record, f.Stage, in, o.Today())
	t.event = event
	if typed.File != nil {
		var wrong error
		if t.file, wrong = attachment(e.list.Register, AttachRequest{ID: f.ID, Actor: e.request.Actor}, *typed.File); wrong != nil {
			err = both(err, wrong)
		}
	}
	if err != nil {
		return t, err
	}
	if len(written) > 0 {
		t.change, err = e.change(ctx, o.store, Typed{typed.Version, written, nil})
		if err == nil && t.change == nil {
			err = &industry.Error{Kind: industry.Invalid, Message: "日期没有变化", Fields: map[string]string{"on": "与现在的日期相同；只补充说明或附件的，请选“补充证明”"}}
		}
	}
	t.event.Version, t.event.Actor = e.entry.Version, e.request.Actor.Name
	if t.change != nil {
		t.change.Stage, t.event.Version = &t.event, t.change.Version
	}
	t.file.Place, t.file.Version = string(f.Stage), t.event.Version
	return t, err
}

func (f *StageForm) audit(r EditRequest, e *editor, file industry.Attachment) *industry.AuditEntry {
	entry := r.Actor.Entry(industry.ActSave, e.list.Register.Sheet+" "+readable(r.ID))
	entry.Detail = f.Title()
	if f.On != "" && !f.Step.Dateless {
		entry.Detail += " " + f.On
	}
	if f.Note != "" {
		entry.Detail += "，" + f.Note
	}
	if file.Name != "" {
		entry.Detail += "，" + attachedText(file)
	}
	return entry
}

// Title is what the form does: 登记进展 开工.
func (f *StageForm) Title() string {
	if f.Step.Name == f.Stage.Label() || f.Step.Code == "resume" {
		return f.Step.Name
	}
	return f.Step.Name + " " + f.Stage.Label()
}

// both joins the sentences of two refusals.
func both(first, second error) error {
	var a, b *industry.Error
	if !errors.As(first, &a) || a.Kind != industry.Invalid || !errors.As(second, &b) {
		return second
	}
	for name, sentence := range b.Fields {
		a.Fields[name] = sentence
	}
	return a
}

// refused is the form that goes back with an error, its sentences where they
// belong: those of dates at the date, of other columns in the message.
func (f StageForm) refused(e *editor, err error) (StageForm, error) {
	var known *industry.Error
	if !errors.As(err, &known) {
		return f, err
	}
	for name, sentence := range known.Fields {
		f.Errors[name] = sentence
	}
	var others []string
	for _, p := range e.problems {
		if p.Level != industry.LevelError {
			continue
		}
		i := slices.IndexFunc(e.list.Register.Fields, func(x industry.Field) bool { return x.Name == p.Column })
		if i >= 0 && e.list.Register.Fields[i].Kind == industry.DateField && f.Errors["on"] == "" {
			f.Errors["on"] = p.Message
		} else if i < 0 || e.list.Register.Fields[i].Kind != industry.DateField {
			others = append(others, sentence(p))
		}
	}
	if len(others) > 0 {
		err = &industry.Error{Kind: known.Kind, Message: fmt.Sprintf("%s；请先在“修改”中补填", strings.Join(others, "；")), Fields: known.Fields}
	}
	return f, err
}
