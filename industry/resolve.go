package industry

import (
	"errors"
	"strings"
)

// Fault is what is wrong with one field of a row, without the place; the
// importer and the forms say where.
type Fault struct {
	Column  string // of the field
	Value   string
	Message string
	Remedy  string
}

// ResolveKeys replaces names by keys in the key fields of a record, so that the
// record can be found and referred to; chain first, since segments hang on it.
func (d *Directory) ResolveKeys(r Record) []Fault {
	return d.resolve(r, func(f *Field) bool { return f.Key })
}

// Resolve replaces names by keys in all other reference fields of a record.
func (d *Directory) Resolve(r Record) []Fault {
	return d.resolve(r, func(f *Field) bool { return !f.Key })
}

func (d *Directory) resolve(r Record, wanted func(*Field) bool) []Fault {
	var faults []Fault
	for i := range r.Register.Fields {
		f := &r.Register.Fields[i]
		if r.Values[i] == "" || !wanted(f) || f.Kind != Reference && f.Kind != Object && f.Kind != SubjectField {
			continue
		}
		value, err := d.resolveField(f, r.Values[i], rowChain(r))
		if err != nil {
			remedy := referenceRemedy(f)
			if told := new(Error); errors.As(err, &told) && told.Kind == Conflict {
				remedy = refusedRemedy
			}
			faults = append(faults, Fault{Column: f.Column, Value: r.Values[i], Message: err.Error(), Remedy: remedy})
			continue
		}
		r.Values[i] = value
	}
	return faults
}

func (d *Directory) resolveField(f *Field, text, chain string) (string, error) {
	switch f.Kind {
	case Object:
		return d.FindObject(text)
	case SubjectField:
		return d.findSubjects(text)
	}
	if !f.Many {
		return d.Find(f.Refers, text, chain)
	}
	var keys []string
	for _, part := range SplitList(text) {
		key, err := d.Find(f.Refers, part, chain)
		if err != nil {
			return "", err
		}
		keys = append(keys, key)
	}
	return strings.Join(keys, ListSeparator), nil
}

// rowChain is the chain within which a row's segments are sought.
func rowChain(r Record) string {
	if i := r.Register.Index("chain"); i >= 0 {
		return r.Values[i]
	}
	if i := r.Register.Index("chains"); i >= 0 {
		first, _, _ := strings.Cut(r.Values[i], ListSeparator)
		return first
	}
	return ""
}

func referenceRemedy(f *Field) string {
	switch f.Kind {
	case SubjectField:
		return SubjectHint
	case Object:
		return "填信用代码，或与清单中完全一致的名称；部门须在牵头单位、链长制或责任单位中出现"
	}
	sheet := RegisterOf(f.Refers).Sheet
	return "填“" + sheet + "”表中已有的编码或名称，或先在该表中补上"
}

// Unresolve returns a copy of a record as an export writes it: names in place of
// keys, codes where a name is not unique.
func (d *Directory) Unresolve(r Record) Record {
	out := r.Clone()
	chain := rowChain(r)
	for i := range r.Register.Fields {
		f := &r.Register.Fields[i]
		switch {
		case r.Values[i] == "":
		case f.Kind == Object:
			out.Values[i] = d.WriteObject(r.Values[i])
		case f.Kind == SubjectField:
			out.Values[i] = strings.Join(d.subjectCell(SplitList(r.Values[i])).Labels, ListSeparator)
		case f.Kind == Reference:
			keys := []string{r.Values[i]}
			if f.Many {
				keys = SplitList(r.Values[i])
			}
			for k, key := range keys {
				keys[k] = d.Write(f.Refers, key, chain)
			}
			out.Values[i] = strings.Join(keys, ListSeparator)
		}
	}
	return out
}
