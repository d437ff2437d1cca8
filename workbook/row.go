package workbook

import (
	"strings"

	"chainboard/industry"
)

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

// broken reports what makes any cell unusable, whatever its field.
func broken(c *cell) *fault {
	switch {
	case c.stale:
		return &fault{"公式没有计算结果，看不到数值", "用 Excel 或 WPS 打开文件并保存一次，再导入"}
	case c.kind == errorCell:
		return &fault{"单元格是错误值 " + c.text, "改正公式，或直接填写内容"}
	}
	return nil
}

func (r *rowReader) value(c *cell, field int) (string, *fault) {
	if wrong := broken(c); wrong != nil {
		return "", wrong
	}
	f := &r.sheet.Register.Fields[field]
	switch f.Kind {
	case industry.Money, industry.Number, industry.Percentage, industry.Measure:
		return r.number(c, field)
	case industry.Choice:
		return parseChoice(c, f.Choices)
	case industry.YesNo:
		return parseYesNo(c)
	case industry.DateField:
		return parseDate(c, r.date1904)
	case industry.MonthField:
		return r.month(c)
	case industry.YearField:
		return parseYear(c)
	case industry.Titles:
		return parseTitles(r.display(c), r.date1904)
	case industry.CreditCode:
		return parseCreditCode(c)
	case industry.Code:
		return parseCode(c, r.sheet.Register == industry.ChainRegister)
	case industry.Object:
		return r.object(c)
	case industry.Reference:
		if notReported(c.text) {
			return "", nil
		}
	}
	if f.Many {
		return joinList(splitList(r.display(c))), nil
	}
	return r.display(c), nil
}

// number reads a figure in the unit of its field, or of the row's indicator.
func (r *rowReader) number(c *cell, field int) (string, *fault) {
	f := &r.sheet.Register.Fields[field]
	entered, target := r.entered[field], f.Unit
	switch f.Kind {
	case industry.Percentage:
		target = "%"
	case industry.Money:
		if target = tenThousandYuan; r.context.usd {
			target, entered = tenThousandDollars, inDollars(entered)
		}
	case industry.Measure:
		if !r.context.known {
			return "", nil // the indicator's own problem refuses the row
		}
		if target = r.context.unit; r.context.rate {
			entered = ""
		} else if m, ok := measureOf(entered); ok && m.family == renminbi && !industry.IsMoneyUnit(target) {
			entered = "" // a unit of money in the header speaks of money indicators only
		}
	}
	if entered == "" {
		entered = target
	}
	return r.convert.figure(c, entered, target)
}

// month reads a month and remembers it: a sheet repeats few of them often.
func (r *rowReader) month(c *cell) (string, *fault) {
	if known, ok := r.months[c.text]; ok && c.kind != booleanCell {
		r.annual = known.annual
		return known.month, nil
	}
	month, annual, wrong := parseMonth(c, r.date1904)
	if wrong == nil && annual && r.sheet.Register != industry.ReportRegister {
		return "", &fault{"“" + shown(c.text) + "”只有年份，缺少月份", "月份写成 2026-03 或 2026年3月"}
	}
	r.annual = annual
	if wrong == nil && len(r.months) < 1_000 {
		r.months[c.text] = monthValue{month, annual}
	}
	return month, wrong
}

// object keeps what names the object; a credit code is checked here.
func (r *rowReader) object(c *cell) (string, *fault) {
	if notReported(c.text) {
		return "", nil
	}
	text := r.display(c)
	if code := strings.ToUpper(fold(text)); len(code) == 18 && !strings.ContainsAny(code, ":-_.") {
		if c.kind == numberCell || !strings.ContainsFunc(code, func(r rune) bool { return r > 'Z' }) {
			return parseCreditCode(c)
		}
	}
	return text, nil
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
	for i := range l.cells {
		if l.cells[i].empty() || i < len(r.headed) && r.headed[i] {
			continue
		}
		for len(r.headed) <= i {
			r.headed = append(r.headed, false)
		}
		r.headed[i] = true // say it once
		p := r.sheet.problem(industry.LevelWarning, c.Row, i, fault{
			letter(i) + " 列有内容但没有表头，这一列没有读取", "给这一列写上表头，或清空这一列",
		})
		p.Value = shown(l.cells[i].text)
		r.sheet.Problems = append(r.sheet.Problems, p)
	}
}
