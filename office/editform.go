package office

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/store"
)

// form is the form of the record as it is kept.
func (e *editor) form() Form {
	g := e.list.Register
	f := Form{List: e.list, ID: e.request.ID, Name: e.list.RowName(e.entry.Record, e.directory), Version: e.entry.Version, Names: map[string][]string{}}
	kept := e.directory.Unresolve(e.entry.Record)
	for i := range g.Fields {
		field := &g.Fields[i]
		f.Fields = append(f.Fields, FormField{
			Field: field, Unit: e.unit(field), Value: kept.Values[i], Fixed: e.fixed(field),
		})
		if field.Kind == industry.SubjectField {
			f.Names[field.Column] = e.directory.SubjectNames()
		}
		if field.Kind == industry.Reference && f.Names[field.Refers] == nil {
			f.Names[field.Refers] = e.directory.Names(field.Refers, e.segmentChain())
		}
	}
	f.Names[industry.ObjectDepartment] = e.directory.Names(industry.ObjectDepartment, "")
	for _, header := range slices.Sorted(maps.Keys(e.entry.Record.Extra)) {
		f.Fields = append(f.Fields, FormField{
			Field: &industry.Field{Name: header}, Header: header, Value: e.entry.Record.Extra[header],
		})
	}
	if f.ID == "" {
		e.begin(&f)
	}
	return f
}

// begin fills in what a new record most likely says.
func (e *editor) begin(f *Form) {
	for i := range f.Fields {
		x := &f.Fields[i]
		if (x.Column == "chain" || x.Column == "chains") && e.request.Chain != industry.AllChains && e.list.Register != industry.PolicyRegister {
			x.Value = e.directory.Write(industry.ChainRegister.Noun, e.request.Chain, "")
		}
		if key := e.request.Given[x.Column]; key != "" && x.Kind == industry.Reference {
			x.Value = e.directory.Write(x.Refers, key, "")
		}
	}
}

// unit is the unit of a field; what is paid for a project is in its currency.
func (e *editor) unit(field *industry.Field) string {
	f := industry.ListFacts{}
	for key, entry := range e.current[industry.ProjectRegister] {
		if entry.Record.Get("currency") == "美元" {
			f.Dollars = append(f.Dollars, key)
		}
	}
	r := e.entry.Record
	if project := e.request.Given["project"]; project != "" && e.list.Register == industry.ArrivalRegister {
		r = r.Clone()
		r.Set("project", project)
	}
	return f.UnitOf(r, field)
}

// number gives a new payment that names no number the next one of its day.
func (e *editor) number(typed *Typed) {
	if e.list.Register != industry.ArrivalRegister || e.request.ID != "" || typed.Fields["sequence"] != "" {
		return
	}
	project, err := e.directory.Find(industry.ProjectRegister.Noun, typed.Fields["project"], "")
	if err != nil {
		return // the row will say so
	}
	r := industry.NewRecord(industry.ArrivalRegister)
	r.Set("project", project)
	r.Set("on_date", typed.Fields["on_date"])
	for n := 1; ; n++ {
		r.Set("sequence", strconv.Itoa(n))
		if entry, taken := e.current[industry.ArrivalRegister][r.Key()]; !taken || entry.Withdrawn {
			typed.Fields["sequence"] = strconv.Itoa(n)
			return
		}
	}
}

// segmentChain is the chain whose segments can be named without it.
func (e *editor) segmentChain() string {
	for _, column := range []string{"chain", "chains"} {
		if e.list.Register.Index(column) < 0 {
			continue
		}
		if chains := e.entry.Record.List(column); len(chains) > 0 {
			return chains[0]
		}
	}
	return e.request.Chain
}

// fixed reports whether a field tells the existing record from the others: its
// key, and what stands in for an empty one.
func (e *editor) fixed(f *industry.Field) bool {
	if e.request.ID == "" {
		return false
	}
	if f.Key {
		return true
	}
	g := e.list.Register
	return slices.ContainsFunc(g.Fields, func(key industry.Field) bool {
		return key.KeyElse == f.Column && e.entry.Record.Get(key.Column) == ""
	})
}

// typedForm is the form with what was typed.
func (e *editor) typedForm(typed Typed) Form {
	f := e.form()
	for i := range f.Fields {
		x := &f.Fields[i]
		if text, given := typed.text(x); given && !x.Fixed {
			x.Value = text
		}
	}
	return f
}

