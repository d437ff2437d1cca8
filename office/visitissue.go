package office

import (
	"context"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

// VisitIssue is the form of an issue that a visit brought. Its form's version is
// the visit's: that is what must not have changed meanwhile.
type VisitIssue struct {
	Form
	Visit string // what the visit is called
}

// visitIssue is a visit with the editor of the issue that is to come of it.
type visitIssue struct {
	visit, issue *editor
}

func (o *Office) visitIssue(ctx context.Context, r EditRequest) (visitIssue, error) {
	var v visitIssue
	if l := industry.ListOf(r.List); l == nil || l.Register != industry.VisitRegister {
		return v, industry.Errorf(industry.NotFound, "只有走访记录可以转为问题")
	}
	var err error
	if v.visit, err = o.edit(ctx, r); err != nil {
		return v, err
	}
	if v.visit.entry.Withdrawn || r.ID == "" {
		return v, industry.Errorf(industry.NotFound, "这条走访记录已被撤回")
	}
	issues := r
	issues.List, issues.ID = "issues", ""
	list, err := o.namedList(ctx, issues.List)
	v.issue = &editor{plan: v.visit.plan, request: issues, list: list, entry: store.Entry{Record: industry.NewRecord(industry.IssueRegister)}}
	return v, err
}

// VisitIssueForm returns the form of a new issue with what the visit says of it:
// enterprise and chain, 来源 走访, the day, and the content from 意见建议.
func (o *Office) VisitIssueForm(ctx context.Context, r EditRequest) (VisitIssue, error) {
	v, err := o.visitIssue(ctx, r)
	if err != nil {
		return VisitIssue{}, err
	}
	f := v.form(v.issue.form())
	visit, d := v.visit.entry.Record, v.visit.directory
	known := map[string]string{
		"enterprise": d.Write(industry.EnterpriseRegister.Noun, visit.Get("enterprise"), ""),
		"content":    visit.Get("advice"), "origin": "走访", "raised_on": visit.Get("on_date"), "state": "登记",
	}
	if firm := v.visit.current[industry.EnterpriseRegister][visit.Get("enterprise")]; firm.Record.Register != nil {
		if chains := firm.Record.List("chains"); len(chains) > 0 {
			known["chain"] = d.Write(industry.ChainRegister.Noun, chains[0], "")
		}
	}
	for i := range f.Fields {
		if value := known[f.Fields[i].Column]; value != "" {
			f.Fields[i].Value = value
		}
	}
	return f, nil
}

func (v visitIssue) form(f Form) VisitIssue {
	f.Version = v.visit.entry.Version
	return VisitIssue{f, v.visit.list.RowName(v.visit.entry.Record, v.visit.directory)}
}

// RaiseIssue saves the issue of a visit and its number with the visit in one
// transaction; it returns the number. Where something is to be corrected the form
// comes back with what was typed: Invalid with a sentence at each wrong field,
// Conflict where somebody else saved the visit meanwhile.
func (o *Office) RaiseIssue(ctx context.Context, r EditRequest, typed Typed) (string, VisitIssue, error) {
	v, err := o.visitIssue(ctx, r)
	if err != nil {
		return "", VisitIssue{}, err
	}
	typed = typed.trimmed()
	refuse := func(err error) (string, VisitIssue, error) { return "", v.form(v.issue.refused(typed, err)), err }
	if v.visit.entry.Version != typed.Version {
		return refuse(industry.Errorf(industry.Conflict, "这条走访记录刚被别人改过，可能已经转为问题。请核对后再保存"))
	}
	change, err := v.issue.change(ctx, o.store, typed)
	if err != nil {
		return refuse(err)
	}
	code := change.Record.Key()
	visit := v.visit.entry.Record.Clone()
	if numbers := visit.List("issues"); !slices.Contains(numbers, code) {
		visit.Set("issues", strings.Join(append(numbers, code), industry.ListSeparator))
	}
	entry := r.Actor.Entry(industry.ActSave, industry.IssueRegister.Sheet+" "+readable(code))
	entry.Detail = "由走访记录 " + readable(r.ID) + " 转为问题，" + v.issue.changed(change.Record)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		origin := store.Origin{Actor: r.Actor.Name}
		if err := tx.Save(ctx, origin, []store.Change{*change}); err != nil {
			return err
		}
		return tx.Save(ctx, origin, []store.Change{{Record: visit, Kind: store.Changed, Version: v.visit.entry.Version + 1}})
	})
	if err != nil {
		return refuse(err)
	}
	return code, VisitIssue{}, nil
}
