package office

import (
	"context"
	"time"

	"chainboard/industry"
)

// IssueBoard returns how the issues of a chain stand by department, category and
// month, now or at the moment of the request; of an enterprise's account only its
// own are counted.
func (o *Office) IssueBoard(ctx context.Context, r ListRequest) (industry.IssueBoard, error) {
	r.List = "issues"
	l, f, err := o.listFacts(ctx, r)
	if err != nil {
		return industry.IssueBoard{}, err
	}
	return l.BoardIssues(f), nil
}

// DecisionBoard returns how what meetings decided is carried out, at a moment; the
// zero one is now.
func (o *Office) DecisionBoard(ctx context.Context, asOf time.Time) (industry.DecisionBoard, error) {
	return o.decisionBoard(ctx, asOf, func(industry.Record) bool { return true })
}

// DecisionsBefore returns how what other meetings decided was carried out when m
// was opened; now, where it was not yet.
func (o *Office) DecisionsBefore(ctx context.Context, m industry.Meeting) (industry.DecisionBoard, error) {
	return o.decisionBoard(ctx, m.AsOf, func(r industry.Record) bool { return r.Get("meeting") != m.Name })
}

// DecisionsOf returns how what a meeting decided is carried out now.
func (o *Office) DecisionsOf(ctx context.Context, m industry.Meeting) (industry.DecisionBoard, error) {
	return o.decisionBoard(ctx, time.Time{}, func(r industry.Record) bool { return r.Get("meeting") == m.Name })
}

func (o *Office) decisionBoard(ctx context.Context, asOf time.Time, wanted func(industry.Record) bool) (industry.DecisionBoard, error) {
	all, err := o.recordsAt(ctx, industry.DecisionRegister, asOf)
	if err != nil {
		return industry.DecisionBoard{}, err
	}
	today := o.Today()
	if !asOf.IsZero() {
		today = industry.DateOf(asOf)
	}
	f := industry.DecisionFacts{Today: today}
	for _, r := range liveRecords(all) {
		if wanted(r) {
			f.Records = append(f.Records, r)
		}
	}
	if f.Calendar, err = o.Calendar(ctx); err != nil {
		return industry.DecisionBoard{}, err
	}
	if f.Directory, f.Issues, err = o.subjectNames(ctx, f.Records); err != nil {
		return industry.DecisionBoard{}, err
	}
	return industry.BoardDecisions(f), nil
}

// subjectNames returns what names the subjects of decisions, and what the issues
// among them are about by code. Withdrawn records keep their names for what still
// concerns them.
func (o *Office) subjectNames(ctx context.Context, decisions []industry.Record) (*industry.Directory, map[string]string, error) {
	d, contents := industry.NewDirectory(), map[string]string{}
	for _, g := range []*industry.Register{
		industry.ChainRegister, industry.ProjectRegister, industry.IssueRegister, industry.EnterpriseRegister, industry.IndicatorRegister,
	} {
		all, err := o.recordsAt(ctx, g, time.Time{})
		if err != nil {
			return nil, nil, err
		}
		for _, r := range decisions {
			for _, s := range r.Subjects() {
				for noun, key := range map[string]string{s.Kind: s.Key, industry.ChainRegister.Noun: s.Chain} {
					e, ok := all[key]
					if noun != g.Noun || !ok {
						continue
					}
					d.Add(e.Record)
					if g == industry.IssueRegister {
						contents[key] = e.Record.Get("content")
					}
				}
			}
		}
	}
	return d, contents, nil
}

// WriteSubjects writes projects, issues and figures as forms and files do.
func (o *Office) WriteSubjects(ctx context.Context, subjects []industry.Subject) ([]string, error) {
	d := industry.NewDirectory()
	for _, g := range []*industry.Register{industry.ChainRegister, industry.ProjectRegister, industry.IssueRegister, industry.IndicatorRegister} {
		records, err := o.entries(ctx, g, time.Time{})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			d.Add(r)
		}
	}
	texts := make([]string, len(subjects))
	for i, s := range subjects {
		texts[i] = d.WriteSubject(s)
	}
	return texts, nil
}
