package store

import (
	"context"
	"errors"
	"math"
	"time"

	"chainboard/industry"
)

type keptDocumentRow struct {
	ID                         int64
	Month, Chain, Kind, Ending string
	Title                      string
	AsOf                       string `db:"as_of"`
	SHA256                     string `db:"sha256"`
	Size, Version              int64
	Actor, At                  string
}

func (r keptDocumentRow) document() (industry.KeptDocument, error) {
	d := industry.KeptDocument{
		ID: r.ID, Chain: r.Chain, Kind: industry.DocumentKind(r.Kind), Ending: r.Ending, Title: r.Title, AsOf: parseInstant(r.AsOf),
		SHA256: r.SHA256, Size: r.Size, Version: r.Version, By: r.Actor, At: parseInstant(r.At),
		Draft: r.Actor == industry.DraftActor,
	}
	var err error
	d.Month, err = industry.ParseMonth(r.Month)
	return d, err
}

// KeptFilter narrows the papers kept of a chain; an empty field does not.
type KeptFilter struct {
	Chain      string // always one, or AllChains
	Month      industry.Month
	Kind       industry.DocumentKind
	Page, Size int // pages count from 1; size 0: all there are
}

// KeptDocuments returns a page of the papers kept of a chain, the newest first,
// without their content, and how many there are.
func (s *Store) KeptDocuments(ctx context.Context, f KeptFilter) ([]industry.KeptDocument, int, error) {
	if f.Size == 0 {
		f.Size = math.MaxInt32
	}
	arg := values{"chain": f.Chain, "month": f.Month.String(), "kind": string(f.Kind), "size": f.Size, "skip": max(f.Page-1, 0) * f.Size}
	var rows []keptDocumentRow
	if err := selectNamed(ctx, s.db, &rows, s.queries.KeptDocumentList, arg); err != nil {
		return nil, 0, err
	}
	var n int
	if err := getNamed(ctx, s.db, &n, s.queries.KeptDocumentCount, arg); err != nil {
		return nil, 0, err
	}
	documents, err := keptDocuments(rows)
	return documents, n, err
}

// DocumentVersions returns what is kept of a chain's paper with versions, of any
// month, the newest version first.
func (s *Store) DocumentVersions(ctx context.Context, kind industry.DocumentKind, chain string) ([]industry.KeptDocument, error) {
	var rows []keptDocumentRow
	if err := selectNamed(ctx, s.db, &rows, s.queries.KeptDocumentVersions, values{"kind": string(kind), "chain": chain}); err != nil {
		return nil, err
	}
	return keptDocuments(rows)
}

// LastSaved returns when a record or figure was saved last, the zero time where
// none is.
func (s *Store) LastSaved(ctx context.Context) (time.Time, error) {
	var at string
	if err := getNamed(ctx, s.db, &at, s.queries.KeptDocumentSaved, values{}); err != nil || at == "" {
		return time.Time{}, err
	}
	return parseInstant(at), nil
}

func keptDocuments(rows []keptDocumentRow) ([]industry.KeptDocument, error) {
	documents := make([]industry.KeptDocument, len(rows))
	for i, r := range rows {
		var err error
		if documents[i], err = r.document(); err != nil {
			return nil, err
		}
	}
	return documents, nil
}

// KeptDocument returns a paper that is kept and the bytes of its file; one there
// is not is NotFound.
func (s *Store) KeptDocument(ctx context.Context, id int64) (industry.KeptDocument, []byte, error) {
	var row keptDocumentRow
	err := getNamed(ctx, s.db, &row, s.queries.KeptDocumentGet, values{"id": id})
	var none *industry.Error
	if errors.As(err, &none) {
		return industry.KeptDocument{}, nil, industry.Errorf(industry.NotFound, "没有这份存档材料，请从“会议材料”里重新选择")
	}
	if err != nil {
		return industry.KeptDocument{}, nil, err
	}
	d, err := row.document()
	if err != nil {
		return d, nil, err
	}
	var content []byte
	err = getNamed(ctx, s.db, &content, s.queries.KeptDocumentContent, values{"id": id})
	return d, content, err
}

// KeepDocument keeps the file of a paper with its hash and size and returns what
// is kept. Where the same bytes are kept already of that month, chain, kind and
// ending, it returns those and added is false.
func (t *Tx) KeepDocument(ctx context.Context, d industry.KeptDocument, content []byte) (kept industry.KeptDocument, added bool, err error) {
	d.SHA256, d.Size, d.At = HashFile(content), int64(len(content)), parseInstant(t.at)
	arg := values{
		"month": d.Month.String(), "chain": d.Chain, "kind": string(d.Kind), "ending": d.Ending, "title": d.Title, "as_of": instant(d.AsOf),
		"sha256": d.SHA256, "size": d.Size, "version": d.Version, "content": content, "actor": d.By, "at": t.at,
	}
	err = t.returning(ctx, &d.ID, t.store.queries.KeptDocumentAdd, arg)
	var none *industry.Error
	if !errors.As(err, &none) || none.Kind != industry.NotFound {
		return d, err == nil, err
	}
	var row keptDocumentRow
	err = getNamed(ctx, t.tx, &row, t.store.queries.KeptDocumentSame, arg)
	if errors.As(err, &none) && none.Kind == industry.NotFound {
		return d, false, industry.Errorf(industry.Conflict, "这个版本刚被别人存档，请刷新页面后重新生成")
	}
	if err != nil {
		return d, false, err
	}
	kept, err = row.document()
	return kept, false, err
}
