package workbook

import "chainboard/industry"

// FormRow is what somebody typed for one record: the text of each field by its
// column, and of columns the contract does not know by their header. A field that
// is left out is left alone; an empty text takes its value back.
type FormRow struct {
	Fields map[string]string
	Extra  map[string]string
}

// ParseRow reads what was typed by the rules of a sheet's cells. The sheet has
// this one row, whose number is 0: its problems name the field and no cell.
func ParseRow(g *industry.Register, typed FormRow, lookup func(string) (industry.Indicator, bool)) *Sheet {
	s := &Sheet{Register: g, Name: g.Sheet, Read: 1, positions: make([][]int, len(g.Fields))}
	cells := make([]cell, len(g.Fields))
	for i := range g.Fields {
		f := &g.Fields[i]
		text, given := typed.Fields[f.Column]
		if !given {
			continue
		}
		s.Columns = append(s.Columns, Column{Field: i, Header: f.Name, Letter: letter(i), position: i})
		s.positions[i] = []int{i}
		cells[i] = cell{text: clean(text), kind: textCell}
	}
	rows := newRowReader(&header{sheet: s}, false, newLookup(lookup).find)
	c := rows.candidate(line{cells: cells})
	for header, text := range typed.Extra {
		if c.Record.Extra == nil {
			c.Record.Extra = map[string]string{}
		}
		c.Record.Extra[header] = clean(text)
	}
	s.Rows = []Candidate{c}
	return s
}
