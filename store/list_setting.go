package store

import (
	"context"

	"chainboard/industry"
)

// ListSet returns the lists as the county has set them, and the version of that;
// none and version 0 where it never did.
func (s *Store) ListSet(ctx context.Context) (industry.ListSet, int64, error) {
	var rows []struct {
		Code    string
		Name    string
		Shown   bool
		Version int64
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.ListSettingAll, values{}); err != nil {
		return nil, 0, err
	}
	var set industry.ListSet
	var version int64
	for _, r := range rows {
		set = append(set, industry.ListEntry{Code: r.Code, Name: r.Name, Shown: r.Shown})
		version = max(version, r.Version)
	}
	return set, version, nil
}

// SaveListSet keeps a set in its order as the given version, which must be the
// next one: else somebody saved meanwhile, a Conflict.
func (t *Tx) SaveListSet(ctx context.Context, set industry.ListSet, version int64, actor string) error {
	n, err := t.bulk(ctx, t.store.queries.ListSettingSave, len(set), func(i int, arg values) {
		arg["code"], arg["name"], arg["shown"] = set[i].Code, set[i].Name, set[i].Shown
		arg["position"], arg["version"], arg["actor"], arg["at"] = i+1, version, actor, t.at
	})
	if err == nil && n != int64(len(set)) {
		return industry.Errorf(industry.Conflict, "清单设置刚被别人改过，请重新打开后再改")
	}
	return err
}
