package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// ledger returns what arrived for a project, each payment with what brought it.
func (o *Office) ledger(ctx context.Context, project Detail) (*industry.Ledger, error) {
	entries, err := o.recordsAt(ctx, industry.ArrivalRegister, project.AsOf)
	if err != nil {
		return nil, err
	}
	l := industry.LedgerOf(industry.ProjectOf(project.Record), liveRecords(entries))
	for i := range l.Rows {
		history, err := o.store.History(ctx, industry.ArrivalRegister, l.Rows[i].Key)
		if err != nil {
			return nil, err
		}
		history = without(history, func(x store.Revision) bool { return !knownBy(x.Source.At, project.AsOf) })
		l.Rows[i].Source = sourceOf(history, "amount")
	}
	return &l, nil
}

// sourceOf is what brought the value a column has now.
func sourceOf(history []store.Revision, column string) *industry.Source {
	if len(history) == 0 {
		return nil
	}
	h := recordHistory{revisions: history, facts: &industry.ListFacts{Open: true}}
	set := h.setBy(track{column: column, value: func(r industry.Record) string { return r.Get(column) }}, 0)
	source := h.source(history[set], column)
	return &source
}
