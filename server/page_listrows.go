package server

import (
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
)

// listHead is the head of a column with the address that sorts by it.
type listHead struct {
	industry.ListColumn
	Text  string
	Href  string
	Order string // aria-sort; "" where another column decides
}

// listRow is a row as the table shows it.
type listRow struct {
	Number int
	Href   string
	Cells  []listCell
}

// listCell is a value with how it is shown.
type listCell struct {
	industry.ListCell
	Label   string
	Href    string // of the name: the row's detail
	Numeric bool
	Tag     bool           // 链主, 督办
	Lamp    industry.Light // of a light column
	IsLamp  bool
	Mark    industry.Light // before the text: overdue, expired
	Long    bool           // may wrap
	Dated   bool           // a date: one that breaks at a hyphen is hard to read
	Doubt   bool           // the note is a doubt about the figure
	Links   []cellLink     // of what the value refers to, in its place
	Press   *press         // 督办 beside the value
}

// cellLink is one of several names in a cell with the page of what it names.
type cellLink struct{ Text, Href string }

func (p *listPage) fill(c *request) {
	for _, column := range p.Found.Columns {
		p.Heads = append(p.Heads, p.head(c, column))
		p.Money = p.Money || column.Unit == "万元"
	}
	first := (p.Found.Page-1)*p.Found.Size + 1
	for i, r := range p.Found.Rows {
		row := listRow{Number: first + i}
		if !r.Gone || p.Found.Open { // the page of what is gone is for those who may see its history
			row.Href = asOf(itemAddress(p.Found.Chain, p.List.Code, r.ID), p.Found.AsOf)
		}
		for k, cell := range r.Cells {
			made := p.cell(p.Found.Columns[k], cell, row.Href)
			if p.Found.Columns[k].Column == "supervised" && p.List.Register == industry.DecisionRegister && p.Found.AsOf.IsZero() && c.can(industry.EditRegisters) {
				made.Press = &press{Post: row.Href + "/supervise", Back: c.Request.URL.RequestURI(), CSRF: c.csrf, On: made.Tag}
			}
			row.Cells = append(row.Cells, made)
		}
		p.Rows = append(p.Rows, row)
	}
	if len(p.Found.Sums) > 0 {
		p.total()
	}
}

// headText leaves out the unit that the page names once for all amounts.
func headText(column industry.ListColumn) string {
	if column.Unit == "万元" || column.Unit == "%" {
		return column.Name
	}
	return column.Header()
}

// head turns the order round where the list is sorted by the column already;
// numbers begin with the largest.
func (p *listPage) head(c *request, column industry.ListColumn) listHead {
	h := listHead{ListColumn: column, Text: headText(column)}
	by := column.Column
	if column.Numeric() {
		by = "-" + by
	}
	switch p.Sort {
	case column.Column:
		h.Order, by = "ascending", "-"+column.Column
	case "-" + column.Column:
		h.Order, by = "descending", column.Column
	}
	values := c.Request.URL.Query()
	values.Set("sort", by)
	values.Del("page")
	h.Href = "?" + values.Encode()
	return h
}

func (p *listPage) cell(column industry.ListColumn, cell industry.ListCell, href string) listCell {
	l := listCell{
		ListCell: cell, Label: headText(column), Numeric: column.Numeric(), Long: longColumn(column.Column),
		Dated: column.Kind == industry.DateField,
		Doubt: column.Numeric() && cell.Number.Known && cell.Note != "",
	}
	if column.Column == p.List.Title {
		l.Href = href
	}
	if column.Kind == industry.SubjectField {
		for i, value := range cell.Values {
			s := industry.ParseSubject(value)
			l.Links = append(l.Links, cellLink{cell.Labels[i], subjectAddress(industry.NamedSubject{Kind: s.Kind, ID: s.Key, Chain: industry.Optional(s.Chain), Month: s.Month})})
		}
	}
	switch column.Column {
	case "deadline", "validity":
		l.Mark = mark(cell.Value())
	case "role":
		l.Tag = cell.Shown == "链主"
	case "supervised":
		if cell.Shown == "是" {
			l.Tag, l.Shown = true, "督办"
		}
	case "light", "rule_light":
		l.Lamp = industry.Light(cell.Value())
		l.IsLamp = l.Lamp != industry.NoLight || cell.Empty() // 未到期 is written out
	case "titles":
		if n := strings.Count(cell.Shown, industry.ListSeparator); n > 0 {
			first, _, _ := strings.Cut(cell.Shown, industry.ListSeparator)
			l.Note, l.Shown = cell.Shown, first+" 等"+strconv.Itoa(n+1)+"项"
		}
	}
	return l
}

// longColumn reports whether a column holds sentences, which may wrap.
func longColumn(column string) bool {
	return slices.Contains([]string{
		"investor", "content", "progress", "problems", "goal", "milestones", "clauses", "fulfilment", "products", "support_departments", "platforms", "partners", "advice", "departments",
	}, column)
}

// mark is the light before what is past its day, or soon will be.
func mark(value string) industry.Light {
	switch value {
	case "overdue", "expired":
		return industry.Red
	case "expiring":
		return industry.Yellow
	}
	return ""
}

// total fills the lines under the table: this page, and every row found.
func (p *listPage) total() {
	p.Subtotal, p.Total = make([]string, len(p.Heads)), make([]string, len(p.Heads))
	for k, column := range p.Found.Columns {
		sum, ok := p.Found.Sums[column.Column]
		if !ok {
			continue
		}
		var page industry.Quantity
		for _, r := range p.Found.Rows {
			page = page.Plus(r.Cells[k].Number)
		}
		p.Subtotal[k], p.Total[k] = industry.GroupedText(page), industry.GroupedText(sum)
	}
	if p.Paging.Last == 1 {
		p.Subtotal = nil
	}
}
