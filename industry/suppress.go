package industry

// A figure needs this many enterprises, none of them with more than 4/5 of it, to
// be shown to those who may not see single enterprises (domain §7.3; statistics
// law, on what lets a single respondent be inferred).
const fewest = 3

// Suppressed returns the breakdown for those who may not see single
// enterprises. A group loses its figures where fewer than three have reported,
// where one of them makes up more than 80 % of it, and where the groups that
// are left would give such a one away: with every grouping of the same month at
// hand, 细分链, 环节 and 区域, and the total. Chains are weighed one by one,
// whatever is asked for, and all chains together show no more than they do. The
// chain's total itself is the county's published figure and stands in dispatch;
// where one dominates it, it is all that is shown, and where a chain's sum rests
// on fewer than three it is not shown here: the chain's own row may stand for it.
// Ranks are those among what is shown; enterprises have no rows at all.
func (b Breakdown) Suppressed() Breakdown {
	if b.By == ByEnterprise {
		b.Rows, b.earlier = []Part{}, nil
		return b
	}
	hidden := hiddenPlaces(b.Rows)
	b.Rows = append([]Part{}, b.Rows...)
	for i := range b.Rows {
		for _, c := range b.Rows[i].cells {
			if hidden[b.By.place(&c)] {
				b.Rows[i].hide()
				break
			}
		}
	}
	if b.ofFew() {
		b.Total = PartTotal{Enterprises: b.Total.Enterprises, Reported: b.Total.Reported, GrowthText: undefined}
		for i := range b.Rows { // they are parts of the total: it could be worked out from them
			b.Rows[i].Share, b.Rows[i].Contribution, b.Rows[i].Pull = Rate{}, Rate{}, Rate{}
		}
	}
	b.rank()
	if b.earlier != nil {
		then := b.earlier.Suppressed()
		b.earlier = &then
		// A rank has moved only among the same groups.
		if b.shows(&then) {
			b.compare(&then)
		}
	}
	return b
}

func (p *Part) hide() {
	*p = Part{ID: p.ID, Name: p.Name, Enterprises: p.Enterprises, Reported: p.Reported, GrowthText: undefined, Suppressed: true, cells: p.cells}
}

// ofFew reports whether fewer than three enterprises of some chain have reported:
// the total, or what is left of it without the other chains, would be theirs.
func (b *Breakdown) ofFew() bool {
	reported := map[string]int{}
	for i := range b.Rows {
		for _, c := range b.Rows[i].cells {
			reported[c.Chain] += c.Sum.Reported
		}
	}
	for _, n := range reported {
		if n > 0 && n < fewest {
			return true
		}
	}
	return false
}

// shows reports whether two breakdowns show figures of the same groups.
func (b *Breakdown) shows(o *Breakdown) bool {
	shown := map[string]bool{}
	for _, r := range b.Rows {
		if !r.Suppressed && r.Value.Known {
			shown[r.ID] = true
		}
	}
	n := 0
	for _, r := range o.Rows {
		if !r.Suppressed && r.Value.Known {
			if !shown[r.ID] {
				return false
			}
			n++
		}
	}
	return n == len(shown)
}

// place is one group of one chain.
type place struct {
	by               Grouping
	chain, group, of string // a segment is named with its branch
}

func (g Grouping) place(c *Cell) place {
	switch g {
	case BySegment:
		return place{BySegment, c.Chain, c.Segment, c.Branch}
	case ByRegion:
		return place{by: ByRegion, chain: c.Chain, group: c.Region}
	}
	return place{by: ByBranch, chain: c.Chain, group: c.Branch}
}

// hiddenPlaces decides for every chain of a breakdown what it must not show.
func hiddenPlaces(rows []Part) map[place]bool {
	chains := map[string]*disclosure{}
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			if chains[c.Chain] == nil {
				chains[c.Chain] = &disclosure{at: map[place]*sheltered{}}
			}
			chains[c.Chain].add(c)
		}
	}
	hidden := map[place]bool{}
	for _, d := range chains {
		d.settle()
		for _, s := range d.places {
			if s.hidden {
				hidden[s.place] = true
			}
		}
	}
	return hidden
}

// measures are the amounts of a cell that a reader can know or work out: the
// value, the base, the value over those with a base (by the growth), and the
// rest of the value.
const (
	ofValue = iota
	ofBase
	ofBased
	ofBaseless
	measures
)

// weight is what a set of enterprises is judged by: how many they are and how
// much the largest makes up of all of them, in absolute amounts.
type weight struct {
	firms          int
	total, largest int64
}

func (w *weight) add(q Quantity) {
	amount := absolute(q).Parts
	w.firms++
	w.total += amount
	w.largest = max(w.largest, amount)
}

func (w weight) plus(v weight) weight {
	return weight{w.firms + v.firms, w.total + v.total, max(w.largest, v.largest)}
}

// reveals reports whether the amount says too much about one enterprise.
func (w weight) reveals() bool {
	return w.firms > 0 && (w.firms < fewest || w.largest > 0 && w.total-w.largest <= (w.largest-1)/4) // the rest is below a quarter of it
}

// weighed returns the weights of a cell. One whose enterprises are not known
// singly is judged by their number alone.
func (c *Cell) weighed() [measures]weight {
	if c.weights[ofValue].firms > 0 {
		return c.weights
	}
	s := &c.Sum
	return [measures]weight{{firms: s.Reported}, {firms: s.Based}, {firms: s.Based}, {firms: s.Reported - s.Based}}
}
