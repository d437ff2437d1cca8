package industry

import "strings"

var segmentNoun = []string{SegmentRegister.Noun}

// Refuse keeps in mind that the row of a record has an error: rows that refer to
// it are told where ("企业清单第 5 行") it was to come from.
func (d *Directory) Refuse(r Record, where string) {
	g := r.Register
	if g.Index("code") < 0 {
		return
	}
	if d.refused[g.Noun] == nil {
		d.refused[g.Noun] = map[string]string{}
	}
	for _, column := range []string{"code", "name"} {
		if g.Index(column) >= 0 && r.Get(column) != "" {
			d.refused[g.Noun][r.Get(column)] = where
		}
	}
}

// Forget makes a record unknown again, its row having been refused after all.
func (d *Directory) Forget(r Record) {
	g, key := r.Register, r.Key()
	name, known := d.label[g.Noun][key]
	if !known {
		return
	}
	delete(d.label[g.Noun], key)
	d.names[g.Noun][name] = without(d.names[g.Noun][name], key)
	for code, k := range d.codes[g.Noun] {
		if k == key {
			delete(d.codes[g.Noun], code)
		}
	}
}

// Knows reports whether a key can be referred to.
func (d *Directory) Knows(noun, key string) bool {
	_, ok := d.label[noun][key]
	return ok
}

// unknown returns the error for a text that names nothing: Conflict where a
// refused row was to bring it, else Invalid with the sentence given.
func (d *Directory) unknown(nouns []string, text, format string, args ...any) error {
	for _, noun := range nouns {
		if where, ok := d.refused[noun][text]; ok {
			return Errorf(Conflict, "“%s”在%s，该行没有通过", text, where)
		}
	}
	return Errorf(Invalid, format, args...)
}

// refusedRemedy is what to do about a reference to a refused row.
const refusedRemedy = "先改正那一行，再一起导入"

// Unknown returns the faults of a record whose references to its own register
// lead to rows refused after it was taken.
func (d *Directory) Unknown(r Record) []Fault {
	var faults []Fault
	for i := range r.Register.Fields {
		f := &r.Register.Fields[i]
		if f.Kind != Reference || f.Refers != r.Register.Noun || r.Values[i] == "" {
			continue
		}
		for _, key := range SplitList(r.Values[i]) {
			if d.Knows(f.Refers, key) {
				continue
			}
			parts := strings.Split(key, KeySeparator)
			code := parts[len(parts)-1]
			faults = append(faults, Fault{
				Column: f.Column, Value: code, Remedy: refusedRemedy,
				Message: d.unknown([]string{f.Refers}, code, "没有“%s”", code).Error(),
			})
		}
	}
	return faults
}
