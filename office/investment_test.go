package office_test

import (
	"context"
	"slices"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// investments are projects with one trap each (domain §4, §10.8–10.10).
func investments() map[string][][]any {
	sheets := twoChains()
	delete(sheets, "企业清单")
	sheets["区域"] = [][]any{
		{"编码", "名称", "类型", "上级", "级别"},
		{"r1", "国家级园", "园区", "", "国家级"},
		{"r2", "园中园", "园区", "国家级园", ""},
		{"r3", "园里的镇", "乡镇", "园中园", ""},
		{"r4", "省级园", "园区", "", "省级"},
		{"r5", "县级园", "园区", "", "县级"},
		{"r6", "乡下", "乡镇", "", ""},
	}
	sheets["项目清单"] = [][]any{
		{
			"项目编码", "项目名称", "产业链", "区域", "总投资(万元)", "合同资金(万元)", "币种", "协议类型", "签约日期", "注册日期", "开工日期", "投产日期",
			"终止日期", "计划开工", "原项目",
		},
		{"P1", "二十亿整在省级园", "a", "省级园", 200000, 120000, "", "", "2026-01-10", "2026-02-01", "2026-03-01", "2026-08-28"},
		{"P2", "差一分二十亿", "a", "省级园", 199999.999999, 50000, "", "", "2026-02-10", "", "2026-06-01"}, // 注册 not dated, but passed
		{"P3", "五十亿整在国家级园里的镇", "a", "园里的镇", 500000, 30000, "", "正式合同", "2026-03-10", "2026-11-02"}, // registered after the period
		{"P4", "四十亿在国家级园", "b", "国家级园", 400000, 10000, "", "", "2026-03-11"},
		{"P5", "九十亿在县级园", "b", "县级园", 900000, 10000, "", "", "2026-03-12"},
		{"P6", "九十亿在乡下", "b", "乡下", 900000, 10000, "", "", "2026-03-13"},
		{"P7", "美元项目", "a", "省级园", 900000, 8000, "美元", "", "2026-04-01"},
		{"P8", "二期", "a", "省级园", 300000, 20000, "", "", "2026-05-01", "2026-05-02", "2026-05-03", "2026-06-01", "", "", "P1"},
		{"P9", "框架协议", "a", "省级园", 800000, 700000, "", "框架协议", "2026-05-05", "", "", "", "", "2026-09-30"},
		{"P10", "终止", "b", "", 40000, 5000, "", "", "2026-06-01", "2026-06-02", "", "", "2026-09-01", "2026-07-01"},
		{"P11", "去年签约", "a", "", 30000, 6000, "", "", "2025-09-30", "", "2026-01-05"},
	}
	return sheets
}

// invested describes what was signed between two days.
func invested(o *office.Office, chain string, from, to industry.Date) (industry.Investment, error) {
	r, err := o.InvestmentReport(context.Background(), office.InvestmentQuery{Query: office.Query{Chain: chain}, From: from, To: to})
	return r.Investment, err
}

func TestInvestmentOfARegister(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, investments())
		year := func(chain string) industry.Investment {
			inv, err := invested(o, chain, "2026-01-01", "2026-10-31")
			if err != nil {
				t.Fatal(err)
			}
			return inv
		}
		inv := year("all")
		if inv.Arrived.Amount.Known || inv.Rates[3].Percent.Known {
			t.Errorf("no ledger is kept: %+v", inv.Arrived)
		}
		take(t, o, map[string][][]any{"资金到位": {
			{"项目编码", "日期", "序号", "金额(万元)"},
			{"P1", "2026-03-01", "", 30000},
			{"P1", "2026-03-01", 2, 1500},
			{"P8", "2026-10-31", "", 1000},
			{"P1", "2026-11-01", "", 99},
			{"P7", "2026-07-01", "", 400},
			{"P11", "2026-07-01", "", 900},
			{"P11", "2025-10-01", "", 70},
		}})
		inv = year("all")
		// P1–P6 and P10, P7 in dollars; P8 adds its amounts only; P9 is not signed.
		if got, want := inv.Signed, (industry.SignedTotal{
			Count: 8, Contract: industry.Q(255_000), Total: industry.Parts(3_439_999_999_999), USD: industry.Q(8000),
		}); got != want {
			t.Errorf("signed %+v", got)
		}
		var flagships []string
		for _, f := range inv.Flagship.Projects {
			flagships = append(flagships, f.ID)
		}
		if !slices.Equal(flagships, []string{"P1", "P3"}) {
			t.Errorf("flagships %v", flagships)
		}
		for i, want := range []struct {
			numerator int64
			percent   float64
		}{{3, 37.5}, {2, 25}, {1, 12.5}, {32_500, 32_500.0 / 2550}} {
			if r := inv.Rates[i]; r.Numerator != industry.Q(want.numerator) || !near(r.Percent, want.percent) {
				t.Errorf("%+v", r)
			}
		}
		if len(inv.Overdue) != 1 || inv.Overdue[0].ID != "P9" || inv.Overdue[0].Days != 31 || inv.Overdue[0].Light != industry.Yellow {
			t.Errorf("overdue %+v", inv.Overdue)
		}
		if a, b := year("a").Signed, year("b").Signed; a.Count != 4 || b.Count != 4 || a.Contract.Plus(b.Contract) != inv.Signed.Contract {
			t.Errorf("by chain %+v %+v", a, b)
		}
	})
}

