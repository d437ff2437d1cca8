package industry

// hiddenPart is what is said of a group that must not be told.
const hiddenPart = "不足3户规上企业、一户占八成以上，或可由其他数推算，不显示数值"

// Members returns which firms a group of a breakdown holds; order are the groups
// there are.
func (g Grouping) Members(firms []FirmFigure, order []Party, id string) map[string]bool {
	known := make(map[string]int, len(order))
	for i, p := range order {
		known[p.ID] = i
	}
	members := map[string]bool{}
	for i := range firms {
		if g.party(&firms[i], known).ID == id {
			members[firms[i].Firm.ID] = true
		}
	}
	return members
}

// OfPart turns the trace of a chain's figure into that of one group of its
// breakdown, which is always made of enterprises. What groups do not have is
// Invalid.
func (t Trace) OfPart(p Part, whole PartTotal) (Trace, Aspect, error) {
	t.Group, t.Origin, t.DataStatus, t.Warnings, t.Summary = Optional(p.Name), Summed, "", []string{}, nil
	rows := OfComputed
	switch t.Of {
	case OfCumulative, OfShare:
		rows = OfCumulative
	case OfBase:
		rows = OfBase
	case OfGrowth, OfComputed, OfChange, OfContribution, OfPull:
	default:
		return t, "", Errorf(Invalid, "分组没有“%s”，可用 cumulative、base、change、growth、share、contribution、pull", t.Of.Label())
	}
	if p.Suppressed {
		t.Value, t.Text, t.Formula = Quantity{}, "隐去", hiddenPart
		return t, "", nil
	}
	number := GroupedText
	amount := func(what string, q Quantity) {
		t.Value, t.Text = q, FigureOf(q, t.Unit).String()
		t.Formula = equals("Σ "+number(Q(int64(p.Reported)))+" 户企业"+what, number(q)+" "+t.Unit, q.Known)
	}
	rate := func(terms string, r Rate, text string) {
		t.Value, t.Text, t.Formula = r, text, equals(terms, text, r.Known)
	}
	switch t.Of {
	case OfCumulative:
		amount("本年累计", p.Value)
	case OfBase:
		amount("上年同期累计", p.Base)
	case OfChange:
		t.Value, t.Text = p.Increment, ChangeText(p.Increment)+t.Unit
		t.Formula = equals("可比本期 "+number(p.Increment.Plus(p.Base))+" − 上年同期 "+number(p.Base), t.Text, p.Increment.Known)
	case OfShare:
		rate("本组 "+number(p.Value)+" ÷ 全链 "+number(whole.Value), p.Share, PercentText(p.Share))
	case OfContribution:
		rate("本组可比增量 "+ChangeText(p.Increment)+" ÷ 全链可比增量 "+ChangeText(whole.Increment), p.Contribution, PercentText(p.Contribution))
	case OfPull:
		rate("本组可比增量 "+ChangeText(p.Increment)+" ÷ 全链上年同期 "+number(whole.Base), p.Pull, PullText(p.Pull)+" 个百分点")
	default:
		rate("可比本期 "+number(p.Increment.Plus(p.Base))+" ÷ 上年同期 "+number(p.Base)+" − 1", p.Growth, p.GrowthShort())
	}
	return t, rows, nil
}

// Part returns a group of a breakdown, or false.
func (b Breakdown) Part(id string) (Part, bool) {
	for _, p := range b.Rows {
		if p.ID == id {
			return p, true
		}
	}
	return Part{}, false
}
