package industry

import (
	"slices"
	"testing"
	"time"
)

// year is a firm's months of a year from its in-months, 1–2月 as one.
func year(y int, inMonths ...int64) []MonthlyReport {
	var list []MonthlyReport
	var cumulative int64
	for i, amount := range inMonths {
		cumulative += amount
		list = append(list, MonthlyReport{Month: NewMonth(y, i+2), Indicator: "revenue", Cumulative: Q(cumulative)})
	}
	return list
}

// against gives a report the history of everything before it.
func against(r MonthlyReport, reports []MonthlyReport) History {
	h := History{Indicator: revenueIndicator, Recent: reports}
	for i := range reports {
		switch reports[i].Month {
		case r.Month - 1:
			h.LastMonth = &reports[i]
		case r.Month - 12:
			h.LastYear = &reports[i]
		}
	}
	return h
}

func TestImplausible(t *testing.T) {
	m := NewMonth(2026, 9)
	last := year(2025, 1800, 1000, 1100, 1050, 1200, 900, 950, 1000, 1100, 1200, 1500)
	before := append(last, year(2026, 2000, 1100, 1200, 1150, 1300, 1000, 1050)...) // 8,800 by August
	for _, c := range []struct {
		what   string
		change func(r *MonthlyReport, h *History)
		want   []string
	}{
		{"an ordinary month", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(9_950) }, nil},
		{"the in-month rounded", func(r *MonthlyReport, _ *History) { r.Cumulative, r.InMonth = Q(9_950), Parts(1_150_009_000) }, nil},
		{"a fall", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(8_700) }, []string{"本年累计8700小于上月的8800", "当月-100与近6个月的中位数1125相差过大（超过3倍或不足三分之一）"}},
		{"another in-month", func(r *MonthlyReport, _ *History) { r.Cumulative, r.InMonth = Q(9_950), Q(1_151) }, []string{"当月1151不等于本月累计减上月累计1150"}},
		{"ten times", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(99_500) }, []string{"本年累计99500约为上月累计8800的10倍，请核对单位"}},
		{"千元", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(9_950_000) }, []string{"本年累计9950000约为上月累计8800的1000倍，请核对单位"}},
		{"元", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(99_500_000) }, []string{"本年累计99500000约为上月累计8800的1万倍，请核对单位"}},
		{"亿元", func(r *MonthlyReport, _ *History) { r.Cumulative = Parts(995_000) }, []string{"本年累计0.995小于上月的8800", "本年累计0.995约为上月累计8800的1万分之一，请核对单位"}},
		{"a jump", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(13_000) }, []string{"当月4200与近6个月的中位数1125相差过大（超过3倍或不足三分之一）"}},
		{"three times is no jump", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(8_800 + 3_375) }, nil},
		{"a standstill", func(r *MonthlyReport, _ *History) { r.Cumulative = Q(8_900) }, []string{"当月100与近6个月的中位数1125相差过大（超过3倍或不足三分之一）"}},
		{"the same jump as last year", func(r *MonthlyReport, h *History) {
			r.Cumulative = Q(13_000)
			h.LastYear.InMonth = Q(4_000)
		}, nil},
		{"another base", func(r *MonthlyReport, _ *History) { r.Cumulative, r.Base = Q(9_950), Q(8_999) }, []string{"上年同期累计8999与上年填报的累计9000不同"}},
		{"the same base", func(r *MonthlyReport, _ *History) { r.Cumulative, r.Base = Q(9_950), Q(9_000) }, nil},
		{"快报 after 最终", func(r *MonthlyReport, h *History) {
			r.Cumulative, r.Status = Q(9_950), "快报"
			h.Earlier = &MonthlyReport{Cumulative: Q(9_940), Status: "最终"}
		}, []string{"该行已有最终数9940，又填报快报数9950"}},
		{"a state may fall", func(r *MonthlyReport, h *History) { r.Cumulative, h.Indicator = Q(10), staffIndicator }, nil},
		{"nothing reported", func(*MonthlyReport, *History) {}, nil},
	} {
		r := MonthlyReport{Month: m, Indicator: "revenue"}
		h := against(r, slices.Clone(before))
		c.change(&r, &h)
		if got := Implausible(r, h); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.what, got)
		}
	}
}

