package main

import "slices"

// report is one row of 月度调度. The pointers are nil where nothing is said.
type report struct {
	month               string
	object, chain       string
	indicator, source   string
	inMonth, cumulative *amount
	base                *amount
	growth              *float64 // percent as published
	twoYears, next      *amount
	rank, rankOf        int
	status, reason      string
}

// firmReports are the rows of the enterprises: 营业收入, 利润总额, 研发费用 of
// every month a firm is in the list, 1–2月 first.
func firmReports(firms []firm) []report {
	var rows []report
	for _, m := range reportMonths(false) {
		for _, f := range firms {
			if !f.inList(m) || m == newest() && slices.Contains(silentFirms(), f.key) {
				continue
			}
			for _, indicator := range []string{"revenue", "profit", "rnd_expense"} {
				rows = append(rows, f.report(indicator, m))
			}
		}
	}
	return rows
}

func (f firm) report(indicator string, m month) report {
	cumulative, base, twoYears := f.cumulative(indicator, m), f.cumulative(indicator, m-12), amount(0)
	r := report{
		month: m.String(), object: f.name, indicator: indicatorName(indicator), source: "工信局",
		cumulative: &cumulative, base: &base, status: status(m),
	}
	if indicator == "rnd_expense" {
		r.source = "科技局"
	}
	if m.year() > firstYear {
		twoYears = f.cumulative(indicator, m-24)
		r.twoYears = &twoYears
	}
	// about half of the firms fill in the month itself, and whoever makes a loss,
	// so that nobody takes a falling profit for an error; the first point has none
	losing := f.lossFrom != 0 && indicator == "profit"
	if m.number() > 2 && (losing || draw(2, "in-month", f.key) == 0) {
		own := f.inMonth(indicator, m)
		r.inMonth = &own
	}
	// standing still or running at less is explained for as long as it lasts
	since := max(f.stop, f.cut)
	if indicator == "revenue" && (m == newest() || since != 0 && m >= since) {
		r.reason = f.reason
	}
	f.depart(indicator, m, &r)
	return r
}

// depart applies the deliberate exceptions.
func (f firm) depart(indicator string, m month, r *report) {
	switch {
	case f.key == restatedFirm && indicator == "revenue" && m == ym(2025, 12):
		own := f.revenue(m).times(restatedTo)
		*r.cumulative = r.cumulative.times(restatedTo)
		r.inMonth, r.reason = &own, restatement
	case f.key == restatedFirm && indicator == "revenue" && m > ym(2025, 12):
		*r.base, *r.twoYears = r.base.times(restatedTo), r.twoYears.times(restatedTo)
		r.reason = restatementBase
	case f.key == slippedFirm && indicator == "rnd_expense" && m == newest():
		own := f.research(m) * 10
		*r.cumulative *= 10
		r.inMonth = &own
	case f.key == movedFirm:
		r.base, r.twoYears = nil, nil
		r.reason = f.reason
	}
}
