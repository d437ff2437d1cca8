package store

import (
	"context"
	"encoding/json"
	"fmt"

	"chainboard/industry"
)

// ScoreRules returns every decision about scores, oldest first.
func (s *Store) ScoreRules(ctx context.Context) (industry.ScoreBook, error) {
	var rows []struct {
		Kind, Body, Reason, Actor, At string

		Version int64
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.ScoreRuleAll, values{}); err != nil {
		return nil, err
	}
	book := make(industry.ScoreBook, len(rows))
	for i, r := range rows {
		d := industry.ScoreDecision{Kind: r.Kind, Version: r.Version, Reason: r.Reason, Actor: r.Actor, At: parseInstant(r.At)}
		if err := json.Unmarshal([]byte(r.Body), &d.Sheet); err != nil {
			return nil, fmt.Errorf("score rule %s %d: %w", r.Kind, r.Version, err)
		}
		book[i] = d
	}
	return book, nil
}

// AddScoreRule appends a decision. Its number must be the next one of its kind:
// else somebody decided meanwhile, a Conflict.
func (t *Tx) AddScoreRule(ctx context.Context, d industry.ScoreDecision) error {
	text, err := json.Marshal(d.Sheet)
	if err != nil {
		return err
	}
	n, err := t.named(ctx, t.store.queries.ScoreRuleAdd, values{
		"kind": d.Kind, "version": d.Version, "body": string(text), "reason": d.Reason, "actor": d.Actor, "at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "这份考核办法刚被别人改过，请重新打开后再改")
	}
	return err
}
