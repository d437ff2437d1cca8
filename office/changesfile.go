package office

import (
	"context"
	"fmt"
	"strconv"

	"chainboard/industry"
	"chainboard/workbook"
)

// mostChanges bounds the revisions of a file.
const mostChanges = 5000

// ChangeRegisters returns the registers whose revisions are told as changes of
// the figures, the monthly reports first.
func ChangeRegisters() []*industry.Register {
	return []*industry.Register{
		industry.ReportRegister, industry.TargetRegister, industry.EnterpriseRegister, industry.ProjectRegister, industry.ArrivalRegister,
		industry.IndicatorRegister, industry.IssueRegister, industry.VisitRegister,
	}
}

// ChangesFile returns the revisions of a request as a workbook with a row for
// each field that changed. It is audited before it leaves.
func (o *Office) ChangesFile(ctx context.Context, r ChangesRequest, by Reader) ([]byte, error) {
	r.Open = by.User.Can(industry.SeeEnterprises) && by.User.Can(industry.ExportEnterprises)
	r.Page, r.Size = 1, mostChanges
	c, err := o.Changes(ctx, r)
	if err != nil {
		return nil, err
	}
	detail := fmt.Sprintf("产业链 %s，%s，%d 条，含单个企业数据", c.Chain, c.Month.Span(), len(c.Records))
	return o.tableFile(ctx, changesTable(c), by.Actor, "数据变动", detail)
}

func changesTable(c industry.Changes) workbook.Table {
	until := "现在"
	if c.To != nil {
		until = c.To.Format("2006-01-02 15:04")
	}
	table := workbook.Table{
		Sheet: "数据变动", Title: c.ChainName + " " + c.Month.Span() + " 数据变动",
		Notes: []string{"自 " + c.From.Format("2006-01-02 15:04") + " 至 " + until + fmt.Sprintf("，共 %d 条", c.Total)},
		Columns: []workbook.TableColumn{
			{Header: "时间"},
			{Header: "经办"},
			{Header: "导入批次"},
			{Header: "文件"},
			{Header: "资料表"},
			{Header: "记录"},
			{Header: "变动"},
			{Header: "项目"},
			{Header: "单位"},
			{Header: "原值"},
			{Header: "现值"},
			{Header: "单元格"},
		},
	}
	if len(c.Records) < c.Total {
		table.Notes = append(table.Notes, fmt.Sprintf("只列最近 %d 条，其余请缩短时段或按指标、资料表分别下载", len(c.Records)))
	}
	for _, l := range c.Indicators {
		table.Notes = append(table.Notes, fmt.Sprintf("%s：本年累计 %s → %s %s，同比 %s → %s（%s 个百分点）", l.Name, industry.GroupedText(l.Before.Cumulative),
			industry.GroupedText(l.After.Cumulative), l.Unit, l.Before.GrowthText, l.After.GrowthText, industry.PointsText(l.GrowthDifference)))
	}
	for _, r := range c.Records {
		fields := r.Fields
		if len(fields) == 0 {
			fields = []industry.ChangeField{{}}
		}
		batch := ""
		if r.Source.Batch != 0 {
			batch = strconv.FormatInt(r.Source.Batch, 10)
		}
		for _, f := range fields {
			var row []workbook.TableCell
			for _, text := range []string{
				r.Source.At.In(industry.Shanghai).Format("2006-01-02 15:04"), r.Source.By, batch, r.Source.File, r.Sheet, r.Name, r.Change,
				f.Name, f.Unit, f.From, f.To, string(f.Cell),
			} {
				row = append(row, workbook.TableCell{Text: text})
			}
			table.Rows = append(table.Rows, row)
		}
	}
	return table
}
