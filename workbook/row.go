package workbook

import "chainboard/industry"

// rowReader turns the rows of one sheet into candidates.
type rowReader struct {
	sheet    *Sheet
	head     *header
	convert  *converter
	lookup   func(nameOrCode string) (industry.Indicator, bool)
	date1904 bool
	present  []bool
	entered  []string // by field: the unit its header or the 单位 line sets
	months   map[string]monthValue
	values   []string // stock from which rows are cut
	headed   []bool   // by position: the column has a header
	line     line     // the row being read,
	annual   bool     // whose month is a whole year,
	context  context  // and what its figures are measured in
}

type monthValue struct {
	month  string
	annual bool
}

// context is what the figures of a row depend on.
type context struct {
	unit  string // of Measure fields; "" where it cannot be known
	rate  bool   // the figures are percentages whatever the header says
	usd   bool   // 币种 is 美元
	known bool   // Measure fields can be read
	group string // figures of different groups are not added up
}

func newRowReader(head *header, date1904 bool, lookup func(string) (industry.Indicator, bool)) *rowReader {
	s := head.sheet
	fields := s.Register.Fields
	r := &rowReader{
		sheet: s, head: head, convert: newConverter(), lookup: lookup, date1904: date1904,
		present: make([]bool, len(fields)), entered: make([]string, len(fields)), months: map[string]monthValue{},
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		for len(r.headed) <= c.position {
			r.headed = append(r.headed, false)
		}
		r.headed[c.position] = true
		if c.Field < 0 || c.ignored {
			continue
		}
		r.present[c.Field] = true
		f := &fields[c.Field]
		if c.Unit == "" && f.Kind == industry.Measure {
			c.Unit = head.lineUnit(tenThousandYuan)
		} else if c.Unit == "" && f.Unit != "" {
			c.Unit = head.lineUnit(f.Unit)
		}
		r.entered[c.Field] = c.Unit
	}
	return r
}

// candidate reads one data row.
func (r *rowReader) candidate(l line) Candidate {
	fields := r.sheet.Register.Fields
	r.line, r.annual = l, false
	c := Candidate{Row: l.number, Present: r.present}
	c.Record = industry.Record{Register: r.sheet.Register, Values: r.newValues(len(fields))}
	for i := range fields {
		if !numeric(fields[i].Kind) && r.present[i] {
			r.field(&c, l, i)
		}
	}
	r.context = r.contextOf(&c)
	for i := range fields {
		if numeric(fields[i].Kind) && r.present[i] {
			r.field(&c, l, i)
		}
	}
	r.require(&c)
	r.extras(&c, l)
	return c
}

// newValues cuts a row's values from a larger piece: a sheet has many rows.
func (r *rowReader) newValues(n int) []string {
	if len(r.values) < n {
		r.values = make([]string, 256*n)
	}
	v := r.values[:n:n]
	r.values = r.values[n:]
	return v
}

func numeric(kind industry.FieldKind) bool {
	switch kind {
	case industry.Money, industry.Number, industry.Percentage, industry.Measure:
		return true
	}
	return false
}

// field reads one field of a row; where it has several columns, the first one filled.
func (r *rowReader) field(c *Candidate, l line, field int) {
	for _, position := range r.sheet.positions[field] {
		cell := l.at(position)
		if cell.empty() {
			continue
		}
		value, wrong := r.value(cell, field)
		c.Record.Values[field] = value
		if wrong != nil {
			r.refuse(c, field, position, cell, *wrong)
		}
		if value != "" || wrong != nil {
			return
		}
	}
}

func (r *rowReader) refuse(c *Candidate, field, position int, cell *cell, wrong fault) {
	p := r.sheet.problem(industry.LevelError, c.Row, position, wrong)
	p.Column = r.sheet.Register.Fields[field].Name
	if cell != nil {
		p.Value = shown(cell.text)
	}
	c.Problems = append(c.Problems, p)
}

// require reports required fields that are present but empty.
func (r *rowReader) require(c *Candidate) {
	fields := r.sheet.Register.Fields
	for i := range fields {
		f := &fields[i]
		if !f.Required || !r.present[i] || c.Record.Values[i] != "" || c.wrong(f.Name) {
			continue
		}
		if f.Kind == industry.CreditCode && c.Record.Get("name") != "" {
			continue // the importer may know the enterprise by its exact name
		}
		if f.Kind == industry.Measure && !r.context.known {
			continue
		}
		r.refuse(c, i, r.sheet.positions[i][0], nil, fault{"必填的“" + f.Name + "”没有填写", "填写“" + f.Name + "”"})
	}
}

// wrong reports whether a field of the row already has a problem.
func (c *Candidate) wrong(column string) bool {
	for i := range c.Problems {
		if c.Problems[i].Column == column {
			return true
		}
	}
	return false
}
