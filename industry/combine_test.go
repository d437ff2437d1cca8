package industry

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func together(ind Indicator, m Month, chains ...ChainFacts) Line {
	return Dispatch(Facts{Chain: Party{AllChains, "全部产业链"}, Month: m, Indicators: []Indicator{ind}, Chains: chains}).Indicators[0]
}

// chain is a chain with one own row.
func chain(ind Indicator, m Month, name string, change func(*MonthlyReport)) ChainFacts {
	r := own(ind, m, change)
	r.Object = name
	return ChainFacts{Chain: Party{name, name + "链"}, Expected: 1, Reports: []MonthlyReport{r}}
}

// summed is a chain with a Σ of its list.
func summed(ind Indicator, name string, now, base int64) ChainFacts {
	return ChainFacts{Chain: Party{name, name + "链"}, Expected: 2, Sums: []Sum{{
		Indicator: ind.Code, Reported: 2, Cumulative: Q(now), Based: 2, BasedCumulative: Q(now), Base: Q(base),
		InMonth: Q(10), InMonthCount: 2,
	}}}
}

// All chains: each chain's figure, its own row where one exists, added up; 同比
// of single chains never enters.
func TestAllChainsAddUp(t *testing.T) {
	m := month(t, "2026-06")
	a := chain(revenueIndicator, m, "甲", func(r *MonthlyReport) { r.Cumulative, r.Base, r.Growth, r.InMonth = Q(600), Q(500), Q(99), Q(90) })
	a.Sums = summed(revenueIndicator, "甲", 580, 490).Sums
	b := summed(revenueIndicator, "乙", 300, 300)
	b.LastYear = []Sum{{Indicator: "revenue", Reported: 2, Cumulative: Q(290)}}
	a.Targets = []Target{{Year: 2026, Indicator: "revenue", Kind: TotalTarget, Value: Q(1200)}}
	b.Targets = []Target{{Year: 2026, Indicator: "revenue", Kind: TotalTarget, Value: Q(800), Plan: [4]Quantity{Q(100), Q(300), Q(500), Q(800)}}}
	l := together(revenueIndicator, m, a, b)
	if l.Origin != Summed || l.Cumulative != Q(900) || l.Base != Q(800) || l.Change != Q(100) || l.InMonth != Q(100) || l.SumOfEnterprises != Q(880) {
		t.Errorf("amounts %+v", l)
	}
	if !near(l.Growth, 12.5) || l.GrowthReported.Known || !near(l.GrowthNominal, (300.0/290-1)*100) {
		t.Errorf("growth %v reported %v nominal %v", l.Growth, l.GrowthReported, l.GrowthNominal)
	}
	// 600 on the straight line of 1200 plus the curve's 300.
	if l.Target != Q(2000) || !near(l.Completion, 45) || !near(l.Pace, 45) || l.Light != Green {
		t.Errorf("target %v completion %v pace %v %s", l.Target, l.Completion, l.Pace, l.Light)
	}
	if l.Rank.Known || len(l.OtherSources) != 0 || len(l.Warnings) != 0 || l.Coverage.Expected != Q(3) || l.Coverage.Reported != Q(4) {
		t.Errorf("%+v", l)
	}
}

func TestAllChainsNameWhatIsMissing(t *testing.T) {
	m := month(t, "2026-06")
	with := chain(revenueIndicator, m, "甲", func(r *MonthlyReport) { r.Cumulative, r.Base, r.InMonth = Q(600), Q(500), Q(90) })
	with.Targets = []Target{{Year: 2026, Indicator: "revenue", Kind: TotalTarget, Value: Q(1200)}}
	baseless := chain(revenueIndicator, m, "乙", func(r *MonthlyReport) { r.Cumulative = Q(300) })
	silent := ChainFacts{Chain: Party{"丙", "丙链"}, Expected: 4}
	idle := ChainFacts{Chain: Party{"丁", "丁链"}}
	l := together(revenueIndicator, m, with, baseless, silent, idle)
	if l.Cumulative != Q(900) || l.Base.Known || l.Change.Known || !near(l.Growth, 20) || l.InMonth.Known || l.Target.Known {
		t.Errorf("%+v", l)
	}
	want := []string{
		"合计不完整：丙链没有本月数", "乙链没有上年同期累计，只计入累计，不计入增速", "乙链没有当月数，不合计当月",
		"不是每条产业链都有年度目标，不合计目标",
	}
	if !slices.Equal(l.Warnings, want) {
		t.Errorf("warnings %q", l.Warnings)
	}
}

