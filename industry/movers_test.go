package industry

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// series is an enterprise of the chain's list with reports written as
// month, cumulative, base; −1 is not reported.
func series(id string, e Enterprise, rows ...[3]int) FirmSeries {
	e.ID, e.Name, e.AboveScale = id, id, true
	s := FirmSeries{Enterprise: e, Reports: FirmReports{}}
	known := func(n int) Quantity {
		if n == -1 {
			return Quantity{}
		}
		return Q(int64(n))
	}
	for _, r := range rows {
		m := NewMonth(r[0]/100, r[0]%100)
		s.Reports[m] = FirmReport{Cumulative: known(r[1]), Base: known(r[2])}
	}
	return s
}

func moverFacts(m Month, firms ...FirmSeries) MoverFacts {
	return MoverFacts{
		Chain: Party{"ne", "新能源"}, Month: m, Indicator: revenueIndicator, Firms: firms,
		Working: revenueIndicator, Worked: firms, Fall: FallOfHalf, Top: 10,
	}
}

func namesOf(list []Mover) []string {
	var names []string
	for _, m := range list {
		names = append(names, m.ID)
	}
	return names
}

func TestMovers(t *testing.T) {
	m := MoversOf(moverFacts(
		NewMonth(2026, 9),
		series("大升", Enterprise{}, [3]int{202609, 500, 400}, [3]int{202509, 390, -1}),
		series("小升", Enterprise{}, [3]int{202609, 120, 100}),
		series("降", Enterprise{}, [3]int{202609, 250, 300}),
		series("平", Enterprise{}, [3]int{202609, 80, 80}),
		series("新", Enterprise{Entered: NewMonth(2026, 1)}, [3]int{202609, 60, 20}),
		series("无同期", Enterprise{Entered: NewMonth(2026, 6)}, [3]int{202609, 70, -1}),
		series("未报", Enterprise{}, [3]int{202608, 33, 30}, [3]int{202509, 35, -1}),
		series("退", Enterprise{Departed: NewMonth(2026, 3)}, [3]int{202509, 99, 90}, [3]int{202609, 5, 5}),
		series("注销", Enterprise{Status: closed}, [3]int{202509, 44, 40}),
		series("早退", Enterprise{Departed: NewMonth(2025, 3)}, [3]int{202509, 9, 9}),
	))
	for _, c := range []struct {
		list []Mover
		want []string
	}{
		{m.Risers, []string{"大升", "新", "小升"}},
		{m.Fallers, []string{"降"}},
		{m.Entrants, []string{"无同期", "新"}},
		{m.Leavers, []string{"退", "注销"}},
		{m.Baseless, []string{"无同期"}},
		{m.Missing, []string{"未报"}},
	} {
		if got := namesOf(c.list); !slices.Equal(got, c.want) {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
	if m.Rising != 3 || m.Falling != 1 || m.Level != 1 || !near(m.RisingShare, 60) {
		t.Errorf("%d %d %d %v", m.Rising, m.Level, m.Falling, m.RisingShare)
	}
	// 1010 − 900 of those with a base; the one without is in the value only.
	if m.Total.Value != Q(1080) || m.Total.Base != Q(900) || !near(m.Total.Growth, 110.0/9) || m.Total.Enterprises != 7 || m.Total.Reported != 6 {
		t.Errorf("%+v", m.Total)
	}
	if r := m.Risers[0]; r.Increment != Q(100) || !near(r.Pull, 100.0/9) || r.GrowthText != "增长25.0%" {
		t.Errorf("%+v", r)
	}
	if l := m.Leavers[0]; l.Value.Known || l.Pull.Known || l.Then != Q(99) {
		t.Errorf("%+v", l)
	}
	if got := m.Missing[0]; got.Last != Q(33) || got.Then != Q(35) {
		t.Errorf("%+v", got)
	}
}

// The pulls of all risers and fallers add up to the growth of the total.
func TestMoversAddUpToGrowth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var firms []FirmSeries
		for i := range rapid.IntRange(1, 20).Draw(t, "firms") {
			value, base := rapid.IntRange(0, 5000).Draw(t, "value"), rapid.IntRange(1, 5000).Draw(t, "base")
			firms = append(firms, series(strconv.Itoa(i), Enterprise{}, [3]int{202609, value, base}))
		}
		facts := moverFacts(NewMonth(2026, 9), firms...)
		facts.Top = len(firms)
		m, sum := MoversOf(facts), 0.0
		for _, r := range slices.Concat(m.Risers, m.Fallers) {
			sum += r.Pull.Percent
		}
		if math.Abs(sum-m.Total.Growth.Percent) > 1e-6*max(1, math.Abs(sum)) {
			t.Fatalf("pulls add up to %v, growth is %v", sum, m.Total.Growth)
		}
	})
}

