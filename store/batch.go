package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"chainboard/industry"
)

// Batch is one import: its file, its state and what came of it.
type Batch struct {
	ID             int64
	File           string
	SHA256         string
	Register       string // noun of the one register it was handed in for, "" for a whole workbook
	State          string // previewed, applied, rejected, undone
	GoodRows       bool
	WithdrawAbsent bool
	Explanation    string
	Report         json.RawMessage // counts by sheet and problems, as office made it
	Actor          string
	At             time.Time
	UndoneBy       string
	UndoneAt       time.Time
}

type batchRow struct {
	ID             int64
	File           string
	SHA256         string `db:"sha256"`
	Register       *string
	State          string
	GoodRows       bool `db:"good_rows"`
	WithdrawAbsent bool `db:"withdraw_absent"`
	Explanation    *string
	Report         string
	Actor          string
	At             string
	UndoneBy       *string `db:"undone_by"`
	UndoneAt       *string `db:"undone_at"`
}

func (r batchRow) batch() Batch {
	return Batch{
		ID: r.ID, File: r.File, SHA256: r.SHA256, Register: deref(r.Register), State: r.State, GoodRows: r.GoodRows,
		WithdrawAbsent: r.WithdrawAbsent, Explanation: deref(r.Explanation), Report: json.RawMessage(r.Report),
		Actor: r.Actor, At: parseInstant(r.At), UndoneBy: deref(r.UndoneBy), UndoneAt: parseInstant(deref(r.UndoneAt)),
	}
}

// HashFile returns the SHA-256 of a file in hexadecimal.
func HashFile(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// AddBatch keeps the original file and opens a batch; it returns the batch's number.
func (t *Tx) AddBatch(ctx context.Context, b Batch, content []byte) (int64, error) {
	_, err := t.named(ctx, t.store.queries.FileKeep, values{"sha256": b.SHA256, "size": len(content), "content": content})
	if err != nil {
		return 0, err
	}
	var id int64
	err = t.returning(ctx, &id, t.store.queries.BatchAdd, values{
		"file": b.File, "sha256": b.SHA256, "register": textOrNull(b.Register), "state": b.State, "good_rows": b.GoodRows, "withdraw_absent": b.WithdrawAbsent,
		"explanation": textOrNull(b.Explanation), "report": string(b.Report), "actor": b.Actor, "at": t.at,
	})
	return id, err
}

// SetBatch moves a batch from one state to another with its new report. A batch
// that is no longer in the first state is a Conflict.
func (t *Tx) SetBatch(ctx context.Context, b Batch, from string) error {
	arg := values{
		"id": b.ID, "from_state": from, "state": b.State, "report": string(b.Report), "good_rows": b.GoodRows,
		"withdraw_absent": b.WithdrawAbsent, "explanation": textOrNull(b.Explanation),
		"undone_by": textOrNull(b.UndoneBy), "undone_at": nil,
	}
	if b.State == "undone" {
		arg["undone_at"] = t.at
	}
	n, err := t.named(ctx, t.store.queries.BatchSetState, arg)
	if err == nil && n != 1 {
		return industry.Errorf(industry.Conflict, "批次 %d 的状态刚被改变，请刷新后再试", b.ID)
	}
	return err
}

// KeepSheet remembers the column letter of each field of a batch's sheet.
func (t *Tx) KeepSheet(ctx context.Context, batch int64, sheet string, columns map[string]string) error {
	text, err := json.Marshal(columns)
	if err != nil {
		return err
	}
	_, err = t.named(ctx, t.store.queries.SheetKeep, values{"batch": batch, "sheet": sheet, "columns": string(text)})
	return err
}

// Batch returns one batch, or NotFound.
func (s *Store) Batch(ctx context.Context, id int64) (Batch, error) {
	var row batchRow
	if err := getNamed(ctx, s.db, &row, s.queries.BatchGet, values{"id": id}); err != nil {
		return Batch{}, err
	}
	return row.batch(), nil
}

// Batches returns a page of the batches, newest first and without reports, and
// how many there are.
func (s *Store) Batches(ctx context.Context, page, size int) ([]Batch, int, error) {
	var rows []batchRow
	arg := values{"size": size, "skip": max(page-1, 0) * size}
	if err := selectNamed(ctx, s.db, &rows, s.queries.BatchList, arg); err != nil {
		return nil, 0, err
	}
	var n int
	if err := getNamed(ctx, s.db, &n, s.queries.BatchCount, values{}); err != nil {
		return nil, 0, err
	}
	batches := make([]Batch, len(rows))
	for i, r := range rows {
		batches[i] = r.batch()
	}
	return batches, n, nil
}

// File returns the original file of a batch.
func (s *Store) File(ctx context.Context, batch int64) ([]byte, error) {
	var content []byte
	err := getNamed(ctx, s.db, &content, s.queries.FileContent, values{"id": batch})
	return content, err
}

// File names an imported file by what it holds and by who brought it.
type File struct{ SHA256, Name, Actor string }

// FileApplied reports whether a file is applied and not undone: one with this
// hash, whoever brought it, or one of this name that the actor brought.
func (s *Store) FileApplied(ctx context.Context, f File) (bool, error) {
	var n int
	err := getNamed(ctx, s.db, &n, s.queries.BatchApplied, values{"sha256": f.SHA256, "file": f.Name, "actor": f.Actor})
	return n > 0, err
}
