package office

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// Annotated returns the file of a batch as a workbook in which the bad cells are
// marked and say what to write instead, ready to be mended and handed in again.
// It holds what the original holds, so that taking it is audited alike.
func (o *Office) Annotated(ctx context.Context, id int64, actor Actor) (string, []byte, error) {
	i, err := o.Import(ctx, id)
	if err != nil {
		return "", nil, err
	}
	data, err := o.store.File(ctx, id)
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	if err := workbook.Annotate(&b, i.File, data, i.Problems); err != nil {
		return "", nil, err
	}
	entry := actor.Entry(industry.ActExport, i.File)
	entry.Detail = fmt.Sprintf("批次 %d 的标注表", id)
	return annotatedName(i.File), b.Bytes(), o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}

// annotatedName names the workbook after its file; the mark of an earlier round
// is not repeated.
func annotatedName(file string) string {
	const mark = "-标注"
	stem := strings.TrimSuffix(file, path.Ext(file))
	return strings.TrimSuffix(stem, mark) + mark + ".xlsx"
}
