package office

import (
	"context"

	"chainboard/industry"
)

// minutesFields reads what 纪要 of the meeting on a chain, or all of them, and a
// month may name. Where there is none, or it was not opened yet, it is NotFound.
func (o *Office) minutesFields(ctx context.Context, q Query) (fields industry.Fields, err error) {
	f := industry.MinutesFacts{Date: o.Today()}
	if f.ChainName, err = o.ChainName(ctx, q.Chain); err != nil {
		return fields, err
	}
	if f.Meeting, err = o.Meeting(ctx, q.Month, q.Chain); err != nil {
		return fields, err
	}
	if !f.Meeting.Opened() {
		return fields, industry.Errorf(industry.NotFound, "“%s”还没有开会，开会后才有纪要", f.Meeting.Name)
	}
	if f.Before, err = o.DecisionsBefore(ctx, f.Meeting); err != nil {
		return fields, err
	}
	decided, err := o.DecisionBoard(ctx, f.Meeting.ClosedAt)
	if err != nil {
		return fields, err
	}
	f.Own = decided.Of(f.Meeting.Name)
	if f.Sample, err = o.SampleShown(ctx); err != nil {
		return fields, err
	}
	chains, err := o.Chains(ctx)
	if err != nil {
		return fields, err
	}
	f.County, f.Organ = signer(chains, q.Chain)
	return f.Fields(), nil
}

// signer returns the county a chain, or the chains together, belong to and who
// signs papers there.
func signer(chains []ChainCard, chain string) (county, organ string) {
	for _, c := range chains {
		if chain == industry.AllChains || c.Code == chain {
			county = c.Area
		}
	}
	return county, county + "产业链链长制办公室"
}
