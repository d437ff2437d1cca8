package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"chainboard/industry"
)

// DocumentSchedule returns the schedule decided last; before any decision it is the
// one a form begins with, which is off.
func (s *Store) DocumentSchedule(ctx context.Context) (industry.DocumentSchedule, error) {
	var row struct {
		Version         int64
		Body, Actor, At string
	}
	err := getNamed(ctx, s.db, &row, s.queries.DocumentScheduleNewest, values{})
	var none *industry.Error
	if errors.As(err, &none) && none.Kind == industry.NotFound {
		return industry.NewDocumentSchedule(), nil
	}
	var d industry.DocumentSchedule
	if err == nil {
		if err = json.Unmarshal([]byte(row.Body), &d); err != nil {
			err = fmt.Errorf("document schedule %d: %w", row.Version, err)
		}
	}
	d.Version, d.By, d.At = row.Version, row.Actor, parseInstant(row.At)
	return d, err
}

// AddDocumentSchedule appends a decision. Its version must be the next one: else
// somebody decided meanwhile, a Conflict.
func (t *Tx) AddDocumentSchedule(ctx context.Context, d industry.DocumentSchedule) error {
	body, err := json.Marshal(d)
	if err != nil {
		return err
	}
	n, err := t.named(ctx, t.store.queries.DocumentScheduleAdd, values{"version": d.Version, "body": string(body), "actor": d.By, "at": t.at})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "自动起草的设置刚被别人改过，请刷新后再改")
	}
	return err
}

// DocumentDrafts returns what came of the schedule, the newest first, up to a number.
func (s *Store) DocumentDrafts(ctx context.Context, most int) ([]industry.DocumentDraft, error) {
	var rows []struct {
		Slot, Chain, Month string

		AsOf string `db:"as_of"`

		Files, Outcome, Said, At string
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.DocumentDraftList, values{"size": most}); err != nil {
		return nil, err
	}
	drafts := make([]industry.DocumentDraft, len(rows))
	for i, r := range rows {
		drafts[i] = industry.DocumentDraft{
			Slot: parseInstant(r.Slot), Chain: r.Chain, AsOf: parseInstant(r.AsOf), Files: []industry.DocumentFile{},
			Outcome: industry.DraftOutcome(r.Outcome), Said: r.Said, At: parseInstant(r.At),
		}
		if err := drafts[i].Month.Scan(r.Month); err != nil {
			return nil, err
		}
		if r.Files == "" {
			continue
		}
		var err error
		if drafts[i].Files, err = industry.ParseDocumentFiles(r.Files); err != nil {
			return nil, err
		}
	}
	return drafts, nil
}

// AddDocumentDraft notes what came of a planned moment. Where that is noted already,
// another process was faster: a Conflict.
func (t *Tx) AddDocumentDraft(ctx context.Context, d industry.DocumentDraft) error {
	files := make([]string, len(d.Files))
	for i, f := range d.Files {
		files[i] = f.String()
	}
	n, err := t.named(ctx, t.store.queries.DocumentDraftAdd, values{
		"slot": instant(d.Slot), "chain": d.Chain, "month": d.Month.String(), "as_of": instant(d.AsOf), "files": strings.Join(files, ","),
		"outcome": string(d.Outcome), "said": d.Said, "at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "%s的草稿已由另一个进程起草", d.Month.Span())
	}
	return err
}
