package office

import (
	"context"

	"chainboard/industry"
)

// ClusterFigures puts a cluster's revenue and tax beside what the enterprises of
// its region and chain report. A cluster without a region, or one in a county
// without data, has none.
func (o *Office) ClusterFigures(ctx context.Context, d Detail) ([]industry.ClusterFigure, error) {
	cluster := d.Record
	if cluster.Register != industry.ClusterRegister || cluster.Get("region") == "" {
		return nil, nil
	}
	q, c, err := o.open(ctx, Query{Chain: cluster.Get("chain"), AsOf: d.AsOf})
	if err != nil {
		return nil, err
	}
	if _, err := c.party(q.Chain); err != nil || !q.Month.Defined() {
		return nil, nil // its chain was withdrawn, or nobody has reported yet
	}
	year := q
	year.Month = industry.NewMonth(q.Month.Year()-1, 12)
	if q.Month.Number() == 12 {
		year.Month = q.Month
	}
	var figures []industry.ClusterFigure
	for _, code := range []string{revenue, "tax"} {
		ind, err := c.indicator(code)
		if err != nil {
			continue // a county without the indicator has none of it
		}
		var b [2]industry.Breakdown
		for i, at := range []Query{year, q} {
			if b[i], err = o.breakdown(ctx, at, c, split{ind, industry.ByRegion}); err != nil {
				return nil, err
			}
			if !d.Open {
				b[i] = b[i].Suppressed()
			}
		}
		figures = append(figures, industry.CompareCluster(cluster, ind, b[0], b[1], d.Open))
	}
	return figures, nil
}
