package office

import (
	"context"
	"io"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/workbook"
)

// RnDFile writes the R&D dispatch of a chain and month as a workbook, a sheet for
// each of its tables. Firms are in it only for who may see single enterprises. The
// file is audited before it leaves.
func (o *Office) RnDFile(ctx context.Context, w io.Writer, q Query, by Reader) error {
	open := by.User.Can(industry.SeeEnterprises)
	r, err := o.RnD(ctx, q, open)
	if err != nil {
		return err
	}
	s := rndSheets{r}
	tables := []workbook.Table{s.indicators(), s.segments(), s.certified(), s.titles(), s.departments()}
	if open {
		tables = append(tables, s.holders(), s.silent())
	}
	for _, t := range tables {
		for i, row := range t.Rows { // a row may end where it has nothing more to say
			t.Rows[i] = append(row, make([]workbook.TableCell, len(t.Columns)-len(row))...)
		}
	}
	entry := by.Actor.Entry(industry.ActExport, "研发投入表")
	entry.Detail = "产业链 " + r.Chain + "，" + r.Month.Span()
	return o.handOut(ctx, w, tables, entry)
}

// rndSheets makes the tables of the R&D dispatch.
type rndSheets struct{ industry.RnD }

// RnDNote is what has to stand below every figure of R&D expenses (domain 10.15).
const RnDNote = "研发费用为会计口径、月度、快报；与税务加计扣除额、统计部门研发经费（107表）是三个不同的数，不相加、不互相替代。全社会研发投入为年度数，以统计部门最终认定为准。"

func (s rndSheets) table(sheet, note string, columns ...workbook.TableColumn) workbook.Table {
	return workbook.Table{Sheet: sheet, Title: s.ChainName + " " + s.Month.Span() + " " + sheet, Notes: []string{note}, Columns: columns}
}

func countCell(n int) workbook.TableCell { return numberCell(industry.Q(int64(n))) }

func (s rndSheets) indicators() workbook.Table {
	table := s.table("研发指标", RnDNote, textColumn("指标"), textColumn("单位"), amountColumn("本年累计"), amountColumn("上年同期"), rateColumn("同比"), amountColumn("较上年增减"),
		textColumn("目标类型"), amountColumn("年度目标"), rateColumn("完成率"), amountColumn("超欠(百分点)"), textColumn("灯"), textColumn("来源"), textColumn("数据状态"), textColumn("提醒"))
	for _, l := range s.Indicators {
		table.Rows = append(table.Rows, []workbook.TableCell{
			textCell(l.Name), textCell(l.Unit), numberCell(l.Cumulative), numberCell(l.Base), rateCell(l.Growth), numberCell(l.Change),
			textCell(string(l.TargetKind)), numberCell(l.Target), rateCell(l.Completion), numberCell(tenths(l.Ahead)), textCell(lightWord(l)),
			textCell(string(l.Source)), textCell(string(l.DataStatus)), textCell(strings.Join(l.Warnings, "；")),
		})
	}
	table.Rows = append(table.Rows, []workbook.TableCell{
		textCell("研发费用占营业收入（分母：" + s.Intensity.Denominator + "，" + strconv.Itoa(s.Intensity.Enterprises) + "户）"), textCell("%"),
		rateCell(s.Intensity.Percent), rateCell(s.Intensity.Then),
		{},
		numberCell(tenths(s.Intensity.Change)),
	})
	return table
}

func (s rndSheets) segments() workbook.Table {
	table := s.table("分环节", "单位：万元。企业按主环节计入一次；占营业收入的分母为"+s.Intensity.Denominator+"。隐去的环节不足3户、一户占八成以上或可由其他数推算。",
		textColumn("环节"), amountColumn("规上户数"), amountColumn("有研发活动户数"), rateColumn("占比"), amountColumn("研发费用"), amountColumn("上年同期"), rateColumn("同比"), rateColumn("占全链"), rateColumn("占营业收入"))
	for _, r := range s.Segments {
		row := []workbook.TableCell{textCell(r.Name), countCell(r.Listed)}
		if r.Suppressed {
			row = append(row, textCell("隐去"))
		} else {
			row = append(row, numberCell(r.Active), rateCell(r.Coverage), numberCell(r.Value), numberCell(r.Base), rateCell(r.Growth), rateCell(r.Share), rateCell(r.Intensity))
		}
		table.Rows = append(table.Rows, row)
	}
	coverage := s.Line(industry.RnDCoverage)
	table.Rows = append(table.Rows, []workbook.TableCell{
		textCell("合计"), numberCell(s.Coverage.Listed), numberCell(s.Coverage.Active), numberCell(tenths(industry.RateOf(coverage.Cumulative))),
		numberCell(s.Total.Value), numberCell(s.Total.Base), rateCell(s.Total.Growth),
		{},
		rateCell(s.Intensity.Percent),
	})
	return table
}

