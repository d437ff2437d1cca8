package office

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"chainboard/industry"
)

// DetailLater is how a record of a past moment differs from what stands now, as far
// as the user may see it.
type DetailLater struct {
	Gone    bool          `json:"gone"`    // taken back since
	Changes []FieldChange `json:"changes"` // of its fields
	Parts   []string      `json:"parts"`   // what changed beside them: 附件, 到位资金 …
}

// Any reports whether anything changed.
func (l DetailLater) Any() bool { return l.Gone || len(l.Changes) > 0 || len(l.Parts) > 0 }

// Stands reports whether the record is looked at as it is and may be changed.
func (d Detail) Stands() bool { return !d.Withdrawn && d.AsOf.IsZero() }

// knownBy reports whether what happened at an instant was known at the moment
// looked at; the zero moment is now.
func knownBy(at, asOf time.Time) bool { return asOf.IsZero() || !at.After(asOf) }

// filesBy returns the files that lay beside a record at a moment: those taken back
// later stood then.
func filesBy(files []industry.Attachment, asOf time.Time) []industry.Attachment {
	then := without(files, func(a industry.Attachment) bool { return !knownBy(a.UploadedAt, asOf) })
	for i := range then {
		if then[i].Withdrawn() && !knownBy(then[i].WithdrawnAt, asOf) {
			then[i].WithdrawnBy, then[i].WithdrawnAt = "", time.Time{}
		}
	}
	return then
}

// DetailSince compares a record of a past moment with what stands now. What only
// moves with the calendar (days left, lights) is no change.
func (o *Office) DetailSince(ctx context.Context, then Detail, user industry.User) (DetailLater, error) {
	l := DetailLater{Changes: []FieldChange{}, Parts: []string{}}
	now, err := o.Detail(ctx, DetailRequest{List: then.List.Code, ID: then.ID, User: user})
	var refused *industry.Error
	if errors.As(err, &refused) && refused.Kind == industry.NotFound {
		l.Gone = !then.Withdrawn
		return l, nil
	}
	if err != nil {
		return l, err
	}
	l.Gone = now.Withdrawn && !then.Withdrawn
	l.Changes = append(fieldsSince(then.Fields, now.Fields), fieldsSince(then.Extra, now.Extra)...)
	for _, part := range []struct {
		name    string
		changed bool
	}{
		{"进度登记", len(then.Events) != len(now.Events)},
		{"办理记录", len(then.Steps) != len(now.Steps)},
		{"到位资金", !reflect.DeepEqual(payments(then), payments(now))},
		{"月度数据", !reflect.DeepEqual(then.Figures, now.Figures)},
		{"附件", !reflect.DeepEqual(fileStates(then.Files), fileStates(now.Files))},
	} {
		if part.changed {
			l.Parts = append(l.Parts, part.name)
		}
	}
	related, err := o.relatedSince(ctx, then, now, user)
	l.Parts = append(l.Parts, related...)
	return l, err
}

// fieldsSince tells which values were replaced.
func fieldsSince(then, now []DetailField) []FieldChange {
	changes := []FieldChange{}
	for _, f := range now {
		was := DetailField{Shown: "—"}
		same := func(x DetailField) bool { return x.Column == f.Column && x.Label == f.Label }
		if i := slices.IndexFunc(then, same); i >= 0 {
			was = then[i]
		}
		if was.Value != f.Value {
			changes = append(changes, FieldChange{Column: f.Column, Label: f.Label, Unit: f.Unit, From: was.Shown, To: f.Shown})
		}
	}
	return changes
}

// fileStates is which files lie beside a record and which of them were taken back.
func fileStates(files []industry.Attachment) map[int64]bool {
	states := map[int64]bool{}
	for _, a := range files {
		states[a.ID] = a.Withdrawn()
	}
	return states
}

// payments are what arrived for a project, nil for those who may not see it.
func payments(d Detail) []industry.LedgerRow {
	if d.Ledger == nil {
		return nil
	}
	return d.Ledger.Rows
}

// relatedSince names the groups of related records that other records are in now.
func (o *Office) relatedSince(ctx context.Context, then, now Detail, user industry.User) ([]string, error) {
	groups := func(d Detail) (map[string][]string, []string, error) {
		found, err := o.Related(ctx, d, user)
		keys, titles := map[string][]string{}, []string{}
		for _, g := range found {
			titles = append(titles, g.Title)
			for _, r := range g.Rows {
				keys[g.Title] = append(keys[g.Title], r.List+" "+r.ID)
			}
			slices.Sort(keys[g.Title])
		}
		return keys, titles, err
	}
	was, before, err := groups(then)
	if err != nil {
		return nil, err
	}
	is, titles, err := groups(now)
	for _, title := range before {
		if !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	return without(titles, func(title string) bool { return slices.Equal(was[title], is[title]) }), err
}
