package industry

import (
	"cmp"
	"slices"
	"strings"
)

// CountingRule says how a project enters a period's figures. Of CountingRules
// the first that fits decides.
type CountingRule struct {
	Code   string         `json:"code"`
	Effect CountingEffect `json:"effect"`
	Text   string         `json:"text"`
	Source string         `json:"source"` // who published it, "" where it follows from the word itself

	fits func(p Project, at countedAt) bool
}

// CountingEffect is what a rule lets in.
type CountingEffect string

// The effects: a project with its amount, its amount only, a project whose
// amount stands apart in dollars, an amount in dollars only, nothing.
const (
	CountsWhole       CountingEffect = "whole"
	CountsAmount      CountingEffect = "amount"
	CountsDollars     CountingEffect = "dollars"
	CountsDollarsOnly CountingEffect = "dollars_only"
	CountsNothing     CountingEffect = "nothing"
)

// countedAt is the figure a project is held against.
type countedAt struct {
	figure string
	period Period
	paid   Quantity // of the project, by the period's end
}

// Figures that are no stage: what was signed in the period, what arrived of it.
const (
	SignedFigure  = "signed"
	ArrivedFigure = "arrived"
)

// CountingRules are the rules of counting in the order in which they are tried
// (domain §4: S65, S66, §10.8–10.9), as they are told.
func CountingRules() []CountingRule {
	list := slices.Clone(countingRules[:])
	for i := range list {
		list[i].fits = nil
	}
	return list
}

var countingRules = [...]CountingRule{
	{"framework", CountsNothing, "框架协议不计签约，签正式合同后再计", "", func(p Project, at countedAt) bool {
		return !p.Dates[Signed].Defined() && p.dated(Framework, at.period.To)
	}},
	{"unsigned", CountsNothing, "还没有签正式合同", "", func(p Project, _ countedAt) bool { return !p.Dates[Signed].Defined() }},
	{"later", CountsNothing, "截止日之后签约，计入以后期间", "", func(p Project, at countedAt) bool { return p.Dates[Signed] > at.period.To }},
	{"earlier", CountsNothing, "一个项目只按首次签约计一次，已计入以前期间", "三明市招商项目认定口径", func(p Project, at countedAt) bool {
		return p.Dates[Signed] < at.period.From
	}},
	{"unreached", CountsNothing, "截止日还没有达到该阶段", "", func(p Project, at countedAt) bool {
		return at.figure != ArrivedFigure && !p.Reached(Stage(at.figure), at.period.To)
	}},
	{"foreign_funds", CountsNothing, "美元项目的到位资金另计，不与人民币相加", "", func(p Project, at countedAt) bool {
		return at.figure == ArrivedFigure && p.USD
	}},
	{"unpaid", CountsNothing, "截止日还没有到位资金", "", func(_ Project, at countedAt) bool {
		return at.figure == ArrivedFigure && at.paid.Parts == 0
	}},
	{"increment_dollars", CountsDollarsOnly, "增资、二期只计增加的金额，不计新项目；美元另计", "三明市招商项目认定口径", func(p Project, _ countedAt) bool {
		return p.Increment() && p.USD
	}},
	{"increment", CountsAmount, "增资、二期只计增加的金额，不计新项目", "三明市招商项目认定口径", func(p Project, _ countedAt) bool { return p.Increment() }},
	{"dollars", CountsDollars, "计为一个项目，合同资金按万美元另计，不与人民币相加", "", func(p Project, _ countedAt) bool { return p.USD }},
	{"whole", CountsWhole, "按项目编码计一次，变更投资方沿用原项目", "三明市招商项目认定口径", func(Project, countedAt) bool { return true }},
}

// CountedProject is a project as a figure counts it. Amount is 万元, 万美元 where
// USD is set.
type CountedProject struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	On      Date     `json:"on"` // when it was signed
	Project bool     `json:"project"`
	Amount  Quantity `json:"amount"`
	USD     bool     `json:"usd"`
	Rule    string   `json:"rule"`
}

// LeftOutProject is a project that a figure does not count, and why.
type LeftOutProject struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	On     Date   `json:"on"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
}

// Counting is what a period's figure consists of: every project of the register
// is either counted or left out. Amount and USD are sums of what is counted.
type Counting struct {
	Figure  string           `json:"figure"`
	Label   string           `json:"label"`
	From    Date             `json:"from"`
	To      Date             `json:"to"`
	Count   int              `json:"count"`
	Amount  Quantity         `json:"amount"` // 万元
	USD     Quantity         `json:"usd"`    // 万美元
	Counted []CountedProject `json:"counted"`
	LeftOut []LeftOutProject `json:"left_out"`
	Rules   []CountingRule   `json:"rules"`
}

// CountedFigures are the figures whose projects can be told: 签约, each stage
// after it, 到位资金.
func CountedFigures() []string {
	list := []string{}
	for _, s := range steps[slices.Index(steps[:], Signed):] {
		list = append(list, string(s))
	}
	return append(list, ArrivedFigure)
}

// CountingLabel names a counted figure: 签约, 到位资金.
func CountingLabel(figure string) string {
	if figure == ArrivedFigure {
		return "到位资金"
	}
	return Stage(figure).Label()
}

// CountedIn tells which projects a figure of Investments counts in a period and
// which it leaves out. An unknown figure is Invalid.
func CountedIn(figure string, projects []Project, arrivals []Arrival, p Period) (Counting, error) {
	c := Counting{
		Figure: figure, Label: CountingLabel(figure), From: p.From, To: p.To,
		Counted: []CountedProject{}, LeftOut: []LeftOutProject{}, Rules: CountingRules(),
	}
	if !slices.Contains(CountedFigures(), figure) {
		return c, Errorf(Invalid, "没有“%s”这个统计数，可选 %s", figure, strings.Join(CountedFigures(), "、"))
	}
	paidBy := make(map[string]Quantity)
	for _, a := range arrivals {
		if a.On.Defined() && a.On <= p.To {
			paidBy[a.Project] = paidBy[a.Project].Plus(a.Amount)
		}
	}
	for _, project := range projects {
		c.add(project, countedAt{figure, p, paidBy[project.ID]})
	}
	if figure == ArrivedFigure && arrivals != nil && !c.Amount.Known {
		c.Amount = Q(0)
	}
	slices.SortFunc(c.Counted, func(a, b CountedProject) int { return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(c.LeftOut, func(a, b LeftOutProject) int { return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.ID, b.ID)) })
	return c, nil
}

func (c *Counting) add(p Project, at countedAt) {
	i := slices.IndexFunc(countingRules[:], func(r CountingRule) bool { return r.fits(p, at) })
	rule := countingRules[i]
	if rule.Effect == CountsNothing {
		on := p.Dates[Signed]
		if !on.Defined() {
			on = p.Dates[Framework]
		}
		c.LeftOut = append(c.LeftOut, LeftOutProject{p.ID, p.Name, on, rule.Code, rule.Text})
		return
	}
	counted := CountedProject{
		ID: p.ID, Name: p.Name, On: p.Dates[Signed], Amount: p.Contract, USD: p.USD, Rule: rule.Text,
		Project: rule.Effect == CountsWhole || rule.Effect == CountsDollars,
	}
	if at.figure == ArrivedFigure {
		counted.Amount = at.paid
	}
	if counted.Project {
		c.Count++
	}
	if counted.USD {
		c.USD = c.USD.Plus(counted.Amount)
	} else {
		c.Amount = c.Amount.Plus(counted.Amount)
	}
	c.Counted = append(c.Counted, counted)
}
