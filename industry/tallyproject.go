package industry

import (
	"slices"
	"strconv"
)

// TallyProjects explains a figure of an InvestmentReport: a stage, what arrived, a
// rate, 5020 projects, what is under way or late; of one source, segment, remedy,
// region, event or month where that is asked for.
func (rules InvestmentRules) TallyProjects(f ReportFacts, q TallyQuestion) (Tally, error) {
	t := Tally{
		Figure: q.Figure, By: q.By, Group: Optional(q.Group), Sources: "项目清单", Measure: "合同资金",
		Basis: "框架协议不计，增资、二期只计金额，美元项目另计；" + string(f.Period.From) + " 至 " + string(f.Period.To) + " 签订正式合同",
	}
	if err := f.narrow(&t, q); err != nil {
		return t, err
	}
	_, figure := q.Parts()
	switch figure {
	case "rate":
		return t, rules.tallyRate(&t, f, q)
	case "flagship":
		rules.tallyFlagship(&t, f)
	case "under_way", "overdue", "stalled":
		rules.tallyLive(&t, f, figure)
	default:
		return t, t.countProjects(f, figure)
	}
	return t, nil
}

// narrow leaves in the facts only the group that is asked for, and names it.
func (f *ReportFacts) narrow(t *Tally, q TallyQuestion) error {
	keep := func(Project) bool { return true }
	switch q.By {
	case "":
	case "source":
		keep = func(p Project) bool { return SourceCount{Province: p.Province, City: p.City}.Place() == q.Group }
	case "segment":
		keep = func(p Project) bool { return p.Segment == q.Group }
		t.Group = "未填环节"
		for _, v := range f.Verdicts {
			if v.Segment.Key == q.Group {
				t.Group = Optional(v.Segment.Name)
			}
		}
	case "remedy":
		keep = func(p Project) bool { return p.Remedy == q.Group }
		t.Group = Optional(orElse(q.Group, "未填方向"))
	case "region":
		keep = func(p Project) bool { return p.Region == q.Group }
	case "year":
		f.Period.From, f.Period.To = NewMonth(f.Month.Year(), 1).First(), min(f.Month.Last(), f.Period.To, f.Period.Today)
		t.Group = Optional(f.Month.Span())
		t.Basis = "本年签订正式合同的项目，增资、二期不计个数"
	case "event":
		i := slices.IndexFunc(f.Events, func(e Event) bool { return e.Key == q.Group })
		if i < 0 {
			return q.unknown()
		}
		signed := f.Events[i].signing(f.Projects)
		t.Group, t.Basis = Optional(signed.Name), "活动当天及前后3天签正式合同的项目"
		keep = func(p Project) bool {
			return slices.ContainsFunc(signed.Projects, func(c CountedProject) bool { return c.ID == p.ID })
		}
	case "rate":
	default:
		return q.unknown()
	}
	f.Projects = slices.DeleteFunc(slices.Clone(f.Projects), func(p Project) bool { return !keep(p) })
	return nil
}

// countProjects explains a stage or what arrived.
func (t *Tally) countProjects(f ReportFacts, figure string) error {
	c, err := CountedIn(figure, f.Projects, f.Arrivals, f.Period)
	if err != nil {
		return err
	}
	t.Name = c.Label
	column := figure + "_on"
	if figure == ArrivedFigure {
		t.Measure = "到位资金"
		t.Sources, column = "项目清单、资金到位台账", "contract_amount"
	}
	for _, p := range c.Counted {
		t.add(ProjectRegister.Noun, TallyRecord{Key: Optional(p.ID), Name: p.Name, Part: TallyCounted, Reason: p.Rule, Amount: p.money(), Column: column})
	}
	for _, p := range c.LeftOut {
		t.add(ProjectRegister.Noun, TallyRecord{Key: Optional(p.ID), Name: p.Name, Part: TallyLeftOut, Reason: p.Reason, Column: "signed_on"})
	}
	t.Text = strconv.Itoa(c.Count) + "个"
	amount := "合同资金"
	if figure == ArrivedFigure {
		t.Text, amount = FigureOf(c.Amount, "万元").String(), "到位资金"
	}
	t.Formula = "计个数 " + strconv.Itoa(c.Count) + " 个，" + amount + " " + YiText(c.Amount) + " 亿元"
	if c.USD.Known {
		t.Formula += "，另 " + GroupedText(c.USD) + " 万美元"
	}
	t.sort()
	return nil
}

// money is what a counted project brings, with its unit.
func (p CountedProject) money() string {
	if !p.Amount.Known {
		return ""
	}
	if p.USD {
		return GroupedText(p.Amount) + " 万美元"
	}
	return GroupedText(p.Amount) + " 万元"
}

