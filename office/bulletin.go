package office

import (
	"cmp"
	"context"
	"slices"

	"chainboard/industry"
)

// Bulletin writes 通报 of a chain, or of all of them, and a month.
func (o *Office) Bulletin(ctx context.Context, q Query) (industry.Document, error) {
	f, err := o.bulletinFacts(ctx, q)
	if err != nil {
		return industry.Document{}, err
	}
	return industry.BulletinOf(f), nil
}

// Annex writes 附表 of a chain, or of all of them, and a month.
func (o *Office) Annex(ctx context.Context, q Query) (industry.Document, error) {
	f, err := o.bulletinFacts(ctx, q)
	if err != nil {
		return industry.Document{}, err
	}
	return industry.AnnexOf(f), nil
}

// bulletinFacts reads what the papers of a month tell, as every viewer may see it.
func (o *Office) bulletinFacts(ctx context.Context, q Query) (industry.BulletinFacts, error) {
	f := industry.BulletinFacts{Date: o.Today()}
	viewer := industry.User{Roles: []industry.Role{industry.Viewer}} // the paper goes to many: it tells what each of them may see
	var err error
	if f.Overview, err = o.Overview(ctx, q); err != nil {
		return f, err
	}
	f.Overview.Table = f.Overview.Table.Nameless()
	if b := f.Overview.Branches; b != nil {
		few := b.Suppressed()
		f.Overview.Branches = &few
	}
	if f.Segments, err = o.Verdicts(ctx, q); err != nil {
		return f, err
	}
	if f.Issues, err = o.IssueSummary(ctx, ListRequest{List: "issues", Chain: q.Chain, AsOf: q.AsOf, User: viewer}); err != nil {
		return f, err
	}
	if f.Sample, err = o.SampleShown(ctx); err != nil {
		return f, err
	}
	return f, o.addWhole(ctx, q, &f)
}

// addWhole adds who signs, and to the paper of all chains the table of each of
// them and what meetings decided, which belongs to no single chain.
func (o *Office) addWhole(ctx context.Context, q Query, f *industry.BulletinFacts) error {
	chains, err := o.Chains(ctx)
	if err != nil {
		return err
	}
	f.County, f.Organ = signer(chains, f.Overview.Table.Chain)
	if f.Overview.Table.Chain != industry.AllChains {
		return nil
	}
	for _, chain := range chains {
		table, err := o.Dispatch(ctx, Query{Chain: chain.Code, Month: f.Overview.Month, AsOf: q.AsOf})
		if err != nil {
			return err
		}
		f.Chains = append(f.Chains, table.Nameless())
	}
	decisions, err := o.recordsAt(ctx, industry.DecisionRegister, q.AsOf)
	if err != nil {
		return err
	}
	f.Decisions, f.Subjects = liveRecords(decisions), map[string][]industry.NamedSubject{}
	names, contents, err := o.subjectNames(ctx, f.Decisions)
	if err != nil {
		return err
	}
	for _, r := range f.Decisions {
		f.Subjects[r.Key()] = names.NameSubjects(r, contents)
	}
	slices.SortStableFunc(f.Decisions, func(a, b industry.Record) int { return cmp.Compare(a.Date("due"), b.Date("due")) })
	return nil
}
