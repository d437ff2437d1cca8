package industry

import "testing"

func TestCityRate(t *testing.T) {
	m := month(t, "2026-03")
	at := func(code, kind, chain string, reports ...MonthlyReport) ReferenceFacts {
		return ReferenceFacts{Region: Region{Code: code, Type: kind}, Chain: chain, Reports: reports}
	}
	computed := MonthlyReport{Month: m, ObjectKind: "region", Source: "工信局", Cumulative: Q(110), Base: Q(100)}
	for name, c := range map[string]struct {
		facts []ReferenceFacts
		want  string
	}{
		"as published":          {[]ReferenceFacts{at("2", "省", "", published(m, "工信局", 67)), at("3", "市", "", published(m, "工信局", 82))}, "8.2"},
		"by amounts":            {[]ReferenceFacts{at("3", "市", "", computed)}, "10"},
		"its own trade first":   {[]ReferenceFacts{at("3", "市", "", published(m, "工信局", 82)), at("3", "市", "ne", published(m, "工信局", 91))}, "9.1"},
		"another month":         {[]ReferenceFacts{at("3", "市", "", published(m-1, "工信局", 82))}, ""},
		"two cities":            {[]ReferenceFacts{at("3", "市", "", published(m, "工信局", 82)), at("4", "市", "", published(m, "工信局", 41))}, ""},
		"only the province has": {[]ReferenceFacts{at("2", "省", "", published(m, "工信局", 67))}, ""},
	} {
		got := CityRate(revenueIndicator, m, c.facts)
		if c.want == "" && got != nil || c.want != "" && (got == nil || got.Cmp(percentage(amount(t, c.want))) != 0) {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}
