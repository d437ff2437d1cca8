package office

import (
	"context"
	"errors"
	"slices"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// drafter is who keeps papers that nobody asked for.
func drafter() Actor { return Actor{Name: industry.DraftActor, Address: "本机"} }

// DraftDue drafts the papers that the schedule has due and that are not drafted yet,
// of each chain once, whichever process does it, and returns what it did. What
// cannot be drafted is noted too; another error leaves the chain to the next call.
func (o *Office) DraftDue(ctx context.Context) ([]industry.DocumentDraft, error) {
	s, err := o.store.DocumentSchedule(ctx)
	if err != nil {
		return nil, err
	}
	slot, due := s.Due(o.Now())
	if !due {
		return nil, nil
	}
	all, err := o.store.DocumentDrafts(ctx, draftMemory)
	if err != nil {
		return nil, err
	}
	var made []industry.DocumentDraft
	var failed []error
	for _, chain := range s.Chains {
		if slices.ContainsFunc(all, func(d industry.DocumentDraft) bool { return d.Chain == chain && d.Slot.Equal(slot) }) {
			continue
		}
		d, err := o.draftChain(ctx, industry.DocumentDraft{Slot: slot, Chain: chain, Files: s.Files}, all)
		var told *industry.Error
		switch {
		case errors.As(err, &told) && told.Kind == industry.Conflict: // another process was faster, or a person kept the same version: the next call sees which
		case err != nil:
			failed = append(failed, err)
		default:
			made = append(made, d)
		}
	}
	return made, errors.Join(failed...)
}

// draftChain drafts the papers of the newest month of a chain, or notes why not.
func (o *Office) draftChain(ctx context.Context, d industry.DocumentDraft, before []industry.DocumentDraft) (industry.DocumentDraft, error) {
	months, err := o.Months(ctx, d.Chain)
	if err != nil {
		return d, err
	}
	if len(months) == 0 {
		return o.noteDraft(ctx, d, industry.DraftFailed, "没有起草：还没有已审定的营业收入")
	}
	d.Month = months[0]
	r, err := o.keepable(ctx, KeepRequest{
		Query: Query{Chain: d.Chain, Month: d.Month}, Files: d.Files, Actor: drafter(),
	})
	if err == nil {
		d.AsOf = r.AsOf
		var last *industry.DocumentDraft
		if last, err = o.standingDraft(ctx, d, before); err == nil && last != nil {
			d.AsOf = last.AsOf
			return o.noteDraft(ctx, d, industry.DraftUnchanged, industry.DraftUnchangedSaid(d.Month, *last))
		}
	}
	if err == nil {
		d.Outcome, d.Said, d.At = industry.Drafted, industry.DraftSaid(d.Month, d.Files), o.now()
		_, err = o.keepDocuments(ctx, r, func(tx *store.Tx) error { return tx.AddDocumentDraft(ctx, d) })
	}
	var told *industry.Error
	if errors.As(err, &told) && told.Kind != industry.Internal && told.Kind != industry.Conflict {
		return o.noteDraft(ctx, d, industry.DraftFailed, "没有起草："+told.Message)
	}
	return d, err
}

// standingDraft returns the drafts of before that are still what would be drafted
// now: of the same month and files, with nothing saved since and no meeting opened.
func (o *Office) standingDraft(ctx context.Context, d industry.DocumentDraft, before []industry.DocumentDraft) (*industry.DocumentDraft, error) {
	i := slices.IndexFunc(before, func(b industry.DocumentDraft) bool {
		return b.Chain == d.Chain && b.Month == d.Month && b.Outcome == industry.Drafted
	})
	if i < 0 || !before[i].Covers(d.Files) {
		return nil, nil
	}
	last := &before[i]
	m, err := o.OpenedMeeting(ctx, d.Month, d.Chain)
	if err != nil || m.Opened() && !m.AsOf.Equal(last.AsOf) {
		return nil, err
	}
	saved, err := o.store.LastSaved(ctx)
	if err != nil || !m.Opened() && saved.After(last.AsOf) {
		return nil, err
	}
	return last, nil
}

// noteDraft notes an outcome without papers.
func (o *Office) noteDraft(ctx context.Context, d industry.DocumentDraft, outcome industry.DraftOutcome, said string) (industry.DocumentDraft, error) {
	d.Outcome, d.Said, d.At = outcome, said, o.now()
	if d.AsOf.IsZero() {
		d.AsOf = d.At
	}
	if outcome == industry.DraftFailed {
		d.Files = []industry.DocumentFile{}
	}
	entry := drafter().Entry(industry.ActSave, "会议材料")
	entry.Detail = said
	return d, o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddDocumentDraft(ctx, d) })
}

// KeepDrafting drafts what falls due, at once and then every minute, until ctx ends.
// tell is told what was done and what went wrong; after an error it waits an hour.
func (o *Office) KeepDrafting(ctx context.Context, tell func([]industry.DocumentDraft, error)) {
	for {
		limited, cancel := context.WithTimeout(ctx, JobTime)
		made, err := o.DraftDue(limited)
		cancel()
		if ctx.Err() != nil {
			return
		}
		wait := time.Minute
		if err != nil {
			wait = time.Hour
		}
		if len(made) > 0 || err != nil {
			tell(made, err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
	}
}
