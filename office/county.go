package office

import (
	"cmp"
	"context"
	"slices"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// county is what the registers say at one moment.
type county struct {
	chains      []industry.Party
	later       []industry.Party // chains that a past moment did not know yet
	indicators  []industry.Indicator
	targets     []industry.Target
	enterprises []industry.Enterprise
	projects    []industry.Project
	arrivals    []industry.Arrival // nil: no ledger is kept
	segments    []industry.Segment
	issues      []industry.Issue
	visits      []industry.Visit

	parts map[string]county // of each chain
}

// entries returns the live records of a register at a moment, by key.
func (o *Office) entries(ctx context.Context, g *industry.Register, asOf time.Time) ([]industry.Record, error) {
	all, err := o.recordsAt(ctx, g, asOf)
	if err != nil {
		return nil, err
	}
	return liveRecords(all), nil
}

// liveRecords returns the records that are not withdrawn, ordered by key.
func liveRecords(all map[string]store.Entry) []industry.Record {
	keys := make([]string, 0, len(all))
	for key, e := range all {
		if !e.Withdrawn {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	records := make([]industry.Record, len(keys))
	for i, key := range keys {
		records[i] = all[key].Record
	}
	return records
}

// countyRegisters are what a county is read from.
func countyRegisters() []*industry.Register {
	return []*industry.Register{
		industry.ChainRegister, industry.IndicatorRegister, industry.TargetRegister, industry.EnterpriseRegister,
		industry.ProjectRegister, industry.ArrivalRegister, industry.SegmentRegister, industry.RegionRegister,
		industry.IssueRegister, industry.VisitRegister,
	}
}

type countyAt struct{ at moment }

// county returns the registers at a moment, whole and by chain.
func (o *Office) county(ctx context.Context, asOf time.Time) (county, error) {
	q := question{countyAt{momentOf(asOf)}, registers(countyRegisters()...)}
	return recall(ctx, o, q, func() (county, int, error) {
		c, err := o.readCounty(ctx, asOf)
		if err != nil {
			return c, 0, err
		}
		c.parts = map[string]county{}
		for _, p := range c.chains {
			part := c.narrowed(p.ID)
			part.parts = map[string]county{p.ID: part}
			c.parts[p.ID] = part
		}
		return c, len(c.enterprises) + len(c.projects), nil
	})
}

func (o *Office) readCounty(ctx context.Context, asOf time.Time) (county, error) {
	var c county
	records := map[*industry.Register][]industry.Record{}
	for _, g := range countyRegisters() {
		found, err := o.entries(ctx, g, asOf)
		if err != nil {
			return c, err
		}
		records[g] = found
	}
	for _, r := range records[industry.ChainRegister] {
		c.chains = append(c.chains, chainParty(r))
	}
	for _, r := range records[industry.IndicatorRegister] {
		c.indicators = append(c.indicators, industry.IndicatorOf(r))
	}
	if !asOf.IsZero() {
		if err := o.addLater(ctx, &c); err != nil {
			return c, err
		}
	}
	industry.SortIndicators(c.indicators)
	for _, r := range records[industry.TargetRegister] {
		if t, ok := industry.TargetOf(r); ok {
			c.targets = append(c.targets, t)
		}
	}
	for _, r := range records[industry.EnterpriseRegister] {
		c.enterprises = append(c.enterprises, industry.EnterpriseOf(r))
	}
	levels := industry.ParkLevels(records[industry.RegionRegister])
	for _, r := range records[industry.ProjectRegister] {
		p := industry.ProjectOf(r)
		p.ParkLevel = levels[p.Region]
		c.projects = append(c.projects, p)
	}
	for _, r := range records[industry.ArrivalRegister] {
		c.arrivals = append(c.arrivals, industry.ArrivalOf(r))
	}
	for _, r := range records[industry.SegmentRegister] {
		c.segments = append(c.segments, industry.SegmentOf(r))
	}
	calendar, err := o.Calendar(ctx)
	if err != nil {
		return c, err
	}
	c.addIssues(records[industry.IssueRegister], calendar)
	for _, r := range records[industry.VisitRegister] {
		c.visits = append(c.visits, industry.VisitOf(r))
	}
	return c, nil
}

// addIssues reads the issues. One that names no chain is its project's, else its
// enterprise's primary one's.
func (c *county) addIssues(records []industry.Record, calendar industry.Calendar) {
	projects, enterprises := map[string]string{}, map[string]string{}
	for i := range c.projects {
		projects[c.projects[i].ID] = c.projects[i].Chain
	}
	for i := range c.enterprises {
		enterprises[c.enterprises[i].ID] = c.enterprises[i].Chain
	}
	for _, r := range records {
		issue := industry.IssueOf(r, calendar)
		issue.Chain = cmp.Or(issue.Chain, projects[r.Get("project")], enterprises[r.Get("enterprise")])
		c.issues = append(c.issues, issue)
	}
}

// counted are the registers that indicators are counted in.
func (c county) counted() industry.CountedRegisters {
	return industry.CountedRegisters{
		Projects: c.projects, Arrivals: c.arrivals, Enterprises: c.enterprises, Issues: c.issues, Visits: c.visits,
	}
}

func chainParty(r industry.Record) industry.Party {
	return industry.Party{ID: r.Get("code"), Name: r.Get("name")}
}

// addLater adds to a past county the chains and indicators it did not know yet:
// the answer about them is empty, not that they do not exist.
func (o *Office) addLater(ctx context.Context, c *county) error {
	chains, err := o.entries(ctx, industry.ChainRegister, time.Time{})
	if err != nil {
		return err
	}
	for _, r := range chains {
		if p := chainParty(r); !slices.ContainsFunc(c.chains, func(q industry.Party) bool { return p.ID == q.ID }) {
			c.later = append(c.later, p)
		}
	}
	indicators, err := o.entries(ctx, industry.IndicatorRegister, time.Time{})
	if err != nil {
		return err
	}
	for _, r := range indicators {
		if ind := industry.IndicatorOf(r); !slices.ContainsFunc(c.indicators, func(i industry.Indicator) bool { return i.Code == ind.Code }) {
			c.indicators = append(c.indicators, ind)
		}
	}
	return nil
}

// of returns what the registers say of one chain; enterprises by their primary chain.
func (c county) of(chain string) county {
	if chain == industry.AllChains {
		return c
	}
	if part, ok := c.parts[chain]; ok {
		return part
	}
	return c.narrowed(chain)
}

func (c county) narrowed(chain string) county {
	other := func(id string) bool { return id != chain }
	c.chains = without(c.chains, func(p industry.Party) bool { return other(p.ID) })
	c.enterprises = without(c.enterprises, func(e industry.Enterprise) bool { return other(e.Chain) })
	c.projects = without(c.projects, func(p industry.Project) bool { return other(p.Chain) })
	c.segments = without(c.segments, func(s industry.Segment) bool { return other(s.Chain) })
	c.issues = without(c.issues, func(i industry.Issue) bool { return other(i.Chain) })
	own := map[string]bool{}
	for i := range c.enterprises {
		own[c.enterprises[i].ID] = true
	}
	c.visits = without(c.visits, func(v industry.Visit) bool { return !own[v.Enterprise] })
	c.targets = without(c.targets, func(t industry.Target) bool { return other(t.Chain) })
	return c
}

func without[T any](list []T, drop func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), drop)
}

// party returns the chain a query is about; an unknown code is NotFound.
func (c county) party(chain string) (industry.Party, error) {
	if chain == industry.AllChains {
		return industry.Party{ID: chain, Name: "全部产业链"}, nil
	}
	for _, p := range slices.Concat(c.chains, c.later) {
		if p.ID == chain {
			return p, nil
		}
	}
	return industry.Party{}, industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", chain)
}
