package industry

import (
	"fmt"
	"math"
	"slices"
)

// History is what an object reported before about the same indicator and from
// the same source.
type History struct {
	LastMonth *MonthlyReport
	LastYear  *MonthlyReport  // the same month of last year, as reported then
	Recent    []MonthlyReport // earlier months in any order; 13 of them serve every check
	Earlier   *MonthlyReport  // what this very row held before, for its status
	Indicator Indicator
}

// The thresholds of a jump: in-month above three times or below a third of the
// median of the last six, and at least 500 万元 away from it (one threshold, so
// that the noise of small firms stays quiet). The same month of last year
// excuses a jump it made itself: season.
const (
	jumpFactor  = 3
	jumpAmount  = 500 * Scale
	jumpHistory = 6
	jumpLeast   = 4 // fewer months say nothing about what is usual
)

// Implausible returns a sentence for everything about a report that does not
// fit the object's own history (workbook contract, warnings of an import). The
// report is taken all the same and awaits an explanation.
func Implausible(r MonthlyReport, h History) []string {
	var found []string
	add := func(s string) {
		if s != "" {
			found = append(found, s)
		}
	}
	if h.Indicator.Period == "累计" || h.Indicator.Period == "" {
		add(fallen(r, h))
		add(unequal(r, h))
		if slip := slipped(r, h); slip != "" {
			add(slip)
		} else {
			add(jumped(r, h))
		}
	}
	add(rebased(r, h))
	add(reopened(r, h))
	return found
}

// sameYear returns last month's report where both belong to one year.
func sameYear(r MonthlyReport, h History) *MonthlyReport {
	if h.LastMonth != nil && h.LastMonth.Month == r.Month-1 && r.Month.Number() > 1 {
		return h.LastMonth
	}
	return nil
}

// fallen: a cumulative below last month's. A profit falls in every month with a
// loss: it is left alone where the loss is stated as 当月 or already stood.
func fallen(r MonthlyReport, h History) string {
	last := sameYear(r, h)
	if last == nil || !r.Cumulative.Known || !last.Cumulative.Known || r.Cumulative.Parts >= last.Cumulative.Parts {
		return ""
	}
	if r.Indicator == "profit" && (last.Cumulative.Parts < 0 || r.InMonth.Known && r.InMonth.Parts < 0) {
		return ""
	}
	return fmt.Sprintf("本年累计%s小于上月的%s", r.Cumulative, last.Cumulative)
}

// rounding is what 当月 and the difference of two cumulatives, each rounded to
// two decimals, may be apart.
const rounding = Scale / 100

// unequal: in-month differs from the difference of the cumulatives.
func unequal(r MonthlyReport, h History) string {
	last := sameYear(r, h)
	if last == nil || !r.InMonth.Known {
		return ""
	}
	difference := r.Cumulative.Minus(last.Cumulative)
	if !difference.Known || absolute(difference.Minus(r.InMonth)).Parts <= rounding {
		return ""
	}
	return fmt.Sprintf("当月%s不等于本月累计减上月累计%s", r.InMonth, difference)
}

// slipAmount is how far a tenfold figure must be off to be more than the noise
// of a small firm.
const slipAmount = 100 * Scale

// slipped: the cumulative is about 10, 1,000 or 10,000 times, or that part of,
// what the object's own history leads one to expect: a slip of the unit.
func slipped(r MonthlyReport, h History) string {
	usual, name := h.usual(r)
	now := r.Cumulative
	if !usual.Known || usual.Parts == 0 || !now.Known || now.Parts == 0 ||
		absolute(now.Minus(usual)).Parts < slipAmount {
		return ""
	}
	// Between two cumulatives lies growth of up to a doubling: ten times too
	// much reads 8 to 20 times, ten times too little 5 to 12.
	for _, times := range []float64{10, 1_000, 10_000} {
		ratio := math.Abs(float64(now.Parts) / float64(usual.Parts))
		if ratio >= 0.8*times && ratio <= 2*times {
			return fmt.Sprintf("本年累计%s约为%s%s的%s倍，请核对单位", now, name, usual, slipNames[times])
		}
		if part := 1 / ratio; part >= 0.5*times && part <= 1.2*times {
			return fmt.Sprintf("本年累计%s约为%s%s的%s分之一，请核对单位", now, name, usual, slipNames[times])
		}
	}
	return ""
}

