package industry

import (
	"encoding/json"
	"slices"
)

// Differences are what changed from one Snapshot to another.
type Differences struct {
	Added     []SnapshotRow // 新增, as they are afterwards
	Removed   []SnapshotRow // 移出, as they were
	Changed   []ChangedRow  // 修改
	Unchanged int
}

// ChangedRow is a row of both snapshots in which some value differs.
type ChangedRow struct {
	ID      string
	Name    string // afterwards
	Changes []ValueChange
}

// ValueChange is one value before and after; a side without the value is empty.
type ValueChange struct {
	From, To SnapshotValue
}

// Name returns the header of the changed column.
func (c ValueChange) Name() string { return c.To.Name }

// DifferencesOf tells what changed from before to after, each part in the order of the
// snapshot its rows stand in.
func DifferencesOf(before, after Snapshot) Differences {
	c := Differences{Added: []SnapshotRow{}, Removed: []SnapshotRow{}, Changed: []ChangedRow{}}
	was := make(map[string]SnapshotRow, len(before))
	for _, row := range before {
		was[row.ID] = row
	}
	for _, row := range after {
		old, ok := was[row.ID]
		if !ok {
			c.Added = append(c.Added, row)
			continue
		}
		delete(was, row.ID)
		if changes := changesOf(old, row); len(changes) > 0 {
			c.Changed = append(c.Changed, ChangedRow{row.ID, row.Name, changes})
		} else {
			c.Unchanged++
		}
	}
	for _, row := range before {
		if _, gone := was[row.ID]; gone {
			c.Removed = append(c.Removed, row)
		}
	}
	return c
}

// changesOf returns the values that differ, those of the later row first.
func changesOf(old, row SnapshotRow) []ValueChange {
	var changes []ValueChange
	for _, v := range row.Values {
		was, ok := old.value(v.Column)
		if !ok {
			was = v.empty()
		}
		if !v.same(was) {
			changes = append(changes, ValueChange{was, v})
		}
	}
	for _, v := range old.Values {
		if _, still := row.value(v.Column); !still {
			changes = append(changes, ValueChange{v, v.empty()})
		}
	}
	return changes
}

func (r SnapshotRow) value(column string) (SnapshotValue, bool) {
	i := slices.IndexFunc(r.Values, func(v SnapshotValue) bool { return v.Column == column })
	if i < 0 {
		return SnapshotValue{}, false
	}
	return r.Values[i], true
}

func (v SnapshotValue) empty() SnapshotValue {
	v.Unit, v.Cell = "", ListCell{Shown: undefined}
	return v
}

// MarshalJSON writes {unchanged, added, removed, changed}. Rows added and removed
// are {id, name, values: {column: value}}; a changed row is {id, name, changes:
// [{column, name, unit, from, to, from_text, to_text}]}. Figures are numbers,
// 是/否 booleans, several values an array; null is not reported or withheld, and
// the text then says which.
func (c Differences) MarshalJSON() ([]byte, error) {
	type row struct {
		ID     string         `json:"id"`
		Name   string         `json:"name"`
		Values map[string]any `json:"values"`
	}
	type change struct {
		Column   string `json:"column"`
		Name     string `json:"name"`
		Unit     string `json:"unit"`
		From     any    `json:"from"`
		To       any    `json:"to"`
		FromText string `json:"from_text"`
		ToText   string `json:"to_text"`
	}
	type changed struct {
		ID      string   `json:"id"`
		Name    string   `json:"name"`
		Changes []change `json:"changes"`
	}
	rows := func(list []SnapshotRow) []row {
		out := make([]row, len(list))
		for i, r := range list {
			out[i] = row{r.ID, r.Name, map[string]any{}}
			for _, v := range r.Values {
				out[i].Values[v.Column] = v.json()
			}
		}
		return out
	}
	both := make([]changed, len(c.Changed))
	for i, r := range c.Changed {
		both[i] = changed{r.ID, r.Name, make([]change, len(r.Changes))}
		for k, x := range r.Changes {
			both[i].Changes[k] = change{x.To.Column, x.Name(), orElse(x.To.Unit, x.From.Unit), x.From.json(), x.To.json(), x.From.Text(), x.To.Text()}
		}
	}
	return json.Marshal(struct {
		Unchanged int       `json:"unchanged"`
		Added     []row     `json:"added"`
		Removed   []row     `json:"removed"`
		Changed   []changed `json:"changed"`
	}{c.Unchanged, rows(c.Added), rows(c.Removed), both})
}

// json is the value for programs.
func (v SnapshotValue) json() any {
	switch {
	case v.Cell.blank():
		return nil
	case v.Kind.numeric():
		return v.Cell.Number
	case v.Kind == YesNo:
		return v.Cell.Value() == "是"
	case v.Many:
		return v.Cell.Labels
	}
	return v.Cell.Shown
}
