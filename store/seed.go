package store

import (
	"context"
	"errors"

	"chainboard/industry"
)

// seed gives a new database the built-in indicators, with a revision and an
// audit entry like any other record.
func (s *Store) seed(ctx context.Context) error {
	kept, err := s.Records(ctx, industry.IndicatorRegister)
	if err != nil || len(kept) > 0 {
		return err
	}
	entry := &industry.AuditEntry{Actor: "系统", Action: industry.ActStart, Object: "内置指标", Address: "本机"}
	err = s.Write(ctx, entry, func(tx *Tx) error {
		var changes []Change
		for _, r := range industry.BuiltInIndicators() {
			changes = append(changes, Change{Record: r, Kind: New, Version: 1})
		}
		return tx.Save(ctx, Origin{Actor: "系统"}, changes)
	})
	var e *industry.Error
	if errors.As(err, &e) && e.Kind == industry.Conflict {
		return nil // another instance was faster
	}
	return err
}
