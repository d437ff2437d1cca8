package office

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// The states of an import.
const (
	Previewed = "previewed"
	Applied   = "applied"
	Rejected  = "rejected"
	Undone    = "undone"
)

// ImportOptions are the explicit choices of who imports.
type ImportOptions struct {
	GoodRows       bool   // apply the good rows although others are refused
	WithdrawAbsent bool   // withdraw monthly reports of the file's months, indicators and sources that it lacks
	Explain        string // one explanation for every warning of the batch
}

// Upload is a file to be imported.
type Upload struct {
	Name     string
	Data     []byte
	Register string // noun of the one register it is for, "" for a whole workbook
	Options  ImportOptions
	Actor    Actor
}

// Import is one batch: its file, state, counts by sheet and problems by cell.
type Import struct {
	ID       int64              `json:"id"`
	File     string             `json:"file"`
	SHA256   string             `json:"sha256"`
	Register string             `json:"register"` // noun of the one list it was handed in for, "" for a whole workbook
	State    string             `json:"state"`
	At       time.Time          `json:"at"`
	By       string             `json:"by"`
	UndoneAt *time.Time         `json:"undone_at"`
	UndoneBy string             `json:"undone_by"`
	Options  ImportOptions      `json:"-"`
	Sheets   []SheetReport      `json:"sheets"`
	Problems []industry.Problem `json:"problems"`
	Notes    []string           `json:"notes"` // what the importer decided: generated codes, cleared cells, withdrawn rows
}

// SheetReport counts what a sheet brings.
type SheetReport struct {
	Sheet     string `json:"sheet"`
	Read      int    `json:"read"`
	New       int    `json:"new"`
	Changed   int    `json:"changed"`
	Unchanged int    `json:"unchanged"`
	Skipped   int    `json:"skipped"`
	Rejected  int    `json:"rejected"`
	Cleared   int    `json:"cleared"`   // fields whose value the file takes back
	Withdrawn int    `json:"withdrawn"` // absent rows taken back on request
}

// Blank reports whether the sheet held no row and nothing comes of it.
func (r SheetReport) Blank() bool { return r == SheetReport{Sheet: r.Sheet} }

// Count returns how many problems have a level.
func (i Import) Count(level industry.Level) int {
	n := 0
	for _, p := range i.Problems {
		if p.Level == level {
			n++
		}
	}
	return n
}

// Clean reports whether no row was refused.
func (i Import) Clean() bool { return i.Count(industry.LevelError) == 0 }

// batchReport is what a batch keeps of its import.
type batchReport struct {
	Sheets   []SheetReport      `json:"sheets"`
	Problems []industry.Problem `json:"problems"`
	Notes    []string           `json:"notes"`
}

func (i Import) report() json.RawMessage {
	text, err := json.Marshal(batchReport{i.Sheets, i.Problems, i.Notes})
	if err != nil { // plain values
		panic(err)
	}
	return text
}

func importOf(b store.Batch) (Import, error) {
	var r batchReport
	if len(b.Report) > 0 {
		if err := json.Unmarshal(b.Report, &r); err != nil {
			return Import{}, fmt.Errorf("report of batch %d: %w", b.ID, err)
		}
	}
	i := Import{
		ID: b.ID, File: b.File, SHA256: b.SHA256, Register: b.Register, State: b.State, At: b.At, By: b.Actor, UndoneBy: b.UndoneBy,
		Options: ImportOptions{GoodRows: b.GoodRows, WithdrawAbsent: b.WithdrawAbsent, Explain: b.Explanation},
		Sheets:  nonNil(r.Sheets), Problems: nonNil(r.Problems), Notes: nonNil(r.Notes),
	}
	if !b.UndoneAt.IsZero() {
		i.UndoneAt = &b.UndoneAt
	}
	return i, nil
}

func nonNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func (i Import) batch() store.Batch {
	return store.Batch{
		ID: i.ID, File: i.File, SHA256: i.SHA256, Register: i.Register, State: i.State, Actor: i.By, Report: i.report(), GoodRows: i.Options.GoodRows,
		WithdrawAbsent: i.Options.WithdrawAbsent, Explanation: i.Options.Explain, UndoneBy: i.UndoneBy,
	}
}

// Preview reads a file, compares it with what is kept and keeps the batch as
// previewed. Nothing else changes.
func (o *Office) Preview(ctx context.Context, u Upload) (Import, error) {
	progressOf(ctx).plan("读取文件", "核对")
	p, err := o.plan(ctx, u)
	if err != nil {
		return Import{}, err
	}
	i := p.outcome(u).bounded()
	i.State = Previewed
	return o.keep(ctx, u, i, nil)
}

// ImportFile previews and applies a file in one go. With refused rows and
// without GoodRows nothing is applied: the batch is kept as rejected and comes
// back with an Invalid error.
func (o *Office) ImportFile(ctx context.Context, u Upload) (Import, error) {
	progressOf(ctx).plan("读取文件", "核对", "写入")
	p, err := o.plan(ctx, u)
	if err != nil {
		return Import{}, err
	}
	i := p.outcome(u).bounded()
	if refused := p.refusal(i); refused != nil {
		i.State = Rejected
		i, err = o.keep(ctx, u, i, nil)
		if err != nil {
			return i, err
		}
		return i, refused
	}
	i.State = Applied
	return o.keep(ctx, u, i, p)
}

