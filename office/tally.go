package office

import (
	"context"
	"slices"

	"chainboard/industry"
	"chainboard/store"
)

// TallyRequest asks what a figure that counts records is made of.
type TallyRequest struct {
	Query
	industry.TallyQuestion
	User industry.User // whose rows are counted; who may not see single enterprises gets numbers, sheet and batch
}

// Tally explains a figure that counts records of the registers: projects, issues,
// decisions, enterprises, technologies. An unknown figure is NotFound.
func (o *Office) Tally(ctx context.Context, r TallyRequest) (industry.Tally, error) {
	open := r.User.Can(industry.SeeEnterprises)
	t, err := o.tally(ctx, r, open)
	if err != nil {
		return t, err
	}
	read := map[string]map[string][]store.Revision{}
	for i := range t.Records {
		record := &t.Records[i]
		g := industry.RegisterOf(record.Noun)
		if read[g.Noun] == nil {
			if read[g.Noun], err = o.store.RecordHistories(ctx, g, r.AsOf); err != nil {
				return t, err
			}
		}
		if g.Index(record.Column) >= 0 {
			record.Source = tracedRecord(read[g.Noun][string(record.Key)]).source(record.Column)
		}
	}
	if !open {
		t = t.Discreet()
	}
	return t, nil
}

// tally reads what a figure is counted in.
func (o *Office) tally(ctx context.Context, r TallyRequest, open bool) (industry.Tally, error) {
	switch family, _ := r.Parts(); family {
	case "issues":
		l, f, err := o.listFacts(ctx, ListRequest{List: "issues", Chain: r.Chain, Month: r.Month, AsOf: r.AsOf, User: r.User})
		if err != nil {
			return industry.Tally{}, err
		}
		return l.TallyIssues(f, r.TallyQuestion)
	case "decisions":
		records, err := o.entries(ctx, industry.DecisionRegister, r.AsOf)
		today := o.Today()
		if !r.AsOf.IsZero() {
			today = industry.DateOf(r.AsOf)
		}
		if err != nil {
			return industry.Tally{}, err
		}
		return industry.TallyDecisions(records, today, r.TallyQuestion)
	case "enterprises", "titles":
		return o.tallyEnterprises(ctx, r)
	case "rnd":
		return o.tallySpending(ctx, r, open)
	case "projects":
		return o.tallyProjects(ctx, r)
	}
	return o.tallyMaps(ctx, r, open)
}

func (o *Office) tallyProjects(ctx context.Context, r TallyRequest) (industry.Tally, error) {
	f, rules, err := o.investmentFacts(ctx, InvestmentQuery{Query: r.Query})
	if err != nil {
		return industry.Tally{}, err
	}
	t, err := rules.TallyProjects(f, r.TallyQuestion)
	if err == nil && r.By == string(industry.ByRegion) {
		t.Group, err = o.partyName(ctx, r)
	}
	return t, err
}

// partyName returns what screens call the group of a question.
func (o *Office) partyName(ctx context.Context, r TallyRequest) (industry.Optional, error) {
	q, c, err := o.open(ctx, r.Query)
	if err != nil {
		return "", err
	}
	order, err := o.parties(ctx, q, c, industry.Grouping(r.By))
	for _, p := range order {
		if p.ID == r.Group {
			return industry.Optional(p.Name), err
		}
	}
	return industry.Optional(r.Group), err
}

// tallyEnterprises counts enterprises of the whole chain or of a group: on the
// list, by the rule of breakdowns, else by the region they stand in.
func (o *Office) tallyEnterprises(ctx context.Context, r TallyRequest) (industry.Tally, error) {
	q, c, err := o.open(ctx, r.Query)
	if err != nil {
		return industry.Tally{}, err
	}
	own := c.of(q.Chain)
	f := industry.EnterpriseTally{Enterprises: own.enterprises, Month: q.Month, Name: r.Group}
	by := industry.Grouping(r.By)
	if family, _ := r.Parts(); family != "titles" && r.By != "" {
		if !slices.Contains([]industry.Grouping{industry.ByBranch, industry.BySegment, industry.ByRegion}, by) {
			return industry.Tally{}, industry.Errorf(industry.NotFound, "企业数不能按“%s”分组", r.By)
		}
		name, err := o.partyName(ctx, r)
		if err != nil {
			return industry.Tally{}, err
		}
		f.Name = string(name)
		order, err := o.parties(ctx, q, c, by)
		if err != nil {
			return industry.Tally{}, err
		}
		f.Members = by.Members(own.figures(q.Month, nil), order, r.Group)
		if by == industry.ByRegion && r.Figure == "enterprises.all" {
			for _, e := range own.enterprises {
				f.Members[e.ID] = e.Region == r.Group
			}
		}
	}
	return f.Tally(r.TallyQuestion)
}

func (o *Office) tallySpending(ctx context.Context, r TallyRequest, open bool) (industry.Tally, error) {
	q, c, err := o.open(ctx, r.Query)
	if err != nil {
		return industry.Tally{}, err
	}
	f := industry.RnDFacts{Open: open, Segments: map[string]string{}}
	for _, s := range c.segments {
		f.Segments[s.Key] = s.Name
	}
	if err := o.addSpending(ctx, q, c, &f); err != nil {
		return industry.Tally{}, err
	}
	return f.TallySpending(r.TallyQuestion)
}

// tallyMaps counts what the maps are drawn from, and tells single records that
// figures are read from.
func (o *Office) tallyMaps(ctx context.Context, r TallyRequest, open bool) (industry.Tally, error) {
	switch family, _ := r.Parts(); family {
	case "segments":
		m, _, err := o.ChainMap(ctx, r.Query, open)
		if err != nil {
			return industry.Tally{}, err
		}
		return m.TallySegments(r.TallyQuestion)
	case "technologies":
		m, _, err := o.TechnologyMap(ctx, r.Query)
		if err != nil {
			return industry.Tally{}, err
		}
		return m.TallyTechnologies(r.TallyQuestion)
	case "applications":
		m, _, err := o.ApplicationMap(ctx, r.Query)
		if err != nil {
			return industry.Tally{}, err
		}
		records, err := o.entries(ctx, industry.ApplicationRegister, r.AsOf)
		if err != nil {
			return industry.Tally{}, err
		}
		return industry.TallyApplications(records, m, r.TallyQuestion)
	}
	return o.tallyRecord(ctx, r, open)
}

// tallyRecord tells one record of the clusters or of the events; small clusters'
// revenue as little as the region map does.
func (o *Office) tallyRecord(ctx context.Context, r TallyRequest, open bool) (industry.Tally, error) {
	columns := map[string][]string{
		"record.cluster": {"enterprises", "above_scale", "revenue"},
		"record.event":   {"signed_projects", "signed_amount"},
	}[r.Figure]
	none := industry.Errorf(industry.NotFound, "没有名为“%s”的统计数", r.Figure)
	if columns == nil {
		return industry.Tally{}, none
	}
	g := industry.ClusterRegister
	if r.Figure == "record.event" {
		g = industry.EventRegister
	}
	records, err := o.entries(ctx, g, r.AsOf)
	if err != nil {
		return industry.Tally{}, err
	}
	i := slices.IndexFunc(records, func(x industry.Record) bool { return x.Key() == r.Group })
	if i < 0 {
		return industry.Tally{}, none
	}
	if g == industry.ClusterRegister && !open && records[i].Suppressed("revenue") {
		columns = columns[:2]
	}
	t := industry.TallyRecordOf(records[i], g, columns)
	t.Figure = r.Figure
	return t, nil
}
