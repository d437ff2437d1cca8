package store

import (
	"context"
	"maps"
	"strings"

	"chainboard/industry"
)

// saveStageEvents appends what changed in the dates of projects: a stage
// reached or planned, or a date taken back.
func (t *Tx) saveStageEvents(ctx context.Context, o Origin, changes []Change) error {
	var events []values
	for _, c := range changes {
		before, err := t.recordBefore(ctx, c)
		if err != nil {
			return err
		}
		for i := range c.Record.Register.Fields {
			f := &c.Record.Register.Fields[i]
			if f.Kind != industry.DateField || c.Record.Values[i] == before.Values[i] {
				continue
			}
			stage, reached := strings.CutSuffix(f.Column, "_on")
			events = append(events, values{
				"project": c.Record.Key(), "stage": strings.TrimPrefix(stage, "planned_"), "planned": !reached,
				"on_date": textOrNull(c.Record.Values[i]), "version": c.Version, "actor": o.Actor, "at": t.at,
			})
		}
	}
	_, err := t.bulk(ctx, t.store.queries.StageEventAppend, len(events), func(i int, arg values) {
		maps.Copy(arg, events[i])
	})
	return err
}

// recordBefore returns the state a change replaces: nothing where it begins the record.
func (t *Tx) recordBefore(ctx context.Context, c Change) (industry.Record, error) {
	g := c.Record.Register
	none := industry.NewRecord(g)
	if c.Version == 1 {
		return none, nil
	}
	var rows []revisionRow
	arg := values{"noun": g.Noun, "key": c.Record.Key()}
	if err := selectNamed(ctx, t.tx, &rows, t.store.queries.RevisionHistory, arg); err != nil {
		return none, err
	}
	for _, r := range rows {
		if r.Version == c.Version-1 && r.Change != Withdrawn {
			return decodeFields(g, r.Fields)
		}
	}
	return none, nil
}

// StageEvent is one dated change in a project's course.
type StageEvent struct {
	Stage   string
	Planned bool
	OnDate  *industry.Date // nil: the date was taken back
	Version int64
	Actor   string
	At      string
}

// StageEvents returns a project's events, oldest first.
func (s *Store) StageEvents(ctx context.Context, project string) ([]StageEvent, error) {
	var events []StageEvent
	rows, err := queryNamed(ctx, s.db, s.queries.StageEvents, values{"project": project})
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var e StageEvent
		if err := rows.Scan(&e.Stage, &e.Planned, &e.OnDate, &e.Version, &e.Actor, &e.At); err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	return events, rows.Err()
}
