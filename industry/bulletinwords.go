package industry

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Clause puts a line of the dispatch table in words: 营业收入196.50亿元，同口径增长
// 11.3%，完成年度目标的82.6%，低于序时进度0.7个百分点，居全市第3位. It is empty where there
// is no figure.
func (l Line) Clause() string {
	parts := []string{}
	switch {
	case l.Cumulative.Known:
		figure := l.Name + papertext(l.ScreenUnit().Figure(l.Cumulative).String())
		if l.Code == "profit" && l.Cumulative.Parts < 0 {
			figure = l.Name + "亏损" + papertext(l.ScreenUnit().Figure(absolute(l.Cumulative)).String())
		}
		parts = append(parts, figure)
		if word := l.growthWords(); word != "" {
			parts = append(parts, word)
		}
	case l.Growth.Known: // an indicator that is a rate: 工业增加值增速
		parts = append(parts, l.Name+rateWords(l.Growth))
	default:
		return ""
	}
	parts = append(parts, l.targetWords()...)
	if l.Rank.Known {
		rank := "居全市第" + l.Rank.Decimal() + "位"
		switch {
		case !l.RankChange.Known:
		case l.RankChange.Parts > 0:
			rank += "，较上期上升" + l.RankChange.Decimal() + "位"
		case l.RankChange.Parts < 0:
			rank += "，较上期下降" + absolute(l.RankChange).Decimal() + "位"
		}
		parts = append(parts, rank)
	}
	return strings.Join(parts, "，")
}

// words are the fields within sentences of the month's papers.
func (f *BulletinFacts) words() []Word {
	t := f.Overview.Table
	words := []Word{
		{"期间", t.Month.Span()},
		{"月份", period(t.Month)},
		{"年", strconv.Itoa(t.Month.Year())},
		{"县", f.County},
		{"对象", f.subject()},
		{"落款单位", f.Organ},
		{"日期", dateWords(f.Date)},
		{"附表", f.annexTitle()},
	}
	for _, l := range t.Indicators {
		words = append(words, l.words()...)
	}
	return words
}

// words are the fields of a line: 营业收入, 营业收入增速, 营业收入完成率,
// 营业收入进度, 营业收入位次.
func (l Line) words() []Word {
	known := func(ok bool, text string) string {
		if !ok || text == "" {
			return undefined
		}
		return text
	}
	pace := l.targetWords()
	figure := known(l.Cumulative.Known, papertext(l.ScreenUnit().Figure(l.Cumulative).String()))
	if !l.Cumulative.Known && l.Growth.Known {
		figure = rateWords(l.Growth)
	}
	return []Word{
		{l.Name, figure},
		{l.Name + "增速", known(true, l.growthWords())},
		{l.Name + "完成率", PercentText(l.Completion)},
		{l.Name + "进度", known(l.Ahead.Known, strings.Join(pace[max(0, len(pace)-1):], ""))},
		{l.Name + "位次", known(l.Rank.Known, "第"+l.Rank.Decimal()+"位")},
	}
}

// growthWords is the growth on its basis: 同口径增长11.3%.
func (l Line) growthWords() string {
	if l.GrowthText == undefined {
		return ""
	}
	if LossPhrase(l.GrowthText) != "" {
		return "同比" + l.GrowthText
	}
	label := "同比"
	if l.GrowthBasis == Comparable {
		label = "同口径"
	}
	return label + papertext(l.GrowthText)
}

func rateWords(r Rate) string {
	if r.Percent < 0 {
		return "为" + PercentText(r)
	}
	return PercentText(r)
}

// targetWords tell the target and how far from it the month is, in points.
func (l Line) targetWords() []string {
	var words []string
	if l.Completion.Known {
		words = append(words, "完成年度目标的"+PercentText(l.Completion))
	}
	if !l.Ahead.Known {
		return words
	}
	than := "序时进度"
	if !l.Completion.Known {
		than = "年度目标"
	}
	points := strings.TrimLeft(PointsText(l.Ahead), "+"+minus)
	switch {
	case strings.Trim(points, "0.") == "":
		return append(words, "与"+than+"持平")
	case l.Ahead.Percent > 0:
		return append(words, "高于"+than+points+"个百分点")
	}
	return append(words, "低于"+than+points+"个百分点")
}

