package industry

import (
	"strconv"
	"strings"
)

// AnnexOf writes 附表 of a month: the tables that the bulletin's sentences rest
// on, each whole.
func AnnexOf(f BulletinFacts) Document {
	t := f.Overview.Table
	d := Document{
		Kind: Annex, Organ: f.Organ, Date: f.Date, Month: t.Month, Sample: f.Sample,
		Title: []string{f.annexTitle()},
	}
	d.annex(figureTable(t))
	if len(f.Chains) > 1 {
		d.annex(chainTable(f.Chains))
	}
	d.annex(f.pullTable())
	d.annex(f.overdueTable())
	d.annex(f.issueTable())
	d.annex(f.decisionTable())
	return d
}

func (f *BulletinFacts) annexTitle() string {
	return f.Overview.Table.Month.Span() + f.County + f.subject() + "运行情况附表"
}

// annex appends a table that has rows.
func (d *Document) annex(t *Table) {
	if t != nil && len(t.Rows) > 0 {
		d.Annexes = append(d.Annexes, *t)
	}
}

// figureTable is the dispatch table with all its columns, amounts in the unit of
// the screens.
func figureTable(t DispatchTable) *Table {
	const now, plan = "本年累计", "年度目标"
	table := &Table{
		Title: t.Month.Span() + "主要指标",
		Columns: []TableColumn{
			{Name: "指标", Weight: 22},
			{Name: "单位", Weight: 10},
			{Name: "累计", Figure: true, Weight: 11, Group: now},
			{Name: "上年同期", Figure: true, Weight: 11, Group: now},
			{Name: "同比", Figure: true, Weight: 13, Group: now},
			{Name: "两年平均", Figure: true, Weight: 10, Group: now},
			{Name: "目标", Figure: true, Weight: 11, Group: plan},
			{Name: "完成率", Figure: true, Weight: 9, Group: plan},
			{Name: "序时", Figure: true, Weight: 9, Group: plan},
			{Name: "超欠序时", Figure: true, Weight: 10, Group: plan},
			{Name: "灯", Weight: 6, Group: plan},
			{Name: "全市位次", Figure: true, Weight: 9},
		},
		Notes: append(footnotes(t), "超欠序时单位为百分点"),
	}
	for _, l := range t.Indicators {
		if l.Empty() {
			continue
		}
		u := l.ScreenUnit()
		rank := undefined
		if l.Rank.Known {
			rank = l.Rank.Decimal()
		}
		table.row(l.Name, u.Name, u.Text(l.Cumulative), u.Text(l.Base), l.growthCell(), PercentText(l.TwoYearAverage),
			l.targetCell(), PercentText(l.Completion), PercentText(l.Pace), PointsText(l.Ahead), l.LightLabel(), rank)
	}
	return table
}

// pullTable is what each branch pulls of the revenue's growth, nil where there is
// none to tell.
func (f *BulletinFacts) pullTable() *Table {
	b := f.Overview.Branches
	if b == nil || !b.Total.Growth.Known {
		return nil
	}
	table := &Table{
		Title: "各细分链营业收入与拉动", Unit: "亿元",
		Columns: []TableColumn{
			{Name: "细分链", Weight: 28},
			{Name: "本年累计", Figure: true, Weight: 16},
			{Name: "上年同期", Figure: true, Weight: 16},
			{Name: "同口径同比", Figure: true, Weight: 18},
			{Name: "占比", Figure: true, Weight: 12},
			{Name: "拉动", Figure: true, Weight: 12},
		},
		Notes: []string{"拉动单位为百分点；隐去的为不足3户规上企业、一户占八成以上，或可由其他数推算"},
	}
	for _, p := range byPull(b.Rows) {
		if p.Suppressed {
			table.row(p.Name, suppressed, suppressed, suppressed, suppressed, suppressed)
			continue
		}
		table.row(p.Name, YiText(p.Value), YiText(p.Base), shortGrowth(p.GrowthText, p.Growth), PercentText(p.Share), PullText(p.Pull))
	}
	return table
}

// overdueTable is every project past its planned date.
func (f *BulletinFacts) overdueTable() *Table {
	inv := f.Overview.Investment
	if inv == nil {
		return nil
	}
	table := &Table{
		Title:   "逾期项目",
		Columns: []TableColumn{{Name: "项目", Weight: 34}, {Name: "责任单位", Weight: 22}, {Name: "情形", Weight: 34}, {Name: "逾期天数", Figure: true, Weight: 12}, {Name: "灯", Weight: 8}},
	}
	for _, o := range inv.Overdue {
		table.row(o.Name, orElse(o.Department, undefined), o.Rule, strconv.Itoa(o.Days), o.Light.Label())
	}
	return table
}

// issueTable is how many of the enterprises' issues are late with each unit.
func (f *BulletinFacts) issueTable() *Table {
	table := &Table{
		Title:   "逾期未办结的企业诉求",
		Columns: []TableColumn{{Name: "主办单位", Weight: 40}, {Name: "逾期件数", Figure: true, Weight: 20}},
	}
	for _, d := range f.Issues.Late {
		table.row(orElse(d.Department, "未定主办单位"), strconv.Itoa(d.Overdue))
	}
	return table
}

// decisionTable is what meetings decided and how far it is.
func (f *BulletinFacts) decisionTable() *Table {
	table := &Table{
		Title:   "议定事项",
		Columns: []TableColumn{{Name: "会议", Weight: 22}, {Name: "事项", Weight: 42}, {Name: "涉及", Weight: 30}, {Name: "牵头单位", Weight: 18}, {Name: "配合单位", Weight: 18}, {Name: "时限", Weight: 14}, {Name: "状态", Weight: 10}},
		Notes:   []string{"来源：议定事项清单；注明督办的为列入督办、尚未完成的"},
	}
	for _, r := range f.Decisions {
		var subjects []string
		for _, s := range f.Subjects[r.Key()] {
			subjects = append(subjects, s.Text())
		}
		state := r.Get("state")
		if r.Yes("supervised") && decisionOpen(r) {
			state += "（督办）"
		}
		table.row(r.Get("meeting"), strings.TrimRight(r.Get("content"), "。；"), orElse(strings.Join(subjects, "；"), undefined), r.Get("lead_department"), orElse(r.Get("support_departments"), undefined), string(r.Date("due")), state)
	}
	return table
}
