package industry

import (
	"math"
	"slices"
	"strings"
)

// ListCell is one value of a row, for programs and for people.
type ListCell struct {
	Values []string // canonical, the one that counts first: 2026-10, 是, a key, a decimal
	Labels []string // the same by name, aligned with Values
	Number Quantity // of a number; elsewhere what orders the rows where text would not
	Phrase string   // what people read in place of the number: 扭亏为盈
	Shown  string   // as a screen prints it, without unit; "—" where there is nothing
	Note   string   // what a pointer on the cell explains
}

// Empty reports whether there is nothing to show.
func (c ListCell) Empty() bool { return c.Shown == undefined }

// blank reports a cell without a value, be it withheld or not reported.
func (c ListCell) blank() bool { return c.Empty() || c.Phrase == suppressed }

// suppressed is what stands in place of a figure that would tell of single firms.
const suppressed = "隐去"

func suppressedCell() ListCell {
	return ListCell{Phrase: suppressed, Shown: suppressed, Note: "规上企业不足3户，数据隐去"}
}

// Suppressed reports whether a figure of a record is kept from those who may not
// see single enterprises because too few stand behind it: a cluster's revenue and
// tax. Clusters may overlap and are never added up, so nothing is left to subtract.
func (r Record) Suppressed(column string) bool {
	if r.Register != ClusterRegister || column != "revenue" && column != "tax" {
		return false
	}
	for _, counted := range []string{"above_scale", "enterprises", "settled"} {
		if n := r.Quantity(counted); n.Known {
			return n.Parts < fewest*Scale
		}
	}
	return true
}

// Value returns the value that counts, "" where there is none.
func (c ListCell) Value() string {
	if len(c.Values) == 0 {
		return ""
	}
	return c.Values[0]
}

func textCell(values ...string) ListCell { return namedCell(values, values) }

func namedCell(values, labels []string) ListCell {
	if len(values) == 0 || values[0] == "" {
		return ListCell{Shown: undefined}
	}
	return ListCell{Values: values, Labels: labels, Shown: strings.Join(labels, ListSeparator)}
}

func numberCell(q Quantity) ListCell {
	if !q.Known {
		return ListCell{Shown: undefined}
	}
	return ListCell{Values: []string{q.Decimal()}, Labels: []string{q.Decimal()}, Number: q, Shown: GroupedText(q)}
}

// FieldCell returns a field of a record as a cell, keys named by the directory.
func (d *Directory) FieldCell(r Record, column string) ListCell {
	f, value := r.Register.Field(column), r.Get(column)
	switch {
	case value == "":
		return ListCell{Shown: undefined}
	case f.Kind.numeric():
		return numberCell(r.Quantity(column))
	case f.Kind == Object:
		return namedCell([]string{value}, []string{d.WriteObject(value)})
	}
	values := []string{value}
	if f.Many {
		values = SplitList(value)
	}
	switch f.Kind {
	case SubjectField:
		return d.subjectCell(values)
	case Reference:
		return d.namedCells(f.Refers, values)
	}
	return textCell(values...)
}

// namedCells names the records that keys stand for.
func (d *Directory) namedCells(noun string, keys []string) ListCell {
	labels := make([]string, len(keys))
	for i, key := range keys {
		labels[i] = d.Name(noun, key)
	}
	return namedCell(keys, labels)
}

// UnitOf returns the unit of a field in a record: 万美元 for the money of a
// project in dollars.
func (r Record) UnitOf(f *Field) string {
	if f.Kind == Money && r.dollars() {
		return "万美元"
	}
	return f.Unit
}

func (r Record) dollars() bool {
	return r.Register.Index("currency") >= 0 && r.Get("currency") == "美元"
}

// listItem is a record on its way into a list.
type listItem struct {
	facts      *ListFacts
	record     Record
	enterprise Enterprise
	project    Project
}

func (f *ListFacts) item(r Record) *listItem {
	it := &listItem{facts: f, record: r}
	switch r.Register {
	case EnterpriseRegister:
		it.enterprise = EnterpriseOf(r)
	case ProjectRegister:
		it.project = ProjectOf(r)
	}
	return it
}

// cell works out a column; money in dollars has columns of its own.
func (it *listItem) cell(c ListColumn) ListCell {
	switch {
	case !it.facts.Open && it.record.Suppressed(c.Column):
		return suppressedCell()
	case c.cell != nil:
		return c.cell(it)
	case c.Kind == Money && it.facts.dollars(it.record):
		return ListCell{Shown: undefined}
	}
	return it.facts.Directory.FieldCell(it.record, c.Column)
}

