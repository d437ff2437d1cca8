package store_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// Versions come back in the order in which they were decided, with their rule in
// full; a number that is taken is a conflict and leaves no audit entry.
func TestLightRules(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		ctx := context.Background()
		since, err := industry.ParseMonth("2026-07")
		if err != nil {
			t.Fatal(err)
		}
		version := func(preset, kind, indicator string, n int64) industry.RuleVersion {
			r, ok := industry.PresetRule(preset, kind)
			if !ok {
				t.Fatalf("no preset %s", preset)
			}
			r.Version, r.Since = n, since
			return industry.RuleVersion{LightRule: r, Indicator: indicator, Reason: "县政府办〔2026〕3号", Actor: "test"}
		}
		add := func(v industry.RuleVersion) error {
			return tryWrite(s, func(ctx context.Context, tx *store.Tx) error { return tx.AddLightRule(ctx, v) })
		}
		want := industry.RuleBook{
			version("yinchuan", industry.TotalTarget, "", 1), version(industry.DefaultRule, industry.GrowthTarget, "", 1),
			version("tianjin", industry.GrowthTarget, "tax", 1), version("xinhuang", industry.TotalTarget, "", 2),
		}
		own := &want[3]
		own.Preset, own.Name, own.Bands = "", "本县规则", []industry.Band{{Light: industry.Green, All: []industry.Bound{
			{Of: industry.Relative, Above: true, Inclusive: true, Value: industry.Parts(-12_345_678)},
		}}}
		for i := range want {
			want[i].At = c.t
			if err := add(want[i]); err != nil {
				t.Fatal(err)
			}
			c.forward(time.Hour)
		}
		got, err := s.LightRules(ctx)
		if err != nil || len(got) != len(want) {
			t.Fatalf("%d versions, %v", len(got), err)
		}
		for i := range want {
			if !got[i].At.Equal(want[i].At) {
				t.Errorf("at %v, want %v", got[i].At, want[i].At)
			}
			got[i].At = want[i].At
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("got  %+v\nwant %+v", got[i], want[i])
			}
		}
		var e *industry.Error
		if err := add(want[3]); !asError(err, &e) || e.Kind != industry.Conflict {
			t.Errorf("a taken number: %v", err)
		}
		if _, n, err := s.AuditLog(ctx, store.AuditFilter{Page: 1, Size: 20}); err != nil || n != 1+len(want) {
			t.Errorf("%d audit entries, %v", n, err)
		}
		if past := got.AsOf(want[1].At); len(past) != 2 {
			t.Errorf("as of the second: %d", len(past))
		}
	})
}
