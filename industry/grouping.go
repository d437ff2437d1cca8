package industry

import (
	"cmp"
	"slices"
	"strings"
)

// Grouping is what a figure is split by.
type Grouping string

// The groupings of GET …/breakdown.
const (
	BySegment    Grouping = "segment"
	ByBranch     Grouping = "branch"
	ByRegion     Grouping = "region"
	ByEnterprise Grouping = "enterprise"
)

// Label names a grouping on screens: 环节, 细分链, 区域, 企业.
func (g Grouping) Label() string {
	switch g {
	case BySegment:
		return "环节"
	case ByRegion:
		return "区域"
	case ByEnterprise:
		return "企业"
	}
	return "细分链"
}

// ParseGrouping reads a grouping by its code; anything else is Invalid.
func ParseGrouping(s string) (Grouping, error) {
	switch g := Grouping(s); g {
	case BySegment, ByBranch, ByRegion, ByEnterprise:
		return g, nil
	}
	return "", Errorf(Invalid, "不能按“%s”分组，可用 segment（环节）、branch（细分链）、region（区域）、enterprise（企业）", s)
}

// FirmFigure is one enterprise on a month's list with its figure of an
// indicator; it stands once, at its primary segment.
type FirmFigure struct {
	Firm       Party
	Chain      string
	Branch     string // 细分链 of the segment
	Segment    string // key, "" where it names none that is registered
	Region     string // key, likewise
	Cumulative Quantity
	Base       Quantity
}

// GroupSum is the sum over one group (a branch, segment, region …) of a month's
// list. The groups of a breakdown share no enterprise.
type GroupSum struct {
	By       Grouping
	Group    Party
	Expected int // listed enterprises in the group
	Sum      Sum
	Cells    []Cell // what the sum is made of, for Suppressed; none: the group stands alone
}

// Cell is the smallest part of a figure that two groupings share: the
// enterprises of one segment in one region.
type Cell struct {
	Chain, Branch, Segment, Region string
	Sum                            Sum

	weights [measures]weight
}

// GroupFirms sums a month's list by group. order names the groups and says how
// they follow each other; what is in none of them comes last under "", and
// enterprises follow by value. Empty groups are left out.
func GroupFirms(ind Indicator, by Grouping, firms []FirmFigure, order []Party) []GroupSum {
	at := make(map[string]int, len(order))
	groups := make([]GroupSum, 0, len(order)+1)
	cells := map[[4]string]int{}
	place := func(p Party) *GroupSum {
		i, ok := at[p.ID]
		if !ok {
			i, at[p.ID] = len(groups), len(groups)
			groups = append(groups, GroupSum{By: by, Group: p, Sum: Sum{Indicator: ind.Code}})
		}
		return &groups[i]
	}
	if by != ByEnterprise {
		for _, p := range order {
			place(p)
		}
	}
	for i := range firms {
		f := &firms[i]
		g := place(by.party(f, at))
		g.Expected++
		key := [4]string{f.Chain, f.Branch, f.Segment, f.Region}
		if by == ByEnterprise {
			key[0] = f.Firm.ID // a cell of its own
		}
		n, ok := cells[key]
		if !ok {
			n, cells[key] = len(g.Cells), len(g.Cells)
			g.Cells = append(g.Cells, Cell{Chain: f.Chain, Branch: f.Branch, Segment: f.Segment, Region: f.Region, Sum: Sum{Indicator: ind.Code}})
		}
		g.Cells[n].add(f)
	}
	groups = slices.DeleteFunc(groups, func(g GroupSum) bool { return g.Expected == 0 })
	for i := range groups {
		for _, c := range groups[i].Cells {
			groups[i].Sum = groups[i].Sum.Plus(c.Sum)
		}
	}
	slices.SortStableFunc(groups, func(a, b GroupSum) int { return by.compare(&a, &b) })
	return groups
}

// party returns the group of a firm; one that is not among the known is in none.
func (g Grouping) party(f *FirmFigure, known map[string]int) Party {
	id, none := f.Branch, "未分细分链"
	switch g {
	case ByEnterprise:
		return f.Firm
	case BySegment:
		id, none = f.Segment, "未填环节"
	case ByRegion:
		id, none = f.Region, "未填区域"
	}
	if _, ok := known[id]; !ok {
		id = ""
	}
	return Party{ID: id, Name: none} // of a known group the name is the first one's
}

// compare puts what is in no group last, and enterprises into the order of value.
func (g Grouping) compare(a, b *GroupSum) int {
	if g != ByEnterprise {
		return cmp.Compare(boolInt(a.Group.ID == ""), boolInt(b.Group.ID == ""))
	}
	x, y := a.Sum.Cumulative, b.Sum.Cumulative
	return cmp.Or(cmp.Compare(boolInt(y.Known), boolInt(x.Known)), cmp.Compare(y.Parts, x.Parts), strings.Compare(a.Group.ID, b.Group.ID))
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (c *Cell) add(f *FirmFigure) {
	if !f.Cumulative.Known {
		return
	}
	s := Sum{Indicator: c.Sum.Indicator, Reported: 1, Cumulative: f.Cumulative}
	c.weights[ofValue].add(f.Cumulative)
	if f.Base.Known {
		s.Based, s.Base, s.BasedCumulative = 1, f.Base, f.Cumulative
		c.weights[ofBase].add(f.Base)
		c.weights[ofBased].add(f.Cumulative)
	} else {
		c.weights[ofBaseless].add(f.Cumulative)
	}
	c.Sum = c.Sum.Plus(s)
}
