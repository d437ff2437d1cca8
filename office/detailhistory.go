package office

import (
	"maps"
	"slices"

	"chainboard/industry"
	"chainboard/store"
)

// recordHistory reads the revisions of one record, newest first.
type recordHistory struct {
	revisions []store.Revision // up to the moment that is looked at
	all       []store.Revision // also later ones; not needed where facts are open
	facts     *industry.ListFacts
}

// track is what one field or extra column went through.
type track struct {
	column string // of the field, or store.ExtraColumn
	value  func(industry.Record) string
	shown  func(industry.Record) string
}

// kept returns the value a revision left, "" where it took the record back.
func (t track) kept(r store.Revision) string {
	if r.Change == store.Withdrawn {
		return ""
	}
	return t.value(r.Record)
}

// setBy returns the revision that set the value of revision at: the first of the
// run that has it, and for a value an undo gave back, the one that had set it.
func (h recordHistory) setBy(t track, at int) int {
	for at+1 < len(h.revisions) {
		value := t.kept(h.revisions[at])
		if t.kept(h.revisions[at+1]) == value {
			at++
			continue
		}
		if h.revisions[at].Change != store.Restored {
			break
		}
		earlier := slices.IndexFunc(h.revisions[at+1:], func(r store.Revision) bool { return t.kept(r) == value })
		if earlier < 0 {
			break
		}
		at += 1 + earlier
	}
	return at
}

// source says where a revision's value of a column came from. File, cell and
// person are for those who may see single enterprises.
func (h recordHistory) source(r store.Revision, column string) industry.Source {
	if !h.facts.Open {
		return industry.Source{Batch: r.Source.Batch, Sheet: r.Source.Sheet, At: r.Source.At}
	}
	s := r.Source
	s.Cell = r.CellOf(column)
	return s
}

// field tells a field's current value, its source and its earlier values. A
// record taken back keeps what it last said.
func (h recordHistory) field(t track, f DetailField) DetailField {
	start := 0
	if h.revisions[0].Change == store.Withdrawn && len(h.revisions) > 1 {
		start = 1
	}
	current := h.revisions[start]
	f.Value, f.Shown, f.Earlier = t.value(current.Record), t.shown(current.Record), []EarlierValue{}
	set := h.setBy(t, start)
	if f.Value != "" || set < len(h.revisions)-1 { // never filled in: no source
		source := h.source(h.revisions[set], t.column)
		f.Source = &source
	}
	for at := start; at+1 < len(h.revisions); at++ {
		older := h.revisions[at+1]
		if value := t.kept(older); value != "" && value != t.kept(h.revisions[at]) {
			f.Earlier = append(f.Earlier, EarlierValue{
				Value: value, Shown: t.shown(older.Record), Until: h.revisions[at].Source.At,
				Source: h.source(h.revisions[h.setBy(t, at+1)], t.column),
			})
		}
	}
	return f
}

// suppressed reports whether a field told of too few firms at any time: its
// values of other times would tell them still.
func (h recordHistory) suppressed(column string) bool {
	return slices.ContainsFunc(h.all, func(r store.Revision) bool { return r.Record.Suppressed(column) })
}

// tracks returns the fields that may be seen.
func (h recordHistory) tracks() []track {
	g := h.revisions[0].Record.Register
	var tracks []track
	for i := range g.Fields {
		f := &g.Fields[i]
		if !h.facts.Open && (g.Withheld(f) || h.suppressed(f.Column)) {
			continue
		}
		tracks = append(tracks, track{
			column: f.Column,
			value:  func(r industry.Record) string { return r.Values[i] },
			shown:  func(r industry.Record) string { return h.facts.Directory.FieldCell(r, f.Column).Shown },
		})
	}
	return tracks
}

func (h recordHistory) fields() []DetailField {
	r := h.revisions[0].Record
	fields := []DetailField{}
	for _, t := range h.tracks() {
		f := r.Register.Field(t.column)
		fields = append(fields, h.field(t, DetailField{Column: f.Column, Label: f.Name, Unit: h.facts.UnitOf(r, f), Kind: f.Kind}))
	}
	return fields
}

// extraTracks returns the columns the contract does not know, by header.
func (h recordHistory) extraTracks() map[string]track {
	tracks := map[string]track{}
	if !h.facts.Open {
		return tracks
	}
	for _, r := range h.revisions {
		for header := range r.Record.Extra {
			value := func(r industry.Record) string { return r.Extra[header] }
			tracks[header] = track{column: store.ExtraColumn(header), value: value, shown: func(r industry.Record) string { return orDash(value(r)) }}
		}
	}
	return tracks
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

func (h recordHistory) extra() []DetailField {
	fields := []DetailField{}
	tracks := h.extraTracks()
	for _, header := range slices.Sorted(maps.Keys(tracks)) {
		fields = append(fields, h.field(tracks[header], DetailField{Label: header}))
	}
	return fields
}

// timeline tells what each revision changed.
func (h recordHistory) timeline() []DetailRevision {
	lines := make([]DetailRevision, len(h.revisions))
	for i, r := range h.revisions {
		lines[i] = DetailRevision{
			Version: r.Version, Change: r.Change, Label: changeLabel(r.Change), Source: h.source(r, ""), Changes: []FieldChange{},
		}
		if h.facts.Open {
			lines[i].Row = r.Row
		}
		if r.Change != store.Withdrawn {
			lines[i].Changes = h.changes(r, h.before(i))
		}
	}
	return lines
}

// before is the state that revision i replaced: nothing where it began the record anew.
func (h recordHistory) before(i int) industry.Record {
	r := h.revisions[i]
	if r.Change == store.New || i+1 == len(h.revisions) {
		return industry.NewRecord(r.Record.Register)
	}
	return h.revisions[i+1].Record
}

func (h recordHistory) changes(r store.Revision, before industry.Record) []FieldChange {
	changes := []FieldChange{}
	add := func(t track, c FieldChange) {
		if t.value(before) == t.value(r.Record) {
			return
		}
		c.From, c.To = t.shown(before), t.shown(r.Record)
		c.Cell = h.source(r, t.column).Cell
		changes = append(changes, c)
	}
	for _, t := range h.tracks() {
		f := r.Record.Register.Field(t.column)
		add(t, FieldChange{Column: f.Column, Label: f.Name, Unit: h.facts.UnitOf(r.Record, f)})
	}
	extra := h.extraTracks()
	for _, header := range slices.Sorted(maps.Keys(extra)) {
		add(extra[header], FieldChange{Label: header})
	}
	return changes
}

func changeLabel(change string) string {
	switch change {
	case store.New:
		return "新增"
	case store.Changed:
		return "修改"
	case store.Withdrawn:
		return "撤回"
	case store.Restored:
		return "恢复"
	}
	return change
}
