package store

import (
	"context"
	"strings"

	"chainboard/industry"
)

// The changes a revision can tell of.
const (
	New       = "new"
	Changed   = "changed"
	Withdrawn = "withdrawn"
	Restored  = "restored"
)

// Change is the next state of one record.
type Change struct {
	Record      industry.Record
	Kind        string // New, Changed, Withdrawn or Restored
	Version     int64  // the version it becomes: the current one plus 1
	Row         int    // row of the sheet, 0 when typed on the site
	Warning     string // of a monthly report: why it looks implausible
	Explanation string
}

// Origin is what the changes of one call have in common.
type Origin struct {
	Batch int64  // 0: typed on the site
	Sheet string // "" when typed on the site
	Actor string
}

// Save makes changes to records of one register: the current rows, their
// revisions and a project's stage events, approved in this same transaction.
// A record that somebody changed meanwhile is a Conflict, and nothing is saved.
func (t *Tx) Save(ctx context.Context, origin Origin, changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	g := changes[0].Record.Register
	current, past := make([]values, len(changes)), make([]values, len(changes))
	for i, c := range changes {
		current[i] = t.bindCurrent(c)
		past[i] = t.bindRevision(c, origin, current[i])
	}
	n, err := t.bulk(ctx, t.store.queries.of(queryName(g, "Save")), current)
	if err != nil {
		return err
	}
	if n != int64(len(changes)) {
		return industry.Errorf(industry.Conflict, "%s中有记录刚被别人改过，请重新打开后再试", g.Sheet)
	}
	appendQuery := t.store.queries.RevisionAppend
	if g == industry.ReportRegister {
		appendQuery = t.store.queries.ReportAppend
	}
	if _, err := t.bulk(ctx, appendQuery, past); err != nil {
		return err
	}
	if g == industry.ProjectRegister {
		return t.saveStageEvents(ctx, origin, changes)
	}
	return nil
}

func (t *Tx) bindCurrent(c Change) values {
	arg := make(values, len(c.Record.Values)+12)
	bindRecord(c.Record, arg)
	arg["key"] = c.Record.Key()
	arg["version"] = c.Version
	arg["withdrawn"] = c.Kind == Withdrawn
	arg["changed_at"] = t.at
	arg["warning"] = textOrNull(c.Warning)
	arg["explanation"] = textOrNull(c.Explanation)
	return arg
}

// bindRevision binds the appended state; a monthly report's is typed like its current row.
func (t *Tx) bindRevision(c Change, o Origin, current values) values {
	arg := current
	if c.Record.Register != industry.ReportRegister {
		arg = values{
			"noun": c.Record.Register.Noun, "key": current["key"], "version": c.Version, "fields": fieldsText(c.Record),
		}
	}
	arg["change"] = c.Kind
	arg["batch"], arg["sheet"], arg["sheet_row"] = nil, textOrNull(o.Sheet), nil
	if o.Batch != 0 {
		arg["batch"] = o.Batch
	}
	if c.Row != 0 {
		arg["sheet_row"] = c.Row
	}
	arg["actor"], arg["at"] = o.Actor, t.at
	arg["approved_by"], arg["approved_at"] = o.Actor, t.at
	return arg
}

// bulk executes an insert for many rows, as few statements as the driver's
// limit of parameters allows, and returns the rows touched.
func (t *Tx) bulk(ctx context.Context, query string, rows []values) (int64, error) {
	parameters := max(strings.Count(query, ":"), 1)
	chunk := min(max(t.store.dialect.parameters/parameters, 1), 500)
	var touched int64
	for len(rows) > 0 {
		n := min(chunk, len(rows))
		k, err := t.named(ctx, query, rows[:n])
		if err != nil {
			return touched, err
		}
		touched += k
		rows = rows[n:]
	}
	return touched, nil
}
