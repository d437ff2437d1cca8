package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

// KeepDocument makes a paper of a month and keeps its file. It tells the figures
// of the moment the month's meeting on the chain was opened, else of now, whatever
// moment q asks for. Where the same bytes are kept already, those are returned and
// added is false.
func (o *Office) KeepDocument(ctx context.Context, q DocumentQuery) (kept industry.KeptDocument, added bool, err error) {
	if q.Query, err = o.settle(ctx, q.Query); err != nil {
		return kept, false, err
	}
	if _, err = o.ChainName(ctx, q.Chain); err != nil {
		return kept, false, err
	}
	m, err := o.OpenedMeeting(ctx, q.Month, q.Chain)
	if err != nil {
		return kept, false, err
	}
	if q.AsOf = m.AsOf; !m.Opened() {
		q.AsOf = o.Now()
	}
	var again *industry.KeptDocument
	if q, again, err = o.numbered(ctx, q); err != nil {
		return kept, false, err
	}
	if again != nil {
		return *again, false, nil
	}
	d, file, err := o.write(ctx, q)
	if err != nil {
		return kept, false, err
	}
	paper := industry.KeptDocument{
		Month: q.Month, Chain: q.Chain, Kind: q.Kind, Ending: q.Ending, AsOf: q.AsOf, Version: q.version, By: q.Actor.Name,
		Title: cmp.Or(strings.Join(d.Title, ""), q.Kind.Label()),
	}
	entry := q.Actor.Entry(industry.ActSave, "会议材料 "+q.Kind.Label())
	err = o.store.Write(ctx, entry, func(tx *store.Tx) (err error) {
		kept, added, err = tx.KeepDocument(ctx, paper, file)
		entry.Detail = fmt.Sprintf("存档第 %d 号 %s %s，产业链 %s，SHA-256 %s", kept.ID, kept.Title, kept.Ending, kept.Chain, kept.SHA256)
		if !added {
			entry.Detail = fmt.Sprintf("与存档第 %d 号相同，没有再存，SHA-256 %s", kept.ID, kept.SHA256)
		}
		return err
	})
	return kept, added, err
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

// KeptDocuments returns the papers kept of a month and chain, the newest first.
func (o *Office) KeptDocuments(ctx context.Context, month industry.Month, chain string) ([]industry.KeptDocument, error) {
	return o.store.KeptDocuments(ctx, month, chain)
}

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
