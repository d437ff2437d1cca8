package industry

import (
	"cmp"
	"slices"
	"strings"
)

// sortKey is one column that orders the rows.
type sortKey struct {
	cells      map[*listItem]ListCell
	descending bool
}

// sort orders the rows: numbers and stages by size, text bytewise, what is
// empty last in both directions, ties by id. Without a wish the list's own order
// holds, as far as its columns may be seen, and a chain's own firms come before
// those it shares, whose figures count elsewhere.
func (l *List) sort(items []*listItem, wish string, f ListFacts) error {
	wishes, usual := []string{wish}, wish == ""
	if usual {
		wishes = l.Order
	}
	var keys []sortKey
	for _, w := range wishes {
		key, ok := l.sortKey(items, w, f.Open)
		switch {
		case ok:
			keys = append(keys, key)
		case !usual:
			return Errorf(Invalid, "不能按“%s”排序，请从列表的列中选择", strings.TrimPrefix(w, "-"))
		}
	}
	slices.SortStableFunc(items, func(a, b *listItem) int {
		if usual && a.primary() != b.primary() {
			return b.primary() - a.primary()
		}
		for _, key := range keys {
			if order := compareCells(key.cells[a], key.cells[b], key.descending); order != 0 {
				return order
			}
		}
		return cmp.Compare(a.record.Key(), b.record.Key())
	})
	return nil
}

func (l *List) sortKey(items []*listItem, wish string, open bool) (sortKey, bool) {
	name, descending := strings.CutPrefix(wish, "-")
	column, ok := l.column(name, open)
	if name != "id" && !ok {
		return sortKey{}, false
	}
	key := sortKey{cells: make(map[*listItem]ListCell, len(items)), descending: descending}
	for _, it := range items {
		if name == "id" {
			key.cells[it] = textCell(it.record.Key())
		} else {
			key.cells[it] = it.cell(column)
		}
	}
	return key, true
}

// primary is 1 for a row that belongs to the listed chain first of all.
func (it *listItem) primary() int {
	if it.record.Register == EnterpriseRegister && it.facts.Chain != AllChains && it.enterprise.Chain != it.facts.Chain {
		return 0
	}
	return 1
}

func compareCells(a, b ListCell, descending bool) int {
	switch {
	case a.blank() && b.blank():
		return 0
	case a.blank():
		return 1
	case b.blank():
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
