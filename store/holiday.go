package store

import (
	"context"
	"encoding/json"
	"fmt"

	"chainboard/industry"
)

// HolidayYears returns every version of the county's own holiday arrangements, by
// year and the oldest version first.
func (s *Store) HolidayYears(ctx context.Context) ([]industry.HolidayYear, error) {
	var rows []struct {
		Year         int
		Version      int64
		Notice, Days string
		Actor, At    string
	}
	if err := selectNamed(ctx, s.db, &rows, s.queries.HolidayYearAll, values{}); err != nil {
		return nil, err
	}
	years := make([]industry.HolidayYear, len(rows))
	for i, r := range rows {
		years[i] = industry.HolidayYear{Year: r.Year, Version: r.Version, Notice: r.Notice, Actor: r.Actor, At: parseInstant(r.At)}
		if err := json.Unmarshal([]byte(r.Days), &years[i].Days); err != nil {
			return nil, fmt.Errorf("holidays of %d, version %d: %w", r.Year, r.Version, err)
		}
	}
	return years, nil
}

// AddHolidayYear appends a version of a year's arrangement. Its number must be the
// next one: else somebody replaced it meanwhile, a Conflict.
func (t *Tx) AddHolidayYear(ctx context.Context, y industry.HolidayYear) error {
	t.saved[Extent{Register: industry.IssueRegister}] = true // their limits end on other days now
	days, err := json.Marshal(y.Days)
	if err != nil {
		return err
	}
	n, err := t.named(ctx, t.store.queries.HolidayYearAdd, values{
		"year": y.Year, "version": y.Version, "notice": y.Notice, "days": string(days), "actor": y.Actor, "at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "%d年的节假日安排刚被别人改过，请重新打开后再改", y.Year)
	}
	return err
}
