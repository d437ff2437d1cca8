package industry

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func shipped() Calendar { return NewCalendar(ShippedHolidays()...) }

func TestWorkdaysOfRealYears(t *testing.T) {
	c := shipped()
	for _, test := range []struct {
		from Date
		n    int
		want Date
	}{
		{"2019-04-26", 1, "2019-04-28"}, // Friday → a worked Sunday
		{"2019-04-30", 1, "2019-05-05"}, // four days off, then a worked Sunday
		{"2020-01-22", 2, "2020-02-03"}, // the prolonged Spring Festival
		{"2021-02-10", 3, "2021-02-20"}, // 18, 19 and Saturday 20 February
		{"2022-12-30", 1, "2023-01-03"}, // 31 December belongs to 2023's arrangement
		{"2023-01-20", 2, "2023-01-29"}, // Saturday and Sunday after the Spring Festival
		{"2023-09-28", 2, "2023-10-08"}, // worked Saturday and Sunday
		{"2024-02-02", 7, "2024-02-18"}, // Sunday 4, 5 to 9, Sunday 18 February
		{"2024-04-30", 6, "2024-05-11"}, // worked Saturday 11 May
		{"2025-01-24", 3, "2025-02-05"}, // Sunday 26, 27 January, 5 February
		{"2025-01-27", 5, "2025-02-10"}, // 5, 6, 7, Saturday 8, Monday 10 February
		{"2025-09-26", 5, "2025-10-10"}, // Sunday 28, 29, 30 September, 9, 10 October
		{"2026-02-13", 1, "2026-02-14"}, // worked Saturday before the Spring Festival
		{"2026-02-14", 5, "2026-02-28"}, // 24 to 27, worked Saturday 28 February
		{"2026-09-30", 3, "2026-10-10"}, // 8, 9, worked Saturday 10 October
		{"2026-10-09", 1, "2026-10-10"},
		{"2026-10-12", 0, ""},
		{"", 3, ""},
		{"2026-10-12", 1 << 40, ""},
	} {
		got := c.Add(test.from, test.n)
		if got != test.want {
			t.Errorf("%s + %d: got %s, want %s", test.from, test.n, got, test.want)
		}
		if got.Defined() && c.Between(test.from, got) != test.n {
			t.Errorf("%s to %s: %d working days, want %d", test.from, got, c.Between(test.from, got), test.n)
		}
	}
}

// The working days of whole years, as the notices leave them.
func TestWorkdaysOfWholeYears(t *testing.T) {
	c := shipped()
	for year, want := range map[int]int{2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248} {
		last := NewMonth(year, 12).Last()
		if got := c.Between(NewMonth(year-1, 12).Last(), last); got != want {
			t.Errorf("%d: %d working days, want %d", year, got, want)
		}
		if got := c.Unknown(NewMonth(year, 1).First(), last); got != nil {
			t.Errorf("%d: unknown %v", year, got)
		}
	}
}

// However far apart, counting days one by one gives what Between and Add say.
func TestWorkdaysCountedOneByOne(t *testing.T) {
	c := shipped()
	for _, from := range []Date{"2019-12-30", "2022-09-28", "2024-02-03", "2026-09-18"} {
		n := 0
		for day := from.Time().AddDate(0, 0, 1); day.Before(from.Time().AddDate(0, 14, 0)); day = day.AddDate(0, 0, 1) {
			d := DateOf(day)
			if c.Works(d) {
				n++
				if got := c.Add(from, n); got != d {
					t.Fatalf("%s + %d: got %s, want %s", from, n, got, d)
				}
			}
			if got := c.Between(from, d); got != n {
				t.Fatalf("%s to %s: got %d, want %d", from, d, got, n)
			}
		}
	}
}

func TestUnknownYearsAreCountedFromMondayToFriday(t *testing.T) {
	c := shipped()
	if got := c.Add("2026-12-31", 1); got != "2027-01-01" { // a Friday
		t.Errorf("got %s", got)
	}
	if got := c.Doubt("2026-12-20", "2027-01-08"); got != "2027年节假日安排未录入，按周一至周五计" {
		t.Errorf("got %q", got)
	}
	if got := c.Doubt("2026-01-01", "2026-12-31"); got != "" {
		t.Errorf("got %q", got)
	}
	days, err := ParseHolidays("日期,类型\n2027-01-01至2027-01-03,放假,元旦\n2027/2/20\t上班\n2027年2月5日 放假 春节")
	if err != nil {
		t.Fatal(err)
	}
	known := NewCalendar(append(ShippedHolidays(), HolidayYear{Year: 2027, Days: days})...)
	if got := known.Add("2026-12-31", 1); got != "2027-01-04" {
		t.Errorf("got %s", got)
	}
	if !known.Works("2027-02-20") || known.Works("2027-02-05") || known.Works("2027-02-21") {
		t.Error("the county's arrangement is not followed")
	}
}

func TestHolidayArrangementsAreChecked(t *testing.T) {
	for _, y := range ShippedHolidays() {
		if err := y.Check(); err != nil {
			t.Errorf("%d: %v", y.Year, err)
		}
		var lines []string
		for _, s := range y.Spans() {
			lines = append(lines, s.Text())
		}
		again, err := ParseHolidays(strings.Join(lines, "\n"))
		if err != nil || !slices.Equal(again, y.Days) {
			t.Errorf("%d: %v, not what was written: %v", y.Year, err, lines)
		}
	}
	for text, want := range map[string]string{
		"2027-01-01 休息":                "应为“日期 放假”或“日期 上班”",
		"2027-13-01 放假":                "日期不能识别",
		"2027-01-03至2027-01-01 放假":     "起止日期不对",
		"2027-01-01 放假\n2027-01-01 放假": "写了两次",
		"2027-01-01 放假\n2027-01-04 上班": "本来就上班",
		"2026-10-01 放假":                "不属于2027年",
		"2027-01-02 上班":                "放假至少1天",
	} {
		days, err := ParseHolidays(text)
		if err == nil {
			err = HolidayYear{Year: 2027, Days: days}.Check()
		}
		if err == nil || !strings.Contains(err.(*Error).Fields["days"], want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if (HolidayYear{Year: 2027, Days: []Holiday{{On: "2026-12-31"}}, At: time.Time{}}).Check() != nil {
		t.Error("the end of December may belong to the next year")
	}
}
