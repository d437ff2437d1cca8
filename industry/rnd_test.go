package industry

import "testing"

var (
	expenseIndicator = Indicator{Code: rndExpense, Name: "研发费用", Unit: "万元", Period: "累计", Basis: Comparable, MainSource: "科技局"}
	gerdIndicator    = Indicator{Code: rndGerd, Name: "全社会研发投入", Unit: "万元", Frequency: "年", January: true, Basis: Comparable, MainSource: "统计局"}
)

// Intensity divides what the same enterprises spent and earned; its change is of
// those that have both bases (domain S24: a share without its denominator says
// nothing).
func TestIntensity(t *testing.T) {
	var n Intensity
	for _, f := range []RnDFirm{
		{Expense: FirmReport{Cumulative: Q(30), Base: Q(20)}, Revenue: FirmReport{Cumulative: Q(1000), Base: Q(1000)}},
		{Expense: FirmReport{Cumulative: Q(30)}, Revenue: FirmReport{Cumulative: Q(500), Base: Q(400)}},
		{Revenue: FirmReport{Cumulative: Q(9000)}}, // has told nothing of R&D
		{Expense: FirmReport{Cumulative: Q(7)}},
	} {
		n.add(&f)
	}
	n.settle()
	if n.Enterprises != 2 || !near(n.Percent, 4) || !near(n.Then, 2) || !near(n.Change, 1) || n.Denominator == "" {
		t.Errorf("%+v", n)
	}
	var none Intensity
	none.add(&RnDFirm{Expense: FirmReport{Cumulative: Q(7)}, Revenue: FirmReport{Cumulative: Q(-3)}})
	if none.settle(); none.Percent.Known {
		t.Errorf("of a revenue below 0: %v", none.Percent)
	}
}

// 全社会研发投入 is a year's certified figure: of several chains only where each has
// one, and certified only where all are (domain 10.15).
func TestCertifiedYear(t *testing.T) {
	december := NewMonth(2025, 12)
	chain := func(id string, amount, base int64, status string) ChainFacts {
		c := ChainFacts{Chain: Party{id, id}, Expected: 1}
		if amount > 0 {
			c.Reports = []MonthlyReport{own(gerdIndicator, december, func(r *MonthlyReport) {
				r.Cumulative, r.Base, r.Status = Q(amount), Q(base), status
			})}
		}
		return c
	}
	facts := func(chains ...ChainFacts) *Facts {
		return &Facts{Chain: Party{AllChains, "全部产业链"}, Month: december, Indicators: []Indicator{gerdIndicator}, Chains: chains}
	}
	y := certifiedYear(facts(chain("a", 110, 100, "最终"), chain("b", 55, 50, "最终")))
	if y.Amount != Q(165) || !near(y.Growth, 10) || !y.Final() || y.Ratio.Known || y.Year != 2025 {
		t.Errorf("%+v", y)
	}
	if y := certifiedYear(facts(chain("a", 110, 100, "最终"), chain("b", 55, 50, "初步"))); y.Final() || y.Amount != Q(165) {
		t.Errorf("one is preliminary: %+v", y)
	}
	if y := certifiedYear(facts(chain("a", 110, 100, "最终"), chain("b", 0, 0, ""))); y.Amount.Known {
		t.Errorf("one is missing: %+v", y)
	}
}

// Who may not see single enterprises gets how many spend nothing, not who, and no
// intensity of a segment in which a figure is hidden.
func TestRnDWithoutNames(t *testing.T) {
	m := month(t, "2026-10")
	sum := func(n int, value, base int64) Sum {
		return Sum{Indicator: rndExpense, Reported: n, Cumulative: Q(value), Based: n, BasedCumulative: Q(value), Base: Q(base), Positive: n - 1}
	}
	f := RnDFacts{
		Facts: Facts{
			Chain: Party{"a", "甲链"}, Month: m, Indicators: []Indicator{expenseIndicator, coverageOfRnD},
			Chains: []ChainFacts{{Chain: Party{"a", "甲链"}, Expected: 4, Then: 4, Sums: []Sum{sum(3, 60, 50)}}},
		},
		Firms: []RnDFirm{
			{Enterprise: Enterprise{ID: "1", Segment: "s"}, Expense: FirmReport{Cumulative: Q(40), Base: Q(30)}, Revenue: FirmReport{Cumulative: Q(1000)}},
			{Enterprise: Enterprise{ID: "2", Segment: "s"}, Expense: FirmReport{Cumulative: Q(20), Base: Q(20)}, Revenue: FirmReport{Cumulative: Q(1000)}},
			{Enterprise: Enterprise{ID: "3", Name: "丙", Segment: "s", Titles: []Title{{Name: "高企"}}}, Expense: FirmReport{Cumulative: Q(0), Base: Q(0)}, Revenue: FirmReport{Cumulative: Q(10)}},
			{Enterprise: Enterprise{ID: "4", Name: "丁", Segment: "s"}, Revenue: FirmReport{Cumulative: Q(5000)}},
		},
		Expense: Breakdown{Rows: []Part{{ID: "s", Name: "电芯", Enterprises: 4, Reported: 3, Value: Q(60)}}},
		Revenue: Breakdown{Rows: []Part{{ID: "s", Name: "电芯", Enterprises: 4, Reported: 4, Value: Q(7010)}}},
		Open:    true,
	}
	f.Table = Dispatch(f.Facts)
	r := RnDOf(f)
	if c := r.Coverage; c.Active != Q(2) || c.Listed != Q(4) || c.Zero != 1 || c.Missing != 1 {
		t.Errorf("%+v", c)
	}
	if len(r.Silent) != 2 || r.Silent[0].Name != "丙" || !r.Silent[0].HighTech || r.Silent[0].StateLabel() != "填报为0" || r.Silent[1].StateLabel() != "未填报" {
		t.Errorf("%+v", r.Silent)
	}
	if s := r.Segments[0]; s.Active != Q(2) || !near(s.Coverage, 50) || !s.Intensity.Known {
		t.Errorf("%+v", s)
	}
	f.Open = false
	closedOff := RnDOf(f)
	if len(closedOff.Silent)+len(closedOff.Holders) != 0 || closedOff.Coverage != r.Coverage {
		t.Errorf("%+v", closedOff)
	}
	// 60 ÷ 2 010 beside the revenue of all four would tell the fourth's.
	if s := closedOff.Segments[0]; s.Intensity.Known || s.Value != Q(60) {
		t.Errorf("%+v", s)
	}
	f.Expense.Rows[0].hide()
	if s := RnDOf(f).Segments[0]; s.Active.Known || s.Coverage.Known || s.Value.Known || s.Listed != 4 {
		t.Errorf("a hidden segment: %+v", s)
	}
}
