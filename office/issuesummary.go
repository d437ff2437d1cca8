package office

import (
	"context"

	"chainboard/industry"
)

// IssueSummary returns how the issues of a chain stand, now or at the moment of
// the request; of an enterprise's account only its own are counted.
func (o *Office) IssueSummary(ctx context.Context, r ListRequest) (industry.IssueSummary, error) {
	if l := industry.ListOf(r.List); l == nil || l.Register != industry.IssueRegister {
		return industry.IssueSummary{}, industry.Errorf(industry.NotFound, "没有这张问题清单")
	}
	l, f, err := o.listFacts(ctx, r)
	if err != nil {
		return industry.IssueSummary{}, err
	}
	return l.SummariseIssues(f), nil
}
