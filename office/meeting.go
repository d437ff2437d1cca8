package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// Meetings returns every meeting, that of the newest month first.
func (o *Office) Meetings(ctx context.Context) ([]industry.Meeting, error) {
	return o.store.Meetings(ctx)
}

// Meeting returns the meeting on a month and chain; where there is none it is NotFound.
func (o *Office) Meeting(ctx context.Context, month industry.Month, chain string) (industry.Meeting, error) {
	return o.store.Meeting(ctx, month, chain)
}

// SaveMeeting keeps a meeting as typed: a new one where its version is 0. What is
// wrong is Invalid by field, one kept or changed meanwhile a Conflict.
func (o *Office) SaveMeeting(ctx context.Context, m industry.Meeting, actor Actor) error {
	if err := m.Check(); err != nil {
		return err
	}
	if _, err := o.ChainName(ctx, m.Chain); err != nil {
		return err
	}
	entry := actor.Entry(industry.ActSave, "调度会 "+m.Name)
	entry.Detail = "产业链 " + m.Chain + "，数据 " + m.Month.Span() + "，开会日期 " + string(m.HeldOn)
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.SaveMeeting(ctx, m, actor.Name) })
}

// OpenMeeting settles that the meeting sees the registers as they stand now. One
// of that month and chain which is not there is NotFound, one opened since a Conflict.
func (o *Office) OpenMeeting(ctx context.Context, m industry.Meeting, actor Actor) error {
	m.AsOf = o.Now()
	entry := actor.Entry(industry.ActSave, "调度会 "+m.Name)
	entry.Detail = "开会，会上数据定格，" + asOfText(m.AsOf)
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.OpenMeeting(ctx, m, actor.Name) })
}

// CloseMeeting ends a meeting that was opened.
func (o *Office) CloseMeeting(ctx context.Context, m industry.Meeting, actor Actor) error {
	entry := actor.Entry(industry.ActSave, "调度会 "+m.Name)
	entry.Detail = "会议结束"
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.CloseMeeting(ctx, m, actor.Name) })
}
