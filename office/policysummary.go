package office

import (
	"context"
	"slices"
	"time"

	"chainboard/industry"
)

// PolicySummary returns how the policies of a chain stand, now or at the moment of
// the request.
func (o *Office) PolicySummary(ctx context.Context, r ListRequest) (industry.PolicySummary, error) {
	r.List = "policies"
	l, f, err := o.listFacts(ctx, r)
	if err != nil {
		return industry.PolicySummary{}, err
	}
	return l.SummarisePolicies(f), nil
}

// SegmentPolicies returns the policies that name a segment of the chain map, by
// its key, as of a moment, by document number.
func (o *Office) SegmentPolicies(ctx context.Context, segment string, asOf time.Time) ([]industry.PolicyRef, error) {
	records, err := o.entries(ctx, industry.PolicyRegister, asOf)
	if err != nil {
		return nil, err
	}
	records = without(records, func(r industry.Record) bool { return !slices.Contains(r.List("segments"), segment) })
	today := o.Today()
	if !asOf.IsZero() {
		today = industry.DateOf(asOf)
	}
	return industry.PolicyRefs(records, today), nil
}
