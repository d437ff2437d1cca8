package store

import (
	"context"

	"chainboard/industry"
)

// DocumentTemplates returns every version of the county's template of a kind of papers,
// the newest first.
func (s *Store) DocumentTemplates(ctx context.Context, kind industry.DocumentKind) ([]industry.DocumentTemplate, error) {
	var rows []struct {
		Kind, Text, Actor, At string

		Version int64
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.DocumentTemplateAll, values{"kind": string(kind)}); err != nil {
		return nil, err
	}
	templates := make([]industry.DocumentTemplate, len(rows))
	for i, r := range rows {
		templates[i] = industry.DocumentTemplate{Kind: kind, Text: r.Text, Version: r.Version, By: r.Actor, At: parseInstant(r.At)}
	}
	return templates, nil
}

// AddDocumentTemplate appends a version of a template. One there is already is a Conflict.
func (t *Tx) AddDocumentTemplate(ctx context.Context, template industry.DocumentTemplate, actor string) error {
	n, err := t.named(ctx, t.store.queries.DocumentTemplateAdd, values{
		"kind": string(template.Kind), "version": template.Version, "text": template.Text, "actor": actor, "at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "这份模板刚被别人改过。请把自己的改动复制下来，刷新页面后再改")
	}
	return err
}

// PaperKey says which paper rewordings are of.
type PaperKey struct {
	Month industry.Month
	Chain string // a chain's code, or AllChains
	Kind  industry.DocumentKind
}

func (k PaperKey) values() values {
	return values{"month": k.Month.String(), "chain": k.Chain, "kind": string(k.Kind)}
}

// Rewordings returns what people want in a paper instead of the program's
// paragraphs, and its serial: the number of the newest change, 0 before any.
func (s *Store) Rewordings(ctx context.Context, k PaperKey) (list []industry.Rewording, serial int64, err error) {
	return rewordings(ctx, s.db, s.queries.RewordingList, k)
}

// Rewordings is Store.Rewordings within the transaction.
func (t *Tx) Rewordings(ctx context.Context, k PaperKey) (list []industry.Rewording, serial int64, err error) {
	return rewordings(ctx, t.tx, t.store.queries.RewordingList, k)
}

func rewordings(ctx context.Context, on querier, query string, k PaperKey) (list []industry.Rewording, serial int64, err error) {
	var rows []struct {
		ID                   int64
		Was, Text, Actor, At string
	}
	if err := selectNamed(ctx, on, &rows, query, k.values()); err != nil {
		return nil, 0, err
	}
	for _, r := range rows {
		serial = max(serial, r.ID)
		if r.Text != r.Was {
			list = append(list, industry.Rewording{Was: r.Was, Text: r.Text, By: r.Actor, At: parseInstant(r.At)})
		}
	}
	return list, serial, nil
}

// AddRewording appends a rewording of a paper's paragraph; a text equal to the
// paragraph takes back the one before.
func (t *Tx) AddRewording(ctx context.Context, k PaperKey, r industry.Rewording, actor string) error {
	arg := k.values()
	arg["was"], arg["text"], arg["actor"], arg["at"] = r.Was, r.Text, actor, t.at
	_, err := t.named(ctx, t.store.queries.RewordingAdd, arg)
	return err
}
