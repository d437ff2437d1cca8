package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"maps"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"

	"chainboard/industry"
)

// Extent is what has a mark: a register or, with Month, the monthly reports of
// that month.
type Extent struct {
	Register *industry.Register
	Month    industry.Month
}

func (e Extent) compare(f Extent) int {
	return cmp.Or(cmp.Compare(e.Register.Noun, f.Register.Noun), cmp.Compare(e.Month, f.Month))
}

// State returns a text that stays the same while the records of the extents do,
// and is another one once somebody has changed any, be it in another process.
// Whoever reads the records afterwards sees at least the state it stands for.
func (s *Store) State(ctx context.Context, extents []Extent) (string, error) {
	type place struct{ noun, month string }
	places := make([]place, len(extents))
	nouns, months := map[string]bool{}, map[string]bool{}
	for i, e := range extents {
		places[i] = place{e.Register.Noun, e.Month.String()}
		nouns[places[i].noun], months[places[i].month] = true, true
	}
	query, args, err := sqlx.Named(s.queries.MarkOf, values{
		"nouns": slices.Collect(maps.Keys(nouns)), "months": slices.Collect(maps.Keys(months)),
	})
	if err != nil {
		return "", err
	}
	if query, args, err = sqlx.In(query, args...); err != nil {
		return "", err
	}
	rows, err := s.db.QueryxContext(ctx, s.db.Rebind(query), args...)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	marks := map[place]string{}
	for rows.Next() {
		var p place
		var mark string
		if err := rows.Scan(&p.noun, &p.month, &mark); err != nil {
			return "", err
		}
		marks[p] = mark
	}
	var text strings.Builder
	for _, p := range places {
		text.WriteString(marks[p])
		text.WriteByte(' ') // never saved: no mark, and still another state than the next one
	}
	return text.String(), rows.Err()
}

// mark gives what this transaction saved another mark. It comes last: the second
// of two writers waits here for the first to commit, for no longer than that
// takes, so that marks change in the order of the commits. They go in one order,
// lest two writers wait for each other.
func (t *Tx) mark(ctx context.Context) error {
	for _, e := range slices.SortedFunc(maps.Keys(t.saved), Extent.compare) {
		arg := values{"noun": e.Register.Noun, "month": e.Month.String(), "mark": rand.Text()}
		if _, err := t.named(ctx, t.store.queries.MarkSet, arg); err != nil {
			return err
		}
	}
	return nil
}

// note remembers what a save changes, for its mark.
func (t *Tx) note(g *industry.Register, changes []Change) {
	t.saved[Extent{Register: g}] = true
	if g == industry.ReportRegister {
		for _, c := range changes {
			t.saved[Extent{g, c.Record.Month("month")}] = true
		}
	}
}
