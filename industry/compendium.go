package industry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// CompendiumFacts is what a compendium brings together, as a reader sees it who
// may not see single enterprises' figures and contacts.
type CompendiumFacts struct {
	Subject string // 新能源产业链, or 重点产业链
	Chains  []CompendiumChain
	Maps    []CompendiumMap // the four, in their order
	Lists   []ListPage      // the five, each whole
	Month   Month
	Organ   string
	Date    Date
	Records Date // the day whose registers it shows
	Sample  bool
	Version CompendiumVersion
}

// CompendiumVersion says which version a compendium is and how it differs from the
// one before.
type CompendiumVersion struct {
	Name   string       // 2.0版; "" for one that is not kept
	Before KeptDocument // zero: none before it
	Parts  []CompendiumChange
}

// CompendiumChange is what changed in a list or map since the version before.
type CompendiumChange struct {
	Name string // 企业清单
	Differences
}

// CompendiumChain is a chain and who leads it now, in order of rank.
type CompendiumChain struct {
	Name    string
	Summary string
	Edition string // of its 实施方案, as the register has it
	Leaders []CompendiumLeader
	Targets []CompendiumTarget // of the year, in the order of the indicators
}

// CompendiumTarget is a target of a chain and an indicator.
type CompendiumTarget struct {
	Indicator Indicator
	Target    Target
}

// CompendiumLeader is a person or unit in office on a chain.
type CompendiumLeader struct {
	Role, Name, Title string
	Since             Date
}

// CompendiumMap is one of the four maps in words: a table of each chain that has one.
type CompendiumMap struct {
	Name     string    // 产业链图
	Pictures []Picture // of the same chains as the tables
	Tables   []Table
}

// compendiumColumns are the columns of a list that tell most on a page: a paper
// is narrower than a screen. "chain" and its like stand only in the list of all.
func compendiumColumns(list string) []string {
	switch list {
	case "enterprises":
		return []string{"chain", "segment", "role", "region", "titles"}
	case "projects":
		return []string{"chain", "stage", "total_investment", "total_investment_usd", "next_step", "light", "department"}
	case "clusters":
		return []string{"chain", "level", "region", "enterprises", "above_scale", "revenue"}
	case "issues":
		return []string{"of_chain", "lead_department", "state", "due", "deadline"}
	case "policies":
		return []string{"of_chains", "level", "issuer", "validity", "valid_until"}
	}
	return nil
}

// CompendiumColumns returns the columns in which a compendium has a list,
// those that tell the chain only where it is of all chains.
func CompendiumColumns(list, chain string) []string {
	columns := compendiumColumns(list)
	if chain != AllChains && len(columns) > 0 {
		return columns[1:]
	}
	return columns
}

// CompendiumLists are 五清单 in the order of their codes in addresses.
func CompendiumLists() []string {
	return []string{"enterprises", "projects", "clusters", "issues", "policies"}
}

// CompendiumOf writes all there is of a chain, or of all: who leads it, the four
// maps and the five lists.
func CompendiumOf(f CompendiumFacts) Document {
	d := Document{
		Kind: Compendium, Title: []string{f.Subject, "资料汇编"},
		Organ: f.Organ, Date: f.Date, Month: f.Month, Sample: f.Sample,
	}
	if f.Version.Name != "" {
		d.Title = append(d.Title, "（"+f.Version.Name+"）")
	}
	d.add("编制说明", Block{Text: fmt.Sprintf("本汇编收录%s的实施方案要点、链长制组织领导、四图和五清单。组织领导为%s在任情况，各部分按当日的登记编制，图中数据为%s。企业营业收入等单户数据和联系方式不收录，规上企业不足3户的汇总数据隐去。", f.Subject, dateWords(f.Records), f.Month.Span())})
	d.add("与上一版相比", f.Version.since()...)
	d.add("实施方案要点", f.goals()...)
	d.add("链长制组织领导", f.leading()...)
	d.add("四图", f.maps()...)
	d.add("五清单", f.lists()...)
	return d
}

// goals are what a chain is and what it is to reach in the year, as the registers
// hold it.
func (f *CompendiumFacts) goals() []Block {
	var blocks []Block
	t := &Table{
		Title:   fmt.Sprintf("%d年年度目标", f.Month.Year()),
		Columns: []TableColumn{{Name: "产业链", Weight: 26}, {Name: "指标", Weight: 30}, {Name: "目标类型", Weight: 14}, {Name: "目标值", Weight: 16, Figure: true}, {Name: "单位", Weight: 14}},
	}
	for _, c := range f.Chains {
		text := orElse(strings.TrimRight(c.Summary, "。"), "还没有登记概况")
		if c.Edition != "" {
			text += "。实施方案版本：" + c.Edition
		}
		blocks = append(blocks, f.of(c)...)
		blocks = append(blocks, Block{Text: text + "。"})
		for _, g := range c.Targets {
			value, unit := g.shown()
			t.row(c.Name, g.Indicator.Name, g.Target.Kind, value, unit)
		}
	}
	if len(t.Rows) == 0 {
		return append(blocks, Block{Text: fmt.Sprintf("还没有登记%d年年度目标。", f.Month.Year())})
	}
	return append(blocks, Block{Table: t})
}

