package office

import (
	"context"
	"slices"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// moment makes an instant comparable; 0 is now.
type moment int64

func momentOf(asOf time.Time) moment {
	if asOf.IsZero() {
		return 0
	}
	return moment(asOf.UnixMicro())
}

// recordsOf asks for the records of a register.
type recordsOf struct {
	noun string
	at   moment
}

// recordsAt returns the records of a register at a moment, now withdrawn ones
// included.
func (o *Office) recordsAt(ctx context.Context, g *industry.Register, asOf time.Time) (map[string]store.Entry, error) {
	q := question{recordsOf{g.Noun, momentOf(asOf)}, registers(g)}
	return recall(ctx, o, q, func() (map[string]store.Entry, int, error) {
		var all map[string]store.Entry
		var err error
		if asOf.IsZero() {
			all, err = o.store.Records(ctx, g)
		} else {
			all, err = o.store.RecordsAsOf(ctx, g, asOf)
		}
		return all, len(all), err
	})
}

// scopeOf asks for rows of a scope.
type scopeOf struct {
	what  string
	scope store.Scope // its AsOf left out
	at    moment
}

func asked(what string, s store.Scope) scopeOf {
	at := momentOf(s.AsOf)
	s.AsOf = time.Time{}
	return scopeOf{what, s, at}
}

// registers are whole registers as what an answer is read from.
func registers(list ...*industry.Register) []store.Extent {
	extents := make([]store.Extent, len(list))
	for i, g := range list {
		extents[i].Register = g
	}
	return extents
}

// reportsOf are the reports of some months with the registers that say how they
// add up. Of no month or of very many they are the reports as a whole.
func reportsOf(months ...industry.Month) []store.Extent {
	extents := registers(industry.EnterpriseRegister, industry.SegmentRegister, industry.IndicatorRegister)
	if len(months) == 0 || len(months) > MostTrendMonths {
		return append(extents, store.Extent{Register: industry.ReportRegister})
	}
	for _, m := range months {
		extents = append(extents, store.Extent{Register: industry.ReportRegister, Month: m})
	}
	return extents
}

// between lists the months from one to another.
func between(from, to industry.Month) []industry.Month {
	var months []industry.Month
	for m := from; m <= to; m++ {
		months = append(months, m)
	}
	return months
}

// rowsOf remembers the rows of a query of dispatch by its scope.
func rowsOf[T any](ctx context.Context, o *Office, key scopeOf, from []store.Extent, read func() ([]T, error)) ([]T, error) {
	return recall(ctx, o, question{key, from}, func() ([]T, int, error) {
		rows, err := read()
		return rows, len(rows), err
	})
}

// sums returns the sums over each month's list (store.SegmentSums). A series is
// read in two parts: the newest two months change often, the others hardly ever.
func (o *Office) sums(ctx context.Context, s store.Scope) ([]industry.SegmentSum, error) {
	if s.To-s.From > 1 {
		past, newest := s, s
		past.To, newest.From = s.To-2, s.To-1
		before, err := o.sumsOf(ctx, past)
		if err != nil {
			return nil, err
		}
		now, err := o.sumsOf(ctx, newest)
		return slices.Concat(before, now), err
	}
	return o.sumsOf(ctx, s)
}

func (o *Office) sumsOf(ctx context.Context, s store.Scope) ([]industry.SegmentSum, error) {
	from := reportsOf(between(s.From-1, s.To)...) // an in-month is derived from the month before
	return rowsOf(ctx, o, asked("sums", s), from, func() ([]industry.SegmentSum, error) { return o.store.SegmentSums(ctx, s) })
}

// totals returns the cumulatives of month s.To (store.CumulativeTotals).
func (o *Office) totals(ctx context.Context, s store.Scope) ([]store.CumulativeTotal, error) {
	return rowsOf(ctx, o, asked("totals", s), reportsOf(s.To), func() ([]store.CumulativeTotal, error) { return o.store.CumulativeTotals(ctx, s) })
}

// chainReports returns the chains' own rows (store.ChainReports).
func (o *Office) chainReports(ctx context.Context, s store.Scope) ([]industry.MonthlyReport, error) {
	return rowsOf(ctx, o, asked("own", s), reportsOf(), func() ([]industry.MonthlyReport, error) { return o.store.ChainReports(ctx, s) })
}

// listed returns the list of month s.To (store.ListedEnterprises).
func (o *Office) listed(ctx context.Context, s store.Scope) ([]store.Listed, error) {
	return rowsOf(ctx, o, asked("listed", s), reportsOf(s.To), func() ([]store.Listed, error) { return o.store.ListedEnterprises(ctx, s) })
}

// baseless returns who reported month s.To without a base (store.BaselessReports).
func (o *Office) baseless(ctx context.Context, s store.Scope) ([]store.Baseless, error) {
	return rowsOf(ctx, o, asked("baseless", s), reportsOf(s.To), func() ([]store.Baseless, error) { return o.store.BaselessReports(ctx, s) })
}

// months returns the months that have a figure (store.Months).
func (o *Office) months(ctx context.Context, s store.Scope) ([]industry.Month, error) {
	return rowsOf(ctx, o, asked("months", s), reportsOf(), func() ([]industry.Month, error) { return o.store.Months(ctx, s) })
}

// indicatorReports returns the enterprises' reports of an indicator and the
// months of a scope by key; of a past moment other reports of them too.
func (o *Office) indicatorReports(ctx context.Context, s store.Scope) (map[string]store.Entry, error) {
	q := question{asked("reports", s), reportsOf(between(s.From, s.To)...)}
	return recall(ctx, o, q, func() (map[string]store.Entry, int, error) {
		var entries map[string]store.Entry
		var err error
		span := store.Span{From: s.From, To: s.To}
		if s.AsOf.IsZero() {
			entries, err = o.store.ReportsOfIndicator(ctx, s.Indicator, span)
		} else {
			entries, err = o.store.Reports(ctx, span, s.AsOf)
		}
		return entries, len(entries), err
	})
}

// othersReports returns the rows of nation, province and city (store.References).
func (o *Office) othersReports(ctx context.Context, s store.Scope) ([]industry.ReferenceFacts, error) {
	from := append(reportsOf(), registers(industry.RegionRegister)...)
	return rowsOf(ctx, o, asked("others", s), from, func() ([]industry.ReferenceFacts, error) { return o.store.References(ctx, s) })
}
