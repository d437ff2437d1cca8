package industry

// fewest is how many enterprises a figure needs to be shown to those who may not
// see single enterprises.
const fewest = 3

// Suppressed returns the breakdown for those who may not see single
// enterprises: groups in which fewer than three have reported a figure, or a
// base, lose theirs, and where that leaves a hidden group that subtraction would
// reveal, the smallest other one loses them too. Branches are weighed within
// their chain and segments within their branch, whatever is asked for, so that
// neither the total, nor branches beside segments, nor a chain beside all of
// them gives a hidden group away.
func (b Breakdown) Suppressed() Breakdown {
	hidden := treeOf(b.Rows).protect()
	b.Rows = append([]Part{}, b.Rows...)
	for i := range b.Rows {
		for _, c := range b.Rows[i].cells {
			at := place{chain: c.Chain, branch: c.Branch}
			if b.Rows[i].segment {
				at.segment = c.Segment
			}
			if hidden[at] {
				b.Rows[i].hide()
				break
			}
		}
	}
	return b
}

func (p *Part) hide() {
	*p = Part{ID: p.ID, Name: p.Name, Enterprises: p.Enterprises, Suppressed: true, segment: p.segment}
}

// place is a branch of a chain, or with a segment one of its segments.
type place struct{ chain, branch, segment string }

// tree holds the sums of every chain by branch and of every branch by segment.
type tree struct {
	chains, branches map[place][]*weighed // by the place above
}

// weighed is a place with what it is judged by.
type weighed struct {
	place  place
	sum    Sum
	secret bool
}

func treeOf(rows []Part) tree {
	t := tree{map[place][]*weighed{}, map[place][]*weighed{}}
	for i := range rows {
		for _, c := range rows[i].cells {
			chain, branch := place{chain: c.Chain}, place{chain: c.Chain, branch: c.Branch}
			addTo(t.chains, chain, branch, c.Sum)
			addTo(t.branches, branch, place{c.Chain, c.Branch, c.Segment}, c.Sum)
		}
	}
	return t
}

func addTo(level map[place][]*weighed, above, at place, sum Sum) {
	for _, w := range level[above] {
		if w.place == at {
			w.sum = w.sum.Plus(sum)
			return
		}
	}
	level[above] = append(level[above], &weighed{place: at, sum: sum})
}

// protect returns the places that are hidden. A hidden branch whose segments
// could all be shown hides one of them: they add up to it.
func (t tree) protect() map[place]bool {
	hidden := map[place]bool{}
	for _, branches := range t.chains {
		weigh(branches)
		for _, branch := range branches {
			segments := t.branches[branch.place]
			if weigh(segments) == 0 && branch.secret {
				hideSmallest(segments)
			}
			for _, w := range append(segments, branch) {
				if w.secret {
					hidden[w.place] = true
				}
			}
		}
	}
	return hidden
}

// weigh hides what is small, and one more where the rest would reveal it; it
// returns how many places are small.
func weigh(places []*weighed) int {
	small, firms := 0, 0
	for _, w := range places {
		if few(w.sum.Reported) || few(w.sum.Based) {
			w.secret = true
			small++
			firms += w.sum.Reported
		}
	}
	if small == 1 || small > 0 && firms < fewest {
		hideSmallest(places)
	}
	return small
}

func few(enterprises int) bool { return enterprises > 0 && enterprises < fewest }

// hideSmallest hides the smallest place that shows a figure.
func hideSmallest(places []*weighed) {
	var least *weighed
	for _, w := range places {
		if w.secret || w.sum.Reported == 0 {
			continue
		}
		if least == nil || absolute(w.sum.Cumulative).Parts < absolute(least.sum.Cumulative).Parts {
			least = w
		}
	}
	if least != nil {
		least.secret = true
	}
}