// text returns what was typed into a field.
func (t Typed) text(f *FormField) (string, bool) {
	if f.Header != "" {
		text, given := t.Extra[f.Header]
		return text, given
	}
	text, given := t.Fields[f.Column]
	return text, given
}

// refused is the form that goes back with an error: what was typed, and at each
// field what is wrong with it.
func (e *editor) refused(typed Typed, err error) Form {
	if err == nil {
		return Form{}
	}
	f := e.typedForm(typed)
	var known *industry.Error
	errors.As(err, &known)
	for i := range f.Fields {
		x := &f.Fields[i]
		if known != nil && known.Fields[x.Column] != "" {
			x.Error = known.Fields[x.Column]
		}
		for _, p := range e.problems {
			if p.Level == industry.LevelError && p.Column == x.Name && x.Error == "" {
				x.Error = sentence(p)
			}
		}
	}
	return f
}

func sentence(p industry.Problem) string {
	if p.Remedy == "" {
		return p.Message
	}
	return p.Message + "。" + p.Remedy
}

// clash is the form of a record that somebody else saved meanwhile, with both
// values where they differ. What the editor had left alone follows the register;
// what was typed stays. Saved again, it stands on the newest version.
func (o *Office) clash(ctx context.Context, e *editor, typed Typed) (string, Form, error) {
	history, err := o.store.History(ctx, e.list.Register, e.request.ID)
	if err != nil {
		return "", Form{}, err
	}
	begun := industry.NewRecord(e.list.Register)
	for _, r := range history {
		if r.Version == typed.Version {
			begun = r.Record
		}
	}
	f := e.typedForm(typed)
	f.Clash = &Clash{Withdrawn: e.entry.Withdrawn}
	if len(history) > 0 {
		f.Clash.By, f.Clash.At = history[0].Source.By, history[0].Source.At
	}
	if e.entry.Withdrawn {
		return "", f, industry.Errorf(industry.Conflict, "这条记录已被撤回，不能再保存；需要时请重新登记")
	}
	now, was := e.directory.Unresolve(e.entry.Record), e.directory.Unresolve(begun)
	for i := range f.Fields {
		x := &f.Fields[i]
		before, after := valueOf(was, x), valueOf(now, x)
		mine, given := typed.text(x)
		if !given || before == after || mine == after || x.Fixed {
			continue
		}
		x.Theirs = &Theirs{Now: after, Was: before}
		if mine == before {
			x.Value, x.Theirs.Taken = after, true
		}
	}
	return "", f, industry.Errorf(industry.Conflict, "您修改期间，这条记录已被别人保存过。请核对标出的各项后再保存")
}

// valueOf returns a field of a record as a form writes it.
func valueOf(r industry.Record, f *FormField) string {
	if f.Header != "" {
		return r.Extra[f.Header]
	}
	return r.Get(f.Column)
}

// Withdraw takes a record back for a reason that the audit log keeps. It is
// refused, naming them, while other records refer to it, and a Conflict where the
// record has another version by now.
func (o *Office) Withdraw(ctx context.Context, r EditRequest, version int64, reason string) error {
	const longest = 200
	e, err := o.edit(ctx, r)
	if err != nil {
		return err
	}
	switch n := len([]rune(reason)); {
	case e.entry.Withdrawn:
		return industry.Errorf(industry.NotFound, "这条记录已被撤回")
	case e.entry.Version != version:
		return industry.Errorf(industry.Conflict, "这条记录刚被别人改过，请核对后再撤回")
	case n == 0 || n > longest:
		return &industry.Error{Kind: industry.Invalid, Message: "请填写撤回原因，最多200个字", Fields: map[string]string{"reason": "请填写撤回原因，最多200个字"}}
	}
	users, err := o.referrers(ctx, e)
	if err != nil {
		return err
	}
	if len(users) > 0 {
		return industry.Errorf(industry.Conflict, "还有其他记录引用它，不能撤回：%s。请先修改或撤回这些记录", join(users))
	}
	entry := r.Actor.Entry(industry.ActWithdraw, e.list.Register.Sheet+" "+readable(r.ID))
	entry.Detail = reason
	return o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.Save(ctx, store.Origin{Actor: r.Actor.Name}, []store.Change{
			{Record: e.entry.Record, Kind: store.Withdrawn, Version: e.entry.Version + 1},
		})
	})
}
