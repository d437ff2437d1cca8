package store

import (
	"context"
	"maps"

	"chainboard/industry"
)

// saveIssueEvents appends the steps of issues: the one a change was made by, else
// what a sheet or a form changed in their course.
func (t *Tx) saveIssueEvents(ctx context.Context, o Origin, changes []Change) error {
	var events []values
	for _, c := range changes {
		told, err := t.issueEvents(ctx, c)
		if err != nil {
			return err
		}
		for _, e := range told {
			arg := values{
				"issue": c.Record.Key(), "state": e.State, "on_date": textOrNull(string(e.On)), "note": textOrNull(e.Note),
				"step": textOrNull(e.Step), "person": textOrNull(e.Person), "version": c.Version, "actor": o.Actor, "at": t.at,
			}
			if e.Limit.Known {
				arg["limit_days"] = e.Limit.Parts
			}
			events = append(events, arg)
		}
	}
	_, err := t.bulk(ctx, t.store.queries.IssueStepAppend, len(events), func(i int, arg values) {
		maps.Copy(arg, events[i])
	})
	return err
}

func (t *Tx) issueEvents(ctx context.Context, c Change) ([]industry.IssueEvent, error) {
	if c.Kind == Withdrawn {
		return nil, nil
	}
	if c.Step != nil {
		e := *c.Step
		e.State = industry.IssueState(c.Record)
		return []industry.IssueEvent{e}, nil
	}
	before, err := t.recordBefore(ctx, c)
	return industry.IssueEventsBetween(before, c.Record), err
}

// IssueEvents returns the steps of an issue, oldest first.
func (s *Store) IssueEvents(ctx context.Context, issue string) ([]industry.IssueEvent, error) {
	var rows []struct {
		State              string
		OnDate             industry.Date `db:"on_date"`
		Note, Step, Person *string
		Limit              *int64 `db:"limit_days"`
		Version            int64
		Actor, At          string
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.IssueSteps, values{"issue": issue}); err != nil {
		return nil, err
	}
	given := func(text *string) string {
		if text == nil {
			return ""
		}
		return *text
	}
	events := make([]industry.IssueEvent, len(rows))
	for i, r := range rows {
		events[i] = industry.IssueEvent{
			State: r.State, Step: given(r.Step), On: r.OnDate, Note: given(r.Note), Person: given(r.Person),
			Version: r.Version, Actor: r.Actor, At: parseInstant(r.At),
		}
		if r.Limit != nil {
			events[i].Limit = industry.Parts(*r.Limit)
		}
	}
	return events, nil
}
