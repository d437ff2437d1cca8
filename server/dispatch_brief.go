package server

import (
	"strconv"
	"strings"

	"chainboard/industry"
)

// briefLine is one sentence of what a leader has to know first.
type briefLine struct {
	Label, Text string
	Path        string // where it is told in full
}

// brief says in a few sentences how the month stands: what there is, whether it
// is enough, who makes it, and how far the figures carry.
func (p *dispatchPage) brief() []briefLine {
	l := p.Shown
	var lines []briefLine
	add := func(label, text, path string) {
		if text != "" {
			lines = append(lines, briefLine{label, text, path})
		}
	}
	add(l.Name, amountSentence(l, p.Beside), "#trend")
	add("进度", paceSentence(l), "#table")
	add("灯号", lightSentence(p.Rows), "#table")
	add("拉动", pullSentence(p.Pulls), "#pull")
	add("报送", p.coverageSentence(), "#notes")
	return lines
}

func amountSentence(l industry.Line, beside string) string {
	if l.Empty() {
		return ""
	}
	var parts []string
	if l.Cumulative.Known {
		parts = append(parts, "累计"+industry.FigureOf(l.Cumulative, l.Unit).String())
	}
	if label := l.GrowthLabel(); !strings.HasSuffix(label, "—") {
		parts = append(parts, label)
	}
	if beside != "" {
		parts = append(parts, beside)
	}
	return strings.Join(parts, "，")
}

func paceSentence(l industry.Line) string {
	if !l.Target.Known {
		return ""
	}
	parts := []string{"年度目标" + l.TargetText()}
	if l.Completion.Known {
		parts = append(parts, "完成"+industry.PercentText(l.Completion))
	}
	if l.Ahead.Known {
		parts = append(parts, aheadText(l))
	}
	if text := l.RemainingText(); text != "" {
		parts = append(parts, text)
	}
	if text := l.ForecastText(); text != "" {
		parts = append(parts, "预测全年"+text)
	}
	return strings.Join(parts, "，")
}

// aheadText says by how many 百分点 a line is ahead of its pace or its target.
func aheadText(l industry.Line) string {
	than := "序时"
	if string(l.TargetKind) != industry.TotalTarget {
		than = "目标"
	}
	points := industry.PointsText(l.Ahead)
	if rest, behind := strings.CutPrefix(points, "−"); behind {
		return "欠" + than + rest + "个百分点"
	}
	if rest, ahead := strings.CutPrefix(points, "+"); ahead {
		return "超" + than + rest + "个百分点"
	}
	return "与" + than + "持平"
}

// lightSentence names what is red and what is yellow, and counts the rest.
func lightSentence(rows []dispatchRow) string {
	names := map[industry.Light][]string{}
	for _, r := range rows {
		names[r.Light] = append(names[r.Light], r.Name)
	}
	var parts []string
	for _, light := range []industry.Light{industry.Red, industry.Yellow, industry.Green} {
		list := names[light]
		if len(list) == 0 {
			continue
		}
		text := light.Label() + "灯" + strconv.Itoa(len(list)) + "项"
		if light != industry.Green {
			text += "：" + strings.Join(list, "、")
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "；")
}

// pullSentence names the groups that pull most and those that hold back.
func pullSentence(rows []pullRow) string {
	const most = 3
	var up, down []string
	for _, r := range strongest(rows) {
		text := r.Name + " " + industry.PullText(r.Pull)
		switch {
		case r.Pull.Percent > 0 && len(up) < most:
			up = append(up, text)
		case r.Pull.Percent < 0:
			down = append(down, text)
		}
	}
	if len(down) > most {
		down = down[len(down)-most:]
	}
	var parts []string
	if len(up) > 0 {
		parts = append(parts, "拉动较大："+strings.Join(up, "、"))
	}
	if len(down) > 0 {
		parts = append(parts, "下拉："+strings.Join(down, "、"))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "；") + "（百分点）"
}

func (p *dispatchPage) coverageSentence() string {
	c := p.Table.Coverage
	if c.Expected == 0 {
		return ""
	}
	text := "营业收入应报" + strconv.Itoa(c.Expected) + "户、已报" + strconv.Itoa(c.Reported) + "户"
	if missing := c.Expected - c.Reported; missing > 0 {
		text += "，" + strconv.Itoa(missing) + "户未报，合计不完整"
	}
	doubts := 0
	for _, r := range p.Rows {
		doubts += r.Unexplained
	}
	if doubts > 0 {
		text += "；" + strconv.Itoa(doubts) + "条数据待说明"
	}
	return text
}
