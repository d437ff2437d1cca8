package charts

import (
	"slices"
	"strconv"

	"chainboard/industry"
)

func funnelTable(inv industry.Investment) industry.Table {
	table := industry.Table{Title: "招商项目", Columns: heads(1, "阶段", "达到该阶段 个", "现处于 个", "合同资金 亿元")}
	for _, c := range inv.Stages {
		if slices.Contains(funnelStages[:], c.Stage) {
			table.Rows = append(table.Rows, []string{c.Label, strconv.Itoa(c.Reached), strconv.Itoa(c.Current), industry.YiText(c.Contract)})
		}
	}
	return table
}

func sourcesTable(inv industry.Investment) industry.Table {
	table := industry.Table{Title: "招商来源", Columns: heads(1, "来源", "签约 个", "合同资金 亿元")}
	for _, s := range inv.Sources {
		table.Rows = append(table.Rows, []string{s.Place(), strconv.Itoa(s.Count), industry.YiText(s.Contract)})
	}
	return table
}

func flowTable(f industry.Flow) industry.Table {
	table := industry.Table{Title: "招商流向", Columns: heads(2, "从", "到", "签约 个")}
	names := map[string]string{}
	for _, n := range f.Nodes {
		names[n.ID] = n.Name
	}
	for _, l := range f.Links {
		table.Rows = append(table.Rows, []string{names[l.From], names[l.To], strconv.Itoa(l.Count)})
	}
	return table
}

func signedMonthsTable(y industry.SignedYear) industry.Table {
	table := industry.Table{Title: "逐月签约", Columns: heads(1, "月份", "本年 个", "上年 个", "本年 亿元", "上年 亿元")}
	row := func(label string, now, before industry.SignedCount) {
		table.Rows = append(table.Rows, []string{
			label, strconv.Itoa(now.Count), strconv.Itoa(before.Count), industry.YiText(now.Contract), industry.YiText(before.Contract),
		})
	}
	for _, m := range y.Months {
		row(strconv.Itoa(m.Month.Number())+"月", m.Now, m.Before)
	}
	row("累计", y.Now, y.Before)
	return table
}
