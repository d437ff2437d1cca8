package office

import (
	"context"

	"chainboard/industry"
)

// Slides writes the pages of a meeting on a chain, or on all of them, and a month:
// as of q, else of the moment the meeting was opened, else of now.
func (o *Office) Slides(ctx context.Context, q Query) (industry.Document, error) {
	q, m, err := o.met(ctx, q)
	if err != nil {
		return industry.Document{}, err
	}
	f := industry.SlidesFacts{Meeting: m}
	if f.BulletinFacts, err = o.bulletinFacts(ctx, q); err != nil {
		return industry.Document{}, err
	}
	asked := m
	asked.AsOf = q.AsOf
	if f.Before, err = o.DecisionsBefore(ctx, asked); err != nil {
		return industry.Document{}, err
	}
	viewer := industry.User{Roles: []industry.Role{industry.Viewer}}
	board, err := o.IssueBoard(ctx, ListRequest{Chain: q.Chain, AsOf: q.AsOf, User: viewer})
	if err != nil {
		return industry.Document{}, err
	}
	for _, it := range board.Open {
		if it.Overdue {
			f.Overdues = append(f.Overdues, it)
		}
	}
	if !m.Opened() {
		return industry.SlidesOf(f), nil
	}
	decided, err := o.DecisionBoard(ctx, m.ClosedAt)
	f.Own = decided.Of(m.Name)
	return industry.SlidesOf(f), err
}

// met settles the moment of a question on a meeting, and returns the meeting where
// it was opened.
func (o *Office) met(ctx context.Context, q Query) (Query, industry.Meeting, error) {
	q, err := o.settle(ctx, q)
	if err != nil {
		return q, industry.Meeting{}, err
	}
	m, err := o.OpenedMeeting(ctx, q.Month, q.Chain)
	if err != nil || !m.Opened() {
		return q, industry.Meeting{}, err
	}
	if q.AsOf.IsZero() {
		q.AsOf = m.AsOf
	}
	return q, m, nil
}
