package office

import (
	"context"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/picture"
	"chainboard/report"
	"chainboard/store"
)

// DocumentQuery asks for a paper of a month as a file.
type DocumentQuery struct {
	Query
	Kind   industry.DocumentKind
	Ending string // of the file: .docx
	Marks  bool   // shows what people reworded, in a .docx: 花脸稿
	Actor  Actor  // who takes it, for the audit log
}

// Document returns a paper of a month as a file. Nothing in it is of a single
// enterprise. It is audited before it leaves. A form there is not is Unsupported.
func (o *Office) Document(ctx context.Context, q DocumentQuery) ([]byte, error) {
	progress := progressOf(ctx)
	progress.plan(industry.DocumentFile{Kind: q.Kind, Ending: q.Ending}.Label())
	progress.part()
	d, file, err := o.write(ctx, q)
	if err != nil {
		return nil, err
	}
	entry := q.Actor.Entry(industry.ActExport, q.Kind.Label())
	entry.Detail = strings.Join(d.Title, "") + " " + q.Ending
	return file, o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}

// write composes a paper with its pictures and gives it its form.
func (o *Office) write(ctx context.Context, q DocumentQuery) (d industry.Document, file []byte, err error) {
	if endings := q.Kind.Endings(); !slices.Contains(endings, q.Ending) {
		return d, nil, industry.Errorf(industry.Unsupported, "%s没有%s格式，请用 %s", q.Kind.Label(), q.Ending, strings.Join(endings, "、"))
	}
	if q.Marks && q.Ending != ".docx" {
		return d, nil, industry.Errorf(industry.Unsupported, "花脸稿只有 .docx 格式")
	}
	if q.Kind == industry.Slides {
		if q.Query, _, err = o.met(ctx, q.Query); err != nil {
			return d, nil, err
		}
	}
	progress := progressOf(ctx)
	progress.step("编写文字和表格")
	draft, err := o.Draft(ctx, q.Query, q.Kind)
	if err != nil {
		return d, nil, err
	}
	if d = draft.Document; !q.Marks {
		d.Clean()
	}
	if err = o.illustrate(ctx, q.Query, &d); err != nil {
		return d, nil, err
	}
	if err = ctx.Err(); err != nil {
		return d, nil, err
	}
	progress.step("写入 " + q.Ending)
	file, err = o.file(d, q.Ending)
	return d, file, err
}

// Compose writes a paper of a chain, or of all of them, and a month, as of q, in
// the words of the county's template and of those who reworded it.
func (o *Office) Compose(ctx context.Context, q Query, kind industry.DocumentKind) (industry.Document, error) {
	draft, err := o.Draft(ctx, q, kind)
	draft.Document.Clean()
	return draft.Document, err
}

// file gives a paper one of the forms of its kind.
func (o *Office) file(d industry.Document, ending string) ([]byte, error) {
	switch ending {
	case ".docx":
		return report.Docx(d)
	case ".xlsx":
		return report.Xlsx(d)
	case ".pptx":
		return report.Pptx(d)
	}
	fonts, err := o.fonts()
	if err != nil {
		return nil, err
	}
	return report.PDF(d, fonts)
}

// paperFonts unpacks the fonts of papers.
func paperFonts() (f report.Fonts, err error) {
	if f.Regular, err = picture.FontFile("NotoSansSC-Regular"); err != nil {
		return f, err
	}
	f.Bold, err = picture.FontFile("NotoSansSC-Bold")
	return f, err
}
