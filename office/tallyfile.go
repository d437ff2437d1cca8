package office

import (
	"cmp"
	"context"
	"fmt"

	"chainboard/industry"
	"chainboard/workbook"
)

// TallyFile returns the records of a figure that counts them as a workbook, and
// the name of the figure. It is audited before it leaves.
func (o *Office) TallyFile(ctx context.Context, r TallyRequest, by Reader) (string, []byte, error) {
	t, err := o.Tally(ctx, r)
	if err != nil {
		return "", nil, err
	}
	name := industry.FileName(string(t.Group) + t.Name + "来源")
	table := workbook.Table{
		Sheet: "数据来源", Title: string(t.Group) + " " + t.Name + " " + t.Text,
		Notes: []string{"公式：" + t.Formula, "口径：" + t.Basis, "来源：" + t.Sources},
	}
	for _, header := range []string{"名称", "编码", "算作", "依据", cmp.Or(t.Measure, "数值"), "工作表", "单元格", "导入批次", "文件", "经办", "时间"} {
		table.Columns = append(table.Columns, workbook.TableColumn{Header: header})
	}
	for _, x := range t.Records {
		var row []workbook.TableCell
		for _, text := range []string{x.Name, string(x.Key), x.Part, x.Reason, industry.PlainText(x.Amount)} {
			row = append(row, workbook.TableCell{Text: text})
		}
		table.Rows = append(table.Rows, append(row, sourceCells(x.Source)...))
	}
	file, err := o.tableFile(ctx, table, by.Actor, name, fmt.Sprintf("产业链 %s，%s，%d 条记录", r.Chain, r.Month.Span(), t.Total))
	return name, file, err
}
