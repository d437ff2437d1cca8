package office

import (
	"cmp"
	"context"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// series is what one object reported for one indicator from one source.
type series struct{ object, chain, indicator, source string }

// seriesBook holds reports by series and month, the file's over the kept ones.
type seriesBook map[series]map[industry.Month]*industry.MonthlyReport

func seriesOf(r industry.Record) series {
	return series{r.Get("object"), r.Get("chain"), r.Get("indicator"), r.Get("source")}
}

func (b seriesBook) put(r industry.Record) {
	key, report := seriesOf(r), industry.MonthlyReportOf(r)
	if b[key] == nil {
		b[key] = map[industry.Month]*industry.MonthlyReport{}
	}
	b[key][report.Month] = &report
}

// historyMonths is how far back an imported figure is compared: the same month
// of last year and one before it.
const historyMonths = 13

// loadReports reads the kept reports of the sheet's months and the ones before.
func (p *plan) loadReports(ctx context.Context, s *store.Store, sheet *workbook.Sheet) error {
	var span store.Span
	for i := range sheet.Rows {
		m := sheet.Rows[i].Record.Month("month")
		if !m.Defined() {
			continue
		}
		if !span.From.Defined() || m < span.From {
			span.From = m
		}
		span.To = max(span.To, m)
	}
	p.reports = seriesBook{}
	if !span.From.Defined() {
		return nil
	}
	span.From = span.From.Add(-historyMonths)
	entries, err := s.Reports(ctx, span, time.Time{})
	if err != nil {
		return err
	}
	p.current[industry.ReportRegister] = entries
	for _, e := range entries {
		if !e.Withdrawn {
			p.reports.put(e.Record)
		}
	}
	return nil
}

// doubtReports marks the planned reports that do not fit their own history.
func (p *plan) doubtReports(ps *plannedSheet) {
	for _, c := range ps.changes {
		p.reports.put(c.Record)
	}
	for i := range ps.changes {
		c := &ps.changes[i]
		doubts := industry.Implausible(industry.MonthlyReportOf(c.Record), p.history(c.Record))
		if len(doubts) == 0 {
			continue
		}
		c.Warning, c.Explanation = strings.Join(doubts, "；"), p.options.Explain
		remedy := "核对原表；确实如此的，在原因分析中说明"
		if cause := cmp.Or(c.Record.Get("cause"), c.Explanation); cause != "" {
			remedy = "已说明：" + cause
		}
		for _, doubt := range doubts {
			p.problems = append(p.problems, ps.problem(industry.LevelWarning, c.Row, industry.Fault{
				Column: "cumulative", Value: c.Record.Get("cumulative"), Message: doubt,
				Remedy: remedy,
			}))
		}
	}
}

func (p *plan) history(r industry.Record) industry.History {
	months, month := p.reports[seriesOf(r)], r.Month("month")
	h := industry.History{
		LastMonth: months[month-1], LastYear: months[month-12], Indicator: p.validator.Indicators[r.Get("indicator")],
	}
	for m := month - historyMonths; m < month; m++ {
		if past := months[m]; past != nil {
			h.Recent = append(h.Recent, *past)
		}
	}
	p.recent = h.Recent
	if e, ok := p.current[industry.ReportRegister][r.Key()]; ok && !e.Withdrawn {
		earlier := industry.MonthlyReportOf(e.Record)
		h.Earlier = &earlier
	}
	return h
}

// withdrawAbsent plans to take back the kept reports of the file's months,
// indicators and sources that the file no longer holds.
func (p *plan) withdrawAbsent(ps *plannedSheet) {
	for key, e := range p.current[industry.ReportRegister] {
		r := e.Record
		if _, held := ps.seen[key]; e.Withdrawn || held || !ps.covered[coverOf(r)] {
			continue
		}
		ps.changes = append(ps.changes, store.Change{Record: r, Kind: store.Withdrawn, Version: e.Version + 1})
		ps.report.Withdrawn++
		shown := p.directory.Unresolve(r)
		p.note("%s撤回文件中没有的一行：%s %s %s", ps.Name, r.Get("month"), shown.Get("object"), shown.Get("indicator"))
	}
}

// cover is what a sheet of monthly reports speaks of as a whole.
type cover struct{ month, indicator, source string }

func coverOf(r industry.Record) cover {
	return cover{r.Get("month"), r.Get("indicator"), r.Get("source")}
}