// 停产 and 减产 are judged by the month's own amount, 1—2月 by that of both
// months, and a run of such months says since when.
func TestIdle(t *testing.T) {
	steady := [][3]int{{202602, 20, 20}, {202603, 30, 30}, {202604, 40, 40}}
	for _, c := range []struct {
		name   string
		status string
		rows   [][3]int
		month  Month
		state  string
		since  Month
		text   string
	}{
		{"steady", "在产", steady, NewMonth(2026, 4), "", 0, ""},
		{"nothing this month", "在产", [][3]int{{202603, 30, 30}, {202604, 30, 40}}, NewMonth(2026, 4), Stopped, NewMonth(2026, 4), "当月营业收入为0"},
		{"half is not more than half", "在产", [][3]int{{202603, 30, 30}, {202604, 35, 40}}, NewMonth(2026, 4), "", 0, ""},
		{"more than half", "在产", [][3]int{{202602, 20, 20}, {202603, 22, 30}, {202604, 26, 40}}, NewMonth(2026, 4), Reduced, NewMonth(2026, 3), "当月比上年同月下降60.0%"},
		{"both months at once", "在产", [][3]int{{202602, 4, 20}}, NewMonth(2026, 2), Reduced, NewMonth(2026, 2), "当月比上年同月下降80.0%"},
		{"over the turn of the year, where there is no January", "在产", [][3]int{{202511, 90, -1}, {202512, 90, -1}, {202602, 0, 20}}, NewMonth(2026, 2), Stopped, NewMonth(2025, 12), "当月营业收入为0"},
		{"not reported is not idle", "在产", [][3]int{{202603, 30, 30}}, NewMonth(2026, 4), "", 0, ""},
		{"by the register", "停产", nil, NewMonth(2026, 4), Stopped, 0, "企业清单状态为停产"},
		{"the register is behind", "停产", steady, NewMonth(2026, 4), Stopped, 0, "企业清单状态为停产，但当月仍有营业收入，请核实"},
		{"slowly, by the register", "减产", [][3]int{{202602, 20, 20}, {202603, 28, 30}, {202604, 35, 40}}, NewMonth(2026, 4), Reduced, NewMonth(2026, 3), "企业清单状态为减产；当月比上年同月下降30.0%"},
		{"a correction", "在产", [][3]int{{202603, 30, 30}, {202604, 25, 40}}, NewMonth(2026, 4), Stopped, NewMonth(2026, 4), "当月营业收入为负数，请核实是否更正以前月份"},
	} {
		m := MoversOf(moverFacts(c.month, series("厂", Enterprise{Status: c.status}, c.rows...)))
		if c.state == "" {
			if len(m.Idle) > 0 {
				t.Errorf("%s: %+v", c.name, m.Idle)
			}
			continue
		}
		if len(m.Idle) != 1 || m.Idle[0].State != c.state || m.Idle[0].Since != c.since || m.Idle[0].Reason != c.text {
			t.Errorf("%s: %+v", c.name, m.Idle)
		}
	}
}

func TestIdleForAYear(t *testing.T) {
	rows := [][3]int{{202509, 0, -1}, {202510, 0, -1}, {202511, 0, -1}, {202512, 0, -1}}
	for m := 202602; m <= 202609; m++ {
		rows = append(rows, [3]int{m, 0, 10})
	}
	m := MoversOf(moverFacts(NewMonth(2026, 9), series("厂", Enterprise{}, rows...)))
	if i := m.Idle[0]; !i.AtLeast || i.SinceText() != "至少自2025年10月起" {
		t.Errorf("%+v %s", i, i.SinceText())
	}
}
