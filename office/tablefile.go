package office

import (
	"bytes"
	"context"
	"fmt"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// tableFile writes a table as a workbook. What leaves, and its detail, is audited
// before it does.
func (o *Office) tableFile(ctx context.Context, table workbook.Table, actor Actor, what, detail string) ([]byte, error) {
	if err := o.finish(ctx, &table, actor); err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := workbook.WriteTable(&file, table); err != nil {
		return nil, err
	}
	entry := actor.Entry(industry.ActExport, what)
	entry.Detail = detail
	if err := o.store.Write(ctx, entry, func(*store.Tx) error { return nil }); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// finish adds what stands above every table that leaves: sample or not, when and by whom.
func (o *Office) finish(ctx context.Context, t *workbook.Table, actor Actor) error {
	sample, err := o.SampleShown(ctx)
	if err != nil {
		return err
	}
	if sample {
		t.Notes = append(t.Notes, "示例数据")
	}
	t.Notes = append(t.Notes, fmt.Sprintf("%s 由 %s 导出", o.Now().In(industry.Shanghai).Format("2006-01-02 15:04"), actor.Name))
	return nil
}
