package store

import (
	"context"

	"chainboard/industry"
)

type attachmentRow struct {
	ID          int64
	Noun, Key   string
	Place       *string
	Version     *int64
	Name        string
	MediaType   string `db:"media_type"`
	Size        int64
	SHA256      string  `db:"sha256"`
	UploadedBy  string  `db:"uploaded_by"`
	UploadedAt  string  `db:"uploaded_at"`
	WithdrawnBy *string `db:"withdrawn_by"`
	WithdrawnAt *string `db:"withdrawn_at"`
}

func (r attachmentRow) attachment() industry.Attachment {
	a := industry.Attachment{
		ID: r.ID, Noun: r.Noun, Key: r.Key, Place: deref(r.Place), Name: r.Name, MediaType: r.MediaType, Size: r.Size, SHA256: r.SHA256,
		UploadedBy: r.UploadedBy, UploadedAt: parseInstant(r.UploadedAt), WithdrawnBy: deref(r.WithdrawnBy), WithdrawnAt: parseInstant(deref(r.WithdrawnAt)),
	}
	if r.Version != nil {
		a.Version = *r.Version
	}
	return a
}

// Attachments returns the files beside a record, the oldest first, withdrawn ones
// included, without their content.
func (s *Store) Attachments(ctx context.Context, noun, key string) ([]industry.Attachment, error) {
	return s.attachments(ctx, s.db, noun, key)
}

// Attachments returns them as the transaction sees them.
func (t *Tx) Attachments(ctx context.Context, noun, key string) ([]industry.Attachment, error) {
	return t.store.attachments(ctx, t.tx, noun, key)
}

func (s *Store) attachments(ctx context.Context, q querier, noun, key string) ([]industry.Attachment, error) {
	var rows []attachmentRow
	if err := selectNamed(ctx, q, &rows, s.queries.AttachmentsOf, values{"noun": noun, "key": key}); err != nil {
		return nil, err
	}
	files := make([]industry.Attachment, len(rows))
	for i, r := range rows {
		files[i] = r.attachment()
	}
	return files, nil
}

// AttachmentContent returns what is in a file, or NotFound.
func (s *Store) AttachmentContent(ctx context.Context, id int64) ([]byte, error) {
	var content []byte
	err := getNamed(ctx, s.db, &content, s.queries.AttachmentContent, values{"id": id})
	return content, err
}

// AddAttachment keeps a file beside its record and returns its number.
func (t *Tx) AddAttachment(ctx context.Context, a industry.Attachment, content []byte) (int64, error) {
	var id int64
	arg := values{
		"noun": a.Noun, "key": a.Key, "place": textOrNull(a.Place), "version": nil, "name": a.Name, "media_type": a.MediaType,
		"size": a.Size, "sha256": a.SHA256, "uploaded_by": a.UploadedBy, "uploaded_at": t.at, "content": content,
	}
	if a.Version != 0 {
		arg["version"] = a.Version
	}
	err := t.returning(ctx, &id, t.store.queries.AttachmentAdd, arg)
	return id, err
}

// WithdrawAttachment takes a file back and keeps it. One that is withdrawn by now
// is a Conflict.
func (t *Tx) WithdrawAttachment(ctx context.Context, id int64, actor string) error {
	n, err := t.named(ctx, t.store.queries.AttachmentWithdraw, values{"id": id, "withdrawn_by": actor, "withdrawn_at": t.at})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "这份附件刚被撤下，请刷新后再看")
	}
	return err
}
