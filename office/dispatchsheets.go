package office

import (
	"context"

	"chainboard/industry"
	"chainboard/workbook"
)

// heads gives the sheets of one indicator the same title, notes and unit.
type heads struct {
	line  industry.Line
	chain string
	month industry.Month
	open  bool
}

// dispatchSheets are the tables that stand on the dispatch page beside its main
// one, of one indicator.
func (o *Office) dispatchSheets(ctx context.Context, q DispatchQuery, line industry.Line, open bool) ([]workbook.Table, error) {
	party, err := o.chainName(ctx, q.Query)
	if err != nil {
		return nil, err
	}
	h := heads{line, party, q.Month, open}
	trend, err := o.Trend(ctx, q.Query, line.Code, q.Month.Number())
	if err != nil {
		return nil, err
	}
	tables := []workbook.Table{h.trend(trend)}
	groupings := []industry.Grouping{industry.ByBranch, industry.BySegment, industry.ByRegion}
	if open {
		groupings = append(groupings, industry.ByEnterprise)
	}
	for _, by := range groupings {
		b, err := o.Breakdown(ctx, q.Query, line.Code, by)
		if err != nil {
			return nil, err
		}
		if !open {
			b = b.Suppressed()
		}
		if b.Total.Growth.Known {
			tables = append(tables, h.parts(b))
		}
	}
	if open && len(tables) > 1 {
		movers, err := o.Movers(ctx, MoverQuery{Query: q.Query, Indicator: line.Code, Top: MostTopMovers})
		if err != nil {
			return nil, err
		}
		tables = append(tables, h.movers(movers), h.idle(movers))
	}
	heat, err := o.Heat(ctx, q.Query, HeatQuery{Indicator: line.Code, Open: open, All: true})
	if err != nil {
		return nil, err
	}
	if len(heat.Rows) > 0 {
		tables = append(tables, h.heat(heat))
	}
	return tables, nil
}

// chainName names the chain of a query.
func (o *Office) chainName(ctx context.Context, q Query) (string, error) {
	_, c, err := o.open(ctx, q)
	if err != nil {
		return "", err
	}
	party, err := c.party(q.Chain)
	return party.Name, err
}

func (h heads) table(sheet, note string, columns ...workbook.TableColumn) workbook.Table {
	return workbook.Table{
		Sheet: sheet, Title: h.chain + " " + h.month.Span() + " " + h.line.Name + " " + sheet,
		Notes: []string{"单位：" + h.line.Unit + "。" + note}, Columns: columns,
	}
}

func textColumn(header string) workbook.TableColumn { return workbook.TableColumn{Header: header} }

func amountColumn(header string) workbook.TableColumn {
	return workbook.TableColumn{Header: header, Kind: industry.Number}
}

func rateColumn(header string) workbook.TableColumn {
	return workbook.TableColumn{Header: header, Unit: "%", Kind: industry.Percentage}
}

func pullColumn() workbook.TableColumn {
	return workbook.TableColumn{Header: "拉动", Unit: "百分点", Kind: industry.Number}
}

func textCell(s string) workbook.TableCell { return workbook.TableCell{Text: s} }

func numberCell(q industry.Quantity) workbook.TableCell { return workbook.TableCell{Number: q} }

// growthCell is a rate of growth, or the words that stand for it where a loss is
// compared.
func growthCell(r industry.Rate, words string) workbook.TableCell {
	if phrase := industry.LossPhrase(words); phrase != "" {
		return textCell(phrase)
	}
	return rateCell(r)
}

func rateCell(r industry.Rate) workbook.TableCell { return numberCell(tenths(r)) }

