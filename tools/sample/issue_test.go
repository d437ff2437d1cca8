package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// stepsOf says which dates an issue in a state has; what was sent back has been
// visited again and is no longer handled.
func stepsOf(state string) string {
	switch state {
	case "登记", "研判":
		return "提出"
	case "办结待核":
		return "提出 交办 办结"
	case "回访":
		return "提出 交办 办结 回访"
	case closedState:
		return "提出 交办 办结 回访 销号"
	case "退回重办":
		return "提出 交办 回访"
	}
	return "提出 交办"
}

func TestIssuesStandWhereTheirDatesSay(t *testing.T) {
	file := open(t)
	firms, projects := read(t, file, "企业清单"), read(t, file, "项目清单")
	chain := map[string]string{}
	for _, f := range firms {
		chain[f["企业名称"]] = several(f["产业链"])[0]
	}
	owner := map[string]row{}
	for _, p := range projects {
		owner[p["项目名称"]] = p
	}
	rows := read(t, file, "问题清单")
	last := ""
	for i, q := range rows {
		if q["编号"] != issueCode(i) || q["提出日期"] < last {
			t.Errorf("%s is out of order", q["编号"])
		}
		last = q["提出日期"]
		var steps []string
		var previous time.Time
		for _, step := range issueSteps() {
			if q[step+"日期"] == "" {
				continue
			}
			on := calendar(t, q[step+"日期"])
			workday(t, q["编号"]+step, on)
			if on.Before(previous) {
				t.Errorf("%s: %s before the step before", q["编号"], step)
			}
			previous, steps = on, append(steps, step)
		}
		if got := strings.Join(steps, " "); got != stepsOf(q["状态"]) {
			t.Errorf("%s is %s with %s", q["编号"], q["状态"], got)
		}
		assigned, visited := q["交办日期"] != "", q["回访日期"] != ""
		if assigned != (q["办理时限(工作日)"] != "") || assigned && q["主办单位"] == "" || visited != (q["满意度"] != "") {
			t.Errorf("%s: 交办 %t, 时限 %q, 主办单位 %q, 满意度 %q", q["编号"], assigned, q["办理时限(工作日)"], q["主办单位"], q["满意度"])
		}
		if (q["满意度"] == unhappy) != (q["状态"] == "退回重办") {
			t.Errorf("%s: %s but %s", q["编号"], q["状态"], q["满意度"])
		}
		p := owner[q["项目"]]
		if q["企业"] == "" && p == nil || q["项目"] != "" && (p == nil || q["企业"] != p["业主企业"] || q["产业链"] != p["产业链"]) || q["企业"] != "" && chain[q["企业"]] != q["产业链"] {
			t.Errorf("%s: 企业 %s, 项目 %s, 产业链 %s", q["编号"], q["企业"], q["项目"], q["产业链"])
		}
	}
	tally(t, rows, "状态", map[string]int{"登记": 2, "研判": 2, "交办": 2, "办理中": 6, "申请延期": 2, "办结待核": 2, "回访": 2, "退回重办": 2, closedState: 20})
	tally(t, rows, "类别", map[string]int{inputs: 10, policyAid: 9, approval: 7, market: 8, safety: 4, other: 2})
	tally(t, rows, "来源", map[string]int{fromVisit: 33, fromTalk: 3, fromHotline: 3, fromMeeting: 1})
	tally(t, rows, "督办", map[string]int{"是": 6, "否": 34})
}

// TestIssuesAgainstTheirLimit holds who is late. The verdicts do not depend on
// whether holidays count as working days.
func TestIssuesAgainstTheirLimit(t *testing.T) {
	got := map[string][]string{}
	for _, q := range read(t, open(t), "问题清单") {
		if q["交办日期"] == "" {
			continue
		}
		limit, err := strconv.Atoi(q["办理时限(工作日)"])
		if err != nil {
			t.Fatal(err)
		}
		at, closed := today(), q["办结日期"] != ""
		if closed {
			at = calendar(t, q["办结日期"])
		}
		assigned := calendar(t, q["交办日期"])
		late := at.After(due(assigned, limit, isWorkday))
		if late != at.After(due(assigned, limit, isWeekday)) {
			t.Errorf("%s: holidays decide whether it is late", q["编号"])
		}
		if !late && q["督办"] == "是" {
			t.Errorf("%s is supervised but in time", q["编号"])
		}
		kind := map[[2]bool]string{{true, true}: "逾期办结", {true, false}: "逾期", {false, true}: "按期办结", {false, false}: "未到时限"}[[2]bool{late, closed}]
		got[kind] = append(got[kind], q["编号"])
	}
	for kind, want := range map[string]string{
		"逾期":   "WT0014 WT0017 WT0020 WT0021 WT0025 WT0027 WT0028 WT0029",
		"逾期办结": "WT0003 WT0013 WT0016 WT0019",
		"未到时限": "WT0032 WT0034 WT0035 WT0036",
	} {
		if !slices.Equal(got[kind], strings.Fields(want)) {
			t.Errorf("%s: %v, want %s", kind, got[kind], want)
		}
	}
	if len(got["按期办结"]) != 20 {
		t.Errorf("%d handled in time, want 20", len(got["按期办结"]))
	}
}
