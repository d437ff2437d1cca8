package industry

import "slices"

// List is a register as a page, a file and the API show it: its columns, own
// and computed, and where the search looks.
type List struct {
	Code     string // in addresses: enterprises, projects
	Name     string // 企业清单; a county may call it otherwise
	Register *Register
	Title    string // the column a row is called by
	Columns  []ListColumn
	Search   []string // columns the search looks in; none of them withheld
	Order    []string // columns that order the rows where nobody asks otherwise; "-column" descending
	Note     string   // what the reader of its figures must know
	Ledger   bool     // 工作台账: a record of work beside the five, in a group of its own

	Steps *ListSteps // what its rows go through; nil: no board
	Card  []string   // columns of a card of the board, below its title

	keep func(Record) bool               // which records stand in it; nil: every one
	call func(r Record, t string) string // what a row is called by, where its title does not tell; nil: the title
}

// Keeps reports whether a record stands in the list.
func (l *List) Keeps(r Record) bool { return l.keep == nil || l.keep(r) }

// RowName returns what a record is called by, what it refers to by its name.
func (l *List) RowName(r Record, d *Directory) string {
	title := r.Get(l.Title)
	if l.Register.Field(l.Title).Kind == Reference && title != "" {
		title = d.FieldCell(r, l.Title).Shown
	}
	if l.call == nil || title == "" {
		return title
	}
	return l.call(r, title)
}

// Place says where a column of a list appears; the API has all of them.
type Place int

// The places of a column.
const (
	Anywhere  Place = iota // on screens and in files
	FilesOnly              // too wide for a screen
	DataOnly               // for programs: people read it in another column
)

// ListColumn is one column of a list, of the register or computed.
type ListColumn struct {
	Column string // JSON member: the field's, or the computed value's own
	Name   string // header without unit
	Kind   FieldKind
	Unit   string
	Place  Place
	Filter bool // offered as a choice above the list
	Sum    bool // adds up over the rows
	Wide   bool // only in the list of all chains
	Rare   bool // only where some row has a value

	Private bool   // withheld from those who may not see single enterprises
	Note    string // how the value comes about, where its name does not say
	dated   bool   // its header begins with the months it covers
	cell    func(*listItem) ListCell
}

// Header returns the column's header with its unit: 总投资(万元).
func (c ListColumn) Header() string {
	if c.Unit == "" {
		return c.Name
	}
	return c.Name + "(" + c.Unit + ")"
}

// Numeric reports whether the column holds numbers.
func (c ListColumn) Numeric() bool { return c.Kind.numeric() }

func (k FieldKind) numeric() bool {
	return k == Money || k == Number || k == Percentage || k == Measure
}

// Withheld reports whether a field is kept from those who may not see single
// enterprises: contacts, and every figure of a firm (interfaces, roles).
func (g *Register) Withheld(f *Field) bool {
	return f.Private || g == EnterpriseRegister && f.Kind.numeric()
}

// Lists returns every list there is, those of the usual five first, ledgers last.
func Lists() []*List {
	return []*List{
		enterpriseList(), projectList(), clusterList(), issueList(), policyList(),
		platformList(), technologyList(), bottleneckList(),
		visitList(), decisionList(), eventList(), prospectList(), arrivalList(),
	}
}

// ListOf returns the list with this code, or nil.
func ListOf(code string) *List {
	for _, l := range Lists() {
		if l.Code == code {
			return l
		}
	}
	return nil
}

// columnsOf completes the columns that are fields of the register.
func columnsOf(g *Register, columns []ListColumn) []ListColumn {
	for i := range columns {
		c := &columns[i]
		k := g.Index(c.Column)
		if k < 0 {
			continue
		}
		f := &g.Fields[k]
		c.Name, c.Unit, c.Private = orElse(c.Name, f.Name), f.Unit, g.Withheld(f)
		if c.cell == nil {
			c.Kind = f.Kind
		}
	}
	return columns
}

// column finds a column of the list or any other field of its register, as far
// as it may be seen.
func (l *List) column(name string, open bool) (ListColumn, bool) {
	i := slices.IndexFunc(l.Columns, func(c ListColumn) bool { return c.Column == name })
	if i < 0 {
		if l.Register.Index(name) < 0 {
			return ListColumn{}, false
		}
		return l.visible(columnsOf(l.Register, []ListColumn{{Column: name}})[0], open)
	}
	return l.visible(l.Columns[i], open)
}

// ColumnName returns the header of a column or field, or the column itself.
func (l *List) ColumnName(column string) string {
	if c, ok := l.column(column, true); ok {
		return c.Name
	}
	return column
}

func (l *List) visible(c ListColumn, open bool) (ListColumn, bool) { return c, open || !c.Private }
