package industry

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// templateFields are those of a month with revenue but without tax, as a county
// would name them in its own sentences.
func templateFields(kind DocumentKind) Fields {
	revenue := Line{
		Code: "revenue", Name: "营业收入", Unit: "万元", Indicator: Indicator{Code: "revenue", Name: "营业收入", Unit: "万元"}, GrowthBasis: Comparable,
		Cumulative: Q(1_864_213), Growth: Percent(11.3), GrowthText: "增长11.3%", Completion: Percent(71.7), Ahead: Percent(-3.3), Rank: Q(3),
	}
	tax := Line{Code: "tax", Name: "税收", Unit: "万元", GrowthText: undefined}
	f := BulletinFacts{
		County: "示例县", Organ: "示例县链长办", Date: "2026-11-05",
		Overview: Overview{Table: DispatchTable{Chain: AllChains, Month: NewMonth(2026, 9), Indicators: []Line{revenue, tax}}},
	}
	if kind == Briefing {
		b := BriefingFacts{BulletinFacts: f}
		return b.Fields()
	}
	return f.Fields()
}

func TestDocumentTemplateWrites(t *testing.T) {
	text := "【标题】\n关于{期间}{对象}运行的通报\n【主送】\n各单位：\n\n【经济运行】\n稳中有进。｜{月份}，营业收入{营业收入}，{营业收入增速}，{营业收入进度}，居全市{营业收入位次}。\n税收{税收}。\n{总体情况}\n【招商】\n{招商引资}\n"
	d, notes := DocumentTemplate{Kind: Bulletin, Text: text}.Write(templateFields(Bulletin))
	if got := strings.Join(d.Title, "/"); got != "关于2026年1—9月重点产业链运行的通报" || d.To != "各单位" || d.Organ != "" {
		t.Errorf("title %s, to %s, organ %s", got, d.To, d.Organ)
	}
	if len(d.Sections) != 1 || d.Sections[0].Heading != "经济运行" {
		t.Fatalf("sections %+v", d.Sections)
	}
	first := d.Sections[0].Blocks[0]
	if first.Lead != "稳中有进。" || first.Text != "1—9月，营业收入186.42亿元，同口径增长11.3%，低于序时进度3.3个百分点，居全市第3位。" {
		t.Errorf("%+v", first)
	}
	if second := d.Sections[0].Blocks[1]; !strings.HasPrefix(second.Text, "1—9月，示例县重点产业链实现营业收入186.42亿元") {
		t.Errorf("%+v", second)
	}
	var said []string
	for _, n := range notes {
		if n.Refused {
			t.Errorf("refused: %s", n.Sentence())
		}
		said = append(said, n.Sentence())
	}
	if got := strings.Join(said, "|"); got != "第8行：{税收}本月没有数，这一行没有写进去|第11行：{招商引资}本月没有内容" {
		t.Errorf("notes %s", got)
	}
}

