package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"

	"chainboard/industry"
)

// Extent is what has a mark: a register, with Month the monthly reports of that
// month, or else a table that is no register.
type Extent struct {
	Register *industry.Register
	Month    industry.Month
	Table    string // such as light_rule, where Register is nil
}

// everything has another mark after each transaction that changed anything.
const everything = "*"

func (e Extent) noun() string {
	if e.Register != nil {
		return e.Register.Noun
	}
	return e.Table
}

func (e Extent) compare(f Extent) int {
	return cmp.Or(cmp.Compare(e.noun(), f.noun()), cmp.Compare(e.Month, f.Month))
}

// State returns a text that stays the same while the records of the extents do,
// and is another one once somebody has changed any, be it in another process.
// Whoever reads the records afterwards sees at least the state it stands for.
func (s *Store) State(ctx context.Context, extents []Extent) (string, error) {
	type place struct{ noun, month string }
	places := make([]place, len(extents))
	nouns, months := map[string]bool{}, map[string]bool{}
	for i, e := range extents {
		places[i] = place{e.noun(), e.Month.String()}
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

// mark gives what this transaction saved another mark and the whole another
// serial. It comes last: the second of two writers waits here, at the mark of
// everything, for the first to commit, for no longer than that takes, so that
// marks and serials change in the order of the commits.
func (t *Tx) mark(ctx context.Context) error {
	if len(t.saved) == 0 {
		return nil
	}
	t.saved[Extent{Table: everything}] = true // sorts first
	extents := slices.SortedFunc(maps.Keys(t.saved), Extent.compare)
	nouns := make([]string, 0, len(extents))
	for _, e := range extents {
		arg := values{"noun": e.noun(), "month": e.Month.String(), "mark": rand.Text()}
		if _, err := t.tx.NamedExecContext(ctx, t.store.queries.MarkSet, arg); err != nil {
			return err
		}
		if e.noun() != everything && !slices.Contains(nouns, e.noun()) {
			nouns = append(nouns, e.noun())
		}
	}
	return t.appendChange(ctx, nouns)
}

// note remembers what a save changes, for its mark.
func (t *Tx) note(g *industry.Register, changes []Change) {
	t.saved[Extent{Register: g}] = true
	if g == industry.ReportRegister {
		for _, c := range changes {
			t.saved[Extent{Register: g, Month: c.Record.Month("month")}] = true
		}
	}
}

// target finds the table a statement changes.
var target = regexp.MustCompile(`^(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)`)

// noteTable remembers which table a statement changes, for its mark. Tables that
// only tell of what was saved elsewhere have none, nor has the count of failed
// sign-ins.
func (t *Tx) noteTable(query string) {
	found := target.FindStringSubmatch(query)
	if found == nil || query == t.store.queries.AccountSetAttempts {
		return
	}
	switch found[1] {
	case "audit_entry", "revision", "monthly_report_revision", "import_file", "import_sheet":
		return
	}
	if g := registerOf(found[1]); g != nil {
		t.saved[Extent{Register: g}] = true
		return
	}
	t.saved[Extent{Table: found[1]}] = true
}

// registerOf returns the register kept in a table, nil where it keeps none.
func registerOf(table string) *industry.Register {
	list := industry.Registers()
	if table == "monthly_report" {
		return industry.ReportRegister
	}
	if i := slices.IndexFunc(list, func(g *industry.Register) bool { return g.Noun == table }); i >= 0 {
		return list[i]
	}
	return nil
}
