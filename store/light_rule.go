package store

import (
	"context"
	"encoding/json"
	"fmt"

	"chainboard/industry"
)

// bandsJSON is the rule of a version as it is kept.
type bandsJSON struct {
	Bands []industry.Band `json:"bands"`
	Low   []industry.Band `json:"low,omitempty"`
}

// LightRules returns every version of the rules of lights, oldest first.
func (s *Store) LightRules(ctx context.Context) (industry.RuleBook, error) {
	var rows []struct {
		Indicator, Kind, Preset, Name, Bands, Reason, Actor, At string

		Version int64
		Since   industry.Month
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.LightRuleAll, values{}); err != nil {
		return nil, err
	}
	book := make(industry.RuleBook, len(rows))
	for i, r := range rows {
		var bands bandsJSON
		if err := json.Unmarshal([]byte(r.Bands), &bands); err != nil {
			return nil, fmt.Errorf("light rule %s %s %d: %w", r.Indicator, r.Kind, r.Version, err)
		}
		book[i] = industry.RuleVersion{
			LightRule: industry.LightRule{
				Preset: r.Preset, Name: r.Name, Kind: r.Kind, Version: r.Version, Since: r.Since, Bands: bands.Bands, Low: bands.Low,
			},
			Indicator: r.Indicator, Reason: r.Reason, Actor: r.Actor, At: parseInstant(r.At),
		}
	}
	return book, nil
}

// AddLightRule appends a version. Its number must be the next one of its
// indicator and kind: else somebody decided meanwhile, a Conflict.
func (t *Tx) AddLightRule(ctx context.Context, v industry.RuleVersion) error {
	bands, err := json.Marshal(bandsJSON{v.Bands, v.Low})
	if err != nil {
		return err
	}
	n, err := t.named(ctx, t.store.queries.LightRuleAdd, values{
		"indicator": v.Indicator, "kind": v.Kind, "version": v.Version, "preset": v.Preset, "name": v.Name, "bands": string(bands),
		"since": v.Since, "reason": v.Reason, "actor": v.Actor, "at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "这条评定规则刚被别人改过，请重新打开后再改")
	}
	return err
}