// tallyRate explains a rate of conversion by what its numerator and denominator
// count.
func (rules InvestmentRules) tallyRate(t *Tally, f ReportFacts, q TallyQuestion) error {
	i := slices.IndexFunc(rules.Rates.Rates, func(r RateRule) bool { return r.Name == q.Group })
	if i < 0 {
		return q.unknown()
	}
	rule := rules.Rates.Rates[i]
	inv := rules.Investments(f.Projects, f.Arrivals, f.Period)
	shown := inv.Rates[slices.IndexFunc(inv.Rates, func(n NamedRate) bool { return n.Name == rule.Name })]
	t.Name, t.Group = rule.Name, ""
	t.Text = PercentText(shown.Percent)
	money := rule.Numerator == ArrivedAmount
	top, bottom := rule.Numerator, rule.Denominator
	write, unit := GroupedText, " 个"
	if money {
		bottom, t.Sources, write, unit = SignedFigure, "项目清单、资金到位台账", YiText, " 亿元"
		t.Measure = "到位 / 合同资金"
	}
	t.Formula = shown.Of + "：" + write(shown.Numerator) + " ÷ " + write(shown.Denominator) + unit + " ＝ " + t.Text
	t.Basis = rules.Rates.Name + "；" + t.Basis
	hits, err := CountedIn(top, f.Projects, f.Arrivals, f.Period)
	if err != nil {
		return err
	}
	all, err := CountedIn(bottom, f.Projects, f.Arrivals, f.Period)
	if err != nil {
		return err
	}
	t.addShare(hits, all, money)
	t.sort()
	return nil
}

// addShare lists what counts in the numerator and what in the denominator only.
func (t *Tally) addShare(hits, all Counting, money bool) {
	for _, p := range all.Counted {
		if !p.Project && !money || money && p.USD {
			continue
		}
		r := TallyRecord{Key: Optional(p.ID), Name: p.Name, Part: TallyBase, Amount: p.money(), Column: "signed_on"}
		if i := slices.IndexFunc(hits.Counted, func(h CountedProject) bool { return h.ID == p.ID }); i >= 0 {
			r.Part, r.Reason, r.Column = TallyHit, "达到"+hits.Label, hits.Figure+"_on"
			if money {
				r.Amount, r.Reason, r.Column = "到位 "+hits.Counted[i].money()+" / 合同 "+p.money(), "有到位资金", "contract_amount"
			}
		} else if i := slices.IndexFunc(hits.LeftOut, func(l LeftOutProject) bool { return l.ID == p.ID }); i >= 0 {
			r.Reason = hits.LeftOut[i].Reason
		}
		t.add(ProjectRegister.Noun, r)
	}
}

// tallyFlagship explains the 5020 projects.
func (rules InvestmentRules) tallyFlagship(t *Tally, f ReportFacts) {
	flagship := rules.Investments(f.Projects, f.Arrivals, f.Period).Flagship
	t.Name, t.Sources, t.Measure, t.Public = "5020项目", "项目清单、区域", "总投资", true // by name on every wall
	t.Basis = "近三年签订正式合同的项目，按落户园区级别比总投资；美元项目、增资不计"
	for _, p := range flagship.Projects {
		t.add(ProjectRegister.Noun, TallyRecord{
			Key: Optional(p.ID), Name: p.Name, Part: TallyCounted, Column: "total_investment",
			Reason: "总投资达到 " + YiText(p.Threshold) + " 亿元", Amount: YiText(p.Total) + " 亿元",
		})
	}
	t.counts("个", orElse(flagship.Rule, "没有项目达到标准"))
}

// tallyLive explains a number of projects that are under way, late or standing
// still.
func (rules InvestmentRules) tallyLive(t *Tally, f ReportFacts, figure string) {
	at := min(f.Period.To, f.Period.Today)
	t.Public = figure != "under_way" // late ones stand by name on every wall
	row := func(id, name, reason, column string) {
		t.add(ProjectRegister.Noun, TallyRecord{Key: Optional(id), Name: name, Part: TallyCounted, Reason: reason, Column: column})
	}
	switch figure {
	case "under_way":
		t.Name, t.Basis = "在推项目", "已有进展、还没有投产、没有暂停或终止的项目；截至 "+string(at)
		for _, p := range f.Projects {
			if p.UnderWay(at) {
				row(p.ID, p.Name, p.Current(at).Label(), "signed_on")
			}
		}
		t.counts("个", "在推进的项目")
	case "overdue":
		t.Name, t.Basis = "逾期项目", "过了计划开工、竣工、投产日期还没有达到的在册项目；截至 "+string(at)
		for _, o := range rules.Overdue.overdue(f.Projects, at) {
			row(o.ID, o.Name, o.Rule, "planned_start")
		}
		t.counts("个", "逾期的项目")
	default:
		t.Name, t.Basis = "久未开工、资金滞后", rules.Overdue.Text()
		for _, s := range rules.Overdue.Stalled(f.Projects, f.Arrivals, at) {
			row(s.ID, s.Name, s.Reason, "signed_on")
		}
		t.counts("项", "久未开工或资金滞后的项目")
	}
}