// of heads what the paper tells of a chain, where it is of more than one.
func (f *CompendiumFacts) of(c CompendiumChain) []Block {
	if len(f.Chains) < 2 {
		return nil
	}
	return []Block{{Heading: c.Name}}
}

// shown is a target's value and unit as papers print them.
func (t CompendiumTarget) shown() (value, unit string) {
	switch {
	case t.Target.Kind == GrowthTarget:
		return PaperFigure(t.Target.Value), "%"
	case t.Indicator.Money():
		return papertext(YiText(t.Target.Value)), "亿元"
	}
	return PaperFigure(t.Target.Value), t.Indicator.Unit
}

func (f *CompendiumFacts) leading() []Block {
	var blocks []Block
	for _, c := range f.Chains {
		blocks = append(blocks, f.of(c)...)
		if len(c.Leaders) == 0 {
			blocks = append(blocks, Block{Text: c.Name + "还没有登记链长、副链长和链长办。"})
			continue
		}
		t := &Table{Title: c.Name + "链长制组织体系", Columns: []TableColumn{{Name: "角色", Weight: 16}, {Name: "姓名或单位", Weight: 32}, {Name: "职务", Weight: 32}, {Name: "任职起", Weight: 20}}}
		for _, l := range c.Leaders {
			t.row(l.Role, l.Name, orElse(l.Title, undefined), orElse(string(l.Since), undefined))
		}
		blocks = append(blocks, Block{Table: t})
	}
	return blocks
}

func (f *CompendiumFacts) maps() []Block {
	var blocks []Block
	for _, m := range f.Maps {
		blocks = append(blocks, Block{Heading: m.Name})
		if len(m.Tables) == 0 {
			blocks = append(blocks, Block{Text: "还没有可列出的内容。"})
			continue
		}
		rows := 0
		for _, t := range m.Tables {
			rows += len(t.Rows)
		}
		blocks = append(blocks, Block{Text: "各图在前，图中内容列表在后，共" + strconv.Itoa(rows) + "行。"})
		for i := range m.Tables {
			blocks = append(blocks, Block{Picture: &m.Pictures[i]})
			blocks = append(blocks, Block{Table: &m.Tables[i]})
		}
	}
	return blocks
}

func (f *CompendiumFacts) lists() []Block {
	var blocks []Block
	for _, p := range f.Lists {
		text := fmt.Sprintf("共%d条", p.Total)
		blocks = append(blocks, Block{Heading: p.List.Name})
		if p.Total == 0 {
			blocks = append(blocks, Block{Text: "还没有登记。"})
			continue
		}
		if p.List.Note != "" {
			text += "，" + p.List.Note
		}
		blocks = append(blocks, Block{Text: text + "。"}, Block{Table: listTable(p)})
	}
	return blocks
}

// listTable is a list as a table of a paper: its rows numbered, without columns
// that no row fills.
func listTable(p ListPage) *Table {
	t := &Table{Title: p.List.Name, Columns: []TableColumn{{Name: "序号", Weight: 3}}}
	var kept []int
	for i, c := range p.Columns {
		filled := i == 0
		for _, r := range p.Rows {
			filled = filled || !r.Cells[i].Empty()
		}
		if !filled {
			continue
		}
		kept = append(kept, i)
		t.Columns = append(t.Columns, TableColumn{Name: c.Header(), Figure: c.Numeric(), Weight: listWeight(p.Rows, i)})
	}
	for n, r := range p.Rows {
		cells := []string{strconv.Itoa(n + 1)}
		for _, i := range kept {
			cells = append(cells, r.Cells[i].Shown)
		}
		t.row(cells...)
	}
	return t
}

// The least and most characters that a column of a list is weighed with: a long text
// takes more lines, not the room of the others.
const leastListWeight, mostListWeight = 4, 16

// listWeight is the share of the width a column of a list takes: as wide as all but the
// longest tenth of its texts.
func listWeight(rows []ListRow, column int) int {
	lengths := make([]int, len(rows))
	for i, r := range rows {
		lengths[i] = utf8.RuneCountInString(r.Cells[column].Shown)
	}
	slices.Sort(lengths)
	return min(max(lengths[(9*len(lengths)+9)/10-1], leastListWeight), mostListWeight)
}
