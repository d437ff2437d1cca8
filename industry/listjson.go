package industry

import (
	"bytes"
	"encoding/json"
	"time"
)

// MarshalJSON writes {list, name, rows, total, page, size, month, as_of, edition, columns}: rows with id,
// every field and computed column the reader may see, and extra. Figures are
// numbers, 是/否 booleans, references names with their keys in …_key, several
// values an array, money in dollars apart in …_usd; null is not reported.
func (p ListPage) MarshalJSON() ([]byte, error) {
	rows := make([]json.RawMessage, len(p.Rows))
	for i := range p.Rows {
		rows[i] = p.rowJSON(&p.Rows[i])
	}
	type column struct {
		Column string `json:"column"`
		Name   string `json:"name"`
		Unit   string `json:"unit"`
	}
	columns := make([]column, len(p.Columns))
	for i, c := range p.Columns {
		columns[i] = column{c.Column, c.Name, c.Unit}
	}
	var asOf *time.Time
	if !p.AsOf.IsZero() {
		at := p.AsOf.In(Shanghai)
		asOf = &at
	}
	return json.Marshal(struct {
		List    string            `json:"list"`
		Name    string            `json:"name"` // as the county calls it
		Rows    []json.RawMessage `json:"rows"`
		Total   int               `json:"total"`
		Page    int               `json:"page"`
		Size    int               `json:"size"`
		Month   Month             `json:"month"`
		AsOf    *time.Time        `json:"as_of"`
		Edition *Edition          `json:"edition"`
		Columns []column          `json:"columns"`
	}{p.List.Code, p.List.Name, rows, p.Total, p.Page, p.Size, p.Month, asOf, p.Edition, columns})
}

// members writes a JSON object member by member, so that its order is ours.
type members struct{ bytes.Buffer }

func (m *members) add(name string, value any) {
	separator := byte(',')
	if m.Len() == 0 {
		separator = '{'
	}
	m.WriteByte(separator)
	for i, v := range []any{name, value} {
		text, err := json.Marshal(v)
		if err != nil { // strings, booleans, quantities
			panic(err)
		}
		if i > 0 {
			m.WriteByte(':')
		}
		m.Write(text)
	}
}

func (p ListPage) rowJSON(r *ListRow) json.RawMessage {
	var m members
	m.add("id", r.ID)
	g := p.List.Register
	for i := range g.Fields {
		f := &g.Fields[i]
		if c, ok := r.data[f.Column]; ok {
			m.addField(f, c)
		}
		if f.Kind == Money && g.Index("currency") >= 0 {
			var dollars Quantity
			if r.Record.dollars() {
				dollars = r.Record.Quantity(f.Column)
			}
			m.add(f.Column+"_usd", dollars)
		}
	}
	for _, c := range p.List.Columns {
		cell, ok := r.data[c.Column]
		if !ok || g.Index(c.Column) >= 0 || c.Unit == "万美元" { // written above
			continue
		}
		m.addColumn(c, cell)
	}
	extra := r.Record.Extra
	if extra == nil {
		extra = map[string]string{}
	}
	m.add("extra", extra)
	m.WriteByte('}')
	return m.Bytes()
}

// addField writes a field of the register.
func (m *members) addField(f *Field, c ListCell) {
	if !f.Many {
		m.addColumn(ListColumn{Column: f.Column, Kind: f.Kind}, c)
		return
	}
	m.add(f.Column, orNull(c.Labels))
	if f.Kind == Reference || f.Kind == SubjectField {
		m.add(f.Column+"_key", orNull(c.Values))
	}
}

// addColumn writes one value, and beside a name its key or beside a code its name.
func (m *members) addColumn(c ListColumn, cell ListCell) {
	var value, label any
	if len(cell.Values) > 0 {
		value, label = cell.Values[0], cell.Labels[0]
	}
	switch {
	case c.Kind.numeric():
		m.add(c.Column, cell.Number)
	case c.Kind == YesNo:
		if value != nil {
			value = value == "是"
		}
		m.add(c.Column, value)
	case c.Kind == Reference:
		m.add(c.Column, label)
		m.add(c.Column+"_key", value)
	case c.Kind == Choice && c.cell != nil:
		m.add(c.Column, value)
		m.add(c.Column+"_name", label)
	default:
		m.add(c.Column, value)
	}
}

func orNull(values []string) any {
	if len(values) == 0 {
		return nil
	}
	return values
}
