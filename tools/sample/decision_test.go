package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestDecisionsAreKeptOrOverdue(t *testing.T) {
	var late, overdue []string
	rows := read(t, open(t), "议定事项")
	for i, d := range rows {
		if d["编号"] != fmt.Sprintf("YD%04d", i+1) || d["牵头单位"] == "" || d["进展"] == "" {
			t.Errorf("议定事项!%d: %v", i+2, d)
		}
		term := calendar(t, d["时限"])
		if !isWorkday(term) {
			t.Errorf("%s is due on %s", d["编号"], term.Weekday())
		}
		if (d["状态"] == "已完成") != (d["完成日期"] != "") {
			t.Errorf("%s: %s, %q", d["编号"], d["状态"], d["完成日期"])
		}
		switch {
		case d["完成日期"] != "":
			done := calendar(t, d["完成日期"])
			workday(t, d["编号"], done)
			if done.After(term) {
				late = append(late, d["编号"])
			}
		case term.Before(today()):
			overdue = append(overdue, d["编号"])
		}
	}
	projects, issues, indicators := set(read(t, open(t), "项目清单"), "项目名称"), set(read(t, open(t), "问题清单"), "编号"), set(read(t, open(t), "指标"), "名称")
	linked := 0
	for _, d := range rows {
		for _, subject := range several(d["涉及"]) {
			word, name, _ := strings.Cut(subject, ":")
			name, _, _ = strings.Cut(name, ":")
			if !map[string]map[string]bool{"项目": projects, "问题": issues, "指标": indicators}[word][name] {
				t.Errorf("%s concerns %s, which is not there", d["编号"], subject)
			}
			linked++
		}
	}
	if linked != 17 {
		t.Errorf("%d subjects", linked)
	}
	tally(t, rows, "督办", map[string]int{"是": 3, "否": 14})
	if !slices.Equal(late, strings.Fields("YD0010")) || !slices.Equal(overdue, strings.Fields("YD0003 YD0006 YD0008 YD0011")) {
		t.Errorf("late %v, overdue %v", late, overdue)
	}
	tally(t, rows, "状态", map[string]int{"办理中": 8, "已完成": 8, "延期": 1})
	tally(t, rows, "会议", map[string]int{"2026年7月产业链调度会": 3, "2026年8月产业链调度会": 3, "2026年9月产业链调度会": 4, "2026年10月产业链调度会": 4, "2026年11月产业链调度会": 3})
}