// problems names what is behind: indicators, projects, issues and gaps.
func (f *BulletinFacts) problems() []Block {
	var blocks []Block
	add := func(lead, text string) { blocks = append(blocks, Block{Lead: lead, Text: text}) }
	if behind := f.behind(); len(behind) > 0 {
		add("部分指标未达序时进度。", strings.Join(behind, "；")+"。")
	}
	if inv := f.Overview.Investment; inv != nil && len(inv.Overdue) > 0 {
		red := 0
		for _, o := range inv.Overdue {
			if o.Light == Red {
				red++
			}
		}
		text := fmt.Sprintf("有%d个项目超过计划节点", len(inv.Overdue))
		if red > 0 {
			text += fmt.Sprintf("，其中红灯%d个", red)
		}
		add("项目进度滞后。", text+fmt.Sprintf("；逾期最长的是%s，已逾期%d天。", inv.Overdue[0].Name, inv.Overdue[0].Days))
	}
	if f.Issues.Overdue > 0 {
		text := fmt.Sprintf("企业诉求逾期未办结%d件", f.Issues.Overdue)
		if f.Issues.Pending > 0 {
			text += fmt.Sprintf("，另有%d件在时限内办理", f.Issues.Pending)
		}
		var units []string
		for _, d := range f.Issues.Late[:min(len(f.Issues.Late), 3)] {
			units = append(units, fmt.Sprintf("%s%d件", cmp.Or(d.Department, "未定主办单位"), d.Overdue))
		}
		add("问题办理逾期。", text+"，逾期较多的是"+strings.Join(units, "、")+"。")
	}
	if gaps := f.gaps(); gaps != "" {
		add("链条仍有短板。", gaps)
	}
	return blocks
}

// behind are the lines with a yellow or red light, the red ones first.
func (f *BulletinFacts) behind() []string {
	var lines []Line
	for _, l := range f.Overview.Table.Indicators {
		if l.Light.grave() > Green.grave() {
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return b.Light.grave() - a.Light.grave() })
	words := make([]string, len(lines))
	for i, l := range lines {
		words[i] = l.Name + strings.Join(l.targetWords(), "，") + "（" + l.Light.Label() + "灯）"
	}
	return words
}

func (f *BulletinFacts) gaps() string {
	var words []string
	for _, state := range []Diagnosis{Broken, Short, Weak} {
		var names []string
		for _, v := range f.Segments {
			if v.State == state {
				names = append(names, v.Segment.Name)
			}
		}
		if len(names) == 0 {
			continue
		}
		text := string(state) + "环节" + strconv.Itoa(len(names)) + "个"
		shown := names[:min(len(names), 5)]
		text += "（" + strings.Join(shown, "、")
		if len(shown) < len(names) {
			text += "等"
		}
		words = append(words, text+"）")
	}
	if len(words) == 0 {
		return ""
	}
	return "经诊断，" + strings.Join(words, "，") + "。"
}

// next says what the rest of the year asks and what earlier meetings decided.
func (f *BulletinFacts) next() []Block {
	var blocks []Block
	if asked := f.asked(); len(asked) > 0 {
		blocks = append(blocks, Block{Lead: "紧盯年度目标。", Text: "剩余月份" + strings.Join(asked, "，") + "。"})
	}
	for _, r := range f.Decisions {
		if r.Get("state") == "已完成" {
			continue
		}
		text := "由" + r.Get("lead_department") + "牵头，"
		if support := r.Get("support_departments"); support != "" {
			text += support + "配合，"
		}
		if due := r.Date("due"); due < f.Date {
			text += "原定" + dateWords(due) + "前完成，已逾期"
		} else {
			text += dateWords(due) + "前完成"
		}
		blocks = append(blocks, Block{Lead: strings.TrimRight(r.Get("content"), "。；") + "。", Text: text + "。"})
	}
	return blocks
}

// asked is what indicators behind their target ask of the rest of the year: amounts a
// month, counts in all, since half a project is none.
func (f *BulletinFacts) asked() []string {
	var asked []string
	for _, l := range f.Overview.Table.Indicators {
		if !l.RemainingMonthly.Known || l.RemainingMonthly.Parts <= 0 || l.Light.grave() <= Green.grave() {
			continue
		}
		says, left := "月均须完成", l.RemainingMonthly
		if slices.Contains([]string{"个", "户", "家", "件", "项"}, l.Unit) {
			says, left = "还须完成", l.Target.Minus(l.Cumulative)
		}
		asked = append(asked, l.Name+says+papertext(l.ScreenUnit().Figure(left).String()))
	}
	return asked
}

// dateWords writes a day within a sentence; "—" where there is none.
func dateWords(d Date) string { return orElse(d.Words(), undefined) }
