package industry

import "slices"

// List is a register as a page, a file and the API show it: its columns, own
// and computed, and where the search looks.
type List struct {
	Code     string // in addresses: enterprises, projects
	Name     string // 企业清单
	Register *Register
	Columns  []ListColumn
	Search   []string // columns the search looks in; none of them withheld
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

	Private bool // withheld from those who may not see single enterprises
	dated   bool // its header begins with the months it covers
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

// Lists returns the lists in the order of the navigation.
func Lists() []*List { return []*List{enterpriseList(), projectList()} }

// ListOf returns the list with this code, or nil.
func ListOf(code string) *List {
	for _, l := range Lists() {
		if l.Code == code {
			return l
		}
	}
	return nil
}

func enterpriseList() *List {
	return &List{
		Code: "enterprises", Name: "企业清单", Register: EnterpriseRegister,
		Search: []string{"code", "name", "products", "segments", "region", "titles", "sponsor"},
		Columns: columnsOf(EnterpriseRegister, []ListColumn{
			{Column: "code", Place: FilesOnly},
			{Column: "name"},
			{Column: "chain", Name: "主链", Kind: Reference, Wide: true, Filter: true, cell: chainCell},
			{Column: "segment", Name: "环节", Kind: Reference, Filter: true, cell: segmentCell},
			{Column: "branch", Name: "细分链", Filter: true, cell: branchCell},
			{Column: "role", Filter: true},
			{Column: "entered"},
			{Column: "region", Filter: true},
			{Column: "revenue", Name: "营业收入", Kind: Money, Unit: "万元", Sum: true, Private: true, dated: true, cell: revenueCell},
			{Column: "base", Name: "上年同期(本年填报)", Kind: Money, Unit: "万元", Sum: true, Private: true, cell: baseCell},
			{Column: "growth", Name: "同比", Kind: Percentage, Unit: "%", Private: true, cell: growthCell},
			{Column: "growth_text", Name: "同比", Place: DataOnly, Private: true, cell: growthTextCell},
			{Column: "titles", Name: "资质及有效期", Filter: true, cell: titlesCell},
			{Column: "above_scale", Place: DataOnly, Filter: true},
			{Column: "listed", Name: "在名单", Kind: YesNo, Filter: true, cell: listedCell},
			{Column: "status", Filter: true},
		}),
	}
}

func projectList() *List {
	return &List{
		Code: "projects", Name: "项目清单", Register: ProjectRegister,
		Search: []string{
			"code", "name", "investor", "owner", "content", "source_province", "source_city", "segment", "region", "department", "sponsor",
		},
		Columns: columnsOf(ProjectRegister, []ListColumn{
			{Column: "code", Place: FilesOnly},
			{Column: "name"},
			{Column: "chain", Wide: true, Filter: true},
			{Column: "stage", Name: "当前阶段", Kind: Choice, Filter: true, cell: stageCell},
			{Column: "branch", Name: "细分链", Filter: true, cell: branchCell},
			{Column: "segment", Filter: true},
			{Column: "remedy", Filter: true},
			{Column: "investor"},
			{Column: "source", Name: "来源地", cell: sourceCell},
			{Column: "region", Filter: true},
			{Column: "total_investment", Sum: true},
			{Column: "total_investment_usd", Name: "总投资", Kind: Money, Unit: "万美元", Sum: true, Rare: true, cell: dollarCell("total_investment")},
			{Column: "contract_amount", Sum: true},
			{Column: "contract_amount_usd", Name: "合同资金", Kind: Money, Unit: "万美元", Sum: true, Rare: true, cell: dollarCell("contract_amount")},
			{Column: "signed_on"},
			{Column: "started_on"},
			{Column: "operating_on"},
			{Column: "next_step", Name: "下一节点", cell: nextStepCell},
			{Column: "light", Name: "进度", Kind: Choice, Filter: true, cell: lightCell},
			{Column: "overdue_days", Name: "逾期", Kind: Number, Unit: "天", Place: FilesOnly, cell: overdueDaysCell},
			{Column: "department", Filter: true},
		}),
	}
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
