package office

import (
	"context"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// Editions returns the editions of a list or map, the newest first. An unknown
// list, map or chain is NotFound, one without anything for the user Forbidden.
func (o *Office) Editions(ctx context.Context, p industry.Paper, u industry.User) ([]industry.Edition, error) {
	if _, err := o.PaperName(ctx, p, u); err != nil {
		return nil, err
	}
	return o.store.Editions(ctx, p)
}

// Edition returns one edition of a list or map; a withdrawn one, and one of
// another paper, is NotFound.
func (o *Office) Edition(ctx context.Context, p industry.Paper, id int64) (industry.Edition, error) {
	return o.store.Edition(ctx, p, id)
}

// PaperName returns what the county calls a list or map that the user may see.
func (o *Office) PaperName(ctx context.Context, p industry.Paper, u industry.User) (string, error) {
	if !u.Can(industry.SeeTotals) {
		return "", industry.Errorf(industry.Forbidden, "您的账号不能查看清单和图，请联系管理员")
	}
	if _, err := o.ChainName(ctx, p.Chain); err != nil {
		return "", err
	}
	switch p.Kind {
	case industry.EditionOfList:
		l, err := o.namedList(ctx, p.Code)
		if err != nil {
			return "", err
		}
		if !ListOpensTo(p.Code, u) {
			return "", industry.Errorf(industry.Forbidden, "%s不含企业自己的记录，企业账号不能查看", l.Name)
		}
		return l.Name, nil
	case industry.EditionOfMap:
		switch name := industry.MapName(p.Code); {
		case name == "":
			return "", industry.Errorf(industry.NotFound, "没有“%s”这张图", p.Code)
		case u.OwnRowsOnly():
			return "", industry.Errorf(industry.Forbidden, "企业账号只能查看本企业的资料，请从企业清单进入")
		default:
			return name, nil
		}
	}
	return "", industry.Errorf(industry.NotFound, "没有这种清单或图")
}

// ChainName returns the name of a chain that is not withdrawn, 全部产业链 for all
// of them; an unknown code is NotFound.
func (o *Office) ChainName(ctx context.Context, code string) (string, error) {
	if code == industry.AllChains {
		return "全部产业链", nil
	}
	chains, err := o.store.Records(ctx, industry.ChainRegister)
	if err != nil {
		return "", err
	}
	e, ok := chains[code]
	if !ok || e.Withdrawn {
		return "", industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", code)
	}
	return e.Record.Get("name"), nil
}

// KeepEdition keeps what a list or map says at a moment as an edition and returns
// it with its number; without a moment it is now. What is wrong with it is
// Invalid, a name already taken a Conflict.
func (o *Office) KeepEdition(ctx context.Context, e industry.Edition, by Reader) (industry.Edition, error) {
	paper, err := o.PaperName(ctx, e.Paper, by.User)
	if err != nil {
		return e, err
	}
	now := o.Now()
	if e.AsOf.IsZero() {
		e.AsOf = now
	}
	if err := e.Check(now); err != nil {
		return e, err
	}
	entry := by.Actor.Entry(industry.ActSave, paper+" "+e.Name)
	entry.Detail = "产业链 " + e.Chain + "，存为新版本：" + e.Heading() + "，" + asOfText(e.AsOf)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		e.ID, err = tx.AddEdition(ctx, e, by.Actor.Name)
		return err
	})
	return e, err
}

// WithdrawEdition takes an edition back, whose name is free again. What it showed
// stays in the registers' history.
func (o *Office) WithdrawEdition(ctx context.Context, p industry.Paper, id int64, by Reader) error {
	paper, err := o.PaperName(ctx, p, by.User)
	if err != nil {
		return err
	}
	e, err := o.store.Edition(ctx, p, id)
	if err != nil {
		return err
	}
	entry := by.Actor.Entry(industry.ActWithdraw, paper+" "+e.Name)
	entry.Detail = "产业链 " + e.Chain + "，撤回版本：" + e.Heading()
	return o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.WithdrawEdition(ctx, id, by.Actor.Name)
	})
}

// MonthAsOf returns the newest month with a revenue figure at a past moment.
func (o *Office) MonthAsOf(ctx context.Context, at time.Time) (industry.Month, error) {
	q, err := o.settle(ctx, Query{AsOf: at})
	return q.Month, err
}
