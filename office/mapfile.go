package office

import (
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"chainboard/industry"
	"chainboard/workbook"
)

// MapRequest asks for one of the four maps as a table.
type MapRequest struct {
	Map     string // industry.MapChain …
	Query   Query
	Edition *industry.Edition // whose moment the query's is; nil: none
}

// MapFile writes the table view of a map as a workbook. What a map withholds from
// who may not see single enterprises is not in it. The file is audited before it
// leaves.
func (o *Office) MapFile(ctx context.Context, w io.Writer, r MapRequest, by Reader) error {
	table, head, err := o.mapTable(ctx, r, by.User.Can(industry.SeeEnterprises) && by.User.Can(industry.ExportEnterprises))
	if err != nil {
		return err
	}
	name := industry.MapName(r.Map)
	table.Sheet, table.Title = name, head.Chain.Name+" "+name
	table.Notes = append(table.Notes, fmt.Sprintf("截至 %s", head.At))
	table.Foot = editionFoot(r.Edition)
	detail := fmt.Sprintf("产业链 %s，%d 行", head.Chain.ID, len(table.Rows))
	if r.Edition != nil {
		detail += "，版本 " + r.Edition.Name
	}
	file, err := o.tableFile(ctx, table, by.Actor, name, detail)
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}

func (o *Office) mapTable(ctx context.Context, r MapRequest, open bool) (workbook.Table, MapHead, error) {
	switch r.Map {
	case industry.MapChain:
		m, head, err := o.ChainMap(ctx, r.Query, open)
		return chainTable(m), head, err
	case industry.MapTechnology:
		m, head, err := o.TechnologyMap(ctx, r.Query)
		return technologyTable(m), head, err
	case industry.MapApplication:
		m, head, err := o.ApplicationMap(ctx, r.Query)
		return applicationTable(m), head, err
	case industry.MapRegion:
		m, head, err := o.RegionMap(ctx, r.Query, open)
		t := regionTable(m)
		t.Notes = append(t.Notes, "营业收入 "+head.Month.Span())
		return t, head, err
	}
	return workbook.Table{}, MapHead{}, industry.Errorf(industry.NotFound, "没有“%s”这张图", r.Map)
}

// editionFoot says below a table which edition it is.
func editionFoot(e *industry.Edition) []string {
	if e == nil {
		return nil
	}
	return []string{"版本：" + e.Heading() + "（" + asOfText(e.AsOf) + "）"}
}

func text(s string) workbook.TableCell { return workbook.TableCell{Text: s} }

func count(n int) workbook.TableCell {
	return workbook.TableCell{Number: industry.Q(int64(n))}
}

// share is a share of a map as it is printed there, with one decimal.
func share(r industry.Rate) workbook.TableCell {
	if !r.Known {
		return workbook.TableCell{}
	}
	return workbook.TableCell{Number: industry.Parts(int64(math.Round(r.Percent*10)) * (industry.Scale / 10))}
}

func headers(names ...string) []workbook.TableColumn {
	columns := make([]workbook.TableColumn, len(names))
	for i, name := range names {
		columns[i].Header = name
	}
	return columns
}

func chainTable(m industry.ChainMap) workbook.Table {
	t := workbook.Table{
		Columns: headers("细分链", "环节编码", "环节", "位置", "诊断", "认定", "企业(户)", "规上(户)", "链主(户)", "在推项目(个)", "技术(项)", "营收占比(%)", "对策", "供给", "依据"),
	}
	names := make(map[string]string, len(m.Nodes))
	for _, n := range m.Nodes {
		names[n.ID] = n.Name
	}
	for _, n := range m.Nodes {
		given := ""
		if n.Given {
			given = "链长办认定"
		}
		feeds := make([]string, len(n.Feeds))
		for i, id := range n.Feeds {
			feeds[i] = names[id]
		}
		feeds = append(feeds, n.Outside...)
		t.Rows = append(t.Rows, []workbook.TableCell{
			text(n.Branch), text(n.Code), text(n.Name), text(n.Position), text(string(n.State)), text(given), count(n.Firms), count(n.Above),
			count(n.Anchors), count(len(n.Projects)), count(n.Techs), share(n.Share), text(n.Remedy),
			text(strings.Join(feeds, industry.ListSeparator)), text(n.Reason),
		})
	}
	return t
}

func technologyTable(m industry.TechnologyMap) workbook.Table {
	t := workbook.Table{
		Columns: headers("细分链", "环节", "技术", "阶段", "水平", "起始年", "目标年", "目标", "里程碑", "牵头企业", "合作单位", "攻关平台", "责任单位"),
	}
	for _, lane := range m.Lanes {
		for _, b := range lane.Bars {
			leader := ""
			if b.Leader != nil {
				leader = b.Leader.Name
			}
			t.Rows = append(t.Rows, []workbook.TableCell{
				text(lane.Branch), text(lane.Name), text(b.Name), text(b.Stage), text(b.Level), count(b.Start), count(b.Target), text(b.Goal), text(b.Written),
				text(leader), text(strings.Join(b.Partners, industry.ListSeparator)), text(b.Platform), text(strings.Join(b.Department, industry.ListSeparator)),
			})
		}
	}
	return t
}

func applicationTable(m industry.ApplicationMap) workbook.Table {
	t := workbook.Table{
		Notes:   []string{"占比为该环节产品用于该领域的比例，不同环节的不相加"},
		Columns: headers("细分链", "环节", "应用领域", "应用场景", "占比(%)", "代表企业", "备注"),
	}
	for _, row := range m.Rows {
		firms := make([]string, len(row.Firms))
		for i, f := range row.Firms {
			firms[i] = f.Name
		}
		t.Rows = append(t.Rows, []workbook.TableCell{
			text(row.Branch), text(row.Segment), text(row.Field), text(row.Scenario), share(row.Share),
			text(strings.Join(firms, industry.ListSeparator)), text(row.Note),
		})
	}
	return t
}

func regionTable(m industry.RegionMap) workbook.Table {
	t := workbook.Table{
		Columns: headers("编码", "区域", "类型", "级别", "企业(户)", "规上(户)", "在推项目(个)", "营业收入(万元)", "占比(%)"),
	}
	add := func(a industry.Area) {
		revenue, part := workbook.TableCell{Number: a.Revenue}, share(a.Share)
		if a.Suppressed {
			revenue, part = text("隐去"), text("隐去")
		}
		t.Rows = append(t.Rows, []workbook.TableCell{
			text(a.ID), text(a.Name), text(a.Type), text(a.Level), count(a.Enterprises), count(a.AboveScale), count(a.Projects), revenue, part,
		})
	}
	for _, a := range m.Areas {
		add(a)
	}
	for _, a := range m.Elsewhere {
		add(a)
	}
	if len(t.Rows) > 0 {
		m.Total.Name = "合计"
		add(m.Total)
	}
	return t
}
