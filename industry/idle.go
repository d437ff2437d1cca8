package industry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// FallOfHalf is the default of MoverFacts.Fall. There is no national rule of who
// counts as 减产. The ministry counts 停产 and 半停产 enterprises side by side
// (工信部2009年6月：停产面3.9%、半停产面3.3%, http://gzjrw.cn/Item/13994.aspx), so
// half of the same month of last year is taken for the line; a county may ask
// for another.
const FallOfHalf = 50

// The states of an enterprise that stands still or makes less.
const (
	Stopped = "停产"
	Reduced = "减产"
)

// IdleFirm is an enterprise of the list that stands still or makes less.
type IdleFirm struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Segment string   `json:"segment"`
	Region  string   `json:"region"`
	State   string   `json:"state"`    // 停产, 减产
	Listed  string   `json:"register"` // what 企业清单 says of it: 在产, 停产, 减产 …
	InMonth Quantity `json:"in_month"` // the month's own amount; of the year's first point the point's
	Then    Quantity `json:"then"`     // the same month of last year
	Change  Rate     `json:"change"`   // %
	Since   Month    `json:"since"`    // first month of the present run of such months; null: only the register says so
	AtLeast bool     `json:"at_least"` // the run goes back to before what was read
	Reason  string   `json:"reason"`
}

// SinceText says since when: 2026年7月起, 至少自2025年11月起, — .
func (i IdleFirm) SinceText() string {
	if !i.Since.Defined() {
		return undefined
	}
	text := fmt.Sprintf("%d年%d月", i.Since.Year(), i.Since.Number())
	if i.AtLeast {
		return "至少自" + text + "起"
	}
	return text + "起"
}

// idle finds who stands still: 停产 where 企业清单 says so or the month's own
// amount is not above 0, 减产 where it says so or the amount is more than Fall
// percent below that of the same month of last year. Those without a figure for
// the month are missing, not idle.
func (f *MoverFacts) idle() ([]IdleFirm, string) {
	rule := fmt.Sprintf("停产：企业清单状态为停产，或当月%s为0；减产：状态为减产，或当月%s比上年同月下降超过%d%%。1—2月按合计比较",
		f.Working.Name, f.Working.Name, f.Fall)
	list := []IdleFirm{}
	for i := range f.Worked {
		firm := &f.Worked[i]
		if firm.Enterprise.Listed(f.Month) {
			if row, idle := f.idleFirm(firm); idle {
				list = append(list, row)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b IdleFirm) int {
		if a.State != b.State {
			return strings.Compare(a.State, b.State) // 停产 before 减产, as it happens
		}
		return cmp.Compare(lost(b), lost(a))
	})
	return list, rule
}

func lost(i IdleFirm) int64 { return i.Then.Parts - i.InMonth.Parts }

func (f *MoverFacts) idleFirm(firm *FirmSeries) (IdleFirm, bool) {
	e := &firm.Enterprise
	now, then := f.Working.ownMonth(firm.Reports, f.Month), f.Working.thenMonth(firm.Reports, f.Month)
	row := IdleFirm{
		ID: e.ID, Name: e.Name, Segment: f.Segments[e.Segment], Region: f.Regions[e.Region], Listed: e.Status,
		InMonth: now, Then: then, Change: Growth(now, then),
	}
	found := f.state(firm, f.Month, f.Fall)
	switch {
	case e.Status == Stopped && now.Known && now.Parts > 0:
		row.State, row.Reason = Stopped, "企业清单状态为停产，但当月仍有"+f.Working.Name+"，请核实"
	case e.Status == Stopped:
		row.State, row.Reason = Stopped, "企业清单状态为停产"
	case found == Stopped && now.Parts < 0:
		row.State, row.Reason = Stopped, "当月"+f.Working.Name+"为负数，请核实是否更正以前月份"
	case found == Stopped:
		row.State, row.Reason = Stopped, "当月"+f.Working.Name+"为0"
	case e.Status == Reduced:
		row.State, row.Reason = Reduced, "企业清单状态为减产"
	case found == Reduced:
		row.State = Reduced
	}
	if row.State == Reduced && row.Change.Known {
		row.Reason = strings.TrimPrefix(row.Reason+"；当月比上年同月"+GrowthText(row.Change, now, then), "；")
	}
	row.Since, row.AtLeast = f.since(firm, row.State)
	return row, row.State != ""
}

// state judges a month by its figures alone, by how many percent it must have
// fallen; "" is neither.
func (f *MoverFacts) state(firm *FirmSeries, m Month, fall int) string {
	now := f.Working.ownMonth(firm.Reports, m)
	switch {
	case now.Known && now.Parts <= 0:
		return Stopped
	case fell(now, f.Working.thenMonth(firm.Reports, m), fall):
		return Reduced
	}
	return ""
}

// since follows the run of months back in which an enterprise stood still, or
// made less or stood still, up to a year. What the register alone calls 减产
// counts from where its months began to be below those of last year.
func (f *MoverFacts) since(firm *FirmSeries, state string) (first Month, atLeast bool) {
	fall := f.Fall
	if f.state(firm, f.Month, fall) == "" {
		fall = 0
	}
	for m := f.Month; m > f.Month-12; m-- {
		if m.Number() < f.Working.First() {
			continue
		}
		if found := f.state(firm, m, fall); found == "" || found != state && state == Stopped {
			return first, false
		}
		first = m
	}
	return first, true
}

// ownMonth is an enterprise's amount of one month, as reported, else derived; of
// the point 1—2月 the two months'.
func (i Indicator) ownMonth(r FirmReports, m Month) Quantity {
	report, known := r[m]
	switch {
	case !known:
		return Quantity{}
	case i.Period != "累计":
		return report.Cumulative
	case i.firstTwo(m):
		return report.Cumulative
	}
	previous := MonthlyReport{Cumulative: r[m-1].Cumulative}
	q, _ := inMonthOf(i, m, &MonthlyReport{InMonth: report.InMonth, Cumulative: report.Cumulative}, &previous)
	return q
}

// thenMonth is the amount of the same month of last year: the difference of the
// bases that this year's reports bring, which are of the firm as it is now, else
// what was reported then.
func (i Indicator) thenMonth(r FirmReports, m Month) Quantity {
	base := r[m].Base
	switch {
	case base.Known && (i.Period != "累计" || m.Number() == i.First()):
		return base
	case i.derivable(m) && base.Known && r[m-1].Base.Known:
		return base.Minus(r[m-1].Base)
	}
	return i.ownMonth(r, m-12)
}

// TellsWork reports whether a month of it at 0 means that an enterprise stands
// still: of revenue, output and electricity, not of profit or a loan.
func (i Indicator) TellsWork() bool {
	return i.Code == "revenue" || i.Code == "output" || i.Code == "electricity"
}
