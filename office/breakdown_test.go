package office_test

import (
	"context"
	"math"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// Whatever a figure is split by, the parts add up to what dispatch shows, and
// their pulls to its growth; now and as of now.
func TestBreakdownsAddUpToDispatch(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		for _, q := range []office.Query{{Chain: "ne"}, {Chain: "nm"}, {Chain: "all"}, {Chain: "all", AsOf: o.Now()}, {Chain: "ne", Month: industry.NewMonth(2026, 2)}} {
			table, err := o.Dispatch(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, indicator := range []string{"revenue", "profit"} {
				line, _ := table.Line(indicator)
				for _, by := range []industry.Grouping{industry.BySegment, industry.ByBranch, industry.ByRegion, industry.ByEnterprise} {
					b, err := o.Breakdown(context.Background(), q, indicator, by)
					if err != nil {
						t.Fatal(err)
					}
					addsUp(t, b, line)
					if first := table.Month.Number() == 2; b.Previous.Defined() == first {
						t.Errorf("%s: ranks against %v", table.Month, b.Previous)
					}
				}
			}
		}
	})
}

func addsUp(t *testing.T, b industry.Breakdown, line industry.Line) {
	t.Helper()
	var value industry.Quantity
	pulls, enterprises := 0.0, 0
	for _, r := range b.Rows {
		value, enterprises = value.Plus(r.Value), enterprises+r.Enterprises
		pulls += r.Pull.Percent
	}
	if value != line.Cumulative || b.Total.Value != line.Cumulative || b.Total.Base != line.Base || b.Total.Increment != line.Change {
		t.Errorf("%s by %s: %v and %+v, dispatch has %v over %v", line.Code, b.By, value, b.Total, line.Cumulative, line.Base)
	}
	if math.Abs(pulls-line.Growth.Percent) > 1e-6 || math.Abs(b.Total.Growth.Percent-line.Growth.Percent) > 1e-9 {
		t.Errorf("%s by %s: pulls %v, growth %v", line.Code, b.By, pulls, line.Growth)
	}
	if industry.Q(int64(enterprises)) != line.Coverage.Expected || industry.Q(int64(b.Total.Reported)) != line.Coverage.Reported {
		t.Errorf("%s by %s: %d enterprises, %+v, %+v", line.Code, b.By, enterprises, b.Total, line.Coverage)
	}
}

// Regions are named; an enterprise on several segments or chains counts once, at
// its primary one, and one of no registered region under 未填区域.
func TestBreakdownOfTheListOfAMonth(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		county := twoChains()
		county["区域"] = [][]any{{"编码", "名称", "类型"}, {"park", "经开区", "园区"}}
		firms := county["企业清单"]
		firms[0] = append(firms[0], "区域")
		firms[1] = append(firms[1], "经开区")
		take(t, o, county)
		take(t, o, reports(
			[]any{"2026-05", "老厂", "营业收入", "", nil, 500, 400}, []any{"2026-05", "两链厂", "营业收入", "", nil, 600, 50},
			[]any{"2026-06", "老厂", "营业收入", "", nil, 620, 500}, []any{"2026-06", "两链厂", "营业收入", "", nil, 130, 60},
			[]any{"2026-06", "新入厂", "营业收入", "", nil, 70, 35},
		))
		q := office.Query{Chain: "a", Month: industry.NewMonth(2026, 6)}
		for by, want := range map[industry.Grouping][][4]string{
			industry.ByRegion:     {{"经开区", "620", "1", "0"}, {"未填区域", "200", "—", "—"}},
			industry.ByBranch:     {{"锂电", "690", "1", "1"}, {"光伏", "130", "2", "-1"}},
			industry.BySegment:    {{"环节一", "690", "1", "1"}, {"环节二", "130", "2", "-1"}},
			industry.ByEnterprise: {{"老厂", "620", "1", "1"}, {"两链厂", "130", "2", "-1"}, {"新入厂", "70", "3", "—"}},
		} {
			b, err := o.Breakdown(context.Background(), q, "revenue", by)
			if err != nil || len(b.Rows) != len(want) {
				t.Fatalf("%s: %+v %v", by, b.Rows, err)
			}
			for i, r := range b.Rows {
				if got := [4]string{r.Name, r.Value.String(), r.Rank.String(), r.RankChange.String()}; got != want[i] {
					t.Errorf("%s: %v, want %v", by, got, want[i])
				}
			}
		}
		past, err := o.Breakdown(context.Background(), office.Query{Chain: "a", Month: q.Month, AsOf: o.Now().AddDate(-1, 0, 0)}, "revenue", industry.ByRegion)
		if err != nil || len(past.Rows) != 0 || past.Total.Value.Known {
			t.Errorf("before anything was known: %+v %v", past, err)
		}
	})
}