var slipNames = map[float64]string{10: "10", 1_000: "1000", 10_000: "1万"}

// usual returns what the cumulative is expected to be near to, and its name.
func (h History) usual(r MonthlyReport) (Quantity, string) {
	last := sameYear(r, h)
	if last != nil && last.Cumulative.Known && last.Month.Number() > 1 && r.Month.Number() > 2 {
		// From March on a cumulative grows by half at most: last month is the
		// nearer expectation and is not blurred by a year of growth.
		return last.Cumulative, "上月累计"
	}
	if h.LastYear != nil && h.LastYear.Cumulative.Known {
		return h.LastYear.Cumulative, "上年同期累计"
	}
	return Quantity{}, ""
}

// jumped: the in-month leaves the range of the object's own last six months.
// January and 1–2月 are no months like the others and are left alone.
func jumped(r MonthlyReport, h History) string {
	now := monthAmount(r, sameYear(r, h))
	if !now.Known || r.Month.Number() <= 2 {
		return ""
	}
	usual, n := median(r, h)
	if n < jumpLeast || !leaves(now, usual) {
		return ""
	}
	// A season that did the same last year is no surprise.
	if h.LastYear != nil {
		then := monthAmount(*h.LastYear, h.report(r.Month-13))
		if then.Known && !leaves(now, then) {
			return ""
		}
	}
	return fmt.Sprintf("当月%s与近%d个月的中位数%s相差过大（超过3倍或不足三分之一）", now, n, usual)
}

// leaves reports whether a month is above three times or below a third of what
// is usual, and far enough from it to matter.
func leaves(now, usual Quantity) bool {
	distance := now.Parts - usual.Parts
	if distance < 0 {
		distance = -distance
	}
	if distance < jumpAmount {
		return false
	}
	a, b := absolute(now).Parts, absolute(usual).Parts
	if (now.Parts < 0) != (usual.Parts < 0) {
		return true
	}
	return a > jumpFactor*b || jumpFactor*a < b
}

// monthAmount returns the month's own amount, reported or derived.
func monthAmount(r MonthlyReport, previous *MonthlyReport) Quantity {
	if r.InMonth.Known || previous == nil {
		return r.InMonth
	}
	return r.Cumulative.Minus(previous.Cumulative)
}

// median returns the median in-month of the last six months with one, 1–2月
// left out, and how many they were.
func median(r MonthlyReport, h History) (Quantity, int) {
	var amounts [jumpHistory]int64
	n := 0
	for back := 1; back <= 12 && n < jumpHistory; back++ {
		m := r.Month.Add(-back)
		if m.Number() <= 2 {
			continue
		}
		report, previous := h.report(m), h.report(m-1)
		if report == nil {
			continue
		}
		if q := monthAmount(*report, previous); q.Known {
			amounts[n] = q.Parts
			n++
		}
	}
	if n == 0 {
		return Quantity{}, 0
	}
	sorted := amounts[:n]
	slices.Sort(sorted)
	return Parts((sorted[(n-1)/2] + sorted[n/2]) / 2), n
}

func (h History) report(m Month) *MonthlyReport {
	if h.LastMonth != nil && h.LastMonth.Month == m {
		return h.LastMonth
	}
	for i := range h.Recent {
		if h.Recent[i].Month == m {
			return &h.Recent[i]
		}
	}
	return nil
}

// rebased: the base reported this year is not what was reported last year.
func rebased(r MonthlyReport, h History) string {
	if h.LastYear == nil || !r.Base.Known || !h.LastYear.Cumulative.Known || r.Base == h.LastYear.Cumulative {
		return ""
	}
	return fmt.Sprintf("上年同期累计%s与上年填报的累计%s不同", r.Base, h.LastYear.Cumulative)
}

// reopened: a first estimate after the final figure of the same row.
func reopened(r MonthlyReport, h History) string {
	if h.Earlier == nil || h.Earlier.Status != "最终" || r.Status != "快报" {
		return ""
	}
	return fmt.Sprintf("该行已有最终数%s，又填报快报数%s", h.Earlier.Cumulative, r.Cumulative)
}
