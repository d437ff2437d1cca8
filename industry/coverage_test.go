package industry

import (
	"slices"
	"strings"
	"testing"
)

func quantities(values ...int64) []Quantity {
	var list []Quantity
	for _, v := range values {
		list = append(list, Q(v))
	}
	return list
}

// lacking is a chain whose list of ten has reported less than all.
func lacking(reported int, absent ...Absent) ChainFacts {
	return ChainFacts{
		Expected: 10, Missing: make([]Party, 10-reported),
		Sums:   []Sum{{Indicator: "revenue", Reported: reported, Cumulative: Q(900), Based: reported, BasedCumulative: Q(900), Base: Q(800)}},
		Absent: absent,
	}
}

// A total with missing reporters is marked, and what they stand for is told by
// what they had last month, else in the same month of last year, never added.
func TestMissingReportersMarkTheTotal(t *testing.T) {
	m := NewMonth(2026, 9)
	lastMonth := Absent{Indicator: "revenue", Basis: m - 1, Firms: quantities(20, 22, 40), Whole: Q(1000)}
	lastYear := Absent{Indicator: "revenue", Basis: m - 12, Firms: quantities(30), Whole: Q(2000)}
	for _, c := range []struct {
		facts    ChainFacts
		share    Rate
		sentence string
	}{
		{lacking(10), Rate{}, ""},
		{lacking(7), Rate{}, ""},
		{lacking(7, lastMonth), Percent(8.2), "未报3户，上月占全链8.2%（估）"},
		{lacking(5, lastMonth), Percent(8.2), "未报5户，上月占全链8.2%（估），其中2户没有可比的历史数，未计入"},
		{lacking(6, lastMonth, lastYear), Percent(9.7), "未报4户，上月、上年同月占全链9.7%（估）"},
		{lacking(9, lastYear), Percent(1.5), "未报1户，上年同月占全链1.5%（估）"},
		{lacking(9, Absent{Indicator: "tax", Basis: m - 1, Firms: quantities(30), Whole: Q(2000)}), Rate{}, ""},
		{lacking(9, Absent{Indicator: "revenue", Basis: m - 1, Firms: quantities(-30), Whole: Q(2000)}), Rate{}, ""},
		{lacking(9, Absent{Indicator: "revenue", Basis: m - 1, Firms: quantities(30), Whole: Q(20)}), Rate{}, ""},
		{lacking(9, Absent{Indicator: "revenue", Basis: m - 1, Firms: quantities(0), Whole: Q(0)}), Rate{}, ""},
	} {
		l := single(revenueIndicator, m, c.facts)
		missing := c.facts.Expected - c.facts.Sums[0].Reported
		if l.Cumulative != Q(900) || l.Coverage.Incomplete != (missing > 0) || l.Coverage.MissingCount != missing {
			t.Errorf("%+v", l.Coverage)
		}
		if got := l.Coverage.MissingShare; got.Known != c.share.Known || got.Known && !near(got, c.share.Percent) || l.Coverage.Sentence() != c.sentence {
			t.Errorf("%v %q, want %v %q", got, l.Coverage.Sentence(), c.share, c.sentence)
		}
		if slices.Contains(l.Warnings, c.sentence) != (c.sentence != "") {
			t.Errorf("warnings %q", l.Warnings)
		}
	}
	own := lacking(7, lastMonth)
	own.Reports = []MonthlyReport{{Month: m, ObjectKind: "chain", Indicator: "revenue", Source: "工信局", Cumulative: Q(1000)}}
	if l := single(revenueIndicator, m, own); l.Coverage.Incomplete || l.Coverage.Sentence() != "" {
		t.Errorf("a chain's own row misses nobody: %+v", l.Coverage)
	}
}

