package office_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// entry is one way of handing in the same figures: the unit of the amounts and
// where it is said, and the order of the rows of every sheet.
type entry struct {
	name   string
	header string                     // after each amount's header
	title  string                     // a line above the headers
	value  func(wan *big.Rat) any     // a cell, from 万元
	order  func(rows [][]any) [][]any // header first
}

func shuffled(seed int64) func([][]any) [][]any {
	return func(rows [][]any) [][]any {
		rows = slices.Clone(rows)
		r := rand.New(rand.NewSource(seed))
		r.Shuffle(len(rows)-1, func(i, j int) { rows[i+1], rows[j+1] = rows[j+1], rows[i+1] })
		return rows
	}
}

func inUnit(perWan int64, over int64) func(*big.Rat) any {
	return func(wan *big.Rat) any {
		f, _ := new(big.Rat).Mul(wan, big.NewRat(perWan, over)).Float64()
		return f
	}
}

func entries() []entry {
	as := func(rows [][]any) [][]any { return rows }
	return []entry{
		{"万元", "(万元)", "", inUnit(1, 1), as},
		{"元, shuffled", "（元）", "", inUnit(10_000, 1), shuffled(1)},
		{"亿元, shuffled", "(亿元)", "", inUnit(1, 10_000), shuffled(2)},
		{"千元 in a line above, shuffled", "", "单位：千元", inUnit(10, 1), shuffled(3)},
		{"亿元 in the cell", "", "", func(wan *big.Rat) any {
			return new(big.Rat).Quo(wan, big.NewRat(10_000, 1)).FloatString(10) + "亿元"
		}, shuffled(4)},
	}
}

// randomCounty draws 40 enterprises of two chains with three months of revenue
// and profit; some lack a base, some report no month of their own.
func randomCounty(t *testing.T, e entry) map[string][][]any {
	r := rand.New(rand.NewSource(2026))
	sheets := twoChains()
	firms := [][]any{{"统一社会信用代码", "企业名称", "产业链", "环节", "规上", "状态"}}
	head := []any{"月份", "对象", "指标"}
	for _, column := range []string{"当月", "本年累计", "上年同期累计", "两年前同期累计"} {
		head = append(head, column+e.header)
	}
	rows := [][]any{head}
	fen := func(n int64) *big.Rat { return big.NewRat(n, industry.Scale) }
	places := [][2]string{{"a", "a:s1"}, {"a", "a:s2"}, {"b", "b:s1"}}
	for i := range 40 {
		code := creditCode(t, fmt.Sprintf("91369921MA%06d", i))
		place := places[r.Intn(len(places))]
		firms = append(firms, []any{code, fmt.Sprintf("示例%d号公司", i), place[0], place[1], "是", "在产"})
		baseless, silent := r.Intn(8) == 0, r.Intn(3) == 0
		for _, indicator := range []string{"营业收入", "税收"} {
			var sum, base int64
			for _, m := range []string{"2026-04", "2026-05", "2026-06"} {
				own := 1_000_000 + r.Int63n(9_000_000_000)
				sum, base = sum+own, base+1_000_000+r.Int63n(9_000_000_000)
				row := []any{m, code, indicator, e.value(fen(own)), e.value(fen(sum)), e.value(fen(base)), e.value(fen(base / 2))}
				if silent || m == "2026-04" {
					row[3] = nil
				}
				if baseless {
					row[5], row[6] = "—", nil
				}
				rows = append(rows, row)
			}
		}
	}
	sheets["企业清单"] = firms
	delete(sheets, "指标")
	for name := range sheets {
		sheets[name] = e.order(sheets[name])
	}
	rows = e.order(rows)
	if e.title != "" {
		rows = append([][]any{{"各企业报表"}, {e.title}}, rows...)
	}
	sheets["月度调度"] = rows
	return sheets
}

// answers returns what every page about the county is made from, as JSON.
func answers(t *testing.T, o *office.Office, q office.Query) string {
	t.Helper()
	ctx := context.Background()
	var all strings.Builder
	put := func(v any, err error) {
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(append(text, '\n'))
	}
	for _, q.Chain = range []string{"a", "b", "all"} {
		table, err := o.Dispatch(ctx, q)
		table.AsOf = nil // is what was asked
		put(table, err)
		for _, indicator := range []string{"revenue", "tax"} {
			trend, err := o.Trend(ctx, q, indicator, 4)
			put(trend, err)
			for _, by := range []industry.Grouping{industry.BySegment, industry.ByBranch, industry.ByRegion, industry.ByEnterprise} {
				parts, err := o.Breakdown(ctx, q, indicator, by)
				put(parts, err)
				pullsAddUp(t, table, indicator, parts)
			}
		}
	}
	return all.String()
}

// pullsAddUp: the pulls of a breakdown are the growth of the table, in points.
func pullsAddUp(t *testing.T, table industry.DispatchTable, indicator string, parts industry.Breakdown) {
	t.Helper()
	line, _ := table.Line(indicator)
	sum := 0.0
	for _, p := range parts.Rows {
		sum += p.Pull.Percent
	}
	if !line.Growth.Known || math.Abs(sum-line.Growth.Percent) > 1e-9 || parts.Total.Value != line.Cumulative || parts.Total.Base != line.Base {
		t.Errorf("%s %s: pulls add up to %v, growth is %v; %v over %v, the table has %v over %v",
			table.Chain, indicator, sum, line.Growth, parts.Total.Value, parts.Total.Base, line.Cumulative, line.Base)
	}
}

// The order of rows, the unit of entry and the database change nothing; asked as
// of now, everything is as it is; pulls add up to the growth.
func TestFiguresDoNotDependOnTheirEntry(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	q := office.Query{Month: industry.NewMonth(2026, 6)}
	first := ""
	for _, e := range entries() {
		t.Run(e.name, func(t *testing.T) {
			onOffices(t, func(t *testing.T, o *office.Office) {
				take(t, o, randomCounty(t, e))
				got := answers(t, o, q)
				if first == "" {
					first = got
				}
				if got != first {
					t.Errorf("differs at %s", difference(got, first))
				}
				past := q
				past.AsOf = o.Now()
				if then := answers(t, o, past); then != got {
					t.Errorf("as of now differs at %s", difference(then, got))
				}
			})
		})
	}
}

// difference shows where two texts part.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	return fmt.Sprintf("%q, the first had %q", cut(a), cut(b))
}
