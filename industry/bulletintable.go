package industry

import (
	"cmp"
	"slices"
	"strconv"
)

// indicatorTable is 主要指标: the fixed order of columns of every dispatch table
// (design guide, 5).
func indicatorTable(t DispatchTable) *Table {
	table := &Table{
		Title: t.Month.Span() + "主要指标完成情况",
		Columns: []TableColumn{
			{Name: "指标", Weight: 26}, {Name: "单位", Weight: 12}, {Name: "本年累计", Figure: true, Weight: 12}, {Name: "同比", Figure: true, Weight: 18}, {Name: "年度目标", Figure: true, Weight: 11}, {Name: "完成率", Figure: true, Weight: 10}, {Name: "超欠序时", Figure: true, Weight: 12}, {Name: "灯", Weight: 6},
		},
		Notes: append(footnotes(t), "超欠序时单位为百分点"),
	}
	for _, l := range t.Indicators {
		if l.Empty() {
			continue
		}
		u := l.ScreenUnit()
		table.row(l.Name, u.Name, u.Text(l.Cumulative), l.growthCell(), l.targetCell(), PercentText(l.Completion), PointsText(l.Ahead), l.LightLabel())
	}
	return table
}

// targetCell is the target in a table whose unit stands in a column of its own.
func (l Line) targetCell() string {
	if string(l.TargetKind) == TotalTarget {
		return l.ScreenUnit().Text(l.Target)
	}
	return l.TargetText()
}

// growthCell is the growth, or the difference of a count, which has no rate.
func (l Line) growthCell() string {
	if l.Indicator.FromRegister && !l.Indicator.Money() && l.Change.Known {
		return l.ChangeLabel()
	}
	return l.GrowthShort()
}

func (t *Table) row(cells ...string) {
	for i := range cells {
		cells[i] = papertext(cells[i])
	}
	t.Rows = append(t.Rows, cells)
}

// chainTable ranks the chains by the completion of the year's revenue, those
// without a target last.
func chainTable(chains []DispatchTable) *Table {
	table := &Table{
		Title: "各产业链营业收入排名", Unit: "亿元",
		Columns: []TableColumn{
			{Name: "位次", Weight: 8}, {Name: "产业链", Weight: 28}, {Name: "本年累计", Figure: true, Weight: 15}, {Name: "同口径同比", Figure: true, Weight: 16}, {Name: "年度目标", Figure: true, Weight: 15}, {Name: "完成率", Figure: true, Weight: 12}, {Name: "超欠序时", Figure: true, Weight: 13}, {Name: "灯", Weight: 8},
		},
		Notes: []string{"按完成率排名，无年度目标的不排名；超欠序时单位为百分点"},
	}
	type ranked struct {
		name string
		line Line
	}
	var list []ranked
	for _, c := range chains {
		if l, ok := c.Line("revenue"); ok && !l.Empty() {
			list = append(list, ranked{c.ChainName, l})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int {
		x, y := a.line.Completion, b.line.Completion
		return cmp.Or(boolInt(y.Known)-boolInt(x.Known), cmp.Compare(y.Percent, x.Percent))
	})
	place := undefined
	for i, r := range list {
		switch {
		case !r.line.Completion.Known:
			place = undefined
		case i == 0 || r.line.Completion != list[i-1].line.Completion: // equal ones share a place
			place = strconv.Itoa(i + 1)
		}
		target := undefined
		if string(r.line.TargetKind) == TotalTarget {
			target = YiText(r.line.Target)
		}
		table.row(place, r.name, YiText(r.line.Cumulative), r.line.GrowthShort(), target,
			PercentText(r.line.Completion), PointsText(r.line.Ahead), r.line.LightLabel())
	}
	return table
}
