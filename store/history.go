package store

import (
	"context"
	"encoding/json"
	"fmt"

	"chainboard/industry"
)

type revisionRow struct {
	Noun       string
	Key        string
	Version    int64
	Change     string
	Fields     string
	Batch      *int64
	Sheet      *string
	SheetRow   *int `db:"sheet_row"`
	Actor      string
	At         string
	ApprovedBy *string `db:"approved_by"`
	ApprovedAt *string `db:"approved_at"`
	File       *string
	Columns    *string
}

// Revision is one state a record has had, with who brought it and from where.
type Revision struct {
	Record   industry.Record
	Version  int64
	Change   string            // New, Changed, Withdrawn or Restored
	Source   industry.Source   // its Cell is empty: see CellOf
	Row      int               // row of the sheet, 0 when typed
	Columns  map[string]string // column letter by field, of the batch's sheet
	Approved string            // who approved it, "" while nobody has
	Doubt    string            // of a monthly report: why it is 待说明, "" once explained
}

// ExtraColumn is the name under which a batch keeps the letter of a column that
// the workbook contract does not know.
func ExtraColumn(header string) string { return "extra." + header }

// CellOf returns the cell a field of this revision was read from, or "".
func (r Revision) CellOf(column string) string {
	letter := r.Columns[column]
	if letter == "" || r.Row == 0 {
		return ""
	}
	return fmt.Sprintf("%s%d", letter, r.Row)
}

// History returns every state of a record, newest first.
func (s *Store) History(ctx context.Context, g *industry.Register, key string) ([]Revision, error) {
	if g == industry.ReportRegister {
		return s.reportHistory(ctx, key)
	}
	var rows []revisionRow
	err := selectNamed(ctx, s.db, &rows, s.queries.RevisionHistory, values{"noun": g.Noun, "key": key})
	if err != nil {
		return nil, err
	}
	revisions := make([]Revision, len(rows))
	for i, row := range rows {
		if revisions[i], err = row.revision(); err != nil {
			return nil, err
		}
		if revisions[i].Record, err = decodeFields(g, row.Fields); err != nil {
			return nil, err
		}
	}
	return revisions, nil
}

func (s *Store) reportHistory(ctx context.Context, key string) ([]Revision, error) {
	rows, err := queryNamed(ctx, s.db, s.queries.ReportHistory, values{"key": key})
	if err != nil {
		return nil, err
	}
	histories, err := scanReports(rows)
	return histories[key], err
}

// revisionRowOf reads the metadata columns of a typed revision.
func revisionRowOf(columns []string, cells []any) revisionRow {
	var row revisionRow
	for i, cell := range cells {
		if cell == nil {
			continue
		}
		value := text(cell)
		switch columns[i] {
		case "change":
			row.Change = value
		case "batch":
			if n, ok := cell.(int64); ok {
				row.Batch = &n
			}
		case "sheet":
			row.Sheet = &value
		case "sheet_row":
			if n, ok := cell.(int64); ok {
				k := int(n)
				row.SheetRow = &k
			}
		case "actor":
			row.Actor = value
		case "at":
			row.At = value
		case "approved_by":
			row.ApprovedBy = &value
		case "file":
			row.File = &value
		case "columns":
			row.Columns = &value
		}
	}
	return row
}

func (row revisionRow) revision() (Revision, error) {
	r := Revision{Version: row.Version, Change: row.Change}
	r.Source = industry.Source{By: row.Actor, At: parseInstant(row.At)}
	if row.Batch != nil {
		r.Source.Batch = *row.Batch
	}
	r.Source.Sheet, r.Source.File, r.Approved = deref(row.Sheet), deref(row.File), deref(row.ApprovedBy)
	if row.SheetRow != nil {
		r.Row = *row.SheetRow
	}
	if row.Columns != nil {
		if err := json.Unmarshal([]byte(*row.Columns), &r.Columns); err != nil {
			return r, fmt.Errorf("columns of batch %d: %w", r.Source.Batch, err)
		}
	}
	return r, nil
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
