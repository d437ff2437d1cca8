package office

import (
	"bytes"
	"context"
	"io"
	"math"
	"strings"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// DispatchQuery says of which month dispatch is wanted and which indicator its
// parts show.
type DispatchQuery struct {
	Query
	Indicator string
}

// DispatchFile writes dispatch of a chain and month as a workbook: the table with
// every indicator that has a figure or a target, each in its own unit, and one
// indicator's trend, parts, movers and months on sheets of their own. Firms are
// in it only for who may see single enterprises. The file is audited before it
// leaves.
func (o *Office) DispatchFile(ctx context.Context, w io.Writer, q DispatchQuery, by Reader) error {
	t, err := o.Dispatch(ctx, q.Query)
	if err != nil {
		return err
	}
	open := by.User.Can(industry.SeeEnterprises)
	if !open {
		t = t.Nameless()
	}
	line, ok := t.Line(q.Indicator)
	if !ok && q.Indicator != revenue {
		return industry.Errorf(industry.NotFound, "没有编码为“%s”的指标", q.Indicator)
	}
	tables := []workbook.Table{dispatchTable(t)}
	if ok {
		q.Month = t.Month
		parts, err := o.dispatchSheets(ctx, q, line, open)
		if err != nil {
			return err
		}
		tables = append(tables, parts...)
	}
	entry := by.Actor.Entry(industry.ActExport, "月度调度表")
	entry.Detail = "产业链 " + t.Chain + "，" + t.Month.Span()
	return o.handOut(ctx, w, tables, entry)
}

// handOut writes tables as a workbook, each marked with who took it when, and
// audits the file before it leaves.
func (o *Office) handOut(ctx context.Context, w io.Writer, tables []workbook.Table, entry *industry.AuditEntry) error {
	sample, err := o.SampleShown(ctx)
	if err != nil {
		return err
	}
	for i := range tables {
		if sample {
			tables[i].Notes = append(tables[i].Notes, "示例数据")
		}
		tables[i].Notes = append(tables[i].Notes, o.Now().In(industry.Shanghai).Format("2006-01-02 15:04")+" 由 "+entry.Actor+" 导出")
	}
	var file bytes.Buffer
	if err := workbook.WriteTable(&file, tables...); err != nil {
		return err
	}
	if err := o.store.Write(ctx, entry, func(*store.Tx) error { return nil }); err != nil {
		return err
	}
	_, err = file.WriteTo(w)
	return err
}

// Reader is who takes a file: with which rights, and as whom in the audit log.
type Reader struct {
	User  industry.User
	Actor Actor
}

func dispatchTable(t industry.DispatchTable) workbook.Table {
	table := workbook.Table{
		Sheet: "月度调度", Title: t.ChainName + " " + t.Month.Span() + " 月度调度",
		Notes: []string{"同比为本年名单同口径；名义增速为与上年当时公布数直接相比，仅供核对。超欠为完成率减序时（增速、比率目标为与目标之差）。"},
		Columns: []workbook.TableColumn{
			{Header: "指标"},
			{Header: "单位"},
			{Header: "本年累计", Kind: industry.Number},
			{Header: "上年同期", Kind: industry.Number},
			{Header: "同比", Unit: "%", Kind: industry.Percentage},
			{Header: "名义增速", Unit: "%", Kind: industry.Percentage},
			{Header: "位次", Kind: industry.Number},
			{Header: "目标类型"},
			{Header: "年度目标", Kind: industry.Number},
			{Header: "完成率", Unit: "%", Kind: industry.Percentage},
			{Header: "序时", Unit: "%", Kind: industry.Percentage},
			{Header: "超欠", Unit: "百分点", Kind: industry.Number},
			{Header: "月均需完成", Kind: industry.Number},
			{Header: "全年预测", Kind: industry.Number},
			{Header: "预测下限", Kind: industry.Number},
			{Header: "预测上限", Kind: industry.Number},
			{Header: "灯"},
			{Header: "评定"},
			{Header: "来源"},
			{Header: "提醒"},
			{Header: "预测依据"},
		},
	}
	if t.AsOf != nil {
		table.Notes = append(table.Notes, "数据时点 "+t.AsOf.Format("2006-01-02 15:04"))
	}
	for _, l := range t.Indicators {
		if !l.Empty() || l.Target.Known {
			table.Rows = append(table.Rows, dispatchCells(l))
		}
	}
	return table
}

func dispatchCells(l industry.Line) []workbook.TableCell {
	text := func(s string) workbook.TableCell { return workbook.TableCell{Text: s} }
	number := func(q industry.Quantity) workbook.TableCell { return workbook.TableCell{Number: q} }
	return []workbook.TableCell{
		text(l.Name), text(l.Unit), number(l.Cumulative), number(l.Base), growthCell(l.Growth, l.GrowthText), growthCell(l.GrowthNominal, l.NominalText), number(l.Rank),
		text(string(l.TargetKind)), number(l.Target), number(tenths(l.Completion)), number(tenths(l.Pace)), number(tenths(l.Ahead)),
		number(l.RemainingMonthly), number(l.Forecast.Year), number(l.Forecast.Low), number(l.Forecast.High), text(lightWord(l)), text(l.LightReason), text(string(l.Source)), text(strings.Join(l.Warnings, "；")),
		text(string(l.Forecast.Note)),
	}
}

// lightWord is the light in a cell: empty where nothing is assessed.
func lightWord(l industry.Line) string {
	if l.Light == industry.NoLight && l.LightWord == "" {
		return ""
	}
	return l.LightLabel()
}

// tenths is a rate with the one decimal that it is printed with.
func tenths(r industry.Rate) industry.Quantity { return rounded(r, 10) }

// hundredths is a pull with the two decimals that it is printed with.
func hundredths(r industry.Rate) industry.Quantity { return rounded(r, 100) }

func rounded(r industry.Rate, parts int64) industry.Quantity {
	if !r.Known {
		return industry.Quantity{}
	}
	// First to the six decimals that are kept, as on screens: else 1.005 would be 1.00 here and 1.01 there.
	kept := math.Round(r.Percent * industry.Scale)
	step := float64(industry.Scale / parts)
	return industry.Parts(int64(math.Round(kept/step)) * int64(step))
}
