package office

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// EditRequest names a record of a list and who works on it.
type EditRequest struct {
	List  string            // industry.List.Code
	Chain string            // of the page: a new record begins in it
	ID    string            // "" for a new one
	Given map[string]string // what a new record begins with, by column
	User  industry.User
	Actor Actor
}

// Typed is what a form sends back: its texts, and the version they were begun on.
type Typed struct {
	Version int64
	Fields  map[string]string // by column
	Extra   map[string]string // by header: columns the contract does not know
}

// Form is a record on its way through an editor's hands.
type Form struct {
	List    *industry.List
	ID      string
	Name    string
	Version int64 // to send back
	Fields  []FormField
	Names   map[string][]string // what references may be, by noun
	Clash   *Clash              // somebody else changed the record meanwhile
}

// FormField is one field of a form.
type FormField struct {
	*industry.Field
	Header string // of a column the contract does not know; its Field has only the name
	Unit   string
	Value  string // as typed, or as kept
	Fixed  bool   // tells the record from the others: it cannot change
	Error  string
	Theirs *Theirs // another's change
}

// Theirs is what a field holds now, where somebody else has changed it.
type Theirs struct {
	Now   string
	Was   string // when the form was opened
	Taken bool   // the editor had left it alone, so the form has it now
}

// Clash says who was faster.
type Clash struct {
	By        string
	At        time.Time
	Withdrawn bool
}

// editor is a record with everything its form is made from.
type editor struct {
	*plan
	request EditRequest
	list    *industry.List
	entry   store.Entry // what is kept; empty for a new record
}

// edit finds a record for whoever may change it. Forms show contacts and figures:
// they need the right to see single enterprises too.
func (o *Office) edit(ctx context.Context, r EditRequest) (*editor, error) {
	l, err := o.namedList(ctx, r.List)
	if err != nil {
		return nil, err
	}
	if !r.User.Can(industry.EditRegisters) || !r.User.Can(industry.SeeEnterprises) {
		return nil, industry.Errorf(industry.Forbidden, "您的账号不能修改清单，请联系链长办")
	}
	p, err := o.newPlan(ctx, ImportOptions{}, r.Actor)
	if err != nil {
		return nil, err
	}
	e := &editor{plan: p, request: r, list: l, entry: store.Entry{Record: industry.NewRecord(l.Register)}}
	if r.ID == "" {
		return e, nil
	}
	var known bool
	if e.entry, known = p.current[l.Register][r.ID]; !known {
		return nil, industry.Errorf(industry.NotFound, "没有找到这条记录，它可能已被撤回")
	}
	return e, nil
}

// Form returns the form of a record as it is kept, or an empty one. A record
// that is not there is NotFound.
func (o *Office) Form(ctx context.Context, r EditRequest) (Form, error) {
	e, err := o.edit(ctx, r)
	if err != nil {
		return Form{}, err
	}
	if e.entry.Withdrawn {
		return Form{}, industry.Errorf(industry.NotFound, "这条记录已被撤回，不能修改；需要时请重新登记")
	}
	return e.form(), nil
}

// SaveForm reads what was typed as the importer reads a row, checks it against
// everything kept and saves it; it returns the record's id. Where something is to
// be corrected the form comes back with what was typed: Invalid with a sentence
// at each wrong field, Conflict where somebody else saved the record meanwhile.
func (o *Office) SaveForm(ctx context.Context, r EditRequest, typed Typed) (string, Form, error) {
	e, err := o.edit(ctx, r)
	if err != nil {
		return "", Form{}, err
	}
	typed = typed.trimmed()
	if r.ID != "" && (e.entry.Withdrawn || e.entry.Version != typed.Version) {
		return o.clash(ctx, e, typed)
	}
	change, err := e.change(ctx, o.store, typed)
	if err != nil || change == nil {
		return r.ID, e.refused(typed, err), err
	}
	entry := r.Actor.Entry(industry.ActSave, e.list.Register.Sheet+" "+readable(change.Record.Key()))
	entry.Detail = e.changed(change.Record)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.Save(ctx, store.Origin{Actor: r.Actor.Name}, []store.Change{*change})
	})
	if isKind(err, industry.Conflict) && r.ID != "" { // between reading and writing
		if e, err = o.edit(ctx, r); err != nil {
			return "", Form{}, err
		}
		return o.clash(ctx, e, typed)
	}
	return change.Record.Key(), e.refused(typed, err), err
}

// trimmed gives texts line ends as they are kept and cuts blanks around them, so
// that what was not touched compares equal.
func (t Typed) trimmed() Typed {
	clean := func(texts map[string]string) map[string]string {
		out := make(map[string]string, len(texts))
		for name, text := range texts {
			out[name] = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
		}
		return out
	}
	return Typed{t.Version, clean(t.Fields), clean(t.Extra)}
}

// change plans the one row as a sheet of an import; nil where it changes nothing.
func (e *editor) change(ctx context.Context, s *store.Store, typed Typed) (*store.Change, error) {
	g := e.list.Register
	kept := e.directory.Unresolve(e.entry.Record)
	for i := range g.Fields {
		if e.fixed(&g.Fields[i]) {
			typed.Fields[g.Fields[i].Column] = kept.Values[i]
		}
	}
	e.number(&typed)
	sheet := workbook.ParseRow(g, workbook.FormRow{Fields: typed.Fields, Extra: typed.Extra}, e.indicator)
	row := &sheet.Rows[0]
	if err := e.addSheet(ctx, s, sheet); err != nil {
		return nil, err
	}
	planned := e.sheets[0]
	switch {
	case planned.report.Rejected > 0:
		return nil, industry.Errorf(industry.Invalid, "有内容需要改正，改好后再保存")
	case e.request.ID == "" && planned.report.New == 0:
		return nil, e.exists(row.Record)
	case len(planned.changes) == 0:
		return nil, nil
	case e.request.ID != "" && row.Record.Key() != e.request.ID:
		return nil, industry.Errorf(industry.Invalid, "识别这条记录的内容不能修改；需要时请撤回后重新登记")
	}
	return &planned.changes[0], nil
}

// exists refuses a new record that is there already.
func (e *editor) exists(r industry.Record) error {
	column := keyColumn(r.Register)
	sentence := "已登记过这条记录（" + readable(r.Key()) + "），请打开它修改"
	return &industry.Error{Kind: industry.Invalid, Message: sentence, Fields: map[string]string{column: sentence}}
}

// changed names the fields that a record differs in from what is kept.
func (e *editor) changed(r industry.Record) string {
	if e.request.ID == "" {
		return "新增 " + e.list.RowName(r, e.directory)
	}
	var names []string
	for i := range r.Values {
		if r.Values[i] != e.entry.Record.Values[i] {
			names = append(names, r.Register.Fields[i].Name)
		}
	}
	for _, header := range slices.Sorted(maps.Keys(e.entry.Record.Extra)) {
		if r.Extra[header] != e.entry.Record.Extra[header] {
			names = append(names, header)
		}
	}
	return "修改 " + join(names)
}

func isKind(err error, kind industry.Kind) bool {
	var e *industry.Error
	return errors.As(err, &e) && e.Kind == kind
}

// readable writes a key as people read it.
func readable(key string) string { return strings.ReplaceAll(key, industry.KeySeparator, " ") }
