package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// today is the day the workbook was made up on.
func today() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) }

// currentStage is the last stage of a project that has a date; it checks that
// the dates stand in order and none lies ahead.
func currentStage(t *testing.T, p row) string {
	t.Helper()
	var last time.Time
	current := ""
	for _, stage := range stages() {
		cell := p[stage+"日期"]
		if cell == "" {
			continue
		}
		date := calendar(t, cell)
		if date.Before(last) || date.After(today()) || date.Year() < 2024 && stage != "线索" && stage != "在谈" {
			t.Errorf("%s: %s %s after %s", p["项目名称"], stage, date.Format(time.DateOnly), last.Format(time.DateOnly))
		}
		last, current = date, stage
	}
	return current
}

func TestProjectsCoverEveryStageInOrder(t *testing.T) {
	got := map[string]int{}
	for _, p := range read(t, open(t), "项目清单") {
		got[currentStage(t, p)]++
	}
	want := map[string]int{
		"线索": 4, "在谈": 5, "框架协议": 3, "签约": 5, "注册": 3, "备案": 3, "供地": 3, "开工": 7, "竣工": 1, "投产": 6,
		"入规": 4, "达产": 2, "暂停": 1, "终止": 1,
	}
	for _, stage := range stages() {
		if got[stage] != want[stage] {
			t.Errorf("%d projects stand at %s, want %d", got[stage], stage, want[stage])
		}
	}
}

func TestProjectMoney(t *testing.T) {
	for _, p := range read(t, open(t), "项目清单") {
		name := p["项目名称"]
		amounts := map[string]int64{}
		for _, h := range []string{"总投资(万元)", "合同资金(万元)", "年度计划投资(万元)", "累计完成投资(万元)"} {
			if p[h] != "" {
				amounts[h] = cents(t, p[h])
			}
		}
		for h, a := range amounts {
			if a <= 0 || a > amounts["总投资(万元)"] {
				t.Errorf("%s: %s %d of %d", name, h, a, amounts["总投资(万元)"])
			}
		}
		signed := p["签约日期"] != ""
		if signed != (p["协议类型"] == "正式合同") || signed != (amounts["合同资金(万元)"] > 0) {
			t.Errorf("%s: 签约 %t, 协议类型 %q, 合同资金 %d", name, signed, p["协议类型"], amounts["合同资金(万元)"])
		}
		if p["开工日期"] == "" && amounts["累计完成投资(万元)"] > 0 && p["供地日期"] == "" {
			t.Errorf("%s has spent money without land", name)
		}
	}
}

func TestProjectsWithAStory(t *testing.T) {
	file := open(t)
	levels := map[string]string{}
	for _, r := range read(t, file, "区域") {
		levels[r["名称"]] = r["级别"]
	}
	entered := map[string]string{}
	for _, f := range read(t, file, "企业清单") {
		entered[f["企业名称"]] = f["入规年月"]
	}
	found := map[string][]string{}
	note := func(what string, p row) { found[what] = append(found[what], p["项目名称"]) }
	steps := [][2]string{{"计划开工", "开工日期"}, {"计划竣工", "竣工日期"}, {"计划投产", "投产日期"}}
	for _, p := range read(t, file, "项目清单") {
		if p["币种"] == "美元" {
			note("dollars", p)
		} else if total := p["总投资(万元)"]; total != "" && levels[p["区域"]] == "省级" && cents(t, total) >= 200_000*100 {
			note("flagship", p)
		}
		if p["原项目"] != "" {
			note("of another", p)
		}
		if signed, made := p["签约日期"], p["投产日期"]; signed != "" && made != "" && calendar(t, made).Sub(calendar(t, signed)) <= 120*24*time.Hour {
			note("fast", p)
		}
		for _, s := range steps {
			if p[s[0]] != "" && p[s[1]] == "" && p["终止日期"]+p["暂停日期"] == "" && calendar(t, p[s[0]]).Before(today()) {
				note("overdue", p)
			}
		}
		if on := p["入规日期"]; on != "" && calendar(t, on).Format("2006-01") != entered[p["业主企业"]] {
			t.Errorf("%s entered in %s, its owner in %s", p["项目名称"], calendar(t, on).Format("2006-01"), entered[p["业主企业"]])
		}
	}
	for what, want := range map[string]string{
		"dollars":    "引线框架铜带项目",
		"flagship":   "方形铁锂电芯项目",
		"of another": "低氧铜杆连铸连轧项目增资 高压实磷酸铁锂正极材料项目二期",
		"fast":       "储能集装箱系统项目",
		"overdue":    "光伏支架智能制造项目 光伏玻璃窑炉改造项目 新能源线束项目",
	} {
		slices.Sort(found[what])
		names := strings.Fields(want)
		slices.Sort(names)
		if !slices.Equal(found[what], names) {
			t.Errorf("%s: %v, want %v", what, found[what], names)
		}
	}
}
