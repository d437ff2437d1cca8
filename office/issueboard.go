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

func (o *Office) decisionBoard(ctx context.Context, asOf time.Time, wanted func(industry.Record) bool) (industry.DecisionBoard, error) {
	all, err := o.recordsAt(ctx, industry.DecisionRegister, asOf)
	if err != nil {
		return industry.DecisionBoard{}, err
	}
	today := o.Today()
	if !asOf.IsZero() {
		today = industry.DateOf(asOf)
	}
	var records []industry.Record
	for _, r := range liveRecords(all) {
		if wanted(r) {
			records = append(records, r)
		}
	}
	return industry.BoardDecisions(records, today), nil
}
