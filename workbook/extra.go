package workbook

import "chainboard/industry"

// extras keeps the columns that the contract does not know.
func (r *rowReader) extras(c *Candidate, l line) {
	for i := range r.sheet.Columns {
		column := &r.sheet.Columns[i]
		cell := l.at(column.position)
		if column.Field >= 0 || column.ignored || cell.empty() {
			continue
		}
		if wrong := broken(cell); wrong != nil {
			p := named(r.sheet.problem(industry.LevelError, c.Row, column.position, *wrong), column.Header)
			p.Value = shown(cell.text)
			c.Problems = append(c.Problems, p)
			continue
		}
		if c.Record.Extra == nil {
			c.Record.Extra = map[string]string{}
		}
		c.Record.Extra[column.Header] = r.display(cell)
	}
	r.unheaded(c.Row, l)
}

// unheaded warns, once for each column, of content without a header.
func (r *rowReader) unheaded(row int, l line) {
	for i := range l.cells {
		if l.cells[i].empty() || i < len(r.headed) && r.headed[i] {
			continue
		}
		for len(r.headed) <= i {
			r.headed = append(r.headed, false)
		}
		r.headed[i] = true // say it once
		p := r.sheet.problem(industry.LevelWarning, row, i, fault{
			letter(i) + " 列有内容但没有表头，这一列没有读取", "给这一列写上表头，或清空这一列",
		})
		p.Value = shown(l.cells[i].text)
		r.sheet.Problems = append(r.sheet.Problems, p)
	}
}
