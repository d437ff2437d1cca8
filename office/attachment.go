package office

import (
	"context"
	"fmt"

	"chainboard/industry"
	"chainboard/store"
)

// FileUpload is a file as it was handed in.
type FileUpload struct {
	Name string
	Data []byte
}

// AttachRequest names the record that files lie beside, and who asks.
type AttachRequest struct {
	List  string // industry.List.Code
	ID    string
	User  industry.User
	Actor Actor
}

// attached finds the record for whoever may see all of it: files tell what single
// enterprises signed and paid.
func (o *Office) attached(ctx context.Context, r AttachRequest) (Detail, error) {
	d, err := o.Detail(ctx, DetailRequest{List: r.List, ID: r.ID, User: r.User})
	if err == nil && !d.Open {
		err = industry.Errorf(industry.Forbidden, "附件涉及单个企业，您的账号不能查看")
	}
	return d, err
}

// files returns the files beside a record as far as they may be seen: withdrawn
// ones only by who may edit.
func (o *Office) files(ctx context.Context, g *industry.Register, id string, user industry.User) ([]industry.Attachment, error) {
	all, err := o.store.Attachments(ctx, g.Noun, id)
	if err != nil {
		return nil, err
	}
	files := []industry.Attachment{}
	for _, a := range all {
		if !a.Withdrawn() || user.Can(industry.EditRegisters) {
			files = append(files, a)
		}
	}
	return files, nil
}

// Attach keeps a file beside a record. A file that is none of those taken, too
// large or there already is an error with a sentence at "file".
func (o *Office) Attach(ctx context.Context, r AttachRequest, f FileUpload) error {
	if !r.User.Can(industry.EditRegisters) {
		return industry.Errorf(industry.Forbidden, "您的账号不能上传附件，请联系链长办")
	}
	d, err := o.attached(ctx, r)
	if err != nil {
		return err
	}
	if d.Withdrawn {
		return industry.Errorf(industry.Conflict, "这条记录已被撤回，不能再上传附件")
	}
	a, err := attachment(d.List.Register, r, f)
	if err != nil {
		return err
	}
	entry := r.Actor.Entry(industry.ActSave, d.List.Register.Sheet+" "+readable(r.ID))
	entry.Detail = attachedText(a)
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return addAttachment(ctx, tx, a, f.Data) })
}

// attachment takes a file for a record.
func attachment(g *industry.Register, r AttachRequest, f FileUpload) (industry.Attachment, error) {
	a, err := industry.AttachmentOf(f.Name, f.Data)
	a.Noun, a.Key, a.SHA256, a.UploadedBy = g.Noun, r.ID, store.HashFile(f.Data), r.Actor.Name
	return a, err
}

func attachedText(a industry.Attachment) string {
	return fmt.Sprintf("上传附件 %s（%s）", a.Name, a.SizeText())
}

// addAttachment keeps a file where there is room for it.
func addAttachment(ctx context.Context, tx *store.Tx, a industry.Attachment, content []byte) error {
	kept, err := tx.Attachments(ctx, a.Noun, a.Key)
	if err != nil {
		return err
	}
	if err := industry.RoomFor(a, kept); err != nil {
		return err
	}
	_, err = tx.AddAttachment(ctx, a, content)
	return err
}

// Attachment returns a file beside a record with its content, and writes into the
// audit log who took it.
func (o *Office) Attachment(ctx context.Context, r AttachRequest, id int64) (industry.Attachment, []byte, error) {
	d, a, err := o.oneAttachment(ctx, r, id)
	if err != nil {
		return a, nil, err
	}
	content, err := o.store.AttachmentContent(ctx, id)
	if err != nil {
		return a, nil, err
	}
	entry := r.Actor.Entry(industry.ActExport, d.List.Register.Sheet+" "+readable(r.ID))
	entry.Detail = "下载附件 " + a.Name
	return a, content, o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}

func (o *Office) oneAttachment(ctx context.Context, r AttachRequest, id int64) (Detail, industry.Attachment, error) {
	d, err := o.attached(ctx, r)
	if err != nil {
		return d, industry.Attachment{}, err
	}
	for _, a := range d.Files {
		if a.ID == id {
			return d, a, nil
		}
	}
	return d, industry.Attachment{}, industry.Errorf(industry.NotFound, "没有这份附件，它可能已被撤下")
}

// WithdrawAttachment takes a file back: it is kept, and only editors see that it
// was there.
func (o *Office) WithdrawAttachment(ctx context.Context, r AttachRequest, id int64) error {
	if !r.User.Can(industry.EditRegisters) {
		return industry.Errorf(industry.Forbidden, "您的账号不能撤下附件，请联系链长办")
	}
	d, a, err := o.oneAttachment(ctx, r, id)
	if err != nil {
		return err
	}
	entry := r.Actor.Entry(industry.ActWithdraw, d.List.Register.Sheet+" "+readable(r.ID))
	entry.Detail = "撤下附件 " + a.Name
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.WithdrawAttachment(ctx, id, r.Actor.Name) })
}
