package store

import (
	"encoding/json"
	"fmt"

	"chainboard/industry"
)

// columnPlan says which field each column of a result fills, found once per query.
type columnPlan struct {
	register *industry.Register
	names    []string
	fields   []int // position in Register.Fields, -1 for a column of the store's own
}

func planColumns(g *industry.Register, columns []string) columnPlan {
	p := columnPlan{register: g, names: columns, fields: make([]int, len(columns))}
	for i, c := range columns {
		p.fields[i] = g.Index(c)
		if p.fields[i] >= 0 && g.Fields[p.fields[i]].Kind == industry.Object {
			p.fields[i] = -1 // kept in two columns
		}
	}
	return p
}

// read turns one row of a result into its key and entry.
func (p columnPlan) read(cells []any) (string, Entry, error) {
	e := Entry{Record: industry.NewRecord(p.register)}
	var key, kind, object string
	for i, cell := range cells {
		if cell == nil {
			continue
		}
		if f := p.fields[i]; f >= 0 {
			e.Record.Values[f] = canonical(&p.register.Fields[f], cell)
			continue
		}
		switch p.names[i] {
		case "key":
			key = text(cell)
		case "object_kind":
			kind = text(cell)
		case "object":
			object = text(cell)
		case "version":
			e.Version, _ = cell.(int64)
		case "withdrawn":
			e.Withdrawn = truth(cell)
		case "warning":
			e.Warning = text(cell)
		case "explanation":
			e.Explanation = text(cell)
		case "extra":
			if err := json.Unmarshal([]byte(text(cell)), &e.Record.Extra); err != nil {
				return "", e, fmt.Errorf("extra fields of %s: %w", key, err)
			}
		}
	}
	if i := p.register.Index("object"); i >= 0 {
		e.Record.Values[i] = kind + ":" + object
	}
	return key, e, nil
}

// canonical turns a database value back into canonical text.
func canonical(f *industry.Field, cell any) string {
	switch f.Kind {
	case industry.Money, industry.Number, industry.Percentage, industry.Measure:
		if n, ok := cell.(int64); ok {
			return industry.Parts(n).Decimal()
		}
	case industry.YesNo:
		if truth(cell) {
			return "是"
		}
		return "否"
	}
	return text(cell)
}

func text(cell any) string {
	switch v := cell.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	}
	return fmt.Sprint(cell)
}

func truth(cell any) bool {
	switch v := cell.(type) {
	case bool:
		return v
	case int64:
		return v != 0
	}
	return false
}