// trend is the year by month, nation, province and city beside it.
func (h heads) trend(t industry.Trend) workbook.Table {
	columns := []workbook.TableColumn{textColumn("月份"), amountColumn("本年累计"), amountColumn("上年同期"), rateColumn("同比"), amountColumn("当月"), textColumn("当月来历")}
	for _, r := range t.References {
		columns = append(columns, rateColumn(r.Label+"同比"))
	}
	table := h.table("走势对比", "没有上报的月份为空，不是0。全国、全省、全市只作对比，不相加。", columns...)
	for i, p := range t.Points {
		derived := ""
		if p.InMonthDerived {
			derived = "推算"
		}
		row := []workbook.TableCell{textCell(p.Month.Span()), numberCell(p.Cumulative), numberCell(p.Base), growthCell(p.Growth, p.GrowthText), numberCell(p.InMonth), textCell(derived)}
		for _, r := range t.References {
			row = append(row, rateCell(r.Points[i].Growth))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// parts is who makes the growth.
func (h heads) parts(b industry.Breakdown) workbook.Table {
	note := "拉动为本组增量÷全链上年同期，各组之和为总增速；企业按主环节计入一次。"
	if !h.open {
		note += "隐去的组不足3户、一户占八成以上或可由其他数推算。"
	}
	sheet := "分" + b.By.Label()
	if b.By == industry.ByBranch {
		sheet = b.By.Label()
	}
	table := h.table(sheet, note, textColumn(b.By.Label()), amountColumn("规上户数"), amountColumn("本年累计"), amountColumn("上年同期"),
		rateColumn("同比"), rateColumn("占比"), rateColumn("贡献率"), pullColumn(), textColumn("总量位次"), textColumn("增速位次"))
	for _, r := range b.Rows {
		row := []workbook.TableCell{textCell(r.Name), numberCell(industry.Q(int64(r.Enterprises)))}
		if r.Suppressed {
			row = append(append(row, textCell("隐去")), make([]workbook.TableCell, 7)...)
		} else {
			row = append(row, numberCell(r.Value), numberCell(r.Base), growthCell(r.Growth, r.GrowthText), rateCell(r.Share), rateCell(r.Contribution), numberCell(hundredths(r.Pull)),
				textCell(r.ValuePlace()), textCell(r.GrowthPlace()))
		}
		table.Rows = append(table.Rows, row)
	}
	t := b.Total
	table.Rows = append(table.Rows, []workbook.TableCell{
		textCell("合计"), numberCell(industry.Q(int64(t.Enterprises))), numberCell(t.Value), numberCell(t.Base), growthCell(t.Growth, t.GrowthText), {}, {}, numberCell(hundredths(t.Growth)), {}, {},
	})
	return table
}

// movers lists who rose and who fell, the most first, and who came and went.
func (h heads) movers(m industry.Movers) workbook.Table {
	table := h.table("企业升降", "增量为本年累计－上年同期；新入规企业自带同期数才计入增速，退出的企业不在本年名单。",
		textColumn("情况"), textColumn("企业"), textColumn("环节"), textColumn("区域"), amountColumn("本年累计"), amountColumn("上年同期"), amountColumn("增量"), rateColumn("同比"), pullColumn())
	for _, list := range []struct {
		kind string
		rows []industry.Mover
	}{{"增长", m.Risers}, {"下降", m.Fallers}, {"新入规", m.Entrants}, {"退出", m.Leavers}, {"无同期数", m.Baseless}, {"未报", m.Missing}} {
		for _, r := range list.rows {
			table.Rows = append(table.Rows, []workbook.TableCell{
				textCell(list.kind), textCell(r.Name), textCell(r.Segment), textCell(r.Region), numberCell(r.Value), numberCell(r.Base),
				numberCell(r.Increment), growthCell(r.Growth, r.GrowthText), numberCell(hundredths(r.Pull)),
			})
		}
	}
	return table
}

// idle lists who stands still.
func (h heads) idle(m industry.Movers) workbook.Table {
	table := h.table("停产减产", m.IdleRule, textColumn("企业"), textColumn("环节"), textColumn("区域"), textColumn("情况"), textColumn("登记状态"),
		amountColumn("当月"), amountColumn("上年同月"), rateColumn("变化"), textColumn("自何时"), textColumn("依据"))
	for _, r := range m.Idle {
		table.Rows = append(table.Rows, []workbook.TableCell{
			textCell(r.Name), textCell(r.Segment), textCell(r.Region), textCell(r.State), textCell(r.Listed), numberCell(r.InMonth), numberCell(r.Then),
			rateCell(r.Change), textCell(r.Since.String()), textCell(r.Reason),
		})
	}
	return table
}

// heat is the heat map in figures: every row, not a page of them.
func (h heads) heat(m industry.Heat) workbook.Table {
	what := "企业"
	if !h.open {
		what = "环节"
	}
	table := h.table("逐月同比", "本期累计÷上年同期－1。", textColumn(what))
	for _, c := range m.Months {
		table.Columns = append(table.Columns, textColumn(c.Label))
	}
	for _, r := range m.Rows {
		row := []workbook.TableCell{textCell(r.Name)}
		for _, c := range r.Cells {
			row = append(row, textCell(c.Text))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
