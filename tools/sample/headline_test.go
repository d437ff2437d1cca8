package main

import (
	"fmt"
	"testing"
)

// headline adds one indicator of one month up from the rows, the way a clerk
// would with the two lists side by side.
type headline struct{ cumulative, base, withBase, lastYear int64 }

func (b *book) headline(chain, indicator string, m month) headline {
	var h headline
	for _, f := range b.firms {
		primary := several(f["产业链"])[0]
		if chain != "" && primary != chain {
			continue
		}
		source := map[string]string{"营业收入": "工信局", "利润总额": "工信局", "研发费用": "科技局"}[indicator]
		about := row{"对象": f["企业名称"], "指标": indicator, "来源部门": source}
		if r := b.byKey[key(about, m.String())]; r != nil {
			h.cumulative += b.cents(r, cumulativeHeader)
			if r[baseHeader] != "" {
				h.withBase += b.cents(r, cumulativeHeader)
				h.base += b.cents(r, baseHeader)
			}
		}
		if r := b.byKey[key(about, (m-12).String())]; r != nil {
			h.lastYear += b.cents(r, cumulativeHeader)
		}
	}
	return h
}

func growth(now, then int64) string {
	return fmt.Sprintf("%.4f", 100*(float64(now)/float64(then)-1))
}

// TestHeadlines holds figures worked out from the file by a program of another
// language: the cumulative, growth over the base reported this year (同口径),
// growth over what was reported last year (名义).
func TestHeadlines(t *testing.T) {
	b := openBook(t)
	for _, c := range []struct {
		chain, indicator    string
		m                   month
		cumulative          int64 // hundredths of 万元
		comparable, nominal string
	}{
		{energy, "营业收入", ym(2026, 10), 133507956, "12.6478", "15.8448"},
		{energy, "营业收入", ym(2026, 2), 19704377, "18.4866", "18.7401"},
		{energy, "营业收入", ym(2025, 10), 115247214, "1.5384", "2.4656"},
		{energy, "利润总额", ym(2026, 10), 5966766, "57.0047", "60.7201"},
		{energy, "研发费用", ym(2026, 10), 4404119, "18.2683", "21.2892"},
		{materials, "营业收入", ym(2026, 10), 62991369, "8.3062", "11.1918"},
		{materials, "营业收入", ym(2025, 10), 56651080, "4.2288", "5.2949"},
		{materials, "利润总额", ym(2026, 10), 2300535, "13.2703", "16.4587"},
		{materials, "研发费用", ym(2026, 10), 1909584, "11.3897", "14.8338"},
		{"", "营业收入", ym(2026, 10), 196499325, "11.2137", "14.3114"},
	} {
		var chain string
		if c.chain != "" {
			chain = chainName(c.chain)
		}
		h := b.headline(chain, c.indicator, c.m)
		if h.cumulative != c.cumulative || growth(h.withBase, h.base) != c.comparable || growth(h.cumulative, h.lastYear) != c.nominal {
			t.Errorf("%s %s %s: %d, 同口径 %s, 名义 %s", c.chain, c.indicator, c.m, h.cumulative, growth(h.withBase, h.base), growth(h.cumulative, h.lastYear))
		}
	}
}
