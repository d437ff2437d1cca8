package workbook

import (
	"strings"
	"testing"
)

type dateCase struct {
	text  string
	kind  cellKind
	want  string
	wrong string
}

func checkDates(t *testing.T, cases []dateCase, parse func(c *cell) (string, *fault)) {
	t.Helper()
	for _, test := range cases {
		got, wrong := parse(&cell{text: clean(test.text), kind: test.kind})
		switch {
		case test.wrong == "" && wrong != nil:
			t.Errorf("%q: %s", test.text, wrong.message)
		case test.wrong != "" && (wrong == nil || !strings.Contains(wrong.message, test.wrong) || wrong.remedy == ""):
			t.Errorf("%q: got %q %v, want …%s…", test.text, got, wrong, test.wrong)
		case got != test.want:
			t.Errorf("%q is %q, want %q", test.text, got, test.want)
		}
	}
}

func TestDates(t *testing.T) {
	checkDates(t, []dateCase{
		{text: "46086", want: "2026-03-05"},
		{text: "46086.75", want: "2026-03-05"},
		{text: "20260305", want: "2026-03-05"},
		{text: "2026-03-05T00:00:00", kind: dateCell, want: "2026-03-05"},
		{text: "2026-03-05", kind: textCell, want: "2026-03-05"},
		{text: "2026-3-5", kind: textCell, want: "2026-03-05"},
		{text: "2026/3/5", kind: textCell, want: "2026-03-05"},
		{text: "2026/03/05 08:30:00", kind: textCell, want: "2026-03-05"},
		{text: "2026.3.5", kind: textCell, want: "2026-03-05"},
		{text: "2026年3月5日", kind: textCell, want: "2026-03-05"},
		{text: "２０２６年３月５日", kind: textCell, want: "2026-03-05"},
		{text: "2026 年 3 月 5 日", kind: textCell, want: "2026-03-05"},
		{text: "2024-02-29", kind: textCell, want: "2024-02-29"},
		{text: "", want: ""},
		{text: "—", kind: textCell, want: ""},
		{text: "/", kind: textCell, want: ""},
		{text: "2026-02-29", kind: textCell, wrong: "日历上没有“2026-02-29”这一天"},
		{text: "2026年13月1日", kind: textCell, wrong: "日历上没有"},
		{text: "2026年3月", kind: textCell, wrong: "缺少日"},
		{text: "2026-03", kind: textCell, wrong: "缺少日"},
		{text: "2026", wrong: "不是完整的日期"},
		{text: "2026.1", wrong: "不是完整的日期"},
		{text: "26-3-5", kind: textCell, wrong: "不是日期"},
		{text: "上月底", kind: textCell, wrong: "不是日期"},
		{text: "1026-03-05", kind: textCell, wrong: "年份不在"},
		{text: "1", kind: booleanCell, wrong: "不是日期"},
	}, func(c *cell) (string, *fault) { return parseDate(c, false) })
	checkDates(t, []dateCase{{text: "44624", want: "2026-03-05"}, {text: "2026-03-05", kind: textCell, want: "2026-03-05"}},
		func(c *cell) (string, *fault) { return parseDate(c, true) })
}

func TestMonths(t *testing.T) {
	checkDates(t, []dateCase{
		{text: "2026-03", kind: textCell, want: "2026-03"},
		{text: "2026-3", kind: textCell, want: "2026-03"},
		{text: "202603", want: "2026-03"},
		{text: "202603", kind: textCell, want: "2026-03"},
		{text: "2026/3", kind: textCell, want: "2026-03"},
		{text: "2026年3月", kind: textCell, want: "2026-03"},
		{text: "2026年03月份", kind: textCell, want: "2026-03"},
		{text: "2026年1-3月", kind: textCell, want: "2026-03"},
		{text: "2026年1—2月", kind: textCell, want: "2026-02"},
		{text: "2026年1—10月累计", kind: textCell, want: "2026-10"},
		{text: "２０２６年１～３月", kind: textCell, want: "2026-03"},
		{text: "2026年1月-3月", kind: textCell, want: "2026-03"},
		{text: "46086", want: "2026-03"},
		{text: "2026-03-05", kind: textCell, want: "2026-03"},
		{text: "2026年3月5日", kind: textCell, want: "2026-03"},
		{text: "2026", want: "2026-12 annual"},
		{text: "2026年", kind: textCell, want: "2026-12 annual"},
		{text: "2026年度", kind: textCell, want: "2026-12 annual"},
		{text: "", want: ""},
		{text: "-", kind: textCell, want: ""},
		{text: "2026.1", wrong: "分不清是 1 月还是 10 月"},
		{text: "2026.1", kind: textCell, wrong: "分不清是 1 月还是 10 月"},
		{text: "2026年2-3月", kind: textCell, wrong: "不是从 1 月起的累计"},
		{text: "2026-13", kind: textCell, wrong: "不是月份"},
		{text: "202613", wrong: "不是月份"},
		{text: "2026年13月", kind: textCell, wrong: "不是月份"},
		{text: "3月", kind: textCell, wrong: "不是月份"},
		{text: "三月", kind: textCell, wrong: "不是月份"},
		{text: "26年3月", kind: textCell, wrong: "不是月份"},
		{text: "12", wrong: "不是月份"},
	}, func(c *cell) (string, *fault) {
		month, annual, wrong := parseMonth(c, false)
		if annual {
			month += " annual"
		}
		return month, wrong
	})
}

func TestYears(t *testing.T) {
	checkDates(t, []dateCase{
		{text: "2026", want: "2026"},
		{text: "2026年", kind: textCell, want: "2026"},
		{text: "２０２６年度", kind: textCell, want: "2026"},
		{text: "—", kind: textCell, want: ""},
		{text: "26", wrong: "不是年份"},
		{text: "2026.5", wrong: "不是年份"},
		{text: "明年", kind: textCell, wrong: "不是年份"},
	}, parseYear)
}
