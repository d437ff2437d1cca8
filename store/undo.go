package store

import (
	"context"

	"chainboard/industry"
)

// Overtaken names the records of a batch that were changed after it, at most
// the first hundred of each register, as "企业清单 9136…".
func (s *Store) Overtaken(ctx context.Context, batch int64) ([]string, error) {
	var rows []struct{ Noun, Key string }
	if err := selectNamed(ctx, s.db, &rows, s.queries.RevisionOvertaken, values{"batch": batch}); err != nil {
		return nil, err
	}
	var names []string
	for _, r := range rows {
		names = append(names, industry.RegisterOf(r.Noun).Sheet+" "+readableKey(r.Key))
	}
	var keys []string
	if err := selectNamed(ctx, s.db, &keys, s.queries.ReportOvertaken, values{"batch": batch}); err != nil {
		return nil, err
	}
	for _, key := range keys {
		names = append(names, industry.ReportRegister.Sheet+" "+readableKey(key))
	}
	return names, nil
}

// Undo appends, for every record of a batch, the state it had before: restored,
// or withdrawn where the batch had made it. The caller has asked Overtaken; a
// record changed in between is a Conflict.
func (t *Tx) Undo(ctx context.Context, batch int64, actor string) error {
	registers := industry.Registers()
	for i := len(registers) - 1; i >= 0; i-- { // what refers goes before what is referred to
		changes, err := t.undoChanges(ctx, registers[i], batch)
		if err != nil {
			return err
		}
		if err := t.Save(ctx, Origin{Actor: actor}, changes); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) undoChanges(ctx context.Context, g *industry.Register, batch int64) ([]Change, error) {
	after, err := t.batchStates(ctx, g, t.store.queries.RevisionOfBatch, t.store.queries.ReportOfBatch, batch)
	if err != nil {
		return nil, err
	}
	before, err := t.batchStates(ctx, g, t.store.queries.RevisionBeforeBatch, t.store.queries.ReportBeforeBatch, batch)
	if err != nil {
		return nil, err
	}
	changes := make([]Change, 0, len(after))
	for key, a := range after {
		c := Change{Record: a.Record, Kind: Withdrawn, Version: a.Version + 1}
		if b, ok := before[key]; ok && !b.Withdrawn {
			c = Change{Record: b.Record, Kind: Restored, Version: a.Version + 1, Warning: b.Warning, Explanation: b.Explanation}
		}
		changes = append(changes, c)
	}
	return changes, nil
}

// batchStates reads states of one register by key, from the generic or the typed revisions.
func (t *Tx) batchStates(ctx context.Context, g *industry.Register, generic, typed string, batch int64) (map[string]Entry, error) {
	if g == industry.ReportRegister {
		return records(ctx, t.tx, g, typed, values{"batch": batch})
	}
	var rows []revisionRow
	if err := selectNamed(ctx, t.tx, &rows, generic, values{"batch": batch}); err != nil {
		return nil, err
	}
	states := map[string]Entry{}
	for _, r := range rows {
		if r.Noun != g.Noun {
			continue
		}
		rec, err := decodeFields(g, r.Fields)
		if err != nil {
			return nil, err
		}
		states[r.Key] = Entry{Record: rec, Version: r.Version, Withdrawn: r.Change == Withdrawn}
	}
	return states, nil
}