// keep adds a batch and, with a plan, applies it in the same transaction.
func (o *Office) keep(ctx context.Context, u Upload, i Import, p *plan) (Import, error) {
	action := industry.ActPreview
	if p != nil {
		action = industry.ActImport
	}
	entry := u.Actor.Entry(action, i.File)
	err := o.store.Write(ctx, entry, func(tx *store.Tx) error {
		id, err := tx.AddBatch(ctx, i.batch(), u.Data)
		if err != nil {
			return err
		}
		i.ID = id
		entry.Detail = fmt.Sprintf("批次 %d：%s", id, i.summary())
		if p == nil {
			return nil
		}
		return p.save(ctx, tx, id)
	})
	if err != nil {
		return Import{}, err
	}
	i.At, i.By = o.store.Now().In(industry.Shanghai), u.Actor.Name
	return i, nil
}

// summary is the one-line account of an import for the audit log.
func (i Import) summary() string {
	var added, changed, rejected int
	for _, s := range i.Sheets {
		added, changed, rejected = added+s.New, changed+s.Changed, rejected+s.Rejected
	}
	return fmt.Sprintf("新增 %d 行，更新 %d 行，退回 %d 行", added, changed, rejected)
}

// Apply applies a previewed batch with these options. It is read and compared
// again, so that what was saved meanwhile counts.
func (o *Office) Apply(ctx context.Context, id int64, options ImportOptions, actor Actor) (Import, error) {
	b, err := o.store.Batch(ctx, id)
	if err != nil {
		return Import{}, err
	}
	if b.State != Previewed {
		return Import{}, industry.Errorf(industry.Conflict, "批次 %d 是“%s”状态，不能写入", id, StateLabel(b.State))
	}
	data, err := o.store.File(ctx, id)
	if err != nil {
		return Import{}, err
	}
	u := Upload{Name: b.File, Data: data, Register: b.Register, Options: options, Actor: actor}
	progressOf(ctx).plan("读取文件", "核对", "写入")
	p, err := o.plan(ctx, u)
	if err != nil {
		return Import{}, err
	}
	i := p.outcome(u).bounded()
	i.ID, i.State, i.At, i.By = id, Previewed, b.At, b.Actor
	if refused := p.refusal(i); refused != nil {
		return i, refused
	}
	i.State = Applied
	entry := actor.Entry(industry.ActImport, i.File)
	entry.Detail = fmt.Sprintf("批次 %d：%s", id, i.summary())
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		if err := tx.SetBatch(ctx, i.batch(), Previewed); err != nil {
			return err
		}
		return p.save(ctx, tx, id)
	})
	return i, err
}

// Undo takes a batch back by appending the states it replaced. It refuses,
// naming the rows, when somebody changed them afterwards.
func (o *Office) Undo(ctx context.Context, id int64, actor Actor) (Import, error) {
	b, err := o.store.Batch(ctx, id)
	if err != nil {
		return Import{}, err
	}
	if b.State != Applied {
		return Import{}, industry.Errorf(industry.Conflict, "批次 %d 是“%s”状态，没有可以撤销的写入", id, StateLabel(b.State))
	}
	overtaken, err := o.store.Overtaken(ctx, id)
	if err != nil {
		return Import{}, err
	}
	if len(overtaken) > 0 {
		return Import{}, overtakenError(id, overtaken)
	}
	b.State, b.UndoneBy = Undone, actor.Name
	entry := actor.Entry(industry.ActUndo, b.File)
	entry.Detail = fmt.Sprintf("撤销批次 %d", id)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		if err := tx.SetBatch(ctx, b, Applied); err != nil {
			return err
		}
		return tx.Undo(ctx, id, actor.Name)
	})
	if err != nil {
		return Import{}, err
	}
	return o.Import(ctx, id)
}

func overtakenError(id int64, rows []string) error {
	shown := rows
	if len(shown) > 20 {
		shown = shown[:20]
	}
	return industry.Errorf(industry.Conflict, "批次 %d 之后有 %d 行又被改过，不能撤销：%s。请先撤销后来的批次，或逐行更正",
		id, len(rows), strings.Join(shown, "；"))
}

// Import returns one batch.
func (o *Office) Import(ctx context.Context, id int64) (Import, error) {
	b, err := o.store.Batch(ctx, id)
	if err != nil {
		return Import{}, err
	}
	return importOf(b)
}

// Imports returns a page of the batches, newest first, without counts and
// problems, and how many there are.
func (o *Office) Imports(ctx context.Context, page, size int) ([]Import, int, error) {
	batches, n, err := o.store.Batches(ctx, page, size)
	if err != nil {
		return nil, 0, err
	}
	imports := make([]Import, len(batches))
	for k, b := range batches {
		if imports[k], err = importOf(b); err != nil {
			return nil, 0, err
		}
	}
	return imports, n, nil
}

// Original returns the file of a batch as it was handed in. It holds single
// firms' figures and contacts, so that taking it is audited as an export.
func (o *Office) Original(ctx context.Context, id int64, actor Actor) (string, []byte, error) {
	b, err := o.store.Batch(ctx, id)
	if err != nil {
		return "", nil, err
	}
	data, err := o.store.File(ctx, id)
	if err != nil {
		return "", nil, err
	}
	entry := actor.Entry(industry.ActExport, b.File)
	entry.Detail = fmt.Sprintf("批次 %d 的原始文件", id)
	return b.File, data, o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}

// StateLabel returns a state as screens say it.
func StateLabel(state string) string {
	switch state {
	case Previewed:
		return "已预览"
	case Applied:
		return "已写入"
	case Rejected:
		return "已退回"
	case Undone:
		return "已撤销"
	}
	return state
}