// All chains together are marked by what each misses.
func TestAllChainsMissWhatEachMisses(t *testing.T) {
	m := NewMonth(2026, 9)
	a := lacking(7, Absent{Indicator: "revenue", Basis: m - 1, Firms: quantities(20, 20, 20), Whole: Q(1000)})
	b := lacking(9, Absent{Indicator: "revenue", Basis: m - 1, Firms: quantities(20), Whole: Q(600)})
	a.Chain, b.Chain = Party{"a", "甲链"}, Party{"b", "乙链"}
	table := Dispatch(Facts{Chain: Party{AllChains, "全部"}, Month: m, Indicators: []Indicator{revenueIndicator}, Chains: []ChainFacts{a, b}})
	l := table.Indicators[0]
	if l.Coverage.Mark() != "缺4户" || l.Coverage.Sentence() != "未报4户，上月占全部产业链5.0%（估）" || table.Coverage.Gap != l.Coverage.Gap {
		t.Errorf("%+v", l.Coverage)
	}
	// 乙链's one enterprise would follow from all less 甲链.
	shy := table.Nameless()
	if g := shy.Indicators[0].Coverage; g.MissingShare.Known || g.MissingCount != 4 || shy.Coverage.MissingShare.Known ||
		strings.Contains(strings.Join(shy.Indicators[0].Warnings, ""), "（估）") {
		t.Errorf("%+v %q", g, shy.Indicators[0].Warnings)
	}
	if !strings.Contains(strings.Join(table.Indicators[0].Warnings, ""), "（估）") {
		t.Error("the table itself was changed")
	}
	b.Sums = nil
	table = Dispatch(Facts{Chain: Party{AllChains, "全部"}, Month: m, Indicators: []Indicator{revenueIndicator}, Chains: []ChainFacts{a, b}})
	if g := table.Indicators[0].Coverage; !g.Incomplete || g.MissingCount != 3 {
		t.Errorf("%+v", g)
	}
	// Three of them may be told of.
	a.Absent[0].Firms = quantities(20, 21, 22)
	one := Dispatch(Facts{Chain: a.Chain, Month: m, Indicators: []Indicator{revenueIndicator}, Chains: []ChainFacts{a}}).Nameless()
	if got := one.Indicators[0].Coverage.Sentence(); got != "未报3户，上月占全链6.3%（估）" {
		t.Errorf("%q", got)
	}
}

// Beside a chain's own figure, the sum of one or two enterprises is theirs alone.
func TestFewEnterprisesBesideAnOwnFigure(t *testing.T) {
	m := NewMonth(2026, 9)
	for reported, shown := range map[int]bool{2: false, 3: true} {
		c := lacking(reported)
		c.Reports = []MonthlyReport{{Month: m, ObjectKind: "chain", Indicator: "revenue", Source: "工信局", Cumulative: Q(1000)}}
		table := Dispatch(Facts{Chain: c.Chain, Month: m, Indicators: []Indicator{revenueIndicator}, Chains: []ChainFacts{c}})
		l, shy := table.Indicators[0], table.Nameless().Indicators[0]
		told := strings.Contains(strings.Join(shy.Warnings, ""), "名单内")
		if shy.SumOfEnterprises.Known != shown || told != shown || shy.Cumulative != Q(1000) || !l.SumOfEnterprises.Known {
			t.Errorf("%d: %v %q", reported, shy.SumOfEnterprises, shy.Warnings)
		}
	}
}

// The trace tells no more of one or two enterprises than the line it belongs to.
func TestTraceOfFewEnterprises(t *testing.T) {
	m := NewMonth(2026, 9)
	for reported, shown := range map[int]bool{2: false, 3: true} {
		c := lacking(reported)
		c.Reports = []MonthlyReport{{Month: m, ObjectKind: "chain", Indicator: "revenue", Source: "工信局", Cumulative: Q(1000)}}
		for _, of := range []Aspect{OfEnterprises, OfCumulative} {
			open, _, err := TraceOf(Facts{Chain: c.Chain, Month: m, Indicators: []Indicator{revenueIndicator}, Chains: []ChainFacts{c}}, "revenue", of)
			if err != nil {
				t.Fatal(err)
			}
			shy := open.Discreet()
			sum := open.Line.SumOfEnterprises
			told := strings.Contains(strings.Join(shy.Warnings, "")+shy.Formula, GroupedText(sum)) || shy.Line.SumOfEnterprises.Known
			if !sum.Known || told != shown {
				t.Errorf("%s of %d: %q %q, %v", of, reported, shy.Formula, shy.Warnings, shy.Line.SumOfEnterprises)
			}
			if of == OfEnterprises && shy.Value == Quantity(sum) != shown {
				t.Errorf("%d: value %v", reported, shy.Value)
			}
		}
	}
}
