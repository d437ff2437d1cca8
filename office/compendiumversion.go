package office

import (
	"context"

	"chainboard/industry"
)

// numbered gives a compendium that is to be kept its version and moment: the next
// one, or that of the newest where nothing was saved since, and of a meeting's moment
// that has one. Where that version is kept in the form asked for, again is it.
func (o *Office) numbered(ctx context.Context, q DocumentQuery) (_ DocumentQuery, again *industry.KeptDocument, err error) {
	if q.Kind != industry.Compendium {
		return q, nil, nil
	}
	all, err := o.store.DocumentVersions(ctx, q.Kind, q.Chain)
	if err != nil {
		return q, nil, err
	}
	if q.version = 1; len(all) == 0 {
		return q, nil, nil
	}
	newest := all[0]
	saved, err := o.store.LastSaved(ctx)
	if err != nil {
		return q, nil, err
	}
	if newest.Month == q.Month && !saved.After(newest.AsOf) && q.AsOf.After(newest.AsOf) {
		q.AsOf = newest.AsOf
	}
	q.version = newest.Version + 1
	for i, d := range all {
		if d.Month != q.Month || !d.AsOf.Equal(q.AsOf) {
			continue
		}
		if q.version = d.Version; d.Ending == q.Ending {
			again = &all[i]
		}
	}
	return q, again, nil
}

// compendiumVersion compares a compendium as of q with the version before it, 0
// being one that is not kept: with the newest.
func (o *Office) compendiumVersion(ctx context.Context, q Query, number int64) (industry.CompendiumVersion, error) {
	v := industry.CompendiumVersion{Name: industry.KeptDocument{Version: number}.VersionText()}
	all, err := o.store.DocumentVersions(ctx, industry.Compendium, q.Chain)
	if err != nil {
		return v, err
	}
	for _, d := range all {
		if number == 0 || d.Version < number {
			v.Before = d
			break
		}
	}
	if v.Before.Version == 0 {
		return v, nil
	}
	user := industry.User{Roles: []industry.Role{industry.Viewer}}
	part := func(kind industry.EditionKind, code string) error {
		r := DifferencesRequest{Paper: industry.Paper{Chain: q.Chain, Kind: kind, Code: code}, User: user}
		name, err := o.PaperName(ctx, r.Paper, user)
		if err != nil {
			return err
		}
		before, err := o.snapshot(ctx, r, &industry.Edition{Paper: r.Paper, AsOf: v.Before.AsOf})
		if err != nil {
			return err
		}
		var now *industry.Edition
		if !q.AsOf.IsZero() {
			now = &industry.Edition{Paper: r.Paper, AsOf: q.AsOf}
		}
		after, err := o.snapshot(ctx, r, now)
		v.Parts = append(v.Parts, industry.CompendiumChange{Name: name, Differences: industry.DifferencesOf(before, after)})
		return err
	}
	for _, code := range compendiumMapCodes() {
		if err := part(industry.EditionOfMap, code); err != nil {
			return v, err
		}
	}
	for _, code := range industry.CompendiumLists() {
		if err := part(industry.EditionOfList, code); err != nil {
			return v, err
		}
	}
	return v, nil
}

// compendiumMapCodes are the four maps in the order of a paper.
func compendiumMapCodes() []string {
	return []string{industry.MapChain, industry.MapTechnology, industry.MapApplication, industry.MapRegion}
}
