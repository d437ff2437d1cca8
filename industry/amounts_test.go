package industry

import "testing"

// A ratio of enterprises does not add up to the chain's: 50 % and 60 % are not 110 %.
func TestRatiosAreNeverSummed(t *testing.T) {
	debt := Indicator{Code: "debt", Name: "资产负债率", Unit: "%", Period: "比率", January: true, Basis: Nominal, LowerBetter: true}
	m := month(t, "2026-06")
	list := ChainFacts{Expected: 2, Sums: []Sum{{
		Indicator: "debt", Reported: 2, Cumulative: Q(110), Based: 2, BasedCumulative: Q(110), Base: Q(100), InMonth: Q(110), InMonthCount: 2,
	}}}
	if l := single(debt, m, list); l.Origin != "" || l.Cumulative.Known || l.Base.Known || l.InMonth.Known || l.SumOfEnterprises.Known {
		t.Errorf("%+v", l)
	}
	list.Reports = []MonthlyReport{own(debt, m, func(r *MonthlyReport) { r.Cumulative, r.Base = Q(54), Q(55) })}
	if l := single(debt, m, list); l.Origin != Reported || l.Cumulative != Q(54) || l.Change != Q(-1) || l.Growth.Known || l.SumOfEnterprises.Known {
		t.Errorf("%+v", l)
	}
}

// 1–2月 is no month of its own (S38–S40), whatever stands under 当月 there; a
// January amount is the cumulative; a stock has no difference.
func TestTheMonthsOwnAmount(t *testing.T) {
	sum := func(ind Indicator, derived int) ChainFacts {
		return ChainFacts{Expected: 2, Sums: []Sum{{
			Indicator: ind.Code, Reported: 2, Cumulative: Q(30), InMonth: Q(30), InMonthCount: 2, InMonthDerived: derived,
		}}}
	}
	row := func(ind Indicator, m string, inMonth Quantity) ChainFacts {
		return ChainFacts{Reports: []MonthlyReport{own(ind, month(t, m), func(r *MonthlyReport) { r.Cumulative, r.InMonth = Q(30), inMonth })}}
	}
	for _, c := range []struct {
		what    string
		ind     Indicator
		month   string
		facts   ChainFacts
		want    Quantity
		derived bool
	}{
		{"1–2月 as a clerk fills it", revenueIndicator, "2026-02", row(revenueIndicator, "2026-02", Q(30)), Quantity{}, false},
		{"1–2月 of enterprises", revenueIndicator, "2026-02", sum(revenueIndicator, 0), Quantity{}, false},
		{"February of tax as reported", taxIndicator, "2026-02", row(taxIndicator, "2026-02", Q(14)), Q(14), false},
		{"January of tax", taxIndicator, "2026-01", row(taxIndicator, "2026-01", Quantity{}), Q(30), true},
		{"January of tax over enterprises", taxIndicator, "2026-01", sum(taxIndicator, 2), Q(30), true},
		{"a stock differenced by mistake", staffIndicator, "2026-05", sum(staffIndicator, 1), Quantity{}, false},
		{"a stock as reported", staffIndicator, "2026-01", sum(staffIndicator, 0), Q(30), false},
	} {
		if l := single(c.ind, month(t, c.month), c.facts); l.InMonth != c.want || l.InMonthDerived != c.derived {
			t.Errorf("%s: %v %v", c.what, l.InMonth, l.InMonthDerived)
		}
	}
}
