package office

import (
	"context"
	"fmt"
	"strconv"

	"chainboard/industry"
	"chainboard/workbook"
)

// TraceFile returns a figure's inputs as a workbook with a row for each cell
// that enters, and the name of the figure. It is audited before it leaves.
func (o *Office) TraceFile(ctx context.Context, r TraceRequest, by Reader) (string, []byte, error) {
	r.Open = by.User.Can(industry.SeeEnterprises) && by.User.Can(industry.ExportEnterprises)
	t, err := o.Trace(ctx, r)
	if err != nil {
		return "", nil, err
	}
	name := t.Name + t.Of.Label() + "来源"
	detail := fmt.Sprintf("产业链 %s，%s，%d 条记录", t.Chain, t.Month.Span(), t.Total)
	if r.Open {
		detail += "，含单个企业数据"
	}
	file, err := o.tableFile(ctx, traceTable(t), by.Actor, name, detail)
	return name, file, err
}

func traceTable(t industry.Trace) workbook.Table {
	table := workbook.Table{
		Sheet: "数据来源", Title: t.ChainName + " " + t.Month.Span() + " " + t.Name + t.Of.Label() + " " + t.Text,
		Notes: []string{"公式：" + t.Formula, "口径：" + t.Basis},
		Columns: []workbook.TableColumn{
			{Header: "名称"},
			{Header: "编码"},
			{Header: "取值项"},
			{Header: "月份"},
			{Header: "数值", Unit: t.Unit, Kind: industry.Measure},
			{Header: "内容"},
			{Header: "数据状态"},
			{Header: "待说明"},
			{Header: "工作表"},
			{Header: "单元格"},
			{Header: "导入批次"},
			{Header: "文件"},
			{Header: "经办"},
			{Header: "时间"},
		},
	}
	if t.AsOf != nil {
		table.Notes = append(table.Notes, "数据时点 "+t.AsOf.Format("2006-01-02 15:04"))
	}
	text := func(s string) workbook.TableCell { return workbook.TableCell{Text: s} }
	for _, in := range t.Inputs {
		for _, c := range in.Cells {
			month := ""
			if c.Month.Defined() {
				month = c.Month.String()
			}
			row := []workbook.TableCell{
				text(in.Name), text(string(in.ID)), text(c.Name), text(month),
				{Number: c.Value},
				text(c.Text),
				text(string(in.Status)), text(string(in.Doubt)),
			}
			table.Rows = append(table.Rows, append(row, sourceCells(c.Source)...))
		}
	}
	return table
}

// sourceCells writes a source: sheet, cell, batch, file, person and time.
func sourceCells(s *industry.Source) []workbook.TableCell {
	if s == nil {
		return make([]workbook.TableCell, 6)
	}
	batch := "网页填报"
	if s.Batch != 0 {
		batch = strconv.FormatInt(s.Batch, 10)
	}
	return []workbook.TableCell{
		{Text: s.Sheet}, {Text: s.Cell}, {Text: batch}, {Text: s.File}, {Text: s.By}, {Text: s.At.In(industry.Shanghai).Format("2006-01-02 15:04")},
	}
}
