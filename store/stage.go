package store

import (
	"context"
	"maps"

	"chainboard/industry"
)

// saveStageEvents appends what changed in the dates of projects: a stage reached
// or planned, or a date taken back, with what was said where a step did it.
func (t *Tx) saveStageEvents(ctx context.Context, o Origin, changes []Change) error {
	var events []values
	for _, c := range changes {
		before, err := t.recordBefore(ctx, c)
		if err != nil {
			return err
		}
		for _, e := range told(industry.StageEventsBetween(before, c.Record), c.Stage) {
			events = append(events, t.stageEvent(c.Record.Key(), e, c.Version, o.Actor))
		}
	}
	_, err := t.bulk(ctx, t.store.queries.StageEventAppend, len(events), func(i int, arg values) {
		maps.Copy(arg, events[i])
	})
	return err
}

// told puts the step that made the changes into their events: its note stands at
// the date it was about, which may be one that did not change.
func told(events []industry.StageEvent, step *industry.StageEvent) []industry.StageEvent {
	if step == nil {
		return events
	}
	found := false
	for i := range events {
		e := &events[i]
		e.Step = step.Step
		if e.Stage == step.Stage && e.Planned == step.Planned {
			e.Note, found = step.Note, true
		}
	}
	if !found {
		events = append(events, *step)
	}
	return events
}

func (t *Tx) stageEvent(project string, e industry.StageEvent, version int64, actor string) values {
	stage := string(e.Stage)
	if e.Planned {
		stage = plannedName(e.Stage)
	}
	return values{
		"project": project, "stage": stage, "planned": e.Planned, "on_date": textOrNull(string(e.On)), "version": version,
		"actor": actor, "at": t.at, "step": textOrNull(e.Step), "note": textOrNull(e.Note),
	}
}

// AddStageEvent appends what was said of a project's date without a change of it.
func (t *Tx) AddStageEvent(ctx context.Context, project string, e industry.StageEvent) error {
	_, err := t.named(ctx, t.store.queries.StageEventAppend, t.stageEvent(project, e, e.Version, e.Actor))
	return err
}

// plannedName is what a planned stage is called in its events: after its column.
func plannedName(s industry.Stage) string {
	switch s {
	case industry.Started:
		return "start"
	case industry.Completed:
		return "completion"
	case industry.Operating:
		return "operation"
	}
	return string(s)
}

// stageNamed is the stage of an event that says what it is called.
func stageNamed(name string, planned bool) industry.Stage {
	for _, s := range []industry.Stage{industry.Started, industry.Completed, industry.Operating} {
		if planned && plannedName(s) == name {
			return s
		}
	}
	return industry.Stage(name)
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

// StageEvents returns a project's events, oldest first.
func (s *Store) StageEvents(ctx context.Context, project string) ([]industry.StageEvent, error) {
	var rows []struct {
		Stage      string
		Planned    bool
		OnDate     *string `db:"on_date"`
		Version    int64
		Actor, At  string
		Step, Note *string
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.StageEvents, values{"project": project}); err != nil {
		return nil, err
	}
	events := make([]industry.StageEvent, len(rows))
	for i, r := range rows {
		events[i] = industry.StageEvent{
			Stage: stageNamed(r.Stage, r.Planned), Planned: r.Planned, On: industry.Date(deref(r.OnDate)), Step: deref(r.Step), Note: deref(r.Note),
			Version: r.Version, Actor: r.Actor, At: parseInstant(r.At),
		}
	}
	return events, nil
}
