package industry

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// ListFilter is one choice above a list.
type ListFilter struct {
	Column  string
	Name    string
	Choices []ListChoice
}

// ListChoice is a value of a filter with the number of rows it leaves, given
// the search and the other filters.
type ListChoice struct {
	Value    string
	Label    string
	Count    int
	Selected bool
}

// listSearch is a list's rows under a query.
type listSearch struct {
	query   ListQuery
	columns []ListColumn // filtered by or offered
	matched []*listItem  // by chain and words
	found   []*listItem  // and by every filter
	cells   map[*listItem][]ListCell
	list    *List
}

func (l *List) search(f *ListFacts, q ListQuery) (*listSearch, error) {
	s := &listSearch{query: q, cells: map[*listItem][]ListCell{}, list: l}
	for _, c := range l.Columns {
		if c.Filter && (f.Open || !c.Private) && (!c.Wide || f.Chain == AllChains) {
			s.columns = append(s.columns, c)
		}
	}
	for name, value := range q.Filters {
		if value == "" || slices.ContainsFunc(s.columns, func(c ListColumn) bool { return c.Column == name }) {
			continue
		}
		c, ok := l.column(name, f.Open)
		if !ok {
			return nil, Errorf(Invalid, "不能按“%s”筛选，请从列表的列中选择", name)
		}
		c.Filter = false
		s.columns = append(s.columns, c)
	}
	words := strings.Fields(foldText(q.Q))
	for _, r := range f.Records {
		if !l.Keeps(r) || !f.InChain(r) || !l.matches(f, r, words, q.Sounds) {
			continue
		}
		it := f.item(r)
		s.matched = append(s.matched, it)
		for _, c := range s.columns {
			s.cells[it] = append(s.cells[it], it.cell(c))
		}
		if s.passes(it, -1) {
			s.found = append(s.found, it)
		}
	}
	return s, nil
}

// InChain reports whether a record belongs to the listed chain, first of all or
// beside another.
func (f *ListFacts) InChain(r Record) bool {
	if f.Chain == AllChains {
		return true
	}
	switch {
	case r.Register == IssueRegister:
		return slices.Contains(f.issueChains(r), f.Chain)
	case r.Register == VisitRegister:
		return slices.Contains(f.visitChains(r), f.Chain)
	case r.Register == ArrivalRegister:
		return slices.Contains(f.arrivalChains(r), f.Chain)
	case r.Register == PolicyRegister && r.Get("chains") == "": // for every chain
		return true
	}
	for _, column := range []string{"chains", "chain"} {
		if r.Register.Index(column) >= 0 {
			return slices.Contains(r.List(column), f.Chain)
		}
	}
	return true
}

// matches reports whether every word occurs in what the search looks in, as it
// stands or as it is spelt.
func (l *List) matches(f *ListFacts, r Record, words []string, sounds func(label, word string) bool) bool {
	if len(words) == 0 {
		return true
	}
	var labels []string
	for _, column := range l.Search {
		if c := f.Directory.FieldCell(r, column); !c.Empty() {
			labels = append(labels, c.Labels...)
		}
	}
	text := strings.ReplaceAll(foldText(strings.Join(labels, "\n")), " ", "")
	for _, w := range words {
		spelt := func(label string) bool { return sounds(label, w) }
		if !strings.Contains(text, w) && (sounds == nil || !latin(w) || !slices.ContainsFunc(labels, spelt)) {
			return false
		}
	}
	return true
}

// latin reports a word that can be pinyin: two letters or more, nothing else.
func latin(word string) bool {
	return len(word) > 1 && strings.IndexFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// foldText makes text comparable: half-width, small letters, blanks as spaces.
func foldText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xff01 && r <= 0xff5e:
			r -= 0xfee0
		case r != '\n' && unicode.IsSpace(r):
			r = ' '
		}
		return unicode.ToLower(r)
	}, s)
}

// passes reports whether a row passes every filter but number except.
func (s *listSearch) passes(it *listItem, except int) bool {
	for i, c := range s.columns {
		want := s.query.Filters[c.Column]
		if want == "" || i == except {
			continue
		}
		cell := s.cells[it][i]
		if !slices.Contains(cell.Values, want) && !slices.Contains(cell.Labels, want) && (want != undefined || len(cell.Values) > 0) {
			return false
		}
	}
	return true
}

// filters counts, for each offered filter, the rows each value would leave.
func (s *listSearch) filters() []ListFilter {
	filters := []ListFilter{}
	for i, c := range s.columns {
		if c.Filter {
			filters = append(filters, ListFilter{Column: c.Column, Name: c.Name, Choices: s.choices(i)})
		}
	}
	return filters
}

func (s *listSearch) choices(column int) []ListChoice {
	c := s.columns[column]
	want := s.query.Filters[c.Column]
	counts := map[string]*ListChoice{}
	note := func(value, label string, n int) {
		if counts[value] == nil {
			counts[value] = &ListChoice{Value: value, Label: label, Selected: want != "" && (want == value || want == label)}
		}
		counts[value].Count += n
	}
	for _, it := range s.matched {
		n := 0
		if s.passes(it, column) {
			n = 1
		}
		cell := s.cells[it][column]
		for k, value := range cell.Values {
			if !slices.Contains(cell.Values[:k], value) {
				note(value, cell.Labels[k], n)
			}
		}
		if len(cell.Values) == 0 {
			note(undefined, "未填", n)
		}
	}
	if want != "" && !slices.ContainsFunc(mapValues(counts), func(x ListChoice) bool { return x.Selected }) {
		counts[want] = &ListChoice{Value: want, Label: want, Selected: true}
	}
	choices := slices.DeleteFunc(mapValues(counts), func(x ListChoice) bool { return x.Count == 0 && !x.Selected })
	slices.SortFunc(choices, func(a, b ListChoice) int {
		return cmp.Or(s.rank(c, a.Value)-s.rank(c, b.Value), cmp.Compare(a.Value, b.Value))
	})
	return choices
}

func mapValues(counts map[string]*ListChoice) []ListChoice {
	choices := make([]ListChoice, 0, len(counts))
	for _, c := range counts {
		choices = append(choices, *c)
	}
	return choices
}

// rank orders choices as the contract lists them, what is not filled in last.
func (s *listSearch) rank(c ListColumn, value string) int {
	const last = 1000
	if value == undefined {
		return last
	}
	order := []string{"是", "否"}
	switch i := s.list.Register.Index(c.Column); {
	case i >= 0:
		order = append(order, s.list.Register.Fields[i].Choices...)
	case c.Column == "stage":
		order = order[:0]
		for _, stage := range Stages() {
			order = append(order, string(stage))
		}
	case c.Column == "light", c.Column == "rule_light":
		order = []string{string(Red), string(Yellow), string(Green), string(NoLight)}
	case c.Column == "deadline":
		order = deadlines
	case c.Column == "validity":
		order = validities
	}
	if i := slices.Index(order, value); i >= 0 {
		return i
	}
	return last - 1
}