// TestDocumentTemplateRefuses: each fault is named with its line.
func TestDocumentTemplateRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"总体平稳。":                                "第1行：这一行前面没有标题行",
		"【总体情况】\n{总体情况}":                       "缺少【标题】",
		"【标题】\n通报\n【甲】\n{营收}":                  "第4行：没有{营收}这个字段",
		"【标题】\n通报\n【甲】\n表：{主要指标表}":             "第4行：{主要指标表}是整段内容",
		"【标题】\n通报\n【甲】\n营业收入{营业收入":             "第4行：花括号不成对",
		"【标题】\n通报\n【标题】\n又一个":                  "第3行：【标题】在第1行已经有了",
		"【标题】\n通报\n【报头】\n简报":                   "第3行：通报没有【报头】",
		"【标题】\n通报\n【】\n空":                      "第3行：标题行应写成",
		"【标题】\n通报\n【分链进展｜】\n甲":                 "第3行：标题行里的｜前后各写一个节的标题",
		"【标题】\n通报\n【甲｜乙｜丙】\n甲":                 "第3行：标题行里的｜前后各写一个节的标题",
		"【标题】\n通报\n【主送｜乙】\n甲":                  "第3行：标题行里的｜前后各写一个节的标题",
		"【标题】\n通报\n【甲｜报头】\n甲":                  "第3行：标题行里的｜前后各写一个节的标题",
		"【标题】\n通报\n【版头】\n链长办文件\n【份号】\n12":      "第6行：份号应为6位数字",
		"【标题】\n通报\n【密级】\n内部":                   "还要有【版头】",
		"【标题】\n通报\x01":                         "控制字符",
		"【标题】\n" + strings.Repeat("长", 20_001): "最多20000个字",
	} {
		err := DocumentTemplate{Kind: Bulletin, Text: text}.Check(templateFields(Bulletin))
		var e *Error
		if !errors.As(err, &e) || e.Kind != Invalid || !strings.Contains(e.Fields["text"], want) {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
	if err := (DocumentTemplate{Kind: Briefing, Text: "【标题】\n简报\n【版头】\n链长办文件"}).Check(templateFields(Briefing)); err == nil {
		t.Error("a briefing took 版头")
	}
	briefing := DocumentTemplate{Kind: Briefing, Text: "【报头】\n示例县链长制简报\n【份数】\n许多\n【标题】\n运行情况"}
	if err := briefing.Check(templateFields(Briefing)); err == nil {
		t.Error("份数 took words")
	}
	briefing.Text = strings.Replace(briefing.Text, "许多", "60份", 1)
	d, _ := briefing.Write(templateFields(Briefing))
	if err := briefing.Check(templateFields(Briefing)); err != nil || d.Masthead.Copies != 60 || d.Masthead.Name != "示例县链长制简报" {
		t.Errorf("%+v %v", d.Masthead, err)
	}
}

// TestDocumentTemplateOfLetter: what a paper has around its text is the county's.
func TestDocumentTemplateOfLetter(t *testing.T) {
	text := "【版头】\n{落款单位}文件\n【份号】\n000001\n【密级】\n秘密★1年\n【标题】\n通报\n【附件】\n{附表}。\n议定事项清单\n【抄送】\n县委办公室，\n县政府办公室。\n【印发】\n{落款单位}\n"
	d, notes := DocumentTemplate{Kind: Bulletin, Text: text}.Write(templateFields(Bulletin))
	if len(notes) > 0 || *d.Letterhead != (Letterhead{Name: "示例县链长办文件", Copy: "000001", Secrecy: "秘密★1年"}) {
		t.Errorf("%+v %+v", d.Letterhead, notes)
	}
	if got := strings.Join(d.Attached, "/"); got != "2026年1—9月示例县重点产业链运行情况附表/议定事项清单" {
		t.Errorf("attached: %s", got)
	}
	if d.Imprint != (Imprint{CC: "县委办公室，县政府办公室", Printer: "示例县链长办"}) {
		t.Errorf("%+v", d.Imprint)
	}
	own, _ := OwnTemplate(Bulletin).Write(templateFields(Bulletin))
	if own.Letterhead != nil || own.Imprint.Stands() || len(own.Attached) != 1 {
		t.Errorf("by the program's own: %+v %+v %v", own.Letterhead, own.Imprint, own.Attached)
	}
}

// TestHeadingsOfOneChain: a paper of one chain does not speak of the progress of the
// chains; what a county wrote before headings came in pairs is taken as it is.
func TestHeadingsOfOneChain(t *testing.T) {
	pulls := Passage{"细分链拉动", []Block{{Text: "锂电增长12.5%。"}}}
	headings := func(kind DocumentKind, text string, one bool) string {
		f := templateFields(kind)
		f.OneChain = one
		for i, p := range f.Passages {
			if p.Name == pulls.Name {
				f.Passages[i] = pulls
			}
		}
		template := DocumentTemplate{Kind: kind, Text: text}
		if err := template.Check(f); err != nil {
			t.Fatal(err)
		}
		d, _ := template.Write(f)
		var list []string
		for _, s := range d.Sections {
			list = append(list, s.Heading)
		}
		return strings.Join(list, "/")
	}
	for _, c := range []struct {
		kind       DocumentKind
		text       string
		all, other string
	}{
		{Bulletin, ownBulletin, "分链进展与排名", "细分链运行情况"},
		{Briefing, ownBriefing, "分链进展", "细分链运行情况"},
		{Bulletin, "【标题】\n通报\n【分链进展与排名】\n{细分链拉动}", "分链进展与排名", "分链进展与排名"},
		{Bulletin, "【标题】\n通报\n【各链｜ 本链 】\n{细分链拉动}", "各链", "本链"},
	} {
		if got := "/" + headings(c.kind, c.text, false) + "/"; !strings.Contains(got, "/"+c.all+"/") {
			t.Errorf("%s of all chains has %s", c.kind, got)
		}
		if got := "/" + headings(c.kind, c.text, true) + "/"; !strings.Contains(got, "/"+c.other+"/") || c.all != c.other && strings.Contains(got, "/"+c.all+"/") {
			t.Errorf("%s of one chain has %s", c.kind, got)
		}
	}
	f := BulletinFacts{Overview: Overview{Table: DispatchTable{Chain: "ne", ChainName: "新能源产业链", Month: NewMonth(2026, 9)}}}
	if fields := f.Fields(); !fields.OneChain {
		t.Error("the fields of one chain's bulletin do not say so")
	} else if d, _ := OwnTemplate(Bulletin).Write(fields); d.To != "新能源产业链各牵头单位、责任单位" {
		t.Errorf("it goes to %s", d.To)
	}
	f.Overview.Branches = &Breakdown{Rows: []Part{{Name: "锂电", Pull: Percent(7.9)}}, Total: PartTotal{Growth: Percent(12.6)}}
	if d := SlidesOf(SlidesFacts{BulletinFacts: f}); !slices.ContainsFunc(d.Sections, func(s Section) bool { return s.Heading == "细分链运行情况" }) {
		t.Errorf("the slides of one chain are %+v", d.Sections)
	}
}

// TestOwnTemplatesHold: what the program writes by itself has no fault, of any kind.
func TestOwnTemplatesHold(t *testing.T) {
	minutes := MinutesFacts{Meeting: Meeting{Name: "2026年11月调度会", Month: NewMonth(2026, 9), Chain: AllChains, HeldOn: "2026-11-05"}, Date: "2026-11-05"}
	for kind, fields := range map[DocumentKind]Fields{Bulletin: templateFields(Bulletin), Briefing: templateFields(Briefing), Minutes: minutes.Fields()} {
		if err := OwnTemplate(kind).Check(fields); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if len(TemplateKinds()) != 3 {
		t.Errorf("kinds with a template: %v", TemplateKinds())
	}
}

func TestReword(t *testing.T) {
	paper := func() Document {
		return Document{Sections: []Section{
			{"总体情况", []Block{{Text: "营业收入186.42亿元。"}, {Table: &Table{Title: "表"}}, {Lead: "进度滞后。", Text: "三个项目。"}}},
			{"存在问题", []Block{{Text: "两件。"}}},
		}}
	}
	d := paper()
	unused := d.Reword([]Rewording{
		{Was: NumberWording, Text: "示链办〔2026〕12号"},
		{Was: "营业收入186.42亿元。", Text: "营业收入达到186.42亿元。\n再创新高。｜好于预期。", By: "周某某"},
		{Was: "两件。", Text: ""},
		{Was: "营业收入180.00亿元。", Text: "旧的。"},
	})
	if len(unused) != 1 || unused[0].Text != "旧的。" || d.Number != "示链办〔2026〕12号" {
		t.Errorf("unused %+v, number %s", unused, d.Number)
	}
	blocks := d.Sections[0].Blocks
	if len(blocks) != 4 || blocks[0].Reworded.Was != "营业收入186.42亿元。" || blocks[1].Reworded.Was != "" || blocks[1].Lead != "再创新高。" || blocks[3].Reworded != nil {
		t.Errorf("%+v", blocks)
	}
	if left := d.Sections[1].Blocks[0]; left.Reworded == nil || left.Wording() != "" {
		t.Errorf("what was left out is not marked: %+v", left)
	}
	d.Clean()
	if len(d.Sections) != 1 || len(d.Sections[0].Blocks) != 4 || d.Sections[0].Blocks[0].Reworded != nil {
		t.Errorf("clean: %+v", d.Sections)
	}
}

func TestRewordingCheck(t *testing.T) {
	r := Rewording{Was: NumberWording, Text: " 示链办(2026)12号 "}
	if err := r.Check(); err != nil || r.Text != "示链办〔2026〕12号" {
		t.Errorf("%s %v", r.Text, err)
	}
	for _, text := range []string{strings.Repeat("长", 2001), "一\x00二"} {
		if err := (&Rewording{Was: "a", Text: text}).Check(); err == nil {
			t.Errorf("took %.20q", text)
		}
	}
}
