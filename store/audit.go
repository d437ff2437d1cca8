package store

import (
	"context"

	"chainboard/industry"
)

func (t *Tx) appendAudit(ctx context.Context, e *industry.AuditEntry) error {
	_, err := t.named(ctx, t.store.queries.AuditAppend, values{
		"at": t.at, "actor": e.Actor, "action": string(e.Action), "object": e.Object, "detail": e.Detail, "address": e.Address,
	})
	return err
}

type auditRow struct {
	ID      int64
	At      string
	Actor   string
	Action  string
	Object  string
	Detail  string
	Address string
}

// AuditFilter narrows the audit log; an empty field does not.
type AuditFilter struct {
	Actor      string
	Action     string
	Page, Size int // pages count from 1
}

// AuditLog returns a page of the audit log, newest first, and how many entries match.
func (s *Store) AuditLog(ctx context.Context, f AuditFilter) ([]industry.AuditEntry, int, error) {
	arg := values{"actor": f.Actor, "action": f.Action, "size": f.Size, "skip": max(f.Page-1, 0) * f.Size}
	var rows []auditRow
	if err := selectNamed(ctx, s.db, &rows, s.queries.AuditList, arg); err != nil {
		return nil, 0, err
	}
	var n int
	if err := getNamed(ctx, s.db, &n, s.queries.AuditCount, arg); err != nil {
		return nil, 0, err
	}
	entries := make([]industry.AuditEntry, len(rows))
	for i, r := range rows {
		entries[i] = industry.AuditEntry{
			ID: r.ID, At: parseInstant(r.At), Actor: r.Actor, Action: industry.Action(r.Action),
			Object: r.Object, Detail: r.Detail, Address: r.Address,
		}
	}
	return entries, n, nil
}
