package store

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"chainboard/industry"
)

// Entry is a record with its version and, for a monthly report, the doubts it
// came in with.
type Entry struct {
	Record      industry.Record
	Version     int64
	Withdrawn   bool
	Warning     string
	Explanation string
}

// Records returns every current record of a register by key, withdrawn ones
// included (their version goes on). Monthly reports are read by Reports.
func (s *Store) Records(ctx context.Context, g *industry.Register) (map[string]Entry, error) {
	return records(ctx, s.db, g, s.queries.of(queryName(g, "All")), values{})
}

// RecordsAsOf returns the records of a register as approved by a past moment.
func (s *Store) RecordsAsOf(ctx context.Context, g *industry.Register, at time.Time) (map[string]Entry, error) {
	var rows []revisionRow
	err := selectNamed(ctx, s.db, &rows, s.queries.RevisionAsOf, values{"noun": g.Noun, "as_of": instant(at)})
	if err != nil {
		return nil, err
	}
	entries := make(map[string]Entry, len(rows))
	for _, r := range rows {
		rec, err := decodeFields(g, r.Fields)
		if err != nil {
			return nil, err
		}
		entries[r.Key] = Entry{Record: rec, Version: r.Version}
	}
	return entries, nil
}

// Span is a range of months, both ends included.
type Span struct{ From, To industry.Month }

// Reports returns the monthly reports of a span of months by key, as of a past
// moment or, with the zero time, now.
func (s *Store) Reports(ctx context.Context, span Span, asOf time.Time) (map[string]Entry, error) {
	arg := values{"from_month": span.From.String(), "to_month": span.To.String()}
	query := s.queries.ReportBetween
	if !asOf.IsZero() {
		query, arg["as_of"] = s.queries.ReportAsOf, instant(asOf)
	}
	return records(ctx, s.db, industry.ReportRegister, query, arg)
}

// ReportsOfIndicator returns the enterprises' reports of an indicator over a span
// of months by key, from every source.
func (s *Store) ReportsOfIndicator(ctx context.Context, indicator string, span Span) (map[string]Entry, error) {
	arg := values{"indicator": indicator, "from_month": span.From.String(), "to_month": span.To.String()}
	return records(ctx, s.db, industry.ReportRegister, s.queries.ReportOfIndicator, arg)
}

// ReportsOfEnterprise returns an enterprise's reports over a span of months by key,
// of every indicator and source, as of a past moment or, with the zero time, now.
func (s *Store) ReportsOfEnterprise(ctx context.Context, enterprise string, span Span, asOf time.Time) (map[string]Entry, error) {
	arg := values{"enterprise": enterprise, "from_month": span.From.String(), "to_month": span.To.String()}
	query := s.queries.ReportOfEnterprise
	if !asOf.IsZero() {
		query, arg["as_of"] = s.queries.ReportOfEnterpriseAsOf, instant(asOf)
	}
	return records(ctx, s.db, industry.ReportRegister, query, arg)
}

func records(ctx context.Context, q querier, g *industry.Register, query string, arg values) (map[string]Entry, error) {
	rows, err := queryNamed(ctx, q, query, arg)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	plan := planColumns(g, columns)
	entries := map[string]Entry{}
	cells := make([]any, len(columns))
	targets := make([]any, len(columns))
	for i := range cells {
		targets[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return nil, err
		}
		key, e, err := plan.read(cells)
		if err != nil {
			return nil, err
		}
		entries[key] = e
	}
	return entries, rows.Err()
}

func queryNamed(ctx context.Context, q querier, query string, arg values) (*sqlx.Rows, error) {
	text, args, err := q.BindNamed(query, arg)
	if err != nil {
		return nil, err
	}
	return q.QueryxContext(ctx, text, args...)
}

// queryName returns e.g. EnterpriseSave.
func queryName(g *industry.Register, verb string) string {
	return strings.ToUpper(g.Noun[:1]) + g.Noun[1:] + verb
}

// bindRecord puts a record's columns, NULL where nothing is reported, into arg.
func bindRecord(r industry.Record, arg values) {
	for i := range r.Register.Fields {
		f, v := &r.Register.Fields[i], r.Values[i]
		switch {
		case f.Kind == industry.Object:
			kind, id, _ := strings.Cut(v, ":")
			arg["object_kind"], arg["object"] = kind, id
			continue
		case f.Primary != "":
			first, _, _ := strings.Cut(v, industry.ListSeparator)
			arg[f.Primary] = textOrNull(first)
		}
		arg[f.Column] = bindValue(f, v)
	}
	arg["extra"] = extraText(r.Extra)
}

func bindValue(f *industry.Field, v string) any {
	if v == "" {
		return nil
	}
	switch f.Kind {
	case industry.Money, industry.Number, industry.Percentage, industry.Measure:
		q, err := industry.ParseQuantity(v, nil)
		if err != nil {
			return nil
		}
		return q.Parts
	case industry.YesNo:
		return v == "是"
	}
	return v
}

func extraText(extra map[string]string) any {
	if len(extra) == 0 {
		return nil
	}
	text, err := json.Marshal(extra)
	if err != nil { // a map of strings always marshals
		panic(err)
	}
	return string(text)
}

// fieldsText is the JSON snapshot of a record in its revision: canonical text by
// column, what is not reported left out, extra columns under "extra".
func fieldsText(r industry.Record) string {
	snapshot := make(map[string]any, len(r.Values)+1)
	for i, v := range r.Values {
		if v == "" {
			continue
		}
		f := &r.Register.Fields[i]
		snapshot[f.Column] = v
		if f.Primary != "" {
			snapshot[f.Primary], _, _ = strings.Cut(v, industry.ListSeparator)
		}
	}
	if len(r.Extra) > 0 {
		snapshot["extra"] = r.Extra
	}
	text, err := json.Marshal(snapshot)
	if err != nil { // strings only
		panic(err)
	}
	return string(text)
}

func decodeFields(g *industry.Register, text string) (industry.Record, error) {
	var snapshot map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &snapshot); err != nil {
		return industry.Record{}, err
	}
	r := industry.NewRecord(g)
	for i := range g.Fields {
		raw, ok := snapshot[g.Fields[i].Column]
		if !ok {
			continue
		}
		if err := json.Unmarshal(raw, &r.Values[i]); err != nil {
			return r, err
		}
	}
	if raw, ok := snapshot["extra"]; ok {
		if err := json.Unmarshal(raw, &r.Extra); err != nil {
			return r, err
		}
	}
	return r, nil
}
