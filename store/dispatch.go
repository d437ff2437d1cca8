package store

import (
	"context"
	"strings"
	"time"

	"chainboard/industry"
)

// Scope says which facts of dispatch are wanted.
type Scope struct {
	Chain     string // a chain's code, or "all"
	Indicator string // "" is every indicator
	From, To  industry.Month
	AsOf      time.Time // zero: now

	Skip, Many int // of a query that reads a page
}

type sumRow struct {
	Month     industry.Month
	Chain     string
	Segment   string
	Indicator string

	Reported         int
	Cumulative       industry.Quantity
	Based            int
	BasedCumulative  industry.Quantity `db:"based_cumulative"`
	Base             industry.Quantity
	TwoYearsCount    int               `db:"two_years_count"`
	TwoYearsNow      industry.Quantity `db:"two_years_now"`
	TwoYearsAgo      industry.Quantity `db:"two_years_ago"`
	InMonth          industry.Quantity `db:"in_month"`
	InMonthCount     int               `db:"in_month_count"`
	InMonthDerived   int               `db:"in_month_derived"`
	ExpectedNext     industry.Quantity `db:"expected_next"`
	ExpectedNextMany int               `db:"expected_next_many"`
	Positive         int
	Unexplained      int
	Preliminary      int
}

func (r sumRow) sum() industry.Sum {
	return industry.Sum{
		Indicator: r.Indicator, Reported: r.Reported, Cumulative: r.Cumulative, Based: r.Based,
		BasedCumulative: r.BasedCumulative, Base: r.Base, TwoYearsCount: r.TwoYearsCount, TwoYearsNow: r.TwoYearsNow,
		TwoYearsAgo: r.TwoYearsAgo, InMonth: r.InMonth, InMonthCount: r.InMonthCount, InMonthDerived: r.InMonthDerived,
		ExpectedNext: r.ExpectedNext, ExpectedNextMany: r.ExpectedNextMany, Positive: r.Positive,
		Unexplained: r.Unexplained, Preliminary: r.Preliminary,
	}
}

// SegmentSums returns the sums of the enterprises on each month's list, by
// month, chain, segment and indicator, from each indicator's main source.
func (s *Store) SegmentSums(ctx context.Context, scope Scope) ([]industry.SegmentSum, error) {
	var rows []sumRow
	if err := s.selectScope(ctx, &rows, s.queries.SegmentSums, scope); err != nil {
		return nil, err
	}
	sums := make([]industry.SegmentSum, len(rows))
	for i, r := range rows {
		sums[i] = industry.SegmentSum{Month: r.Month, Chain: r.Chain, Segment: r.Segment, Sum: r.sum()}
	}
	return sums, nil
}

// Listed is one enterprise on a month's list and whether it has reported.
type Listed struct {
	Key      string
	Name     string
	Chain    string
	Segment  string
	Reported bool
}

// ListedEnterprises returns the list of month scope.To, by key, with who has
// reported scope.Indicator.
func (s *Store) ListedEnterprises(ctx context.Context, scope Scope) ([]Listed, error) {
	var rows []Listed
	err := s.selectScope(ctx, &rows, s.queries.ListedEnterprises, scope)
	return rows, err
}

// Baseless is one enterprise on a month's list that reported an indicator
// without the same period of last year.
type Baseless struct {
	Indicator string
	Chain     string
	Key       string
	Name      string
}

// BaselessReports returns who of the list of month scope.To reported without a
// base, by indicator and key.
func (s *Store) BaselessReports(ctx context.Context, scope Scope) ([]Baseless, error) {
	var rows []Baseless
	err := s.selectScope(ctx, &rows, s.queries.BaselessReports, scope)
	return rows, err
}

// selectScope runs a query of dispatch.sql now or, with the past tables before
// it, as of a past moment: one text for both.
func (s *Store) selectScope(ctx context.Context, dest any, query string, scope Scope) error {
	arg := values{
		"chain": scope.Chain, "indicator": scope.Indicator,
		"first_month": scope.From.String(), "from_month": scope.From.Add(-1).String(), "to_month": scope.To.String(),
		"skip": scope.Skip, "many": scope.Many,
	}
	if !scope.AsOf.IsZero() {
		arg["as_of"] = instant(scope.AsOf)
		query = s.queries.PastTables + "\n" + query
	}
	return selectNamed(ctx, s.db, dest, query, arg)
}

// ChainReports returns the chains' own rows of a scope, from every source.
func (s *Store) ChainReports(ctx context.Context, scope Scope) ([]industry.MonthlyReport, error) {
	var rows []chainReportRow
	if err := s.selectScope(ctx, &rows, s.queries.ChainReports, scope); err != nil {
		return nil, err
	}
	reports := make([]industry.MonthlyReport, len(rows))
	for i, r := range rows {
		reports[i] = industry.MonthlyReport(r)
	}
	return reports, nil
}

// chainReportRow is a MonthlyReport with the names of its columns.
type chainReportRow struct {
	Month        industry.Month
	ObjectKind   string `db:"object_kind"`
	Object       string
	Chain        string
	Indicator    string
	Source       string
	InMonth      industry.Quantity `db:"in_month"`
	Cumulative   industry.Quantity
	Base         industry.Quantity
	Growth       industry.Quantity
	TwoYearsAgo  industry.Quantity `db:"two_years_ago"`
	ExpectedNext industry.Quantity `db:"expected_next"`
	Rank         industry.Quantity
	RankOf       industry.Quantity `db:"rank_of"`
	Status       string
	Cause        string
	Doubt        string
}

// Months returns the months in which a chain has a figure of an indicator,
// newest first; the months of the scope do not matter.
func (s *Store) Months(ctx context.Context, scope Scope) ([]industry.Month, error) {
	var months []industry.Month
	scope.From, scope.To = industry.NewMonth(1900, 2), industry.NewMonth(9999, 12)
	err := s.selectScope(ctx, &months, s.queries.DataMonths, scope)
	return months, err
}

// readableKey writes a key as people read it.
func readableKey(key string) string {
	return strings.ReplaceAll(key, industry.KeySeparator, " ")
}
