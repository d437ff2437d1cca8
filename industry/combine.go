package industry

import (
	"fmt"
	"strings"
)

// part is one chain's part in an indicator.
type part struct {
	chain    *ChainFacts
	evidence evidence
	amounts  amounts
}

// active returns the chains that have anything to do with dispatch: of several,
// one without enterprises, rows, targets and projects is not waited for.
func (f *Facts) active() []*ChainFacts {
	chains := make([]*ChainFacts, 0, len(f.Chains))
	for i := range f.Chains {
		if len(f.Chains) == 1 || !f.Chains[i].idle() {
			chains = append(chains, &f.Chains[i])
		}
	}
	return chains
}

// Awaited returns the codes of the chains that a month's figure waits for.
func (f Facts) Awaited() []string {
	var codes []string
	for _, c := range f.active() {
		codes = append(codes, c.Chain.ID)
	}
	return codes
}

// partsOf returns what each awaited chain has for an indicator.
func partsOf(f *Facts, ind Indicator) []part {
	parts := make([]part, 0, len(f.Chains))
	for _, c := range f.active() {
		if !ind.due(f.Month) {
			parts = append(parts, part{chain: c})
			continue
		}
		e := evidenceOf(c, ind, f.Month)
		parts = append(parts, part{c, e, amountsOf(ind, f.Month, e)})
	}
	return parts
}

// doubts counts the reports behind the part's figure that are 待说明.
func (p part) doubts() int {
	switch {
	case p.amounts.origin == Summed && p.evidence.sum != nil:
		return p.evidence.sum.Unexplained
	case p.evidence.own != nil && p.evidence.own.Doubt != "":
		return 1
	}
	return 0
}

func (c *ChainFacts) idle() bool {
	if c.Expected > 0 || len(c.Sums)+len(c.Reports)+len(c.Targets) > 0 {
		return false
	}
	for _, r := range c.Register {
		if r.Cumulative.Parts != 0 {
			return false
		}
	}
	return true
}

// combine adds the chains up. A comparison keeps only the chains that have
// both of its sides; what is left out is named in the warnings.
func combine(ind Indicator, parts []part) (amounts, []string) {
	var t amounts
	var silent, baseless, nextless, silentInMonth, rated []string
	for i := range parts {
		a := &parts[i].amounts
		name := parts[i].chain.Chain.Name
		if a.growth.Known {
			rated = append(rated, name)
		}
		if !a.cumulative.Known && a.share.of.Known { // nothing to be a share of: it adds nothing and lacks nothing
			t.share, t.shareThen = t.share.plus(a.share), t.shareThen.plus(a.shareThen)
			continue
		}
		if !a.cumulative.Known {
			silent = append(silent, name)
			continue
		}
		t.add(a)
		if !a.base.Known && !a.shareThen.of.Known {
			baseless = append(baseless, name)
		}
		if !a.inMonth.Known {
			silentInMonth = append(silentInMonth, name)
		}
		if !a.next.Known {
			nextless = append(nextless, name)
		}
	}
	if t.share.of.Known {
		if len(baseless) > 0 {
			t.shareThen = share{}
		}
		t.setShare()
	}
	warnings := []string{}
	if ind.ratio() && !t.share.of.Known || ind.Basis == Published {
		if t.cumulative.Known || len(rated) > 0 {
			warnings = append(warnings, "各链增速不能相加或平均，全部产业链合计不计算增速或比率")
		}
	}
	if ind.ratio() && !t.share.of.Known {
		return amounts{}, warnings
	}
	if !t.cumulative.Known {
		return t, warnings
	}
	if len(silent) > 0 {
		warnings = append(warnings, fmt.Sprintf("合计不完整：%s没有本月数", strings.Join(silent, "、")))
	}
	if len(baseless) > 0 && ind.Basis != Published && !ind.ratio() {
		t.partial = true
		warnings = append(warnings, fmt.Sprintf("%s没有上年同期累计，只计入累计，不计入增速", strings.Join(baseless, "、")))
	}
	if len(silentInMonth) > 0 && t.inMonth.Known {
		t.inMonth, t.inMonthDerived = Quantity{}, false
		warnings = append(warnings, fmt.Sprintf("%s没有当月数，不合计当月", strings.Join(silentInMonth, "、")))
	}
	if len(nextless) > 0 {
		t.next = Quantity{}
	}
	return t, warnings
}

// add adds a chain's amounts; rates never add up.
func (t *amounts) add(a *amounts) {
	t.origin = Summed
	if a.origin == Registered {
		t.origin = Registered
	}
	t.cumulative = t.cumulative.Plus(a.cumulative)
	t.inMonth = t.inMonth.Plus(a.inMonth)
	t.inMonthDerived = t.inMonthDerived || a.inMonthDerived
	t.base, t.based = t.base.Plus(a.base), t.based.Plus(a.based)
	if a.then.Known {
		t.then, t.nowOfThen = t.then.Plus(a.then), t.nowOfThen.Plus(a.nowOfThen)
	}
	if a.ago.Known {
		t.ago, t.nowOfAgo = t.ago.Plus(a.ago), t.nowOfAgo.Plus(a.nowOfAgo)
	}
	t.next = t.next.Plus(a.next)
	t.enterprises = t.enterprises.Plus(a.enterprises)
	t.share, t.shareThen = t.share.plus(a.share), t.shareThen.plus(a.shareThen)
}