// The first report of a year compares with last year; December's cumulative
// stands before it and is none of its business.
func TestImplausibleFirstMonth(t *testing.T) {
	last := year(2025, 1800, 1000, 1100, 1050, 1200, 900, 950, 1000, 1100, 1200, 1500)
	r := MonthlyReport{Month: NewMonth(2026, 2), Indicator: "revenue", Cumulative: Q(1_900)}
	if got := Implausible(r, against(r, last)); got != nil {
		t.Errorf("%q", got)
	}
	r.Cumulative = Q(19_000)
	if got := Implausible(r, against(r, last)); !slices.Equal(got, []string{"本年累计19000约为上年同期累计1800的10倍，请核对单位"}) {
		t.Errorf("%q", got)
	}
}

// A loss makes a profit's cumulative fall: stated, or standing, it is no surprise.
func TestProfitMayFall(t *testing.T) {
	m := NewMonth(2026, 6)
	for _, c := range []struct {
		inMonth, now, before Quantity
		want                 int
	}{
		{Q(-20), Q(80), Q(100), 0}, {Quantity{}, Q(-120), Q(-100), 0}, {Quantity{}, Q(80), Q(100), 1},
	} {
		r := MonthlyReport{Month: m, Indicator: "profit", Cumulative: c.now, InMonth: c.inMonth}
		h := History{LastMonth: &MonthlyReport{Month: m - 1, Cumulative: c.before}, Indicator: profitIndicator}
		if got := Implausible(r, h); len(got) != c.want {
			t.Errorf("%v after %v: %q", c.now, c.before, got)
		}
	}
}

// A seasonal firm over two years (a summer and a year-end peak, a shutdown in
// February, 8 % growth) raises no alarm at all.
func TestSeasonIsPlausible(t *testing.T) {
	shape := []int64{900, 700, 750, 800, 1600, 2400, 2300, 1200, 800, 900, 2600}
	var reports []MonthlyReport
	for y := range int64(3) {
		scaled := make([]int64, len(shape))
		for i := range shape {
			scaled[i] = shape[i] * (100 + 8*y) / 100
		}
		reports = append(reports, year(2024+int(y), scaled...)...)
	}
	for i, r := range reports {
		if r.Month.Year() == 2024 {
			continue
		}
		if got := Implausible(r, against(r, reports[:i])); got != nil {
			t.Errorf("%s: %q", r.Month, got)
		}
	}
}

func TestPlausibilityIsCheap(t *testing.T) {
	reports := append(year(2025, 1800, 1000, 1100, 1050, 1200, 900, 950, 1000, 1100, 1200, 1500), year(2026, 2000, 1100, 1200, 1150, 1300, 1000, 1050)...)
	r := MonthlyReport{Month: NewMonth(2026, 9), Indicator: "revenue", Cumulative: Q(9_950), Base: Q(9_000)}
	h := against(r, reports)
	start := time.Now()
	for range 20_000 {
		if Implausible(r, h) != nil {
			t.Fatal("an ordinary row is doubted")
		}
	}
	// The aim is well under 0.1 s; a shared machine is given room.
	if took := time.Since(start); took > time.Second {
		t.Errorf("20,000 rows took %v", took)
	}
}

func BenchmarkImplausible20000Rows(b *testing.B) {
	reports := append(year(2025, 1800, 1000, 1100, 1050, 1200, 900, 950, 1000, 1100, 1200, 1500), year(2026, 2000, 1100, 1200, 1150, 1300, 1000, 1050)...)
	r := MonthlyReport{Month: NewMonth(2026, 9), Indicator: "revenue", Cumulative: Q(9_950), Base: Q(9_000)}
	h := against(r, reports)
	for b.Loop() {
		for range 20_000 {
			Implausible(r, h)
		}
	}
}
