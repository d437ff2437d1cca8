package industry

import (
	"maps"
	"slices"
	"strings"
)

// Snapshot is the rows of a list or map at one moment, as one reader may see
// them: what two editions are compared by.
type Snapshot []SnapshotRow

// SnapshotRow is one row with its values, those not reported left out.
type SnapshotRow struct {
	ID     string
	Name   string
	Values []SnapshotValue // in the order of the register
}

// SnapshotValue is one value of a row by name.
type SnapshotValue struct {
	Column string
	Name   string // header without unit
	Unit   string
	Kind   FieldKind
	Many   bool
	Cell   ListCell
}

// Text returns the value as a page prints it, with its unit: 12.60 万元.
func (v SnapshotValue) Text() string {
	if v.Unit == "" || v.Cell.blank() {
		return v.Cell.Shown
	}
	return v.Cell.Shown + " " + v.Unit
}

// same compares canonical values: another name of what is referred to is no change.
func (v SnapshotValue) same(w SnapshotValue) bool {
	return slices.Equal(v.Cell.Values, w.Cell.Values) && v.Cell.Phrase == w.Cell.Phrase && v.Unit == w.Unit
}

// Snapshot returns the rows of the listed chain, without what f.Open withholds.
// What a list works out from today or a month is not in it: it changes by itself.
func (l *List) Snapshot(f ListFacts) Snapshot {
	var listed []Record
	for _, r := range f.Records {
		if l.Keeps(r) && f.InChain(r) {
			listed = append(listed, r)
		}
	}
	return SnapshotOf(listed, f.Directory, f.Open)
}

// SnapshotOf returns records ordered by key. Unless open, contacts, figures of
// single firms, small cells and unknown columns are withheld.
func SnapshotOf(records []Record, d *Directory, open bool) Snapshot {
	s := make(Snapshot, 0, len(records))
	for _, r := range records {
		row := SnapshotRow{ID: snapshotID(r), Name: snapshotName(r)}
		for i := range r.Register.Fields {
			f := &r.Register.Fields[i]
			if r.Values[i] == "" || !open && r.Register.Withheld(f) {
				continue
			}
			v := SnapshotValue{Column: f.Column, Name: f.Name, Unit: r.UnitOf(f), Kind: f.Kind, Many: f.Many}
			if !open && r.Suppressed(f.Column) {
				v.Cell = suppressedCell()
			} else {
				v.Cell = d.FieldCell(r, f.Column)
			}
			row.Values = append(row.Values, v)
		}
		if open {
			for _, header := range slices.Sorted(maps.Keys(r.Extra)) {
				if r.Extra[header] != "" {
					row.Values = append(row.Values, SnapshotValue{Column: header, Name: header, Cell: textCell(r.Extra[header])})
				}
			}
		}
		s = append(s, row)
	}
	return s
}

// snapshotID is the id a row has in lists and on maps.
func snapshotID(r Record) string {
	if r.Register == SegmentRegister {
		return MapKey(r.Key())
	}
	return r.Key()
}

// snapshotName is what a row is called by.
func snapshotName(r Record) string {
	switch {
	case r.Register.Index("name") >= 0:
		return r.Get("name")
	case r.Register == ApplicationRegister && r.Get("scenario") != "":
		return r.Get("field") + " " + r.Get("scenario")
	case r.Register == ApplicationRegister:
		return r.Get("field")
	}
	return r.Get("content")
}

// WithChainMap adds what 产业链图 shows of each segment: the diagnosis, in place
// of the one the office may have given, and the enterprises.
func (s Snapshot) WithChainMap(m ChainMap) Snapshot {
	nodes := make(map[string]MapNode, len(m.Nodes))
	for _, n := range m.Nodes {
		nodes[n.ID] = n
	}
	for i := range s {
		s[i].Values = slices.DeleteFunc(s[i].Values, func(v SnapshotValue) bool { return v.Column == "diagnosis" })
		n, ok := nodes[s[i].ID]
		if !ok {
			continue
		}
		state := string(n.State)
		if n.Given {
			state += "（链长办认定）"
		}
		s[i].Values = append(s[i].Values, SnapshotValue{Column: "state", Name: "诊断", Cell: textCell(state)},
			countValue("enterprises_count", "企业", "户", n.Firms), countValue("above_scale", "规上企业", "户", n.Above))
	}
	return s
}

// WithRegionMap adds what 区域分布图 counts in each region.
func (s Snapshot) WithRegionMap(m RegionMap) Snapshot {
	areas := make(map[string]Area, len(m.Areas))
	for _, a := range m.Areas {
		areas[a.ID] = a
	}
	for i := range s {
		if a, ok := areas[s[i].ID]; ok {
			s[i].Values = append(s[i].Values, countValue("enterprises", "企业", "户", a.Enterprises),
				countValue("above_scale", "规上企业", "户", a.AboveScale), countValue("projects", "在推项目", "个", a.Projects))
		}
	}
	return s
}

func countValue(column, name, unit string, n int) SnapshotValue {
	return SnapshotValue{Column: column, Name: name, Unit: unit, Kind: Number, Cell: numberCell(Q(int64(n)))}
}

// ShownID writes the id of a row as people read it: ne:S1 rather than with
// the separator of keys.
func ShownID(id string) string { return strings.ReplaceAll(id, KeySeparator, ":") }
