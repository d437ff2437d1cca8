package store

import (
	"context"
	"errors"

	"chainboard/industry"
)

type meetingRow struct {
	Month, Chain, Name string
	HeldOn             industry.Date `db:"held_on"`
	People, Agenda     string
	AsOf               string `db:"as_of"`
	OpenedBy           string `db:"opened_by"`
	ClosedBy           string `db:"closed_by"`
	ClosedAt           string `db:"closed_at"`
	Version            int64
	Actor, At          string
}

func (r meetingRow) meeting() (industry.Meeting, error) {
	m := industry.Meeting{
		Chain: r.Chain, Name: r.Name, HeldOn: r.HeldOn, People: r.People, Agenda: r.Agenda, OpenedBy: r.OpenedBy, ClosedBy: r.ClosedBy,
		Version: r.Version, By: r.Actor, At: parseInstant(r.At),
	}
	if r.AsOf != "" {
		m.AsOf = parseInstant(r.AsOf)
	}
	if r.ClosedAt != "" {
		m.ClosedAt = parseInstant(r.ClosedAt)
	}
	var err error
	m.Month, err = industry.ParseMonth(r.Month)
	return m, err
}

// Meetings returns every meeting, that of the newest month first.
func (s *Store) Meetings(ctx context.Context) ([]industry.Meeting, error) {
	var rows []meetingRow
	if err := selectNamed(ctx, s.db, &rows, s.queries.MeetingAll, values{}); err != nil {
		return nil, err
	}
	meetings := make([]industry.Meeting, len(rows))
	for i, r := range rows {
		var err error
		if meetings[i], err = r.meeting(); err != nil {
			return nil, err
		}
	}
	return meetings, nil
}

// Meeting returns the meeting on a month and chain; where there is none it is NotFound.
func (s *Store) Meeting(ctx context.Context, month industry.Month, chain string) (industry.Meeting, error) {
	var row meetingRow
	err := getNamed(ctx, s.db, &row, s.queries.MeetingGet, values{"month": month.String(), "chain": chain})
	var none *industry.Error
	if errors.As(err, &none) {
		return industry.Meeting{}, industry.Errorf(industry.NotFound, "%s的数据还没有登记调度会，请先在“调度会”里登记", month.Span())
	}
	if err != nil {
		return industry.Meeting{}, err
	}
	return row.meeting()
}

// SaveMeeting adds a meeting whose version is 0, else changes the one of that
// version but for its name. One there is already, or changed since, is a Conflict.
func (t *Tx) SaveMeeting(ctx context.Context, m industry.Meeting, actor string) error {
	arg := values{
		"month": m.Month.String(), "chain": m.Chain, "name": m.Name, "held_on": string(m.HeldOn), "people": m.People, "agenda": m.Agenda,
		"version": m.Version, "actor": actor, "at": t.at,
	}
	query, refusal := t.store.queries.MeetingChange, "这次会议刚被别人改过或已经结束，请刷新页面后再改"
	if m.Version == 0 {
		query, refusal = t.store.queries.MeetingAdd, "这个月份的会议或同名的会议已经登记，请在列表里打开"
	}
	return t.meeting(ctx, query, arg, refusal)
}

// OpenMeeting settles the moment whose figures a meeting sees.
func (t *Tx) OpenMeeting(ctx context.Context, m industry.Meeting, actor string) error {
	arg := values{"month": m.Month.String(), "chain": m.Chain, "version": m.Version, "as_of": instant(m.AsOf), "actor": actor}
	return t.meeting(ctx, t.store.queries.MeetingOpen, arg, "这次会议刚被别人打开或改过，请刷新页面")
}

// CloseMeeting ends a meeting that was opened.
func (t *Tx) CloseMeeting(ctx context.Context, m industry.Meeting, actor string) error {
	arg := values{"month": m.Month.String(), "chain": m.Chain, "version": m.Version, "actor": actor, "at": t.at}
	return t.meeting(ctx, t.store.queries.MeetingClose, arg, "这次会议还没有打开，或刚被别人结束，请刷新页面")
}

func (t *Tx) meeting(ctx context.Context, query string, arg values, refusal string) error {
	n, err := t.named(ctx, query, arg)
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "%s", refusal)
	}
	return err
}
