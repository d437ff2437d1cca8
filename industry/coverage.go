package industry

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// Absent is what enterprises that have not reported an indicator had reported of
// it by an earlier month, and what that month's whole list had.
type Absent struct {
	Indicator string
	Basis     Month      // last month, or the same month of last year
	Firms     []Quantity // cumulative of each
	Whole     Quantity   // Σ over the list of the basis month
}

// Coverage is who was to report revenue and who did.
type Coverage struct {
	Expected int     `json:"expected"`
	Reported int     `json:"reported"`
	Missing  []Party `json:"missing"`
	Gap
}

// Counted is how many enterprises an amount rests on; both are unknown for an
// indicator that is counted in the registers.
type Counted struct {
	Expected Quantity `json:"expected"`
	Reported Quantity `json:"reported"`
	Gap
}

// Gap is what is missing in a total. It is estimated and never added: the
// missing enterprises' part of the cumulative of last month, or where they have
// none of the same month of last year, in the whole list's of then (%).
type Gap struct {
	Incomplete   bool     `json:"incomplete"`    // the total is smaller than it should be
	MissingCount int      `json:"missing_count"` // enterprises missing in the sum
	MissingShare Rate     `json:"missing_share"`
	MissingBasis Optional `json:"missing_basis"` // 上月, 上年同月, 上月、上年同月

	unknown int    // of MissingCount, without an earlier figure
	silent  int    // chains without any figure, in a total of several
	whole   string // what the share is of: 全链, 全部产业链
	guarded bool   // the share would give an enterprise away
}

// Mark says in a few words that a total is not complete: 缺3户, 缺1条链; "" where
// it is.
func (g Gap) Mark() string {
	switch {
	case g.MissingCount > 0:
		return fmt.Sprintf("缺%d户", g.MissingCount)
	case g.silent > 0:
		return fmt.Sprintf("缺%d条链", g.silent)
	}
	return ""
}

// Sentence tells what the missing stand for: 未报5户，上月占全链8.2%（估）; "" where
// nobody is missing or nothing can be told.
func (g Gap) Sentence() string {
	if g.MissingCount == 0 || !g.MissingShare.Known {
		return ""
	}
	s := fmt.Sprintf("未报%d户，%s占%s%s（估）", g.MissingCount, g.MissingBasis, g.whole, PercentText(g.MissingShare))
	if g.unknown > 0 {
		s += fmt.Sprintf("，其中%d户没有可比的历史数，未计入", g.unknown)
	}
	return s
}

// gapOf tells what is missing in a line's total. Only what is summed from
// enterprises can miss some: a chain's own row is as it was reported.
func gapOf(ind Indicator, m Month, parts []part) Gap {
	g := Gap{whole: "全链"}
	if len(parts) > 1 {
		g.whole = "全部产业链"
	}
	shares := map[Month]*share{}
	found := 0
	for i := range parts {
		p := &parts[i]
		if !p.amounts.cumulative.Known {
			g.silent++
			continue
		}
		missing := 0
		if s := p.evidence.sum; s != nil && p.amounts.origin == Summed {
			missing = max(p.chain.Expected-s.Reported, 0)
		}
		if missing == 0 {
			continue
		}
		g.MissingCount += missing
		found += g.takeAbsent(ind, p.chain.Absent, shares)
	}
	if g.silent == len(parts) { // there is no total at all
		return Gap{}
	}
	g.Incomplete = g.MissingCount > 0 || g.silent > 0
	if found > 0 {
		g.unknown = g.MissingCount - found
		g.setShare(m, shares)
	}
	return g
}

// takeAbsent adds one chain's missing enterprises up by basis. Those of all
// chains together are told no more of than those of each.
func (g *Gap) takeAbsent(ind Indicator, absent []Absent, shares map[Month]*share) int {
	found := 0
	var w weight
	for _, a := range absent {
		if a.Indicator != ind.Code {
			continue
		}
		if shares[a.Basis] == nil {
			shares[a.Basis] = &share{}
		}
		for _, q := range a.Firms {
			w.add(q)
			found++
			shares[a.Basis].hits = shares[a.Basis].hits.Plus(q)
		}
		shares[a.Basis].of = shares[a.Basis].of.Plus(a.Whole)
	}
	g.guarded = g.guarded || w.reveals()
	return found
}

// setShare adds the shares of the bases; where a loss makes a share meaningless
// there is none.
func (g *Gap) setShare(m Month, shares map[Month]*share) {
	total := new(big.Rat)
	var bases []string
	for _, basis := range []Month{m - 1, m - 12} {
		s := shares[basis]
		if s == nil {
			continue
		}
		r := fractionOf(s.hits, s.of)
		if r == nil || s.of.Parts < 0 || r.Sign() < 0 {
			return
		}
		total.Add(total, r)
		bases = append(bases, map[Month]string{m - 1: "上月", m - 12: "上年同月"}[basis])
	}
	if total.Cmp(big.NewRat(100, 1)) > 0 {
		return
	}
	g.MissingShare, g.MissingBasis = rate(total), Optional(strings.Join(bases, "、"))
}

// discreet returns the gap for those who may not see single enterprises.
func (g Gap) discreet() Gap {
	if g.guarded {
		g.MissingShare, g.MissingBasis = Rate{}, ""
	}
	return g
}

// discreetGaps takes from a table what its gaps tell of single enterprises.
func (t *DispatchTable) discreetGaps() {
	t.Coverage.Gap = t.Coverage.discreet()
	for i := range t.Indicators {
		l := &t.Indicators[i]
		if said := l.Coverage.Sentence(); l.Coverage.guarded {
			l.Warnings = slices.DeleteFunc(l.Warnings, func(w string) bool { return w == said })
		}
		l.Coverage.Gap = l.Coverage.discreet()
	}
}
