package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// KeepRequest says which papers of a chain and month are made and kept.
type KeepRequest struct {
	Query
	Files []industry.DocumentFile // none: all there are; minutes are only of a meeting that was opened
	Actor Actor
}

// Kept is a paper that is kept, and whether it was kept just now.
type Kept struct {
	industry.KeptDocument
	Added bool `json:"added"` // false: the same bytes were kept already
}

// KeepDocuments makes papers of a month and keeps their files. They tell the
// figures of the moment the month's meeting on the chain was opened, else of now,
// whatever moment r asks for. All are kept together once the last is made: after an
// error, or when ctx ends before, none is. Where the same bytes are kept already,
// those are returned.
func (o *Office) KeepDocuments(ctx context.Context, r KeepRequest) ([]Kept, error) {
	r, err := o.keepable(ctx, r)
	if err != nil {
		return nil, err
	}
	return o.keepDocuments(ctx, r, func(*store.Tx) error { return nil })
}

// keepDocuments makes and keeps papers of a settled request; first is written in
// the same transaction, before them.
func (o *Office) keepDocuments(ctx context.Context, r KeepRequest, first func(*store.Tx) error) ([]Kept, error) {
	var err error
	progress := progressOf(ctx)
	progress.plan(fileLabels(r.Files)...)
	papers := make([]madePaper, len(r.Files))
	for i, f := range r.Files {
		progress.part()
		if papers[i], err = o.make(ctx, r, f); err != nil {
			return nil, err
		}
	}
	progress.rest("存档")
	kept := make([]Kept, len(papers))
	entry := r.Actor.Entry(industry.ActSave, "会议材料 "+kindLabels(r.Files))
	err = o.store.Write(ctx, entry, func(tx *store.Tx) (err error) {
		if err := first(tx); err != nil {
			return err
		}
		var said []string
		for i, p := range papers {
			if kept[i] = (Kept{KeptDocument: p.paper}); !p.again {
				if kept[i].KeptDocument, kept[i].Added, err = tx.KeepDocument(ctx, p.paper, p.file); err != nil {
					return err
				}
			}
			said = append(said, kept[i].detail())
		}
		entry.Detail = strings.Join(said, "；")
		return nil
	})
	return kept, err
}

// keepable settles what is to be kept and as of when.
func (o *Office) keepable(ctx context.Context, r KeepRequest) (KeepRequest, error) {
	var err error
	if r.Query, err = o.settle(ctx, r.Query); err != nil {
		return r, err
	}
	if _, err = o.ChainName(ctx, r.Chain); err != nil {
		return r, err
	}
	m, err := o.OpenedMeeting(ctx, r.Month, r.Chain)
	if err != nil {
		return r, err
	}
	if r.AsOf = m.AsOf; !m.Opened() {
		r.AsOf = o.Now()
	}
	if len(r.Files) == 0 {
		r.Files = KeepableFiles(m)
	}
	return r, nil
}

// KeepableFiles returns every form of the papers of a month there can be: minutes
// only where its meeting was opened.
func KeepableFiles(m industry.Meeting) []industry.DocumentFile {
	return slices.DeleteFunc(industry.DocumentFiles(), func(f industry.DocumentFile) bool {
		return f.Kind == industry.Minutes && !m.Opened()
	})
}

// madePaper is a paper made to be kept.
type madePaper struct {
	paper industry.KeptDocument
	file  []byte
	again bool // it is kept already
}

// make makes a paper in one form, as of the moment of r.
func (o *Office) make(ctx context.Context, r KeepRequest, f industry.DocumentFile) (madePaper, error) {
	q, again, err := o.numbered(ctx, DocumentQuery{Query: r.Query, Kind: f.Kind, Ending: f.Ending, Actor: r.Actor})
	if err != nil {
		return madePaper{}, err
	}
	if again != nil {
		return madePaper{paper: *again, again: true}, nil
	}
	d, file, err := o.write(ctx, q)
	return madePaper{paper: industry.KeptDocument{
		Month: q.Month, Chain: q.Chain, Kind: q.Kind, Ending: q.Ending, AsOf: q.AsOf, Version: q.version, By: q.Actor.Name,
		Draft: q.Actor.Name == industry.DraftActor, Title: cmp.Or(strings.Join(d.Title, ""), q.Kind.Label()),
	}, file: file}, err
}

// detail is what the audit log tells of a paper.
func (k Kept) detail() string {
	if !k.Added {
		return fmt.Sprintf("%s %s 与存档第 %d 号相同，没有再存，SHA-256 %s", k.Kind.Label(), k.Ending, k.ID, k.SHA256)
	}
	return fmt.Sprintf("存档第 %d 号 %s %s，产业链 %s，SHA-256 %s", k.ID, k.Title, k.Ending, k.Chain, k.SHA256)
}

func fileLabels(files []industry.DocumentFile) []string {
	labels := make([]string, len(files))
	for i, f := range files {
		labels[i] = f.Label()
	}
	return labels
}

// kindLabels names the kinds of files, each once.
func kindLabels(files []industry.DocumentFile) string {
	var labels []string
	for _, f := range files {
		if label := f.Kind.Label(); !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return strings.Join(labels, industry.ListSeparator)
}

// OpenedMeeting returns the meeting on a month and chain where it was opened; else
// it is one that was not, without an error.
func (o *Office) OpenedMeeting(ctx context.Context, month industry.Month, chain string) (industry.Meeting, error) {
	m, err := o.Meeting(ctx, month, chain)
	var none *industry.Error
	if errors.As(err, &none) && none.Kind == industry.NotFound {
		return industry.Meeting{}, nil
	}
	return m, err
}

// KeptFilter narrows the papers kept of a chain.
type KeptFilter = store.KeptFilter

// KeptDocuments returns a page of the papers kept of a chain, the newest first, and
// how many there are.
func (o *Office) KeptDocuments(ctx context.Context, f KeptFilter) ([]industry.KeptDocument, int, error) {
	return o.store.KeptDocuments(ctx, f)
}

// LastSaved returns when a record or figure was saved last, the zero time where
// none is.
func (o *Office) LastSaved(ctx context.Context) (time.Time, error) { return o.store.LastSaved(ctx) }

// KeptDocument returns a paper that is kept and its file, and writes into the audit
// log who took it. A file that is not what was kept any more does not leave.
func (o *Office) KeptDocument(ctx context.Context, id int64, actor Actor) (industry.KeptDocument, []byte, error) {
	d, content, err := o.store.KeptDocument(ctx, id)
	if err != nil {
		return d, nil, err
	}
	if hash := store.HashFile(content); hash != d.SHA256 {
		return d, nil, fmt.Errorf("kept document %d: its file has the hash %s, it was kept with %s", id, hash, d.SHA256)
	}
	entry := actor.Entry(industry.ActExport, "会议材料 "+d.Kind.Label())
	entry.Detail = fmt.Sprintf("下载存档第 %d 号 %s %s", d.ID, d.Title, d.Ending)
	return d, content, o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}
