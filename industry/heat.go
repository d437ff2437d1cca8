package industry

import "strconv"

// What a heat map shows in its cells.
const (
	HeatGrowth  = "growth"   // growth of the cumulative over the same period of last year
	HeatInMonth = "in_month" // the month's own amount
)

// HeatRows is how many rows of a heat map stand on a page.
const HeatRows = 20

// HeatFirm is one enterprise on the list of the newest month with what it
// reported.
type HeatFirm struct {
	Firm    Party
	Entered Month // 入规; undefined: always on the list
	Reports []MonthlyReport
}

// Heat is a grid of enterprises or segments by month.
type Heat struct {
	Measure string // HeatGrowth, HeatInMonth
	Basis   Basis
	Unit    ScreenUnit // of in-month amounts
	Months  []HeatMonth
	Rows    []HeatRow
	Total   int // rows of all pages; 0: not counted
	Hidden  int // rows left out because nothing of them may be shown
}

// HeatMonth is one column: 1—2月 is a single one, January is absent where the
// indicator has none. The first column and the first of a year name the year.
type HeatMonth struct {
	Month Month
	Label string
}

// HeatRow is one enterprise or segment; its cells stand by the months.
type HeatRow struct {
	ID    string
	Name  string
	Cells []HeatCell
}

// HeatCell is one figure. A cell without one says why and is never 0.
type HeatCell struct {
	Known bool
	Shade float64 // what the colour tells: growth in %, or the in-month amount in % of the row's largest
	Text  string  // +11.3%, 增长1.79倍, 扭亏为盈, 1 203.5; 未报, 未入规, 隐去 where there is no figure
}

// HeatMonths returns the columns of the n calendar months ending at to.
func HeatMonths(ind Indicator, to Month, n int) []HeatMonth {
	var columns []HeatMonth
	for m := to.Add(1 - n); m <= to; m++ {
		if m.Number() < ind.First() {
			continue
		}
		c := HeatMonth{m, pointLabel(ind, m)}
		if k := len(columns); k == 0 || columns[k-1].Month.Year() != m.Year() {
			c.Label = strconv.Itoa(m.Year()) + "年" + c.Label
		}
		columns = append(columns, c)
	}
	return columns
}

