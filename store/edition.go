package store

import (
	"context"
	"database/sql"
	"errors"

	"chainboard/industry"
)

type editionRow struct {
	ID       int64
	Chain    string
	Kind     string
	Code     string
	Name     string
	Dated    industry.Date
	Approver string
	AsOf     string `db:"as_of"`
	Note     string
	Actor    string
	At       string
}

func (r editionRow) edition() industry.Edition {
	return industry.Edition{
		ID: r.ID, Paper: industry.Paper{Chain: r.Chain, Kind: industry.EditionKind(r.Kind), Code: r.Code}, Name: r.Name,
		Dated: r.Dated, Approver: r.Approver, AsOf: parseInstant(r.AsOf), Note: r.Note, By: r.Actor, At: parseInstant(r.At),
	}
}

func paperValues(p industry.Paper) values {
	return values{"chain": p.Chain, "kind": string(p.Kind), "code": p.Code}
}

// Editions returns the editions of a paper, the newest first, withdrawn ones left out.
func (s *Store) Editions(ctx context.Context, p industry.Paper) ([]industry.Edition, error) {
	var rows []editionRow
	if err := selectNamed(ctx, s.db, &rows, s.queries.EditionList, paperValues(p)); err != nil {
		return nil, err
	}
	editions := make([]industry.Edition, len(rows))
	for i, r := range rows {
		editions[i] = r.edition()
	}
	return editions, nil
}

// Edition returns one edition of a paper; a withdrawn one, and one of another
// paper, is NotFound.
func (s *Store) Edition(ctx context.Context, p industry.Paper, id int64) (industry.Edition, error) {
	arg := paperValues(p)
	arg["id"] = id
	var row editionRow
	err := getNamed(ctx, s.db, &row, s.queries.EditionGet, arg)
	var none *industry.Error
	if errors.As(err, &none) {
		return industry.Edition{}, industry.Errorf(industry.NotFound, "没有这个版本，它可能已被撤回，请重新选择版本")
	}
	return row.edition(), err
}

// AddEdition keeps an edition as the actor's and returns its number; a name that
// the paper's editions bear already is a Conflict.
func (t *Tx) AddEdition(ctx context.Context, e industry.Edition, actor string) (int64, error) {
	arg := paperValues(e.Paper)
	arg["name"], arg["dated"], arg["approver"], arg["as_of"] = e.Name, string(e.Dated), e.Approver, instant(e.AsOf)
	arg["note"], arg["actor"], arg["at"] = e.Note, actor, t.at
	t.noteTable(t.store.queries.EditionAdd)
	text, args, err := t.tx.BindNamed(t.store.queries.EditionAdd, arg)
	if err != nil {
		return 0, err
	}
	var id int64
	err = t.tx.GetContext(ctx, &id, text, args...)
	if errors.Is(err, sql.ErrNoRows) {
		taken := industry.Errorf(industry.Conflict, "已经有名为“%s”的版本，请换一个名称", e.Name)
		taken.Fields = map[string]string{"name": taken.Message}
		return 0, taken
	}
	return id, err
}

// WithdrawEdition takes an edition back; one that somebody took back already is a Conflict.
func (t *Tx) WithdrawEdition(ctx context.Context, id int64, actor string) error {
	n, err := t.named(ctx, t.store.queries.EditionWithdraw, values{"id": id, "actor": actor, "at": t.at})
	if err == nil && n != 1 {
		return industry.Errorf(industry.Conflict, "这个版本刚被别人撤回，请刷新页面")
	}
	return err
}