// Dispatch counts in the same registers: by the year's dates, of renminbi.
func TestArrivedFundsOfDispatch(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := investments()
		sheets["指标"] = append(sheets["指标"], []any{"arrived_funds", "实际到位资金", "万元", "累计", "有", "名义", "链长办"})
		sheets["资金到位"] = [][]any{
			{"项目编码", "日期", "金额(万元)"},
			{"P11", "2025-10-01", 70},
			{"P11", "2026-07-01", 900},
			{"P1", "2026-10-01", 30},
			{"P7", "2026-07-01", 400},
			{"P4", "2026-10-02", 5},
		}
		take(t, o, sheets)
		for chain, want := range map[string][4]string{"a": {"930", "70", "860", "30"}, "b": {"5", "0", "5", "5"}, "all": {"935", "70", "865", "35"}} {
			l := line(t, o, chain, "2026-10", "arrived_funds")
			got := [4]string{l.Cumulative.Decimal(), l.Base.Decimal(), l.Change.Decimal(), l.InMonth.Decimal()}
			if got != want || l.Origin != industry.Registered || l.GrowthBasis != industry.Nominal || l.Growth.Known != (chain != "b") {
				t.Errorf("%s: %v %+v", chain, got, l)
			}
		}
	})
}

// What is counted and left out of a register, by its rules, adds up to the figure.
func TestCountedOfARegister(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, investments())
		q := office.InvestmentQuery{Query: office.Query{Chain: "all"}, From: "2026-01-01", To: "2026-10-31"}
		c, err := o.Counted(context.Background(), q, industry.SignedFigure)
		if err != nil {
			t.Fatal(err)
		}
		if c.Count != 8 || c.Amount != industry.Q(255_000) || c.USD != industry.Q(8000) || len(c.Counted) != 9 {
			t.Errorf("%+v", c)
		}
		left := map[string]string{}
		for _, p := range c.LeftOut {
			left[p.ID] = p.Reason
		}
		if len(left) != 2 || left["P9"] != "框架协议不计签约，签正式合同后再计" || left["P11"] != "一个项目只按首次签约计一次，已计入以前期间" {
			t.Errorf("left out %v", left)
		}
		if _, err := o.Counted(context.Background(), q, "nothing"); err == nil {
			t.Error("an unknown figure is counted")
		}
	})
}
