package industry

import (
	"slices"
	"strings"
)

// FieldKind says how a field is written in a cell, kept and shown.
type FieldKind int

// The kinds of field. A Record keeps each as canonical text; "" is "not reported".
const (
	Text         FieldKind = iota // free text, trimmed
	Code                          // a short identifier
	Choice                        // one of Field.Choices
	YesNo                         // 是 or 否
	DateField                     // 2026-10-31
	MonthField                    // 2026-10
	YearField                     // 2026
	Money                         // decimal in 万元 (万美元 with 币种 = 美元), exact to the fen
	Number                        // decimal in Field.Unit
	Percentage                    // decimal in %
	Measure                       // decimal in the unit of the row's indicator
	Reference                     // the key of a record of Field.Refers
	Object                        // kind:key of what a monthly report or target is about
	SubjectField                  // what a decision concerns, as Subject writes it
	Titles                        // 高新技术企业:2024-11-01~2027-10-31；…
	CreditCode                    // 18-character unified social credit code
)

// The separator of several values in one field, and of the parts of a key.
const (
	ListSeparator = "、"
	KeySeparator  = "␟"
)

// Field is one column of a register, in the workbook and in the database.
type Field struct {
	Name     string // header as officials write it, without unit: 总投资
	Column   string // column of the table and JSON member: total_investment
	Kind     FieldKind
	Unit     string   // standard unit: 万元, 亩, %, … ("" where there is none)
	Refers   string   // noun a Reference points to
	Primary  string   // of a list: the column that keeps its first value
	Choices  []string // of a Choice
	Aliases  []string // other headers that mean this field
	Note     string   // what the template's comment explains
	Default  string   // canonical value of an empty key field
	KeyElse  string   // of a key field: the column that stands in for an empty value
	Required bool
	Key      bool
	Many     bool // several values in one cell
	Private  bool // a contact or single-enterprise detail: not for viewers
}

// Register is a list of like records: a sheet of the workbook, a table of the
// database, a list on the site.
type Register struct {
	Noun    string // table and code name: enterprise
	Sheet   string // sheet of the workbook: 企业清单
	Label   string // one record, as screens say it: 企业
	Aliases []string
	Fields  []Field
}

// Index returns the position of the field with this column, or -1.
func (g *Register) Index(column string) int {
	return slices.IndexFunc(g.Fields, func(f Field) bool { return f.Column == column })
}

// Field returns the field with this column; it panics on an unknown column,
// which only a programming error can name.
func (g *Register) Field(column string) *Field {
	i := g.Index(column)
	if i < 0 {
		panic("industry: register " + g.Noun + " has no column " + column)
	}
	return &g.Fields[i]
}

// Record is one row of a register in canonical text, by field. Canonical text
// makes values comparable with ==: importing the same values changes nothing.
type Record struct {
	Register *Register
	Values   []string          // aligned with Register.Fields
	Extra    map[string]string // columns the contract does not know, by header
}

// NewRecord returns an empty record of a register.
func NewRecord(g *Register) Record {
	return Record{Register: g, Values: make([]string, len(g.Fields))}
}

// Get returns the canonical text of a field, "" when not reported.
func (r Record) Get(column string) string {
	i := r.Register.Index(column)
	if i < 0 {
		panic("industry: register " + r.Register.Noun + " has no column " + column)
	}
	return r.Values[i]
}

// Set stores canonical text in a field.
func (r Record) Set(column, value string) {
	i := r.Register.Index(column)
	if i < 0 {
		panic("industry: register " + r.Register.Noun + " has no column " + column)
	}
	r.Values[i] = value
}

// List returns the values of a field that may hold several.
func (r Record) List(column string) []string { return SplitList(r.Get(column)) }

// SplitList splits canonical list text.
func SplitList(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ListSeparator)
}

// Quantity returns a numeric field as an exact quantity in its unit.
func (r Record) Quantity(column string) Quantity {
	text := r.Get(column)
	if text == "" {
		return Quantity{}
	}
	q, err := ParseQuantity(text, nil)
	if err != nil {
		return Quantity{}
	}
	return q
}

// Month returns a month field.
func (r Record) Month(column string) Month {
	m, err := ParseMonth(r.Get(column))
	if err != nil {
		return 0
	}
	return m
}

// Date returns a date field.
func (r Record) Date(column string) Date { return Date(r.Get(column)) }

// Yes reports whether a 是/否 field says 是.
func (r Record) Yes(column string) bool { return r.Get(column) == "是" }

// Key returns the record's key: its key fields joined, defaults filled in.
func (r Record) Key() string {
	var b strings.Builder
	first := true
	for i := range r.Register.Fields {
		f := &r.Register.Fields[i]
		if !f.Key {
			continue
		}
		if !first {
			b.WriteString(KeySeparator)
		}
		first = false
		switch v := r.Values[i]; {
		case v != "":
			b.WriteString(v)
		case f.KeyElse != "":
			b.WriteString(r.Get(f.KeyElse))
		default:
			b.WriteString(f.Default)
		}
	}
	return b.String()
}

// Clone returns a copy that shares nothing with r.
func (r Record) Clone() Record {
	c := Record{Register: r.Register, Values: slices.Clone(r.Values)}
	if r.Extra != nil {
		c.Extra = make(map[string]string, len(r.Extra))
		for k, v := range r.Extra {
			c.Extra[k] = v
		}
	}
	return c
}

// Equal reports whether two records hold the same values, extra fields included.
func (r Record) Equal(s Record) bool {
	if !slices.Equal(r.Values, s.Values) {
		return false
	}
	for k, v := range r.Extra {
		if s.Extra[k] != v {
			return false
		}
	}
	for k, v := range s.Extra {
		if r.Extra[k] != v {
			return false
		}
	}
	return true
}
