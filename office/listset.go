package office

import (
	"context"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

// ListSet returns every list once as the county has named and ordered them, the
// usual five where it never did, and the version to save against.
func (o *Office) ListSet(ctx context.Context) (industry.ListSet, int64, error) {
	set, version, err := o.store.ListSet(ctx)
	if err != nil {
		return nil, 0, err
	}
	if len(set) == 0 {
		return industry.ListPresets()[0].Set(), 0, nil
	}
	set = slices.DeleteFunc(set, func(e industry.ListEntry) bool { return industry.ListOf(e.Code) == nil })
	for _, l := range industry.Lists() { // a list younger than the setting
		if !slices.ContainsFunc(set, func(e industry.ListEntry) bool { return e.Code == l.Code }) {
			set = append(set, industry.ListEntry{Code: l.Code, Name: l.Name, Shown: l.Ledger})
		}
	}
	return set, version, nil
}

// SaveListSet keeps the lists' names and order. version is the one ListSet gave;
// a set saved since then is a Conflict, a wrong name Invalid with its code under
// Fields.
func (o *Office) SaveListSet(ctx context.Context, set industry.ListSet, version int64, actor Actor) error {
	if err := set.Check(); err != nil {
		return err
	}
	entry := actor.Entry(industry.ActSave, "清单设置")
	var names []string
	for _, e := range set {
		if e.Shown {
			names = append(names, e.Name)
		}
	}
	entry.Detail = strings.Join(names, industry.ListSeparator)
	return o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.SaveListSet(ctx, set, version+1, actor.Name)
	})
}

// namedList returns a list under the county's name for it; an unknown code is NotFound.
func (o *Office) namedList(ctx context.Context, code string) (*industry.List, error) {
	l := industry.ListOf(code)
	if l == nil {
		return nil, industry.Errorf(industry.NotFound, "没有“%s”这张清单", code)
	}
	set, _, err := o.ListSet(ctx)
	if err != nil {
		return nil, err
	}
	l.Name = set.NameOf(code)
	return l, nil
}
