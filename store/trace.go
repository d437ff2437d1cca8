package store

import (
	"context"
	"time"

	"github.com/jmoiron/sqlx"

	"chainboard/industry"
)

// ReportHistories returns, by key, every state that the reports of a month and
// indicator by enterprises and chains had by a moment (zero: now), newest first.
func (s *Store) ReportHistories(ctx context.Context, m industry.Month, indicator string, asOf time.Time) (map[string][]Revision, error) {
	rows, err := queryNamed(ctx, s.db, s.queries.TraceReports, values{"month": m.String(), "indicator": indicator, "as_of": until(asOf)})
	if err != nil {
		return nil, err
	}
	return scanReports(rows)
}

// RecordHistories returns, by key, every state that the records of a register
// had by a moment (zero: now), newest first. Monthly reports are read by
// ReportHistories.
func (s *Store) RecordHistories(ctx context.Context, g *industry.Register, asOf time.Time) (map[string][]Revision, error) {
	var rows []revisionRow
	err := selectNamed(ctx, s.db, &rows, s.queries.TraceRevisions, values{"noun": g.Noun, "as_of": until(asOf)})
	if err != nil {
		return nil, err
	}
	histories := make(map[string][]Revision, len(rows))
	for _, row := range rows {
		r, err := row.revision()
		if err != nil {
			return nil, err
		}
		if r.Record, err = decodeFields(g, row.Fields); err != nil {
			return nil, err
		}
		histories[row.Key] = append(histories[row.Key], r)
	}
	return histories, nil
}

// until is the last instant that counts: the moment asked for, else all there are.
func until(asOf time.Time) string {
	if asOf.IsZero() {
		return "9999-12-31T23:59:59.999999Z"
	}
	return instant(asOf)
}

// scanReports reads typed revisions, in the order of the rows by key.
func scanReports(rows *sqlx.Rows) (map[string][]Revision, error) {
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	plan := planColumns(industry.ReportRegister, columns)
	letters := map[string]map[string]string{} // a sheet's columns are the same for all of its rows
	histories := map[string][]Revision{}
	for rows.Next() {
		cells, err := rows.SliceScan()
		if err != nil {
			return nil, err
		}
		key, e, err := plan.read(cells)
		if err != nil {
			return nil, err
		}
		row := revisionRowOf(columns, cells)
		kept, seen := letters[deref(row.Columns)]
		text := row.Columns
		if seen {
			row.Columns = nil
		}
		r, err := row.revision()
		if err != nil {
			return nil, err
		}
		if seen {
			r.Columns = kept
		} else {
			letters[deref(text)] = r.Columns
		}
		r.Record, r.Version, r.Doubt = e.Record, e.Version, e.doubt()
		histories[key] = append(histories[key], r)
	}
	return histories, rows.Err()
}

// doubt is why a monthly report is 待说明, "" once it is explained.
func (e Entry) doubt() string {
	if e.Explanation != "" || e.Record.Get("cause") != "" {
		return ""
	}
	return e.Warning
}
