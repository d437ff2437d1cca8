package industry

import (
	"cmp"
	"slices"
	"strings"
)

// ListFacts is what the rows of a list are made from.
type ListFacts struct {
	Records   []Record // current ones the user may see rows of
	Directory *Directory
	Segments  map[string]Segment       // by key
	Revenue   map[string]MonthlyReport // of the month from the main source, by credit code
	Doubts    map[string]string        // why a firm's revenue awaits an explanation
	Month     Month
	Today     Date
	Chain     string // a chain's code, or AllChains
	Open      bool   // single-enterprise figures, contacts and unknown columns may be shown
}

// ListQuery says which rows of a list are wanted, in which order and how many.
type ListQuery struct {
	Q       string            // words that must all occur
	Filters map[string]string // column → value or name; "—" is not reported
	Sort    string            // column, "-column" descending; "id" and every column or field
	Page    int               // from 1; 0 is 1
	Size    int               // at most MaxPage; 0 is DefaultPage
}

// Sizes of a page of a list, in rows.
const (
	DefaultPage = 50
	MaxPage     = 500
)

// ListRow is one row: its record, bare of what is withheld, and its cells.
type ListRow struct {
	ID     string
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
	Sums              map[string]Quantity // over all rows found, by column
	Total, Page, Size int
	Sort              string
	Open              bool
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
	p := ListPage{
		List: l, Chain: f.Chain, Month: f.Month, Total: len(s.found), Page: q.Page, Size: q.Size, Sort: q.Sort,
		Filters: s.filters(), Open: f.Open,
	}
	p.Columns, p.Sums = l.columns(&f, s.found, place)
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
	for _, it := range s.found[from:to] {
		p.Rows = append(p.Rows, l.row(it, p.Columns))
	}
	return p, nil
}

// columns returns what a screen or file shows of these rows, and the sums.
func (l *List) columns(f *ListFacts, items []*listItem, place Place) ([]ListColumn, map[string]Quantity) {
	var columns []ListColumn
	sums := map[string]Quantity{}
	for _, c := range l.Columns {
		if c.Place > place || c.Wide && f.Chain != AllChains || c.Private && !f.Open {
			continue
		}
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
		c := it.cell(ListColumn{Column: field.Column, Kind: field.Kind})
		r.data[field.Column] = c
		if field.Kind == Reference && !c.Empty() {
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

// sort orders the rows: numbers and stages by size, text bytewise, what is
// empty last in both directions, ties by id. Without a wish a chain's own firms
// come before those it shares.
func (l *List) sort(items []*listItem, wish string, f ListFacts) error {
	name, descending := strings.CutPrefix(wish, "-")
	if name == "" {
		slices.SortStableFunc(items, func(a, b *listItem) int {
			return cmp.Or(b.primary()-a.primary(), cmp.Compare(a.record.Key(), b.record.Key()))
		})
		return nil
	}
	column, ok := l.column(name, f.Open)
	if name != "id" && !ok {
		return Errorf(Invalid, "不能按“%s”排序，请从列表的列中选择", name)
	}
	cells := make(map[*listItem]ListCell, len(items))
	for _, it := range items {
		if name == "id" {
			cells[it] = textCell(it.record.Key())
		} else {
			cells[it] = it.cell(column)
		}
	}
	slices.SortStableFunc(items, func(a, b *listItem) int {
		return cmp.Or(compareCells(cells[a], cells[b], descending), cmp.Compare(a.record.Key(), b.record.Key()))
	})
	return nil
}

// primary is 1 for a row that belongs to the listed chain first of all.
func (it *listItem) primary() int {
	if it.record.Register == EnterpriseRegister && it.enterprise.Chain != it.facts.Chain {
		return 0
	}
	return 1
}

func compareCells(a, b ListCell, descending bool) int {
	switch {
	case a.Empty() && b.Empty():
		return 0
	case a.Empty():
		return 1
	case b.Empty():
		return -1
	}
	order := cmp.Compare(a.Shown, b.Shown)
	if a.Number.Known && b.Number.Known {
		order = cmp.Compare(a.Number.Parts, b.Number.Parts)
	}
	if descending {
		return -order
	}
	return order
}
