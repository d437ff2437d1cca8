package industry

import (
	"slices"
	"strconv"
)

// EnterpriseTally is what a number of enterprises is counted in.
type EnterpriseTally struct {
	Enterprises []Enterprise    // of the chain
	Members     map[string]bool // of the group that is asked for; nil: every one
	Month       Month
	Name        string // of the group
}

// titleTallies are the columns of the table of titles.
var titleTallies = map[string]string{"valid": "有效", "new": "本年新认定", "expiring3": "3个月内到期", "expiring6": "6个月内到期", "expired": "到期未续"}

// Tally explains a number of enterprises: all, those on the month's list, or those
// that hold a title (titles.valid of 高新技术企业).
func (f EnterpriseTally) Tally(q TallyQuestion) (Tally, error) {
	family, figure := q.Parts()
	end := strconv.Itoa(f.Month.Year()) + "年" + strconv.Itoa(f.Month.Number()) + "月末"
	t := Tally{Figure: q.Figure, By: q.By, Group: Optional(f.Name), Sources: "企业清单", Basis: end + "；企业按主环节、所在区域计入一次"}
	switch {
	case family == "titles" && titleTallies[figure] != "":
		t.Name, t.Group, t.Basis = titleTallies[figure], Optional(q.Group), "注销企业不计，同一资质的几个有效期合并计一次；6个月内到期含3个月内"
		f.titles(&t, figure, q.Group)
		t.counts("户", end+"“"+q.Group+"”"+t.Name+"的企业")
		return t, nil
	case q.Figure == "enterprises.all":
		t.Name = "企业"
		for _, e := range f.of() {
			if e.Status != closed {
				t.add(EnterpriseRegister.Noun, TallyRecord{Key: Optional(e.ID), Name: e.Name, Part: TallyCounted, Reason: orElse(e.Status, "在册"), Column: "region"})
			}
		}
		t.counts("户", end+"没有注销的企业")
		return t, nil
	case q.Figure == "enterprises.listed":
		t.Name = "规上企业"
		for _, e := range f.of() {
			if e.Listed(f.Month) {
				t.add(EnterpriseRegister.Noun, TallyRecord{Key: Optional(e.ID), Name: e.Name, Part: TallyCounted, Reason: "名单内", Column: "above_scale"})
			}
		}
		t.counts("户", end+"在规的企业")
		return t, nil
	}
	return t, q.unknown()
}

// of returns the enterprises of the group.
func (f EnterpriseTally) of() []Enterprise {
	if f.Members == nil {
		return f.Enterprises
	}
	var list []Enterprise
	for _, e := range f.Enterprises {
		if f.Members[e.ID] {
			list = append(list, e)
		}
	}
	return list
}

// titles adds the holders of a title who stand in the column.
func (f EnterpriseTally) titles(t *Tally, figure, title string) {
	for i := range f.Enterprises {
		e := &f.Enterprises[i]
		if e.Status == closed {
			continue
		}
		all := holdings(e, f.Month.Last())
		for _, h := range all {
			state := h.state(f.Month, all)
			counts := map[string]bool{
				"valid": h.valid, "new": h.valid && h.isNew(f.Month), "expired": state == TitleExpired,
				"expiring3": state == TitleSoon, "expiring6": state == TitleSoon || state == TitleLater,
			}[figure]
			if h.name == title && counts {
				reason := "长期有效"
				if h.to.Defined() {
					reason = "有效期至 " + string(h.to)
				}
				t.add(EnterpriseRegister.Noun, TallyRecord{Key: Optional(e.ID), Name: e.Name, Part: TallyCounted, Reason: reason, Column: "titles"})
			}
		}
	}
}

// TallySpending explains how many listed enterprises have R&D expenses
// (rnd.active), or what these are of revenue (rnd.intensity), of the chain or of a
// segment. What the table of segments withholds is not told here either.
func (f RnDFacts) TallySpending(q TallyQuestion) (Tally, error) {
	t := Tally{Figure: q.Figure, By: q.By, Group: Optional(f.Segments[q.Group]), Name: "有研发活动企业占比", Sources: "企业月度调度", Basis: "研发费用大于0的企业 ÷ 规上工业企业"}
	if q.By != "" && q.By != "segment" || q.Figure != "rnd.active" && q.Figure != "rnd.intensity" {
		return t, q.unknown()
	}
	segments, both := f.segments(), Intensity{}
	for i := range f.Firms {
		if firm := &f.Firms[i]; q.By == "" || segmentOf(firm, segments) == q.Group {
			both.add(firm)
			t.add(EnterpriseRegister.Noun, firm.tallied())
		}
	}
	t.shares("有研发活动企业 ÷ 规上企业")
	both.settle()
	if q.Figure == "rnd.intensity" {
		t.Name, t.Text = "研发费用占营业收入", PercentText(both.Percent)
		t.Basis = "两项都填报的同一批企业，" + strconv.Itoa(both.Enterprises) + " 户"
		t.Formula = "Σ 研发费用 ÷ Σ 营业收入 ＝ " + t.Text
	}
	if i := slices.IndexFunc(segments, func(s RnDSegment) bool { return s.ID == q.Group }); q.By != "" && !f.Open &&
		(i < 0 || segments[i].Suppressed || q.Figure == "rnd.intensity" && !segments[i].Intensity.Known) {
		t.Text, t.Formula, t.Basis, t.Records, t.Total = "隐去", hiddenPart, "", []TallyRecord{}, 0
	}
	return t, nil
}

// segmentOf returns the segment a firm counts for, "" where none has it.
func segmentOf(firm *RnDFirm, segments []RnDSegment) string {
	id := firm.Enterprise.Segment
	if !slices.ContainsFunc(segments, func(s RnDSegment) bool { return s.ID == id }) {
		return ""
	}
	return id
}

// tallied says what the enterprise is among those with R&D expenses.
func (firm *RnDFirm) tallied() TallyRecord {
	r := TallyRecord{Key: Optional(firm.Enterprise.ID), Name: firm.Enterprise.Name, Part: TallyBase, Reason: "未填报研发费用", Column: "above_scale"}
	switch {
	case firm.Expense.Cumulative.Known && firm.Expense.Cumulative.Parts > 0:
		r.Part, r.Reason = TallyHit, "研发费用大于0"
	case firm.Expense.Cumulative.Known:
		r.Reason = "研发费用填报为0"
	}
	return r
}
