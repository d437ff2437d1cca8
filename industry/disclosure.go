package industry

import (
	"cmp"
	"slices"
	"strings"
)

// disclosure is one chain's figures as a stranger has them: the total, and the
// groups of every grouping that are not hidden.
type disclosure struct {
	cells  [][measures]weight
	places []*sheltered
	at     map[place]*sheltered
	whole  [measures]weight
}

// sheltered is a group of a chain and the cells it consists of.
type sheltered struct {
	place   place
	cells   []int
	weights [measures]weight
	value   int64
	hidden  bool
}

func (d *disclosure) add(c *Cell) {
	w := c.weighed()
	if w[ofValue].firms == 0 {
		return // nothing to hide, and nothing that hides
	}
	n := len(d.cells)
	d.cells = append(d.cells, w)
	for m := range w {
		d.whole[m] = d.whole[m].plus(w[m])
	}
	for _, by := range []Grouping{ByBranch, BySegment, ByRegion} {
		at := by.place(c)
		s := d.at[at]
		if s == nil {
			s = &sheltered{place: at}
			d.at[at], d.places = s, append(d.places, s)
		}
		s.cells = append(s.cells, n)
		s.value += c.Sum.Cumulative.Parts
		for m := range w {
			s.weights[m] = s.weights[m].plus(w[m])
		}
	}
}

// settle hides what must not be seen, and goes on hiding the smallest group that
// helps until nothing of it can be worked out. It ends because each step hides
// one more.
func (d *disclosure) settle() {
	slices.SortFunc(d.places, func(a, b *sheltered) int { // the same whatever the order of the rows
		return cmp.Or(cmp.Compare(max(a.value, -a.value), max(b.value, -b.value)),
			strings.Compare(string(a.place.by)+a.place.of+a.place.group, string(b.place.by)+b.place.of+b.place.group))
	})
	for _, s := range d.places {
		s.hidden = d.reveals(s.weights)
	}
	for d.coverRemainders() || d.coverDifferences() {
	}
}

// reveals reports whether a sum with these weights tells too much. Those without
// a base who are the chain's only ones stand in the public total.
func (d *disclosure) reveals(w [measures]weight) bool {
	if w[ofBaseless] == d.whole[ofBaseless] {
		w[ofBaseless] = weight{}
	}
	return slices.ContainsFunc(w[:], weight.reveals)
}

// coverRemainders looks at what a visible figure leaves over its visible parts:
// the total over regions, the total over branches and the segments of hidden
// ones, a branch over its segments. What is left over must be safe to know.
func (d *disclosure) coverRemainders() bool {
	regions := func(s *sheltered) bool { return s.place.by == ByRegion }
	inHidden := func(s *sheltered) bool {
		return s.place.by == BySegment && d.at[place{by: ByBranch, chain: s.place.chain, group: s.place.of}].hidden
	}
	branches := func(s *sheltered) bool { return s.place.by == ByBranch }
	tree := func(s *sheltered) bool { return branches(s) || inHidden(s) }
	if d.unsafe(d.all(), regions) && d.hideFirst(regions) {
		return true
	}
	if d.unsafe(d.all(), tree) && (d.hideFirst(inHidden) || d.hideFirst(branches)) {
		return true
	}
	for _, b := range d.places {
		own := func(s *sheltered) bool { return s.place.by == BySegment && s.place.of == b.place.group }
		if branches(b) && !b.hidden && d.unsafe(b.cells, own) && d.hideFirst(own) {
			return true
		}
	}
	return false
}

func (d *disclosure) all() []int {
	cells := make([]int, len(d.cells))
	for i := range cells {
		cells[i] = i
	}
	return cells
}

// unsafe reports whether the cells without the visible places among parts tell
// too much.
func (d *disclosure) unsafe(cells []int, parts func(*sheltered) bool) bool {
	told := make([]bool, len(d.cells))
	for _, s := range d.places {
		if !s.hidden && parts(s) {
			for _, c := range s.cells {
				told[c] = true
			}
		}
	}
	var rest [measures]weight
	for _, c := range cells {
		if !told[c] {
			for m := range rest {
				rest[m] = rest[m].plus(d.cells[c][m])
			}
		}
	}
	return d.reveals(rest)
}

// hideFirst hides the smallest visible place among parts.
func (d *disclosure) hideFirst(parts func(*sheltered) bool) bool {
	for _, s := range d.places {
		if !s.hidden && parts(s) {
			s.hidden = true
			return true
		}
	}
	return false
}

// coverDifferences looks for a hidden group, or a cell of two groupings, that
// adding and subtracting the visible figures would give, and hides the smallest
// figure that touches it.
func (d *disclosure) coverDifferences() bool {
	for m := range measures {
		if m == ofBased || m > 0 && d.sameFirms(m) {
			continue // the same sums are known of it as of one before
		}
		if cells := d.worked(m); cells != nil {
			touches := func(s *sheltered) bool {
				return slices.ContainsFunc(s.cells, func(c int) bool { return slices.Contains(cells, c) })
			}
			if d.hideFirst(touches) || d.hideFirst(func(*sheltered) bool { return true }) {
				return true
			}
		}
	}
	return false
}

// sameFirms reports whether a measure is of the same cells as the value and
// none of them tells more by it.
func (d *disclosure) sameFirms(m int) bool {
	for _, c := range d.cells {
		if (c[m].firms > 0) != (c[ofValue].firms > 0) || c[m].reveals() && !c[ofValue].reveals() {
			return false
		}
	}
	for _, s := range d.places {
		if s.weights[m].reveals() && !s.weights[ofValue].reveals() {
			return false
		}
	}
	return true
}

// worked returns the cells of a sum that tells too much of a measure and follows
// from the visible ones; nil is none. What only the total reveals is public.
func (d *disclosure) worked(m int) []int {
	column := make([]int, len(d.cells))
	n := 0
	for c := range d.cells {
		column[c] = -1
		if d.cells[c][m].firms > 0 {
			column[c] = n
			n++
		}
	}
	vector := func(cells []int) []uint64 {
		v := make([]uint64, n)
		for _, c := range cells {
			if column[c] >= 0 {
				v[column[c]] = 1
			}
		}
		return v
	}
	known := newSpan(n)
	known.add(vector(d.all()))
	for _, s := range d.places {
		if !s.hidden {
			known.add(vector(s.cells))
		}
	}
	tells := func(w [measures]weight, cells []int) bool {
		if !w[m].reveals() && (m != ofBase || !w[ofBased].reveals()) {
			return false
		}
		v := vector(cells)
		return slices.Contains(v, 0) && known.has(v)
	}
	for _, s := range d.places {
		if tells(s.weights, s.cells) {
			return s.cells
		}
	}
	for c := range d.cells {
		if tells(d.cells[c], []int{c}) {
			return []int{c}
		}
	}
	return nil
}
