package industry

// ReportRow is what one object reported around a month from the main source.
type ReportRow struct {
	Object Party
	Kind   string // ObjectEnterprise or ObjectChain
	Chain  string // it counts for
	Now    *MonthlyReport
	Last   *MonthlyReport // the month before
	Then   *MonthlyReport // the same month of last year, as reported then
}

// rowCell picks one cell of a row.
type rowCell struct {
	name   string
	column string
	report *MonthlyReport
	value  Quantity
}

// Input returns the part that a row has in a figure of the indicator, or false
// where the row does not enter it. The first cell is the one that is traced.
func (r ReportRow) Input(ind Indicator, rows Aspect, m Month) (TraceInput, bool) {
	in := TraceInput{ID: Optional(r.Object.ID), Name: r.Object.Name, Kind: r.Kind, Chain: Optional(r.Chain), Count: 1}
	if r.Now != nil {
		in.Status, in.Doubt = Optional(r.Now.Status), Optional(r.Now.Doubt)
	}
	var cells []rowCell
	switch {
	case r.Now == nil && rows != OfNominal:
		return in, false
	case rows == OfNominal:
		cells = r.nominal(&in)
	case rows == OfInMonth:
		cells = r.inMonth(&in, ind, m)
	default:
		cells = r.plain(&in, rows)
	}
	for _, c := range cells {
		in.Cells = append(in.Cells, TraceCell{Name: c.name, Month: c.report.Month, Value: c.value, Column: c.column})
	}
	return in, len(cells) > 0
}

// plain returns the cells of this month's report that an aspect rests on, none
// where one that it needs is missing.
func (r ReportRow) plain(in *TraceInput, rows Aspect) []rowCell {
	n := r.Now
	cumulative, base := rowCell{"本年累计", "cumulative", n, n.Cumulative}, rowCell{"上年同期累计", "base", n, n.Base}
	in.Value, in.Base = n.Cumulative, n.Base
	switch rows {
	case OfCumulative:
		return known(1, cumulative, base)
	case OfBase:
		return known(2, base, cumulative)
	case OfComputed:
		return known(2, cumulative, base)
	case OfReported:
		return known(1, rowCell{"同比", "growth", n, n.Growth})
	case OfTwoYears:
		in.Base = n.TwoYearsAgo
		return known(2, cumulative, rowCell{"两年前同期累计", "two_years_ago", n, n.TwoYearsAgo})
	case OfForecast:
		in.Value, in.Base = n.ExpectedNext, Quantity{}
		return known(1, rowCell{"下月预计", "expected_next", n, n.ExpectedNext})
	case OfRank:
		return r.rank(in)
	}
	return nil
}

func (r ReportRow) rank(in *TraceInput) []rowCell {
	n := r.Now
	in.Value, in.Base = n.Rank, Quantity{}
	cells := []rowCell{{"全市位次", "rank", n, n.Rank}, {"位次总数", "rank_of", n, n.RankOf}}
	if r.Last != nil {
		cells = append(cells, rowCell{"上月全市位次", "rank", r.Last, r.Last.Rank})
	}
	return known(1, cells...)
}

// nominal compares with what was published a year ago; a firm may be on one of
// the two lists only.
func (r ReportRow) nominal(in *TraceInput) []rowCell {
	var cells []rowCell
	if r.Now != nil && r.Now.Cumulative.Known {
		in.Value = r.Now.Cumulative
		cells = append(cells, rowCell{"本年累计", "cumulative", r.Now, in.Value})
	}
	if r.Then != nil && r.Then.Cumulative.Known {
		in.Base = r.Then.Cumulative
		cells = append(cells, rowCell{"上年当时公布累计", "cumulative", r.Then, in.Base})
	}
	return cells
}

// inMonth returns the reported cell, else the two that it is the difference of.
func (r ReportRow) inMonth(in *TraceInput, ind Indicator, m Month) []rowCell {
	q, derived := inMonthOf(ind, m, r.Now, r.Last)
	if !q.Known {
		return nil
	}
	in.Value = q
	if !derived {
		return []rowCell{{"当月", "in_month", r.Now, q}}
	}
	cells := []rowCell{{"本年累计", "cumulative", r.Now, r.Now.Cumulative}}
	if m.Number() > 1 && r.Last != nil {
		cells = append(cells, rowCell{"上月累计", "cumulative", r.Last, r.Last.Cumulative})
	}
	return cells
}

// known returns the cells that hold a value, none when one of the first n does not.
func known(n int, cells ...rowCell) []rowCell {
	var list []rowCell
	for i, c := range cells {
		switch {
		case c.value.Known:
			list = append(list, c)
		case i < n:
			return nil
		}
	}
	return list
}
