package store_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

// A sheet that says how an issue stands tells of its steps; a step says what was
// said with it; a withdrawn issue keeps its steps.
func TestIssueEvents(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		r := industry.NewRecord(industry.IssueRegister)
		version := int64(0)
		save := func(kind string, step *industry.IssueEvent, set ...string) {
			t.Helper()
			r = r.Clone()
			for i := 0; i+1 < len(set); i += 2 {
				r.Set(set[i], set[i+1])
			}
			version++
			change := store.Change{Record: r, Kind: kind, Version: version, Step: step}
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				return tx.Save(ctx, store.Origin{Actor: "test"}, []store.Change{change})
			})
		}
		save(store.New, nil, "code", "W1", "content", "用电", "raised_on", "2026-03-02", "assigned_on", "2026-03-04", "limit_days", "15", "state", "办理中")
		save(store.Changed, nil, "assigned_on", "2026-03-05")
		save(store.Changed, nil, "progress", "勘察")
		save(store.Changed, &industry.IssueEvent{Step: "extend", On: "2026-03-10", Note: "待到货", Person: "张某", Limit: industry.Q(20)}, "state", "申请延期")
		save(store.Withdrawn, nil)
		events, err := s.IssueEvents(t.Context(), "W1")
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, e := range events {
			lines = append(lines, fmt.Sprintf("%d %s %s %s %s %s %s", e.Version, e.State, e.On, e.Title(), e.Note, e.Person, e.Limit.Decimal()))
		}
		want := `1 登记 2026-03-02 登记   
1 交办 2026-03-04 交办   
1 办理中  办理中   
2 交办 2026-03-05 交办 日期更正，原为 2026-03-04  
4 申请延期 2026-03-10 申请延期 待到货 张某 20`
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}