// HeatOfFirms lays out the n calendar months ending at to of some enterprises, in
// their order. Each figure follows the rules of every other row: an own 同比 is
// primary, words stand where a loss is compared, a month without a report is a gap.
func HeatOfFirms(ind Indicator, to Month, n int, firms []HeatFirm) Heat {
	h := Heat{Basis: ind.Basis, Measure: HeatGrowth, Months: HeatMonths(ind, to, n)}
	for i := range firms {
		row := HeatRow{ID: firms[i].Firm.ID, Name: firms[i].Firm.Name, Cells: make([]HeatCell, 0, len(h.Months))}
		points, reports := firms[i].points(ind, to, n)
		for k, p := range points {
			row.Cells = append(row.Cells, heatCell(p, reports[k], firms[i].Entered))
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}

// HeatOfAmounts is HeatOfFirms with the month's own amounts, which 1–2月 has not. The colour compares
// an enterprise with its own largest month, not with larger enterprises.
func HeatOfAmounts(ind Indicator, to Month, n int, firms []HeatFirm) Heat {
	h := Heat{Basis: ind.Basis, Measure: HeatInMonth, Months: HeatMonths(ind, to, n)}
	all := make([][]Point, len(firms))
	var amounts []Quantity
	for i := range firms {
		all[i], _ = firms[i].points(ind, to, n)
		for _, p := range all[i] {
			amounts = append(amounts, p.InMonth)
		}
	}
	h.Unit = ScreenUnitOf(ind.Unit, amounts...)
	for i := range firms {
		row := HeatRow{ID: firms[i].Firm.ID, Name: firms[i].Firm.Name, Cells: make([]HeatCell, 0, len(h.Months))}
		var most Quantity // the largest, whatever its sign
		for _, p := range all[i] {
			if size := absolute(p.InMonth); size.Known && (!most.Known || size.Parts > most.Parts) {
				most = size
			}
		}
		for _, p := range all[i] {
			switch {
			case p.InMonth.Known:
				share := Ratio(p.InMonth, most)
				row.Cells = append(row.Cells, HeatCell{Known: true, Shade: share.Percent, Text: h.Unit.Text(p.InMonth)})
			case p.Cumulative.Known:
				row.Cells = append(row.Cells, HeatCell{Text: undefined})
			default:
				row.Cells = append(row.Cells, absent(p.Month, firms[i].Entered))
			}
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}

// points returns the firm's series and, beside each point, its report.
func (f *HeatFirm) points(ind Indicator, to Month, n int) ([]Point, []*MonthlyReport) {
	facts := make([]PointFacts, len(f.Reports))
	byMonth := make(map[Month]*MonthlyReport, len(f.Reports))
	for i := range f.Reports {
		r := &f.Reports[i]
		facts[i] = PointFacts{Month: r.Month, Own: r}
		byMonth[r.Month] = r
	}
	points := TrendOf(ind, to, n, facts).Points
	reports := make([]*MonthlyReport, len(points))
	for i, p := range points {
		reports[i] = byMonth[p.Month]
	}
	return points, reports
}

// heatCell says how a firm grew: a rate, a phrase where a loss stands on either
// side, or why there is none.
func heatCell(p Point, r *MonthlyReport, entered Month) HeatCell {
	if r == nil || !r.Cumulative.Known && !r.Growth.Known {
		return absent(p.Month, entered)
	}
	if !p.Growth.Known {
		return HeatCell{Text: undefined}
	}
	return HeatCell{Known: true, Shade: p.Growth.Percent, Text: p.GrowthShort()}
}

// absent is a month without a report: not yet due where the firm was not on the
// list.
func absent(m, entered Month) HeatCell {
	if entered.Defined() && entered > m {
		return HeatCell{Text: "未入规"}
	}
	return HeatCell{Text: "未报"}
}

// HeatOfParts lays out breakdowns of several months by their groups, in the order
// of the newest; of those who may not see single enterprises they come
// suppressed, and a group of which nothing may be shown is only counted.
func HeatOfParts(ind Indicator, to Month, n int, byMonth map[Month]Breakdown) Heat {
	h := Heat{Basis: ind.Basis, Measure: HeatGrowth, Months: HeatMonths(ind, to, n)}
	parts := make(map[Month]map[string]Part, len(byMonth))
	for m, b := range byMonth {
		parts[m] = make(map[string]Part, len(b.Rows))
		for _, p := range b.Rows {
			parts[m][p.ID] = p
		}
	}
	for _, newest := range byMonth[to].Rows {
		row := HeatRow{ID: newest.ID, Name: newest.Name}
		known, hidden := false, false
		for _, column := range h.Months {
			part := parts[column.Month][newest.ID]
			c := partCell(part)
			known, hidden = known || c.Known, hidden || part.Suppressed
			row.Cells = append(row.Cells, c)
		}
		switch {
		case known:
			h.Rows = append(h.Rows, row)
		case hidden:
			h.Hidden++
		}
	}
	return h
}

func partCell(p Part) HeatCell {
	switch {
	case p.Suppressed:
		return HeatCell{Text: "隐去"}
	case p.Growth.Known:
		return HeatCell{Known: true, Shade: p.Growth.Percent, Text: p.GrowthShort()}
	case p.Value.Known:
		return HeatCell{Text: undefined}
	}
	return HeatCell{Text: "未报"}
}

// Page cuts a heat map to one page of rows, the first being 1.
func (h Heat) Page(page int) Heat {
	h.Total = len(h.Rows)
	from := min(max(page-1, 0)*HeatRows, len(h.Rows))
	h.Rows = h.Rows[from:min(from+HeatRows, len(h.Rows))]
	return h
}