func TestRatesOfSeveralChainsAreUndefined(t *testing.T) {
	m := month(t, "2026-06")
	rate := func(name string) ChainFacts {
		c := chain(valueAdded, m, name, func(r *MonthlyReport) { r.Growth = Q(9) })
		c.Targets = []Target{{Year: 2026, Indicator: valueAdded.Code, Kind: GrowthTarget, Value: Q(9)}}
		return c
	}
	l := together(valueAdded, m, rate("甲"), rate("乙"))
	if l.Growth.Known || l.Cumulative.Known || l.Target.Known || l.Light != NoLight {
		t.Errorf("%+v", l)
	}
	if want := []string{"各链增速不能相加或平均，全部产业链合计不计算增速或比率"}; !slices.Equal(l.Warnings, want) {
		t.Errorf("warnings %q", l.Warnings)
	}
	// A share of the list does add up: its two sides do.
	share := func(name string, expected, positive int) ChainFacts {
		return ChainFacts{Chain: Party{name, name}, Expected: expected, Sums: []Sum{{Indicator: "rnd_expense", Reported: expected, Positive: positive}}}
	}
	if l := together(coverageOfRnD, m, share("甲", 30, 15), share("乙", 10, 9)); l.Cumulative != Q(60) || l.Warnings == nil || len(l.Warnings) != 0 {
		t.Errorf("24 of 40 is %v, %q", l.Cumulative, l.Warnings)
	}
}

func TestAllOfOneChainIsThatChain(t *testing.T) {
	m := month(t, "2026-06")
	c := chain(valueAdded, m, "甲", func(r *MonthlyReport) { r.Growth, r.Rank = Q(9), Q(2) })
	if l := together(valueAdded, m, c); l.Growth != Percent(9) || l.Rank != Q(2) {
		t.Errorf("%+v", l)
	}
}

// figures draws a chain's facts of revenue, now and a year ago.
func figures(t *rapid.T, label string) ChainFacts {
	quantity := func(what string) Quantity {
		if rapid.IntRange(0, 4).Draw(t, label+what+" known") == 0 {
			return Quantity{}
		}
		return Parts(rapid.Int64Range(-9_000_000_000_000, 9_000_000_000_000).Draw(t, label+what))
	}
	m := NewMonth(2026, 6)
	c := ChainFacts{Chain: Party{label, label}, Expected: rapid.IntRange(1, 9).Draw(t, label+"expected")}
	if rapid.Bool().Draw(t, label+"own row") {
		c.Reports = []MonthlyReport{own(revenueIndicator, m, func(r *MonthlyReport) {
			r.Cumulative, r.Base, r.InMonth, r.TwoYearsAgo = quantity("cumulative"), quantity("base"), quantity("in month"), quantity("ago")
		})}
	} else if q := quantity("sum"); q.Known {
		s := Sum{Indicator: "revenue", Reported: c.Expected, Cumulative: q, InMonth: quantity("Σ in month"), InMonthCount: c.Expected}
		if b := quantity("Σ base"); b.Known {
			s.Based, s.Base, s.BasedCumulative = c.Expected, b, q
		}
		c.Sums = []Sum{s}
	}
	if q := quantity("then"); q.Known {
		c.LastYear = []Sum{{Indicator: "revenue", Reported: 1, Cumulative: q}}
	}
	c.Targets = []Target{{Year: 2026, Indicator: "revenue", Kind: TotalTarget, Value: Parts(rapid.Int64Range(1, 9_000_000_000_000).Draw(t, label+"target"))}}
	return c
}

// The order in which chains are read changes no figure.
func TestOrderOfChains(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var chains []ChainFacts
		for i := range rapid.IntRange(1, 5).Draw(t, "chains") {
			chains = append(chains, figures(t, strconv.Itoa(i)))
		}
		one := together(revenueIndicator, NewMonth(2026, 6), chains...)
		other := together(revenueIndicator, NewMonth(2026, 6), rapid.Permutation(chains).Draw(t, "order")...)
		// Only the order of names inside sentences may differ.
		slices.Sort(one.Warnings)
		slices.Sort(other.Warnings)
		if len(one.Warnings) != len(other.Warnings) {
			t.Fatalf("%q and %q", one.Warnings, other.Warnings)
		}
		one.Warnings, other.Warnings = nil, nil
		a, _ := json.Marshal(one)
		b, _ := json.Marshal(other)
		if string(a) != string(b) {
			t.Fatalf("%s\n%s", a, b)
		}
	})
}

// Typing 元, 万元 or 亿元 changes nothing.
func TestUnitOfEntry(t *testing.T) {
	units := []*big.Rat{big.NewRat(1, 10_000), big.NewRat(1, 1), big.NewRat(10_000, 1)}
	rapid.Check(t, func(t *rapid.T) {
		fen := func(what string) *big.Rat {
			return big.NewRat(rapid.Int64Range(-1e15, 1e15).Draw(t, what), Scale)
		}
		now, base, target := fen("now"), fen("base"), fen("target")
		var first string
		for i, unit := range units {
			enter := func(r *big.Rat) Quantity {
				q, err := ParseQuantity(new(big.Rat).Quo(r, unit).FloatString(12), unit)
				if err != nil {
					t.Fatal(err)
				}
				return q
			}
			m := NewMonth(2026, 6)
			c := chain(revenueIndicator, m, "甲", func(r *MonthlyReport) { r.Cumulative, r.Base = enter(now), enter(base) })
			c.Targets = []Target{{Year: 2026, Indicator: "revenue", Kind: TotalTarget, Value: enter(target)}}
			text, _ := json.Marshal(together(revenueIndicator, m, c))
			if i == 0 {
				first = string(text)
			} else if string(text) != first {
				t.Fatalf("in unit %v: %s\nin 元: %s", unit, text, first)
			}
		}
	})
}