func (s rndSheets) certified() workbook.Table {
	table := s.table("全社会研发投入", "单位：万元。年度数，以统计部门最终认定为准，不与月度研发费用相加、相接或互相替代。",
		textColumn("年份"), amountColumn("全社会研发投入"), amountColumn("上年"), rateColumn("增长"), amountColumn("年度目标"), rateColumn("完成率"), textColumn("数据状态"), textColumn("来源"), rateColumn("相当于同年规上营业收入"))
	for _, y := range s.Certified {
		table.Rows = append(table.Rows, []workbook.TableCell{
			textCell(strconv.Itoa(y.Year) + "年"), numberCell(y.Amount), numberCell(y.Base), rateCell(y.Growth), numberCell(y.Target), rateCell(y.Completion),
			textCell(string(y.Status)), textCell(string(y.Source)), rateCell(y.Ratio),
		})
	}
	return table
}

func (s rndSheets) titles() workbook.Table {
	table := s.table("企业资质", "月末有效户数，一户多次认定计一次；6个月内到期含3个月内到期；已到期未续不含已升入同一梯度上一级的。来源：企业清单资质栏。",
		textColumn("资质"), textColumn("梯度"), textColumn("责任部门"), amountColumn("有效"), amountColumn("本年新认定"), amountColumn("3个月内到期"), amountColumn("6个月内到期"), amountColumn("已到期未续"), amountColumn("年度目标"))
	for _, r := range s.Titles {
		table.Rows = append(table.Rows, []workbook.TableCell{
			textCell(r.Name), textCell(string(r.Ladder)), textCell(string(r.Department)), countCell(r.Valid), countCell(r.New),
			countCell(r.Expiring3), countCell(r.Expiring6), countCell(r.Expired), numberCell(r.Target),
		})
	}
	return table
}

func (s rndSheets) departments() workbook.Table {
	table := s.table("部门分工", "六部门联动；报送内容按指标的主来源。", textColumn("部门"), textColumn("报送内容"), textColumn("本期没有数"), textColumn("负责资质"))
	for _, d := range s.Departments {
		join := func(list []string) workbook.TableCell { return textCell(strings.Join(list, "、")) }
		table.Rows = append(table.Rows, []workbook.TableCell{textCell(d.Name), join(d.Indicators), join(d.Missing), join(d.Titles)})
	}
	return table
}

func (s rndSheets) holders() workbook.Table {
	table := s.table("资质到期与新认定", "到期天数自本月末起算。", textColumn("情况"), textColumn("企业"), textColumn("环节"), textColumn("资质"), textColumn("起"), textColumn("止"), amountColumn("距到期(天)"), textColumn("责任部门"))
	for _, h := range s.Holders {
		days := countCell(h.Days)
		if !h.To.Defined() {
			days = workbook.TableCell{}
		}
		table.Rows = append(table.Rows, []workbook.TableCell{
			textCell(h.StateLabel()), textCell(h.Name), textCell(h.Segment), textCell(h.Title), textCell(string(h.From)), textCell(string(h.To)), days, textCell(string(h.Department)),
		})
	}
	return table
}

func (s rndSheets) silent() workbook.Table {
	table := s.table("无研发费用企业", "单位：万元。名单内规上企业中研发费用填报为0或未填报的。", textColumn("企业"), textColumn("环节"), textColumn("区域"), textColumn("填报情况"), amountColumn("上年同期研发费用"), amountColumn("本年营业收入"), textColumn("高新技术企业"))
	for _, f := range s.Silent {
		holds := ""
		if f.HighTech {
			holds = "是"
		}
		table.Rows = append(table.Rows, []workbook.TableCell{
			textCell(f.Name), textCell(f.Segment), textCell(f.Region), textCell(f.StateLabel()), numberCell(f.Base), numberCell(f.Revenue), textCell(holds),
		})
	}
	return table
}
