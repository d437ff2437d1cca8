package office

import (
	"context"
	"io"

	"chainboard/industry"
	"chainboard/workbook"
)

// Visits returns 走访覆盖率 of a chain and month with who visited whom; open says
// whether enterprises may be named.
func (o *Office) Visits(ctx context.Context, q Query, open bool) (industry.VisitReport, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.VisitReport{}, err
	}
	party, err := c.party(q.Chain)
	if err != nil {
		return industry.VisitReport{}, err
	}
	own := c.of(q.Chain)
	v := industry.VisitReportOf(own.counted(), own.segments, q.Month)
	v.Chain, v.ChainName = party.ID, party.Name
	if !open {
		v = v.Nameless()
	}
	return v, nil
}

// VisitFile writes the report as a workbook, a sheet for each of its tables.
// Enterprises are in it only for who may see single ones. It is audited before it
// leaves.
func (o *Office) VisitFile(ctx context.Context, w io.Writer, q Query, by Reader) error {
	open := by.User.Can(industry.SeeEnterprises)
	v, err := o.Visits(ctx, q, open)
	if err != nil {
		return err
	}
	s := visitSheets{v}
	tables := []workbook.Table{s.coverage(), s.visitors("按带队领导", "带队领导", v.Leaders), s.visitors("按参加单位", "参加单位", v.Departments)}
	if open {
		tables = append(tables, s.pairs(), s.unvisited())
	}
	entry := by.Actor.Entry(industry.ActExport, "走访覆盖率")
	entry.Detail = "产业链 " + v.Chain + "，" + v.Month.Span()
	return o.handOut(ctx, w, tables, entry)
}

// VisitRule tells how the share is counted.
const VisitRule = "走访覆盖率＝本年1月1日至月末走访过的名单内规上企业 ÷ 月末名单内规上企业，同一企业走访多次计一户"

type visitSheets struct{ industry.VisitReport }

func (s visitSheets) table(sheet, note string, columns ...workbook.TableColumn) workbook.Table {
	return workbook.Table{Sheet: sheet, Title: s.ChainName + " " + s.Month.Span() + " " + sheet, Notes: []string{note}, Columns: columns}
}

func (s visitSheets) coverage() workbook.Table {
	t := s.table("走访覆盖率", VisitRule, textColumn("细分链"), textColumn("环节"), amountColumn("已走访(户)"), amountColumn("名单内规上(户)"), rateColumn("走访覆盖率"))
	add := func(branch, name string, c industry.VisitCoverage) {
		t.Rows = append(t.Rows, []workbook.TableCell{textCell(branch), textCell(name), numberCell(c.Visited), numberCell(c.Listed), rateCell(c.Percent)})
	}
	for _, x := range s.Segments {
		add(x.Branch, x.Name, x.VisitCoverage)
	}
	add("合计", "", s.Coverage)
	add("上年同期", "", s.Before)
	return t
}

func (s visitSheets) visitors(sheet, who string, list []industry.Visitor) workbook.Table {
	t := s.table(sheet, "一次走访有多位领导或多个单位参加的，各计一次", textColumn(who), amountColumn("走访次数"), amountColumn("企业(户)"), textColumn("最近走访"))
	for _, x := range list {
		t.Rows = append(t.Rows, []workbook.TableCell{textCell(nameOr(x.Name, "未填")), countCell(x.Visits), countCell(x.Enterprises), textCell(string(x.Last))})
	}
	return t
}

func (s visitSheets) pairs() workbook.Table {
	t := s.table("谁走访了谁", "一次走访有多位领导或多个单位参加的，各计一次", textColumn("带队领导或参加单位"), textColumn("类别"), textColumn("企业"), amountColumn("走访次数"), textColumn("最近走访"))
	for kind, list := range [][]industry.Visitor{s.Leaders, s.Departments} {
		for _, x := range list {
			for _, f := range x.Firms {
				t.Rows = append(t.Rows, []workbook.TableCell{
					textCell(nameOr(x.Name, "未填")), textCell([]string{"带队领导", "参加单位"}[kind]), textCell(f.Name), countCell(f.Visits), textCell(string(f.Last)),
				})
			}
		}
	}
	return t
}

func (s visitSheets) unvisited() workbook.Table {
	t := s.table("本年未走访", "规上企业在前，从未走访和最久没有走访的在前；注销的不列",
		textColumn("企业"), textColumn("规上"), textColumn("企业角色"), textColumn("环节"), textColumn("上次走访"), textColumn("期后走访"))
	for _, f := range s.Unvisited {
		listed := "否"
		if f.Listed {
			listed = "是"
		}
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(f.Name), textCell(listed), textCell(f.Role), textCell(f.Segment), textCell(nameOr(string(f.Last), "从未走访")), textCell(string(f.Since)),
		})
	}
	return t
}

func nameOr(name, other string) string {
	if name == "" {
		return other
	}
	return name
}
