package charts

import (
	"strconv"
	"strings"

	"chainboard/industry"
)

func chainMapTable(m industry.ChainMap) industry.Table {
	table := industry.Table{Title: "产业链图", Columns: append(heads(4, "环节", "细分链", "位置", "诊断", "企业 户", "规上 户", "营收占比"), industry.TableColumn{Name: "下游环节"})}
	names := map[string]string{}
	for _, n := range m.Nodes {
		names[n.ID] = n.Name
	}
	for _, n := range m.Nodes {
		var feeds []string
		for _, id := range n.Feeds {
			feeds = append(feeds, names[id])
		}
		feeds = append(feeds, n.Outside...)
		table.Rows = append(table.Rows, []string{
			n.Name, orNone(n.Branch), orNone(n.Position), string(n.State), strconv.Itoa(n.Firms), strconv.Itoa(n.Above),
			industry.PercentText(n.Share), orNone(strings.Join(feeds, industry.ListSeparator)),
		})
	}
	return table
}

func technologyTable(m industry.TechnologyMap) industry.Table {
	table := industry.Table{Title: "技术路线图", Columns: heads(7, "环节", "技术", "阶段", "水平", "起始年", "目标年", "里程碑")}
	for _, lane := range m.Lanes {
		for _, b := range lane.Bars {
			var marks []string
			for _, s := range b.Milestones {
				marks = append(marks, s.Text)
			}
			table.Rows = append(table.Rows, []string{
				lane.Name, b.Name, orNone(b.Stage), orNone(b.Level), strconv.Itoa(b.Start), strconv.Itoa(b.Target), orNone(strings.Join(marks, industry.ListSeparator)),
			})
		}
	}
	return table
}

func applicationTable(m industry.ApplicationMap) industry.Table {
	table := industry.Table{Title: "应用领域图", Columns: heads(3, "从", "到", "层次", "占比")}
	at := map[string]industry.ApplicationNode{}
	for _, n := range m.Nodes {
		at[n.ID] = n
	}
	for _, e := range m.Edges {
		step := "环节 → 领域"
		if at[e.From].Column == 1 {
			step = "领域 → 场景"
		}
		table.Rows = append(table.Rows, []string{at[e.From].Name, at[e.To].Name, step, industry.PercentText(e.Share)})
	}
	return table
}

func regionTable(m industry.RegionMap) industry.Table {
	table := industry.Table{Title: "区域分布图", Columns: heads(1, "区域", "企业 户", "规上 户", "在推项目 个", "营业收入 亿元", "占比")}
	for _, a := range m.Areas {
		table.Rows = append(table.Rows, areaCells(a))
	}
	for _, a := range m.Elsewhere {
		table.Rows = append(table.Rows, areaCells(a))
	}
	m.Total.Name = "合计"
	table.Rows = append(table.Rows, areaCells(m.Total))
	return table
}

func areaCells(a industry.Area) []string {
	row := []string{a.Name, strconv.Itoa(a.Enterprises), strconv.Itoa(a.AboveScale), strconv.Itoa(a.Projects), industry.YiText(a.Revenue), industry.PercentText(a.Share)}
	if a.Suppressed {
		row[4], row[5] = hidden, hidden
	}
	return row
}
