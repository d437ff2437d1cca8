package office

import (
	"context"
	"fmt"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

// Draft is a paper before it is issued: with the marks of what people reworded.
type Draft struct {
	Document industry.Document
	Unused   []industry.Rewording // of paragraphs the paper does not have any more
	Notes    []industry.TemplateNote
	Serial   int64 // of its rewordings, for Reword
}

// Draft writes a paper of a chain, or of all of them, and a month, as of q.
func (o *Office) Draft(ctx context.Context, q Query, kind industry.DocumentKind) (Draft, error) {
	q, err := o.settle(ctx, q)
	if err != nil {
		return Draft{}, err
	}
	var d Draft
	if d.Document, d.Notes, err = o.compose(ctx, q, kind); err != nil || industry.OwnTemplate(kind).Text == "" {
		return d, err
	}
	list, serial, err := o.store.Rewordings(ctx, paperKey(q, kind))
	d.Unused, d.Serial = d.Document.Reword(list), serial
	return d, err
}

func paperKey(q Query, kind industry.DocumentKind) store.PaperKey {
	return store.PaperKey{Month: q.Month, Chain: q.Chain, Kind: kind}
}

// compose writes a paper as its template words it.
func (o *Office) compose(ctx context.Context, q Query, kind industry.DocumentKind) (d industry.Document, notes []industry.TemplateNote, err error) {
	switch kind {
	case industry.Annex:
		d, err = o.Annex(ctx, q)
		return d, nil, err
	case industry.Slides:
		d, err = o.Slides(ctx, q)
		return d, nil, err
	case industry.Compendium:
		d, err = o.Compendium(ctx, q)
		return d, nil, err
	}
	fields, err := o.Fields(ctx, q, kind)
	if err != nil {
		return d, nil, err
	}
	t, err := o.DocumentTemplate(ctx, kind)
	if err != nil {
		return d, nil, err
	}
	d, notes = t.Write(fields)
	return d, notes, nil
}

// Fields reads what a template of a kind may name, of a chain, or of all of them,
// and a month. A kind without a template is Unsupported.
func (o *Office) Fields(ctx context.Context, q Query, kind industry.DocumentKind) (industry.Fields, error) {
	q, err := o.settle(ctx, q)
	if err != nil {
		return industry.Fields{}, err
	}
	switch kind {
	case industry.Bulletin:
		f, err := o.bulletinFacts(ctx, q)
		return f.Fields(), err
	case industry.Briefing:
		return o.briefingFields(ctx, q)
	case industry.Minutes:
		return o.minutesFields(ctx, q)
	}
	return industry.Fields{}, industry.Errorf(industry.Unsupported, "%s没有模板", kind.Label())
}

// Reword keeps what people want in a paper instead of the program's paragraphs; a
// text equal to the paragraph takes back what was wanted before. serial is the
// draft's: where the paper was reworded since, it is a Conflict and nothing is kept.
func (o *Office) Reword(ctx context.Context, q DocumentQuery, serial int64, list []industry.Rewording) error {
	settled, err := o.settle(ctx, q.Query)
	if err != nil {
		return err
	}
	if industry.OwnTemplate(q.Kind).Text == "" {
		return industry.Errorf(industry.Unsupported, "%s不能改写", q.Kind.Label())
	}
	for i := range list {
		if err := list[i].Check(); err != nil {
			return err
		}
	}
	key := paperKey(settled, q.Kind)
	entry := q.Actor.Entry(industry.ActSave, "改写 "+q.Kind.Label())
	entry.Detail = fmt.Sprintf("产业链 %s，数据 %s，%d段", key.Chain, key.Month.Span(), len(list))
	return o.store.Write(ctx, entry, func(tx *store.Tx) error {
		_, newest, err := tx.Rewordings(ctx, key)
		if err != nil {
			return err
		}
		if newest != serial {
			return industry.Errorf(industry.Conflict, "这份材料刚被别人改过。改动还在下面的框里，请对照后再保存")
		}
		for _, r := range list {
			if err := tx.AddRewording(ctx, key, r, q.Actor.Name); err != nil {
				return err
			}
		}
		return nil
	})
}

// DocumentTemplate returns the wording of a kind of papers: the county's newest, else the
// program's own.
func (o *Office) DocumentTemplate(ctx context.Context, kind industry.DocumentKind) (industry.DocumentTemplate, error) {
	all, err := o.store.DocumentTemplates(ctx, kind)
	if err != nil || len(all) == 0 {
		return industry.OwnTemplate(kind), err
	}
	t := all[0]
	if t.Text == "" { // taken back
		t.Text = industry.OwnTemplate(kind).Text
	}
	return t, nil
}

// DocumentTemplates returns every version of the county's template of a kind, the newest
// first; the text of one that went back to the program's own is empty.
func (o *Office) DocumentTemplates(ctx context.Context, kind industry.DocumentKind) ([]industry.DocumentTemplate, error) {
	return o.store.DocumentTemplates(ctx, kind)
}

// PreviewDocument writes the paper of a month as t words it, without keeping
// anything.
func (o *Office) PreviewDocument(ctx context.Context, q Query, t industry.DocumentTemplate) (industry.Document, []industry.TemplateNote, error) {
	fields, err := o.Fields(ctx, q, t.Kind)
	if err != nil {
		return industry.Document{}, nil, err
	}
	d, notes := t.Write(fields)
	return d, notes, nil
}

// SaveDocumentTemplate keeps a template as the version after t.Version, which is the one
// its writer saw. The text of the program's own, or none, goes back to that. What is wrong is
// Invalid, by text; a version kept meanwhile is a Conflict.
func (o *Office) SaveDocumentTemplate(ctx context.Context, q Query, t industry.DocumentTemplate, actor Actor) error {
	fields, err := o.Fields(ctx, q, t.Kind)
	if err != nil {
		return err
	}
	t.Text = strings.TrimSpace(strings.ReplaceAll(t.Text, "\r\n", "\n")) + "\n"
	entry := actor.Entry(industry.ActSave, "材料模板 "+t.Kind.Label())
	entry.Detail = fmt.Sprintf("第%d版", t.Version+1)
	if own := industry.OwnTemplate(t.Kind).Text; t.Text == own || t.Text == "\n" {
		t.Text = ""
		entry.Detail += "，恢复系统原有的模板"
	} else if err := t.Check(fields); err != nil {
		return err
	}
	t.Version++
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddDocumentTemplate(ctx, t, actor.Name) })
}
