package industry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// BulletinFacts is what a bulletin tells of. Nothing in it is of a single
// enterprise.
type BulletinFacts struct {
	Overview  Overview
	Chains    []DispatchTable // each chain's own table where the paper is of all
	Segments  []Verdict
	Issues    IssueSummary
	Decisions []Record                  // of earlier meetings
	Subjects  map[string][]NamedSubject // what they concern, by key
	County    string                    // 示例县
	Organ     string
	Date      Date
	Sample    bool
}

// Fields are what a template of a bulletin may name. By the program's own it has the
// order leaders expect (domain 7.1): 总体情况, 主要指标, 分链进展, 存在问题, 下一步工作.
func (f *BulletinFacts) Fields() Fields {
	t := f.Overview.Table
	return Fields{
		Paper:    Document{Kind: Bulletin, Date: f.Date, Month: t.Month, Sample: f.Sample},
		OneChain: t.Chain != AllChains,
		Words:    f.words(),
		Passages: []Passage{
			{"总体情况", f.general()},
			{"主要指标表", []Block{{Table: indicatorTable(t)}}},
			{"营业收入走势图", []Block{f.picture("trend", "营业收入走势")}},
			{"目标完成进度图", []Block{f.picture("pace", "年度目标完成进度")}},
			{"各链排名表", f.ranking()},
			{"细分链拉动", f.pulls()},
			{"招商引资", f.investment()},
			{"存在问题", f.problems()},
			{"下一步工作", f.next()},
			{"下一步工作要点", condensed(f.next(), 3)},
		},
	}
}

// BulletinOf writes the bulletin of a month in the program's own words.
func BulletinOf(f BulletinFacts) Document {
	d, _ := OwnTemplate(Bulletin).Write(f.Fields())
	return d
}

// add appends a section that has something to say.
func (d *Document) add(heading string, blocks ...Block) {
	if len(blocks) > 0 {
		d.Sections = append(d.Sections, Section{heading, blocks})
	}
}

// picture is the chart of that name of the paper's chain.
func (f *BulletinFacts) picture(chart, title string) Block {
	t := f.Overview.Table
	return Block{Picture: &Picture{Chart: chart, Chain: t.Chain, Title: t.Month.Span() + f.subject() + title}}
}

func (f *BulletinFacts) subject() string {
	if f.Overview.Table.Chain == AllChains {
		return "重点产业链"
	}
	return f.Overview.Table.ChainName
}

// period is how sentences of the month begin: 1—10月.
func period(m Month) string {
	_, span, _ := strings.Cut(m.Span(), "年")
	return span
}

func (f *BulletinFacts) general() []Block {
	t := f.Overview.Table
	if len(t.Indicators) == 0 {
		return nil
	}
	var clauses []string
	for _, l := range t.Indicators {
		clause := l.Clause()
		if clause == "" || l.Indicator.FromRegister {
			continue
		}
		if len(clauses) == 0 && l.Cumulative.Known {
			clause = "实现" + clause
		}
		clauses = append(clauses, clause)
	}
	if len(clauses) == 0 {
		return []Block{{Text: period(t.Month) + "，" + f.subject() + "还没有可通报的数据。"}}
	}
	text := period(t.Month) + "，" + f.County + f.subject() + clauses[0] + "。"
	blocks := []Block{{Text: text}}
	if len(clauses) > 1 {
		blocks = append(blocks, Block{Text: strings.Join(clauses[1:], "；") + "。"})
	}
	if c := t.Coverage; c.Expected > 0 {
		said := fmt.Sprintf("规上企业应报%d户、已报%d户", c.Expected, c.Reported)
		if missing := c.Expected - c.Reported; missing > 0 {
			said += fmt.Sprintf("，%d户未报，营业收入等合计数未含未报企业", missing)
		}
		blocks = append(blocks, Block{Text: said + "。"})
	}
	return blocks
}

// ranking ranks the chains by how far they are with the year's revenue.
func (f *BulletinFacts) ranking() []Block {
	if len(f.Chains) < 2 {
		return nil
	}
	return []Block{{Table: chainTable(f.Chains)}}
}

// pulls tells what the branches of the chains add to the growth.
func (f *BulletinFacts) pulls() []Block {
	b := f.Overview.Branches
	if b == nil || !b.Total.Growth.Known {
		return nil
	}
	var pulls []string
	for _, p := range byPull(b.Rows) {
		if p.Suppressed || !p.Pull.Known {
			continue
		}
		word := "拉动"
		if p.Pull.Percent < 0 {
			word = "下拉"
		}
		pulls = append(pulls, p.Name+papertext(p.GrowthText)+"，"+word+strings.TrimLeft(PullText(p.Pull), "+"+minus)+"个百分点")
	}
	if len(pulls) == 0 {
		return nil
	}
	return []Block{{Lead: "从细分链营业收入看，", Text: strings.Join(pulls, "；") + "。"}}
}

func byPull(rows []Part) []Part {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b Part) int { return cmp.Compare(b.Pull.Percent, a.Pull.Percent) })
	return rows
}

func (f *BulletinFacts) investment() []Block {
	inv := f.Overview.Investment
	if inv == nil || inv.Signed.Count == 0 {
		return nil
	}
	text := fmt.Sprintf("%d年以来累计签约正式合同项目%d个", inv.From.Month().Year(), inv.Signed.Count)
	if inv.Signed.Contract.Known {
		text += "，合同资金" + YiText(inv.Signed.Contract) + "亿元"
	}
	if inv.Signed.USD.Known && inv.Signed.USD.Parts > 0 {
		text += "，另有外资合同" + papertext(GroupedText(inv.Signed.USD)) + "万美元"
	}
	if inv.Arrived.Amount.Known {
		text += "；到位资金" + YiText(inv.Arrived.Amount) + "亿元"
	}
	var rates []string
	for _, r := range inv.Rates {
		if r.Percent.Known {
			rates = append(rates, r.Name+PercentText(r.Percent))
		}
	}
	if len(rates) > 0 {
		text += "；" + strings.Join(rates, "，")
	}
	if inv.Fastest != nil {
		text += fmt.Sprintf("。从签约到投产最快的%s用了%d天", inv.Fastest.Name, inv.Fastest.Days)
	}
	return []Block{{Text: text + "。"}}
}
