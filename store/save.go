package store

import (
	"context"

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

	Step  *industry.IssueEvent // of an issue: the step that makes the change; nil: told by what changed
	Stage *industry.StageEvent // of a project, likewise
}

// Origin is what the changes of one call have in common.
type Origin struct {
	Batch int64  // 0: typed on the site
	Sheet string // "" when typed on the site
	Actor string
}

// Save makes changes to records of one register: the current rows, their
// revisions and the events of projects and issues, approved in this same transaction.
// A record that somebody changed meanwhile is a Conflict, and nothing is saved.
func (t *Tx) Save(ctx context.Context, origin Origin, changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	g := changes[0].Record.Register
	t.note(g, changes)
	n, err := t.bulk(ctx, t.store.queries.of(queryName(g, "Save")), len(changes), func(i int, arg values) {
		t.bindCurrent(changes[i], arg)
	})
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
	_, err = t.bulk(ctx, appendQuery, len(changes), func(i int, arg values) {
		t.bindRevision(changes[i], origin, arg)
	})
	if err != nil {
		return err
	}
	switch g {
	case industry.ProjectRegister:
		return t.saveStageEvents(ctx, origin, changes)
	case industry.IssueRegister:
		return t.saveIssueEvents(ctx, origin, changes)
	}
	return nil
}

func (t *Tx) bindCurrent(c Change, arg values) {
	bindRecord(c.Record, arg)
	arg["key"] = c.Record.Key()
	arg["version"] = c.Version
	arg["withdrawn"] = c.Kind == Withdrawn
	arg["changed_at"] = t.at
	arg["warning"] = textOrNull(c.Warning)
	arg["explanation"] = textOrNull(c.Explanation)
}

// bindRevision binds the appended state; a monthly report's is typed like its current row.
func (t *Tx) bindRevision(c Change, o Origin, arg values) {
	if c.Record.Register == industry.ReportRegister {
		t.bindCurrent(c, arg)
	} else {
		arg["noun"], arg["key"], arg["version"] = c.Record.Register.Noun, c.Record.Key(), c.Version
		arg["fields"] = fieldsText(c.Record)
	}
	arg["change"] = c.Kind
	arg["sheet"] = textOrNull(o.Sheet)
	if o.Batch != 0 {
		arg["batch"] = o.Batch
	}
	if c.Row != 0 {
		arg["sheet_row"] = c.Row
	}
	arg["actor"], arg["at"] = o.Actor, t.at
	arg["approved_by"], arg["approved_at"] = o.Actor, t.at
}
