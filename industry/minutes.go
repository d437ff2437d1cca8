package industry

import (
	"fmt"
	"strconv"
	"strings"
)

// MinutesFacts is what the minutes of a meeting tell of. Who attended is not in
// them: names of people are not for everybody who may read a paper.
type MinutesFacts struct {
	Meeting   Meeting
	Own       []DecisionItem // what the meeting decided
	Before    DecisionBoard  // of earlier meetings, as the meeting saw it
	ChainName string         // not needed of all chains together
	County    string         // 示例县
	Organ     string
	Date      Date
	Sample    bool
}

// Fields are what a template of minutes may name. By the program's own they tell
// when the meeting was held and on which month, its agenda, each thing it decided
// with who does it by when, and how far what earlier meetings decided is carried out.
func (f *MinutesFacts) Fields() Fields {
	m := f.Meeting
	return Fields{
		Paper:    Document{Kind: Minutes, Date: f.Date, Month: m.Month, Sample: f.Sample},
		OneChain: m.Chain != AllChains,
		Words: []Word{
			{"会议", m.Name},
			{"会议日期", dateWords(m.HeldOn)},
			{"期间", m.Month.Span()},
			{"月份", period(m.Month)},
			{"年", strconv.Itoa(m.Month.Year())},
			{"县", f.County},
			{"对象", f.subject()},
			{"落款单位", f.Organ},
			{"日期", dateWords(f.Date)},
		},
		Passages: []Passage{{"会议概况", f.opening()}, {"议定事项", f.decided()}, {"历次议定事项办理情况", f.carried()}},
	}
}

func (f *MinutesFacts) subject() string {
	if f.Meeting.Chain == AllChains {
		return "重点产业链"
	}
	return f.ChainName
}

func (f *MinutesFacts) opening() []Block {
	m := f.Meeting
	held := "召开" + m.Name
	if !strings.HasPrefix(m.Name, f.County) {
		held = f.County + held
	}
	text := fmt.Sprintf("%s，%s。会议听取%s%s运行情况和历次议定事项办理情况", dateWords(m.HeldOn), held, m.Month.Span(), f.subject())
	switch len(f.Own) {
	case 0:
		text += "。"
	default:
		text += fmt.Sprintf("，议定%d项工作。", len(f.Own))
	}
	blocks := []Block{{Text: text}}
	var points []string
	for _, item := range m.AgendaItems() {
		points = append(points, item.Text)
	}
	if len(points) > 0 {
		blocks = append(blocks, Block{Text: "会议议程：" + strings.Join(points, "；") + "。"})
	}
	return append(blocks, Block{Text: "会议所用数据定格于" + dateWords(DateOf(m.AsOf)) + m.AsOf.In(Shanghai).Format("15:04") + "，此后的修订不在其中。"})
}

func (f *MinutesFacts) decided() []Block {
	if len(f.Own) == 0 {
		return []Block{{Text: "本次会议没有登记议定事项。"}}
	}
	blocks := make([]Block, len(f.Own))
	for i, it := range f.Own {
		said := []string{"牵头单位：" + orElse(it.Department, "未定")}
		if len(it.Support) > 0 {
			said = append(said, "配合单位："+strings.Join(it.Support, "、"))
		}
		due := "未定"
		if it.Due.Defined() {
			due = dateWords(it.Due)
		}
		said = append(said, "完成时限："+due)
		for _, s := range it.Subjects {
			said = append(said, "涉及"+s.Text())
		}
		blocks[i] = Block{Lead: strings.TrimRight(it.Content, "。；;") + "。", Text: strings.Join(said, "；") + "。"}
	}
	return blocks
}

// carried tells of earlier meetings, in figures and by the unit that leads.
func (f *MinutesFacts) carried() []Block {
	b := f.Before
	if b.Total == 0 {
		return []Block{{Text: "此前没有登记议定事项。"}}
	}
	text := fmt.Sprintf("截至%s，历次会议议定%d项，已完成%d项，逾期%d项，未到时限%d项", dateWords(b.Today), b.Total, b.Done, b.Overdue, b.Pending)
	for _, r := range b.Rates {
		if r.Of > 0 {
			text += "，" + r.Name + r.Text()
		}
	}
	if n := b.Supervised; n > 0 {
		text += fmt.Sprintf("；督办%d项尚未完成", n)
	}
	table := &Table{
		Title: "各牵头单位办理情况",
		Columns: []TableColumn{
			{Name: "牵头单位", Weight: 34}, {Name: "议定（项）", Figure: true, Weight: 14}, {Name: "已完成（项）", Figure: true, Weight: 16}, {Name: "逾期（项）", Figure: true, Weight: 14}, {Name: "完成率", Figure: true, Weight: 14},
		},
		Notes: []string{"完成率：" + doneRule + "；按期完成率：" + b.Rates[len(b.Rates)-1].Rule},
	}
	for _, g := range b.Departments {
		table.row(g.Name, fmt.Sprint(g.Total), fmt.Sprint(g.Done), fmt.Sprint(g.Overdue), g.Share().Text())
	}
	return []Block{{Text: text + "。"}, {Table: table}}
}
