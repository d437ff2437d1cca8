package industry

import (
	"fmt"
	"testing"
)

// A cluster's amount stands beside its region's; neither is corrected, and what is
// withheld of one leaves no difference to work it out from.
func TestCompareCluster(t *testing.T) {
	ind := Indicator{Code: "revenue", Name: "营业收入"}
	part := func(value int64, suppressed bool) Breakdown {
		p := Part{ID: "park", Enterprises: 5, Reported: 4, Value: Q(value), Suppressed: suppressed}
		if suppressed {
			p.Value = Quantity{}
		}
		return Breakdown{Rows: []Part{{ID: "", Value: Q(7)}, p}, Month: NewMonth(2025, 12)}
	}
	r := row(ClusterRegister, "name", "集群", "region", "park", "revenue", "120.5", "above_scale", "5")
	small := row(ClusterRegister, "name", "小集群", "region", "park", "revenue", "120.5", "above_scale", "2")
	nowhere := row(ClusterRegister, "name", "无区域", "revenue", "120.5", "above_scale", "5")
	for name, test := range map[string]struct {
		r          Record
		suppressed bool
		open       bool
		want       string
	}{
		"open":             {r, false, true, "120.5 100 20.5 false"},
		"a viewer":         {r, false, false, "120.5 100 20.5 false"},
		"hidden region":    {r, true, false, "120.5   true"},
		"few in the row":   {small, false, false, " 100  true"},
		"few, but allowed": {small, false, true, "120.5 100 20.5 false"},
		"no region":        {nowhere, false, true, "120.5   false"},
	} {
		f := CompareCluster(test.r, ind, part(100, test.suppressed), part(90, test.suppressed), test.open)
		if got := fmt.Sprint(f.Registered.Decimal(), " ", f.Reported.Decimal(), " ", f.Difference.Decimal(), " ", f.Suppressed); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