func dollarCell(column string) func(*listItem) ListCell {
	return func(it *listItem) ListCell {
		if !it.record.dollars() {
			return ListCell{Shown: undefined}
		}
		return numberCell(it.record.Quantity(column))
	}
}

func chainCell(it *listItem) ListCell {
	return it.facts.Directory.namedCells(ChainRegister.Noun, []string{it.enterprise.Chain})
}

// segments returns the keys of the segments a row belongs to in the listed
// chain, the primary one first; of all chains it has all.
func (it *listItem) segments() []string {
	keys := it.enterprise.Segments
	switch it.record.Register {
	case ProjectRegister, TechnologyRegister, PlatformRegister, ProspectRegister:
		keys = it.record.List("segment")
	case PolicyRegister:
		keys = it.record.List("segments")
	}
	if it.facts.Chain == AllChains {
		return keys
	}
	var own []string
	for _, key := range keys {
		if strings.HasPrefix(key, it.facts.Chain+KeySeparator) {
			own = append(own, key)
		}
	}
	return own
}

func segmentCell(it *listItem) ListCell {
	return it.facts.Directory.namedCells(SegmentRegister.Noun, it.segments())
}

func branchCell(it *listItem) ListCell {
	var branches []string
	for _, key := range it.segments() {
		if b := it.facts.Segments[key].Branch; b != "" && !slices.Contains(branches, b) {
			branches = append(branches, b)
		}
	}
	return textCell(branches...)
}

func revenueCell(it *listItem) ListCell {
	c := numberCell(it.facts.Revenue[it.enterprise.ID].Cumulative)
	c.Note = it.facts.Doubts[it.enterprise.ID]
	return c
}

func baseCell(it *listItem) ListCell { return numberCell(it.facts.Revenue[it.enterprise.ID].Base) }

// ownGrowth is a single reporter's rate: the one it reports, else the one from
// its amounts.
func ownGrowth(r MonthlyReport) Rate {
	if r.Growth.Known {
		return RateOf(r.Growth)
	}
	return Growth(r.Cumulative, r.Base)
}

func growthCell(it *listItem) ListCell {
	report := it.facts.Revenue[it.enterprise.ID]
	r := ownGrowth(report)
	if !r.Known {
		return ListCell{Shown: undefined}
	}
	c := numberCell(Parts(int64(math.Round(r.Percent * Scale))))
	c.Phrase = lossPhrase(report.Cumulative, report.Base)
	c.Shown = orElse(c.Phrase, SignedPercentText(r))
	return c
}

func growthTextCell(it *listItem) ListCell {
	report := it.facts.Revenue[it.enterprise.ID]
	text := GrowthText(ownGrowth(report), report.Cumulative, report.Base)
	if text == undefined {
		return ListCell{Shown: undefined}
	}
	return textCell(text)
}

// titlesCell shows each title with its end; one that has ended says so and is
// no longer found by its name.
func titlesCell(it *listItem) ListCell {
	var held, shown []string
	for _, t := range it.enterprise.Titles {
		switch {
		case !t.To.Defined():
			shown = append(shown, t.Name)
		case t.To < it.facts.Today:
			shown = append(shown, t.Name+" "+string(t.To)+"已到期")
		default:
			shown = append(shown, t.Name+" 至"+string(t.To))
		}
		if t.Valid(it.facts.Today) {
			held = append(held, t.Name)
		}
	}
	if len(shown) == 0 {
		return ListCell{Shown: undefined}
	}
	return ListCell{Values: held, Labels: held, Shown: strings.Join(shown, ListSeparator)}
}

// listedCell says whether the firm is on the list whose figures are summed.
func listedCell(it *listItem) ListCell {
	m := it.facts.Month
	if !m.Defined() {
		m = it.facts.Today.Month()
	}
	chain := it.facts.Chain
	if it.enterprise.Listed(m) && (chain == AllChains || it.enterprise.Chain == chain) {
		return textCell("是")
	}
	return textCell("否")
}

func stageCell(it *listItem) ListCell {
	s := it.project.Current(it.facts.Today)
	if s == "" {
		return ListCell{Shown: undefined}
	}
	c := namedCell([]string{string(s)}, []string{s.Label()})
	c.Number = Q(int64(slices.Index(Stages(), s)))
	return c
}

func sourceCell(it *listItem) ListCell {
	p := it.project
	if p.Province == "" || p.Province == p.City {
		return textCell(p.City)
	}
	return textCell(p.Province + p.City)
}
