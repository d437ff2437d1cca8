package office

import (
	"context"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// DocumentSchedule returns when which papers are drafted without anybody asking.
func (o *Office) DocumentSchedule(ctx context.Context) (industry.DocumentSchedule, error) {
	return o.store.DocumentSchedule(ctx)
}

// SetDocumentSchedule decides it as the version after s.Version, which is the one
// its writer saw. What is wrong is Invalid by field, a version decided meanwhile a
// Conflict.
func (o *Office) SetDocumentSchedule(ctx context.Context, s industry.DocumentSchedule, actor Actor) error {
	chains, err := o.chainCodes(ctx)
	if err != nil {
		return err
	}
	if err := s.Check(chains); err != nil {
		return err
	}
	s.Version, s.By = s.Version+1, actor.Name
	entry := actor.Entry(industry.ActSave, "自动起草设置")
	entry.Detail = s.Text()
	if s.On {
		entry.Detail += "，产业链 " + strings.Join(s.Chains, industry.ListSeparator)
	}
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddDocumentSchedule(ctx, s) })
}

// DocumentDrafts returns what came of the schedule, the newest first, up to a number.
func (o *Office) DocumentDrafts(ctx context.Context, most int) ([]industry.DocumentDraft, error) {
	return o.store.DocumentDrafts(ctx, most)
}

// draftMemory is how many drafts are looked through: years of a few chains.
const draftMemory = 500

// WaitingDrafts returns the newest drafts of each chain that nobody has worked on
// since: no meeting on the month was opened and no person kept a paper of it.
func (o *Office) WaitingDrafts(ctx context.Context) ([]industry.DocumentDraft, error) {
	all, err := o.store.DocumentDrafts(ctx, draftMemory)
	if err != nil {
		return nil, err
	}
	var waiting []industry.DocumentDraft
	seen := map[string]bool{}
	for _, d := range all {
		if d.Outcome != industry.Drafted || seen[d.Chain] {
			continue
		}
		seen[d.Chain] = true
		taken, err := o.taken(ctx, d)
		if err != nil {
			return nil, err
		}
		if !taken {
			waiting = append(waiting, d)
		}
	}
	return waiting, nil
}

// taken reports whether somebody has worked on drafts since.
func (o *Office) taken(ctx context.Context, d industry.DocumentDraft) (bool, error) {
	m, err := o.OpenedMeeting(ctx, d.Month, d.Chain)
	if err != nil || m.Opened() && m.AsOf.After(d.AsOf) {
		return true, err
	}
	kept, _, err := o.store.KeptDocuments(ctx, KeptFilter{Chain: d.Chain, Month: d.Month})
	return slices.ContainsFunc(kept, func(k industry.KeptDocument) bool {
		return k.By != industry.DraftActor && !k.At.Before(d.At)
	}), err
}

func (o *Office) chainCodes(ctx context.Context) ([]string, error) {
	c, err := o.county(ctx, time.Time{})
	if err != nil {
		return nil, err
	}
	var codes []string
	for _, chain := range c.chains {
		codes = append(codes, chain.ID)
	}
	return codes, nil
}