// The sample has three who have not reported in October: the total is marked,
// and what they stand for is what they had in September.
func TestMissingReportersOfTheSample(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		for _, at := range []office.Query{{Chain: "all"}, {Chain: "all", AsOf: o.Now()}} {
			table, err := o.Dispatch(context.Background(), at)
			if err != nil {
				t.Fatal(err)
			}
			last := at
			last.Month = table.Month - 1
			before, err := o.Breakdown(context.Background(), last, "revenue", industry.ByEnterprise)
			if err != nil {
				t.Fatal(err)
			}
			var part industry.Quantity
			for _, r := range before.Rows {
				for _, m := range table.Coverage.Missing {
					if m.ID == r.ID {
						part = part.Plus(r.Value)
					}
				}
			}
			line, _ := table.Line("revenue")
			g := line.Coverage
			if !g.Incomplete || g.MissingCount != 3 || g.MissingBasis != "上月" || !same(g.MissingShare, industry.Ratio(part, before.Total.Value)) {
				t.Errorf("%+v, %v of %v", g, part, before.Total.Value)
			}
			if own, _ := table.Line("tax"); own.Coverage.Incomplete {
				t.Errorf("the chains' own rows miss nobody: %+v", own.Coverage)
			}
			last.Month = table.Month - 2
			if complete, err := o.Dispatch(context.Background(), last); err != nil || complete.Coverage.Incomplete {
				t.Errorf("%+v %v", complete.Coverage, err)
			}
		}
	})
}

// The movers of the sample add up to its growth, and the firm that stopped is
// named with since when.
func TestMoversOfTheSample(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		q := office.MoverQuery{Query: office.Query{Chain: "all"}, Indicator: "revenue", Top: office.MostTopMovers}
		m, err := o.Movers(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		pulls := 0.0
		for _, r := range append(append([]industry.Mover{}, m.Risers...), m.Fallers...) {
			pulls += r.Pull.Percent
		}
		if math.Abs(pulls-m.Total.Growth.Percent) > 1e-6 || !near(m.Total.Growth, 11.2137) {
			t.Errorf("pulls %v, growth %v", pulls, m.Total.Growth)
		}
		if len(m.Missing) != 3 || len(m.Entrants) != 8 || len(m.Leavers) != 1 || len(m.Baseless) != 1 || m.Rising+m.Falling+m.Level != 85 {
			t.Errorf("%d missing, %d entrants, %d leavers, %d without a base, %d %d %d", len(m.Missing), len(m.Entrants), len(m.Leavers), len(m.Baseless), m.Rising, m.Level, m.Falling)
		}
		if i := m.Idle[0]; i.State != industry.Stopped || i.SinceText() != "至少自2025年11月起" {
			t.Errorf("%+v", i)
		}
		q.Indicator = "profit" // a loss is no standstill: revenue tells
		if p, err := o.Movers(context.Background(), q); err != nil || len(p.Idle) != len(m.Idle) || p.IdleRule != m.IdleRule {
			t.Errorf("%d idle by profit, %d by revenue, %v", len(p.Idle), len(m.Idle), err)
		}
	})
}
