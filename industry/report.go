package industry

import "strings"

// MonthlyReportOf reads a monthly report from its record.
func MonthlyReportOf(r Record) MonthlyReport {
	kind, object, _ := strings.Cut(r.Get("object"), ":")
	return MonthlyReport{
		Month: r.Month("month"), ObjectKind: kind, Object: object, Chain: r.Get("chain"),
		Indicator: r.Get("indicator"), Source: r.Get("source"),
		InMonth: r.Quantity("in_month"), Cumulative: r.Quantity("cumulative"), Base: r.Quantity("base"),
		Growth: r.Quantity("growth"), TwoYearsAgo: r.Quantity("two_years_ago"), ExpectedNext: r.Quantity("expected_next"),
		Rank: r.Quantity("rank"), RankOf: r.Quantity("rank_of"), Status: r.Get("status"), Cause: r.Get("cause"),
	}
}
