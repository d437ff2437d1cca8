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
	}{} {
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
