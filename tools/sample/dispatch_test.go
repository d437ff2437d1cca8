package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// book indexes 月度调度 for a clerk who goes through it with a calculator.
type book struct {
	t       *testing.T
	rows    []row
	firms   []row // 企业清单
	byKey   map[string]row
	firmKey map[string]string // name → key of the plan
	codes   map[string]string // indicator name → code
	periods map[string]string // indicator name → 时期类型
}

func openBook(t *testing.T) *book {
	t.Helper()
	file := open(t)
	b := &book{t: t, rows: read(t, file, "月度调度"), firms: read(t, file, "企业清单"), byKey: map[string]row{}, firmKey: map[string]string{}, codes: map[string]string{}, periods: map[string]string{}}
	firms, err := enterprises()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range firms {
		b.firmKey[f.name] = f.key
	}
	for _, i := range read(t, file, "指标") {
		b.codes[i["名称"]], b.periods[i["名称"]] = i["编码"], i["时期类型"]
	}
	for i, r := range b.rows {
		k := key(r, r["月份"])
		if b.byKey[k] != nil {
			t.Fatalf("row %d repeats %s", i+2, k)
		}
		b.byKey[k] = r
	}
	return b
}

func key(r row, month string) string {
	return strings.Join([]string{month, r["对象"], r["产业链"], r["指标"], r["来源部门"]}, "|")
}

func parseMonth(t *testing.T, text string) month {
	t.Helper()
	var year, number int
	if _, err := fmt.Sscanf(text, "%4d-%2d", &year, &number); err != nil {
		t.Fatalf("month %q", text)
	}
	return ym(year, number)
}

// at finds the same figure n months away.
func (b *book) at(r row, n int) row {
	return b.byKey[key(r, (parseMonth(b.t, r["月份"])+month(n)).String())]
}

const (
	inMonthHeader    = "当月(万元)"
	cumulativeHeader = "本年累计(万元)"
	baseHeader       = "上年同期累计(万元)"
	twoYearsHeader   = "两年前同期累计(万元)"
)

func (b *book) cents(r row, header string) int64 { return cents(b.t, r[header]) }

// violations lists what does not add up in one cumulative row.
func (b *book) violations(r row) []string {
	var found []string
	before, first := b.at(r, -1), parseMonth(b.t, r["月份"]).number() == 1
	cumulative := b.cents(r, cumulativeHeader)
	if before != nil && !first {
		step := cumulative - b.cents(before, cumulativeHeader)
		if step < 0 && r["指标"] != "利润总额" { // a profit may turn into a loss
			found = append(found, "decrease")
		}
		if r[inMonthHeader] != "" && b.cents(r, inMonthHeader) != step {
			found = append(found, "in-month")
		}
	}
	if r[baseHeader] == "" {
		found = append(found, "no-base")
	} else if last := b.at(r, -12); last != nil && b.cents(last, cumulativeHeader) != b.cents(r, baseHeader) {
		found = append(found, "base")
	}
	if last := b.at(r, -24); last != nil && r[twoYearsHeader] != "" && b.cents(last, cumulativeHeader) != b.cents(r, twoYearsHeader) {
		found = append(found, "two-years")
	}
	return found
}

func TestDispatchAddsUpExceptOnPurpose(t *testing.T) {
	b := openBook(t)
	var found []string
	for i, r := range b.rows {
		if r[cumulativeHeader] == "" || b.periods[r["指标"]] != "累计" || strings.HasSuffix(r["月份"], "年") {
			continue
		}
		for _, rule := range append(b.violations(r), b.tenfold(r)...) {
			firm, known := b.firmKey[r["对象"]]
			if !known {
				t.Errorf("row %d (%s %s %s): %s", i+2, r["月份"], r["对象"], r["指标"], rule)
				continue
			}
			found = append(found, fmt.Sprintf("%s %s %s %s explained=%t", rule, firm, b.codes[r["指标"]], r["月份"], r["原因分析"] != ""))
		}
	}
	found = append(found, b.missing()...)
	var want []string
	for _, e := range deliberate() {
		for m := e.from; m <= e.to; m++ {
			if m.number() > 1 {
				want = append(want, fmt.Sprintf("%s %s %s %s explained=%t", e.rule, e.firm, e.indicator, m, e.explained))
			}
		}
	}
	slices.Sort(found)
	slices.Sort(want)
	for _, f := range found {
		if !slices.Contains(want, f) {
			t.Errorf("not on purpose: %s", f)
		}
	}
	for _, w := range want {
		if !slices.Contains(found, w) {
			t.Errorf("listed as deliberate but not there: %s", w)
		}
	}
}

// tenfold finds a month five times above every month before it: a slip of the
// unit, since no plant grows like that. The first point of a year covers two
// months and profit can swing, so both are left out.
func (b *book) tenfold(r row) []string {
	if r["指标"] != "营业收入" && r["指标"] != "研发费用" || b.at(r, -1) == nil {
		return nil
	}
	own := b.cents(r, cumulativeHeader) - b.cents(b.at(r, -1), cumulativeHeader)
	if r[inMonthHeader] != "" {
		own = b.cents(r, inMonthHeader)
	}
	var highest int64
	for n := -1; n > -13; n-- {
		if later, earlier := b.at(r, n), b.at(r, n-1); later != nil && earlier != nil {
			highest = max(highest, b.cents(later, cumulativeHeader)-b.cents(earlier, cumulativeHeader))
		}
	}
	if highest > 0 && own > 5*highest {
		return []string{"tenfold"}
	}
	return nil
}

// missing compares the rows with the list of each month and indicator.
func (b *book) missing() []string {
	b.t.Helper()
	reported := map[string]bool{}
	for _, r := range b.rows {
		reported[r["月份"]+r["对象"]+b.codes[r["指标"]]] = true
	}
	var found []string
	for _, f := range b.firms {
		for _, m := range reportMonths(false) {
			month := m.String()
			listed := f["规上"] == "是" && f["入规年月"] <= month && (f["退规年月"] == "" || f["退规年月"] > month) && f["状态"] != "注销"
			for _, code := range []string{"revenue", "profit", "rnd_expense"} {
				has := reported[month+f["企业名称"]+code]
				switch {
				case listed && !has:
					found = append(found, fmt.Sprintf("missing %s %s %s explained=false", b.firmKey[f["企业名称"]], code, month))
				case !listed && has:
					b.t.Errorf("%s reports %s for %s though not in the list", f["企业名称"], code, month)
				}
			}
		}
	}
	return found
}

func TestNoJanuaryWhereThereIsNone(t *testing.T) {
	b := openBook(t)
	none := map[string]bool{"营业收入": true, "利润总额": true, "研发费用": true, "工业投资": true}
	for _, i := range read(t, open(t), "指标") {
		if (i["元月数据"] == "无") != none[i["名称"]] {
			t.Errorf("%s: 元月数据 %s", i["名称"], i["元月数据"])
		}
	}
	firsts, januaries := 0, 0
	for _, r := range b.rows {
		switch {
		case strings.HasSuffix(r["月份"], "-01") && none[r["指标"]]:
			t.Errorf("%s has a January: %s", r["指标"], r["对象"])
		case strings.HasSuffix(r["月份"], "-01"):
			januaries++
		case strings.HasSuffix(r["月份"], "-02") && none[r["指标"]]:
			firsts++
			if r[inMonthHeader] != "" {
				t.Errorf("%s %s: 1–2月 has no month of its own", r["对象"], r["指标"])
			}
		}
	}
	if firsts == 0 || januaries == 0 {
		t.Errorf("%d first points, %d Januaries", firsts, januaries)
	}
}
