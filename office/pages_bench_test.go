package office_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/testkit"
)

// BenchmarkPages prints, for what the pages of the sample county read, the median
// time in milliseconds of an office that has been asked before (warm) and of the
// first asking after somebody saved a report of the month (written). Bound: 30 ms.
func BenchmarkPages(b *testing.B) {
	o := openOffice(b, testkit.SQLite(b))
	loadSample(b, o)
	ctx := context.Background()
	q := office.Query{Chain: "ne", Month: industry.NewMonth(2026, 10)}
	user := industry.User{Name: "clerk", Roles: []industry.Role{industry.ChainOffice}}
	enterprise, report := anyOf(b, o, q)
	for _, page := range []struct {
		name string
		read func() error
	}{
		{"dispatch", func() error { _, err := o.Dispatch(ctx, q); return err }},
		{"overview", func() error { _, err := o.Overview(ctx, q); return err }},
		{"trend", func() error { _, err := o.Trend(ctx, q, "revenue", 24); return err }},
		{"list", func() error {
			_, err := o.List(ctx, office.ListRequest{List: "enterprises", Chain: q.Chain, User: user})
			return err
		}},
		{"detail", func() error {
			_, err := o.Detail(ctx, office.DetailRequest{List: "enterprises", ID: enterprise.Record.Get("code"), User: user})
			return err
		}},
		{"chains", func() error { _, err := o.Chains(ctx); return err }},
		{"map", func() error { _, _, err := o.ChainMap(ctx, q, true); return err }},
	} {
		b.Run(page.name, func(b *testing.B) {
			times := map[string][]time.Duration{}
			timed := func(name string) {
				begin := time.Now()
				if err := page.read(); err != nil {
					b.Fatal(err)
				}
				times[name] = append(times[name], time.Since(begin))
			}
			for b.Loop() {
				timed("warm")
				report = touch(b, o, report)
				timed("written")
			}
			for _, name := range []string{"warm", "written"} {
				slices.Sort(times[name])
				b.ReportMetric(float64(median(times[name]).Microseconds())/1000, name+"-ms")
			}
		})
	}
}
