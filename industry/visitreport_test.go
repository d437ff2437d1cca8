package industry

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func visitRegisters() (CountedRegisters, []Segment) {
	firm := func(id, segment, status string, above bool) Enterprise {
		return Enterprise{ID: id, Name: id + "公司", Chain: "ne", Segment: "ne␟" + segment, AboveScale: above, Status: status}
	}
	visit := func(firm string, on Date, leaders string, departments ...string) Visit {
		return Visit{Enterprise: firm, On: on, Leaders: SplitList(leaders), Departments: departments}
	}
	r := CountedRegisters{
		Enterprises: []Enterprise{
			firm("A", "S1", "在产", true), firm("B", "S1", "在产", true), firm("C", "S2", "停产", true),
			firm("D", "S2", "在建", false), firm("E", "S2", closed, true), firm("F", "S2", "在产", true),
		},
		Visits: []Visit{
			visit("A", "2026-03-01", "甲", "工信局", "科技局"), visit("A", "2026-09-30", "甲、乙", "工信局"),
			visit("B", "2025-12-31", "甲"), visit("B", "2026-10-01", "乙"), // after the month
			visit("C", "2024-05-01", "甲"), visit("D", "2026-01-01", ""), visit("X", "2026-02-01", "甲"), // another chain's
		},
	}
	return r, []Segment{{Key: "ne␟S1", Name: "正极", Branch: "锂电"}, {Key: "ne␟S2", Name: "电芯", Branch: "锂电"}, {Key: "ne␟S3", Name: "回收"}}
}

// The coverage is the indicator's own: listed and visited since 1 January. An
// enterprise beside the list counts as visited, not in the share.
func TestVisitReport(t *testing.T) {
	r, segments := visitRegisters()
	m := NewMonth(2026, 9)
	v := VisitReportOf(r, segments, m)
	if got := fmt.Sprint(v.Coverage.Visited.Decimal(), "/", v.Coverage.Listed.Decimal(), " ", PercentText(v.Coverage.Percent)); got != "1/4 25.0%" {
		t.Errorf("coverage %s", got)
	}
	var computed Quantity
	for _, c := range RegisterIndicators(r, m) {
		if c.Indicator == "visit_coverage" {
			computed = c.Cumulative
		}
	}
	if RateOf(computed) != v.Coverage.Percent {
		t.Errorf("the indicator says %v, the report %v", computed, v.Coverage.Percent)
	}
	if got := PercentText(v.Before.Percent); got != "0.0%" { // 2025: one visit, after September
		t.Errorf("a year ago %s", got)
	}
	if v.Visits != 3 || v.Enterprises != 2 || v.Missed != 3 || v.Others != 0 {
		t.Errorf("%d visits to %d, missed %d and %d", v.Visits, v.Enterprises, v.Missed, v.Others)
	}
	line := func(list []Visitor) string {
		var parts []string
		for _, x := range list {
			part := fmt.Sprintf("%s %d次%d户至%s", x.Name, x.Visits, x.Enterprises, x.Last)
			for _, f := range x.Firms {
				part += fmt.Sprintf(" %s%d", f.Name, f.Visits)
			}
			parts = append(parts, part)
		}
		return strings.Join(parts, "|")
	}
	if got := line(v.Leaders); got != "甲 2次1户至2026-09-30 A公司2|乙 1次1户至2026-09-30 A公司1| 1次1户至2026-01-01 D公司1" {
		t.Errorf("leaders %s", got)
	}
	if got := line(v.Departments); got != "工信局 2次1户至2026-09-30 A公司2|科技局 1次1户至2026-03-01 A公司1| 1次1户至2026-01-01 D公司1" {
		t.Errorf("departments %s", got)
	}
	if len(v.Segments) != 2 || v.Segments[0].Name != "正极" || PercentText(v.Segments[0].Percent) != "50.0%" || PercentText(v.Segments[1].Percent) != "0.0%" {
		t.Errorf("segments %+v", v.Segments)
	}
	var missed []string
	for _, f := range v.Unvisited {
		missed = append(missed, fmt.Sprint(f.ID, f.Listed, f.Last, f.Since))
	}
	if got := strings.Join(missed, " "); got != "Ftrue Ctrue2024-05-01 Btrue2025-12-312026-10-01" { // never, longest ago, visited since
		t.Errorf("not visited: %s", got)
	}
	told, err := json.Marshal(v.Nameless())
	if err != nil || strings.Contains(string(told), "公司") || !strings.Contains(string(told), `"missed":3`) || v.Leaders[0].Firms == nil {
		t.Errorf("a viewer is told %s", told)
	}
}

// Before the first visit on record nobody knows whether anybody was visited.
func TestVisitsNobodyKept(t *testing.T) {
	r, segments := visitRegisters()
	r.Visits = nil
	v := VisitReportOf(r, segments, NewMonth(2026, 9))
	if v.Coverage.Percent.Known || v.Coverage.Visited.Known || v.Segments[0].Percent.Known || v.Visits != 0 {
		t.Errorf("%+v", v)
	}
}
