package industry

import (
	"slices"
	"strings"
)

// ColumnChoice is a column that can be shown, and whether it is.
type ColumnChoice struct {
	Column string
	Name   string // header without unit
	Shown  bool
}

// wanted returns the columns of a screen or file: those asked for, the title
// before them, or the usual ones of the place. An unknown column is Invalid; one
// that is withheld is left out, so that an address can be handed on.
func (l *List) wanted(f *ListFacts, q ListQuery, place Place) ([]ListColumn, error) {
	var columns []ListColumn
	if len(q.Columns) == 0 {
		for _, c := range l.Columns {
			if c.Place <= place && (!c.Wide || f.Chain == AllChains) && (f.Open || !c.Private) {
				columns = append(columns, c)
			}
		}
		return columns, nil
	}
	for _, name := range append([]string{l.Title}, q.Columns...) {
		c, ok := l.column(name, true)
		if !ok {
			return nil, Errorf(Invalid, "%s没有“%s”这一列，请重新选择显示的列", l.Name, name)
		}
		chosen := func(x ListColumn) bool { return x.Column == name }
		if _, seen := l.column(name, f.Open); seen && !slices.ContainsFunc(columns, chosen) {
			c.Rare = false
			columns = append(columns, c)
		}
	}
	return columns, nil
}

// columns drops what no row has where it is rare, dates the headers and adds up
// what adds up.
func (f *ListFacts) columns(wanted []ListColumn, items []*listItem) ([]ListColumn, map[string]Quantity) {
	var columns []ListColumn
	sums := map[string]Quantity{}
	for _, c := range wanted {
		var sum Quantity
		if c.Sum || c.Rare {
			for _, it := range items {
				sum = sum.Plus(it.cell(c).Number)
			}
		}
		if c.Rare && !sum.Known {
			continue
		}
		if c.Sum && sum.Known {
			sums[c.Column] = sum
		}
		if c.dated && f.Month.Defined() {
			_, span, _ := strings.Cut(f.Month.Span(), "年")
			c.Name = span + c.Name
		}
		columns = append(columns, c)
	}
	return columns, sums
}

// choices returns what may be shown, the list's own columns first.
func (l *List) choices(f *ListFacts, shown []ListColumn) []ColumnChoice {
	candidates := slices.Clone(l.Columns)
	for i := range l.Register.Fields {
		column := l.Register.Fields[i].Column
		if !slices.ContainsFunc(l.Columns, func(c ListColumn) bool { return c.Column == column }) {
			c, _ := l.column(column, true)
			candidates = append(candidates, c)
		}
	}
	choices := []ColumnChoice{}
	for _, c := range candidates {
		computed := l.Register.Index(c.Column) < 0
		twin := func(x ColumnChoice) bool { return x.Name == c.Header() } // the list's own column tells more
		if c.Column == l.Title || c.Private && !f.Open || computed && c.Place == DataOnly || slices.ContainsFunc(choices, twin) {
			continue
		}
		choices = append(choices, ColumnChoice{
			Column: c.Column, Name: c.Header(),
			Shown: slices.ContainsFunc(shown, func(x ListColumn) bool { return x.Column == c.Column }),
		})
	}
	return choices
}
