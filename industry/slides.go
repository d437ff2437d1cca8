package industry

import (
	"cmp"
	"fmt"
	"strings"
)

// SlidesFacts is what the slides of a meeting tell of, as every viewer may see it:
// a room has guests.
type SlidesFacts struct {
	BulletinFacts
	Meeting  Meeting        // the zero one where none was opened
	Before   DecisionBoard  // what earlier meetings decided, as the meeting saw it
	Own      []DecisionItem // what it decided itself
	Overdues []OpenIssue    // issues past their day
}

// SlidesOf writes the pages of a meeting in the order it goes through them: what
// was decided before, the month as a whole, the indicators, each chain, what is
// late, what is decided.
func SlidesOf(f SlidesFacts) Document {
	t := f.Overview.Table
	d := Document{
		Kind: Slides, Organ: f.Organ, Date: cmp.Or(f.Meeting.HeldOn, f.Date), Month: t.Month, Sample: f.Sample, Notes: footnotes(t),
		Title: []string{t.Month.Span() + f.County + f.subject() + "运行情况", cmp.Or(f.Meeting.Name, "调度会演示材料")},
	}
	d.add("历次议定事项办理情况", f.carriedOut()...)
	d.add("总体情况", f.general()...)
	d.add("存在问题", f.problems()...)
	d.add("主要指标", tableOr(indicatorTable(t), "还没有数据。"))
	if len(t.Indicators) > 0 {
		d.add("营业收入走势", f.picture("trend", "营业收入走势"))
		d.add("年度目标完成进度", f.picture("pace", "年度目标完成进度"))
	}
	progress := "分链进展"
	if t.Chain != AllChains {
		progress = "细分链运行情况"
	}
	d.add(progress, f.chainSlides()...)
	for _, c := range f.Chains {
		d.add(c.ChainName, chainSlide(c)...)
	}
	d.add("逾期项目", tableOr(f.overdueTable(), "没有逾期的项目。"))
	d.add("逾期问题", tableOr(f.lateIssues(), "没有逾期的问题。"))
	d.add("本次议定事项", tableOr(f.ownTable(), "还没有登记本次会议的议定事项。"))
	return d
}

// chainSlide is a chain's revenue, what of it is behind, and the course of the year.
func chainSlide(t DispatchTable) []Block {
	own := BulletinFacts{Overview: Overview{Month: t.Month, Table: t}}
	var blocks []Block
	if l, ok := t.Line("revenue"); ok && l.Clause() != "" {
		blocks = append(blocks, Block{Text: period(t.Month) + "，实现" + l.Clause() + "。"})
	}
	if behind := own.behind(); len(behind) > 0 {
		blocks = append(blocks, Block{Lead: "未达序时进度：", Text: strings.Join(behind, "；") + "。"})
	}
	if len(blocks) == 0 {
		return nil
	}
	return append(blocks, own.picture("trend", "营业收入走势"))
}

// tableOr is a table that has rows, else a sentence.
func tableOr(t *Table, none string) Block {
	if t == nil || len(t.Rows) == 0 {
		return Block{Text: none}
	}
	return Block{Table: shaped(t)}
}

// shaped puts before the words of lights the shape that tells them without colour.
func shaped(t *Table) *Table {
	for i, c := range t.Columns {
		if c.Name != "灯" {
			continue
		}
		t.Columns[i].Weight += 2
		for _, row := range t.Rows {
			for _, light := range []Light{Green, Yellow, Red} {
				if row[i] == light.Label() {
					row[i] = light.Shape() + " " + row[i]
				}
			}
		}
	}
	return t
}

// carriedOut tells how far what earlier meetings decided is: in figures, by the
// unit that leads, and each thing that is still open.
func (f *SlidesFacts) carriedOut() []Block {
	told := MinutesFacts{Before: f.Before}
	blocks := told.carried()
	table := &Table{
		Title:   "未完成的议定事项",
		Columns: []TableColumn{{Name: "事项", Weight: 40}, {Name: "会议", Weight: 20}, {Name: "牵头单位", Weight: 16}, {Name: "时限", Weight: 17}, {Name: "情况", Weight: 20}},
	}
	for _, it := range f.Before.Items {
		if !it.Done {
			table.row(itemWords(it), it.Meeting, orElse(it.Department, undefined), orElse(string(it.Due), undefined), it.Light.Shape()+" "+it.Situation())
		}
	}
	if len(table.Rows) > 0 {
		blocks = append(blocks, Block{Table: table})
	}
	return blocks
}

// itemWords is what was decided, with what was reported of it.
func itemWords(it DecisionItem) string {
	text := strings.TrimRight(it.Content, "。；;")
	if it.Progress == "" {
		return text
	}
	return text + "（进展：" + strings.TrimRight(it.Progress, "。；;") + "）"
}

// chainSlides compare the chains, and the branches of what the meeting is on.
func (f *SlidesFacts) chainSlides() []Block {
	blocks := f.ranking()
	for _, b := range blocks {
		shaped(b.Table)
	}
	if t := f.pullTable(); t != nil && len(t.Rows) > 0 {
		blocks = append(blocks, Block{Table: t})
	}
	return blocks
}

func (f *SlidesFacts) lateIssues() *Table {
	table := &Table{
		Title:   fmt.Sprintf("逾期未办结的问题%d件", len(f.Overdues)),
		Columns: []TableColumn{{Name: "问题", Weight: 52}, {Name: "主办单位", Weight: 20}, {Name: "时限", Weight: 17}, {Name: "情况", Weight: 25}},
	}
	for _, it := range f.Overdues {
		table.row(it.Content, orElse(it.Department, undefined), string(it.Due), it.Light.Shape()+" "+it.Left())
	}
	return table
}

func (f *SlidesFacts) ownTable() *Table {
	table := &Table{
		Title:   "本次会议议定事项",
		Columns: []TableColumn{{Name: "事项", Weight: 50}, {Name: "牵头单位", Weight: 20}, {Name: "配合单位", Weight: 24}, {Name: "时限", Weight: 17}},
	}
	for _, it := range f.Own {
		table.row(strings.TrimRight(it.Content, "。；;"), orElse(it.Department, undefined), orElse(strings.Join(it.Support, "、"), undefined), orElse(string(it.Due), undefined))
	}
	return table
}
