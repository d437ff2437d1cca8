package industry

import "time"

// ListFacts is what the rows of a list are made from.
type ListFacts struct {
	Records   []Record // current ones the user may see rows of
	Directory *Directory
	Segments  map[string]Segment       // by key
	Revenue   map[string]MonthlyReport // of the month from the main source, by credit code
	Doubts    map[string]string        // why a firm's revenue awaits an explanation
	Projects  []Project                // of the register, where the list holds them beside its rows
	Chains    map[string][]string      // chains of the enterprises and projects that issues name, by noun:key
	Dollars   []string                 // codes of the projects in 美元
	Month     Month
	Today     Date
	Chain     string // a chain's code, or AllChains
	Calendar  Calendar
	Limits    OverdueLimits // of planned dates that passed
	Open      bool          // single-enterprise figures, contacts and unknown columns may be shown

	AsOf    time.Time // the moment of the records; zero: now
	Edition *Edition  // whose moment that is
	Present []Record  // of a past moment: the rows of now

	entries *bool // whether projects tell when they were entered in the statistics, once looked for
}

// ListQuery says which rows of a list are wanted, in which order and how many.
type ListQuery struct {
	Q       string            // words that must all occur
	Filters map[string]string // column → value or name; "—" is not reported
	Sort    string            // column, "-column" descending; "id" and every column or field
	Page    int               // from 1; 0 is 1
	Size    int               // at most MaxPage; 0 is DefaultPage
	Columns []string          // the columns wanted, in this order after the title; empty: the usual ones

	// Sounds reports whether a word of small letters spells a label; nil: none does.
	Sounds func(label, word string) bool
}

// Sizes of a page of a list, in rows.
const (
	DefaultPage = 50
	MaxPage     = 500
)

// ListRow is one row: its record, bare of what is withheld, and its cells.
type ListRow struct {
	ID     string
	Gone   bool       // of a past moment: no such row any more
	Record Record     // canonical
	Shown  Record     // names instead of keys
	Cells  []ListCell // aligned with ListPage.Columns

	data map[string]ListCell // every column and field that may be seen
}

// Cell returns the cell of a column or field, an empty one where it is withheld.
func (r ListRow) Cell(column string) ListCell {
	if c, ok := r.data[column]; ok {
		return c
	}
	return ListCell{Shown: undefined}
}

// ListPage is one page of a list: the JSON of GET …/lists/{list}.
type ListPage struct {
	List              *List
	Chain             string
	Month             Month // of the figures
	Columns           []ListColumn
	Rows              []ListRow
	Filters           []ListFilter
	Choices           []ColumnChoice      // what can be shown
	Sums              map[string]Quantity // over all rows found, by column
	Total, Page, Size int
	Sort              string
	Open              bool
	AsOf              time.Time // zero: now
	Edition           *Edition  // whose moment that is
}

// Pages returns the number of pages, at least 1.
func (p ListPage) Pages() int { return max((p.Total+p.Size-1)/max(p.Size, 1), 1) }

// Page returns a page of a list as a screen shows it. An unknown or withheld
// column and a size or page out of bounds are Invalid.
func (l *List) Page(f ListFacts, q ListQuery) (ListPage, error) {
	if q.Page < 0 || q.Size < 0 || q.Size > MaxPage {
		return ListPage{}, Errorf(Invalid, "页码从1起，每页1至%d行，请改正", MaxPage)
	}
	q.Page, q.Size = max(q.Page, 1), orDefault(q.Size)
	return l.build(f, q, Anywhere)
}

// File returns all rows of a list on one page, with the columns of a file.
func (l *List) File(f ListFacts, q ListQuery) (ListPage, error) {
	q.Page, q.Size = 1, max(len(f.Records), 1)
	return l.build(f, q, FilesOnly)
}

func orDefault(size int) int {
	if size == 0 {
		return DefaultPage
	}
	return size
}

func (l *List) build(f ListFacts, q ListQuery, place Place) (ListPage, error) {
	s, err := l.search(&f, q)
	if err != nil {
		return ListPage{}, err
	}
	wanted, err := l.wanted(&f, q, place)
	if err != nil {
		return ListPage{}, err
	}
	p := ListPage{
		List: l, Chain: f.Chain, Month: f.Month, Total: len(s.found), Page: q.Page, Size: q.Size, Sort: q.Sort,
		Filters: s.filters(), Open: f.Open, AsOf: f.AsOf, Edition: f.Edition,
	}
	p.Columns, p.Sums = f.columns(wanted, s.found)
	p.Choices = l.choices(&f, p.Columns)
	if err := l.sort(s.found, q.Sort, f); err != nil {
		return ListPage{}, err
	}
	// Divided rather than multiplied: a page number from an address may be huge.
	from := len(s.found)
	if q.Page-1 <= len(s.found)/q.Size {
		from = min((q.Page-1)*q.Size, len(s.found))
	}
	to := min(from+q.Size, len(s.found))
	p.Rows = make([]ListRow, 0, to-from)
	present := map[string]bool{}
	for _, r := range f.Present {
		present[r.Key()] = true
	}
	for _, it := range s.found[from:to] {
		row := l.row(it, p.Columns)
		row.Gone = !f.AsOf.IsZero() && !present[row.ID]
		p.Rows = append(p.Rows, row)
	}
	return p, nil
}

// row makes a row, without what is withheld.
func (l *List) row(it *listItem, columns []ListColumn) ListRow {
	r := ListRow{ID: it.record.Key(), Record: it.record.Clone(), data: map[string]ListCell{}}
	open := it.facts.Open
	if !open {
		r.Record.Extra = nil
	}
	r.Shown = r.Record.Clone()
	for i := range l.Register.Fields {
		field := &l.Register.Fields[i]
		if !open && l.Register.Withheld(field) {
			r.Record.Values[i], r.Shown.Values[i] = "", ""
			continue
		}
		if !open && it.record.Suppressed(field.Column) {
			r.Record.Values[i], r.Shown.Values[i] = "", ""
		}
		c := it.cell(ListColumn{Column: field.Column, Kind: field.Kind})
		r.data[field.Column] = c
		if (field.Kind == Reference || field.Kind == SubjectField) && !c.Empty() {
			r.Shown.Values[i] = c.Shown
		}
	}
	for _, c := range l.Columns {
		if l.Register.Index(c.Column) < 0 && (open || !c.Private) {
			r.data[c.Column] = it.cell(c)
		}
	}
	for _, c := range columns {
		r.Cells = append(r.Cells, it.cell(c))
	}
	return r
}
