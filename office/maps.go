package office

import (
	"context"

	"chainboard/industry"
)

// MapHead is what stands above and below each of the four maps.
type MapHead struct {
	Chain   industry.Party
	Edition string         // 产业链.版本, "" for all chains
	Month   industry.Month // of the figures on it
	At      industry.Date  // the day whose state it shows
}

// ChainMap draws 产业链图. Where single enterprises' figures are not open, revenue of
// small groups leaves no trace; their names are in 企业清单 for everybody.
func (o *Office) ChainMap(ctx context.Context, q Query, open bool) (industry.ChainMap, MapHead, error) {
	q, c, head, err := o.openMap(ctx, q)
	if err != nil {
		return industry.ChainMap{}, head, err
	}
	technologies, err := o.technologies(ctx, q)
	if err != nil {
		return industry.ChainMap{}, head, err
	}
	ind, err := c.indicator(revenue)
	if err != nil {
		return industry.ChainMap{}, head, err
	}
	shares, err := o.breakdown(ctx, q, c, split{ind, industry.BySegment})
	if err != nil {
		return industry.ChainMap{}, head, err
	}
	branches, err := o.breakdown(ctx, q, c, split{ind, industry.ByBranch})
	if err != nil {
		return industry.ChainMap{}, head, err
	}
	if !open {
		shares, branches = shares.Suppressed(), branches.Suppressed()
	}
	own := c.of(q.Chain)
	f := industry.ChainMapFacts{
		Chains: c.chains, Verdicts: industry.Diagnose(own.segments, c.enterprises, q.Month), Names: map[string]string{},
		Enterprises: c.enterprises, Projects: own.projects, Technologies: technologies, Revenue: shares, Branches: branches, At: head.At,
	}
	for _, s := range c.segments {
		f.Names[s.Key] = s.Name
	}
	return industry.ChainMapOf(f), head, nil
}

// TechnologyMap draws 技术路线图.
func (o *Office) TechnologyMap(ctx context.Context, q Query) (industry.TechnologyMap, MapHead, error) {
	q, c, head, err := o.openMap(ctx, q)
	if err != nil {
		return industry.TechnologyMap{}, head, err
	}
	technologies, err := o.technologies(ctx, q)
	if err != nil {
		return industry.TechnologyMap{}, head, err
	}
	return industry.TechnologyMapOf(industry.TechnologyMapFacts{
		Segments: c.of(q.Chain).segments, Technologies: technologies, Firms: c.firmNames(), Now: head.At,
	}), head, nil
}

// ApplicationMap draws 应用领域图.
func (o *Office) ApplicationMap(ctx context.Context, q Query) (industry.ApplicationMap, MapHead, error) {
	q, c, head, err := o.openMap(ctx, q)
	if err != nil {
		return industry.ApplicationMap{}, head, err
	}
	records, err := o.entries(ctx, industry.ApplicationRegister, q.AsOf)
	if err != nil {
		return industry.ApplicationMap{}, head, err
	}
	f := industry.ApplicationMapFacts{Segments: c.of(q.Chain).segments, Firms: c.firmNames()}
	for _, r := range records {
		if a := industry.ApplicationOf(r); q.Chain == industry.AllChains || a.Chain == q.Chain {
			f.Applications = append(f.Applications, a)
		}
	}
	return industry.ApplicationMapOf(f), head, nil
}

// RegionMap draws 区域分布图. Unless open, the revenue of regions where fewer
// than three enterprises report is withheld, and a second one's with it.
func (o *Office) RegionMap(ctx context.Context, q Query, open bool) (industry.RegionMap, MapHead, error) {
	q, c, head, err := o.openMap(ctx, q)
	if err != nil {
		return industry.RegionMap{}, head, err
	}
	records, err := o.entries(ctx, industry.RegionRegister, q.AsOf)
	if err != nil {
		return industry.RegionMap{}, head, err
	}
	own := c.of(q.Chain)
	f := industry.RegionMapFacts{Enterprises: own.enterprises, Projects: own.projects, Month: q.Month, At: head.At}
	for _, r := range records {
		f.Regions = append(f.Regions, industry.RegionOf(r))
	}
	ind, err := c.indicator(revenue)
	if err != nil {
		return industry.RegionMap{}, head, err
	}
	if f.Revenue, err = o.breakdown(ctx, q, c, split{ind, industry.ByRegion}); err != nil {
		return industry.RegionMap{}, head, err
	}
	if !open {
		f.Revenue = f.Revenue.Suppressed()
	}
	clusters, err := o.entries(ctx, industry.ClusterRegister, q.AsOf)
	if err != nil {
		return industry.RegionMap{}, head, err
	}
	f.Clusters = industry.ClustersOf(clusters, q.Chain, f.Regions, open)
	if f.Outline, err = o.outline(ctx, q.AsOf); err != nil {
		return industry.RegionMap{}, head, err
	}
	return industry.RegionMapOf(f), head, nil
}

// openMap settles a query and reads the registers and the head of a map.
func (o *Office) openMap(ctx context.Context, q Query) (Query, county, MapHead, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return q, c, MapHead{}, err
	}
	party, err := c.party(q.Chain)
	if err != nil {
		return q, c, MapHead{}, err
	}
	head := MapHead{Chain: party, Month: q.Month, At: o.Today()}
	if !q.AsOf.IsZero() {
		head.At = industry.DateOf(q.AsOf)
	}
	chains, err := o.entries(ctx, industry.ChainRegister, q.AsOf)
	if err != nil {
		return q, c, head, err
	}
	for _, r := range chains {
		if r.Get("code") == q.Chain {
			head.Edition = r.Get("edition")
		}
	}
	return q, c, head, nil
}

// technologies reads those of the query's chain.
func (o *Office) technologies(ctx context.Context, q Query) ([]industry.Technology, error) {
	records, err := o.entries(ctx, industry.TechnologyRegister, q.AsOf)
	if err != nil {
		return nil, err
	}
	var list []industry.Technology
	for _, r := range records {
		if t := industry.TechnologyOf(r); q.Chain == industry.AllChains || t.Chain == q.Chain {
			list = append(list, t)
		}
	}
	return list, nil
}

func (c county) firmNames() map[string]string {
	names := make(map[string]string, len(c.enterprises))
	for _, e := range c.enterprises {
		names[e.ID] = e.Name
	}
	return names
}
